//! The page of a document.

use super::book::Book;
use super::names;
use super::pages::{Copy, DocumentPage};
use super::view::Page;
use super::{address, words};
use crate::model::{Any, Document, Key, KeptCopy};

impl Book<'_> {
    pub(super) fn document_page(&self, key: Key<Document>) -> Option<DocumentPage> {
        let document = self.facts.documents.get(key)?;
        let subject = self.subject(Any::Document(key))?;
        let thread = self.threads.to(key);
        let claims: Vec<_> = thread.uses.iter().chain(&thread.about).copied().collect();
        let mut passages = Vec::new();
        for &claim_key in &thread.uses {
            let Some(claim) = self.facts.claims.get(claim_key) else { continue };
            let here = claim.evidence.iter().filter(|piece| piece.document.value == key);
            passages.extend(here.filter_map(|piece| self.quotation(claim_key, claim, piece)));
        }
        let citation = self.cite_document(document);
        let description = match &subject.summary {
            Some(summary) => format!("{} {citation}", words::closed(summary)),
            None => citation.clone(),
        };
        let text = |field: &Option<crate::text::At<String>>| field.as_ref().map(|words| words.value.clone());
        Some(DocumentPage {
            head: self.head(&Page::Document(key), &document.title, &description),
            subject,
            document: self.document_line(key)?,
            citation,
            authors: document.authors.iter().filter_map(|one| names::author(self.facts, &one.value)).collect(),
            published: self.when_at(document.published.as_ref()),
            created: self.when_at(document.created.as_ref()),
            accessed: self.when_at(document.accessed.as_ref()),
            language: text(&document.language),
            doi: text(&document.doi),
            isbn: text(&document.isbn),
            copy: document.archive.as_ref().map(|copy| kept(&copy.value)),
            copy_of: document.copy_of.as_ref().and_then(|original| self.document_line(original.value)),
            derived_from: document.derived_from.iter().filter_map(|base| self.document_line(base.value)).collect(),
            copies: self.document_lines(&thread.copies),
            passages,
            claims: self.claims(&once_each(claims)),
            articles: self.article_links(key),
        })
    }
}

/// Of a copy that is not published, its digest and its size alone.
fn kept(copy: &KeptCopy) -> Copy {
    Copy {
        sha256: copy.sha256.as_ref().map(|digest| digest.value.clone()),
        size: words::size(copy.size),
        address: copy.public.then(|| address::kept_copy(&copy.file)),
    }
}

fn once_each<T: PartialEq + std::marker::Copy>(all: Vec<T>) -> Vec<T> {
    let mut once = Vec::with_capacity(all.len());
    for one in all {
        // Two lists, each in order: only the second can repeat the first.
        if once.last() != Some(&one) && !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
