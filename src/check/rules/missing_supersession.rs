//! A superseded claim with no successor that stands.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Record, Status};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        if claim.status.value != Status::Superseded {
            continue;
        }
        let finding = match claim.superseded_by {
            None => Finding::error("missing-supersession", claim.status.place, "nothing replaced this claim")
                .label("`superseded` takes a claim that came after")
                .help("add `superseded_by: …`, the id of the claim that holds now"),
            Some(successor) => match withdrawn_at(record, successor.value) {
                Some(withdrawn) => Finding::error(
                    "missing-supersession",
                    successor.place,
                    "the claim that replaced this one was withdrawn",
                )
                .also(withdrawn, "withdrawn here")
                .help("name the claim that holds now, or give this one another status"),
                None => continue,
            },
        };
        found.push(Found { entry: Any::Claim(key), finding });
    }
    found
}

/// Where a claim is declared withdrawn, if it is.
fn withdrawn_at(
    record: &Record,
    claim: crate::model::Key<crate::model::Claim>,
) -> Option<crate::text::Place> {
    let status = record.facts.claims.get(claim)?.status;
    (status.value == Status::Withdrawn).then_some(status.place)
}
