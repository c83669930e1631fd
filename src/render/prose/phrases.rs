//! The few words that are ours in an article's text.

use std::collections::BTreeMap;

/// The words that are read out, or put in, beside the author's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrases {
    /// What a table that can be scrolled is called: `Table`.
    pub table: String,
    /// What the footnotes are called: `Notes`.
    pub notes: String,
    /// What leads from a footnote back to its place: `Back to the text`.
    pub back: String,
    /// What a number between brackets refers to: `claim`.
    pub claim: String,
    /// What is said of a picture that does not itself show what it stands for: `Symbolic picture`.
    pub symbolic: String,
    /// What the standings are called; one that is not here is called by its own word.
    pub standings: BTreeMap<String, String>,
}

impl Default for Phrases {
    /// In English.
    fn default() -> Self {
        Self {
            table: "Table".into(),
            notes: "Notes".into(),
            back: "Back to the text".into(),
            claim: "claim".into(),
            symbolic: "Symbolic picture".into(),
            standings: BTreeMap::new(),
        }
    }
}

impl Phrases {
    /// What a standing is called.
    #[must_use]
    pub fn standing<'a>(&'a self, word: &'a str) -> &'a str {
        self.standings.get(word).map_or(word, String::as_str)
    }
}
