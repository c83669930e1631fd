//! What a sentence states that can be checked: names, numbers, dates, quotations.

use std::ops::Range;

use super::block::BlockKind;
use super::lists::Lists;
use super::names::{self, Names};
use super::{Language, Sentence, Tie, Word, Wording};
use crate::model::Any;

/// Something in a sentence that can be checked, and where in its text it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct States {
    /// What sort of thing.
    pub what: Stated,
    /// The bytes of the sentence's text.
    pub range: Range<usize>,
}

/// What sort of thing can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stated {
    /// The name of an entry.
    Name,
    /// The full name of a person whom the record does not know.
    UnknownName,
    /// A number.
    Number,
    /// A day, month or year.
    Date,
    /// Somebody's words in quotation marks.
    Quotation,
}

impl Stated {
    /// In a word, with its article.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Name | Self::UnknownName => "a name",
            Self::Number => "a number",
            Self::Date => "a date",
            Self::Quotation => "a quotation",
        }
    }
}

/// How many words in quotation marks are a quotation, and not a word that is held at a distance, or a title.
const QUOTATION: usize = 3;

/// All that a sentence states, in the order of its text, whether or not it is one that needs a claim. A quotation may
/// have begun before it: `quoted` says so, and says afterwards whether one goes on.
pub(super) fn states(
    sentence: &Sentence,
    kind: BlockKind,
    language: Language,
    names: &Names,
    quoted: &mut bool,
) -> Vec<States> {
    let wording = &sentence.wording;
    let mut states = quotations(wording, language, quoted);
    if kind == BlockKind::Quotation {
        states = vec![States { what: Stated::Quotation, range: 0..wording.text().len() }];
    }
    for tie in &sentence.ties {
        let is_name = matches!(tie.target.value, Any::Person(_) | Any::Organisation(_) | Any::Source(_));
        if is_name && !tie.words.is_empty() {
            states.push(States { what: Stated::Name, range: tie.words.clone() });
        }
    }
    let mut index = 0;
    while index < wording.len() {
        let Some((what, words)) = at(wording, index, language, names) else {
            index += 1;
            continue;
        };
        let start = wording.word(words.start).map_or(0, |word| word.start);
        let end = wording.word(words.end - 1).map_or(start, |word| word.range().end);
        index = words.end.max(index + 1);
        let tied = sentence.ties.iter().any(|tie| {
            !tie.words.is_empty() && tie.words.start <= start && end <= tie.words.end && tie.is_name()
        });
        if !tied {
            states.push(States { what, range: start..end });
        }
    }
    states.sort_by_key(|stated| stated.range.start);
    states
}

/// What is stated by the words from `index` on, and which words these are.
fn at(wording: &Wording, index: usize, language: Language, names: &Names) -> Option<(Stated, Range<usize>)> {
    let word = wording.word(index)?;
    if word.is_capitalised() {
        // A full name before the surname alone: `Hans Graefe` is not Frank Graefe.
        let known = names.known(wording, index);
        let full = names::full_name(wording, index, language);
        match (known, full) {
            (Some(known), Some(full)) if known < full.len() && full.start == index => {
                return Some((Stated::UnknownName, full));
            }
            (Some(known), _) => return Some((Stated::Name, index..index + known)),
            (None, Some(full)) => {
                // Behind a title: `Gen. Gerhartz`, `Minister Boris Pistorius`.
                return match names.known(wording, full.start) {
                    Some(known) => Some((Stated::Name, full.start..full.start + known)),
                    None => Some((Stated::UnknownName, full)),
                };
            }
            (None, None) => {}
        }
    }
    let lists = Lists::of(language);
    if let Some(words) = date(wording, index, language, lists) {
        return Some((Stated::Date, words));
    }
    if is_year(word.text) {
        return Some((Stated::Date, index..index + 1));
    }
    let counts = lists.numbers.contains(word.folded);
    let figures =
        word.text.starts_with(|first: char| first.is_ascii_digit()) && !leads_to_a_place(wording, index);
    (counts || figures).then_some((Stated::Number, index..index + 1))
}

