//! From words to a record: ids lead to entries, claims to the origins of their evidence.
//!
//! Only here are typed keys made. Linking never fails: a reference that leads nowhere is a finding and is left out,
//! and the claim it belonged to is marked as not whole, so that no rule judges it by what is missing.

mod articles;
mod backlinks;
mod circles;
mod claims;
mod entries;
mod lines;
mod mentions;
mod names;
mod origins;
mod packing;
mod pictures;
mod pieces;
mod report;
mod roots;
mod ways;

pub use backlinks::Backlinks;
pub use circles::circles_of_documents;
pub use lines::{Line, Lines, Member};
pub use mentions::mentions;
pub use pieces::{Origin, basis_of, origin_of};
pub use roots::Roots;

use jiff::Timestamp;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::{Any, Claim, Desk, Facts, Key, Record, Table};
use crate::text::{FileId, Inputs};
use names::Linked;

/// Links all drafts into one record. What is under embargo is judged at `now`.
#[must_use]
pub fn link(drafts: &[(FileId, Draft)], inputs: &Inputs, now: Timestamp) -> (Record, Vec<Finding>) {
    let mut findings = Vec::new();
    let report = report::report(drafts, &mut findings);
    let gathered = names::gather(drafts, &mut findings);
    let names = &gathered.names;
    let pictures = pictures::gather(drafts, inputs, &mut findings);

    let resolver = names::Context { names, pictures: &pictures, inputs, now, report: &report };
    let people = build(&gathered.people, |entry| entries::person(entry, &resolver));
    let organisations = build(&gathered.organisations, |entry| entries::organisation(entry, &resolver));
    let sources = build(&gathered.sources, |entry| entries::source(entry, &resolver));
    let documents = build(&gathered.documents, |entry| entries::document(entry, &resolver));
    let dates = build(&gathered.dates, |entry| entries::event(entry, &resolver));
    let claims = build(&gathered.claims, |entry| claims::claim(entry, &resolver));
    let articles = build(&gathered.articles, |entry| articles::article(entry, &resolver));

    let mut desk = Desk::default();
    let mut unknown = Vec::new();
    let mut broken_documents = Vec::new();
    for (index, linked) in documents.iter().enumerate() {
        // Without a publisher there is nobody at the root of it.
        if !linked.whole || linked.entry.as_ref().is_some_and(|document| document.source.is_none()) {
            broken_documents.push(index);
        }
    }
    let slots = gathered.slots;
    let mut facts = Facts {
        report,
        people: settle(slots.people, people, Any::Person, &mut desk, &mut findings, &mut unknown),
        organisations: settle(
            slots.organisations,
            organisations,
            Any::Organisation,
            &mut desk,
            &mut findings,
            &mut unknown,
        ),
        sources: settle(slots.sources, sources, Any::Source, &mut desk, &mut findings, &mut unknown),
        documents: settle(slots.documents, documents, Any::Document, &mut desk, &mut findings, &mut unknown),
        dates: settle(slots.dates, dates, Any::Date, &mut desk, &mut findings, &mut unknown),
        claims: settle(slots.claims, claims, Any::Claim, &mut desk, &mut findings, &mut unknown),
        articles: settle(slots.articles, articles, Any::Article, &mut desk, &mut findings, &mut unknown),
        pictures: pictures.table,
    };
    findings.extend(gathered.names.explain(unknown));
    findings.extend(circles::circles(&facts));
    names::former_ids(&facts, &gathered.names, &mut findings);

    claims::dates_of_occasions(&mut facts);
    claims::contradictions_both_ways(&mut facts);
    claims::mark_what_is_not_whole(&mut facts, &broken_documents);
    count(&mut facts, &desk);
    (Record { facts, desk, ids: gathered.names.into_ids() }, findings)
}

/// Resolves entries of one kind, in parallel.
fn build<'d, D: Sync, T: Send>(
    drafts: &[&'d D],
    make: impl Fn(&'d D) -> Linked<T> + Sync + Send,
) -> Vec<Linked<T>> {
    drafts.par_iter().with_min_len(32).map(|draft| make(draft)).collect()
}

/// Fills a table, and gathers what came up on the way.
fn settle<T>(
    slots: crate::model::Slots<T>,
    linked: Vec<Linked<T>>,
    any: fn(Key<T>) -> Any,
    desk: &mut Desk,
    findings: &mut Vec<Finding>,
    unknown: &mut Vec<names::Unknown>,
) -> Table<T> {
    let mut entries = Vec::with_capacity(linked.len());
    let mut aside = Vec::new();
    for one in linked {
        entries.push(one.entry);
        aside.push((one.whole, one.notes, one.allowed, one.withheld, one.secret));
        findings.extend(one.findings);
        unknown.extend(one.unknown);
    }
    let table = slots.fill(entries);
    for (key, _) in table.iter() {
        let Some((whole, notes, allowed, withheld, secret)) = aside.get_mut(key.index()) else { continue };
        let any = any(key);
        if !*whole {
            desk.broken.insert(any);
        }
        if let Some(notes) = notes.take() {
            desk.notes.insert(any, notes);
        }
        if !allowed.is_empty() {
            desk.allowed.insert(any, std::mem::take(allowed));
        }
        if let Some(withheld) = withheld.take() {
            desk.withheld.insert(any, withheld);
        }
        if let (Some(secret), Any::Source(source)) = (secret.take(), any) {
            desk.secrets.insert(source, secret);
        }
    }
    table
}

/// Counts origins and ways of every claim, in parallel.
fn count(facts: &mut Facts, desk: &Desk) {
    let roots = Roots::of(facts);
    let lines = Lines::new(facts, Some(desk));
    let keys = facts.claims.keys();
    let seen: &Facts = facts;
    let counts: FxHashMap<Key<Claim>, _> = keys
        .par_iter()
        .with_min_len(64)
        .map(|&key| (key, origins::count(&seen.claims[key], seen, &roots, &lines)))
        .collect();
    for key in keys {
        if let Some((support, dispute)) = counts.get(&key) {
            facts.claims[key].support = support.clone();
            facts.claims[key].dispute = dispute.clone();
        }
    }
}

#[cfg(test)]
pub(crate) use origins::tests as counting;
