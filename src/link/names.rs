//! Every id there is, and what it names.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::gather::{AllSlots, Given};
use super::resolver::a_kind;
use crate::diagnostic::Finding;
use crate::model::{Any, Facts, Id};
use crate::text::{At, FileId, Inputs, Place, nearest};

/// What an id names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// The entry; nothing where it stands in a part of a sheet that could not be read at all.
    pub any: Option<Any>,
    /// Whether the entry itself could be read.
    pub readable: bool,
    pub place: Place,
}

/// Every id there is.
#[derive(Debug, Default)]
pub(super) struct Names {
    named: FxHashMap<Id, Named>,
    /// Articles by their file below `content/`.
    articles: FxHashMap<String, Id>,
    /// Documents by their kept copy below `content/`.
    copies: FxHashMap<String, Id>,
    /// Ids in sheets that lie where none is read, and which sheet that is.
    misplaced: FxHashMap<Id, FileId>,
    /// The slots of those that have an id of their own.
    pub(super) slots: AllSlots,
    /// Where ids stand that were another's before: their entries have no slot.
    doubles: FxHashSet<Place>,
}

impl Names {
    /// Gives an id to an entry, and the entry a slot; where it is another's, a finding that names both places.
    pub(super) fn give(&mut self, Given { id, kind, readable }: Given<'_>, findings: &mut Vec<Finding>) {
        match self.named.entry(id.value.clone()) {
            Entry::Vacant(free) => {
                free.insert(Named { any: Some(self.slots.reserve(kind)), readable, place: id.place });
            }
            Entry::Occupied(taken) => {
                self.doubles.insert(id.place);
                let first = taken.get();
                let kind = first.any.map_or("another entry", |any| a_kind(any.kind()));
                let message = format!("`{}` is already the id of {kind}", id.value);
                let finding =
                    Finding::error("duplicate-id", id.place, message).also(first.place, "first used here");
                findings
                    .push(finding.help("ids are unique over the whole report; give one of the two another"));
            }
        }
    }

    /// Whether the entry whose id this is has a slot: the id was no other's before.
    pub(super) fn has_slot(&self, id: &At<Id>) -> bool {
        !self.doubles.contains(&id.place)
    }

    /// Whether all entries of a file have a slot.
    pub(super) fn have_slots(&self, file: FileId) -> bool {
        self.doubles.iter().all(|place| place.file != file)
    }

    /// Whether each id is one entry's alone.
    pub(super) fn are_unique(&self) -> bool {
        self.doubles.is_empty()
    }

    /// Notes where an id stands now.
    pub(super) fn move_to(&mut self, id: &At<Id>) {
        if let Some(named) = self.named.get_mut(&id.value) {
            named.place = id.place;
        }
    }

    /// Notes an id in a part that could not be read, so that nobody is told that there is no such.
    pub(super) fn lose(&mut self, id: &At<Id>) {
        let lost = Named { any: None, readable: false, place: id.place };
        self.named.entry(id.value.clone()).or_insert(lost);
    }

    /// Notes an id in a sheet that lies where none is read.
    pub(super) fn misplace(&mut self, id: &At<Id>) {
        self.misplaced.entry(id.value.clone()).or_insert(id.place.file);
    }

    /// Notes the file of an article.
    pub(super) fn article(&mut self, id: &Id, path: &str) {
        let below = path.strip_prefix("content/").unwrap_or(path);
        self.articles.insert(below.to_owned(), id.clone());
    }

    /// Notes the kept copy of a document.
    pub(super) fn copy(&mut self, id: &Id, path: &str) {
        self.copies.insert(path.to_owned(), id.clone());
    }

    pub(super) fn find(&self, id: &str) -> Option<Named> {
        Id::parse_path(id).and_then(|id| self.named.get(&id).copied())
    }

    /// Whether somebody has this id.
    pub(super) fn knows(&self, id: &Id) -> bool {
        self.named.contains_key(id)
    }

    /// The id that a word with hyphens in it is but for a slip or two, if it is long enough for that to be plain.
    pub(super) fn almost(&self, word: &str) -> Option<&str> {
        const LETTERS_TO_A_SLIP: usize = 5;
        let most = (word.len() / LETTERS_TO_A_SLIP).min(2);
        if !word.contains('-') {
            return None;
        }
        let known = self.named.keys().map(|id| (strsim::osa_distance(word, id.as_str()), id.as_str()));
        known.filter(|(slips, _)| *slips <= most).min().map(|(_, id)| id)
    }

