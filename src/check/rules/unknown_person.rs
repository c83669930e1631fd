//! The full name of a person whom the record does not know.

use rustc_hash::FxHashSet;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Desk, Facts};
use crate::reading::Stated;

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let secret = secret_names(&matter.record.desk);
    let mut found = Vec::new();
    for article in &matter.reading.articles {
        let mut told: FxHashSet<&str> = FxHashSet::default();
        for sentence in article.sentences().chain(article.head_sentences()) {
            for stated in sentence.states.iter().filter(|stated| stated.what == Stated::UnknownName) {
                let Some(name) = sentence.text().get(stated.range.clone()) else { continue };
                // Who must not be named is not named here either: `secret-in-output` stops such a page.
                let folded = name.to_lowercase();
                if secret.iter().any(|secret| folded.starts_with(secret)) || !told.insert(name) {
                    continue;
                }
                let place = sentence.place_of(stated.range.clone());
                let message = format!("`{name}` is nobody the record knows");
                let finding = Finding::warning("unknown-person", place, message).help(help(name, facts));
                found.push(Found { entry: Any::Article(article.key), finding });
            }
        }
    }
    found
}

fn help(name: &str, facts: &Facts) -> String {
    let names = facts.people.values().map(|person| person.name.value.as_str());
    let near = crate::text::nearest(name, names, 1).first().copied();
    let person = facts.people.values().find(|person| Some(person.name.value.as_str()) == near);
    match person {
        Some(person) => format!(
            "if this is `{}`, list this spelling under its `also`; otherwise add an entry under `people`",
            person.entry.id
        ),
        None => "add an entry under `people`, or another spelling to the `also` of one there is".to_owned(),
    }
}

fn secret_names(desk: &Desk) -> Vec<String> {
    let names = desk.secrets.values().flat_map(|secret| secret.name.iter().chain(&secret.also));
    names.map(|name| name.value.to_lowercase()).collect()
}
