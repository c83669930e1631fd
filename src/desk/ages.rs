//! Claims that have not been looked at for long, and claims that are moving.

use jiff::civil::Date as Day;
use serde::Serialize;

use super::Laid;
use super::names::{ClaimLink, claim as claim_link};
use crate::model::{Claim, Date, Status, day_words};

/// So many days before and after today count as now.
const NOW: i64 = 30;

/// A claim, and since when it has been so.
#[derive(Debug, Serialize)]
pub(super) struct Aged {
    claim: ClaimLink,
    /// `review was due by 1 April 2027`, `refuted since 3 May 2026`.
    what: String,
    #[serde(skip)]
    day: Day,
}

/// What has not been looked at for long, the longest first; and what changed lately or is due soon, the latest first.
#[derive(Debug, Default, Serialize)]
pub(super) struct Ages {
    stale: Vec<Aged>,
    developing: Vec<Aged>,
}

pub(super) fn ages(laid: &Laid<'_>) -> Ages {
    let report = &laid.record.facts.report;
    let today = laid.today();
    let day = |date: &Date| date.counts_from(&report.time_zone);
    let days_ago = |day: Day| i64::from(today.since(day).map_or(0, |span| span.get_days()));
    let mut ages = Ages::default();
    for (key, claim) in laid.record.facts.claims.iter() {
        let Some(link) = claim_link(laid.record, key) else { continue };
        let file = |list: &mut Vec<Aged>, day: Day, what: String| {
            list.push(Aged { claim: link.clone(), what, day });
        };
        if matches!(claim.status.value, Status::Superseded | Status::Withdrawn) {
            continue;
        }
        let due = claim.review_by.as_ref().and_then(|date| day(&date.value));
        let seen = last_seen(claim, &day);
        match (due, seen) {
            (Some(due), _) if due < today => {
                file(&mut ages.stale, due, format!("review was due by {}", day_words(due)));
            }
            (None, Some(seen))
                if claim.status.value == Status::Reported
                    && days_ago(seen) > i64::from(report.policy.stale_days) =>
            {
                file(&mut ages.stale, seen, format!("last looked at on {}", day_words(seen)));
            }
            (Some(due), _) if -days_ago(due) <= NOW => {
                file(&mut ages.developing, due, format!("review is due by {}", day_words(due)));
            }
            _ => {}
        }
        let changed = claim.history.iter().filter(|_| claim.history.len() > 1);
        let newest = changed
            .filter_map(|standing| Some((standing.from?, standing.status.value)))
            .max_by_key(|(day, _)| *day);
        if let Some((since, status)) = newest.filter(|(since, _)| (0..=NOW).contains(&days_ago(*since))) {
            file(&mut ages.developing, since, format!("{} since {}", status.word(), day_words(since)));
        }
    }
    ages.stale.sort_by_key(|aged| aged.day);
    ages.developing.sort_by_key(|aged| std::cmp::Reverse(aged.day));
    ages
}

/// When a claim was last reviewed or corrected, or since when it stands so.
fn last_seen(claim: &Claim, day: &impl Fn(&Date) -> Option<Day>) -> Option<Day> {
    let reviewed = claim.reviewed.iter().filter_map(|date| day(&date.value));
    let corrected = claim.corrections.iter().filter_map(|correction| day(&correction.date.value));
    let standing = claim.history.iter().filter_map(|standing| standing.from);
    reviewed.chain(corrected).chain(standing).max()
}
