//! A claim that stands on nothing that still stands.

use crate::check::{Found, Look, Matter, rests_on_withdrawn};
use crate::diagnostic::Finding;
use crate::model::{Any, Document, Facts, Key, Stance};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        if !rests_on_withdrawn(claim, facts) {
            continue;
        }
        let status = claim.status;
        let message = format!(
            "`{}` is `{}`, and all that supports it was withdrawn",
            claim.entry.id,
            status.value.word()
        );
        let mut finding = Finding::error("withdrawn-support", status.place, message);
        let mut told: Vec<Place> = Vec::new();
        for piece in claim.evidence.iter().filter(|piece| piece.stance == Stance::Supports) {
            if let Some(place) = withdrawn_at(piece.document.value, facts)
                && !told.contains(&place)
                && told.len() < MOST_TOLD
            {
                finding = finding.also(place, "withdrawn here");
                told.push(place);
            }
        }
        let finding = finding.help(
            "find what still supports it; or make it `withdrawn` and say why in `history`, or `refuted` where the withdrawal shows it to be false",
        );
        found.push(Found { entry: Any::Claim(key), finding });
    }
    found
}

/// How many withdrawals are pointed at.
const MOST_TOLD: usize = 3;

/// Where a document, or the nearest that it repeats, is said to be withdrawn.
fn withdrawn_at(document: Key<Document>, facts: &Facts) -> Option<Place> {
    let mut seen = vec![document];
    let mut next = 0;
    while let Some(&here) = seen.get(next) {
        next += 1;
        let Some(document) = facts.documents.get(here) else { continue };
        if let Some(withdrawn) = &document.withdrawn {
            return Some(withdrawn.place);
        }
        for base in document.bases() {
            if !seen.contains(&base.value) {
                seen.push(base.value);
            }
        }
    }
    None
}
