//! What a rule is.

use super::Matter;
use crate::diagnostic::{Finding, Level};
use crate::model::Any;

crate::words! {
    /// What rules are about.
    pub enum Group {
        /// Who says so, and how they know.
        Sources = "sources",
        /// How a claim stands.
        Standing = "standing",
        /// What was said, word by word.
        Words = "words and quotations",
        /// When.
        Dates = "dates",
        /// Those whom it may harm.
        Fairness = "fairness",
        /// What was published, and what is kept.
        Record = "record",
        /// Pictures.
        Pictures = "pictures",
        /// What must not come out.
        Secrets = "keeping secrets",
    }
}

/// A rule of the desk.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which reads after "allow": `unsourced-claim`.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// How much its findings weigh, unless `report.yaml` says otherwise; the highest where they differ.
    pub level: Level,
    /// What it catches, why, an example, and how to mend it; Markdown.
    pub page: &'static str,
    /// Where its findings come from.
    pub look: Look,
}

impl Rule {
    /// The first line of its page after the heading: "Catches …".
    #[must_use]
    pub fn catches(&self) -> &'static str {
        self.page.lines().find(|line| line.starts_with("Catches ")).unwrap_or_default()
    }
}

impl Group {
    /// Its name as one word, for the command line: `words-and-quotations`.
    #[must_use]
    pub fn slug(self) -> String {
        self.word().replace(' ', "-")
    }
}

/// Where a rule's findings come from.
#[derive(Debug)]
pub enum Look {
    /// As [`Matter`](Look::Matter), of articles sentence by sentence: where all of these are off, no article is read so.
    Prose(fn(&Matter<'_>) -> Vec<Found>),
    /// From what is laid before the rules.
    Matter(fn(&Matter<'_>) -> Vec<Found>),
    /// From the same, where it concerns the report as a whole or what is no longer in it: these findings name the entry
    /// themselves, if there is one.
    Whole(fn(&Matter<'_>) -> Vec<Finding>),
    /// From reading, linking or building, which come upon it on their way.
    Elsewhere,
}

/// Something a rule found, and the entry it concerns.
#[derive(Debug, Clone)]
pub struct Found {
    /// The entry an exception would name.
    pub entry: Any,
    /// What is to be said.
    pub finding: Finding,
}
