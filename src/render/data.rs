//! The report as data: one JSON array for each kind of entry, and what was known on which day.
//!
//! Rows stand in the order of the sheets, one on a line, and refer to each other by id. Every field is in every row,
//! `null` or empty where nothing is known. Dates are EDTF, as typed.

mod claims;
mod entries;
mod known;
mod record;
mod speakers;
#[cfg(test)]
mod tests;

pub use claims::{
    ClaimRow, CorrectionRow, EvidenceRow, GroupRow, OwnCheckRow, ResponseRow, StandingRow, TranslationRow,
};
pub use entries::{ArchiveRow, ArticleRow, AuthorRow, DateRow, DocumentRow, PlaceRow, WithdrawalRow};
pub use known::{KnownChange, KnownRow};
pub use speakers::{ConfidentialRow, OrganisationRow, PersonRow, RoleRow, SourceRow, SpanRow};

use serde::Serialize;

use crate::model::{Any, Entry, Facts, Kind, Speaker};
use crate::publish::Public;
use crate::text::At;

/// A file of data: its address from the report's top, and its bytes.
pub type DataFile = (&'static str, Vec<u8>);

/// Every file below `data/`, in the order of the alphabet; the record of publications last, where there is one.
///
/// # Panics
/// Never: every row has words for its keys.
#[must_use]
pub fn data(public: &Public) -> Vec<DataFile> {
    let facts = public.facts();
    let mut files = vec![
        ("data/articles.json", array(facts.articles.values().map(|article| ArticleRow::of(article, facts)))),
        ("data/as-known.json", array(known::days(facts).into_iter())),
        ("data/claims.json", array(facts.claims.values().map(|claim| ClaimRow::of(claim, facts)))),
        ("data/dates.json", array(facts.dates.values().map(|date| DateRow::of(date, facts)))),
        (
            "data/documents.json",
            array(facts.documents.values().map(|document| DocumentRow::of(document, facts))),
        ),
        (
            "data/organisations.json",
            array(facts.organisations.values().map(|body| OrganisationRow::of(body, facts))),
        ),
        ("data/people.json", array(facts.people.values().map(|person| PersonRow::of(person, facts)))),
        ("data/sources.json", array(facts.sources.values().map(|source| SourceRow::of(source, facts)))),
    ];
    files.extend(record::record(public));
    files
}

/// A JSON array with a row on each line, so that two versions can be compared line by line.
fn array<T: Serialize>(rows: impl Iterator<Item = T>) -> Vec<u8> {
    let mut bytes = b"[".to_vec();
    for (index, row) in rows.enumerate() {
        bytes.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut bytes, &row).expect("every row has words for its keys");
    }
    bytes.extend_from_slice(b"\n]\n");
    bytes
}

/// What the rows of all entries begin with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryRow<'a> {
    /// Its id.
    pub id: &'a str,
    /// The address of its page, from the report's top.
    pub url: String,
    /// A line on what it is.
    pub summary: Option<&'a str>,
    /// Other spellings or names.
    pub also: Vec<&'a str>,
    /// Its own address on the web.
    pub web: Option<&'a str>,
    /// Ids it was published under before.
    pub was: Vec<&'a str>,
}

impl<'a> EntryRow<'a> {
    fn of(entry: &'a Entry, kind: Kind) -> Self {
        Self {
            id: entry.id.as_str(),
            url: address(kind, entry.id.as_str()),
            summary: words(entry.summary.as_ref()),
            also: entry.also.iter().map(|other| other.value.as_str()).collect(),
            web: words(entry.url.as_ref()),
            was: entry.was.iter().map(|id| id.value.as_str()).collect(),
        }
    }
}

fn address(kind: Kind, id: &str) -> String {
    format!("{}/{id}.html", kind.section())
}

fn words(field: Option<&At<String>>) -> Option<&str> {
    field.map(|words| words.value.as_str())
}

fn typed(date: Option<&At<crate::model::Date>>) -> Option<&str> {
    date.map(|date| date.value.as_typed())
}

/// The id of an entry; nothing where it is not public.
fn id(any: impl Into<Any>, facts: &Facts) -> Option<&str> {
    facts.entry(any.into()).map(|entry| entry.id.as_str())
}

fn ids<'a, T: Copy>(list: &[At<T>], any: impl Fn(T) -> Any, facts: &'a Facts) -> Vec<&'a str> {
    list.iter().filter_map(|one| id(any(one.value), facts)).collect()
}

fn speakers<'a>(list: &[At<Speaker>], facts: &'a Facts) -> Vec<&'a str> {
    ids(list, Any::from, facts)
}
