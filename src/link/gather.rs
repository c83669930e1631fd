//! What all files say, entry by entry, and a key for each.

use super::names::Names;
use crate::diagnostic::Finding;
use crate::load::{
    ArticleDraft, ClaimDraft, DocumentDraft, Draft, EntryDraft, EventDraft, OrganisationDraft, PersonDraft,
    SourceDraft,
};
use crate::model::{Any, Article, Claim, Document, Event, Organisation, Person, Slots, Source};
use crate::text::FileId;

/// What all files say, with a slot for every entry.
pub(super) struct Gathered<'d> {
    pub(super) slots: AllSlots,
    /// In their order.
    pub(super) files: Vec<OfFile<'d>>,
}

/// The entries of one file that have a slot, in their order.
pub(super) struct OfFile<'d> {
    pub(super) file: FileId,
    pub(super) draft: &'d Draft,
    /// Whether all of its entries have one: none has an id that was another's before.
    pub(super) is_all: bool,
    pub(super) people: Vec<&'d EntryDraft<PersonDraft>>,
    pub(super) organisations: Vec<&'d EntryDraft<OrganisationDraft>>,
    pub(super) sources: Vec<&'d EntryDraft<SourceDraft>>,
    pub(super) documents: Vec<&'d EntryDraft<DocumentDraft>>,
    pub(super) dates: Vec<&'d EntryDraft<EventDraft>>,
    pub(super) claims: Vec<&'d EntryDraft<ClaimDraft>>,
    /// One at most.
    pub(super) articles: Vec<&'d ArticleDraft>,
}

/// The slots of all tables.
#[derive(Default)]
pub(super) struct AllSlots {
    pub(super) people: Slots<Person>,
    pub(super) organisations: Slots<Organisation>,
    pub(super) sources: Slots<Source>,
    pub(super) documents: Slots<Document>,
    pub(super) dates: Slots<Event>,
    pub(super) claims: Slots<Claim>,
    pub(super) articles: Slots<Article>,
}

/// Gives every entry a key, in the order of the files.
pub(super) fn gather<'d>(
    drafts: &'d [(FileId, Draft)],
    findings: &mut Vec<Finding>,
) -> (Names, Gathered<'d>) {
    let mut names = Names::default();
    let mut slots = AllSlots::default();
    let mut files = Vec::with_capacity(drafts.len());
    for (file, draft) in drafts {
        let found = findings.len();
        let entries = match draft {
            Draft::Report(_) => continue,
            Draft::Sheet(sheet) => {
                names.copies(&sheet.documents);
                let mut take = Take { names: &mut names, findings };
                OfFile {
                    people: take.each(&sheet.people, || Any::Person(slots.people.reserve())),
                    organisations: take
                        .each(&sheet.organisations, || Any::Organisation(slots.organisations.reserve())),
                    sources: take.each(&sheet.sources, || Any::Source(slots.sources.reserve())),
                    documents: take.each(&sheet.documents, || Any::Document(slots.documents.reserve())),
                    dates: take.each(&sheet.dates, || Any::Date(slots.dates.reserve())),
                    claims: take.each(&sheet.claims, || Any::Claim(slots.claims.reserve())),
                    ..OfFile::new(*file, draft)
                }
            }
            Draft::Article(article) => {
                let Some(id) = &article.id else { continue };
                let mut articles = Vec::new();
                let reserve = || Any::Article(slots.articles.reserve());
                if names.give(id, reserve, article.front.is_some(), findings) {
                    names.article(&id.value, &article.path);
                    articles.push(&**article);
                }
                OfFile { articles, ..OfFile::new(*file, draft) }
            }
        };
        files.push(OfFile { is_all: findings.len() == found, ..entries });
    }
    // Last, since they give way to those that could be read.
    for (_, draft) in drafts {
        match draft {
            Draft::Sheet(sheet) if sheet.out_of_place => sheet.lost.iter().for_each(|id| names.misplace(id)),
            Draft::Sheet(sheet) => sheet.lost.iter().for_each(|id| names.lose(id)),
            Draft::Report(_) | Draft::Article(_) => {}
        }
    }
    (names, Gathered { slots, files })
}

impl<'d> OfFile<'d> {
    /// Without entries.
    fn new(file: FileId, draft: &'d Draft) -> Self {
        Self {
            file,
            draft,
            is_all: true,
            people: Vec::new(),
            organisations: Vec::new(),
            sources: Vec::new(),
            documents: Vec::new(),
            dates: Vec::new(),
            claims: Vec::new(),
            articles: Vec::new(),
        }
    }
}

/// Gives the entries of a sheet their keys.
struct Take<'n> {
    names: &'n mut Names,
    findings: &'n mut Vec<Finding>,
}

impl Take<'_> {
    fn each<'d, T>(
        &mut self,
        entries: &'d [EntryDraft<T>],
        mut reserve: impl FnMut() -> Any,
    ) -> Vec<&'d EntryDraft<T>> {
        let mut give = |entry: &&EntryDraft<T>| {
            self.names.give(&entry.id, &mut reserve, entry.draft.is_some(), self.findings)
        };
        entries.iter().filter(|entry| give(entry)).collect()
    }
}
