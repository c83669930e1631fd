//! The fields that `casebook new` takes as flags.

use clap::Args;

use crate::commands::Given;

/// The fields of a new entry that can be given.
#[derive(Debug, Args)]
pub(super) struct NewFields {
    /// What a person, organisation or source is called.
    #[arg(long, value_name = "WORDS")]
    name: Option<String>,
    /// What a document, date or article is called.
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// What a claim says.
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// What a document is: article, statement, recording …
    #[arg(long = "type", value_name = "TYPE")]
    document_type: Option<String>,
    /// What an organisation or source is, or what sort of thing a claim asserts.
    #[arg(long, value_name = "WORDS")]
    kind: Option<String>,
    /// Who published a document: an id.
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// Whose words a claim is: an id.
    #[arg(long, value_name = "ID")]
    speaker: Option<String>,
    /// How a claim stands.
    #[arg(long, value_name = "STATUS")]
    status: Option<String>,
    /// When it happened, or was so.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// When a document was published.
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// The language of a document.
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// The country of an organisation or source: two letters.
    #[arg(long, value_name = "COUNTRY")]
    country: Option<String>,
    /// Its address on the web.
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
    /// A line on what it is.
    #[arg(long, value_name = "WORDS")]
    summary: Option<String>,
}

impl NewFields {
    /// Those that are given, by their names in a sheet.
    pub(super) fn given(self) -> Vec<Given> {
        let fields = [
            ("name", self.name),
            ("title", self.title),
            ("text", self.text),
            ("type", self.document_type),
            ("kind", self.kind),
            ("source", self.source),
            ("speaker", self.speaker),
            ("status", self.status),
            ("date", self.date),
            ("published", self.published),
            ("language", self.language),
            ("country", self.country),
            ("url", self.url),
            ("summary", self.summary),
        ];
        fields.into_iter().filter_map(|(field, words)| Some(Given { field, words: words? })).collect()
    }
}
