//! A status higher than the evidence carries.

use crate::check::{Found, Look, Matter, Repeats, rests_on_withdrawn, shortfall};
use crate::diagnostic::Finding;
use crate::link::Roots;
use crate::model::{Any, Claim, Facts};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let roots = Roots::of(facts);
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        if let Some(shortfall) = shortfall(claim, facts)
            && !says_another(claim, facts, &roots)
        {
            let status = claim.status;
            let message = format!("`{}` is not `{}`", claim.entry.id, status.value.word());
            let finding = Finding::error("overstated-status", status.place, message).label(shortfall.lacks);
            found.push(Found { entry: Any::Claim(key), finding: finding.help(shortfall.help) });
        }
    }
    found
}

/// Whether another rule says why the status is not carried: `unsourced-claim`, `withdrawn-support` or
/// `wire-counted-twice`.
fn says_another(claim: &Claim, facts: &Facts, roots: &Roots) -> bool {
    claim.evidence.is_empty()
        || rests_on_withdrawn(claim, facts)
        || Repeats::taken_for_several(claim, facts, roots).is_some()
}
