//! A sentence of an article: its words, its place, and what its words are tied to.

use std::ops::Range;

use super::typed::Map;
use super::when::Mention;
use super::{Stated, States, Wording};
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
    /// All that it says of when.
    pub mentions: Vec<Mention>,
    /// What it states that can be checked, in the order of its text.
    pub states: Vec<States>,
    /// The claims that carry it, each once, in the order of the text: those of its ties; of its row in a table; of all
    /// of a quotation it is a part of. How they stand and how many origins they have is in the record.
    pub claims: Vec<Key<Claim>>,
    /// Whether what it states needs a claim.
    pub need: Need,
    /// Whether one of its ties leads nowhere: what it was to be carried by is not known.
    pub(super) lost: bool,
    /// Whether a quotation goes on in the next sentence.
    pub(super) quoted_on: bool,
    pub(super) map: Map,
}

/// Whether a sentence needs a claim for what it states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It does.
    Claim,
    /// It does not: it asks something itself, speaks of this report or leads elsewhere, or stands in a heading.
    Nothing,
    /// It does, and the desk has looked at it and lets it stand without one: `allow` of the article.
    Answered,
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

    /// Whether what it states needs a claim, though the desk may let it stand without.
    #[must_use]
    pub fn needs_claim(&self) -> bool {
        self.need != Need::Nothing
    }

    /// Whether it asks something.
    #[must_use]
    pub fn is_question(&self) -> bool {
        let closing = ['"', '“', '”', '»', '«', ')', ']', '’', '\'', ' '];
        self.text().trim_end_matches(closing).ends_with('?')
    }

    /// Whether a byte of its text stands in quotation marks, or in a block quotation.
    #[must_use]
    pub fn is_quoted(&self, at: usize) -> bool {
        self.states.iter().any(|stated| stated.what == Stated::Quotation && stated.range.contains(&at))
    }

    /// Whether it states something that can be checked and needs a claim.
    #[must_use]
    pub fn is_checkable(&self) -> bool {
        self.needs_claim() && !self.states.is_empty()
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
