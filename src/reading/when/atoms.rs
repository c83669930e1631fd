//! The smallest parts of a date in prose, each of one or a few words.

use jiff::civil::Weekday;

use crate::reading::Language;
use crate::reading::tokens::{Token, Tokens};
use crate::reading::vocabulary::Meaning;

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Atom {
    Day(i8),
    Month(i8),
    Year(i16),
    /// All three in figures.
    Full {
        year: i16,
        month: i8,
        day: i8,
    },
    Weekday {
        weekday: Weekday,
        any: bool,
    },
    /// A part of a day.
    Part,
    Hour,
    /// What depends on when it was said.
    Shifted,
}

/// The part of a date that begins with the token at `at`, and of how many tokens it is.
pub(super) fn atom(tokens: &Tokens<'_>, at: usize) -> Option<(Atom, usize)> {
    let token = tokens.get(at)?;
    if token.text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return figures(tokens, at);
    }
    shifted(tokens, at).or_else(|| word(tokens, at, token).map(|atom| (atom, 1)))
}

fn word(tokens: &Tokens<'_>, at: usize, token: &Token<'_>) -> Option<Atom> {
    if let Some(weekday) = token.find(weekday) {
        let any = tokens.before(at).is_some_and(|before| before.is(Meaning::Any));
        let is_name = tokens.in_name(at) || is_surname(tokens, at);
        return (!is_name).then_some(Atom::Weekday { weekday, any });
    }
    if let Some(month) = token.find(month) {
        return stands_as_month(tokens, at).then_some(Atom::Month(month));
    }
    if token.is(Meaning::Hour) {
        return Some(Atom::Hour);
    }
    token.is(Meaning::Part).then_some(Atom::Part)
}

/// Whether a weekday is somebody's name: Wacław Piątek, Änne Freitag. Polish writes days small; German puts a small word
/// before them. English says "told Reuters Monday", and is taken at its word.
fn is_surname(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_capital = |token: &Token<'_>| token.text.starts_with(char::is_uppercase);
    match tokens.language {
        Language::Polish => {
            let heads_a_date = tokens.get(at + 1).is_some_and(|next| day(next).is_some());
            tokens.get(at).is_some_and(is_capital) && !heads_a_date
        }
        Language::German => {
            let before = tokens.before(at).filter(|_| tokens.gap(at - 1).trim_matches(['.', ' ']).is_empty());
            before.is_some_and(|before| is_capital(before) && before.is_unknown())
        }
        Language::English | Language::Other => false,
    }
}

/// Whether a word that can be a month is one: `may` and `August` are others as well.
fn stands_as_month(tokens: &Tokens<'_>, at: usize) -> bool {
    let after = tokens.get(at + 1).is_some_and(|next| {
        let day = tokens.language == Language::English && day(next).is_some();
        (day || year(next).is_some()) && tokens.gap(at).trim_matches(['.', ',']).trim().is_empty()
    });
    let before = tokens.before(at).is_some_and(|before| before.is(Meaning::Before) || day(before).is_some());
    let of_a_day = at >= 2
        && tokens.before(at).is_some_and(|before| before.is(Meaning::Glue))
        && tokens.get(at - 2).is_some_and(|day_of| day(day_of).is_some());
    after || before || of_a_day
}

/// A number, where it is one of a date or an hour.
fn figures(tokens: &Tokens<'_>, at: usize) -> Option<(Atom, usize)> {
    if let Some(found) = numeric(tokens, at).or_else(|| hour(tokens, at)) {
        return Some(found);
    }
    let token = tokens.get(at)?;
    if let Some(year) = year(token) {
        return Some((Atom::Year(year), 1));
    }
    let day = day(token)?;
    // `19 February`, `19. Februar`, `19th of February`; `February 19` in English alone.
    let next = tokens.get(at + 1);
    let plain = |gap: &str| gap.trim_start_matches('.').trim().is_empty();
    let before_month = plain(tokens.gap(at)) && next.is_some_and(|next| next.find(month).is_some());
    let before_of = next.is_some_and(|next| next.text == "of")
        && tokens.get(at + 2).is_some_and(|after| after.find(month).is_some());
    let after_month = tokens.language == Language::English
        && at > 0
        && plain(tokens.gap(at - 1))
        && tokens.before(at).is_some_and(|before| before.find(month).is_some());
    (before_month || before_of || after_month).then_some((Atom::Day(day), 1))
}