/// A month with a number beside it, or a day of the week.
fn date(wording: &Wording, index: usize, language: Language, lists: &Lists) -> Option<Range<usize>> {
    let word = wording.word(index)?;
    let is_month = |at: usize| {
        wording.word(at).is_some_and(|word| {
            lists.months.contains(word.folded) && (word.is_capitalised() || language == Language::Polish)
        })
    };
    let is_number = |at: usize| {
        wording.word(at).is_some_and(|word| word.text.starts_with(|first: char| first.is_ascii_digit()))
    };
    if is_number(index) && is_month(index + 1) {
        let end = if is_number(index + 2) { index + 3 } else { index + 2 };
        return Some(index..end);
    }
    if is_month(index) && is_number(index + 1) {
        let end = if wording.word(index + 2).is_some_and(|word| is_year(word.text)) {
            index + 3
        } else {
            index + 2
        };
        return Some(index..end);
    }
    let is_weekday =
        lists.weekdays.contains(word.folded) && (word.is_capitalised() || language == Language::Polish);
    is_weekday.then_some(index..index + 1)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number says where something is written: `paragraph 4`, `§ 5`, `S. 12`.
fn leads_to_a_place(wording: &Wording, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return wording.before().contains('§') };
    let gap = wording.after(before);
    gap.contains('§') || wording.word(before).is_some_and(|word| PLACES.contains(&word.folded))
}

const PLACES: [&str; 34] = [
    "paragraph",
    "paragraphs",
    "page",
    "pages",
    "p",
    "pp",
    "section",
    "chapter",
    "note",
    "line",
    "lines",
    "figure",
    "fig",
    "table",
    "no",
    "step",
    "absatz",
    "abs",
    "seite",
    "seiten",
    "s",
    "kapitel",
    "zeile",
    "zeilen",
    "ziffer",
    "nr",
    "tabelle",
    "akapit",
    "strona",
    "str",
    "rozdział",
    "wiersz",
    "tabela",
    "pkt",
];

/// What stands in double quotation marks.
fn quotations(wording: &Wording, language: Language, quoted: &mut bool) -> Vec<States> {
    let text = wording.text();
    let mut states = Vec::new();
    let mut start = quoted.then_some(0);
    let mut seen = false;
    for (at, mark) in text.char_indices().filter(|(_, letter)| "\"„“”«»".contains(*letter)) {
        let closes = match (mark, language) {
            ('”', _) | ('“', Language::German | Language::Polish) => true,
            ('„', _) | ('“', Language::English) => false,
            _ => start.is_some(),
        };
        match (start, closes) {
            (None, false) => start = Some(at),
            (None, true) if !seen => states.extend(quotation(wording, 0..at + mark.len_utf8())),
            (Some(begun), true) => {
                states.extend(quotation(wording, begun..at + mark.len_utf8()));
                start = None;
            }
            _ => {}
        }
        seen = true;
    }
    if let Some(begun) = start {
        states.extend(quotation(wording, begun..text.len()));
    }
    *quoted = start.is_some();
    states
}

fn quotation(wording: &Wording, range: Range<usize>) -> Option<States> {
    let words = wording.words().filter(|word| range.contains(&word.start)).count();
    (words >= QUOTATION).then_some(States { what: Stated::Quotation, range })
}

/// Whether nobody would ask a sentence for its claim: it asks something itself, speaks of this report, leads elsewhere, or
/// is nothing but names.
pub(super) fn needs_no_claim(
    sentence: &Sentence,
    kind: BlockKind,
    language: Language,
    states: &[States],
) -> bool {
    if matches!(kind, BlockKind::Heading | BlockKind::Head | BlockKind::Term | BlockKind::Caption) {
        return true;
    }
    let wording = &sentence.wording;
    let end = wording.text().trim_end_matches(['"', '“', '”', '»', '«', ')', ']', '’', '\'', ' ']);
    if end.ends_with('?') {
        return true;
    }
    let lists = Lists::of(language);
    let in_quotation = |at: usize| {
        states.iter().any(|stated| stated.what == Stated::Quotation && stated.range.contains(&at))
    };
    let ours = || lists.ours.find(wording).any(|met| !in_quotation(met.range.start));
    let leads_elsewhere = || lists.navigation.at(wording, 0).is_some();
    let tied =
        |word: &Word<'_>| sentence.ties.iter().any(|tie| tie.is_name() && tie.words.contains(&word.start));
    let only_names = || {
        sentence.ties.iter().any(Tie::is_name)
            && wording.words().all(|word| tied(&word) || lists.openers.contains(word.folded))
    };
    ours() || leads_elsewhere() || only_names()
}
