//! Words of a claim with the language they are in: its text, and the quotations it rests on.

use super::Matter;
use crate::model::{Claim, Evidence};
use crate::reading::Language;
use crate::reading::when::{self, Mention};
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

    /// The quotation of a piece of evidence, in the language it says, else in that of the document.
    pub(super) fn quotation(evidence: &'m Evidence, matter: &Matter<'_>) -> Option<Self> {
        let words = evidence.quote.as_ref()?;
        let document = matter.record.facts.documents.get(evidence.document.value);
        let of_document = || document?.language.as_ref();
        let language = evidence.language.as_ref().or_else(of_document);
        let languages =
            language.map_or(Language::LISTED.to_vec(), |language| vec![Language::of(&language.value)]);
        Some(Self { words, languages })
    }

    /// The quotations of a claim, in the order of its evidence.
    pub(super) fn quotations(claim: &'m Claim, matter: &Matter<'_>) -> impl Iterator<Item = Self> {
        claim.evidence.iter().filter_map(|evidence| Self::quotation(evidence, matter))
    }

    /// All they say of when.
    pub(super) fn mentions(&self) -> Vec<Mention> {
        self.languages.iter().flat_map(|language| when::mentions(&self.words.value, *language)).collect()
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
