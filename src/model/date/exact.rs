//! How exact a date is, in a sentence for its own page.

use super::form::{Choice, Doubt, End, Form, Moment, Point, Span};
use super::words::{Wording, unit, units};
use crate::speech::{Length, Speech, told};
use crate::text::capital;

pub(super) fn how_exact(form: &Form, speech: &Speech) -> String {
    let exact = Exact(Wording { speech, length: Length::Long });
    match form {
        Form::Moment(moment) => exact.moment(moment),
        Form::Point(point) => exact.point(*point),
        Form::Interval(start, end) => exact.interval(*start, *end),
        Form::OneOf(choices) => exact.one_of(choices),
    }
}

#[derive(Debug, Clone, Copy)]
struct Exact<'s>(Wording<'s>);

impl Exact<'_> {
    fn moment(self, moment: &Moment) -> String {
        let unit = if moment.second.is_some() { "second" } else { "minute" };
        let zone = if moment.zone.is_some() { "given" } else { "missing" };
        told!(self.0.speech, "exact-time", unit = unit, doubt = doubt(moment.doubt), zone = zone)
    }

    fn point(self, point: Point) -> String {
        let Wording { speech, .. } = self.0;
        if point.doubt != Doubt::default() {
            let words = self.0.span(point.span);
            return told!(speech, "exact-doubtful", date = &words, doubt = doubt(point.doubt));
        }
        match point.span {
            Span::Day(_) => speech.say("exact-day").to_owned(),
            Span::Month(..) | Span::DayOfMonth(..) => speech.say("exact-month").to_owned(),
            Span::MonthOfYear(_) => speech.say("exact-year-month-unknown").to_owned(),
            Span::Year(_) | Span::DayOfYear(_) => speech.say("exact-year").to_owned(),
            Span::Season(..) => {
                let (first, last) = (point.span.first(), point.span.last());
                let months = [first, last].map(|day| Span::Month(day.year(), day.month()));
                let mut months = self.0.row(&months).into_iter();
                let [from, to] = [months.next(), months.next()].map(Option::unwrap_or_default);
                told!(speech, "exact-season", from = &from, to = &to)
            }
            Span::Decade(from) => {
                told!(speech, "exact-decade", from = &from.to_string(), to = &(from + 9).to_string())
            }
            Span::Century(from) => {
                told!(speech, "exact-century", from = &from.to_string(), to = &(from + 99).to_string())
            }
        }
    }

    fn interval(self, start: End, end: End) -> String {
        let Wording { speech, .. } = self.0;
        let date = |point| self.0.within(point);
        let words = match (start, end) {
            (End::At(from), End::At(to)) if from == to => return self.point(from),
            (End::At(from), End::At(to)) => {
                let (first, last) = self.0.pair(from, to);
                told!(speech, "exact-from-to", from = &first, to = &last, unit = units(from, to))
            }
            (End::At(from), End::Open) => {
                told!(speech, "exact-since", date = &date(from), unit = unit(from))
            }
            (End::At(from), End::Unknown) => {
                told!(speech, "exact-from", date = &date(from), unit = unit(from))
            }
            (End::Open, End::At(to)) => told!(speech, "exact-or-before", date = &date(to), unit = by_day(to)),
            (End::Unknown, End::At(to)) => {
                told!(speech, "exact-until", date = &self.0.end_of(to), unit = unit(to))
            }
            (End::Open | End::Unknown, End::Open | End::Unknown) => speech.say("exact-unknown").to_owned(),
        };
        if Form::Interval(start, end).doubt() == Doubt::default() {
            format!("{words}.")
        } else {
            told!(speech, "exact-not-all", words = &words)
        }
    }

    fn one_of(self, choices: &[Choice]) -> String {
        let Wording { speech, .. } = self.0;
        match choices {
            [Choice::One(point)] => self.point(*point),
            [Choice::Range(from, to)] if from == to => {
                self.point(Point { span: *from, doubt: Doubt::default() })
            }
            [Choice::Range(from, to)] => {
                let sure = |span| Point { span, doubt: Doubt::default() };
                let (first, last) = self.0.pair(sure(*from), sure(*to));
                let unit = units(sure(*from), sure(*to));
                told!(speech, "exact-one-of-days", from = &first, to = &last, unit = unit)
            }
            [Choice::Before(point)] => self.interval(End::Open, End::At(*point)),
            [Choice::After(point)] => {
                told!(speech, "exact-or-later", date = &self.0.within(*point), unit = by_day(*point))
            }
            _ => {
                told!(speech, "exact-one-of", dates = &capital(&self.0.one_of(choices)))
            }
        }
    }
}

/// Whether it is a day, however doubtful.
fn by_day(point: Point) -> &'static str {
    if matches!(point.span, Span::Day(_)) { "day" } else { "other" }
}

fn doubt(doubt: Doubt) -> &'static str {
    match (doubt.approximate, doubt.uncertain) {
        (false, false) => "none",
        (false, true) => "uncertain",
        (true, false) => "approximate",
        (true, true) => "both",
    }
}
