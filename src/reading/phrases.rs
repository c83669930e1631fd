//! Turns of phrase from a list, found in a text.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Word, Wording};

/// A list of turns of phrase. A word in them may begin or end with `*`: `angeblich*` is `angebliche` too.
#[derive(Debug, Default)]
pub struct Phrases {
    /// By the first letter of their first word; those whose first word may begin with anything stand under `*`.
    phrases: FxHashMap<char, Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    words: Vec<Pattern>,
    /// What stands behind it in the list.
    mark: Option<char>,
}

#[derive(Debug)]
enum Pattern {
    Word(&'static str),
    Begins(&'static str),
    Ends(&'static str),
}

/// A turn of phrase that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The first of its words, and one past the last, counted from 0.
    pub words: Range<usize>,
    /// The bytes it takes up in the text.
    pub range: Range<usize>,
    /// The mark that stands behind it in its list.
    pub mark: Option<char>,
}

impl Phrases {
    /// Reads a list: a turn of phrase to a line, in small letters; behind it may stand a mark that is no letter.
    #[must_use]
    pub fn read(list: &'static str) -> Self {
        let mut phrases: FxHashMap<char, Vec<Phrase>> = FxHashMap::default();
        for line in super::lists::entries(list) {
            let mut parts: Vec<&str> = line.split_whitespace().collect();
            let mark =
                parts.last().and_then(|last| last.chars().next()).filter(|mark| "<>~#?".contains(*mark));
            if mark.is_some() {
                parts.pop();
            }
            let Some(first) = parts.first().and_then(|first| first.chars().next()) else { continue };
            let words = parts.into_iter().map(Pattern::of).collect();
            phrases.entry(first).or_default().push(Phrase { words, mark });
        }
        Self { phrases }
    }

    /// The phrase that begins with the word at `index`; the longest, if there are several.
    #[must_use]
    pub fn at(&self, wording: &Wording, index: usize) -> Option<Met> {
        let first = wording.word(index)?;
        let letter = first.folded.chars().next()?;
        let candidates = [letter, '*'].into_iter().filter_map(|letter| self.phrases.get(&letter)).flatten();
        let fitting = candidates.filter(|phrase| phrase.fits(wording, index));
        let phrase = fitting.max_by_key(|phrase| phrase.words.len())?;
        let words = index..index + phrase.words.len();
        let last = wording.word(words.end - 1)?;
        Some(Met { range: first.start..last.range().end, words, mark: phrase.mark })
    }

    /// Every phrase of the list in a text, in order.
    pub fn find<'p>(&'p self, wording: &'p Wording) -> impl Iterator<Item = Met> + 'p {
        (0..wording.len()).filter_map(move |index| self.at(wording, index))
    }

    /// Whether a word alone is in the list.
    #[must_use]
    pub fn has(&self, word: Word<'_>) -> bool {
        let Some(letter) = word.folded.chars().next() else { return false };
        let candidates = [letter, '*'].into_iter().filter_map(|letter| self.phrases.get(&letter)).flatten();
        candidates.into_iter().any(|phrase| match phrase.words.as_slice() {
            [pattern] => pattern.fits(word.folded),
            _ => false,
        })
    }
}

impl Phrase {
    fn fits(&self, wording: &Wording, index: usize) -> bool {
        let mut patterns = self.words.iter().enumerate();
        patterns.all(|(offset, pattern)| {
            wording.word(index + offset).is_some_and(|word| pattern.fits(word.folded))
        })
    }
}

impl Pattern {
    fn of(word: &'static str) -> Self {
        match (word.strip_prefix('*'), word.strip_suffix('*')) {
            (Some(end), _) => Self::Ends(end),
            (None, Some(beginning)) => Self::Begins(beginning),
            (None, None) => Self::Word(word),
        }
    }

    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Word(exact) => word == *exact,
            Self::Begins(beginning) => word.starts_with(beginning),
            Self::Ends(end) => word.ends_with(end),
        }
    }
}
