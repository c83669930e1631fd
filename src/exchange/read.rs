//! Foreign files, each format told in the newsroom's words.

mod bibtex;
mod citation;
mod claim_review;
mod csl;
mod date;
mod html;
mod ris;
mod table;
mod timeline;

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::told::Told;
use crate::model::Kind;
pub use table::{columns, kind_of_table};

crate::words! {
    /// The formats that are read.
    pub enum Format {
        /// References as Zotero, Mendeley and Pandoc keep them.
        CslJson = "csl-json",
        /// References as BibTeX and BibLaTeX keep them.
        Bibtex = "bibtex",
        /// References as nearly every library's catalogue gives them.
        Ris = "ris",
        /// A timeline of TimelineJS, as JSON or as the table that it is made from.
        Timelinejs = "timelinejs",
        /// Fact-checks, as schema.org has them.
        Claimreview = "claimreview",
        /// A table whose columns are called what our fields are called, or one that a report has given away.
        Csv = "csv",
    }
}

/// Why a file could not be read: what is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread(pub String);

impl fmt::Display for Unread {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Bytes as letters: what their first bytes say of themselves, then UTF-8, then what Windows writes.
#[must_use]
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    std::str::from_utf8(bytes)
        .map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)
}

/// The format of a file, by what is in it, and where that could be several things, by its name.
#[must_use]
pub fn format_of(name: &str, text: &str) -> Option<Format> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let start = text.trim_start();
    if text.contains("ClaimReview") && (start.starts_with(['{', '[', '<'])) {
        return Some(Format::Claimreview);
    }
    if start.starts_with(['{', '[']) {
        let is_timeline = text.contains("\"events\"") || text.contains("\"start_date\"");
        return Some(if is_timeline { Format::Timelinejs } else { Format::CslJson });
    }
    if start.starts_with("TY  -") || start.starts_with("TY -") {
        return Some(Format::Ris);
    }
    match ending.as_str() {
        "bib" | "bibtex" | "biblatex" => Some(Format::Bibtex),
        "ris" => Some(Format::Ris),
        "csv" | "tsv" => Some(if timeline::is_table(text) { Format::Timelinejs } else { Format::Csv }),
        _ if start.starts_with('@') => Some(Format::Bibtex),
        _ => None,
    }
}

/// Everything that a file tells of, in its order. `kind` says what the rows of a table are; `lists` are the tables
/// that belong to it, by the name of the field.
///
/// # Errors
/// If it is not in that format, or broken: nothing of it is taken then.
pub fn read(
    format: Format,
    text: &str,
    kind: Option<Kind>,
    lists: &[(String, String)],
) -> Result<Vec<Told>, Unread> {
    match format {
        Format::CslJson => csl::read(text),
        Format::Bibtex => bibtex::read(text),
        Format::Ris => ris::read(text),
        Format::Timelinejs if text.trim_start().starts_with('{') => timeline::read_json(text),
        Format::Timelinejs => timeline::read_table(text),
        Format::Claimreview => claim_review::read(text),
        Format::Csv => table::read(text, kind, lists),
    }
}

/// A file as JSON.
fn json(text: &str) -> Result<serde_json::Value, Unread> {
    serde_json::from_str(text).map_err(|error| {
        Unread(format!("it is not JSON, line {}, column {}: {error}", error.line(), error.column()))
    })
}

/// The words of a plain value of JSON.
fn words(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(words) => Some(words.trim().to_owned()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(is) => Some(is.to_string()),
        _ => None,
    }
    .filter(|words| !words.is_empty())
}

/// Any value of JSON as words, for the notes: what is in a list or in fields too.
fn all_words(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::Array(items) => {
            let items: Vec<String> = items.iter().map(all_words).filter(|words| !words.is_empty()).collect();
            items.join("; ")
        }
        serde_json::Value::Object(fields) => {
            let field = |(name, value): (&String, &serde_json::Value)| {
                let words = all_words(value);
                // `url https://…` stands in every list of references: as a note, it would be taken for a leak.
                let says_itself = matches!(name.as_str(), "url" | "@type");
                let said = if says_itself { words } else { format!("{name} {words}") };
                (!all_words(value).is_empty()).then_some(said)
            };
            fields.iter().filter_map(field).collect::<Vec<_>>().join(", ")
        }
        plain => words(plain).unwrap_or_default(),
    }
}
