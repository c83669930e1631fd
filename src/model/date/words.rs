//! Dates in words, in the reader's language: as exactly as they are known, and not a day more exactly.

use jiff::civil;

use super::form::{Choice, Doubt, End, Form, Moment, Point, Season, Span, Zone};
use crate::speech::{Length, Speech, told};

/// A day in words, for those who write: "12 March 2024".
#[must_use]
pub fn day_words(day: civil::Date) -> String {
    Wording { speech: Speech::english(), length: Length::Long }.day(day)
}

/// In which language, and how much room there is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'s> {
    pub(super) speech: &'s Speech,
    pub(super) length: Length,
}

/// The word by which sentences tell what sort of date they are given: in many languages "from" is not the same word
/// before a day and before a month.
pub(super) fn unit(point: Point) -> &'static str {
    match point.span {
        _ if point.doubt != Doubt::default() => "other",
        Span::Day(_) => "day",
        Span::Month(..) => "month",
        Span::Year(_) => "year",
        _ => "other",
    }
}

/// Of two dates of one stretch: what both are, or else nothing in particular.
pub(super) fn units(from: Point, to: Point) -> &'static str {
    if unit(from) == unit(to) { unit(from) } else { "other" }
}

fn sure(span: Span) -> Point {
    Point { span, doubt: Doubt::default() }
}

