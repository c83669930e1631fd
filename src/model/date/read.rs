//! Reading a date. Plain days, months, years and times are read here, since a report has tens of thousands of them and
//! EDTF refuses a time without seconds; every other form is left to `edtf-core`.

use edtf_core::{DateField, Edtf, IntervalEndpoint, SetElement, SetKind, YearKind};
use jiff::civil;

use super::form::{Choice, Doubt, End, Form, Moment, Point, Season, Span, Zone};
use crate::speech::{Length, Speech};

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing was typed.
    Empty,
    /// It is not written as a date.
    Shape,
    /// It is, but this is wrong with it.
    Wrong(String),
    /// It ends before it begins.
    Backwards,
    /// It says that several dates hold together.
    AllOf,
    /// It is EDTF, but beyond level 1.
    Beyond,
}

pub(super) fn read(text: &str) -> Result<Form, Fault> {
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    if let Some(span) = plain(text.as_bytes()) {
        return Ok(Form::Point(Point { span, doubt: Doubt::default() }));
    }
    if let Some((day, time)) = text.split_once('T')
        && let Some(Span::Day(day)) = plain(day.as_bytes())
        && !time.contains('/')
    {
        return read_time(day, time).map(Form::Moment);
    }
    let edtf = Edtf::parse(text).map_err(|error| fault(text, error.message))?;
    let form = match &edtf {
        Edtf::Set(set) if set.kind == SetKind::AllMembers => return Err(Fault::AllOf),
        Edtf::Set(set) => one_of(&set.elements),
        _ if edtf.level() > 1 => None,
        Edtf::Date(date) => point(date).map(Form::Point),
        Edtf::Interval(interval) => {
            end(&interval.start).zip(end(&interval.end)).map(|(a, b)| Form::Interval(a, b))
        }
        Edtf::DateTime(_) => None,
    };
    form.ok_or_else(|| wrong_day(text).map_or(Fault::Beyond, Fault::Wrong))
}

/// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, if the calendar has it.
fn plain(text: &[u8]) -> Option<Span> {
    let year = i16::try_from(number(text.get(..4)?)?).ok()?;
    match text.len() {
        4 => Some(Span::Year(year.into())),
        7 | 10 if text[4] != b'-' => None,
        7 => {
            let month = two(&text[5..7])?;
            (1..=12).contains(&month).then_some(Span::Month(year, month))
        }
        10 if text[7] == b'-' => {
            civil::Date::new(year, two(&text[5..7])?, two(&text[8..10])?).ok().map(Span::Day)
        }
        _ => None,
    }
}

