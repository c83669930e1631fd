//! A claim with no evidence.

use crate::check::Found;
use crate::diagnostic::Finding;
use crate::model::{Any, Record};

pub(super) fn look(record: &Record) -> Vec<Found> {
    let claims = record.facts.claims.iter().filter(|(_, claim)| claim.whole && claim.evidence.is_empty());
    let found = claims.map(|(key, claim)| {
        let finding = Finding::error("unsourced-claim", claim.entry.place, "no evidence for this claim")
            .help("add `evidence`, or take the claim out; `casebook explain unsourced-claim`");
        Found { entry: Any::Claim(key), finding }
    });
    found.collect()
}
