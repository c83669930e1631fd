//! Dates in words, for people who read English: as exactly as they are known, and not a day more exactly.

use jiff::civil;

use super::form::{Choice, Doubt, End, Form, Moment, Point, Season, Span, Zone};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in words: "12 March 2024".
#[must_use]
pub fn day_words(day: civil::Date) -> String {
    span(Span::Day(day), Style::Long)
}

/// `month` counts from 1 to 12.
pub(super) fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// In running text.
    Long,
    /// In tables: months cut to three letters, stretches with a dash, doubt as a question mark.
    Short,
}

pub(super) fn long(form: &Form) -> String {
    let words = plain(form, Style::Long);
    match form {
        Form::Moment(Moment { doubt, .. }) | Form::Point(Point { doubt, .. }) if doubt.uncertain => {
            format!("{words}, uncertain")
        }
        _ => words,
    }
}

pub(super) fn short(form: &Form) -> String {
    let words = plain(form, Style::Short);
    match form {
        Form::Moment(Moment { doubt, .. }) | Form::Point(Point { doubt, .. }) if doubt.uncertain => {
            format!("{words}?")
        }
        _ => words,
    }
}

/// A form in words, but for the doubt about it as a whole.
fn plain(form: &Form, style: Style) -> String {
    match form {
        Form::Moment(moment) => moment_words(moment, style),
        Form::Point(point) => about(point.doubt, span(point.span, style)),
        Form::Interval(start, end) => interval(*start, *end, style),
        Form::OneOf(choices) => one_of(choices, style),
    }
}

fn moment_words(moment: &Moment, style: Style) -> String {
    let day = span(Span::Day(moment.day), style);
    let second = moment.second.map_or(String::new(), |second| format!(":{second:02}"));
    let clock = about(moment.doubt, format!("{:02}:{:02}{second}", moment.hour, moment.minute));
    match moment.zone {
        Some(zone) if style == Style::Long => format!("{day}, {clock} ({})", zone_words(zone)),
        _ => format!("{day}, {clock}"),
    }
}

fn zone_words(zone: Zone) -> String {
    let minutes = match zone {
        Zone::Utc | Zone::Minutes(0) => return "UTC".to_owned(),
        Zone::Minutes(minutes) => minutes,
    };
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

fn about(doubt: Doubt, words: String) -> String {
    if doubt.approximate { format!("about {words}") } else { words }
}

/// A date within a longer phrase.
pub(super) fn within(point: Point, style: Style) -> String {
    let words = about(point.doubt, span(point.span, style));
    match style {
        _ if !point.doubt.uncertain => words,
        Style::Long => format!("{words} (uncertain)"),
        Style::Short => format!("{words}?"),
    }
}

pub(super) fn span(span: Span, style: Style) -> String {
    match span {
        Span::Day(day) => format!("{} {} {}", day.day(), month(day.month(), style), year(day.year().into())),
        Span::Month(of, number) => format!("{} {}", month(number, style), year(of.into())),
        Span::DayOfMonth(of, number) => format!("a day in {} {}", month(number, style), year(of.into())),
        Span::MonthOfYear(of) => format!("a month in {}", year(of.into())),
        Span::DayOfYear(of) => format!("a day in {}", year(of.into())),
        Span::Season(of, Season::Spring) => format!("spring {}", year(of.into())),
        Span::Season(of, Season::Summer) => format!("summer {}", year(of.into())),
        Span::Season(of, Season::Autumn) => format!("autumn {}", year(of.into())),
        Span::Season(of, Season::Winter) => format!("winter {}", two_years(of.into())),
        Span::Year(of) => year(of),
        Span::Decade(from) if from >= 100 && from % 100 != 0 => match style {
            Style::Long => format!("the {from}s"),
            Style::Short => format!("{from}s"),
        },
        // "The 2000s" may be ten years, a hundred or a thousand.
        Span::Decade(from) => years(from, from + 9, style),
        Span::Century(from) => years(from, from + 99, style),
    }
}

fn years(from: i16, to: i16, style: Style) -> String {
    match style {
        Style::Long => format!("the years {from} to {to}"),
        Style::Short => format!("{from}–{to}"),
    }
}

fn month(month: i8, style: Style) -> &'static str {
    let name = month_name(month);
    match style {
        Style::Long => name,
        Style::Short => name.get(..3).unwrap_or(name),
    }
}