    /// The id of the article or document whose file this is.
    pub(super) fn of_file(&self, path: &str) -> Option<&Id> {
        self.articles.get(path).or_else(|| self.copies.get(path))
    }

    /// Findings for ids nobody has, with those that may have been meant. Where a sheet has them that is not read, that
    /// sheet is what is wrong, once for all of them.
    pub(super) fn explain(&self, unknown: Vec<Unknown>) -> Vec<Finding> {
        /// Looking for what was meant takes time; after so many different words it is plain that something else is wrong.
        const SUGGESTIONS: usize = 200;
        let mut meant: FxHashMap<String, String> = FxHashMap::default();
        let mut findings = Vec::with_capacity(unknown.len());
        let mut missed: BTreeSet<FileId> = BTreeSet::new();
        for Unknown { word, place, wanted } in unknown {
            if let Some(sheet) = Id::parse(&word).and_then(|id| self.misplaced.get(&id)) {
                missed.insert(*sheet);
                continue;
            }
            let help = match meant.get(&word) {
                Some(help) => help.clone(),
                None if meant.len() >= SUGGESTIONS => "add an entry with this id, or correct it".to_owned(),
                None => {
                    let help = self.meant(&word);
                    meant.insert(word.clone(), help.clone());
                    help
                }
            };
            findings.push(
                Finding::error("unknown-id", place, format!("no entry has the id `{word}`"))
                    .label(format!("{wanted} belongs here"))
                    .help(help),
            );
        }
        let missed = missed.into_iter().map(Inputs::top);
        findings.extend(missed.map(|sheet| Finding::error("misplaced-file", sheet, "this sheet is missed")));
        findings
    }

    fn meant(&self, word: &str) -> String {
        let near = nearest(word, self.named.keys().map(Id::as_str), 3);
        if near.is_empty() {
            return "add an entry with this id, or correct it".to_owned();
        }
        let named = |id: &&str| match self.find(id).and_then(|named| named.any) {
            Some(any) => format!("`{id}` ({})", any.kind().word()),
            None => format!("`{id}`"),
        };
        format!("did you mean {}?", near.iter().map(named).collect::<Vec<_>>().join(" or "))
    }

    /// What every id that could be read names.
    pub(super) fn ids(&self) -> FxHashMap<Id, Any> {
        let readable = self.named.iter().filter(|(_, named)| named.readable);
        readable.filter_map(|(id, named)| Some((id.clone(), named.any?))).collect()
    }
}

/// Looks after former ids: each belongs to one entry, and to no living one.
pub(super) fn former_ids(facts: &Facts, names: &Names, findings: &mut Vec<Finding>) {
    let mut former: FxHashMap<&Id, Place> = FxHashMap::default();
    let people = facts.people.values().map(|person| &person.entry);
    let organisations = facts.organisations.values().map(|organisation| &organisation.entry);
    let sources = facts.sources.values().map(|source| &source.entry);
    let documents = facts.documents.values().map(|document| &document.entry);
    let dates = facts.dates.values().map(|date| &date.entry);
    let claims = facts.claims.values().map(|claim| &claim.entry);
    let articles = facts.articles.values().map(|article| &article.entry);
    let all = people
        .chain(organisations)
        .chain(sources)
        .chain(documents)
        .chain(dates)
        .chain(claims)
        .chain(articles);
    for id in all.flat_map(|entry| &entry.was) {
        if let Some(living) = names.named.get(&id.value) {
            let finding = Finding::error(
                "former-id-in-use",
                id.place,
                format!("`{}` is still the id of an entry", id.value),
            );
            findings.push(
                finding.also(living.place, "this entry").help("`was` lists ids that nothing has any more"),
            );
        } else if let Some(first) = former.insert(&id.value, id.place) {
            let finding = Finding::error(
                "duplicate-id",
                id.place,
                format!("`{}` is named as a former id twice", id.value),
            );
            findings.push(
                finding.also(first, "first named here").help("an old address can lead to one entry only"),
            );
        }
    }
}

/// An id nobody has.
#[derive(Debug, Clone)]
pub(super) struct Unknown {
    pub word: String,
    pub place: Place,
    pub wanted: &'static str,
}
