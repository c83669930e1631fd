//! Files one by one: the entries of each, linked, and kept for as long as linking them again would come to the same.

use std::sync::Arc;

use rayon::prelude::*;

use super::gather::OfFile;
use super::names::Unknown;
use super::resolver::{Context, Linked};
use super::{articles, claims, entries};
use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::{Article, Claim, Document, Event, Organisation, Person, Source};
use crate::text::FileId;

/// The entries of one file, linked.
#[derive(Debug)]
pub(super) struct LinkedFile {
    draft: Draft,
    /// Whether it stays as it is for as long as the file does and nothing leads elsewhere.
    keeps: bool,
    pub(super) people: Vec<Linked<Person>>,
    pub(super) organisations: Vec<Linked<Organisation>>,
    pub(super) sources: Vec<Linked<Source>>,
    pub(super) documents: Vec<Linked<Document>>,
    pub(super) dates: Vec<Linked<Event>>,
    pub(super) claims: Vec<Linked<Claim>>,
    pub(super) articles: Vec<Linked<Article>>,
}

impl LinkedFile {
    pub(super) fn new(of: &OfFile<'_>, context: &Context) -> Self {
        let mut linked = Self {
            draft: of.draft.clone(),
            keeps: false,
            people: each(&of.people, |entry| entries::person(entry, context)),
            organisations: each(&of.organisations, |entry| entries::organisation(entry, context)),
            sources: each(&of.sources, |entry| entries::source(entry, context)),
            documents: each(&of.documents, |entry| entries::document(entry, context)),
            dates: each(&of.dates, |entry| entries::event(entry, context)),
            claims: each(&of.claims, |entry| claims::claim(entry, context)),
            articles: each(&of.articles, |article| articles::article(article, context)),
        };
        // Findings tell of places in other files.
        let nothing =
            |(findings, unknown): (&[Finding], &[Unknown])| findings.is_empty() && unknown.is_empty();
        linked.keeps = of.is_all && linked.asides().all(nothing);
        linked
    }

    /// What came up on the way.
    pub(super) fn asides(&self) -> impl Iterator<Item = (&[Finding], &[Unknown])> {
        let people = self.people.iter().map(Linked::aside);
        let organisations = self.organisations.iter().map(Linked::aside);
        let sources = self.sources.iter().map(Linked::aside);
        let documents = self.documents.iter().map(Linked::aside);
        let dates = self.dates.iter().map(Linked::aside);
        let claims = self.claims.iter().map(Linked::aside);
        let articles = self.articles.iter().map(Linked::aside);
        people.chain(organisations).chain(sources).chain(documents).chain(dates).chain(claims).chain(articles)
    }

    /// Whether linking these entries would come to the same again, where nothing leads elsewhere.
    fn is_of(&self, of: &OfFile<'_>) -> bool {
        self.keeps && of.is_all && self.draft.is(of.draft)
    }
}

/// Links entries of one kind, in parallel.
fn each<'d, D: Sync, T: Send + Sync>(
    drafts: &[&'d D],
    make: impl Fn(&'d D) -> Linked<T> + Sync + Send,
) -> Vec<Linked<T>> {
    drafts.par_iter().with_min_len(32).map(|draft| make(draft)).collect()
}

/// Files that were linked, and what their words led to then.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) context: Context,
    /// In their order.
    linked: Vec<(FileId, Arc<LinkedFile>)>,
}

impl Files {
    /// Links every file. One that says what it said `before` is not linked again where nothing leads elsewhere.
    pub(super) fn link(files: &[OfFile<'_>], context: Context, before: Option<&Self>) -> Self {
        let before = before.filter(|before| before.context.is_as(&context));
        let link = |of: &OfFile<'_>| {
            let known = before.and_then(|before| before.file(of.file)).filter(|known| known.is_of(of));
            (of.file, known.map_or_else(|| Arc::new(LinkedFile::new(of, &context)), Arc::clone))
        };
        let linked = files.par_iter().map(link).collect();
        Self { context, linked }
    }

    fn file(&self, file: FileId) -> Option<&Arc<LinkedFile>> {
        let index = self.linked.binary_search_by_key(&file, |(file, _)| *file).ok()?;
        self.linked.get(index).map(|(_, linked)| linked)
    }

    /// In their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &LinkedFile> {
        self.linked.iter().map(|(_, linked)| &**linked)
    }
}
