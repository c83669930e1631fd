//! From words to a date, or to the reason why they are none.

use edtf_core::{Bound as EdtfBound, BoundDate, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind};
use jiff::civil::{Date as Day, Time};
use jiff::tz::Offset;

use super::{Bound, Date, DateError, Form, Moment};

pub(super) fn parse(text: &str) -> Result<Date, DateError> {
    // Most dates are plain days, and there can be tens of thousands.
    if let Some(day) = plain_day(text) {
        return Ok(Date {
            typed: text.into(),
            form: Form::Day(day),
            earliest: Bound::Day(day),
            latest: Bound::Day(day),
        });
    }
    if text.contains('T') {
        let moment = moment(text)?;
        let day = Bound::Day(moment.day);
        return Ok(Date { typed: text.into(), form: Form::Moment(moment), earliest: day, latest: day });
    }
    let edtf =
        Edtf::parse(text).map_err(|error| backwards(text).unwrap_or_else(|| refused(text, error.message)))?;
    admit(text, &edtf)?;
    let bounds = edtf.bounds();
    let (earliest, latest) = (bound(bounds.earliest), bound(bounds.latest));
    Ok(Date { typed: text.into(), form: Form::Other(Box::new(edtf)), earliest, latest })
}

/// `2024-03-12`, and nothing else.
fn plain_day(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
    };
    Day::new(number(0..4)?, i8::try_from(number(5..7)?).ok()?, i8::try_from(number(8..10)?).ok()?).ok()
}

/// `2024-03-12T14:56-04:00`: seconds and zone may be left out, `~` or `?` may follow.
fn moment(text: &str) -> Result<Moment, DateError> {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let marks = text.split_at(bare.len()).1;
    if marks.len() > 1 {
        return Err(refused(text, "one mark, `~`, `?` or `%`, may follow"));
    }
    let (day, rest) = bare.split_once('T').unwrap_or((bare, ""));
    let day = plain_day(day).ok_or_else(|| refused(text, "before `T` stands a day, `2024-03-12`"))?;
    let zone = rest.find(['Z', '+', '-', '\u{2212}']);
    let (time, zone) = rest.split_at(zone.unwrap_or(rest.len()));
    let (time, seconds) = clock(time).ok_or_else(|| refused(text, "after `T` stands a time, `14:56`"))?;
    let offset =
        match zone {
            "" => None,
            "Z" => Some(Offset::UTC),
            _ => Some(offset(zone).ok_or_else(|| {
                refused(text, "after the time stands its distance from UTC, `+01:00` or `Z`")
            })?),
        };
    Ok(Moment {
        day,
        time,
        seconds,
        offset,
        uncertain: matches!(marks, "?" | "%"),
        approximate: matches!(marks, "~" | "%"),
    })
}

/// Hours, minutes and, where they are given, seconds.
fn clock(text: &str) -> Option<(Time, bool)> {
    let parts: Vec<i8> = text.split(':').map(two_digits).collect::<Option<_>>()?;
    let (hour, minute, second) = match *parts.as_slice() {
        [hour, minute] => (hour, minute, None),
        [hour, minute, second] => (hour, minute, Some(second)),
        _ => return None,
    };
    Some((Time::new(hour, minute, second.unwrap_or(0), 0).ok()?, second.is_some()))
}

fn two_digits(text: &str) -> Option<i8> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn offset(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "00"));
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    if hours > 18 || minutes > 59 {
        return None;
    }
    Offset::from_seconds(sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60)).ok()
}

/// Levels 0 and 1, and one-of sets.
fn admit(text: &str, edtf: &Edtf) -> Result<(), DateError> {
    match edtf {
        Edtf::Set(Set { kind: SetKind::OneMember, elements }) => {
            let dated = |date: &edtf_core::Date| Edtf::Date(*date).level() <= 1;
            let fine = elements.iter().all(|element| match element {
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => dated(date),
                SetElement::Range(from, to) => dated(from) && dated(to),
            });
            if fine { Ok(()) } else { Err(too_much(text)) }
        }
        Edtf::Set(_) => Err(DateError {
            message: format!("`{text}` means all of these dates, and one entry has one date"),
            help: Some("for one of several dates write `[2024-03-01,2024-03-04]`; for several events make several entries".to_owned()),
        }),
        // The ends of an interval may be known no better than `..2024-03-12`; only their plain forms are level 1.
        Edtf::Interval(Interval { start, end }) => {
            let plain = |end: &IntervalEndpoint| !matches!(end, IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_));
            if edtf.level() <= 1 && plain(start) && plain(end) { Ok(()) } else { Err(too_much(text)) }
        }
        _ if edtf.level() <= 1 => Ok(()),
        _ => Err(too_much(text)),
    }
}

