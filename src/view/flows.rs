//! Who says what through whom, over all claims: what the picture of the whole report shows.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::book::Book;
use super::lines::size;
use super::parts::{Link, Named};
use super::share::relays;
use crate::link::{basis_of, origin_of};
use crate::model::{Basis, Document, Key, Speaker, Stance};

/// A way on which claims reached us.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Who said it first.
    pub origin: Named,
    /// Who passed it on, nearest to the origin first.
    pub relays: Vec<Named>,
    /// Where it stands.
    pub document: Link,
    /// Whether we opened that.
    pub opened: bool,
    /// Whether the origin does not say how it knows.
    pub unstated: bool,
    /// How many claims came on it.
    pub claims: u32,
}

impl Book<'_> {
    /// Every way on which supported claims reached us, the one that most of them took first.
    pub(super) fn flows(&self) -> Vec<Flow> {
        type Way = (Speaker, Vec<Speaker>, Key<Document>, bool);
        let mut ways: BTreeMap<Way, usize> = BTreeMap::new();
        for claim in self.facts.claims.values() {
            let mut taken: Vec<Way> = Vec::new();
            for (index, piece) in claim.evidence.iter().enumerate() {
                if piece.stance != Stance::Supports || self.roots.is_withdrawn(piece.document.value) {
                    continue;
                }
                let unstated = basis_of(piece, claim, self.facts) == Basis::Unstated;
                for origin in origin_of(piece, claim, self.facts, &self.roots).speakers() {
                    let passed_on = relays(&claim.support, index).to_vec();
                    taken.push((*origin, passed_on, piece.document.value, unstated));
                }
            }
            taken.sort_unstable();
            taken.dedup();
            for way in taken {
                *ways.entry(way).or_default() += 1;
            }
        }
        let mut flows: Vec<Flow> = ways
            .into_iter()
            .filter_map(|((origin, relays, document, unstated), claims)| {
                Some(Flow {
                    origin: self.names.speaker(origin)?,
                    relays: self.names.speakers(relays),
                    document: self.names.link(document)?,
                    opened: self.facts.documents.get(document)?.accessed.is_some(),
                    unstated,
                    claims: size(claims),
                })
            })
            .collect();
        flows.sort_by_key(|flow| Reverse(flow.claims));
        flows
    }
}
