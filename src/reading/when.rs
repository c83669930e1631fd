//! Dates in prose: "on Monday evening", "19. Februar", "w poniedziałek, 11 marca 2024 r.".
//!
//! What follows one upon the other, with no more between than a comma, brackets or small words, is one mention. No
//! word order is asked for but that a day stands beside its month, so that one reader serves three languages.

mod atoms;

use jiff::civil::{self, Weekday};

use super::Language;
use super::tokens::Tokens;
use super::vocabulary::Meaning;
use crate::model::{Bound, Date};
use crate::text::Span;
use atoms::Atom;

/// Days beyond which the days of a date are not gone through one by one.
const MANY_DAYS: i32 = 400;

/// How many small words may stand between two parts of one date.
const GLUE: usize = 3;

/// Words that say when, and what they say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words, in bytes.
    pub span: Span,
    /// The day of the week.
    pub weekday: Option<Weekday>,
    /// The day of the month.
    pub day: Option<i8>,
    /// The month.
    pub month: Option<i8>,
    /// The year.
    pub year: Option<i16>,
    /// Whether they give the hour.
    pub hour: bool,
    /// Whether they mean something only to those who know when they were said: yesterday, last week, three days ago.
    pub shifted: bool,
    /// Whether the weekday is none in particular: every Monday.
    pub any: bool,
}

impl Mention {
    /// The day, where they give all of it.
    #[must_use]
    pub fn date(&self) -> Option<civil::Date> {
        civil::Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// Whether one must know when they were said to know which day they mean.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        let bare_weekday = self.weekday.is_some() && self.day.is_none() && !self.any;
        (self.shifted && self.date().is_none()) || bare_weekday
    }

    /// Whether they can mean one of the days of a date. A date with an open end can always be meant.
    #[must_use]
    pub fn fits(&self, date: &Date) -> bool {
        let (Bound::Day(first), Bound::Day(last)) = (date.earliest(), date.latest()) else { return true };
        if first.until(last).map_or(i32::MAX, |days| days.get_days()) > MANY_DAYS {
            return self.year.is_none_or(|year| (first.year()..=last.year()).contains(&year));
        }
        first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).any(|day| self.fits_day(day))
    }

    fn fits_day(&self, day: civil::Date) -> bool {
        self.year.is_none_or(|year| year == day.year())
            && self.month.is_none_or(|month| month == day.month())
            && self.day.is_none_or(|number| number == day.day())
            && self.weekday.is_none_or(|weekday| self.any || weekday == day.weekday())
    }
}

/// All that a text says of when, in its order; nothing where we do not read the language.
#[must_use]
pub fn mentions(text: &str, language: Language) -> Vec<Mention> {
    if language == Language::Other {
        return Vec::new();
    }
    let tokens = Tokens::of(text, language);
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((atom, length)) = atoms::atom(&tokens, at) {
            let start = token.start;
            let end = tokens.get(at + length - 1).map_or(start, super::tokens::Token::end);
            let joined = open.as_mut().is_some_and(|open| open.joins(atom, start, &tokens));
            if !joined {
                found.extend(open.take().and_then(Open::close));
            }
            open.get_or_insert_with(|| Open::at(start)).take(atom, end);
            at += length;
        } else {
            if !open.as_mut().is_some_and(|open| open.bridges(token.is(Meaning::Glue))) {
                found.extend(open.take().and_then(Open::close));
            }
            at += 1;
        }
    }
    found.extend(open.take().and_then(Open::close));
    found
}

/// Whether a weekday in a text may be another than that of what it tells: where somebody tells it, the day of the
/// telling; at night, the day before or after.
#[must_use]
pub fn leaves_day_open(text: &str, language: Language) -> bool {
    let tokens = Tokens::of(text, language);
    let mut all = (0..tokens.len()).filter_map(|at| tokens.get(at));
    all.any(|token| token.is(Meaning::Telling) || token.is(Meaning::Night))
}

/// A mention that may yet go on.
#[derive(Debug)]
struct Open {
    mention: Mention,
    end: usize,
    last: Option<Atom>,
    glue: usize,
    part: bool,
}

impl Open {
    fn at(start: usize) -> Self {
        let mention = Mention {
            span: Span::new(start, start),
            weekday: None,
            day: None,
            month: None,
            year: None,
            hour: false,
            shifted: false,
            any: false,
        };
        Self { mention, end: start, last: None, glue: 0, part: false }
    }

    /// Whether a word that says nothing of when may stand within.
    fn bridges(&mut self, is_glue: bool) -> bool {
        self.glue += 1;
        is_glue && self.glue <= GLUE
    }

    /// Whether what comes next belongs to it: nothing is said twice, and a year ends a date.
    fn joins(&self, atom: Atom, start: usize, tokens: &Tokens<'_>) -> bool {
        let mention = &self.mention;
        let free = match atom {
            Atom::Day(_) => mention.day.is_none() && mention.year.is_none(),
            Atom::Month(_) => mention.month.is_none() && mention.year.is_none(),
            Atom::Full { .. } => mention.day.or(mention.month).is_none() && mention.year.is_none(),
            // A year is that of a month or a shifted word beside it, not of a weekday somewhere before.
            Atom::Year(_) => mention.month.is_some() && mention.year.is_none(),
            Atom::Weekday { .. } => mention.weekday.is_none(),
            Atom::Part => !self.part,
            Atom::Hour => !mention.hour,
            Atom::Shifted => !mention.shifted,
        };
        let between = tokens.text.get(self.end..start).unwrap_or_default();
        free && self.one_sentence(between)
    }

    /// Whether no sentence ends between. A full stop may stand behind a day (`19. Februar`) or an abbreviation.
    fn one_sentence(&self, between: &str) -> bool {
        between.char_indices().all(|(at, letter)| match letter {
            '.' => {
                let after = between.get(at + 1..).unwrap_or_default();
                let comma = after.trim_start().starts_with([',', '(', ')']);
                comma || matches!(self.last, Some(Atom::Day(_) | Atom::Month(_))) && at == 0
            }
            ',' | '(' | ')' => true,
            _ => letter.is_whitespace() || letter.is_alphanumeric(),
        })
    }

    fn take(&mut self, atom: Atom, end: usize) {
        let mention = &mut self.mention;
        match atom {
            Atom::Day(day) => mention.day = Some(day),
            Atom::Month(month) => mention.month = Some(month),
            Atom::Year(year) => mention.year = Some(year),
            Atom::Full { year, month, day } => {
                (mention.year, mention.month, mention.day) = (Some(year), Some(month), Some(day));
            }
            Atom::Weekday { weekday, any } => (mention.weekday, mention.any) = (Some(weekday), any),
            Atom::Part => self.part = true,
            Atom::Hour => mention.hour = true,
            Atom::Shifted => mention.shifted = true,
        }
        (self.end, self.last, self.glue) = (end, Some(atom), 0);
    }

    /// The mention; nothing where all it says is a part of some day.
    fn close(mut self) -> Option<Mention> {
        let Mention { weekday, day, month, year, hour, shifted, .. } = self.mention;
        let says = weekday.is_some() || day.or(month).is_some() || year.is_some() || hour || shifted;
        self.mention.span = Span::new(self.mention.span.start as usize, self.end);
        says.then_some(self.mention)
    }
}

#[cfg(test)]
mod tests;
