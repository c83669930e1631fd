//! Pieces of evidence: who said it first, and how they know.

use super::lines::{Line, Lines, Ties, date_of};
use super::roots::{Roots, roots_of};
use crate::model::{Basis, Claim, Document, Evidence, Facts, Key, Speaker};

/// Who said it first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Somebody who is named, or whoever published the document at the root.
    One(Speaker),
    /// Whoever published the documents at the several roots of a round-up.
    RoundUp(Vec<Speaker>),
    /// Nobody: the document derives from itself.
    Nobody,
}

impl Origin {
    /// All of them; nobody for a circle.
    #[must_use]
    pub fn speakers(&self) -> &[Speaker] {
        match self {
            Self::One(speaker) => std::slice::from_ref(speaker),
            Self::RoundUp(speakers) => speakers,
            Self::Nobody => &[],
        }
    }
}

/// The origin of a piece of evidence: its `said_by`, else the claim's speaker, else whoever published what stands at
/// the root of its document.
#[must_use]
pub fn origin_of(evidence: &Evidence, claim: &Claim, facts: &Facts, roots: &Roots) -> Origin {
    named(evidence, claim).map_or_else(|| published(roots.roots(evidence.document.value), facts), Origin::One)
}

/// How the origin of a piece of evidence knows. Where the sheet does not say: a person or a body states it, a source
/// leaves it unstated.
#[must_use]
pub fn basis_of(evidence: &Evidence, claim: &Claim, facts: &Facts) -> Basis {
    if let Some(basis) = &evidence.basis {
        return basis.value;
    }
    let published = || published(&roots_of(evidence.document.value, facts), facts);
    basis(evidence, &named(evidence, claim).map_or_else(published, Origin::One))
}

fn named(evidence: &Evidence, claim: &Claim) -> Option<Speaker> {
    evidence.said_by.as_ref().or(claim.speaker.as_ref()).map(|speaker| speaker.value)
}

fn published(roots: &[Key<Document>], facts: &Facts) -> Origin {
    let source =
        |root: &Key<Document>| facts.documents.get(*root)?.source.as_ref().map(|source| source.value);
    if let [root] = roots {
        return source(root).map_or(Origin::Nobody, Origin::One);
    }
    let mut speakers: Vec<Speaker> = Vec::with_capacity(roots.len());
    for speaker in roots.iter().filter_map(source) {
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    if speakers.is_empty() { Origin::Nobody } else { Origin::RoundUp(speakers) }
}

fn basis(evidence: &Evidence, origin: &Origin) -> Basis {
    let speakers = origin.speakers();
    let stated =
        !speakers.is_empty() && speakers.iter().all(|speaker| !matches!(speaker, Speaker::Source(_)));
    evidence
        .basis
        .as_ref()
        .map_or(if stated { Basis::Statement } else { Basis::Unstated }, |basis| basis.value)
}

/// A piece of evidence, with what must be known to count it.
pub(super) struct Piece<'c> {
    /// Its place in the claim, from 0.
    pub index: usize,
    pub evidence: &'c Evidence,
    pub origin: Origin,
    /// For each speaker of the origin, the document whose date says whom they spoke for.
    pub spoken_in: Vec<Key<Document>>,
    /// Whether it is known how the origin knows.
    pub known: bool,
    /// Whether its document, and all that repeats, still stands.
    pub live: bool,
}

impl<'c> Piece<'c> {
    pub(super) fn new(index: usize, claim: &'c Claim, facts: &Facts, roots: &Roots) -> Self {
        let evidence = &claim.evidence[index];
        let origin = origin_of(evidence, claim, facts, roots);
        let opened = evidence.document.value;
        let publishes = |speaker: &Speaker, root: Key<Document>| {
            let source = facts.documents.get(root).and_then(|document| document.source.as_ref());
            source.is_some_and(|source| source.value == *speaker)
        };
        let spoken_in = |speaker: &Speaker| match named(evidence, claim) {
            Some(_) => opened,
            None => {
                roots.roots(opened).iter().copied().find(|root| publishes(speaker, *root)).unwrap_or(opened)
            }
        };
        let spoken_in = origin.speakers().iter().map(spoken_in).collect();
        let known = basis(evidence, &origin) != Basis::Unstated;
        Self { index, evidence, origin, spoken_in, known, live: !roots.is_withdrawn(opened) }
    }

    pub(super) fn document(&self) -> Key<Document> {
        self.evidence.document.value
    }

    /// Who is above the speakers of its origin.
    pub(super) fn origin_lines<'l>(
        &self,
        facts: &'l Facts,
        lines: &'l Lines<'_>,
        ties: Ties,
    ) -> impl Iterator<Item = Line<'l>> {
        let spoken = self.origin.speakers().iter().zip(&self.spoken_in);
        spoken.map(move |(speaker, document)| lines.line(*speaker, date_of(*document, facts), ties))
    }

    pub(super) fn is_round_up(&self) -> bool {
        matches!(self.origin, Origin::RoundUp(_))
    }
}
