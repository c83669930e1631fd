//! The page of an article, and what its words are tied to.

use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};

use super::book::{Book, marks};
use super::lines::size;
use super::pages::{ArticlePage, Heading};
use super::parts::{Link, Mark};
use super::view::{ArticleText, Page, Tie};
use super::{address, words};
use crate::model::{Any, Article, Claim, Document, Key, Prose};
use crate::text::Span;

impl Book<'_> {
    pub(super) fn article_page(&self, key: Key<Article>) -> Option<(ArticlePage, ArticleText)> {
        let article = self.facts.articles.get(key)?;
        let (ties, claims) = self.ties(article);
        let text = ArticleText {
            prose: article.prose.clone(),
            ties,
            cards: claims.iter().filter_map(|claim| self.card(*claim)).collect(),
            images: article.pictures.iter().filter_map(|one| self.names.image(one.value)).collect(),
            raw_html: self.facts.report.raw_html,
        };
        let page = ArticlePage {
            head: self.head(&Page::Article(key), &article.title, &self.gist(article)),
            article: self.article_line(key)?,
            image: self.names.image_of(&article.entry),
            contents: contents(&article.prose),
            documents: self.document_lines(&self.rests_on(article, &claims)),
            marks: self.marks_of(&claims),
            previous: self.beside(key, 1),
            next: self.beside(key, -1),
            claims: self.claims(&claims),
            corrections: self.corrections_of(key, &article.corrections),
            editions: self.article_editions(article),
            translations: self.translations(key, article),
            citation: self.cite_article(key, article),
        };
        Some((page, text))
    }

    /// How claims stand, in the order of the legend.
    fn marks_of(&self, claims: &[Key<Claim>]) -> Vec<Mark> {
        let stands = |status| {
            let same = |key: &&Key<Claim>| {
                self.facts.claims.get(**key).is_some_and(|claim| claim.status.value == status)
            };
            (status, size(claims.iter().filter(same).count()))
        };
        let counts = words::LEGEND.into_iter().map(stands).filter(|(_, count)| *count > 0);
        marks(counts, self.facts.report.policy.corroborated_origins, self.speech)
    }

    /// The article so many steps older than another; with a minus, younger.
    fn beside(&self, key: Key<Article>, steps: isize) -> Option<Link> {
        let place = self.order.articles.place(key).checked_add_signed(steps)?;
        let other = self.order.articles.get(place)?;
        self.names.link(*other)
    }

    /// What each tie of the text leads to, and the claims among them, each once.
    fn ties(&self, article: &Article) -> (Vec<Vec<Tie>>, Vec<Key<Claim>>) {
        let to_files = ties_to_files(&article.prose);
        let mut claims: Vec<Key<Claim>> = Vec::new();
        let mut places: FxHashMap<Key<Claim>, usize> = FxHashMap::default();
        let mut ties = Vec::with_capacity(article.references.len());
        for reference in &article.references {
            let to_file = to_files.contains(&reference.place.span);
            let mut leads_to = Vec::with_capacity(reference.targets.len());
            for target in &reference.targets {
                match target.value {
                    Any::Claim(key) if self.facts.claims.get(key).is_some() => {
                        let place = *places.entry(key).or_insert_with(|| {
                            claims.push(key);
                            claims.len() - 1
                        });
                        leads_to.push(Tie::Claim(place));
                    }
                    Any::Document(key) if to_file => leads_to.extend(self.file(key).map(Tie::File)),
                    any => leads_to.extend(self.names.link(any).map(Tie::Page)),
                }
            }
            ties.push(leads_to);
        }
        (ties, claims)
    }

    /// The kept copy of a document where it is published, and otherwise the document's page.
    fn file(&self, key: Key<Document>) -> Option<Link> {
        let mut link = self.names.link(key)?;
        if let Some(copy) = self.facts.documents.get(key)?.archive.as_ref().filter(|copy| copy.public) {
            link.address = address::kept_copy(&copy.file);
            link.kind = "file";
        }
        Some(link)
    }

    /// The documents that its claims rest on, and those it leads to, in the order of the text.
    fn rests_on(&self, article: &Article, claims: &[Key<Claim>]) -> Vec<Key<Document>> {
        let evidence = claims.iter().filter_map(|claim| self.facts.claims.get(*claim));
        let evidence = evidence.flat_map(|claim| claim.evidence.iter().map(|piece| piece.document.value));
        let named = article.references.iter().flat_map(|reference| &reference.targets);
        let named =
            named.filter_map(|target| if let Any::Document(key) = target.value { Some(key) } else { None });
        let mut seen = FxHashSet::default();
        evidence.chain(named).filter(|key| seen.insert(*key)).collect()
    }

    fn translations(&self, key: Key<Article>, article: &Article) -> Vec<Link> {
        let original = article.translation_of.as_ref().map_or(key, |original| original.value);
        let others = self.backlinks.article(original).translations.iter().copied();
        let all = std::iter::once(original).chain(others).filter(|other| *other != key);
        all.filter_map(|other| self.names.link(other)).collect()
    }
}

/// The ties that lead to files: those whose address is not an id.
fn ties_to_files(prose: &Arc<Prose>) -> FxHashSet<Span> {
    let file = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { dest_url, .. }) if !dest_url.starts_with('@'));
    prose.events.iter().filter(|(event, _)| file(event)).map(|(_, span)| *span).collect()
}

/// The headings of a text.
fn contents(prose: &Arc<Prose>) -> Vec<Heading> {
    let mut contents = Vec::new();
    let mut open: Option<Heading> = None;
    for (event, _) in &prose.events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let id = id.as_deref().unwrap_or_default().to_owned();
                open = Some(Heading { level: *level as u32, words: String::new(), id });
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut open {
                    heading.words.push_str(words);
                }
            }
            Event::End(TagEnd::Heading(_)) => contents.extend(open.take()),
            _ => {}
        }
    }
    contents
}
