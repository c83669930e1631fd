//! TimelineJS: its JSON, and the table that most timelines are made from.

use serde_json::Value;

use super::super::told::Told;
use super::{Unread, all_words, date, html, json, table, words};
use crate::model::{Id, Kind};

/// How long a text may be to stand in a line under a title, in letters.
const LINE: usize = 300;

/// One slide, whatever it was written in.
#[derive(Debug, Default)]
struct Slide {
    place: String,
    key: String,
    start: [String; 4],
    end: [String; 4],
    headline: String,
    text: String,
    left: Vec<(String, String)>,
}

/// Whether a table is that of a timeline.
pub(super) fn is_table(text: &str) -> bool {
    let columns = table::columns(text);
    columns.iter().any(|name| name == "headline") && columns.iter().any(|name| name == "year")
}

/// The events and eras of a timeline in JSON.
pub(super) fn read_json(text: &str) -> Result<Vec<Told>, Unread> {
    let timeline = json(text)?;
    let events = timeline.get("events").and_then(Value::as_array);
    let Some(events) = events else {
        return Err(Unread("it is no timeline of TimelineJS: it has no list of `events`".to_owned()));
    };
    let eras = timeline.get("eras").and_then(Value::as_array);
    let told = |what: &str, number: usize, slide: &Value| {
        let mut slide = slide_of(slide, format!("{what} {}", number + 1));
        if what == "era" {
            slide.left.push(("sort".to_owned(), "an era of the timeline".to_owned()));
        }
        slide.told()
    };
    let events = events.iter().enumerate().map(|(number, slide)| told("event", number, slide));
    let eras = eras.into_iter().flatten().enumerate().map(|(number, slide)| told("era", number, slide));
    Ok(events.chain(eras).collect())
}

fn slide_of(slide: &Value, place: String) -> Slide {
    let mut told = Slide { place, ..Slide::default() };
    for (name, value) in slide.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("start_date", date) => told.start = parts(date, "date", &mut told.left),
            ("end_date", date) => told.end = parts(date, "end date", &mut told.left),
            ("text", Value::Object(text)) => {
                for (name, value) in text {
                    match name.as_str() {
                        "headline" => told.headline = words(value).unwrap_or_default(),
                        "text" => told.text = words(value).unwrap_or_default(),
                        _ => told.left.push((name.clone(), all_words(value))),
                    }
                }
            }
            ("unique_id", id) => told.key = words(id).unwrap_or_default(),
            ("display_date", shown) => told.left.push(("shown date".to_owned(), all_words(shown))),
            (name, value) => told.left.push((name.to_owned(), all_words(value))),
        }
    }
    told
}

/// Year, month, day and time of a date; what else is said of it is left.
fn parts(date: &Value, called: &str, left: &mut Vec<(String, String)>) -> [String; 4] {
    let part = |name: &str| date.get(name).and_then(words).unwrap_or_default();
    let two = |name: &str| format!("{:0>2}", part(name));
    let time = match (part("hour"), part("second")) {
        (hour, _) if hour.is_empty() => String::new(),
        (_, second) if second.is_empty() => format!("{}:{}", two("hour"), two("minute")),
        _ => format!("{}:{}:{}", two("hour"), two("minute"), two("second")),
    };
    for (name, value) in date.as_object().into_iter().flatten() {
        if !["year", "month", "day", "hour", "minute", "second"].contains(&name.as_str()) {
            let words = all_words(value);
            let called =
                if name == "display_date" { format!("shown {called}") } else { format!("{called}, {name}") };
            left.extend((!words.is_empty()).then_some((called, words)));
        }
    }
    [part("year"), part("month"), part("day"), time]
}

