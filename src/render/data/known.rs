//! `data/as-known.json`: on which day which standings changed, and how all claims stood at its end.

use std::collections::BTreeMap;

use super::row::row;
use crate::Vocabulary;
use crate::model::{Claim, Facts, Status};
use jiff::civil::Date as Day;
use jiff::tz::TimeZone;

row! {
    /// A day on which a standing changed, a first one included.
    pub struct KnownRow<'a> {
        /// The day (ISO 8601).
        pub date: String,
        /// The address of its page, from the report's top. A day on which nothing more is known than that something had
        /// changed by then has none.
        pub url: Option<String>,
        /// What changed on it, in the order of the sheets.
        pub changes: Vec<KnownChange<'a>>,
        /// How many claims stood how at its end: every standing, in the order of the alphabet. Claims that were not known
        /// yet are not counted.
        pub totals: BTreeMap<&'static str, u32>,
    }
}

row! {
    /// A standing that changed.
    pub struct KnownChange<'a> {
        /// The id of the claim.
        pub claim: &'a str,
        /// How it stood at the end of the day.
        pub status: &'static str,
        /// How it stood before; nothing where it was not known before.
        pub before: Option<&'static str>,
        /// What changed.
        pub why: Option<&'a str>,
        /// Whether it changed on this day; otherwise on this day at the latest.
        pub exact: bool,
    }
}

/// The days in the order of time.
pub(super) fn days(facts: &Facts) -> Vec<KnownRow<'_>> {
    let mut days: BTreeMap<Day, Vec<KnownChange<'_>>> = BTreeMap::new();
    for claim in facts.claims.values() {
        for (day, change) in changes(claim, &facts.report.time_zone) {
            days.entry(day).or_default().push(change);
        }
    }
    let mut totals: BTreeMap<&'static str, u32> =
        Status::ALL.iter().map(|status| (status.word(), 0)).collect();
    let mut rows = Vec::with_capacity(days.len());
    for (day, changes) in days {
        let exact = changes.iter().any(|change| change.exact);
        for change in &changes {
            if let Some(before) = change.before.and_then(|before| totals.get_mut(before)) {
                *before = before.saturating_sub(1);
            }
            *totals.entry(change.status).or_default() += 1;
        }
        rows.push(KnownRow {
            date: day.to_string(),
            url: exact.then(|| format!("as-known/{day}.html")),
            changes,
            totals: totals.clone(),
        });
    }
    rows
}

/// When a claim's standing changed, in the order of time; of several entries for a day the last holds at its end.
fn changes<'a>(claim: &'a Claim, zone: &TimeZone) -> Vec<(Day, KnownChange<'a>)> {
    let mut at_end: BTreeMap<Day, _> = BTreeMap::new();
    for standing in &claim.history {
        if let Some(day) = standing.from {
            at_end.insert(day, standing);
        }
    }
    let mut before = None;
    let mut changes = Vec::with_capacity(at_end.len());
    for (day, standing) in at_end {
        let status = standing.status.word();
        if before != Some(status) {
            let why = standing.why.as_ref().map(|why| why.value.as_str());
            let exact = standing.date.day_in(zone).is_some();
            changes.push((day, KnownChange { claim: claim.entry.id.as_str(), status, before, why, exact }));
        }
        before = Some(status);
    }
    changes
}
