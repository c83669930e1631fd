//! A status higher than the evidence carries.

use crate::check::{Found, Look, Matter, shortfall};
use crate::diagnostic::Finding;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for (key, claim) in record.facts.claims.iter() {
        // A claim with no evidence at all is told so by `unsourced-claim`.
        if !claim.whole || claim.evidence.is_empty() {
            continue;
        }
        if let Some(shortfall) = shortfall(claim, &record.facts) {
            let status = claim.status;
            let message = format!("`{}` is not `{}`", claim.entry.id, status.value.word());
            let finding = Finding::error("overstated-status", status.place, message).label(shortfall.lacks);
            found.push(Found { entry: Any::Claim(key), finding: finding.help(shortfall.help) });
        }
    }
    found
}
