//! A sentence of an article: its words, its place, and what its words are tied to.

use std::ops::Range;

use super::typed::Map;
use super::{States, Wording};
use crate::model::{Any, Claim, Form, Key};
use crate::text::{At, Place};

/// A sentence of an article.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its plain text: names filled in where the article has them written, citations left out.
    pub wording: Wording,
    /// All of it in the file, citations behind it left out.
    pub place: Place,
    /// What it is tied to, in the order of the text, citations that cover it and those of its footnotes included.
    pub ties: Vec<Tie>,
    /// What it states that can be checked, in the order of its text.
    pub states: Vec<States>,
    /// The claims that carry it, each once, in the order of the text: those of its ties; of its row in a table; of all
    /// of a quotation it is a part of. How they stand and how many origins they have is in the record.
    pub claims: Vec<Key<Claim>>,
    /// Whether what it states needs a claim: not where it asks something itself, speaks of this report, or leads
    /// elsewhere, nor in a heading.
    pub needs_claim: bool,
    /// Whether a quotation goes on in the next sentence.
    pub(super) quoted_on: bool,
    pub(super) map: Map,
}

/// A tie between a sentence and an entry.
#[derive(Debug, Clone)]
pub struct Tie {
    /// How they are tied.
    pub form: Form,
    /// To what.
    pub target: At<Any>,
    /// The whole of it in the file, brackets included.
    pub place: Place,
    /// The words that are tied, in the sentence's text; empty for a citation.
    pub words: Range<usize>,
}

impl Sentence {
    /// Its plain text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.wording.text()
    }

    /// Where the bytes of `range` of its text were typed.
    #[must_use]
    pub fn place_of(&self, range: Range<usize>) -> Place {
        self.map.place(&range)
    }

    /// Whether a claim carries it.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        !self.claims.is_empty()
    }

    /// Whether it states something that can be checked and needs a claim.
    #[must_use]
    pub fn is_checkable(&self) -> bool {
        self.needs_claim && !self.states.is_empty()
    }

    /// Whether it states something that can be checked, and no claim carries it.
    #[must_use]
    pub fn is_uncited(&self) -> bool {
        self.is_checkable() && !self.is_carried()
    }
}

impl Tie {
    /// The claim, if it is tied to one.
    #[must_use]
    pub fn claim(&self) -> Option<Key<Claim>> {
        match self.target.value {
            Any::Claim(claim) => Some(claim),
            _ => None,
        }
    }

    /// Whether its words name somebody, or something other than a claim.
    #[must_use]
    pub fn is_name(&self) -> bool {
        !self.words.is_empty() && self.claim().is_none()
    }
}
