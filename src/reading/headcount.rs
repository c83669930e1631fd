//! Numbers of people in prose: "four officers", "vier hochrangige Offiziere", "czterech oficerów".

use super::Language;
use super::tokens::{Token, Tokens};
use super::vocabulary::Meaning;
use crate::text::Span;

/// How many words may describe those who are counted.
const DESCRIBING: usize = 4;

/// The largest number that is taken for a list of people rather than for a figure.
const MANY: u32 = 100;

/// A number of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headcount {
    /// The words, from the number to those it counts, in bytes.
    pub span: Span,
    /// How many, from 2.
    pub count: u32,
    /// Whether they are counted beside others who were named: "three other officers".
    pub others: bool,
    /// Whether just anybody is counted: "four people".
    pub anybody: bool,
}

/// The numbers of people that a text gives, in its order. Where it is not plain that just so many are meant (about
/// four, four or five), or that people are, there is none.
#[must_use]
pub fn headcounts(text: &str, language: Language) -> Vec<Headcount> {
    let tokens = Tokens::of(text, language);
    (0..tokens.len()).filter_map(|at| headcount(&tokens, at)).collect()
}

fn headcount(tokens: &Tokens<'_>, at: usize) -> Option<Headcount> {
    let (count, length) = number(tokens, at)?;
    let vague = |at: Option<&Token<'_>>| at.is_some_and(|token| token.is(Meaning::About));
    let part_of_more = tokens.before(at).is_some_and(|before| is_number(before) && length == 1)
        || at > 0 && matches!(tokens.gap(at - 1), "," | "." | "-" | "–" | ":");
    if !(2..=MANY).contains(&count) || part_of_more || vague(tokens.before(at)) {
        return None;
    }
    let start = tokens.get(at)?.start;
    let mut others = tokens.before(at).is_some_and(|before| before.is(Meaning::Others));
    let mut last_others = None;
    let mut next = at + length;
    while let Some(token) =
        tokens.get(next).filter(|_| next <= at + length + DESCRIBING && is_joined(next, tokens))
    {
        let anybody = token.is(Meaning::Anybody);
        if anybody || token.is(Meaning::People) {
            return Some(Headcount { span: Span::new(start, token.end()), count, others, anybody });
        }
        if token.is(Meaning::Others) {
            others = true;
            last_others = Some(next);
        } else if !describes(token, next, tokens) {
            break;
        }
        next += 1;
    }
    let last =
        last_others.filter(|last| stand_alone(*last, next, tokens) && !counts_things_before(at, tokens))?;
    let end = tokens.get(last)?.end();
    Some(Headcount { span: Span::new(start, end), count, others: true, anybody: false })
}

/// Whether a token follows upon the one before it with nothing but blanks or a hyphen between.
fn is_joined(at: usize, tokens: &Tokens<'_>) -> bool {
    let gap = tokens.gap(at - 1);
    !gap.is_empty() && gap.chars().all(|letter| letter.is_whitespace() || letter == '-')
}

/// Whether the word for others at `at` has no noun behind it, as far as the words show, which make no sense as one from
/// `end` on: "three others", "drei weitere waren dabei", "trzej inni".
fn stand_alone(at: usize, end: usize, tokens: &Tokens<'_>) -> bool {
    let behind = |at: usize| tokens.get(at).filter(|_| is_joined(at, tokens));
    match tokens.language {
        Language::English => tokens.get(at).is_some_and(|token| token.text == "others"),
        Language::German => behind(end).is_none_or(|token| !token.text.starts_with(char::is_uppercase)),
        Language::Polish => {
            behind(at + 1).is_none_or(|token| token.is(Meaning::Alone))
                || tokens.before(at).is_some_and(|number| number.is(Meaning::Personal))
        }
        Language::Other => false,
    }
}

/// Whether something else than people is counted before: of "two missiles and three others", three are missiles.
fn counts_things_before(at: usize, tokens: &Tokens<'_>) -> bool {
    let is_thing = |token: &Token<'_>| {
        let capital = token.text.starts_with(char::is_uppercase);
        token.is_unknown() && capital == (tokens.language == Language::German)
    };
    (0..at).any(|before| {
        let counted = number(tokens, before).filter(|(count, _)| *count <= MANY);
        let next = counted.map(|(_, length)| before + length).filter(|next| is_joined(*next, tokens));
        next.and_then(|next| tokens.get(next)).is_some_and(is_thing)
    })
}

/// Whether a word can stand between a number and those it counts, as far as its form tells.
fn describes(token: &Token<'_>, at: usize, tokens: &Tokens<'_>) -> bool {
    if token.is(Meaning::About) || token.is(Meaning::Spell) || token.is(Meaning::Period) {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| token.text.ends_with(ending));
    let capital = token.text.starts_with(char::is_uppercase);
    token.is(Meaning::Describing)
        || match tokens.language {
            Language::English => capital || tokens.gap(at) == "-" || tokens.gap(at - 1) == "-",
            Language::German => !capital && token.text.len() > 4 && ends(&["e", "en", "er"]),
            Language::Polish => ends(&["ych", "ich", "ymi", "imi"]),
            Language::Other => false,
        }
}

/// A number from figures or words, and of how many tokens it is: `twenty-one`, `dwudziestu jeden`.
fn number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    if let Some((number, _)) = token.figures() {
        return Some((number, 1));
    }
    let word = |token: &Token<'_>| token.find(in_words);
    let number = word(token)?;
    let units = tokens.get(at + 1).and_then(word).filter(|units| *units < 10);
    match units {
        Some(units) if number >= 20 && number.is_multiple_of(10) && matches!(tokens.gap(at), "-" | " ") => {
            Some((number + units, 2))
        }
        _ => Some((number, 1)),
    }
}

fn is_number(token: &Token<'_>) -> bool {
    token.figures().is_some() || token.find(in_words).is_some()
}

fn in_words(meaning: Meaning) -> Option<u32> {
    if let Meaning::Number(number) = meaning { Some(number) } else { None }
}

#[cfg(test)]
mod tests;
