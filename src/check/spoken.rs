//! Words of a claim with the language they are in: its text, and the quotations it rests on.

use super::Matter;
use crate::model::{Claim, Evidence, Key};
use crate::reading::when::{self, Mention};
use crate::reading::{Language, quoted_in};
use crate::text::{At, Place, Span};

/// Words in a sheet that can be read.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'m> {
    pub(super) words: &'m At<String>,
    /// Their language; all that we read where nobody says which it is.
    pub(super) languages: Vec<Language>,
}

impl<'m> Spoken<'m> {
    /// Words of our own, which are in the language of the report.
    pub(super) fn ours(words: &'m At<String>, matter: &Matter<'_>) -> Self {
        Self { words, languages: vec![Language::of(&matter.record.facts.report.language)] }
    }

    /// A quotation, in the language that its piece of evidence says, else in that of the document.
    fn quoted(words: &'m At<String>, evidence: &Evidence, matter: &Matter<'_>) -> Self {
        let language = quoted_in(evidence, &matter.record.facts);
        Self { words, languages: language.map_or(Language::LISTED.to_vec(), |language| vec![language]) }
    }

    /// The quotations of a claim, in the order of its evidence, each with all that it says of when.
    pub(super) fn quotations(
        key: Key<Claim>,
        claim: &'m Claim,
        matter: &Matter<'m>,
    ) -> impl Iterator<Item = (Self, &'m [Mention])> {
        let heard = matter.reading.heard(key).map_or(&[][..], |heard| &heard.quotations);
        claim.evidence.iter().zip(heard).filter_map(|(evidence, mentions)| {
            let words = evidence.quote.as_ref()?;
            Some((Self::quoted(words, evidence, matter), mentions.as_slice()))
        })
    }

    /// The text of a claim and then its quotations, each with all that it says of when.
    pub(super) fn all(
        key: Key<Claim>,
        claim: &'m Claim,
        matter: &Matter<'m>,
    ) -> impl Iterator<Item = (Self, &'m [Mention])> {
        let heard = matter.reading.heard(key).map_or(&[][..], |heard| &heard.text);
        std::iter::once((Self::ours(&claim.text, matter), heard)).chain(Self::quotations(key, claim, matter))
    }

    /// Whether a weekday in them may be another than that of what they tell.
    pub(super) fn leave_day_open(&self) -> bool {
        self.languages.iter().any(|language| when::leaves_day_open(&self.words.value, *language))
    }

    /// The words at a part of them.
    pub(super) fn part(&self, span: Span) -> &'m str {
        self.words.value.get(span.range()).unwrap_or_default()
    }

    /// Where a part of them was typed.
    pub(super) fn place(&self, span: Span, matter: &Matter<'_>) -> Place {
        matter.inputs.part(self.words, span)
    }
}
