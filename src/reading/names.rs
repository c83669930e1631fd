//! Names of people and bodies in a text: those the record knows, and full names that it does not.
//!
//! What is not certainly a person's name is let pass: German capitalises every noun, and every language its bodies,
//! streets and prizes.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lists::{GIVEN_NAMES, Lists};
use super::{Language, Word, Wording};
use crate::model::{Author, Facts, Name};

/// The names of a record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// Names by what of their first word is the same in each of its forms, each as its words.
    by_first: FxHashMap<String, Vec<Known>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Known {
    /// Its words in small letters.
    words: Vec<String>,
    /// Whether it is one word in capitals (`MAD`), and has to be written so.
    capitals: Option<String>,
}

/// How many letters at the beginning of a word names are kept by, at most.
const STEM: usize = 4;

impl Names {
    /// The names of everybody in the record, and of those who wrote its articles and documents.
    pub(super) fn of(facts: &Facts) -> Self {
        let mut names = Self::default();
        for person in facts.people.values() {
            names.person(&person.name);
            person.entry.also.iter().for_each(|also| names.person(also));
        }
        for body in facts.organisations.values() {
            names.add(&body.name);
            body.entry.also.iter().for_each(|also| names.add(also));
        }
        for source in facts.sources.values() {
            if let Name::Known(name) = &source.name {
                names.add(name);
            }
            source.entry.also.iter().for_each(|also| names.add(also));
        }
        let of_documents = facts.documents.values().flat_map(|document| &document.authors);
        for author in facts.articles.values().flat_map(|article| &article.authors).chain(of_documents) {
            if let Author::Words(words) = &author.value {
                names.person(words);
            }
        }
        names
    }

    fn person(&mut self, name: &str) {
        self.add(name);
        let words: Vec<&str> = name.split_whitespace().collect();
        if let [_, .., surname] = words.as_slice() {
            self.add(surname);
        }
    }

    fn add(&mut self, name: &str) {
        let wording = Wording::new(name);
        let mut words: Vec<Word<'_>> = wording.words().collect();
        if words.len() > 1 && words.first().is_some_and(|first| ARTICLES.contains(&first.folded)) {
            words.remove(0);
        }
        // `the water works`: words that may mean anything.
        let (Some(first), true) = (words.first(), words.iter().any(Word::is_capitalised)) else { return };
        let capitals = (words.len() == 1 && is_in_capitals(first.text)).then(|| first.text.to_owned());
        // The last letter gives way to an ending: `Łoś`, `Łosia`.
        let same = first.folded.chars().count().saturating_sub(1).clamp(1, STEM);
        let key = beginning(first.folded, same).to_owned();
        let words = words.iter().map(|word| word.folded.to_owned()).collect();
        self.by_first.entry(key).or_default().push(Known { words, capitals });
    }

    /// How many words the name has that begins at the word at `index`, if the record knows one there.
    pub(super) fn known(&self, wording: &Wording, index: usize) -> Option<usize> {
        let first = wording.word(index)?;
        if !first.is_capitalised() {
            return None;
        }
        let letters = first.folded.chars().count().min(STEM);
        let candidates =
            (1..=letters).filter_map(|letters| self.by_first.get(beginning(first.folded, letters))).flatten();
        let fitting = candidates.filter(|known| known.stands_at(wording, index));
        fitting.map(|known| known.words.len()).max()
    }
}

const ARTICLES: [&str; 4] = ["the", "der", "die", "das"];

impl Known {
    fn stands_at(&self, wording: &Wording, index: usize) -> bool {
        if let Some(capitals) = &self.capitals {
            return wording.word(index).is_some_and(|word| bare(word.text) == capitals);
        }
        let alone = self.words.len() == 1;
        self.words.iter().enumerate().all(|(offset, known)| {
            wording.word(index + offset).is_some_and(|word| is_form_of(bare(word.folded), known, alone))
        })
    }
}

/// Whether a word is a name, or a form of it that a sentence asks for: `Gräfes`, `Łosia`, `Nowakiem`.
fn is_form_of(word: &str, name: &str, alone: bool) -> bool {
    let ending = |stem: &str| word.strip_prefix(stem).map(|rest| rest.chars().count());
    if ending(name).is_some_and(|ending| ending <= 3) {
        return true;
    }
    // The last letter gives way to an ending: `Annie`, `Kowalskiego`. Of a short word that stands alone too little
    // would be left: `Bose` is not `Boston`.
    let Some((last, letter)) = name.char_indices().last() else { return false };
    let softens = matches!(letter, 'ś' | 'ć' | 'ń' | 'ź');
    let stem = name.get(..last).unwrap_or_default();
    let long_enough = stem.chars().count() >= 4 || softens || !alone;
    long_enough && ending(stem).is_some_and(|ending| ending <= 4)
}

