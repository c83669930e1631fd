//! Words in a row that must not come out, and finding them in a file.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::forms;
use super::words::{Ear, Form, Track, read, spelling};

/// How many words in a row are somebody's own.
const ROW: usize = 4;

/// Among bytes that are no text, letters stand in a row by chance: shorter names are not looked for in them.
const LETTERS_IN_NOISE: usize = 6;

/// From how many letters on a word says something.
const LONG: usize = 4;

/// All that is looked for.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By the digest of their words.
    phrases: FxHashMap<u64, Phrase>,
    /// A bit for how each phrase ends, by the digest of its last two words, or of its only one: most words of a site
    /// end none, and are passed over at once.
    ends: Bits,
}

/// One thing that is looked for.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Whose it is: a number given by whoever added it.
    pub owner: u32,
    letters: usize,
    /// For single words: how they are spelt. Without, `Łoś` would be found in `los`.
    spelling: Option<Box<str>>,
    bond: Bond,
}

/// What it takes for a phrase to be no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// That it stands in the public content.
    Words,
    /// That the site says it whatever it is about, or somebody is openly called so: a family name may be a word.
    FamilyName,
    /// That somebody is openly called so.
    Name,
}

#[derive(Debug)]
struct Bits(Box<[u64]>);

impl Default for Bits {
    fn default() -> Self {
        Self(vec![0; 1 << 12].into())
    }
}

impl Bits {
    fn set(&mut self, digest: u64) {
        self.0[(digest >> 6 & 4095) as usize] |= 1 << (digest & 63);
    }

    #[inline]
    fn has(&self, digest: u64) -> bool {
        self.0[(digest >> 6 & 4095) as usize] & 1 << (digest & 63) != 0
    }
}

impl Phrases {
    pub(super) fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Every four words in a row of a text. Dates and little words that happen to follow one another are nobody's.
    pub(super) fn add_text(&mut self, text: &str, owner: u32) {
        let words = listed(text);
        for row in words.windows(ROW).filter(|row| says_something(row)) {
            self.add(row, Phrase { owner, letters: letters(row), spelling: None, bond: Bond::Words });
        }
    }

    /// A secret name: as it is written, with the family name first, with an initial, in one word; and the last of its
    /// words alone. All of it in the forms that sentences ask for.
    pub(super) fn add_name(&mut self, name: &str, owner: u32) {
        let words = listed(name);
        match words.as_slice() {
            [] => {}
            [word] => self.add_alone(word, Bond::Name, owner),
            [first, .., last] => {
                if words.len() > ROW {
                    words.windows(ROW).for_each(|row| self.add_whole(row, owner));
                } else {
                    self.add_whole(&words, owner);
                }
                if last.letters < LONG - 1 {
                    return;
                }
                self.add_alone(last, Bond::FamilyName, owner);
                let initial = first.spelling.chars().take(1).collect::<String>();
                let firsts: Vec<Word> = in_forms(first).into_iter().chain(listed(&initial)).collect();
                for last in in_forms(last) {
                    for first in &firsts {
                        self.add_whole(&[first.clone(), last.clone()], owner);
                        self.add_whole(&[last.clone(), first.clone()], owner);
                    }
                }
                let joined: String = words.iter().map(|word| word.spelling.as_str()).collect();
                self.add_whole(&listed(&joined), owner);
            }
        }
    }

    fn add_whole(&mut self, row: &[Word], owner: u32) {
        self.add(row, Phrase { owner, letters: letters(row), spelling: None, bond: Bond::Name });
    }

    fn add_alone(&mut self, word: &Word, bond: Bond, owner: u32) {
        for word in in_forms(word) {
            let spelling = Some(word.spelling.as_str().into());
            self.add(std::slice::from_ref(&word), Phrase { owner, letters: word.letters, spelling, bond });
        }
    }

    fn add(&mut self, row: &[Word], phrase: Phrase) {
        let digests: Vec<u64> = row.iter().map(|word| word.digest).collect();
        let end = digests.get(digests.len().saturating_sub(2)..).unwrap_or_default();
        if end.is_empty() {
            return;
        }
        self.ends.set(key(end));
        let known = self.phrases.entry(key(&digests)).or_insert_with(|| phrase.clone());
        if phrase.bond > known.bond {
            *known = phrase;
        }
    }

    /// Takes out what stands in a text, of those owners that are `whose`: what is bound no firmer than `bond`.
    pub(super) fn take_out(&mut self, text: &[u8], form: Form, bond: Bond, whose: impl Fn(u32) -> bool) {
        let mut open = Vec::new();
        self.look(text, form, false, |key, phrase, _| {
            if phrase.bond <= bond && whose(phrase.owner) {
                open.push(key);
            }
        });
        for key in open {
            self.phrases.remove(&key);
        }
    }

