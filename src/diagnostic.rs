//! One shape for everything that can be said of a report: terminal, JSON, SARIF, editor and overlay are made from it.
//!
//! It knows no terminal and no protocol.

use crate::text::{At, Place};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Should be mended or answered.
    Warning,
    /// Stops the publication.
    Error,
}

impl Level {
    /// As it is written: `error`, `warning`, `note`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that was found, at one place, with one way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub level: Level,
    /// The rule's name as in `casebook explain`: `unsourced-claim`, `unknown-id`.
    pub rule: &'static str,
    /// What is wrong: lower case, the author's words in backticks, blaming nobody, no full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What is said at the marked words themselves; may be empty.
    pub label: String,
    /// Other places that take part, each with what it is: the first of two definitions, say.
    pub others: Vec<(Place, String)>,
    /// What to do about it.
    pub help: Option<String>,
    /// The id of the entry it concerns, where it concerns one: exceptions name it.
    pub entry: Option<String>,
}

impl Finding {
    /// An error: nothing is published while it stands.
    pub fn error(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Level::Error, rule, place, message.into())
    }

    /// A warning.
    pub fn warning(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Level::Warning, rule, place, message.into())
    }

    /// A note.
    pub fn note(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Level::Note, rule, place, message.into())
    }

    fn new(level: Level, rule: &'static str, place: Place, message: String) -> Self {
        Self {
            level,
            rule,
            message,
            place,
            label: String::new(),
            others: Vec::new(),
            help: None,
            entry: None,
        }
    }

    /// With words at the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that takes part.
    #[must_use]
    pub fn also(mut self, place: Place, what: impl Into<String>) -> Self {
        self.others.push((place, what.into()));
        self
    }
}

/// A finding that an exception applies to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excepted {
    /// The finding, as it would stand without the exception.
    pub finding: Finding,
    /// The level it has with it; nothing: it is not reported.
    pub level: Option<Level>,
    /// Why, and where that is written.
    pub why: At<String>,
}

/// Sorts by file and place, errors before warnings at the same place, and drops what is said twice.
pub fn in_order(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        (a.place, std::cmp::Reverse(a.level), a.rule, &a.message).cmp(&(
            b.place,
            std::cmp::Reverse(b.level),
            b.rule,
            &b.message,
        ))
    });
    findings.dedup();
}
