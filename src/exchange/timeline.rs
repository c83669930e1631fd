//! The timeline of a report as TimelineJS shows it.
//!
//! A date that is not exact carries the words that say so: TimelineJS itself would draw it as if it were.

use serde_json::{Map, Value, json};

use crate::model::{Date, Event, Facts, Kind, Precision};
use crate::publish::Public;
use crate::speech::Speech;

/// What happened, in the order of time, as JSON.
#[must_use]
pub fn timeline_js(public: &Public) -> Vec<u8> {
    let facts = public.facts();
    let report = &facts.report;
    let mut dates: Vec<&Event> = facts.dates.values().collect();
    dates.sort_by_key(|event| {
        (event.date.value.earliest(), event.date.value.latest(), event.date.value.instant())
    });
    let (speech, _) = Speech::new(&report.language, None);
    let events: Vec<Value> = dates.into_iter().filter_map(|event| slide(event, facts, &speech)).collect();
    let timeline = json!({
        "title": {"text": {
            "headline": escaped(&report.title),
            "text": report.summary.as_deref().map(|summary| format!("<p>{}</p>", escaped(summary))).unwrap_or_default(),
        }},
        "events": events,
    });
    let mut bytes = serde_json::to_vec_pretty(&timeline).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Nothing where a date is known from neither side.
fn slide(event: &Event, facts: &Facts, speech: &Speech) -> Option<Value> {
    let date = &event.date.value;
    let (first, last) = (date.earliest().day(), date.latest().day());
    let precision = date.finest();
    let mut slide = Map::new();
    slide.insert("unique_id".to_owned(), event.entry.id.as_str().into());
    slide.insert("start_date".to_owned(), day(first.or(last)?, precision, date));
    if let (Some(first), Some(last)) = (first, last)
        && first != last
        && !matches!(date.precision(), Precision::Year | Precision::Month)
    {
        slide.insert("end_date".to_owned(), day(last, precision, date));
    }
    if !is_said_by_parts(date) {
        slide.insert("display_date".to_owned(), date.words_in(speech).into());
    }
    slide.insert(
        "text".to_owned(),
        json!({"headline": escaped(&event.title.value), "text": text(event, facts)}),
    );
    Some(slide.into())
}

/// A day as finely as the date is known.
fn day(day: jiff::civil::Date, precision: Precision, date: &Date) -> Value {
    let mut parts = Map::new();
    // TimelineJS knows no year 0.
    let year = if day.year() < 1 { day.year() - 1 } else { day.year() };
    parts.insert("year".to_owned(), year.into());
    if !matches!(precision, Precision::Year | Precision::Decade | Precision::Century) {
        parts.insert("month".to_owned(), day.month().into());
        if !matches!(precision, Precision::Month | Precision::Season) {
            parts.insert("day".to_owned(), day.day().into());
        }
    }
    let clock = date.as_typed().split_once('T').filter(|_| date.precision() == Precision::Time);
    let time = clock.and_then(|(_, clock)| clock.get(..5)?.split_once(':'));
    if let Some((Ok(hour), Ok(minute))) =
        time.map(|(hour, minute)| (hour.parse::<u8>(), minute.parse::<u8>()))
    {
        parts.insert("hour".to_owned(), hour.into());
        parts.insert("minute".to_owned(), minute.into());
    }
    parts.into()
}

/// Whether year, month and day say all that the date says.
fn is_said_by_parts(date: &Date) -> bool {
    let is_sure = !date.is_uncertain() && !date.is_approximate();
    let is_plain = match date.precision() {
        Precision::Day | Precision::Month | Precision::Year => !date.as_typed().contains(['X', 'x']),
        // A stretch of time between two days, both of them known.
        Precision::Interval => {
            date.finest() == Precision::Day
                && date.earliest().day().is_some()
                && date.latest().day().is_some()
        }
        _ => false,
    };
    is_sure && is_plain
}

/// What there is to say of it, in paragraphs: in short, where and who, and where to read on.
fn text(event: &Event, facts: &Facts) -> String {
    let mut paragraphs: Vec<String> =
        event.entry.summary.iter().map(|summary| escaped(&summary.value)).collect();
    let people =
        event.people.iter().filter_map(|key| facts.people.get(key.value)).map(|person| &person.name.value);
    let bodies = event
        .organisations
        .iter()
        .filter_map(|key| facts.organisations.get(key.value))
        .map(|body| &body.name.value);
    let who: Vec<String> = people.chain(bodies).map(|name| escaped(name)).collect();
    let place = event.location.as_ref().map(|location| escaped(&location.value.name));
    let both: Vec<String> = place.into_iter().chain((!who.is_empty()).then(|| who.join(", "))).collect();
    paragraphs.extend((!both.is_empty()).then(|| both.join(" · ")));
    if let Some(base) = &facts.report.base_url {
        let page = format!("{base}{}/{}.html", Kind::Date.section(), event.entry.id);
        paragraphs.push(format!("<a href=\"{0}\">{0}</a>", escaped(&page)));
    }
    if paragraphs.is_empty() { String::new() } else { format!("<p>{}</p>", paragraphs.join("</p><p>")) }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
