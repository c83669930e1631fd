//! What can be cited: documents, articles, claims, in one shape for every way of citing them.

use super::book::Book;
use super::view::Page;
use crate::model::{Article, Author, Claim, Date, Document, DocumentType, Key};
use crate::text::At;

/// Something that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// By what it is known.
    pub id: String,
    /// What sort of thing it is.
    pub sort: Sort,
    /// What it is called.
    pub title: String,
    /// Who wrote it, as named.
    pub authors: Vec<String>,
    /// In what it appeared.
    pub container: Option<String>,
    /// Who published it, as named openly.
    pub publisher: Option<String>,
    /// The volume.
    pub volume: Option<String>,
    /// The number within the volume.
    pub issue: Option<String>,
    /// The pages.
    pub pages: Option<String>,
    /// Its DOI.
    pub doi: Option<String>,
    /// Its ISBN.
    pub isbn: Option<String>,
    /// Its full address on the web.
    pub url: Option<String>,
    /// Its language (BCP 47).
    pub language: Option<String>,
    /// When it was published, or else made; of a claim, since when it is as it is.
    pub issued: Option<Date>,
    /// When it was last opened.
    pub accessed: Option<Date>,
    /// What else must be said: how a claim stands.
    pub note: Option<String>,
}

/// What sort of thing is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A document.
    Document(DocumentType),
    /// An article of this report.
    Article,
    /// A claim of this report.
    Claim,
}

impl Book<'_> {
    /// Every document, in the order of the sheets.
    #[must_use]
    pub fn references(&self) -> Vec<Reference> {
        self.facts.documents.values().map(|document| self.reference_of_document(document)).collect()
    }

    /// What a page is about, if that can be cited.
    #[must_use]
    pub fn reference(&self, page: &Page) -> Option<Reference> {
        match page {
            Page::Document(key) => Some(self.reference_of_document(self.facts.documents.get(*key)?)),
            Page::Article(key) => Some(self.reference_of_article(*key, self.facts.articles.get(*key)?)),
            Page::Claim(key) => Some(self.reference_of_claim(*key, self.facts.claims.get(*key)?)),
            _ => None,
        }
    }

    pub(super) fn reference_of_document(&self, document: &Document) -> Reference {
        let words = |field: &Option<At<String>>| field.as_ref().map(|words| words.value.clone());
        let date = |field: &Option<At<Date>>| field.as_ref().map(|date| date.value.clone());
        let publisher = document.source.as_ref().and_then(|source| self.names.speaker(source.value));
        Reference {
            id: document.entry.id.to_string(),
            sort: Sort::Document(document.kind.value),
            title: document.title.value.clone(),
            authors: self.author_names(&document.authors),
            container: words(&document.container),
            publisher: publisher.map(|named| named.words),
            volume: words(&document.volume),
            issue: words(&document.issue),
            pages: words(&document.pages),
            doi: words(&document.doi),
            isbn: words(&document.isbn),
            url: words(&document.entry.url),
            language: words(&document.language),
            issued: date(&document.published).or_else(|| date(&document.created)),
            accessed: date(&document.accessed),
            note: None,
        }
    }

    pub(super) fn reference_of_article(&self, key: Key<Article>, article: &Article) -> Reference {
        let updated = article.updated.as_ref().or(article.date.as_ref());
        Reference {
            authors: self.author_names(&article.authors),
            language: Some(self.language_of(article)),
            ..self.own(
                &Page::Article(key),
                article.entry.id.to_string(),
                article.title.value.clone(),
                (Sort::Article, updated.map(|date| date.value.clone())),
            )
        }
    }

    pub(super) fn reference_of_claim(&self, key: Key<Claim>, claim: &Claim) -> Reference {
        Reference {
            note: Some(super::words::status(self.speech, claim.status.value)),
            ..self.own(
                &Page::Claim(key),
                claim.entry.id.to_string(),
                claim.text.value.clone(),
                (Sort::Claim, super::evidence::changed_on(claim)),
            )
        }
    }

    /// A page of this report.
    fn own(&self, page: &Page, id: String, title: String, (sort, issued): (Sort, Option<Date>)) -> Reference {
        let report = &self.facts.report;
        Reference {
            id,
            sort,
            title,
            authors: Vec::new(),
            container: Some(report.title.clone()),
            publisher: report.publisher.name.clone(),
            volume: None,
            issue: None,
            pages: None,
            doi: None,
            isbn: None,
            url: self.permalink(&self.address(page)),
            language: Some(report.language.clone()),
            issued,
            accessed: None,
            note: None,
        }
    }

    fn author_names(&self, authors: &[At<Author>]) -> Vec<String> {
        authors.iter().filter_map(|one| Some(self.names.author(&one.value)?.words)).collect()
    }
}
