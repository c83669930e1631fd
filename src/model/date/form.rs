//! The shapes a date can have.

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Offset;

use super::Precision;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Form {
    Moment(Moment),
    Point(Point),
    Interval(End, End),
    OneOf(Vec<Choice>),
}

/// A time of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Moment {
    pub(super) day: civil::Date,
    pub(super) hour: i8,
    pub(super) minute: i8,
    /// As typed, if it was; 60 in a leap second.
    pub(super) second: Option<i8>,
    pub(super) zone: Option<Zone>,
    pub(super) doubt: Doubt,
}

/// How far the clock was from UTC, and whether that was said with a `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    Utc,
    Minutes(i16),
}

/// A stretch of the calendar with what is doubtful about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Point {
    pub(super) span: Span,
    pub(super) doubt: Doubt,
}

/// A stretch that has a name in the calendar. Years are counted with a year 0 (1 BC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Span {
    Day(civil::Date),
    Month(i16, i8),
    /// A day in this month, not known which: `2024-03-XX`.
    DayOfMonth(i16, i8),
    /// A month in this year, not known which: `2024-XX`.
    MonthOfYear(i16),
    /// A day in this year, not known which: `2024-XX-XX`.
    DayOfYear(i16),
    Season(i16, Season),
    /// Any year, so also those beyond what a calendar day can have.
    Year(i64),
    /// Ten years from this one.
    Decade(i16),
    /// A hundred years from this one.
    Century(i16),
}

/// A season of the northern half of the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    /// From December into the next year.
    Winter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Doubt {
    pub(super) uncertain: bool,
    pub(super) approximate: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum End {
    At(Point),
    Open,
    Unknown,
}

/// One of the dates of which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Choice {
    One(Point),
    Range(Span, Span),
    Before(Point),
    After(Point),
}

impl Form {
    /// What is doubtful about any part of it.
    pub(super) fn doubt(&self) -> Doubt {
        match self {
            Self::Moment(moment) => moment.doubt,
            Self::Point(point) => point.doubt,
            Self::Interval(start, end) => start.doubt().and(end.doubt()),
            Self::OneOf(choices) => {
                choices.iter().fold(Doubt::default(), |doubt, choice| doubt.and(choice.doubt()))
            }
        }
    }

    pub(super) fn machine(&self) -> Option<String> {
        if self.doubt() != Doubt::default() {
            return None;
        }
        match self {
            Self::Moment(moment) => moment.machine(),
            // HTML's years begin with 1.
            Self::Point(point) if point.span.first().year() < 1 => None,
            Self::Point(point) => match point.span {
                Span::Day(day) => Some(day.to_string()),
                Span::Month(year, month) => Some(format!("{year:04}-{month:02}")),
                Span::Year(year) if year <= 9999 => Some(format!("{year:04}")),
                _ => None,
            },
            Self::Interval(..) | Self::OneOf(_) => None,
        }
    }
}

impl Moment {
    pub(super) fn instant(&self) -> Option<Timestamp> {
        let offset = match self.zone? {
            Zone::Utc => Offset::UTC,
            Zone::Minutes(minutes) => Offset::from_seconds(i32::from(minutes) * 60).ok()?,
        };
        offset.to_timestamp(self.clock()).ok()
    }

    /// Unix time has no leap seconds.
    pub(super) fn clock(&self) -> civil::DateTime {
        self.day.at(self.hour, self.minute, self.second.unwrap_or(0).min(59), 0)
    }

    fn machine(&self) -> Option<String> {
        if self.day.year() < 1 || self.second == Some(60) {
            return None;
        }
        let second = self.second.map_or(String::new(), |second| format!(":{second:02}"));
        let zone = match self.zone {
            None => String::new(),
            Some(Zone::Utc) => "Z".to_owned(),
            Some(Zone::Minutes(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        };
        Some(format!("{}T{:02}:{:02}{second}{zone}", self.day, self.hour, self.minute))
    }
}

impl Span {
    pub(super) fn first(self) -> civil::Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) | Self::DayOfMonth(year, month) => first_of(year, month),
            Self::Season(year, season) => first_of(year, season.first_month()),
            Self::MonthOfYear(year) | Self::DayOfYear(year) | Self::Decade(year) | Self::Century(year) => {
                first_of(year, 1)
            }
            Self::Year(year) => within(year).map_or_else(|end| end, |year| first_of(year, 1)),
        }
    }

    pub(super) fn last(self) -> civil::Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) | Self::DayOfMonth(year, month) => last_of(year, month),
            Self::Season(9999, Season::Winter) => civil::Date::MAX,
            Self::Season(year, Season::Winter) => last_of(year + 1, 2),
            Self::Season(year, season) => last_of(year, season.first_month() + 2),
            Self::MonthOfYear(year) | Self::DayOfYear(year) => last_of(year, 12),
            Self::Decade(year) => last_of(year + 9, 12),
            Self::Century(year) => last_of(year + 99, 12),
            Self::Year(year) => within(year).map_or_else(|end| end, |year| last_of(year, 12)),
        }
    }

    pub(super) fn precision(self) -> Precision {
        match self {
            Self::Day(_) => Precision::Day,
            Self::Month(..) | Self::DayOfMonth(..) => Precision::Month,
            Self::Season(..) => Precision::Season,
            Self::Year(_) | Self::MonthOfYear(_) | Self::DayOfYear(_) => Precision::Year,
            Self::Decade(_) => Precision::Decade,
            Self::Century(_) => Precision::Century,
        }
    }
}

impl Season {
    pub(super) fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Doubt {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }
}

impl End {
    fn doubt(self) -> Doubt {
        match self {
            Self::At(point) => point.doubt,
            Self::Open | Self::Unknown => Doubt::default(),
        }
    }
}

impl Choice {
    /// The first day it may mean; none where it may be any before.
    pub(super) fn first(self) -> Option<civil::Date> {
        match self {
            Self::One(point) | Self::After(point) => Some(point.span.first()),
            Self::Range(from, _) => Some(from.first()),
            Self::Before(_) => None,
        }
    }

    fn doubt(self) -> Doubt {
        match self {
            Self::One(point) | Self::Before(point) | Self::After(point) => point.doubt,
            Self::Range(..) => Doubt::default(),
        }
    }
}

/// The year, or the end of the calendar that it lies beyond.
fn within(year: i64) -> Result<i16, civil::Date> {
    let end = if year < 0 { civil::Date::MIN } else { civil::Date::MAX };
    i16::try_from(year).ok().filter(|year| year.unsigned_abs() <= 9999).ok_or(end)
}

fn first_of(year: i16, month: i8) -> civil::Date {
    civil::Date::constant(year, month, 1)
}

fn last_of(year: i16, month: i8) -> civil::Date {
    first_of(year, month).last_of_month()
}
