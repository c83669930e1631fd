//! What is not public: drafts, embargoes, notes, and sources that are not named.

use serde::Serialize;

use super::Laid;
use super::names::{name, spot};
use crate::model::{Any, Desk, Name, Record, Withheld};
use crate::text::Places;

/// Something that is held back, or that has a note.
#[derive(Debug, Serialize)]
pub(super) struct Held {
    kind: &'static str,
    id: String,
    name: String,
    why: Option<String>,
    note: Option<String>,
    at: String,
}

/// A source that is not named.
#[derive(Debug, Serialize)]
pub(super) struct Unnamed {
    id: String,
    described_as: String,
    reason: Option<String>,
    approved_by: Option<String>,
}

/// What is shown in place of a note that names a confidential source.
const KEPT: &str = "This note names a confidential source, and stays in its file.";

/// Why an entry is not public; nothing where it is.
pub(super) fn held_back(record: &Record, any: Any) -> Option<String> {
    Some(match record.desk.withheld.get(&any)?.value {
        Withheld::Draft => "draft".to_owned(),
        Withheld::Embargo(until) => {
            let until = record.facts.report.time_zone.to_datetime(until);
            format!("under embargo until {}", until.strftime("%-d %B %Y, %H:%M"))
        }
    })
}

/// All that is held back or has a note, kind by kind. What is noted of a source that is not named stays in the sheet,
/// and so does a note that names one.
pub(super) fn held(laid: &Laid<'_>, places: &mut Places<'_>) -> Vec<Held> {
    let (facts, desk) = (&laid.record.facts, &laid.record.desk);
    let mut held = Vec::new();
    for (any, entry) in facts.entries() {
        let why = held_back(laid.record, any);
        let is_secret = matches!(any, Any::Source(key) if desk.secrets.contains_key(&key));
        let note = desk.notes.get(&any).filter(|_| !is_secret);
        let note = note.map(|note| if names_a_secret(&note.value, desk) { KEPT } else { &note.value });
        if why.is_some() || note.is_some() {
            held.push(Held {
                kind: any.kind().word(),
                id: entry.id.to_string(),
                name: name(facts, any),
                why,
                note: note.map(str::to_owned),
                at: spot(entry.place, places),
            });
        }
    }
    held
}

fn names_a_secret(words: &str, desk: &Desk) -> bool {
    let words = words.to_lowercase();
    let mut secrets = desk.secrets.values().flat_map(|secret| secret.name.iter().chain(&secret.also));
    secrets.any(|secret| {
        let secret = secret.value.to_lowercase();
        // One name of several is enough to tell who it is; particles and initials are not.
        let mut parts = secret.split_whitespace().filter(|part| part.chars().count() > 3).peekable();
        if parts.peek().is_none() { words.contains(&secret) } else { parts.any(|part| words.contains(part)) }
    })
}

/// The sources that are not named, as readers may know them, and who approved of that.
pub(super) fn unnamed(laid: &Laid<'_>) -> Vec<Unnamed> {
    let sources = laid.record.facts.sources.iter();
    let unnamed = sources.filter_map(|(key, source)| {
        let Name::Confidential { reason, .. } = &source.name else { return None };
        let secret = laid.record.desk.secrets.get(&key);
        Some(Unnamed {
            id: source.entry.id.to_string(),
            described_as: name(&laid.record.facts, key.into()),
            reason: reason.as_ref().map(|reason| reason.value.clone()),
            approved_by: secret.and_then(|secret| Some(secret.approved_by.as_ref()?.value.clone())),
        })
    });
    unnamed.collect()
}
