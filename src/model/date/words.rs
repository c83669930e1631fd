//! Dates in words, for readers.

use edtf_core::{Edtf, Interval, IntervalEndpoint, Precision as Known, Set, SetElement, Year, YearKind};
use jiff::civil::Date as Day;
use jiff::tz::Offset;

use super::{Date, Form, Moment};

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

/// `12 March 2024`.
#[must_use]
pub fn day_words(day: Day) -> String {
    format!(
        "{} {} {}",
        day.day(),
        month(day.month().unsigned_abs(), Length::Full),
        year_number(i64::from(day.year()))
    )
}

/// Names in full, or their first letters.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Full,
    Short,
}

impl Date {
    /// In words, as exactly as it is known: `between 1 and 11 March 2024`.
    #[must_use]
    pub fn words(&self) -> String {
        self.in_words(Length::Full)
    }

    /// In few letters, for tables and pictures: `1–11 Mar 2024`.
    #[must_use]
    pub fn short(&self) -> String {
        self.in_words(Length::Short)
    }

    fn in_words(&self, length: Length) -> String {
        match &self.form {
            Form::Day(day) => plain_day(*day, length),
            Form::Moment(moment) => moment_words(moment, length),
            Form::Other(edtf) => match &**edtf {
                Edtf::Date(date) => date_words(date, length),
                Edtf::DateTime(moment) => date_words(&moment.date, length),
                Edtf::Interval(interval) => interval_words(interval, length),
                Edtf::Set(set) => set_words(set, length),
            },
        }
    }

    /// How exact it is, in a sentence.
    #[must_use]
    pub fn how_exact(&self) -> String {
        let known = match &self.form {
            Form::Day(_) => "Known to the day.".to_owned(),
            Form::Moment(moment) if moment.offset.is_none() => {
                "Known to the time, but not in which zone.".to_owned()
            }
            Form::Moment(moment) if moment.seconds => "Known to the second.".to_owned(),
            Form::Moment(_) => "Known to the minute.".to_owned(),
            Form::Other(edtf) => match &**edtf {
                Edtf::Interval(interval) => interval_exactness(interval).to_owned(),
                Edtf::Set(_) => "One of these days; which of them is not known.".to_owned(),
                Edtf::DateTime(_) => "Known to the second.".to_owned(),
                Edtf::Date(date) if date.has_unspecified() => "Some of its digits are not known.".to_owned(),
                Edtf::Date(date) => match date.precision() {
                    Known::Year => "Known to the year.".to_owned(),
                    Known::Month => "Known to the month.".to_owned(),
                    Known::Season => "Known to the season, as it falls in the north.".to_owned(),
                    Known::Day => "Known to the day.".to_owned(),
                },
            },
        };
        match (self.is_approximate(), self.is_uncertain()) {
            (false, false) => known,
            (true, false) => format!("{known} It is near that, not exactly that."),
            (false, true) => format!("{known} Whether it is right is in doubt."),
            (true, true) => {
                format!("{known} It is near that, not exactly that, and whether it is right is in doubt.")
            }
        }
    }

    /// The value for HTML's `<time datetime>`; nothing where HTML has no form for it.
    #[must_use]
    pub fn machine(&self) -> Option<String> {
        match &self.form {
            Form::Day(day) => (day.year() > 0).then(|| day.to_string()),
            Form::Moment(moment) if moment.uncertain || moment.approximate => None,
            Form::Moment(_) => Some(self.typed.to_string()),
            Form::Other(edtf) => match &**edtf {
                Edtf::Date(date)
                    if !date.has_unspecified() && !self.is_uncertain() && !self.is_approximate() =>
                {
                    let plain = matches!(date.precision(), Known::Year | Known::Month);
                    let positive = date.year.value().is_some_and(|year| (1..=9999).contains(&year));
                    (plain && positive && date.year.significant_digits.is_none())
                        .then(|| self.typed.to_string())
                }
                _ => None,
            },
        }
    }
}

fn month(number: u8, length: Length) -> &'static str {
    let name = MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("?");
    match length {
        Length::Full => name,
        Length::Short => name.get(..3).unwrap_or(name),
    }
}

fn year_number(year: i64) -> String {
    if year < 0 { format!("{} BC", 1 - year) } else { year.to_string() }
}

fn plain_day(day: Day, length: Length) -> String {
    match length {
        Length::Full => day_words(day),
        Length::Short => {
            format!("{} {} {}", day.day(), month(day.month().unsigned_abs(), length), day.year())
        }
    }
}

fn moment_words(moment: &Moment, length: Length) -> String {
    let time = match (moment.seconds, length) {
        (true, Length::Full) => moment.time.strftime("%H:%M:%S").to_string(),
        _ => moment.time.strftime("%H:%M").to_string(),
    };
    let zone = match (moment.offset, length) {
        (Some(offset), Length::Full) => format!(" ({})", offset_words(offset)),
        _ => String::new(),
    };
    let about = if moment.approximate { "about " } else { "" };
    let doubt = if moment.uncertain { ", in doubt" } else { "" };
    format!("{}, {about}{time}{zone}{doubt}", plain_day(moment.day, length))
}

/// `UTC+1`, `UTC−4`, `UTC+5:30`.
fn offset_words(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    match (seconds, minutes) {
        (0, _) => "UTC".to_owned(),
        (_, 0) => format!("UTC{}{hours}", if seconds < 0 { "−" } else { "+" }),
        _ => format!("UTC{}{hours}:{minutes:02}", if seconds < 0 { "−" } else { "+" }),
    }
}

