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
use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::{Any, Claim, Desk, Document, Facts, Key, Record, Table};
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

    // Without a publisher there is nobody at the root of a document.
    let nobodys =
        |linked: &Linked<Document>| linked.entry.as_ref().is_some_and(|document| document.source.is_none());
    let broken_documents = documents.iter().enumerate();
    let broken_documents = broken_documents.filter(|(_, linked)| !linked.whole || nobodys(linked));
    let broken_documents: Vec<usize> = broken_documents.map(|(index, _)| index).collect();
    let slots = gathered.slots;
    let mut aside = Aside { findings, ..Aside::default() };
    let mut facts = Facts {
        report,
        people: settle(slots.people, people, Any::Person, &mut aside),
        organisations: settle(slots.organisations, organisations, Any::Organisation, &mut aside),
        sources: settle(slots.sources, sources, Any::Source, &mut aside),
        documents: settle(slots.documents, documents, Any::Document, &mut aside),
        dates: settle(slots.dates, dates, Any::Date, &mut aside),
        claims: settle(slots.claims, claims, Any::Claim, &mut aside),
        articles: settle(slots.articles, articles, Any::Article, &mut aside),
        pictures: pictures.table,
    };
    let Aside { desk, mut findings, unknown, broken } = aside;
    findings.extend(gathered.names.explain(unknown));
    findings.extend(circles::circles(&facts));
    names::former_ids(&facts, &gathered.names, &mut findings);

    claims::dates_of_occasions(&mut facts);
    claims::contradictions_both_ways(&mut facts);
    claims::mark_what_is_not_whole(&mut facts, &broken_documents);
    count(&mut facts, &desk);
    (Record { facts, desk, ids: gathered.names.into_ids(), broken }, findings)
}

/// What linking finds in one file alone: words that lead nowhere, or to the wrong kind of entry. Sooner known than all
/// that [`link`] finds, since no other file's entries are linked.
#[must_use]
pub fn link_file(file: FileId, drafts: &[(FileId, Draft)], inputs: &Inputs, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    let report = report::report(drafts, &mut findings);
    let gathered = names::gather(drafts, &mut findings);
    let names = &gathered.names;
    let pictures = pictures::gather(drafts, inputs, &mut findings);
    let resolver = names::Context { names, pictures: &pictures, inputs, now, report: &report };
    let mut unknown = Vec::new();
    let left = &mut (&mut findings, &mut unknown);
    lay_aside(gathered.people.iter().filter(|entry| entry.id.place.file == file), left, |entry| {
        entries::person(entry, &resolver)
    });
    lay_aside(gathered.organisations.iter().filter(|entry| entry.id.place.file == file), left, |entry| {
        entries::organisation(entry, &resolver)
    });
    lay_aside(gathered.sources.iter().filter(|entry| entry.id.place.file == file), left, |entry| {
        entries::source(entry, &resolver)
    });
    lay_aside(gathered.documents.iter().filter(|entry| entry.id.place.file == file), left, |entry| {
        entries::document(entry, &resolver)
    });
    lay_aside(gathered.dates.iter().filter(|entry| entry.id.place.file == file), left, |entry| {
        entries::event(entry, &resolver)
    });
    lay_aside(gathered.claims.iter().filter(|entry| entry.id.place.file == file), left, |entry| {
        claims::claim(entry, &resolver)
    });
    let own =
        |article: &&&crate::load::ArticleDraft| article.id.as_ref().is_some_and(|id| id.place.file == file);
    lay_aside(gathered.articles.iter().filter(own), left, |entry| articles::article(entry, &resolver));
    findings.extend(names.explain(unknown));
    findings.retain(|finding| finding.place.file == file);
    findings
}

/// Links entries for what comes up on the way.
fn lay_aside<'d, D: 'd, T>(
    drafts: impl Iterator<Item = &'d &'d D>,
    (findings, unknown): &mut (&mut Vec<Finding>, &mut Vec<names::Unknown>),
    make: impl Fn(&'d D) -> Linked<T>,
) {
    for draft in drafts {
        let linked = make(draft);
        findings.extend(linked.findings);
        unknown.extend(linked.unknown);
    }
}

/// Resolves entries of one kind, in parallel.
fn build<'d, D: Sync, T: Send>(
    drafts: &[&'d D],
    make: impl Fn(&'d D) -> Linked<T> + Sync + Send,
) -> Vec<Linked<T>> {
    drafts.par_iter().with_min_len(32).map(|draft| make(draft)).collect()
}

/// What is left of linked entries when their tables are filled.
#[derive(Default)]
struct Aside {
    desk: Desk,
    findings: Vec<Finding>,
    unknown: Vec<names::Unknown>,
    broken: FxHashSet<Any>,
}

/// Fills a table, and lays aside what came up on the way.
fn settle<T>(
    slots: crate::model::Slots<T>,
    linked: Vec<Linked<T>>,
    any: fn(Key<T>) -> Any,
    aside: &mut Aside,
) -> Table<T> {
    let mut entries = Vec::with_capacity(linked.len());
    let mut left = Vec::new();
    for one in linked {
        entries.push(one.entry);
        left.push((one.notes, one.allowed, one.withheld, one.secret, one.whole));
        aside.findings.extend(one.findings);
        aside.unknown.extend(one.unknown);
    }
    let table = slots.fill(entries);
    for (key, _) in table.iter() {
        let Some((notes, allowed, withheld, secret, whole)) = left.get_mut(key.index()) else { continue };
        let any = any(key);
        if let Some(notes) = notes.take() {
            aside.desk.notes.insert(any, notes);
        }
        if !allowed.is_empty() {
            aside.desk.allowed.insert(any, std::mem::take(allowed));
        }
        if let Some(withheld) = withheld.take() {
            aside.desk.withheld.insert(any, withheld);
        }
        if let (Some(secret), Any::Source(source)) = (secret.take(), any) {
            aside.desk.secrets.insert(source, secret);
        }
        if !*whole {
            aside.broken.insert(any);
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
