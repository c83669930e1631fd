//! What rests on a speaker: alone, with others, or only passed on.

use super::book::Book;
use crate::model::{Claim, Count, Key, Speaker, Stance};

/// The part of somebody in the claims of a report, each list in the order of pages.
#[derive(Debug, Default)]
pub(super) struct Share {
    /// Claims with no other origin.
    pub alone: Vec<Key<Claim>>,
    /// Claims that they and others said first.
    pub shared: Vec<Key<Claim>>,
    /// Claims they only passed on.
    pub passed_on: Vec<Key<Claim>>,
    /// Claims they speak against.
    pub disputed: Vec<Key<Claim>>,
    /// Through whom what they said first reached us.
    pub through: Vec<Speaker>,
}

impl Book<'_> {
    /// What rests on a speaker.
    pub(super) fn share(&self, speaker: Speaker) -> Share {
        let links = self.backlinks.speaker(speaker);
        let mut share = Share::default();
        for at in &links.origin {
            let Some(claim) = self.facts.claims.get(at.claim) else { continue };
            match claim.evidence.get(at.piece).map(|piece| piece.stance) {
                Some(Stance::Disputes) => share.disputed.push(at.claim),
                Some(Stance::Supports) => {
                    let group = claim.support.groups.iter().find(|group| group.evidence.contains(&at.piece));
                    match group {
                        Some(group) if claim.support.rests_on(group) => share.alone.push(at.claim),
                        Some(group) if group.stands() => share.shared.push(at.claim),
                        _ => {}
                    }
                    for relay in relays(&claim.support, at.piece) {
                        if !share.through.contains(relay) {
                            share.through.push(*relay);
                        }
                    }
                }
                Some(Stance::Context) | None => {}
            }
        }
        for at in &links.passed_on {
            let Some(claim) = self.facts.claims.get(at.claim) else { continue };
            let supports = claim.evidence.get(at.piece).is_some_and(|piece| piece.stance == Stance::Supports);
            let said_it = claim.support.groups.iter().any(|group| group.speakers.contains(&speaker));
            if supports && !said_it {
                share.passed_on.push(at.claim);
            }
        }
        for claims in [&mut share.alone, &mut share.shared, &mut share.passed_on, &mut share.disputed] {
            *claims = self.order.claims.sorted(claims.drain(..));
        }
        let place = |claim: &Key<Claim>| self.order.claims.place(*claim);
        let alone = &share.alone;
        share.shared.retain(|claim| alone.binary_search_by_key(&place(claim), place).is_err());
        share
    }

    /// Claims that are a speaker's words, or that they said first.
    pub(super) fn said_by(&self, speaker: Speaker) -> Vec<Key<Claim>> {
        let links = self.backlinks.speaker(speaker);
        let supports = |claim: Key<Claim>, piece: usize| {
            let piece = self.facts.claims.get(claim).and_then(|claim| claim.evidence.get(piece));
            piece.is_some_and(|piece| piece.stance == Stance::Supports)
        };
        let first = links.origin.iter().filter(|at| supports(at.claim, at.piece)).map(|at| at.claim);
        self.order.claims.sorted(links.said.iter().copied().chain(first))
    }
}

/// Who passed on a piece of evidence, nearest to the origin first.
pub(super) fn relays(count: &Count, piece: usize) -> &[Speaker] {
    count.relays.get(piece).map(Vec::as_slice).unwrap_or_default()
}