/// The rows of a timeline's table.
pub(super) fn read_table(text: &str) -> Result<Vec<Told>, Unread> {
    let rows = table::rows(text)?;
    if !is_table(text) {
        return Err(Unread(
            "it is no table of TimelineJS: it has no columns `Year` and `Headline`".to_owned(),
        ));
    }
    let mut told = Vec::new();
    for row in rows {
        let mut slide = Slide { place: format!("line {}", row.line), ..Slide::default() };
        let mut is_title = false;
        for (name, cell) in &row.cells {
            let cell = cell.trim().to_owned();
            match name.as_str() {
                _ if cell.is_empty() => {}
                "year" => slide.start[0] = cell,
                "month" => slide.start[1] = cell,
                "day" => slide.start[2] = cell,
                "time" => slide.start[3] = cell,
                "end_year" => slide.end[0] = cell,
                "end_month" => slide.end[1] = cell,
                "end_day" => slide.end[2] = cell,
                "end_time" => slide.end[3] = cell,
                "headline" => slide.headline = cell,
                "text" => slide.text = cell,
                "type" if cell == "title" => is_title = true,
                "type" if cell == "era" => {
                    slide.left.push(("sort".to_owned(), "an era of the timeline".to_owned()));
                }
                "display_date" => slide.left.push(("shown date".to_owned(), cell)),
                name => slide.left.push((name.replace('_', " "), cell)),
            }
        }
        // The first slide says what the timeline is called: nothing happened then.
        let has_date = !slide.start[0].is_empty();
        if has_date || (!is_title && !slide.headline.is_empty()) {
            told.push(slide.told());
        }
    }
    Ok(told)
}

impl Slide {
    fn told(mut self) -> Told {
        let mut told = Told::new(Kind::Date, self.place);
        told.id = Id::parse(&self.key);
        told.key = Some(self.key).filter(|key| !key.is_empty());
        let text = html::stripped(&self.text);
        told.put("title", &html::stripped(&self.headline));
        if told.fields.is_empty() {
            told.put("title", &text.chars().take(80).collect::<String>());
        }
        let moment = |[year, month, day, time]: &[String; 4]| {
            let date = date::from_parts(year, month, day)?;
            let is_day = date.trim_start_matches('-').matches('-').count() == 2;
            Some(
                (is_day && time.contains(':'))
                    .then(|| clock(time))
                    .flatten()
                    .map_or((date.clone(), String::new()), |time| (date, time)),
            )
        };
        let mut lost = |called: &str, parts: &[String; 4], time: &str| {
            if !parts[3].is_empty() && time.is_empty() {
                self.left.push((called.to_owned(), parts[3].clone()));
            }
        };
        match (moment(&self.start), moment(&self.end)) {
            (Some((start, _)), Some((end, _))) if start != end => {
                // The ends of a stretch of time are days.
                lost("time", &self.start, "");
                lost("time at the end", &self.end, "");
                told.put("date", &format!("{start}/{end}"));
            }
            (Some((date, time)), end) => {
                lost("time", &self.start, &time);
                if end.is_some() {
                    lost("time at the end", &self.end, "");
                }
                told.put("date", &if time.is_empty() { date } else { format!("{date}T{time}") });
            }
            (None, _) => {
                self.left.push(("date".to_owned(), self.start.join(" ")));
            }
        }
        if text.chars().count() <= LINE {
            told.put("summary", &text);
        } else {
            told.keep("text", &text);
        }
        for link in html::links(&self.text) {
            told.keep("link", &link);
        }
        for (called, words) in self.left {
            told.keep(&called, &words);
        }
        told
    }
}

/// A time of the day as a clock of 24 hours shows it.
fn clock(time: &str) -> Option<String> {
    let time = time.trim().to_uppercase();
    let (digits, half) = match (time.strip_suffix("AM"), time.strip_suffix("PM")) {
        (Some(digits), _) => (digits.trim(), Some(0)),
        (_, Some(digits)) => (digits.trim(), Some(12)),
        _ => (time.as_str(), None),
    };
    let mut parts = digits.split(':');
    let hour: u8 = parts.next()?.trim().parse().ok()?;
    let minute: u8 = parts.next()?.trim().parse().ok()?;
    let second: Option<u8> = parts.next().map(|second| second.trim().parse()).transpose().ok()?;
    let hour = half.map_or(Some(hour), |half| (1..=12).contains(&hour).then(|| hour % 12 + half))?;
    let second = second.filter(|second| *second > 0).map(|second| format!(":{second:02}"));
    Some(format!("{hour:02}:{minute:02}{}", second.unwrap_or_default()))
}
