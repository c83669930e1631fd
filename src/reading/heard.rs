//! Claims read for what they say of when: their own words, and the quotations they rest on.

use super::Language;
use super::when::{Mention, mentions};
use crate::model::{Claim, Evidence, Facts};

/// What is said of when in a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// In its own words.
    pub text: Vec<Mention>,
    /// In the quotation of each piece of evidence, by the place of the piece; nothing where there is none.
    pub quotations: Vec<Vec<Mention>>,
}

/// The languages in which the words of a claim are read: first our own, then those of its quotations.
pub(super) fn languages<'f>(
    claim: &'f Claim,
    facts: &'f Facts,
) -> impl Iterator<Item = Option<Language>> + 'f {
    let ours = Language::of(&facts.report.language);
    std::iter::once(Some(ours)).chain(claim.evidence.iter().map(|piece| quoted_in(piece, facts)))
}

/// The language of a quotation: what the piece of evidence says, else that of the document; nothing where nobody says
/// which it is.
#[must_use]
pub fn quoted_in(evidence: &Evidence, facts: &Facts) -> Option<Language> {
    let of_document = || facts.documents.get(evidence.document.value)?.language.as_ref();
    let language = evidence.language.as_ref().or_else(of_document)?;
    Some(Language::of(&language.value))
}

pub(super) fn hear(claim: &Claim, facts: &Facts) -> Heard {
    let mut languages = languages(claim, facts);
    let text = said(&claim.text.value, languages.next().flatten());
    let quotation = |(piece, language): (&Evidence, Option<Language>)| {
        piece.quote.as_ref().map(|quote| said(&quote.value, language)).unwrap_or_default()
    };
    Heard { text, quotations: claim.evidence.iter().zip(languages).map(quotation).collect() }
}

/// All that words say of when, in any language that is read where nobody says in which they are.
fn said(words: &str, language: Option<Language>) -> Vec<Mention> {
    match language {
        Some(language) => mentions(words, language),
        None => Language::LISTED.iter().flat_map(|language| mentions(words, *language)).collect(),
    }
}
