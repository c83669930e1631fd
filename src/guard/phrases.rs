//! Words in a row that must not come out, and finding them in a file.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

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
    /// For single words: how they are spelt, with capitals and marks. Without, `Łoś` would be found in `los`.
    spelling: Option<Box<str>>,
    /// Whether it is looked for even where it stands in the public content.
    firm: bool,
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
            self.add(row, Phrase { owner, letters: letters(row), spelling: None, firm: false });
        }
    }

    /// A secret name: as it is written, with the family name first, with an initial, in one word; and the last of its
    /// words alone, unless that stands in the public content.
    pub(super) fn add_name(&mut self, name: &str, owner: u32) {
        let words = listed(name);
        let firm = |words: &[Word], phrases: &mut Self| {
            let phrase = Phrase { owner, letters: letters(words), spelling: None, firm: true };
            phrases.add(words, phrase);
        };
        let alone = |word: &Word, firm: bool, phrases: &mut Self| {
            let spelling = Some(word.spelling.as_str().into());
            phrases.add(std::slice::from_ref(word), Phrase { owner, letters: word.letters, spelling, firm });
        };
        match words.as_slice() {
            [] => {}
            [word] => alone(word, true, self),
            [first, .., last] => {
                if words.len() > ROW {
                    words.windows(ROW).for_each(|row| firm(row, self));
                } else {
                    firm(&words, self);
                }
                if last.letters >= LONG - 1 {
                    alone(last, false, self);
                    firm(&[last.clone(), first.clone()], self);
                    let initial: String = first.spelling.chars().take(1).collect();
                    let initial = listed(&format!("{initial} {}", last.spelling));
                    firm(&initial, self);
                    let joined: String = words.iter().map(|word| word.spelling.as_str()).collect();
                    firm(&listed(&joined), self);
                }
            }
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
        if phrase.firm && !known.firm {
            *known = phrase;
        }
    }

    /// Takes out what stands in a public text, names aside, of those owners that are `whose`.
    pub(super) fn take_out(&mut self, public: &[u8], form: Form, whose: impl Fn(u32) -> bool) {
        let mut open = Vec::new();
        self.look(public, form, false, |key, phrase| {
            if !phrase.firm && whose(phrase.owner) {
                open.push(key);
            }
        });
        for key in open {
            self.phrases.remove(&key);
        }
    }

    /// Takes out what stands in a text, names too, of those owners that are `whose`.
    pub(super) fn take_out_even_names(&mut self, text: &str, whose: impl Fn(u32) -> bool) {
        let mut known = Vec::new();
        self.look(text.as_bytes(), Form::Prose, false, |key, phrase| {
            if whose(phrase.owner) {
                known.push(key);
            }
        });
        for key in known {
            self.phrases.remove(&key);
        }
    }

    /// Says of each phrase that stands in `bytes`; `noise` where they are not a text.
    pub(super) fn look(&self, bytes: &[u8], form: Form, noise: bool, mut hit: impl FnMut(u64, &Phrase)) {
        let least = if noise { LETTERS_IN_NOISE } else { 0 };
        let hit = |key: u64, at: Range<usize>| {
            let Some(phrase) = self.phrases.get(&key).filter(|phrase| phrase.letters >= least) else {
                return;
            };
            let word = bytes.get(at).unwrap_or_default();
            if phrase.spelling.as_ref().is_none_or(|known| **known == *spelling(word)) {
                hit(key, phrase);
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
