//! A chain that ends at an outlet which does not say how it knows.

use crate::check::{Found, Look, Matter, Rest};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Facts, Speaker, Status};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let claims = matter.claims().filter(|(_, claim)| says_more_than_unverified(claim));
    let found = claims.filter_map(|(key, claim)| {
        let finding = finding(claim, facts)?;
        Some(Found { entry: Any::Claim(key), finding })
    });
    found.collect()
}

/// `unverified` says already that the origin may not be known, and what we have seen or taken back needs none.
fn says_more_than_unverified(claim: &Claim) -> bool {
    matches!(claim.status.value, Status::Reported | Status::Corroborated | Status::Disputed)
}

fn finding(claim: &Claim, facts: &Facts) -> Option<Finding> {
    let rest = Rest::of(claim, facts);
    let outlets = rest.speakers().all(|speaker| matches!(speaker, Speaker::Source(_)));
    if rest.known || !outlets {
        return None;
    }
    let speaker = rest.speakers().next()?;
    let piece = &claim.evidence[*rest.groups.first()?.evidence.first()?];
    let place = piece.basis.as_ref().map(|basis| basis.place);
    let place = place.or_else(|| piece.said_by.map(|speaker| speaker.place));
    let name = &facts.entry(speaker.into())?.id;
    let message = match rest.speakers().nth(1) {
        None => format!("how `{name}` knows is not stated, and nobody else says so"),
        Some(_) => format!("how `{name}` knows is not stated, nor how the others do who say so"),
    };
    let status = claim.status;
    let finding = Finding::warning("origin-unknown", place.unwrap_or(piece.document.place), message)
        .also(status.place, format!("and it stands as `{}`", status.value.word()))
        .help("say how it knows (`basis: own-reporting`, `document`, `recording`, …) or whom it had it from (`said_by`); where neither can be found out, make the claim `unverified`");
    Some(finding)
}