/// `2024-03-11` or `11.3.2024`.
fn numeric(tokens: &Tokens<'_>, at: usize) -> Option<(Atom, usize)> {
    let [first, second, third] = [tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?];
    let (year, day) = match (tokens.gap(at), tokens.gap(at + 1)) {
        ("-", "-") => (year(first)?, third.figures()?.0),
        ("." | ". ", "." | ". ") => (year(third)?, first.figures()?.0),
        _ => return None,
    };
    let (month, day) = (i8::try_from(second.figures()?.0).ok()?, i8::try_from(day).ok()?);
    jiff::civil::Date::new(year, month, day).ok()?;
    Some((Atom::Full { year, month, day }, 3))
}

/// `2:56 PM`, `14:56`, `14.56 Uhr`, `16 Uhr`, `godz. 16`.
fn hour(tokens: &Tokens<'_>, at: usize) -> Option<(Atom, usize)> {
    tokens.get(at)?.figures().filter(|(hour, _)| *hour <= 24)?;
    let minutes = tokens.get(at + 1).and_then(Token::figures);
    let minutes = minutes.is_some_and(|(minutes, figures)| minutes < 60 && figures == 2);
    let on_a_clock = minutes && tokens.gap(at) == ":";
    let length = if minutes && matches!(tokens.gap(at), ":" | ".") { 2 } else { 1 };
    let unit = tokens.get(at + length).is_some_and(|unit| is_after_hour(unit, tokens.language));
    if unit && tokens.gap(at + length - 1).trim().is_empty() {
        return Some((Atom::Hour, length + 1));
    }
    let before = tokens.before(at).is_some_and(|before| before.is(Meaning::Clock));
    (on_a_clock || before && tokens.language == Language::Polish).then_some((Atom::Hour, length))
}

/// Whether a word makes an hour of the number before it. `p.m.` is two words, of which the first will do.
fn is_after_hour(unit: &Token<'_>, language: Language) -> bool {
    unit.is(Meaning::Clock) && language != Language::Polish
}

/// `yesterday`, `last week`, `three days ago`, `vor drei Tagen`.
fn shifted(tokens: &Tokens<'_>, at: usize) -> Option<(Atom, usize)> {
    let token = tokens.get(at)?;
    if token.is(Meaning::Relative) {
        return (!tokens.in_name(at)).then_some((Atom::Shifted, 1));
    }
    let next = tokens.get(at + 1)?;
    let either = |wanted: &[Meaning]| wanted.iter().any(|meaning| next.is(*meaning));
    if token.is(Meaning::Shift) {
        if either(&[Meaning::Period, Meaning::Day, Meaning::Part]) {
            return Some((Atom::Shifted, 2));
        }
        // The weekday or month itself is read next.
        let named = next.find(weekday).is_some() || next.find(month).is_some();
        return named.then_some((Atom::Shifted, 1));
    }
    if token.is(Meaning::This) && either(&[Meaning::Period, Meaning::Part]) {
        return Some((Atom::Shifted, 2));
    }
    let is_number = |token: &Token<'_>| {
        token.is(Meaning::Few) || token.figures().is_some() || token.find(number).is_some()
    };
    let after = tokens.get(at + 2)?;
    if token.is(Meaning::Since) {
        return (is_number(next) && after.is(Meaning::Spell)).then_some((Atom::Shifted, 3));
    }
    (is_number(token) && next.is(Meaning::Spell) && after.is(Meaning::Ago)).then_some((Atom::Shifted, 3))
}

fn weekday(meaning: Meaning) -> Option<Weekday> {
    if let Meaning::Weekday(weekday) = meaning { Some(weekday) } else { None }
}

fn month(meaning: Meaning) -> Option<i8> {
    if let Meaning::Month(month) = meaning { Some(month) } else { None }
}

fn number(meaning: Meaning) -> Option<u32> {
    if let Meaning::Number(number) = meaning { Some(number) } else { None }
}

/// A day of a month: `19`, `19th`.
fn day(token: &Token<'_>) -> Option<i8> {
    let figures = token.text.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let ending = token.text.strip_prefix(figures)?;
    let fits = figures.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    fits.then(|| figures.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
}

/// A year of four figures, from 1800 to 2099.
fn year(token: &Token<'_>) -> Option<i16> {
    let (year, figures) = token.figures()?;
    (figures == 4 && (1800..2100).contains(&year)).then(|| i16::try_from(year).ok()).flatten()
}
