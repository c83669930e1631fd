//! The report as data: one JSON array for each kind of entry, and what was known on which day.
//!
//! Rows stand in the order of the sheets, one on a line, and refer to each other by id. Every field is in every row,
//! `null` or empty where nothing is known. Dates are EDTF, as typed.

mod claims;
mod entries;
mod known;
mod package;
mod record;
mod row;
mod speakers;
mod tables;
#[cfg(test)]
mod tests;

pub use claims::{
    ClaimRow, CorrectionRow, EvidenceRow, GroupRow, OwnCheckRow, ResponseRow, StandingRow, TranslationRow,
};
pub use entries::{ArchiveRow, ArticleRow, AuthorRow, DateRow, DocumentRow, PlaceRow, WithdrawalRow};
pub use known::{KnownChange, KnownRow};
pub use package::data_reference;
pub use row::{Column, Holds};
pub use speakers::{ConfidentialRow, OrganisationRow, PersonRow, RoleRow, SourceRow, SpanRow};
pub use tables::{Field, Table};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use row::row;
use tables::Kinds;

use crate::model::{Any, Entry, Facts, Kind, Speaker};
use crate::publish::Public;
use crate::text::At;

/// A file of data: its address from the report's top, and its bytes.
pub type DataFile = (String, Vec<u8>);

/// What a row of each kind is, what it is called within other tables, what it is known by, and what is in it.
const KINDS: Kinds = Kinds([
    ("articles", "An article.", "article", "id", ArticleRow::COLUMNS),
    ("as-known", "A day on which something became known.", "day", "date", KnownRow::COLUMNS),
    ("claims", "A claim.", "claim", "id", ClaimRow::COLUMNS),
    ("dates", "Something that happened.", "date", "id", DateRow::COLUMNS),
    ("documents", "A document.", "document", "id", DocumentRow::COLUMNS),
    ("organisations", "A body that acts in the story.", "organisation", "id", OrganisationRow::COLUMNS),
    ("people", "A person.", "person", "id", PersonRow::COLUMNS),
    ("sources", "Who informs.", "source", "id", SourceRow::COLUMNS),
]);

/// Every file below `data/`: each kind as JSON and as tables, what is in them, and the record of publications, where
/// there is one.
#[must_use]
pub fn data(public: &Public) -> Vec<DataFile> {
    let facts = public.facts();
    let tables = KINDS.tables();
    let kinds = KINDS.0.par_iter();
    let mut files: Vec<DataFile> = kinds.flat_map_iter(|(kind, ..)| of_kind(kind, facts, &tables)).collect();
    files.push(("data/datapackage.json".to_owned(), package::package(&facts.report)));
    files.extend(record::record(public));
    files
}

/// The files of a kind; rows in the order of the sheets.
fn of_kind(kind: &'static str, facts: &Facts, tables: &[Table]) -> Vec<DataFile> {
    let made = Made { kind, tables };
    match kind {
        "articles" => made.of(facts.articles.values().map(|article| ArticleRow::of(article, facts))),
        "as-known" => made.of(known::days(facts).into_iter()),
        "claims" => made.of(facts.claims.values().map(|claim| ClaimRow::of(claim, facts))),
        "dates" => made.of(facts.dates.values().map(|date| DateRow::of(date, facts))),
        "documents" => made.of(facts.documents.values().map(|document| DocumentRow::of(document, facts))),
        "organisations" => made.of(facts.organisations.values().map(|body| OrganisationRow::of(body, facts))),
        "people" => made.of(facts.people.values().map(|person| PersonRow::of(person, facts))),
        _ => made.of(facts.sources.values().map(|source| SourceRow::of(source, facts))),
    }
}

/// Makes the files of a kind.
struct Made<'t> {
    kind: &'static str,
    tables: &'t [Table],
}

impl Made<'_> {
    fn of<T: Serialize>(&self, rows: impl Iterator<Item = T>) -> Vec<DataFile> {
        let rows: Vec<T> = rows.collect();
        let mut files = vec![(format!("data/{}.json", self.kind), array(rows.iter()))];
        let values: Vec<Value> = rows.iter().filter_map(|row| serde_json::to_value(row).ok()).collect();
        let is_own = |table: &&Table| {
            table.name == self.kind || table.within.is_some_and(|(above, _)| above == self.kind)
        };
        let key = KINDS.key(self.kind);
        let tables = self.tables.iter().filter(is_own);
        files.extend(tables.map(|table| (format!("data/{}.csv", table.name), table.csv(&values, key))));
        files
    }
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

row! {
    /// What the rows of all entries begin with.
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
