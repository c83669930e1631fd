//! What claims have from other entries: the date of their occasion, who contradicts them, whether what they rest on
//! could be read, and how many origins their evidence has.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::lines::Lines;
use super::origins;
use super::roots::Roots;
use crate::model::{Any, Claim, Date, Desk, Document, Facts, Inferred, Key, Source, Speaker, Table};
use crate::text::At;

/// Claims that have all that they have from other entries.
#[derive(Debug)]
pub(super) struct Finished {
    /// As their sheets have them.
    typed: Table<Claim>,
    /// With all else.
    pub(super) facts: Facts,
    // What it was made of, beside the facts.
    ties: FxHashMap<Key<Source>, Vec<Speaker>>,
    contradicted_by: FxHashMap<Key<Claim>, Vec<Key<Claim>>>,
    in_doubt: FxHashSet<Key<Document>>,
}

impl Finished {
    /// The facts, with all that claims have from other entries. A claim for which that is what it was `before` is the same.
    pub(super) fn of(facts: &Facts, desk: &Desk, broken: &FxHashSet<Any>, before: Option<&Self>) -> Self {
        let typed = facts.claims.clone();
        let ties = desk
            .secrets
            .iter()
            .map(|(key, secret)| (*key, secret.counts_with.iter().map(|tie| tie.value).collect()));
        let ties: FxHashMap<Key<Source>, Vec<Speaker>> = ties.collect();
        let counts_alike = before.is_some_and(|before| before.counts_as(facts, &ties));
        let contradicted_by = contradicted_by(facts);
        let in_doubt = in_doubt(facts, broken);
        let all_alike = counts_alike
            && before.is_some_and(|before| {
                facts.dates.shares_all(&before.facts.dates)
                    && before.contradicted_by == contradicted_by
                    && before.in_doubt == in_doubt
            });
        let (roots, lines) = (Roots::of(facts), Lines::new(facts, Some(desk)));
        let finish = |&key: &Key<Claim>| {
            let claim = typed.shared(key)?;
            let done = before.and_then(|before| before.done(key, claim));
            if let Some(done) = done.filter(|_| all_alike) {
                return Some((key, Arc::clone(done)));
            }
            let others = Others::of(claim, facts, contradicted_by.get(&key), &in_doubt);
            let done = done.filter(|done| others.are_in(done));
            if let Some(done) = done.filter(|_| counts_alike) {
                return Some((key, Arc::clone(done)));
            }
            let (support, dispute) = origins::count(claim, facts, &roots, &lines);
            let done = done.filter(|done| done.support == support && done.dispute == dispute);
            let finished =
                done.map_or_else(|| Arc::new(Claim { support, dispute, ..others.put(claim) }), Arc::clone);
            Some((key, finished))
        };
        let finished: Vec<_> = typed.keys().par_iter().with_min_len(64).filter_map(finish).collect();
        let mut facts = facts.clone();
        for (key, claim) in finished {
            facts.claims.replace(key, claim);
        }
        Self { typed, facts, ties, contradicted_by, in_doubt }
    }

    /// Whether the same evidence would have the same origins.
    fn counts_as(&self, facts: &Facts, ties: &FxHashMap<Key<Source>, Vec<Speaker>>) -> bool {
        facts.documents.shares_all(&self.facts.documents)
            && facts.people.shares_all(&self.facts.people)
            && facts.organisations.shares_all(&self.facts.organisations)
            && facts.sources.shares_all(&self.facts.sources)
            && *ties == self.ties
    }

    /// What came of a claim, if its sheet had it just so.
    fn done(&self, key: Key<Claim>, typed: &Arc<Claim>) -> Option<&Arc<Claim>> {
        self.typed.shared(key).filter(|known| Arc::ptr_eq(known, typed))?;
        self.facts.claims.shared(key)
    }
}

/// What a claim has from other entries, beside its origins.
struct Others<'f> {
    date: Option<&'f At<Date>>,
    inferred: &'f [At<Inferred>],
    contradicted_by: &'f [Key<Claim>],
    whole: bool,
}

impl<'f> Others<'f> {
    fn of(
        claim: &'f Claim,
        facts: &'f Facts,
        contradicted_by: Option<&'f Vec<Key<Claim>>>,
        in_doubt: &FxHashSet<Key<Document>>,
    ) -> Self {
        let mut others = Self {
            date: claim.date.as_ref(),
            inferred: &claim.inferred,
            contradicted_by: contradicted_by.map_or(&[], Vec::as_slice),
            whole: claim.whole
                && !claim.evidence.iter().any(|piece| in_doubt.contains(&piece.document.value)),
        };
        // A claim without a date has that of the one date it is about.
        let mut occasions = claim.about.iter().filter_map(|about| match about.value {
            Any::Date(date) => facts.dates.get(date),
            _ => None,
        });
        if let (None, Some(occasion), None) = (others.date, occasions.next(), occasions.next()) {
            others.date = Some(&occasion.date);
            if others.inferred.is_empty() {
                others.inferred = &occasion.inferred;
            }
        }
        others
    }

    fn are_in(&self, claim: &Claim) -> bool {
        self.date == claim.date.as_ref()
            && self.inferred == claim.inferred
            && self.contradicted_by == claim.contradicted_by
            && self.whole == claim.whole
    }

    fn put(&self, claim: &Claim) -> Claim {
        Claim {
            date: self.date.cloned(),
            inferred: self.inferred.to_vec(),
            contradicted_by: self.contradicted_by.to_vec(),
            whole: self.whole,
            ..claim.clone()
        }
    }
}

/// For each claim, those that say that they cannot both be true, where it does not say so itself.
fn contradicted_by(facts: &Facts) -> FxHashMap<Key<Claim>, Vec<Key<Claim>>> {
    let mut all: FxHashMap<Key<Claim>, Vec<Key<Claim>>> = FxHashMap::default();
    for (key, claim) in facts.claims.iter() {
        for other in claim.contradicts.iter().map(|other| other.value).filter(|other| *other != key) {
            let says_so = |claim: &Claim| claim.contradicts.iter().any(|known| known.value == key);
            if facts.claims.get(other).is_none_or(says_so) {
                continue;
            }
            let known = all.entry(other).or_default();
            if !known.contains(&key) {
                known.push(key);
            }
        }
    }
    all
}

/// Documents of which not all could be read, without a publisher, or made from such: what rests on one is not judged.
fn in_doubt(facts: &Facts, broken: &FxHashSet<Any>) -> FxHashSet<Key<Document>> {
    let own = |(key, document): (Key<Document>, &Document)| {
        // Without a publisher there is nobody at the root of a document.
        (document.source.is_none() || broken.contains(&Any::Document(key))).then_some(key)
    };
    let mut in_doubt: FxHashSet<Key<Document>> = facts.documents.iter().filter_map(own).collect();
    while !in_doubt.is_empty() {
        let more = facts.documents.iter().filter(|(key, document)| {
            !in_doubt.contains(key) && document.bases().any(|base| in_doubt.contains(&base.value))
        });
        let more: Vec<Key<Document>> = more.map(|(key, _)| key).collect();
        if more.is_empty() {
            break;
        }
        in_doubt.extend(more);
    }
    in_doubt
}
