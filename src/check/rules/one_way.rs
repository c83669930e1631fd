//! Several origins that all reached us through one relay or one document.

use crate::check::{Found, Look, Matter, shortfall};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Count, Facts, Narrow, Stance, Status};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for (key, claim) in matter.claims().filter(|(_, claim)| is_live(claim)) {
        for (count, stance) in [(&claim.support, Stance::Supports), (&claim.dispute, Stance::Disputes)] {
            // A status that takes more ways says so itself.
            if count.origins > 1
                && !count.narrow.is_empty()
                && shortfall(claim, facts).is_none()
                && let Some(finding) = finding(claim, count, stance, facts)
            {
                found.push(Found { entry: Any::Claim(key), finding });
            }
        }
    }
    found
}

/// What we have seen for ourselves, or no longer say, may have come as it did.
fn is_live(claim: &Claim) -> bool {
    !matches!(claim.status.value, Status::Verified | Status::Superseded | Status::Withdrawn)
}

fn finding(claim: &Claim, count: &Count, stance: Stance, facts: &Facts) -> Option<Finding> {
    let narrow: Vec<(String, Place)> =
        count.narrow.iter().filter_map(|narrow| named(*narrow, facts)).collect();
    let names = narrow.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" and ");
    let does = if stance == Stance::Disputes { "dispute" } else { "support" };
    let message = format!("{} origins {does} this, and all reached us through {names}", count.origins);
    // The second piece that counts is the first that would have to come in another way.
    let counting = count.groups.iter().filter(|group| group.counts > 0);
    let second = counting.filter_map(|group| group.evidence.first()).nth(1)?;
    let finding = Finding::note("one-way", claim.evidence[*second].document.place, message);
    let finding =
        narrow.iter().fold(finding, |finding, (_, place)| finding.also(*place, "if this errs, all fall"));
    Some(finding.help("open something that did not pass through there: what the origins themselves put out, or another outlet that asked them"))
}

/// A relay or document by its id, and where it stands.
fn named(narrow: Narrow, facts: &Facts) -> Option<(String, Place)> {
    let any = match narrow {
        Narrow::Speaker(speaker) => Any::from(speaker),
        Narrow::Document(document) => Any::Document(document),
    };
    let entry = facts.entry(any)?;
    Some((format!("`{}`", entry.id), entry.place))
}
