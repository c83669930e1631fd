//! Claims read for what they say of when: their own words, and the quotations they rest on.

use std::sync::Arc;

use rayon::prelude::*;

use super::Language;
use super::when::{Mention, mentions};
use crate::model::{Claim, Document, Evidence, Facts, Key, Table};

/// What is said of when in a claim.
#[derive(Debug, Clone)]
pub struct Heard {
    /// In its own words.
    pub text: Vec<Mention>,
    /// In the quotation of each piece of evidence, by the place of the piece; nothing where there is none.
    pub quotations: Vec<Vec<Mention>>,
    /// What it was heard in, kept here so that no other can be taken for it.
    claim: Arc<Claim>,
    languages: Vec<Option<Language>>,
}

/// What is said of when in every claim; by key, in their order.
pub(super) type AllHeard = Vec<(Key<Claim>, Arc<Heard>)>;

/// What was heard before, so that each claim is heard again only where it, or the language of a document, has changed.
#[derive(Debug, Default)]
pub(super) struct Hearings {
    /// What the languages of quotations came of.
    spoken: Option<(String, Table<Document>)>,
    heard: Arc<AllHeard>,
}

impl Hearings {
    /// What every claim says of when: the same as if all were heard anew.
    pub(super) fn hear(&mut self, facts: &Facts) -> Arc<AllHeard> {
        let ours = &facts.report.language;
        let is_spoken_as_before = self
            .spoken
            .as_ref()
            .is_some_and(|(language, documents)| language == ours && documents.shares_all(&facts.documents));
        let before = &*self.heard;
        let hear = |key: Key<Claim>| {
            let claim = facts.claims.shared(key)?;
            let known = before.binary_search_by_key(&key, |(key, _)| *key).ok();
            let known = known.and_then(|index| before.get(index)).map(|(_, heard)| heard);
            let speaks_alike = |heard: &Heard| languages(claim, facts).eq(heard.languages.iter().copied());
            let heard = match known {
                Some(heard)
                    if Arc::ptr_eq(&heard.claim, claim) && (is_spoken_as_before || speaks_alike(heard)) =>
                {
                    Arc::clone(heard)
                }
                // It was typed anew, in the same words.
                Some(heard) if words(&heard.claim).eq(words(claim)) && speaks_alike(heard) => {
                    Arc::new(Heard { claim: Arc::clone(claim), ..Heard::clone(heard) })
                }
                _ => Arc::new(Heard::of(claim, facts)),
            };
            Some((key, heard))
        };
        let heard = facts.claims.keys().into_par_iter().with_min_len(64).filter_map(hear).collect();
        self.heard = Arc::new(heard);
        if !is_spoken_as_before {
            self.spoken = Some((ours.clone(), facts.documents.clone()));
        }
        Arc::clone(&self.heard)
    }
}

/// The words of a claim: first our own, then those of its quotations.
fn words(claim: &Claim) -> impl Iterator<Item = Option<&str>> {
    let quotations =
        claim.evidence.iter().map(|piece| piece.quote.as_ref().map(|quote| quote.value.as_str()));
    std::iter::once(Some(claim.text.value.as_str())).chain(quotations)
}

/// The languages in which the words of a claim are read: first our own, then those of its quotations.
fn languages<'f>(claim: &'f Claim, facts: &'f Facts) -> impl Iterator<Item = Option<Language>> + 'f {
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

impl Heard {
    fn of(claim: &Arc<Claim>, facts: &Facts) -> Self {
        let languages: Vec<Option<Language>> = languages(claim, facts).collect();
        let mut each = languages.iter().copied();
        let text = said(&claim.text.value, each.next().flatten());
        let quotation = |(piece, language): (&Evidence, Option<Language>)| {
            piece.quote.as_ref().map(|quote| said(&quote.value, language)).unwrap_or_default()
        };
        let quotations = claim.evidence.iter().zip(each).map(quotation).collect();
        Self { text, quotations, claim: Arc::clone(claim), languages }
    }
}

/// All that words say of when, in any language that is read where nobody says in which they are.
fn said(words: &str, language: Option<Language>) -> Vec<Mention> {
    match language {
        Some(language) => mentions(words, language),
        None => Language::LISTED.iter().flat_map(|language| mentions(words, *language)).collect(),
    }
}