fn two(digits: &[u8]) -> Option<i8> {
    (digits.len() == 2).then(|| number(digits)).flatten()?.try_into().ok()
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

/// What follows the `T`: a clock, perhaps a zone, perhaps a doubt.
fn read_time(day: civil::Date, text: &str) -> Result<Moment, Fault> {
    let (text, doubt) = take_doubt(text);
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(at);
    let (hour, minute, second) = match clock.as_bytes() {
        [h1, h2, b':', m1, m2] => (two(&[*h1, *h2]), two(&[*m1, *m2]), None),
        [h1, h2, b':', m1, m2, b':', s1, s2] => {
            (two(&[*h1, *h2]), two(&[*m1, *m2]), Some(two(&[*s1, *s2]).ok_or(Fault::Shape)?))
        }
        _ => return Err(Fault::Shape),
    };
    let (hour, minute) = hour.zip(minute).ok_or(Fault::Shape)?;
    for (name, value, highest) in
        [("hour", hour, 23), ("minute", minute, 59), ("second", second.unwrap_or(0), 60)]
    {
        if value > highest {
            return Err(Fault::Wrong(format!("there is no {name} {value}")));
        }
    }
    Ok(Moment { day, hour, minute, second, zone: read_zone(zone)?, doubt })
}

fn read_zone(text: &str) -> Result<Option<Zone>, Fault> {
    let (hours, minutes) = match text.as_bytes() {
        [] => return Ok(None),
        b"Z" => return Ok(Some(Zone::Utc)),
        [_, h1, h2] => (two(&[*h1, *h2]), Some(0)),
        [_, h1, h2, b':', m1, m2] => (two(&[*h1, *h2]), two(&[*m1, *m2])),
        _ => return Err(Fault::Shape),
    };
    let (hours, minutes) = hours.zip(minutes).ok_or(Fault::Shape)?;
    let all = i16::from(hours) * 60 + i16::from(minutes);
    if minutes > 59 || all > 14 * 60 {
        return Err(Fault::Wrong(format!("no place is `{text}` from UTC")));
    }
    match (text.starts_with('-'), all) {
        (true, 0) => Err(Fault::Wrong("UTC itself is written `Z`".to_owned())),
        (true, _) => Ok(Some(Zone::Minutes(-all))),
        (false, _) => Ok(Some(Zone::Minutes(all))),
    }
}

/// The text without the mark of doubt at its end, and what that says.
fn take_doubt(text: &str) -> (&str, Doubt) {
    let doubt = |uncertain, approximate| Doubt { uncertain, approximate };
    match text.strip_suffix(['?', '~', '%']) {
        None => (text, Doubt::default()),
        Some(rest) if text.ends_with('?') => (rest, doubt(true, false)),
        Some(rest) if text.ends_with('~') => (rest, doubt(false, true)),
        Some(rest) => (rest, doubt(true, true)),
    }
}

/// None for what only level 2 can say.
fn point(date: &edtf_core::Date) -> Option<Point> {
    if Edtf::Date(*date).level() > 1 {
        return None;
    }
    let doubt = Doubt { uncertain: date.is_uncertain(), approximate: date.is_approximate() };
    let span = match date.year.kind {
        YearKind::Exponential { .. } => return None,
        YearKind::Big { value } => Span::Year(value),
        YearKind::Standard { digits: [Some(thousand), Some(hundred), Some(ten), None], .. } => {
            Span::Decade(i16::from(thousand) * 1000 + i16::from(hundred) * 100 + i16::from(ten) * 10)
        }
        YearKind::Standard { digits: [Some(thousand), Some(hundred), None, None], .. } => {
            Span::Century(i16::from(thousand) * 1000 + i16::from(hundred) * 100)
        }
        YearKind::Standard { .. } => part_of_year(date.year.value()?.try_into().ok()?, date.month, date.day)?,
    };
    Some(Point { span, doubt })
}

fn part_of_year(year: i16, month: Option<DateField>, day: Option<DateField>) -> Option<Span> {
    let Some(month) = month else {
        return Some(Span::Year(year.into()));
    };
    let Some(number) = month.value() else {
        return Some(if day.is_some() { Span::DayOfYear(year) } else { Span::MonthOfYear(year) });
    };
    let season = match number {
        21 => Season::Spring,
        22 => Season::Summer,
        23 => Season::Autumn,
        24 => Season::Winter,
        _ => {
            let month = i8::try_from(number).ok()?;
            return match day.map(DateField::value) {
                None => Some(Span::Month(year, month)),
                Some(None) => Some(Span::DayOfMonth(year, month)),
                Some(Some(day)) => civil::Date::new(year, month, day.try_into().ok()?).ok().map(Span::Day),
            };
        }
    };
    Some(Span::Season(year, season))
}

fn end(end: &IntervalEndpoint) -> Option<End> {
    match end {
        IntervalEndpoint::Date(date) => point(date).map(End::At),
        IntervalEndpoint::Open => Some(End::Open),
        IntervalEndpoint::Unknown => Some(End::Unknown),
        IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => None,
    }
}

/// In the order of the calendar, in which people say them.
fn one_of(elements: &[SetElement]) -> Option<Form> {
    let mut choices: Vec<Choice> = elements.iter().map(choice).collect::<Option<_>>()?;
    choices.sort_by_key(|choice| choice.first());
    Some(Form::OneOf(choices))
}

fn choice(element: &SetElement) -> Option<Choice> {
    Some(match element {
        SetElement::Date(date) => Choice::One(point(date)?),
        SetElement::OnOrBefore(date) => Choice::Before(point(date)?),
        SetElement::OnOrAfter(date) => Choice::After(point(date)?),
        SetElement::Range(from, to) => Choice::Range(point(from)?.span, point(to)?.span),
    })
}

/// What is wrong with a text that is no EDTF, where it can be said better than that.
fn fault(text: &str, message: &str) -> Fault {
    if let Some(wrong) = wrong_day(text) {
        return Fault::Wrong(wrong);
    }
    let wrong = match message {
        "interval end precedes interval start" | "set range end precedes range start" => {
            return Fault::Backwards;
        }
        "interval needs at least one dated endpoint" => "one of its ends has to be a date",
        "unterminated set" if text.starts_with('[') => "the `]` at its end is missing",
        "set must contain at least one element" | "empty set element" => "a date in its list is missing",
        "set range endpoints must share precision" => {
            "both ends of `..` have to be known alike: days, months or years"
        }
        _ if text.contains('/') && text.contains(':') => "the ends of an interval are days, without a time",
        _ if text.starts_with('[') && text.contains(':') => "the dates in `[…]` are days, without a time",
        _ => return Fault::Shape,
    };
    Fault::Wrong(wrong.to_owned())
}

/// What the calendar has against the first part that looks like a plain date.
fn wrong_day(text: &str) -> Option<String> {
    text.split(['/', ',', '[', ']', '{', '}', 'T']).flat_map(|part| part.split("..")).find_map(|part| {
        let (part, _) = take_doubt(part);
        let (year, rest) = part.split_once('-')?;
        let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
        let year = (year.len() == 4).then(|| number(year.as_bytes())).flatten()?;
        let month = two(month.as_bytes())?;
        match (month, day) {
            (21..=24, Some(_)) => Some("a season has no days".to_owned()),
            (25..=41, None) => {
                Some("of the parts of a year, only the seasons `21` to `24` are read here".to_owned())
            }
            (1..=12, Some(day)) => {
                let day = two(day.as_bytes())?;
                let first = civil::Date::new(year.try_into().ok()?, month, 1).ok()?;
                let days = first.days_in_month();
                let name = Speech::english().calendar().month(month, Length::Long);
                (!(1..=days).contains(&day)).then(|| format!("{name} {year} has no day {day}"))
            }
            (1..=12 | 21..=24, None) => None,
            _ => Some(format!("there is no month {month}")),
        }
    })
}
