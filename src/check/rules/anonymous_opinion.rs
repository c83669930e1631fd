//! A judgement that nobody answers for with a name.

use crate::check::{Found, Look, Matter, Rest};
use crate::diagnostic::Finding;
use crate::model::{Any, ClaimKind, Status};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        let gone = matches!(claim.status.value, Status::Superseded | Status::Refuted | Status::Withdrawn);
        if claim.kind != ClaimKind::Assessment || gone {
            continue;
        }
        let rest = Rest::of(claim, facts);
        let Some(at) = rest.groups.first().and_then(|group| group.evidence.first()) else { continue };
        if rest.is_confidential(facts) {
            let piece = &claim.evidence[*at];
            let place = piece.said_by.map_or(piece.document.place, |speaker| speaker.place);
            let message = "this judgement rests on confidential sources alone";
            let finding = Finding::error("anonymous-opinion", place, message).help(
                "confidential sources may give facts: take the judgement out, or find somebody who passes it by name",
            );
            found.push(Found { entry: Any::Claim(key), finding });
        }
    }
    found
}
