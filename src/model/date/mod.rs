//! Dates, as exactly as they are known: EDTF (ISO 8601-2), levels 0 and 1, and one-of sets.
//!
//! Two things are ours: a time may leave out its seconds, and `~` or `?` may follow it.

mod parse;
mod words;

use std::cmp::Ordering;

use edtf_core::Edtf;
use jiff::Timestamp;
use jiff::civil::{Date as Day, Time};
use jiff::tz::{Offset, TimeZone};

pub use words::day_words;

/// A date as typed, and what it can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    typed: Box<str>,
    form: Form,
    earliest: Bound,
    latest: Bound,
}

/// What was typed, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// A day and nothing else: most dates are that.
    Day(Day),
    /// A time of a day.
    Moment(Moment),
    /// Anything else that EDTF can say.
    Other(Box<Edtf>),
}

/// A time of a day, with its distance from UTC where that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Moment {
    day: Day,
    time: Time,
    seconds: bool,
    offset: Option<Offset>,
    uncertain: bool,
    approximate: bool,
}

/// The first or the last day that a date can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// That day.
    Day(Day),
    /// `..`: there is none.
    Open,
    /// There is one, and nobody knows which.
    Unknown,
}

impl Bound {
    /// The day, if there is one.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unknown => None,
        }
    }
}

crate::words! {
    /// To what a date is known.
    pub enum Precision {
        /// To a time of day.
        Time = "time",
        /// To the day.
        Day = "day",
        /// To the month.
        Month = "month",
        /// To the season.
        Season = "season",
        /// To the year.
        Year = "year",
        /// To some digits of the year, the month or the day.
        Digits = "digits",
        /// A stretch of time.
        Interval = "interval",
        /// One of several.
        OneOf = "one of",
    }
}

/// Why some words are not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    message: String,
    help: Option<String>,
}

impl DateError {
    /// What was probably meant, or how dates are written.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.help.clone()
    }
}

impl std::fmt::Display for DateError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// Reads a date without white space in it.
    ///
    /// ```
    /// use casebook::model::Date;
    /// let date = Date::parse("[2024-03-01..2024-03-11]").unwrap();
    /// assert_eq!(date.words(), "between 1 and 11 March 2024");
    /// assert_eq!(date.exact_day(), None);
    /// let error = Date::parse("12.03.2024").unwrap_err();
    /// assert_eq!(error.help().unwrap(), "write `2024-03-12`");
    /// ```
    ///
    /// # Errors
    /// If it is no date of EDTF level 0 or 1 and no one-of set, or if an interval runs backwards.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        parse::parse(text)
    }

    /// A day.
    #[must_use]
    pub fn of_day(day: Day) -> Self {
        Self {
            typed: day.to_string().into(),
            form: Form::Day(day),
            earliest: Bound::Day(day),
            latest: Bound::Day(day),
        }
    }

    /// As it was typed.
    #[must_use]
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The first day it can mean.
    #[must_use]
    pub fn earliest(&self) -> Bound {
        self.earliest
    }

    /// The last day it can mean.
    #[must_use]
    pub fn latest(&self) -> Bound {
        self.latest
    }

    /// The day, where it is one day and nothing is said against it; of a time, the day in the zone as typed.
    #[must_use]
    pub fn exact_day(&self) -> Option<Day> {
        match &self.form {
            Form::Day(day) => Some(*day),
            Form::Moment(moment) if !moment.uncertain && !moment.approximate => Some(moment.day),
            Form::Moment(_) | Form::Other(_) => None,
        }
    }

    /// The instant, where time and distance from UTC were typed and nothing is said against them.
    #[must_use]
    pub fn instant(&self) -> Option<Timestamp> {
        match &self.form {
            Form::Moment(moment) if !moment.uncertain && !moment.approximate => moment.instant(),
            _ => None,
        }
    }

    /// The exact day as it was in a zone.
    #[must_use]
    pub fn day_in(&self, zone: &TimeZone) -> Option<Day> {
        match self.instant() {
            Some(instant) => Some(zone.to_datetime(instant).date()),
            None => self.exact_day(),
        }
    }

    /// The last day that it may mean, in a zone: from then on whatever it dates is known to have been so. Nothing
    /// where it has no end, or nobody knows its end.
    #[must_use]
    pub fn counts_from(&self, zone: &TimeZone) -> Option<Day> {
        match &self.form {
            Form::Moment(moment) => match moment.instant() {
                Some(instant) => Some(zone.to_datetime(instant).date()),
                None => Some(moment.day),
            },
            _ => self.latest.day(),
        }
    }

    /// To what it is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match &self.form {
            Form::Day(_) => Precision::Day,
            Form::Moment(_) => Precision::Time,
            Form::Other(edtf) => match &**edtf {
                Edtf::Interval(_) => Precision::Interval,
                Edtf::Set(_) => Precision::OneOf,
                Edtf::DateTime(_) => Precision::Time,
                Edtf::Date(date) if date.has_unspecified() => Precision::Digits,
                Edtf::Date(date) => match date.precision() {
                    edtf_core::Precision::Year => Precision::Year,
                    edtf_core::Precision::Month => Precision::Month,
                    edtf_core::Precision::Season => Precision::Season,
                    edtf_core::Precision::Day => Precision::Day,
                },
            },
        }
    }

    /// Whether it is marked as doubtful (`?`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        match &self.form {
            Form::Day(_) => false,
            Form::Moment(moment) => moment.uncertain,
            Form::Other(edtf) => edtf.is_uncertain(),
        }
    }

    /// Whether it is marked as near, but not exact (`~`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        match &self.form {
            Form::Day(_) => false,
            Form::Moment(moment) => moment.approximate,
            Form::Other(edtf) => edtf.is_approximate(),
        }
    }

    /// Whether all that it can mean lies before all that `other` can. What is marked as doubtful or near is taken at
    /// its word.
    #[must_use]
    pub fn certainly_before(&self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (self.instant(), other.instant()) {
            return one < other;
        }
        matches!((self.latest, other.earliest), (Bound::Day(last), Bound::Day(first)) if last < first)
    }

    /// Whether something that it can mean lies before something that `other` can.
    #[must_use]
    pub fn possibly_before(&self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (self.instant(), other.instant()) {
            return one < other;
        }
        match (self.earliest, other.latest) {
            (Bound::Day(first), Bound::Day(last)) => first < last,
            _ => true,
        }
    }
}

impl Moment {
    fn instant(&self) -> Option<Timestamp> {
        self.offset?.to_timestamp(self.day.to_datetime(self.time)).ok()
    }
}

/// The order of a timeline: by the first day it can mean (one that began at no known day comes first), then by the
/// time of day, then by the last day, then as typed.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| self.typed.cmp(&other.typed))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Date {
    fn rank(&self) -> (Option<Day>, Option<Time>, Day) {
        let time = if let Form::Moment(moment) = &self.form { Some(moment.time) } else { None };
        (self.earliest.day(), time, self.latest.day().unwrap_or(Day::MAX))
    }
}

#[cfg(test)]
mod tests;