/// EDTF has a year 0, which people call 1 BC.
fn year(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

/// A winter belongs to two years.
fn two_years(from: i64) -> String {
    if from < 100 {
        format!("from {} to {}", year(from), year(from + 1))
    } else if (from + 1) % 100 == 0 {
        format!("{from}–{}", from + 1)
    } else {
        format!("{from}–{:02}", (from + 1) % 100)
    }
}

/// Dates in a row, each without what the ones after it say again: "1", "11 March 2024".
pub(super) fn row(spans: &[Span], style: Style) -> Vec<String> {
    let shared = |earlier: Span, later: Span| match (earlier, later) {
        (Span::Day(a), Span::Day(b)) if a.first_of_month() == b.first_of_month() => a.day().to_string(),
        (Span::Day(a), Span::Day(b)) if a.year() == b.year() => {
            format!("{} {}", a.day(), month(a.month(), style))
        }
        (Span::Month(a, number), Span::Month(b, _)) if a == b => month(number, style).to_owned(),
        _ => span(earlier, style),
    };
    let next = spans.iter().skip(1).map(|later| Some(*later)).chain([None]);
    spans
        .iter()
        .zip(next)
        .map(|(earlier, later)| later.map_or_else(|| span(*earlier, style), |later| shared(*earlier, later)))
        .collect()
}

/// Two dates of one stretch, the first without what the second says again.
pub(super) fn pair(from: Point, to: Point, style: Style) -> (String, String) {
    if from.doubt == Doubt::default() && to.doubt == Doubt::default() {
        let mut words = row(&[from.span, to.span], style).into_iter();
        return (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    }
    (within(from, style), within(to, style))
}

fn interval(start: End, end: End, style: Style) -> String {
    match (start, end) {
        (End::At(from), End::At(to)) if from == to => within(from, style),
        (End::At(from), End::At(to)) => {
            let (first, last) = pair(from, to, style);
            match style {
                Style::Long => format!("from {first} to {last}"),
                Style::Short if first.contains(' ') || last.starts_with("about") => {
                    format!("{first} – {last}")
                }
                Style::Short => format!("{first}–{last}"),
            }
        }
        (End::At(from), End::Open) => format!("since {}", within(from, style)),
        (End::At(from), End::Unknown) if style == Style::Long => {
            format!("from {}, end unknown", within(from, style))
        }
        (End::At(from), End::Unknown) => format!("from {}", within(from, style)),
        (End::Open, End::At(to)) => format!("by {}", end_of(to, style)),
        (End::Unknown, End::At(to)) if style == Style::Long => {
            format!("until {}, start unknown", end_of(to, style))
        }
        (End::Unknown, End::At(to)) => format!("until {}", end_of(to, style)),
        // Refused when read: an interval has at least one date.
        (End::Open | End::Unknown, End::Open | End::Unknown) => "at an unknown time".to_owned(),
    }
}

/// "By March 2024" leaves open whether March is in it: say that it is.
pub(super) fn end_of(point: Point, style: Style) -> String {
    match point.span {
        Span::Day(_) => within(point, style),
        _ => format!("the end of {}", within(point, style)),
    }
}

pub(super) fn one_of(choices: &[Choice], style: Style) -> String {
    let sure: Option<Vec<Span>> = choices
        .iter()
        .map(|choice| match choice {
            Choice::One(point) if point.doubt == Doubt::default() => Some(point.span),
            _ => None,
        })
        .collect();
    let words = sure
        .map_or_else(|| choices.iter().map(|one| choice(*one, style)).collect(), |spans| row(&spans, style));
    list(&words)
}

fn choice(choice: Choice, style: Style) -> String {
    match choice {
        Choice::One(point) => within(point, style),
        Choice::Range(from, to) if from == to => span(from, style),
        Choice::Range(from, to) => format!("between {}", row(&[from, to], style).join(" and ")),
        Choice::Before(point) => format!("{} or earlier", within(point, style)),
        Choice::After(point) => format!("{} or later", within(point, style)),
    }
}

fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
