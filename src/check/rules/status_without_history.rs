//! A history that does not lead to the status of today.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let claims = matter.claims();
    let found = claims.filter_map(|(key, claim)| {
        let finding = finding(claim)?;
        Some(Found { entry: Any::Claim(key), finding })
    });
    found.collect()
}

fn finding(claim: &Claim) -> Option<Finding> {
    // What has no last day cannot be told to be the newest, or not to be.
    if claim.history.iter().any(|standing| standing.from.is_none()) {
        return None;
    }
    let newest = claim.history.iter().max_by_key(|standing| standing.from)?;
    let status = claim.status;
    let same_day = claim.history.iter().filter(|standing| standing.from == newest.from);
    if same_day.into_iter().any(|standing| standing.status.value == status.value) {
        return None;
    }
    let (now, then) = (status.value.word(), newest.status.value.word());
    let message = format!("`{}` is `{now}`, and its history ends with `{then}`", claim.entry.id);
    let finding = Finding::error("status-without-history", status.place, message)
        .also(newest.status.place, "the newest entry of its history")
        .help(format!(
            "add to `history` when and why it became `{now}`; or, if it did not, make it `{then}`"
        ));
    Some(finding)
}
