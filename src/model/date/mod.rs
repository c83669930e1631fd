//! Dates as exactly as they are known: EDTF (ISO 8601-2), levels 0 and 1, and one-of sets.
//!
//! A date keeps the words typed, the days it may mean, and how sure it is. Nothing here rounds: what is known to the
//! month stays known to the month, in the order of a timeline as in the words shown to a reader.

mod exact;
mod form;
mod guess;
mod help;
mod order;
mod read;
mod words;

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

use form::{Choice, Doubt, End, Form, Point, Span};
pub use help::DateError;
pub use words::day_words;

use crate::speech::{Length, Speech};

crate::words! {
    /// How finely a date is known.
    pub enum Precision {
        /// To the minute or the second.
        Time = "time",
        /// To the day.
        Day = "day",
        /// To the month.
        Month = "month",
        /// To the season, as the northern half of the earth counts them.
        Season = "season",
        /// To the year.
        Year = "year",
        /// To the decade.
        Decade = "decade",
        /// To the hundred years.
        Century = "century",
        /// A stretch of time with a beginning and an end, either of which may be open or unknown.
        Interval = "interval",
        /// One of several dates, of which it is not known which.
        OneOf = "one of",
    }
}

/// One end of the days that a date may mean. In order: days, then open, then unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// This day, which may still be meant. Years beyond ±9999 count as the first or last day of that range.
    Day(civil::Date),
    /// Without an end on this side (`..`).
    Open,
    /// There is an end, but it is not known (nothing before or after the `/`).
    Unknown,
}

impl Bound {
    /// The day, if there is one.
    #[must_use]
    pub fn day(self) -> Option<civil::Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// A date, as exactly as it is known.
///
/// In order, dates stand by their first day (their last, where the first is open or unknown), then by their last,
/// then by the clock; so a list of them reads as a timeline.
///
/// ```
/// use casebook::model::Date;
/// let date = Date::parse("[2024-03-01..2024-03-11]").unwrap();
/// assert_eq!(date.words(), "between 1 and 11 March 2024");
/// assert!(Date::parse("12.03.2024").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date {
    typed: Arc<str>,
    form: Form,
}

