//! What a claim rests on: the evidence that its number of origins comes from.

use crate::link::basis_of;
use crate::model::{Basis, Claim, Count, Facts, Group, Name, Speaker, Status, Why};

/// The origins of one side of a claim, as they were counted.
pub(super) struct Rest<'c> {
    /// Those that count. Where none of them says how it knows, all that may have copied from one another: each may be
    /// the one that counts.
    pub groups: Vec<&'c Group>,
    /// Whether one of them says how it knows.
    pub known: bool,
}

impl<'c> Rest<'c> {
    /// What supports a claim.
    pub(super) fn of(claim: &'c Claim, facts: &Facts) -> Self {
        Self::of_side(claim, &claim.support, facts)
    }

    /// What its standing rests on: what disputes it, where it was shown to be false.
    pub(super) fn of_standing(claim: &'c Claim, facts: &Facts) -> Self {
        let is_refuted = claim.status.value == Status::Refuted;
        Self::of_side(claim, if is_refuted { &claim.dispute } else { &claim.support }, facts)
    }

    fn of_side(claim: &Claim, count: &'c Count, facts: &Facts) -> Self {
        let stated = |at: &usize| basis_of(&claim.evidence[*at], claim, facts) != Basis::Unstated;
        let groups = &count.groups;
        let counting = || groups.iter().filter(|group| group.counts > 0);
        let known = counting().any(|group| group.evidence.iter().any(stated));
        let stands = |group: &&Group| group.counts > 0 || (!known && group.why == Why::Unstated);
        Self { groups: groups.iter().filter(stands).collect(), known }
    }

    /// Everybody it comes from; nobody where it rests on nothing.
    pub(super) fn speakers(&self) -> impl Iterator<Item = Speaker> {
        self.groups.iter().flat_map(|group| group.speakers.iter().copied())
    }

    /// Whether it comes from nobody but confidential sources.
    pub(super) fn is_confidential(&self, facts: &Facts) -> bool {
        let confidential = |speaker| match speaker {
            Speaker::Source(key) => {
                facts.sources.get(key).is_some_and(|source| matches!(source.name, Name::Confidential { .. }))
            }
            Speaker::Person(_) | Speaker::Organisation(_) => false,
        };
        self.speakers().next().is_some() && self.speakers().all(confidential)
    }
}