fn too_much(text: &str) -> DateError {
    DateError {
        message: format!("`{text}` says more than dates here can"),
        help: Some("dates are EDTF levels 0 and 1, and one-of sets: `2024`, `2024-03~`, `193X`, `2024-03-01/2024-03-11`, `[2024-03-01..2024-03-11]`".to_owned()),
    }
}

/// An interval that would be one if its ends changed places.
fn backwards(text: &str) -> Option<DateError> {
    let (from, to) = text.split_once('/')?;
    let turned = format!("{to}/{from}");
    Edtf::parse(&turned).ok()?;
    let message = format!("`{text}` ends before it begins");
    Some(DateError { message, help: Some(format!("write `{turned}`")) })
}

fn bound(bound: EdtfBound) -> Bound {
    match bound {
        EdtfBound::NegativeInfinity | EdtfBound::PositiveInfinity => Bound::Open,
        EdtfBound::Unknown => Bound::Unknown,
        EdtfBound::Date(BoundDate { year, month, day }) => {
            let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
            match parts {
                (Ok(year), Ok(month), Ok(day)) => {
                    Day::new(year, month, day).map_or(Bound::Unknown, Bound::Day)
                }
                _ => Bound::Unknown,
            }
        }
    }
}

fn refused(text: &str, why: &str) -> DateError {
    let meant = meant(text);
    let help = meant.map_or_else(
        || "dates are written `2024-03-12`, `2024-03`, `2024`, `2024-03-01/2024-03-11`, `2024-03~`, `../2024-03-12`".to_owned(),
        |meant| format!("write `{meant}`"),
    );
    DateError { message: reason(text, why), help: Some(help) }
}

/// Why not, in the plainest words there are for it.
fn reason(text: &str, why: &str) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str| part.parse::<u32>().ok();
    match *parts.as_slice() {
        [year, month, ..]
            if year.len() == 4
                && month.len() == 2
                && number(month)
                    .is_some_and(|month| month == 0 || (month > 12 && !(21..=41).contains(&month))) =>
        {
            format!("`{text}` is not a date: there is no month {month}")
        }
        [year, month, day]
            if number(year).is_some()
                && number(month).is_some()
                && day.len() == 2
                && number(day).is_some() =>
        {
            format!("`{text}` is not a date: that month has no day {day}")
        }
        _ if text.contains('T') => format!("`{text}` is not a time: {why}"),
        _ => format!("`{text}` is not a date"),
    }
}

/// The date that some other way of writing dates probably means.
fn meant(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let numbers: Option<Vec<u16>> = parts.iter().map(|part| part.parse().ok()).collect();
    if let Some(numbers) = numbers {
        let slashes = text.contains('/');
        return match *numbers.as_slice() {
            [year, month, day] if year > 999 => valid(year, month, day),
            // With slashes the day may stand first or second; only one that cannot be a month tells which.
            [day, month, year] if year > 999 && (!slashes || day > 12) => valid(year, month, day),
            [month, day, year] if year > 999 && slashes && day > 12 => valid(year, month, day),
            [year, month] if year > 999 && (1..=12).contains(&month) => Some(format!("{year:04}-{month:02}")),
            [month, year] if year > 999 && (1..=12).contains(&month) => Some(format!("{year:04}-{month:02}")),
            _ => None,
        };
    }
    named_month(text)
}

fn valid(year: u16, month: u16, day: u16) -> Option<String> {
    let date =
        Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

/// The beginnings of the names of the months in English, German and Polish.
const MONTHS: [&[&str]; 12] = [
    &["jan", "sty"],
    &["feb", "lut"],
    &["mar", "mär", "maer"],
    &["apr", "kwi"],
    &["may", "mai", "maj"],
    &["jun", "cze"],
    &["jul", "lip"],
    &["aug", "sie"],
    &["sep", "wrz"],
    &["oct", "okt", "paź", "paz"],
    &["nov", "lis"],
    &["dec", "dez", "gru"],
];

/// `12 March 2024`, `März 2024`; white space may have been taken out.
fn named_month(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let name: String = lower.chars().filter(|letter| letter.is_alphabetic()).collect();
    let month = MONTHS.iter().position(|names| names.iter().any(|start| name.starts_with(start)))? + 1;
    let numbers: Vec<u16> =
        lower.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    match *numbers.as_slice() {
        [year] if year > 999 => Some(format!("{year:04}-{month:02}")),
        [day, year] | [year, day] if year > 999 && day < 32 => valid(year, u16::try_from(month).ok()?, day),
        _ => None,
    }
}
