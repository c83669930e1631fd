//! Copies of one report that were taken for several.

use super::standing::live;
use crate::link::{Origin, Roots, origin_of};
use crate::model::{Claim, Document, Evidence, Facts, Key, Name, Source, Speaker, Stance, Status};

/// Two pieces of evidence that are one report: a document and its copy, or two that repeat one outlet.
pub(super) struct Repeats<'c> {
    /// The one that is listed first.
    pub one: &'c Evidence,
    /// The other.
    pub other: &'c Evidence,
}

impl<'c> Repeats<'c> {
    /// Copies in the evidence of a claim that would reach its status if every document were a report of its own, and
    /// does not if copies are taken together. Whether it lacks anything is for [`shortfall`](super::shortfall) to say.
    pub(super) fn taken_for_several(claim: &'c Claim, facts: &'c Facts, roots: &Roots) -> Option<Self> {
        let stance = match claim.status.value {
            Status::Corroborated => Stance::Supports,
            Status::Refuted => Stance::Disputes,
            _ => return None,
        };
        let needed = facts.report.policy.corroborated_origins as usize;
        let pieces: Vec<&Evidence> = live(claim, facts, stance).collect();
        if distinct(&pieces, |piece| piece.document.value) < needed {
            return None;
        }
        let root = |piece: &Evidence| root(piece, roots);
        if distinct(&pieces, root) < needed {
            return Self::among(&pieces, root, |_| true);
        }
        let report = |piece: &Evidence| match outlet(piece, claim, facts, roots) {
            Some(outlet) => Report::Of(outlet),
            None => Report::Document(root(piece)),
        };
        // Two reports of its own are no copies of an outlet's; that they are one origin, the count says.
        let passed_on = |piece: &Evidence| {
            let publisher = facts.documents[piece.document.value].source.map(|source| source.value);
            matches!(report(piece), Report::Of(outlet) if publisher != Some(Speaker::Source(outlet)))
        };
        if distinct(&pieces, report) < needed { Self::among(&pieces, report, passed_on) } else { None }
    }

    /// The first two that are one report on different documents, at least one of them `passed_on`.
    fn among<R: PartialEq>(
        pieces: &[&'c Evidence],
        report: impl Fn(&Evidence) -> R,
        passed_on: impl Fn(&Evidence) -> bool,
    ) -> Option<Self> {
        pieces.iter().filter(|piece| passed_on(piece)).find_map(|other| {
            let same =
                |one: &&&Evidence| one.document.value != other.document.value && report(one) == report(other);
            let one = pieces.iter().find(same)?;
            let (one, other) = if one.place < other.place { (one, other) } else { (other, one) };
            Some(Self { one, other })
        })
    }
}

/// What a piece of evidence repeats.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Report {
    /// Whatever an outlet reported.
    Of(Key<Source>),
    Document(Key<Document>),
}

/// The document at the root of a piece; a round-up, and what has no root, stands for itself.
fn root(piece: &Evidence, roots: &Roots) -> Key<Document> {
    match roots.roots(piece.document.value) {
        [root] => *root,
        _ => piece.document.value,
    }
}

/// The outlet that a piece comes from, if it is one that may be named.
fn outlet(piece: &Evidence, claim: &Claim, facts: &Facts, roots: &Roots) -> Option<Key<Source>> {
    let Origin::One(Speaker::Source(key)) = origin_of(piece, claim, facts, roots) else { return None };
    matches!(facts.sources.get(key)?.name, Name::Known(_)).then_some(key)
}

fn distinct<K: Ord>(pieces: &[&Evidence], of: impl Fn(&Evidence) -> K) -> usize {
    let mut all: Vec<K> = pieces.iter().map(|piece| of(piece)).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}
