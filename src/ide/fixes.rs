//! Quick ways out of findings: changes that somebody would type anyway, and none that hides a mistake.

use super::completion::after_at_sign;
use super::{Change, Known, bare, field, kinds, tree};
use crate::diagnostic::Finding;
use crate::edits::{Added, Edit, added, append};
use crate::link::{called, name_for_an_id};
use crate::load::form_of;
use crate::load::yaml::{Node, Value};
use crate::model::{Claim, Entry, Id, Kind, Speaker};
use crate::session::Edition;
use crate::text::{At, Place, nearest};

/// A way out of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in words.
    pub title: String,
    /// What becomes of the files.
    pub change: Change,
    /// Whether there is little doubt that this is meant.
    pub is_likely: bool,
}

/// How many ids are offered in the place of one that nothing has.
const MEANT: usize = 3;

/// The ways out of a finding that need no thought, the likeliest first; often none. `known.now` is the edition that the
/// finding was found in.
#[must_use]
pub fn fixes(known: Known<'_>, finding: &Finding) -> Vec<Fix> {
    match finding.rule {
        "unknown-id" => unknown_id(known, finding.place),
        "bad-id" | "bad-reference" => named(known.now, finding),
        "no-reply-sought" => reply(known.now, finding.place).into_iter().collect(),
        "unknown-person" => unknown_person(known.now, finding.place),
        _ => Vec::new(),
    }
}

/// The ids that were probably meant, and entries that would have this one.
fn unknown_id(known: Known<'_>, place: Place) -> Vec<Fix> {
    let edition = known.now;
    let input = edition.inputs.file(place.file);
    let (word, place) = bare(&edition.inputs, place);
    let start = place.span.start as usize;
    let is_article = input.path.starts_with("content/articles/");
    let kinds = if is_article && field::is_in_prose(&input.text, start) {
        input.text.get(..start).and_then(after_at_sign).unwrap_or(kinds::ALL)
    } else {
        field::kinds_at(&input.path, &input.text, start).unwrap_or(kinds::ALL)
    };
    let record = &edition.record;
    let fitting = record.facts.entries().filter(|(any, _)| kinds.contains(&any.kind()));
    let near = nearest(word, fitting.map(|(_, entry)| entry.id.as_str()), MEANT);
    let is_likely = near.len() == 1;
    let mut fixes: Vec<Fix> = near.into_iter().map(|id| instead(word, place, id, is_likely)).collect();
    let Some(id) = Id::parse(word) else { return fixes };
    let new = kinds.iter().filter(|kind| **kind != Kind::Article);
    fixes.extend(new.filter_map(|kind| create(edition, *kind, &id, None)));
    fixes
}

/// The ids of those whose name was written in the place of one.
fn named(edition: &Edition, finding: &Finding) -> Vec<Fix> {
    let Some(At { value: name, place }) = name_for_an_id(finding, &edition.inputs) else { return Vec::new() };
    let called = called(name, &edition.record.facts);
    let is_likely = called.len() == 1;
    called.into_iter().map(|(_, entry)| instead(name, place, entry.id.as_str(), is_likely)).collect()
}

/// An id in the place of what was typed.
fn instead(typed: &str, place: Place, id: &str, is_likely: bool) -> Fix {
    Fix {
        title: format!("change `{typed}` to `{id}`"),
        change: Change { edits: vec![Edit { place, text: id.to_owned() }], ..Change::default() },
        is_likely,
    }
}

/// An entry that is added to the sheets.
fn create(edition: &Edition, kind: Kind, id: &Id, name: Option<&str>) -> Option<Fix> {
    let name = name.map(|name| ("name", format!("    name: {}", crate::edits::scalar(name))));
    let change = match added(kind, id, name.as_slice(), &edition.inputs)? {
        Added::To(edit) => Change { edits: vec![edit], ..Change::default() },
        Added::New { path, text } => Change { created: Some((path, text)), ..Change::default() },
    };
    Some(Fix { title: format!("create the {} `{id}`", kind.word()), change, is_likely: false })
}

/// An entry for somebody whom an article names and the record does not know, or another spelling of somebody it knows.
fn unknown_person(edition: &Edition, place: Place) -> Vec<Fix> {
    let facts = &edition.record.facts;
    let name = edition.inputs.words(place).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut fixes = Vec::new();
    let Some(id) = Id::plain(&name).filter(|id| !id.as_str().contains('/')) else { return fixes };
    let taken = |id: &Id| facts.entries().any(|(_, entry)| entry.ids().any(|other| other == id));
    let free = if taken(&id) { Id::parse(&format!("{id}-2")).filter(|id| !taken(id)) } else { Some(id) };
    fixes.extend(free.and_then(|id| create(edition, Kind::Person, &id, Some(&name))));
    let names = facts.people.values().map(|person| person.name.value.as_str());
    let Some(near) = nearest(&name, names, 1).first().copied() else { return fixes };
    if let Some(person) = facts.people.values().find(|person| person.name.value == near) {
        let spelling = crate::edits::scalar(&name);
        let edits = in_entry(edition, Kind::Person, &person.entry, ("also", &spelling));
        fixes.extend(edits.map(|edits| Fix {
            title: format!("add the spelling `{name}` to `{}`", person.entry.id),
            change: Change { edits, ..Change::default() },
            is_likely: false,
        }));
    }
    fixes
}

/// An entry in `responses` for a party that nobody says was asked: their own claim where there is one that contradicts
/// this; otherwise that nobody asked, which stands as a warning until it says why.
fn reply(edition: &Edition, place: Place) -> Option<Fix> {
    let facts = &edition.record.facts;
    let accused =
        |claim: &Claim| claim.adverse_to.iter().find(|party| party.place == place).map(|party| party.value);
    let (claim, party) = facts.claims.values().find_map(|claim| Some((claim, accused(claim)?)))?;
    let id = &facts.entry(party.into())?.id;
    let (item, title) = match denial(edition, claim, party) {
        Some(answer) => {
            (format!("{{party: {id}, claim: {answer}}}"), format!("add `{answer}` as the reply of `{id}`"))
        }
        None => (
            format!("{{party: {id}, outcome: not sought}}"),
            format!("add a reply entry for `{id}`: not asked yet"),
        ),
    };
    let edits = in_entry(edition, Kind::Claim, &claim.entry, ("responses", &item))?;
    Some(Fix { title, change: Change { edits, ..Change::default() }, is_likely: true })
}

fn denial<'e>(edition: &'e Edition, claim: &Claim, party: Speaker) -> Option<&'e Id> {
    let claims = &edition.record.facts.claims;
    let mut others = claim.contradictions().filter_map(|other| claims.get(other));
    let own = others.find(|other| other.speaker.is_some_and(|speaker| speaker.value == party))?;
    Some(&own.entry.id)
}

/// An item more in a list of an entry.
fn in_entry(edition: &Edition, kind: Kind, entry: &Entry, item: (&str, &str)) -> Option<Vec<Edit>> {
    let file = entry.place.file;
    let node = entry_node(tree(edition, file)?, kind, entry.place)?;
    append(file, &edition.inputs.file(file).text, node, &form_of(kind), item)
}

/// The fields of an entry, by where its id is written.
fn entry_node(root: &Node, kind: Kind, place: Place) -> Option<&Node> {
    let Value::Map(sections) = &root.value else { return None };
    let (_, section) = sections.iter().find(|(key, _)| *key.word == *kind.section())?;
    let Value::Map(entries) = &section.value else { return None };
    entries.iter().find(|(key, _)| key.span == place.span).map(|(_, node)| node)
}
