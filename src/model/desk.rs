//! What only the desk may see.

use rustc_hash::FxHashMap;

use super::{Any, Key, Source, Speaker};
use crate::text::{At, Place};

/// Everything that is not public. It is kept apart so that nothing built from [`Facts`](super::Facts) can hold it.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The desk's notes.
    pub notes: FxHashMap<Any, At<String>>,
    /// What is a draft or under embargo now.
    pub withheld: FxHashMap<Any, At<Withheld>>,
    /// What is secret of confidential sources.
    pub secrets: FxHashMap<Key<Source>, Secret>,
    /// Findings that the desk has answered, where they stand.
    pub allowed: FxHashMap<Any, Vec<Allowed>>,
}

/// A rule whose finding the desk has looked at and lets stand, for one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The rule's name.
    pub rule: At<String>,
    /// The words it is about, as they stand in the text; nothing: all that the rule finds in the entry.
    pub words: Option<At<String>>,
    /// Why it may stand.
    pub why: At<String>,
}

impl Allowed {
    /// Whether it answers a finding of a rule at the words that stand `there`: its own words are those, or among them,
    /// or have them among themselves.
    #[must_use]
    pub fn answers(&self, rule: &str, there: &str) -> bool {
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let stands = |words: &At<String>| {
            let (words, there) = (folded(&words.value), folded(there));
            !there.is_empty() && (there.contains(&words) || words.contains(&there))
        };
        self.rule.value == rule && self.words.as_ref().is_none_or(stands)
    }
}

/// Why something is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// `draft: true`.
    Draft,
    /// Under embargo until then.
    Embargo(jiff::Timestamp),
}

/// What is secret of a confidential source.
#[derive(Debug, Clone)]
pub struct Secret {
    /// Where it is declared confidential.
    pub place: Place,
    /// Its name.
    pub name: Option<At<String>>,
    /// Other names.
    pub also: Vec<At<String>>,
    /// Its address on the web.
    pub url: Option<At<String>>,
    /// What it is.
    pub summary: Option<At<String>>,
    /// Who it counts as one origin with.
    pub counts_with: Vec<At<Speaker>>,
    /// Who approved of its use.
    pub approved_by: Option<At<String>>,
}