impl Date {
    /// The date `text` spells, which holds no spaces.
    ///
    /// # Errors
    /// If it is no date of EDTF level 0 or 1 and no one-of set. The error says what is wrong and, where that can be
    /// guessed, what to write.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match read::read(text) {
            Ok(form) => Ok(Self { typed: text.into(), form }),
            Err(fault) => Err(DateError::new(text, &fault)),
        }
    }

    /// This one day.
    #[must_use]
    pub fn of_day(day: civil::Date) -> Self {
        let typed = day.to_string();
        // Before the year 0, EDTF writes four digits where jiff writes six.
        let typed = typed.strip_prefix("-00").map_or(typed.clone(), |rest| format!("-{rest}"));
        Self {
            typed: typed.into(),
            form: Form::Point(Point { span: Span::Day(day), doubt: Doubt::default() }),
        }
    }

    /// As it was typed.
    #[must_use]
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The first day it may mean; for a time, the day in the zone typed.
    #[must_use]
    pub fn earliest(&self) -> Bound {
        match &self.form {
            Form::Moment(moment) => Bound::Day(moment.day),
            Form::Point(point) => Bound::Day(point.span.first()),
            Form::Interval(start, _) => match start {
                End::At(point) => Bound::Day(point.span.first()),
                End::Open => Bound::Open,
                End::Unknown => Bound::Unknown,
            },
            Form::OneOf(choices) => {
                // An open choice leaves the whole set open: `None` sorts before every day.
                choices.iter().map(|choice| choice.first()).min().flatten().map_or(Bound::Open, Bound::Day)
            }
        }
    }

    /// The last day it may mean; for a time, the day in the zone typed.
    #[must_use]
    pub fn latest(&self) -> Bound {
        match &self.form {
            Form::Moment(moment) => Bound::Day(moment.day),
            Form::Point(point) => Bound::Day(point.span.last()),
            Form::Interval(_, end) => match end {
                End::At(point) => Bound::Day(point.span.last()),
                End::Open => Bound::Open,
                End::Unknown => Bound::Unknown,
            },
            Form::OneOf(choices) => {
                let lasts = choices.iter().map(|choice| match choice {
                    Choice::One(point) | Choice::Before(point) => Bound::Day(point.span.last()),
                    Choice::Range(_, to) => Bound::Day(to.last()),
                    Choice::After(_) => Bound::Open,
                });
                lasts.max().unwrap_or(Bound::Unknown)
            }
        }
    }

    /// The day, if it is a single one and neither uncertain nor approximate; for a time, the day in the zone typed.
    #[must_use]
    pub fn exact_day(&self) -> Option<civil::Date> {
        if self.is_uncertain() || self.is_approximate() {
            return None;
        }
        let one = match &self.form {
            Form::Moment(moment) => return Some(moment.day),
            Form::Point(point) => point,
            Form::Interval(End::At(start), End::At(end)) if start == end => start,
            Form::OneOf(choices) => match choices.as_slice() {
                [Choice::One(point)] => point,
                _ => return None,
            },
            Form::Interval(..) => return None,
        };
        match one.span {
            Span::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The instant, if a time and a zone were typed.
    #[must_use]
    pub fn instant(&self) -> Option<Timestamp> {
        match &self.form {
            Form::Moment(moment) => moment.instant(),
            _ => None,
        }
    }

    /// What the clock said, if a time was typed and no zone with it: nobody can tell which instant that was.
    #[must_use]
    pub fn clock_without_zone(&self) -> Option<civil::DateTime> {
        match &self.form {
            Form::Moment(moment) if moment.zone.is_none() => Some(moment.clock()),
            _ => None,
        }
    }

    /// The exact day as `zone` has it: what has an instant moves there, what has none stays as typed.
    #[must_use]
    pub fn day_in(&self, zone: &TimeZone) -> Option<civil::Date> {
        let day = self.exact_day()?;
        Some(self.instant().map_or(day, |instant| zone.to_datetime(instant).date()))
    }

    /// The last day it may mean, as `zone` has it: from then on what it says can be taken as known. None where the
    /// end is open or unknown.
    #[must_use]
    pub fn counts_from(&self, zone: &TimeZone) -> Option<civil::Date> {
        match self.instant() {
            Some(instant) => Some(zone.to_datetime(instant).date()),
            None => self.latest().day(),
        }
    }

    /// How finely it is known. A day or month left open (`2024-03-XX`) counts as its month or year.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match &self.form {
            Form::Moment(_) => Precision::Time,
            Form::Point(point) => point.span.precision(),
            Form::Interval(..) => Precision::Interval,
            Form::OneOf(_) => Precision::OneOf,
        }
    }

    /// How finely its ends are known, where it has several: the finest of them. An interval of two days is known to
    /// the day.
    #[must_use]
    pub fn finest(&self) -> Precision {
        let finest = match &self.form {
            Form::Moment(_) | Form::Point(_) => None,
            Form::Interval(start, end) => {
                let ends = [start, end].into_iter();
                ends.filter_map(
                    |end| if let End::At(point) = end { Some(point.span.precision()) } else { None },
                )
                .min()
            }
            Form::OneOf(choices) => {
                let spans = choices.iter().map(|choice| match choice {
                    Choice::One(point) | Choice::Before(point) | Choice::After(point) => point.span,
                    Choice::Range(_, to) => *to,
                });
                spans.map(Span::precision).min()
            }
        };
        finest.unwrap_or_else(|| self.precision())
    }

    /// Whether any part of it is marked as doubtful (`?` or `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.form.doubt().uncertain
    }

    /// Whether any part of it is marked as an estimate (`~` or `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.form.doubt().approximate
    }

    /// Its value for the `datetime` of HTML's `<time>`. None where HTML has no way to say it, so that no machine
    /// takes for exact what is not.
    #[must_use]
    pub fn machine(&self) -> Option<String> {
        self.form.machine()
    }

    /// In words for those who write, as exactly as it is known: "12 March 2024", "between 1 and 11 March 2024".
    #[must_use]
    pub fn words(&self) -> String {
        self.words_in(Speech::english())
    }

    /// In words for a reader, as exactly as it is known.
    #[must_use]
    pub fn words_in(&self, speech: &Speech) -> String {
        words::Wording { speech, length: Length::Long }.whole(&self.form)
    }

    /// In few words for those who write: "12 Mar 2024".
    #[must_use]
    pub fn short(&self) -> String {
        self.short_in(Speech::english())
    }

    /// In few words for a reader, for tables and axes.
    #[must_use]
    pub fn short_in(&self, speech: &Speech) -> String {
        words::Wording { speech, length: Length::Short }.whole(&self.form)
    }

    /// How exact it is, in a sentence for a reader: "Known to the day."
    #[must_use]
    pub fn how_exact_in(&self, speech: &Speech) -> String {
        exact::how_exact(&self.form, speech)
    }
}

/// The words typed.
impl fmt::Display for Date {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.typed)
    }
}

#[cfg(test)]
mod tests;
