//! Two claims that cannot both be true, and both stand high.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Status};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for (key, claim) in matter.asked().claims.iter().filter(|(_, claim)| stands_high(claim)) {
        for stated in &claim.contradicts {
            let Some(other) = facts.claims.get(stated.value).filter(|other| stands_high(other)) else {
                continue;
            };
            // Where both say so of each other, the first in the sheets does.
            let said_before = stated.value < key && other.contradicts.iter().any(|back| back.value == key);
            if stated.value == key || said_before {
                continue;
            }
            let (id, other_id) = (&claim.entry.id, &other.entry.id);
            let (status, other_status) = (claim.status, other.status);
            let message =
                format!("`{id}` is `{}`, and so is `{other_id}`, which it contradicts", status.value.word());
            let message = if status.value == other_status.value {
                message
            } else {
                format!(
                    "`{id}` is `{}` and contradicts `{other_id}`, which is `{}`",
                    status.value.word(),
                    other_status.value.word()
                )
            };
            let finding = Finding::error("verified-contradiction", status.place, message)
                .also(other_status.place, "both cannot be so")
                .also(stated.place, "here one contradicts the other")
                .help("weigh them: make both `disputed`, or one `refuted` or `superseded`; if both can be true, take `contradicts` out");
            found.push(Found { entry: Any::Claim(key), finding });
        }
    }
    found
}

fn stands_high(claim: &Claim) -> bool {
    claim.whole && matches!(claim.status.value, Status::Corroborated | Status::Verified)
}
