//! The page of a document.

use super::book::Book;
use super::pages::{Copy, DocumentPage};
use super::view::Page;
use super::{address, words};
use crate::model::{Any, Claim, Document, KeptCopy, Key};
use crate::speech::Speech;

impl Book<'_> {
    pub(super) fn document_page(&self, key: Key<Document>) -> Option<DocumentPage> {
        let document = self.facts.documents.get(key)?;
        let subject = self.subject(Any::Document(key))?;
        let links = self.backlinks.document(key);
        let uses = self.uses(key);
        let mut passages = Vec::new();
        for &claim_key in &uses {
            let Some(claim) = self.facts.claims.get(claim_key) else { continue };
            let here = claim.evidence.iter().filter(|piece| piece.document.value == key);
            passages.extend(here.filter_map(|piece| self.quotation(claim_key, claim, piece)));
        }
        let copies = self.order.documents.sorted(links.copies.iter().chain(&links.derived).copied());
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
            authors: document.authors.iter().filter_map(|one| self.names.author(&one.value)).collect(),
            published: self.when_at(document.published.as_ref()),
            created: self.when_at(document.created.as_ref()),
            accessed: self.when_at(document.accessed.as_ref()),
            language: text(&document.language),
            doi: text(&document.doi),
            isbn: text(&document.isbn),
            copy: document.archive.as_ref().map(|copy| kept(&copy.value, self.speech)),
            copy_of: document.copy_of.as_ref().and_then(|original| self.document_line(original.value)),
            derived_from: document
                .derived_from
                .iter()
                .filter_map(|base| self.document_line(base.value))
                .collect(),
            copies: self.document_lines(&copies),
            passages,
            claims: self.claims_in_order(uses.into_iter().chain(links.about.iter().copied())),
            articles: self.article_links(key),
        })
    }
}

impl Book<'_> {
    /// Claims that use a document as evidence or for a reply, in the order of pages.
    pub(super) fn uses(&self, key: Key<Document>) -> Vec<Key<Claim>> {
        let links = self.backlinks.document(key);
        let evidence = links.evidence.iter().map(|at| at.claim);
        self.order.claims.sorted(evidence.chain(links.replies.iter().map(|at| at.claim)))
    }
}

/// Of a copy that is not published, its digest and its size alone.
fn kept(copy: &KeptCopy, speech: &Speech) -> Copy {
    Copy {
        sha256: copy.sha256.as_ref().map(|digest| digest.value.clone()),
        size: words::size(speech, copy.size),
        address: copy.public.then(|| address::kept_copy(&copy.file)),
    }
}
