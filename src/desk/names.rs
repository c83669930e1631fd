//! What things are called on the desk, and where they are written.

use serde::Serialize;

use crate::model::{Any, Facts, Name, Record, Speaker};
use crate::text::{Place, Places};

/// What an entry is called. A confidential source is called what readers may call it.
pub(super) fn name(facts: &Facts, any: Any) -> String {
    let name: Option<&str> = match any {
        Any::Person(key) => facts.people.get(key).map(|person| person.name.value.as_str()),
        Any::Organisation(key) => facts.organisations.get(key).map(|body| body.name.value.as_str()),
        Any::Source(key) => facts.sources.get(key).map(|source| match &source.name {
            Name::Known(name) => name.value.as_str(),
            Name::Confidential { described_as, .. } => {
                described_as.as_ref().map_or("a confidential source", |words| &words.value)
            }
        }),
        Any::Document(key) => facts.documents.get(key).map(|document| document.title.value.as_str()),
        Any::Date(key) => facts.dates.get(key).map(|date| date.title.value.as_str()),
        Any::Claim(key) => facts.claims.get(key).map(|claim| claim.text.value.as_str()),
        Any::Article(key) => facts.articles.get(key).map(|article| article.title.value.as_str()),
    };
    name.unwrap_or("something that could not be read").to_owned()
}

/// Several speakers in words: `A`, `A and B`, `A, B and C`.
pub(super) fn speakers(facts: &Facts, speakers: &[Speaker]) -> String {
    let names: Vec<String> = speakers.iter().map(|speaker| name(facts, (*speaker).into())).collect();
    listed(&names)
}

fn listed(names: &[String]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// `one origin`, `3 origins`.
pub(super) fn number(count: usize, one: &str, more: &str) -> String {
    match count {
        0 => format!("no {more}"),
        1 => format!("one {one}"),
        _ => format!("{count} {more}"),
    }
}

/// A claim as other parts of the desk point at it: by its row.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ClaimLink {
    pub id: String,
    pub text: String,
    pub status: &'static str,
}

/// What a claim is called, and how it stands.
pub(super) fn claim(record: &Record, key: crate::model::Key<crate::model::Claim>) -> Option<ClaimLink> {
    let claim = record.facts.claims.get(key)?;
    Some(ClaimLink {
        id: claim.entry.id.to_string(),
        text: claim.text.value.clone(),
        status: claim.status.value.word(),
    })
}

/// `content/facts/call.yaml:31:3`
pub(super) fn spot(place: Place, places: &mut Places<'_>) -> String {
    let spot = places.spot(place);
    format!("{}:{}:{}", spot.path, spot.start.line, spot.start.column)
}

/// `call.yaml:31`, where the way to the file is known well enough.
pub(super) fn line(place: Place, places: &mut Places<'_>) -> String {
    let spot = places.spot(place);
    let path = spot.path.strip_prefix("content/facts/").unwrap_or(spot.path);
    format!("{path}:{}", spot.start.line)
}
