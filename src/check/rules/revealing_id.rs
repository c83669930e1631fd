//! An id or an address that shares a word with the secret name of a confidential source.

use std::collections::BTreeSet;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Entry, Facts, Id, Secret};
use crate::text::{At, umlauts_spelt_out};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for (key, source) in matter.asked().sources.iter() {
        let Some(secret) = record.desk.secrets.get(&key) else { continue };
        let words: BTreeSet<String> = names(secret).flat_map(|name| words(&name)).collect();
        for id in
            ids(&source.entry).filter(|id| id.value.as_str().split('-').any(|word| words.contains(word)))
        {
            found.push(told(Any::Source(key), &id, "this source's secret name"));
        }
    }
    // The ids of others may share a given name with it, but no family name, unless somebody is openly called so.
    let last = record.desk.secrets.values().flat_map(names).filter_map(|name| words(&name).pop());
    let last: BTreeSet<String> = last.filter(|word| word.len() > 3).collect();
    let is_its_own = |any: Any| matches!(any, Any::Source(key) if record.desk.secrets.contains_key(&key));
    let is_public = |any: Any| !is_its_own(any) && !record.desk.withheld.contains_key(&any);
    let shared = |id: &At<Id>| {
        id.value.as_str().split(['-', '/']).find(|word| last.contains(*word)).map(str::to_owned)
    };
    let entries = matter.asked().entries().filter(|(any, _)| !last.is_empty() && is_public(*any));
    let met = entries.flat_map(|(any, entry)| ids(entry).filter_map(move |id| Some((any, shared(&id)?, id))));
    let met: Vec<(Any, String, At<Id>)> = met.collect();
    if !met.is_empty() {
        let open = openly_called(&record.facts);
        let told = met.iter().filter(|(_, word, _)| !open.contains(word));
        found.extend(told.map(|(any, _, id)| self::told(*any, id, "the secret name of a source")));
    }
    found
}

/// An entry's id, and those it had before: their addresses lead to it.
fn ids(entry: &Entry) -> impl Iterator<Item = At<Id>> {
    let own = At::new(entry.id.clone(), entry.place);
    std::iter::once(own).chain(entry.was.iter().cloned())
}

fn told(entry: Any, id: &At<Id>, whose: &str) -> Found {
    // The name itself is not repeated: findings end up in logs.
    let message = format!("the id `{}` shares a word with {whose}", id.value);
    let finding = Finding::error("revealing-id", id.place, message)
        .help("ids are public: choose one that says nothing of who it is");
    Found { entry, finding }
}

/// What a source is called in secret, as ids would write it: without the marks on letters, and with `ü` as `ue`.
fn names(secret: &Secret) -> impl Iterator<Item = Id> {
    let names = secret.name.iter().chain(&secret.also);
    names.flat_map(|name| {
        let plain = name.value.to_lowercase().replace('/', " ");
        [Id::plain(&plain), Id::plain(&umlauts_spelt_out(&plain))].into_iter().flatten()
    })
}

/// The words of all that people, organisations and sources are openly called.
fn openly_called(facts: &Facts) -> BTreeSet<String> {
    let names = facts.open_names().filter_map(|name| Id::plain(&name.replace('/', " ")));
    names.flat_map(|name| words(&name)).collect()
}

/// The words of a name that say something of it: initials alone do not.
fn words(name: &Id) -> Vec<String> {
    name.as_str().split('-').filter(|word| word.len() > 1).map(str::to_owned).collect()
}
