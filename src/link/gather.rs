//! What all files say, entry by entry, and a key for each.

use super::names::Names;
use crate::diagnostic::Finding;
use crate::load::{Draft, EntryDraft, SheetDraft};
use crate::model::{Any, Article, Claim, Document, Event, Id, Kind, Organisation, Person, Slots, Source};
use crate::text::{At, FileId};

/// The slots of all tables.
#[derive(Debug, Default)]
pub(super) struct AllSlots {
    pub(super) people: Slots<Person>,
    pub(super) organisations: Slots<Organisation>,
    pub(super) sources: Slots<Source>,
    pub(super) documents: Slots<Document>,
    pub(super) dates: Slots<Event>,
    pub(super) claims: Slots<Claim>,
    pub(super) articles: Slots<Article>,
}

impl AllSlots {
    /// The next key of a kind.
    pub(super) fn reserve(&mut self, kind: Kind) -> Any {
        match kind {
            Kind::Person => Any::Person(self.people.reserve()),
            Kind::Organisation => Any::Organisation(self.organisations.reserve()),
            Kind::Source => Any::Source(self.sources.reserve()),
            Kind::Document => Any::Document(self.documents.reserve()),
            Kind::Date => Any::Date(self.dates.reserve()),
            Kind::Claim => Any::Claim(self.claims.reserve()),
            Kind::Article => Any::Article(self.articles.reserve()),
        }
    }
}

/// An entry as far as its file gives it an id.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'d> {
    pub(super) id: &'d At<Id>,
    pub(super) kind: Kind,
    /// Whether it could be read.
    pub(super) readable: bool,
}

impl<'d> Given<'d> {
    fn of<T>(entries: &'d [EntryDraft<T>], kind: Kind) -> impl Iterator<Item = Self> {
        entries.iter().map(move |entry| Self { id: &entry.id, kind, readable: entry.draft.is_some() })
    }

    fn is_as(&self, other: &Given<'_>) -> bool {
        self.id.value == other.id.value && self.kind == other.kind && self.readable == other.readable
    }
}

/// All entries to which a file gives an id.
fn given(draft: &Draft) -> Vec<Given<'_>> {
    match draft {
        Draft::Report(_) => Vec::new(),
        Draft::Sheet(sheet) => Given::of(&sheet.people, Kind::Person)
            .chain(Given::of(&sheet.organisations, Kind::Organisation))
            .chain(Given::of(&sheet.sources, Kind::Source))
            .chain(Given::of(&sheet.documents, Kind::Document))
            .chain(Given::of(&sheet.dates, Kind::Date))
            .chain(Given::of(&sheet.claims, Kind::Claim))
            .collect(),
        Draft::Article(article) => {
            let id = article.id.iter();
            id.map(|id| Given { id, kind: Kind::Article, readable: article.front.is_some() }).collect()
        }
    }
}

/// The kept copies of documents, by their paths below `content/`.
fn copies(sheet: &SheetDraft) -> impl Iterator<Item = (&str, &Id)> {
    sheet.documents.iter().filter_map(|document| {
        let archive = document.draft.as_ref()?.archive.as_ref()?;
        Some((archive.file.value.0.as_str(), &document.id.value))
    })
}

/// Gives every entry a key, in the order of the files.
pub(super) fn gather(drafts: &[(FileId, Draft)], findings: &mut Vec<Finding>) -> Names {
    let mut names = Names::default();
    for (_, draft) in drafts {
        for given in given(draft) {
            names.give(given, findings);
        }
        match draft {
            Draft::Report(_) => {}
            Draft::Sheet(sheet) => copies(sheet).for_each(|(path, id)| names.copy(id, path)),
            Draft::Article(article) => {
                if let Some(id) = article.id.as_ref().filter(|id| names.has_slot(id)) {
                    names.article(&id.value, &article.path);
                }
            }
        }
    }
    // Last, since they give way to those that could be read.
    for (_, draft) in drafts {
        match draft {
            Draft::Sheet(sheet) if sheet.out_of_place => sheet.lost.iter().for_each(|id| names.misplace(id)),
            Draft::Sheet(sheet) => sheet.lost.iter().for_each(|id| names.lose(id)),
            Draft::Report(_) | Draft::Article(_) => {}
        }
    }
    names
}

/// Whether a file gives the same ids as before, in the same order, to entries that can be read or not as before: then
/// keys are the same, and all words that lead to it lead to the same.
pub(super) fn gives_as(before: &Draft, now: &Draft) -> bool {
    let same_ids = || {
        let (before, now) = (given(before), given(now));
        before.len() == now.len() && before.iter().zip(&now).all(|(before, now)| before.is_as(now))
    };
    before.is(now)
        || match (before, now) {
            (Draft::Report(_), Draft::Report(_)) => true,
            (Draft::Sheet(before), Draft::Sheet(now)) => {
                same_ids()
                    && copies(before).eq(copies(now))
                    && before.out_of_place == now.out_of_place
                    && before.lost.iter().map(|id| &id.value).eq(now.lost.iter().map(|id| &id.value))
            }
            (Draft::Article(before), Draft::Article(now)) => same_ids() && before.path == now.path,
            _ => false,
        }
}

/// Notes where the ids of a file stand now that gives the same ones as before, each its own.
pub(super) fn move_names(names: &mut Names, draft: &Draft) {
    for given in given(draft) {
        names.move_to(given.id);
    }
}