/// A word without an English genitive.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word).trim_end_matches(['\'', '’'])
}

/// So many letters at the beginning of a word.
fn beginning(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(at, _)| word.get(..at).unwrap_or(word))
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().all(|letter| !letter.is_lowercase()) && word.chars().any(char::is_uppercase)
}

/// The words of a person's full name, a title at `index` left out: a given name and a surname, or a title before two
/// words that may be names.
pub(super) fn full_name(wording: &Wording, index: usize, language: Language) -> Option<Range<usize>> {
    let lists = Lists::of(language);
    let mut start = index;
    let mut titled = false;
    while let Some(title) = lists.titles.at(wording, start) {
        titled |= title.mark.is_none();
        start = title.words.end;
    }
    let mut end = start;
    while joins(wording, start, end) && belongs_to_name(wording, end, end > start, lists) {
        end += 1;
    }
    let given = wording.word(start).is_some_and(|word| is_given_name(word, language));
    let is_full = end >= start + 2 && !is_initial(wording, end - 1) && (given || titled);
    (is_full && !is_body(wording, start, end, lists)).then_some(start..end)
}

/// Whether the word at `index` stands beside the one before it, with nothing but a space between, or an initial's point.
fn joins(wording: &Wording, start: usize, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|_| index > start) else { return true };
    match wording.after(before) {
        " " | "\u{a0}" => true,
        ". " | ".\u{a0}" | "." => is_initial(wording, before),
        _ => false,
    }
}

fn belongs_to_name(wording: &Wording, index: usize, inside: bool, lists: &Lists) -> bool {
    let is_particle = wording.word(index).is_some_and(|word| PARTICLES.contains(&word.text));
    is_name(wording, index, lists) || inside && is_particle && is_name(wording, index + 1, lists)
}

/// Whether these words are those of a street, a prize or a body that is named after somebody: `ul. Adama Mickiewicza`,
/// `Konrad Adenauer Foundation`.
fn is_body(wording: &Wording, start: usize, end: usize, lists: &Lists) -> bool {
    let has = |at: usize| wording.word(at).is_some_and(|word| lists.bodies.has(word));
    let is_capitalised = |at: usize| wording.word(at).is_some_and(|word| word.is_capitalised());
    let behind = (start..=end).any(|at| is_capitalised(at) && has(at));
    let mut first = start;
    while first > 0 && is_capitalised(first - 1) && joins(wording, 0, first) {
        first -= 1;
    }
    behind || (first.saturating_sub(1)..start).any(has)
}

const PARTICLES: [&str; 14] =
    ["von", "van", "de", "der", "den", "zu", "zum", "zur", "del", "della", "di", "da", "la", "le"];

/// Whether a word may be part of a person's name.
fn is_name(wording: &Wording, index: usize, lists: &Lists) -> bool {
    let Some(word) = wording.word(index) else { return false };
    let is_word = lists.openers.contains(word.folded)
        || lists.months.contains(word.folded)
        || lists.weekdays.contains(word.folded);
    word.is_capitalised() && !is_word && (is_initial(wording, index) || !is_in_capitals(bare(word.text)))
}

fn is_initial(wording: &Wording, index: usize) -> bool {
    wording.word(index).is_some_and(|word| word.text.chars().count() == 1)
        && wording.after(index).starts_with('.')
}

/// Whether a word is a name that people are given, or in Polish a case of one.
fn is_given_name(word: Word<'_>, language: Language) -> bool {
    let word = bare(word.folded);
    let known =
        |name: &str| GIVEN_NAMES.contains(name) || name.split('-').all(|part| GIVEN_NAMES.contains(part));
    if known(word) {
        return true;
    }
    let case_of = |(ending, nominative): &(&str, &str)| {
        word.strip_suffix(ending).is_some_and(|stem| known(&format!("{stem}{nominative}")))
    };
    language == Language::Polish && CASES.iter().any(case_of)
}

/// Endings of Polish cases, and that of the nominative in their place.
const CASES: [(&str, &str); 14] = [
    ("a", ""),
    ("owi", ""),
    ("em", ""),
    ("iem", ""),
    ("y", "a"),
    ("i", "a"),
    ("ie", "a"),
    ("ę", "a"),
    ("ą", "a"),
    ("ego", "y"),
    ("emu", "y"),
    ("ła", "eł"),
    ("łem", "eł"),
    ("łowi", "eł"),
];