/// With what is said against it.
fn date_words(date: &edtf_core::Date, length: Length) -> String {
    let bare = bare_words(date, length);
    let about = if date.is_approximate() { format!("about {bare}") } else { bare };
    if date.is_uncertain() { format!("{about}, in doubt") } else { about }
}

fn bare_words(date: &edtf_core::Date, length: Length) -> String {
    let year = year_words(&date.year);
    let Some(field) = date.month else { return year };
    match (field.value(), date.day) {
        (Some(season @ 21..), _) => format!("{} {year}", season_words(season)),
        (Some(number), None) => format!("{} {year}", month(number, length)),
        (Some(number), Some(day)) => match day.value() {
            Some(day) => format!("{day} {} {year}", month(number, length)),
            None => format!("a day in {} {year}", month(number, length)),
        },
        (None, Some(day)) if day.value().is_some() => {
            format!("day {} of a month in {year}", day.value().unwrap_or_default())
        }
        (None, _) => format!("a month in {year}"),
    }
}

fn season_words(season: u8) -> &'static str {
    match season {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33..=36 => "a quarter of",
        37..=39 => "a third of",
        _ => "a half of",
    }
}

fn year_words(year: &Year) -> String {
    match year.kind {
        YearKind::Standard { negative, digits: [a, b, c, d] } => {
            let typed = |digit: Option<u8>| digit.map_or('X', |digit| char::from(b'0' + digit));
            let before = if negative { " BC" } else { "" };
            match (a, b, c, d) {
                (Some(_), Some(_), Some(_), Some(_)) => year.value().map(year_number).unwrap_or_default(),
                (Some(a), Some(b), Some(c), None) => {
                    format!("the {}0s{before}", u32::from(a) * 100 + u32::from(b) * 10 + u32::from(c))
                }
                (Some(a), Some(b), None, None) => {
                    format!("the {}00s{before}", u32::from(a) * 10 + u32::from(b))
                }
                _ => [a, b, c, d].map(typed).iter().collect(),
            }
        }
        YearKind::Big { value } => year_number(value),
        YearKind::Exponential { significand, exponent } => format!("{significand} × 10^{exponent}"),
    }
}

fn interval_words(interval: &Interval, length: Length) -> String {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    match (&interval.start, &interval.end) {
        (Date(from), Date(to)) => span_words(from, to, length, "from", "to"),
        (Open, Date(to)) => format!("by {}", date_words(to, length)),
        (Unknown, Date(to)) => format!("until {}, from an unknown day", date_words(to, length)),
        (Date(from), Open) => format!("since {}", date_words(from, length)),
        (Date(from), Unknown) => format!("from {} to an unknown day", date_words(from, length)),
        (Open | Unknown, Open | Unknown) => "at an unknown time".to_owned(),
        (OnOrBefore(_) | OnOrAfter(_), _) | (_, OnOrBefore(_) | OnOrAfter(_)) => {
            "at a time not exactly known".to_owned()
        }
    }
}

fn interval_exactness(interval: &Interval) -> &'static str {
    use IntervalEndpoint::{Date, Open, Unknown};
    match (&interval.start, &interval.end) {
        (Date(_), Date(_)) => "From the first day to the last.",
        (Open, Date(_)) => "On that day or any day before it; which is not known.",
        (Unknown, Date(_)) => "When it began is not known.",
        (Date(_), Open) => "It has not ended, as far as we know.",
        (Date(_), Unknown) => "When it ended is not known.",
        _ => "Neither its beginning nor its end is known.",
    }
}

fn set_words(set: &Set, length: Length) -> String {
    if let [SetElement::Range(from, to)] = set.elements.as_slice() {
        return span_words(from, to, length, "between", "and");
    }
    let parts: Vec<String> = set.elements.iter().map(|element| element_words(element, length)).collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

fn element_words(element: &SetElement, length: Length) -> String {
    match element {
        SetElement::Date(date) => date_words(date, length),
        SetElement::OnOrBefore(date) => format!("{} or before", date_words(date, length)),
        SetElement::OnOrAfter(date) => format!("{} or after", date_words(date, length)),
        SetElement::Range(from, to) => span_words(from, to, length, "between", "and"),
    }
}

/// `between 1 and 11 March 2024`: what both ends share is said once. In short, `1–11 Mar 2024`.
fn span_words(
    from: &edtf_core::Date,
    to: &edtf_core::Date,
    length: Length,
    before: &str,
    between: &str,
) -> String {
    let whole = date_words(to, length);
    let first =
        if let (true, Some(day)) = (share_month(from, to), from.day.and_then(edtf_core::DateField::value)) {
            day.to_string()
        } else if share_year(from, to) {
            let year = format!(" {}", year_words(&from.year));
            let words = date_words(from, length);
            words.strip_suffix(year.as_str()).map(str::to_owned).unwrap_or(words)
        } else {
            date_words(from, length)
        };
    match length {
        Length::Full => format!("{before} {first} {between} {whole}"),
        Length::Short => format!("{first}–{whole}"),
    }
}

fn share_year(from: &edtf_core::Date, to: &edtf_core::Date) -> bool {
    from.year == to.year && from.month.is_some() && to.month.is_some()
}

fn share_month(from: &edtf_core::Date, to: &edtf_core::Date) -> bool {
    let plain = |date: &edtf_core::Date| !date.is_uncertain() && !date.is_approximate();
    share_year(from, to) && from.month == to.month && plain(from) && plain(to)
}
