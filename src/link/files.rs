//! Files one by one: the entries of each, linked, and kept for as long as linking them again would come to the same.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::gather::{gives_as, move_names};
use super::names::{Names, Unknown};
use super::resolver::{Context, Linked};
use super::{articles, claims, entries};
use crate::diagnostic::Finding;
use crate::load::{Draft, EntryDraft};
use crate::model::{Any, Article, Claim, Document, Event, Id, Organisation, Person, Source};
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
    fn new(file: FileId, draft: &Draft, context: &Context) -> Self {
        let mut linked = Self::without_entries(draft.clone());
        match draft {
            Draft::Report(_) => {}
            Draft::Sheet(sheet) => {
                linked.people = each(&sheet.people, context, entries::person);
                linked.organisations = each(&sheet.organisations, context, entries::organisation);
                linked.sources = each(&sheet.sources, context, entries::source);
                linked.documents = each(&sheet.documents, context, entries::document);
                linked.dates = each(&sheet.dates, context, entries::event);
                linked.claims = each(&sheet.claims, context, claims::claim);
            }
            Draft::Article(article) => {
                let own = article.id.iter().filter(|id| context.names.has_slot(id));
                linked.articles = own.map(|_| articles::article(article, context)).collect();
            }
        }
        // Findings tell of places in other files.
        let nothing =
            |(findings, unknown): (&[Finding], &[Unknown])| findings.is_empty() && unknown.is_empty();
        linked.keeps = context.names.have_slots(file) && linked.asides().all(nothing);
        linked
    }

    fn without_entries(draft: Draft) -> Self {
        Self {
            draft,
            keeps: false,
            people: Vec::new(),
            organisations: Vec::new(),
            sources: Vec::new(),
            documents: Vec::new(),
            dates: Vec::new(),
            claims: Vec::new(),
            articles: Vec::new(),
        }
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

    /// Whether linking this draft would come to the same again, where nothing leads elsewhere.
    fn is_of(&self, draft: &Draft) -> bool {
        self.keeps && self.draft.is(draft)
    }
}

/// Links entries of one kind, in parallel: those that have a slot.
fn each<D: Sync, T: Send + Sync>(
    drafts: &[EntryDraft<D>],
    context: &Context,
    link: impl Fn(&EntryDraft<D>, &Context) -> Linked<T> + Sync + Send,
) -> Vec<Linked<T>> {
    let own = drafts.par_iter().with_min_len(32).filter(|draft| context.names.has_slot(&draft.id));
    own.map(|draft| link(draft, context)).collect()
}

/// Files that were linked, and what their words led to then.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) context: Context,
    /// What every id that could be read names.
    pub(super) ids: Arc<FxHashMap<Id, Any>>,
    /// In their order.
    linked: Vec<(FileId, Arc<LinkedFile>)>,
}

impl Files {
    /// Links every file. One that says what it said `before` is not linked again where nothing leads elsewhere.
    pub(super) fn link(drafts: &[(FileId, Draft)], context: Context, before: Option<Self>) -> Self {
        let alike = before.as_ref().filter(|before| before.context.is_as(&context));
        let link = |(index, (file, draft)): (usize, &(FileId, Draft))| {
            let known = alike.and_then(|before| before.linked.get(index)).map(|(_, known)| known);
            let known = known.filter(|known| known.is_of(draft));
            (*file, known.map_or_else(|| Arc::new(LinkedFile::new(*file, draft, &context)), Arc::clone))
        };
        let linked = drafts.par_iter().enumerate().map(link).collect();
        let ids = before.map_or_else(|| Arc::new(context.names.ids()), |before| before.ids);
        Self { context, ids, linked }
    }

    /// Whether these files give the same ids to the same entries, so that keys are the same too.
    pub(super) fn give_as(&self, drafts: &[(FileId, Draft)]) -> bool {
        let pairs = || self.linked.iter().zip(drafts);
        self.linked.len() == drafts.len()
            && pairs().all(|((before, known), (file, draft))| before == file && gives_as(&known.draft, draft))
    }

    /// All names once more, which are the same but for where they stand; nothing where all files are to be gone through:
    /// for findings of ids that are there twice, and for ids in parts that could not be read, of which any file may have
    /// the entry.
    pub(super) fn names_again(&mut self, drafts: &[(FileId, Draft)]) -> Option<Names> {
        let has_lost =
            |(_, draft): &(FileId, Draft)| matches!(draft, Draft::Sheet(sheet) if !sheet.lost.is_empty());
        if !self.context.names.are_unique() || drafts.iter().any(has_lost) {
            return None;
        }
        let mut names = std::mem::take(&mut self.context.names);
        for ((_, known), (_, draft)) in self.linked.iter().zip(drafts) {
            if !known.draft.is(draft) {
                move_names(&mut names, draft);
            }
        }
        Some(names)
    }

    /// In their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &LinkedFile> {
        self.linked.iter().map(|(_, linked)| &**linked)
    }
}
