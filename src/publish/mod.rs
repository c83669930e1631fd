//! What the public may see, and the only maker of it.
//!
//! [`Public`] holds no desk: notes, secret names, drafts and embargoed entries cannot be reached from it. What is
//! public and leans on something withheld is an error of `check`, so that taking the withheld out leaves no gap.
//!
//! [`preview`] is for those alone who write the report: drafts, embargoed entries and notes are in it, each marked as
//! not public. Who a confidential source is is in neither.

use crate::ledger::Publication;
use crate::link::Backlinks;
use rustc_hash::FxHashMap;

use crate::model::{Any, Facts, Key, Picture, Record, Withheld};

/// The public part of a record, with what refers to what in it.
#[derive(Debug, Clone)]
pub struct Public {
    facts: Facts,
    backlinks: Backlinks,
    publications: Vec<Publication>,
    unpublished: FxHashMap<Any, Unpublished>,
}

/// What is shown of an entry to those who write the report, and to nobody else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unpublished {
    /// Why it is not public, if it is not.
    pub why: Option<Withheld>,
    /// The desk's notes on it.
    pub notes: Option<String>,
}

impl Public {
    /// Everything that may be published.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What refers to what, among what may be published.
    #[must_use]
    pub fn backlinks(&self) -> &Backlinks {
        &self.backlinks
    }

    /// What of an entry is not public: nothing, unless this is a [`preview`].
    #[must_use]
    pub fn unpublished(&self, any: Any) -> Option<&Unpublished> {
        self.unpublished.get(&any)
    }

    /// What was published when, the first publication first.
    #[must_use]
    pub fn publications(&self) -> &[Publication] {
        &self.publications
    }
}

/// Takes out of a record whatever is not public, and lays what was published before beside it.
///
/// The record must have passed `check`: no entry that stays leans on one that goes.
#[must_use]
pub fn publish(record: Record, publications: Vec<Publication>) -> Public {
    let Record { mut facts, desk, .. } = record;
    let mut withheld: Vec<Any> = desk.withheld.into_keys().collect();
    withheld.sort_unstable();
    for any in withheld {
        withhold(&mut facts, any);
    }
    // A withheld claim may say that a public one contradicts it; the public one does not say so itself.
    for claim in facts.claims.keys() {
        let contradicted_by = std::mem::take(&mut facts.claims[claim].contradicted_by);
        let public = contradicted_by.into_iter().filter(|other| facts.claims.get(*other).is_some());
        facts.claims[claim].contradicted_by = public.collect();
    }
    for picture in unused_pictures(&facts) {
        facts.pictures.withhold(picture);
    }
    let backlinks = Backlinks::of(&facts);
    Public { facts, backlinks, publications, unpublished: FxHashMap::default() }
}

/// The same with all that is not public yet, for those who write it; never for `output/`.
#[must_use]
pub fn preview(record: &Record, publications: Vec<Publication>) -> Public {
    let (facts, desk) = (record.facts.clone(), &record.desk);
    let mut unpublished: FxHashMap<Any, Unpublished> = FxHashMap::default();
    let entries: Vec<Any> = facts.entries().map(|(any, _)| any).collect();
    for any in entries {
        let why = desk.withheld.get(&any).map(|withheld| withheld.value);
        // What the desk knows of a confidential source is shown on no screen.
        let is_secret = matches!(any, Any::Source(key) if desk.secrets.contains_key(&key));
        let notes = desk.notes.get(&any).filter(|_| !is_secret).map(|notes| notes.value.clone());
        if why.is_some() || notes.is_some() {
            unpublished.insert(any, Unpublished { why, notes });
        }
    }
    let backlinks = Backlinks::of(&facts);
    Public { facts, backlinks, publications, unpublished }
}

fn withhold(facts: &mut Facts, any: Any) {
    match any {
        Any::Person(key) => facts.people.withhold(key),
        Any::Organisation(key) => facts.organisations.withhold(key),
        Any::Source(key) => facts.sources.withhold(key),
        Any::Document(key) => facts.documents.withhold(key),
        Any::Date(key) => facts.dates.withhold(key),
        Any::Claim(key) => facts.claims.withhold(key),
        Any::Article(key) => facts.articles.withhold(key),
    }
}

/// Pictures that only withheld entries used.
fn unused_pictures(facts: &Facts) -> Vec<Key<Picture>> {
    let mut used = vec![false; facts.pictures.slots()];
    let entries = facts.entries().filter_map(|(_, entry)| entry.image.as_ref());
    let in_text = facts.articles.values().flat_map(|article| &article.pictures);
    for picture in entries.chain(in_text) {
        used[picture.value.index()] = true;
    }
    facts.pictures.keys().into_iter().filter(|picture| !used[picture.index()]).collect()
}
