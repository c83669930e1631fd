//! How exact a date is, in a sentence for its own page.

use super::form::{Choice, Doubt, End, Form, Moment, Point, Span};
use super::words::{Style, end_of, one_of, pair, row, span, within};

pub(super) fn how_exact(form: &Form) -> String {
    match form {
        Form::Moment(moment) => moment_exact(moment),
        Form::Point(point) => point_exact(*point),
        Form::Interval(start, end) => interval_exact(*start, *end),
        Form::OneOf(choices) => one_of_exact(choices),
    }
}

fn moment_exact(moment: &Moment) -> String {
    let unit = if moment.second.is_some() { "second" } else { "minute" };
    let zone = if moment.zone.is_some() { "" } else { "; in which time zone is not said" };
    match (moment.doubt.approximate, moment.doubt.uncertain) {
        (false, false) => format!("Known to the {unit}{zone}."),
        (false, true) => format!("Given to the {unit}, but not certain{zone}."),
        (true, false) => format!("The time is an estimate{zone}."),
        (true, true) => format!("The time is an estimate, and not certain{zone}."),
    }
}

fn point_exact(point: Point) -> String {
    let known = match point.span {
        Span::Day(_) => "to the day".to_owned(),
        Span::Month(..) | Span::DayOfMonth(..) => "to the month; the day is not known".to_owned(),
        Span::MonthOfYear(_) => "to the year; the month is not known".to_owned(),
        Span::Year(_) | Span::DayOfYear(_) => "to the year; the month and the day are not known".to_owned(),
        Span::Season(..) => format!("to the season, counted as {}", months_of(point.span)),
        Span::Decade(from) => format!("to the decade: some time from {from} to {}", from + 9),
        Span::Century(from) => format!("to the hundred years from {from} to {}", from + 99),
    };
    let words = span(point.span, Style::Long);
    match (point.doubt.approximate, point.doubt.uncertain) {
        (false, false) => format!("Known {known}."),
        (false, true) => format!("Given as {words}, but not certain."),
        (true, false) => format!("About {words}; this is an estimate."),
        (true, true) => format!("About {words}; this is an estimate, and not certain."),
    }
}

fn months_of(span: Span) -> String {
    let (first, last) = (span.first(), span.last());
    let months = [first, last].map(|day| Span::Month(day.year(), day.month()));
    row(&months, Style::Long).join(" to ")
}

fn interval_exact(start: End, end: End) -> String {
    let long = |point| within(point, Style::Long);
    let doubt = Form::Interval(start, end).doubt();
    let words = match (start, end) {
        (End::At(from), End::At(to)) if from == to => return point_exact(from),
        (End::At(from), End::At(to)) => {
            let (from, to) = pair(from, to, Style::Long);
            format!("From {from} to {to}, both included")
        }
        (End::At(from), End::Open) => format!("Since {}; no end is set", long(from)),
        (End::At(from), End::Unknown) => format!("From {} on; when it ended is not known", long(from)),
        (End::Open, End::At(to)) => match to.span {
            Span::Day(_) => format!("On {} or before; how long before is not known", long(to)),
            _ => format!("In {} or before; how long before is not known", long(to)),
        },
        (End::Unknown, End::At(to)) => {
            format!("Until {}; when it began is not known", end_of(to, Style::Long))
        }
        (End::Open | End::Unknown, End::Open | End::Unknown) => "Not known".to_owned(),
    };
    if doubt == Doubt::default() {
        format!("{words}.")
    } else {
        format!("{words}; not all of this is certain.")
    }
}

fn one_of_exact(choices: &[Choice]) -> String {
    match choices {
        [Choice::One(point)] => point_exact(*point),
        [Choice::Range(from, to)] if from == to => {
            point_exact(Point { span: *from, doubt: Doubt::default() })
        }
        [Choice::Range(from, to)] => {
            let units = match from {
                Span::Day(_) => "days",
                Span::Month(..) => "months",
                _ => "years",
            };
            format!(
                "One of the {units} from {}; which is not known.",
                row(&[*from, *to], Style::Long).join(" to ")
            )
        }
        [Choice::Before(point)] => interval_exact(End::Open, End::At(*point)),
        [Choice::After(point)] => match point.span {
            Span::Day(_) => {
                format!("On {} or later; how much later is not known.", within(*point, Style::Long))
            }
            _ => format!("In {} or later; how much later is not known.", within(*point, Style::Long)),
        },
        _ => {
            let words = one_of(choices, Style::Long);
            let mut letters = words.chars();
            let first =
                letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
            format!("{first}{}; which of these is not known.", letters.as_str())
        }
    }
}
