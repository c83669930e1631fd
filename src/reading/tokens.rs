//! Words and figures one by one, each with what it can mean. They are cut finer than those of a [`Wording`]: the parts of
//! `2024-03-11` and `14.56` are read one by one.
//!
//! [`Wording`]: super::Wording

use super::Language;
use super::vocabulary::{Meaning, Vocabulary};

/// A run of letters or figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    meanings: &'static [Meaning],
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is(&self, meaning: Meaning) -> bool {
        self.meanings.contains(&meaning)
    }

    /// Whether it means nothing of what is read here.
    pub(super) fn is_unknown(&self) -> bool {
        self.meanings.is_empty()
    }

    /// The first of its meanings that `pick` takes.
    pub(super) fn find<T>(&self, pick: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        self.meanings.iter().find_map(|meaning| pick(*meaning))
    }

    /// Its value, where it is all figures, and how many there are.
    pub(super) fn figures(&self) -> Option<(u32, usize)> {
        let is_number = self.text.len() <= 4 && self.text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| Some((self.text.parse().ok()?, self.text.len()))).flatten()
    }
}

/// A text in words.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) language: Language,
    all: Vec<Token<'t>>,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str, language: Language) -> Self {
        let vocabulary = Vocabulary::of(language);
        let mut all = Vec::new();
        let mut start = None;
        for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            match (letter.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    start = None;
                    let text = text.get(from..at).unwrap_or_default();
                    all.push(Token { text, start: from, meanings: vocabulary.meanings(text) });
                }
                _ => {}
            }
        }
        Self { text, language, all }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token<'t>> {
        self.all.get(at)
    }

    /// The token before `at`.
    pub(super) fn before(&self, at: usize) -> Option<&Token<'t>> {
        self.all.get(at.checked_sub(1)?)
    }

    /// What stands between a token and the next.
    pub(super) fn gap(&self, at: usize) -> &'t str {
        let end = self.get(at).map_or(0, Token::end);
        let start = self.get(at + 1).map_or(self.text.len(), |next| next.start);
        self.text.get(end..start).unwrap_or_default()
    }

    /// Whether the token at `at` belongs to a name that is no day: Good Friday.
    pub(super) fn in_name(&self, at: usize) -> bool {
        let same = |from: usize, name: &[String]| {
            let words = name.iter().enumerate();
            words
                .clone()
                .all(|(nth, word)| self.get(from + nth).is_some_and(|token| is_word(token.text, word)))
        };
        let names = Vocabulary::of(self.language).names().iter();
        names
            .into_iter()
            .any(|name| (0..name.len()).filter_map(|nth| at.checked_sub(nth)).any(|from| same(from, name)))
    }
}

fn is_word(text: &str, word: &str) -> bool {
    text.chars().flat_map(char::to_lowercase).eq(word.chars())
}