    /// Says of each phrase that stands in `bytes`, and where its last word does; `noise` where they are not a text.
    pub(super) fn look(
        &self,
        bytes: &[u8],
        form: Form,
        noise: bool,
        mut hit: impl FnMut(u64, &Phrase, Range<usize>),
    ) {
        let least = if noise { LETTERS_IN_NOISE } else { 0 };
        let hit = |key: u64, at: Range<usize>| {
            let Some(phrase) = self.phrases.get(&key).filter(|phrase| phrase.letters >= least) else {
                return;
            };
            let word = bytes.get(at.clone()).unwrap_or_default();
            if phrase.spelling.as_ref().is_none_or(|known| is_spelt_so(&spelling(word), known)) {
                hit(key, phrase, at);
            }
        };
        read(bytes, form, &mut Listening { ends: &self.ends, rows: [[0; ROW - 1]; 2], hit });
    }
}

struct Listening<'p, F> {
    ends: &'p Bits,
    /// The words before, the nearest first; 0 for none. By track.
    rows: [[u64; ROW - 1]; 2],
    hit: F,
}

impl<F: FnMut(u64, Range<usize>)> Ear for Listening<'_, F> {
    #[inline]
    fn word(&mut self, word: u64, at: Range<usize>, track: Track) {
        let row = &mut self.rows[track as usize];
        let [first, second, third] = *row;
        *row = [word, first, second];
        let alone = key(&[word]);
        if self.ends.has(alone) {
            (self.hit)(alone, at.clone());
        }
        let pair = key(&[first, word]);
        if first == 0 || !self.ends.has(pair) {
            return;
        }
        (self.hit)(pair, at.clone());
        if second != 0 {
            (self.hit)(key(&[second, first, word]), at.clone());
        }
        if third != 0 {
            (self.hit)(key(&[third, second, first, word]), at);
        }
    }

    fn pause(&mut self, track: Track) {
        self.rows[track as usize] = [0; ROW - 1];
    }
}

/// One number for words in a row.
#[inline]
fn key(words: &[u64]) -> u64 {
    words.iter().fold(0, |key, word| (key.rotate_left(17) ^ word).wrapping_mul(0xD6E8_FEB8_6659_FD93))
}

/// A word of a text that is kept secret.
#[derive(Debug, Clone)]
struct Word {
    digest: u64,
    spelling: String,
    letters: usize,
}

fn listed(text: &str) -> Vec<Word> {
    struct Listed<'t>(&'t str, Vec<Word>);
    impl Ear for Listed<'_> {
        fn word(&mut self, digest: u64, at: Range<usize>, _: Track) {
            let spelling = spelling(self.0.as_bytes().get(at).unwrap_or_default());
            let letters = spelling.chars().count();
            self.1.push(Word { digest, spelling, letters });
        }
        fn pause(&mut self, _: Track) {}
    }
    let mut listed = Listed(text, Vec::new());
    read(text.as_bytes(), Form::Prose, &mut listed);
    listed.1
}

/// A word, and each form of it that a sentence may ask for.
fn in_forms(word: &Word) -> Vec<Word> {
    forms(&word.spelling).iter().flat_map(|form| listed(form)).collect()
}

/// Whether a word is spelt as a name that has the same letters: with its capitals and marks. A longer name is one with
/// any capitals, and without its marks.
fn is_spelt_so(word: &str, name: &str) -> bool {
    let is_long = name.chars().count() > LONG && word.chars().next().is_some_and(char::is_uppercase);
    word == name || is_long || word == name.to_uppercase()
}

fn letters(row: &[Word]) -> usize {
    row.iter().map(|word| word.letters).sum()
}

/// Two long words at least; three where there is a number as in dates, which the site writes by itself. A name that is
/// said twice, as where a link to somebody stands before their name, says no more than the name.
fn says_something(row: &[Word]) -> bool {
    let different: FxHashSet<u64> = row.iter().map(|word| word.digest).collect();
    if different.len() + 1 < row.len() {
        return false;
    }
    let is_number = |word: &Word| word.letters <= 4 && word.spelling.chars().all(char::is_numeric);
    let long = row.iter().filter(|word| word.letters >= LONG && !is_number(word)).count();
    long >= if row.iter().any(is_number) { 3 } else { 2 }
}

#[cfg(test)]
mod tests;
