//! `timeline.ics`: what happened, as a calendar (iCalendar, RFC 5545) that other programs can take in.
//!
//! A calendar knows days alone: a date that is less exact takes up all days that it may mean, and says so.

use icalendar::{Calendar, Component as _, Event, EventLike as _};
use jiff::ToSpan as _;
use jiff::civil::Date as Day;

use crate::model::{Event as Happened, Facts};
use crate::speech::Speech;

/// The calendar; dates with no day at all that they could begin on are left out.
#[must_use]
pub fn calendar(facts: &Facts, speech: &Speech) -> String {
    let report = &facts.report;
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//casebook//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.name(&report.title);
    for event in facts.dates.values() {
        calendar.extend(entry(event, report.base_url.as_deref(), speech));
    }
    calendar.to_string()
}

fn entry(event: &Happened, base_url: Option<&str>, speech: &Speech) -> Option<Event> {
    let date = &event.date.value;
    let (first, last) = match (date.earliest().day(), date.latest().day()) {
        (Some(first), Some(last)) => (first, last),
        // Of what is open at one end, the end that is known.
        (Some(day), None) | (None, Some(day)) => (day, day),
        (None, None) => return None,
    };
    let after = last.checked_add(1.day()).ok()?;
    let id = &event.entry.id;
    let page = format!("dates/{id}.html");
    let mut entry = Event::new();
    entry.summary(&event.title);
    let summary = event.entry.summary.as_ref().map(|summary| summary.value.as_str());
    let exact = date.exact_day().is_none().then(|| format!("{}.", date.words_in(speech)));
    let told: Vec<&str> = exact.as_deref().into_iter().chain(summary).collect();
    if !told.is_empty() {
        entry.description(&told.join(" "));
    }
    if let Some(place) = &event.location {
        entry.location(&place.name);
    }
    if let Some(base_url) = base_url {
        entry.url(&format!("{base_url}{page}"));
    }
    entry.uid(&format!("{id}@{}", base_url.map_or("casebook", host)));
    // When the entry was made is asked for, and known to nobody: the day itself is the same at every build.
    entry.add_property("DTSTAMP", format!("{}T000000Z", digits(first)));
    let day = |name: &str, day| {
        let mut property = icalendar::Property::new(name, digits(day));
        property.add_parameter("VALUE", "DATE");
        property
    };
    entry.append_property(day("DTSTART", first));
    // The day after the last (RFC 5545, 3.6.1).
    entry.append_property(day("DTEND", after));
    entry.add_property("TRANSP", "TRANSPARENT");
    Some(entry.done())
}

fn digits(day: Day) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// The name of the host in an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::text::{Input, Inputs};

    /// The lines of the calendar of some dates, unfolded.
    fn lines(dates: &str) -> Vec<String> {
        let sheet = format!("dates:\n{dates}");
        let files = [
            ("content/report.yaml", "title: Das Leck\nbase_url: https://example.org/leck/\n"),
            ("content/facts/d.yaml", &sheet),
        ];
        let files = files.map(|(path, text)| Input { path: path.into(), text: text.into() });
        let inputs = Inputs::new(files.into(), BTreeMap::new());
        let (drafts, _) = crate::load::load(&inputs);
        let (record, _) = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
        let text = super::calendar(&record.facts, crate::speech::Speech::english()).replace("\r\n ", "");
        text.lines().map(str::to_owned).collect()
    }

    fn has(lines: &[String], line: &str) {
        assert!(lines.iter().any(|one| one == line), "{line} is not in {lines:#?}");
    }

    #[test]
    fn a_day_is_a_day_and_ends_before_the_next() {
        let lines = lines("  call: {title: \"Łoś, Gräfe; telefonieren\", date: 2024-02-28}\n");
        has(&lines, "DTSTART;VALUE=DATE:20240228");
        has(&lines, "DTEND;VALUE=DATE:20240229");
        has(&lines, "SUMMARY:Łoś\\, Gräfe\\; telefonieren");
        has(&lines, "UID:call@example.org");
        has(&lines, "URL:https://example.org/leck/dates/call.html");
        assert_eq!(lines.iter().filter(|line| line.starts_with("PRODID")).count(), 1);
    }

    #[test]
    fn what_is_less_exact_takes_up_all_days_it_may_mean_and_says_so() {
        let month = lines("  call: {title: Anruf, date: 2024-02}\n");
        has(&month, "DTSTART;VALUE=DATE:20240201");
        has(&month, "DTEND;VALUE=DATE:20240301");
        assert!(
            month.iter().any(|line| line.starts_with("DESCRIPTION:") && line.contains("February 2024")),
            "{month:?}"
        );
        let open = lines("  call: {title: Anruf, date: ../2024-03-12}\n");
        has(&open, "DTSTART;VALUE=DATE:20240312");
        assert!(
            open.iter().any(|line| line.starts_with("DESCRIPTION:") && line.contains("12 March 2024")),
            "{open:?}"
        );
    }
}
