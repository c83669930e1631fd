//! A claim nobody has looked at for long.

use jiff::civil::Date as Day;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Date, Facts, Status, day_words};
use crate::text::At;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let claims = matter.claims();
    let found = claims.filter_map(|(key, claim)| {
        let finding = overdue(claim, facts, matter.today).or_else(|| unseen(claim, facts, matter.today))?;
        Some(Found { entry: Any::Claim(key), finding })
    });
    found.collect()
}

/// Past the day by which it was to be gone over again, and it was not.
fn overdue(claim: &Claim, facts: &Facts, today: Day) -> Option<Finding> {
    if matches!(claim.status.value, Status::Superseded | Status::Withdrawn) {
        return None;
    }
    let due = claim.review_by.as_ref()?;
    let day = due.value.counts_from(&facts.report.time_zone)?;
    let reviewed = claim.reviewed.as_ref().and_then(|date| last_day(date, facts));
    if today <= day || reviewed.is_some_and(|reviewed| reviewed > day) {
        return None;
    }
    let message = format!("this claim was to be reviewed by {}", day_words(day));
    Some(
        Finding::warning("stale-claim", due.place, message)
            .help("go over it, write the day as `reviewed`, and set the next `review_by` or take it out"),
    )
}

/// Reported, and left at that.
fn unseen(claim: &Claim, facts: &Facts, today: Day) -> Option<Finding> {
    if claim.status.value != Status::Reported {
        return None;
    }
    let last = last_look(claim, facts)?;
    let days = today.since(last).ok()?.get_days();
    let allowed = facts.report.policy.stale_days;
    if i64::from(days) <= i64::from(allowed) {
        return None;
    }
    let place = claim.reviewed.as_ref().map_or(claim.status.place, |reviewed| reviewed.place);
    let message = format!("this claim stands as `reported`, and nobody has looked at it for {days} days");
    let finding = Finding::warning("stale-claim", place, message)
        .label(format!("the last time was {}", day_words(last)))
        .help(format!(
            "see whether it still holds and write today as `reviewed`; after {allowed} days (`policy.stale_days`) this is asked again"
        ));
    Some(finding)
}

/// The last day of which the sheets say that somebody at the desk had to do with the claim. Nothing where they say
/// nothing: then it cannot be told how old it is.
fn last_look(claim: &Claim, facts: &Facts) -> Option<Day> {
    let opened = claim.evidence.iter();
    let opened = opened.filter_map(|piece| facts.documents.get(piece.document.value)?.accessed.as_ref());
    let dates = claim.reviewed.iter();
    let dates = dates.chain(claim.corrections.iter().map(|correction| &correction.date)).chain(opened);
    let dates = dates.filter_map(|date| last_day(date, facts));
    dates.chain(claim.history.iter().filter_map(|standing| standing.from)).max()
}

fn last_day(date: &At<Date>, facts: &Facts) -> Option<Day> {
    date.value.counts_from(&facts.report.time_zone)
}