impl Wording<'_> {
    /// The whole of it.
    pub(super) fn whole(self, form: &Form) -> String {
        let words = self.plain(form);
        let uncertain = match form {
            Form::Moment(Moment { doubt, .. }) | Form::Point(Point { doubt, .. }) => doubt.uncertain,
            Form::Interval(..) | Form::OneOf(_) => false,
        };
        match self.length {
            _ if !uncertain => words,
            Length::Long => told!(self.speech, "date-uncertain", date = &words),
            Length::Short => format!("{words}?"),
        }
    }

    /// A form in words, but for the doubt about it as a whole.
    fn plain(self, form: &Form) -> String {
        match form {
            Form::Moment(moment) => self.moment(moment),
            Form::Point(point) => self.about(point.doubt, self.span(point.span)),
            Form::Interval(start, end) => self.interval(*start, *end),
            Form::OneOf(choices) => self.one_of(choices),
        }
    }

    fn moment(self, moment: &Moment) -> String {
        let day = self.day(moment.day);
        let second = moment.second.map_or(String::new(), |second| format!(":{second:02}"));
        let clock = self.about(moment.doubt, format!("{:02}:{:02}{second}", moment.hour, moment.minute));
        match moment.zone {
            Some(zone) if self.length == Length::Long => {
                told!(self.speech, "date-time-zone", day = &day, clock = &clock, zone = &zone_words(zone))
            }
            _ => told!(self.speech, "date-time", day = &day, clock = &clock),
        }
    }

    fn about(self, doubt: Doubt, words: String) -> String {
        if doubt.approximate { told!(self.speech, "date-about", date = &words) } else { words }
    }

    /// A date within a longer phrase.
    pub(super) fn within(self, point: Point) -> String {
        let words = self.about(point.doubt, self.span(point.span));
        match self.length {
            _ if !point.doubt.uncertain => words,
            Length::Long => told!(self.speech, "date-uncertain-within", date = &words),
            Length::Short => format!("{words}?"),
        }
    }

    fn day(self, day: civil::Date) -> String {
        self.speech.calendar().day(day, self.length).unwrap_or_else(|| {
            let words = self.speech.calendar().day_and_month(day, self.length);
            format!("{words} {}", self.year(day.year().into()))
        })
    }

    fn month(self, of: i16, number: i8) -> String {
        let calendar = self.speech.calendar();
        calendar
            .month_of_year(of, number, self.length)
            .unwrap_or_else(|| format!("{} {}", calendar.month(number, self.length), self.year(of.into())))
    }

    pub(super) fn span(self, span: Span) -> String {
        let year = |of: i16| self.year(of.into());
        match span {
            Span::Day(day) => self.day(day),
            Span::Month(of, number) => self.month(of, number),
            Span::DayOfMonth(of, number) => {
                told!(self.speech, "date-day-of-month", month = &self.month(of, number))
            }
            Span::MonthOfYear(of) => told!(self.speech, "date-month-of-year", year = &year(of)),
            Span::DayOfYear(of) => told!(self.speech, "date-day-of-year", year = &year(of)),
            Span::Season(of, Season::Spring) => told!(self.speech, "date-spring", year = &year(of)),
            Span::Season(of, Season::Summer) => told!(self.speech, "date-summer", year = &year(of)),
            Span::Season(of, Season::Autumn) => told!(self.speech, "date-autumn", year = &year(of)),
            Span::Season(of, Season::Winter) => self.winter(of.into()),
            Span::Year(of) => self.year(of),
            Span::Decade(from) if from >= 100 && from % 100 != 0 => {
                let from = from.to_string();
                match self.length {
                    Length::Long => told!(self.speech, "date-decade", from = &from),
                    Length::Short => told!(self.speech, "date-decade-short", from = &from),
                }
            }
            // "The 2000s" may be ten years, a hundred or a thousand.
            Span::Decade(from) => self.years(from, from + 9),
            Span::Century(from) => self.years(from, from + 99),
        }
    }

    fn years(self, from: i16, to: i16) -> String {
        let (from, to) = (from.to_string(), to.to_string());
        match self.length {
            Length::Long => told!(self.speech, "date-years", from = &from, to = &to),
            Length::Short => format!("{from}–{to}"),
        }
    }

    /// EDTF has a year 0, which people call 1 BC.
    fn year(self, year: i64) -> String {
        if year > 0 {
            year.to_string()
        } else {
            told!(self.speech, "date-before-our-era", year = &(1 - year).to_string())
        }
    }

    /// A winter belongs to two years.
    fn winter(self, from: i64) -> String {
        let to = match from + 1 {
            next if from < 100 => {
                let (from, to) = (self.year(from), self.year(next));
                return told!(self.speech, "date-winter-long-ago", from = &from, to = &to);
            }
            next if next % 100 == 0 => next.to_string(),
            next => format!("{:02}", next % 100),
        };
        told!(self.speech, "date-winter", from = &from.to_string(), to = &to)
    }

    /// Dates in a row, each without what the ones after it say again: "1", "11 March 2024".
    pub(super) fn row(self, spans: &[Span]) -> Vec<String> {
        let calendar = self.speech.calendar();
        let shared = |earlier: Span, later: Span| match (earlier, later) {
            (Span::Day(a), Span::Day(b)) if a.first_of_month() == b.first_of_month() => {
                told!(self.speech, "date-day-alone", day = &a.day().to_string())
            }
            (Span::Day(a), Span::Day(b)) if a.year() == b.year() => calendar.day_and_month(a, self.length),
            (Span::Month(a, number), Span::Month(b, _)) if a == b => calendar.month(number, self.length),
            _ => self.span(earlier),
        };
        let next = spans.iter().skip(1).map(|later| Some(*later)).chain([None]);
        spans
            .iter()
            .zip(next)
            .map(|(earlier, later)| {
                later.map_or_else(|| self.span(*earlier), |later| shared(*earlier, later))
            })
            .collect()
    }

    /// Two dates of one stretch, the first without what the second says again.
    pub(super) fn pair(self, from: Point, to: Point) -> (String, String) {
        if from.doubt == Doubt::default() && to.doubt == Doubt::default() {
            let mut words = self.row(&[from.span, to.span]).into_iter();
            return (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        }
        (self.within(from), self.within(to))
    }

    fn interval(self, start: End, end: End) -> String {
        let long = self.length == Length::Long;
        match (start, end) {
            (End::At(from), End::At(to)) if from == to => self.within(from),
            (End::At(from), End::At(to)) => {
                let (first, last) = self.pair(from, to);
                match self.length {
                    Length::Long => {
                        told!(self.speech, "date-from-to", from = &first, to = &last, unit = units(from, to))
                    }
                    Length::Short if first.contains(' ') || to.doubt.approximate => {
                        format!("{first} – {last}")
                    }
                    Length::Short => format!("{first}–{last}"),
                }
            }
            (End::At(from), End::Open) => {
                told!(self.speech, "date-since", date = &self.within(from), unit = unit(from))
            }
            (End::At(from), End::Unknown) if long => {
                told!(self.speech, "date-from-end-unknown", date = &self.within(from), unit = unit(from))
            }
            (End::At(from), End::Unknown) => {
                told!(self.speech, "date-from", date = &self.within(from), unit = unit(from))
            }
            (End::Open, End::At(to)) => {
                told!(self.speech, "date-by", date = &self.end_of(to), unit = unit(to))
            }
            (End::Unknown, End::At(to)) if long => {
                told!(self.speech, "date-until-start-unknown", date = &self.end_of(to), unit = unit(to))
            }
            (End::Unknown, End::At(to)) => {
                told!(self.speech, "date-until", date = &self.end_of(to), unit = unit(to))
            }
            // Refused when read: an interval has at least one date.
            (End::Open | End::Unknown, End::Open | End::Unknown) => {
                self.speech.say("date-unknown").to_owned()
            }
        }
    }

    /// "By March 2024" leaves open whether March is in it: say that it is.
    pub(super) fn end_of(self, point: Point) -> String {
        match point.span {
            Span::Day(_) => self.within(point),
            _ => told!(self.speech, "date-end-of", date = &self.within(point)),
        }
    }

    pub(super) fn one_of(self, choices: &[Choice]) -> String {
        let sure: Option<Vec<Span>> = choices
            .iter()
            .map(|choice| match choice {
                Choice::One(point) if point.doubt == Doubt::default() => Some(point.span),
                _ => None,
            })
            .collect();
        let words = sure
            .map_or_else(|| choices.iter().map(|one| self.choice(*one)).collect(), |spans| self.row(&spans));
        self.speech.one_of(&words)
    }

    fn choice(self, choice: Choice) -> String {
        match choice {
            Choice::One(point) => self.within(point),
            Choice::Range(from, to) if from == to => self.span(from),
            Choice::Range(from, to) => {
                let (first, last) = self.pair(sure(from), sure(to));
                let unit = units(sure(from), sure(to));
                told!(self.speech, "date-between", from = &first, to = &last, unit = unit)
            }
            Choice::Before(point) => told!(self.speech, "date-or-earlier", date = &self.within(point)),
            Choice::After(point) => told!(self.speech, "date-or-later", date = &self.within(point)),
        }
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
