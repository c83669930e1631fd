//! A status higher than the evidence carries.

use crate::check::{Found, shortfall};
use crate::diagnostic::Finding;
use crate::model::{Any, Record};

pub(super) fn look(record: &Record) -> Vec<Found> {
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
