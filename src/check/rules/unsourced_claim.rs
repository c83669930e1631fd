//! A claim with no evidence.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let claims = matter.claims().filter(|(_, claim)| claim.evidence.is_empty());
    let found = claims.map(|(key, claim)| {
        let finding = Finding::error("unsourced-claim", claim.entry.place, "no evidence for this claim")
            .help("add `evidence: [{document: ID}]`, naming what you opened, or take the claim out; `casebook explain unsourced-claim`");
        Found { entry: Any::Claim(key), finding }
    });
    found.collect()
}
