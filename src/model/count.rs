//! How many independent origins a claim has, on how many ways, and the steps by which they were counted.

use super::{Document, Key, Speaker};

/// The outcome of counting one side of a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// Independent origins.
    pub origins: u32,
    /// Ways: how many of them reached us without sharing a speaker or a document. Never more than `origins`.
    pub ways: u32,
    /// The origins, gathered as they were counted; every piece of evidence of this side is in exactly one group.
    pub groups: Vec<Group>,
    /// What everything that counts came through.
    pub narrow: Vec<Narrow>,
    /// For each piece of evidence, in the claim's order, who passed it on, nearest to the origin first; what was not
    /// given is filled in with the sources on the way to the document.
    pub relays: Vec<Vec<Speaker>>,
}

impl Count {
    /// Whether a claim would have no origin left without this group of its own. Those who do not say how they know
    /// stand in for each other: while there are several, it rests on none of them alone.
    #[must_use]
    pub fn rests_on(&self, group: &Group) -> bool {
        self.origins == 1
            && group.counts > 0
            && match group.why {
                Why::OnlyUnstated | Why::RoundUp => {
                    group.speakers.len() == 1
                        && self.groups.iter().filter(|other| other.stands()).count() == 1
                }
                _ => true,
            }
    }
}

impl Group {
    /// Whether it could be an origin, if there were no other.
    #[must_use]
    pub fn stands(&self) -> bool {
        !matches!(self.why, Why::Withdrawn | Why::Circle | Why::RoundUpOfNamed)
    }
}

/// Pieces of evidence whose origins count together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The origins; none where there is none (a circle).
    pub speakers: Vec<Speaker>,
    /// Which pieces of evidence, by their place in the claim, from 0.
    pub evidence: Vec<usize>,
    /// What it adds to the number of origins.
    pub counts: u32,
    /// Why.
    pub why: Why,
    /// Of several that are one: whom all of them are, belong to or speak for, by what anyone may know. None where it is
    /// one body for some of them and another for others.
    pub within: Vec<Speaker>,
}

/// Why a group counts, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// One origin, whose basis is known.
    Known,
    /// Several origins that are one: the same body stands above them.
    Merged,
    /// No basis is stated, and there is no other origin: it may be the only one.
    OnlyUnstated,
    /// No basis is stated: it may have copied from another.
    Unstated,
    /// It is tied to another origin by something that is kept confidential.
    Secret,
    /// A round-up of origins that are named already.
    RoundUpOfNamed,
    /// A round-up of origins not named otherwise.
    RoundUp,
    /// Its documents derive from one another in a circle.
    Circle,
    /// Its document, or what that repeats, was withdrawn.
    Withdrawn,
}

/// What everything that counts came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Narrow {
    /// One relay.
    Speaker(Speaker),
    /// One document, at the root of all that was opened.
    Document(Key<Document>),
}
