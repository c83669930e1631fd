//! The passage of a text that is most like words that are not in it, so that a slip of the pen is seen at once.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::{Folding, fold};

/// Words that stand more often than this in a text say little about where in it something is.
const COMMON: usize = 500;

/// Longer quotations are recognised by their first words.
const MOST_WORDS: usize = 120;

/// What an edit of one word weighs; half of it where the word is only spelt differently.
const EDIT: usize = 2;

/// The words of a text, by where they stand.
#[derive(Debug)]
pub struct Index<'t> {
    text: &'t str,
    words: Vec<Word>,
    places: FxHashMap<String, Vec<usize>>,
}

/// A word, in bytes of the text.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
}

/// Words of a text that are nearly those looked for, and in what the two differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words as they stand in the text, white space made single.
    pub words: String,
    /// Where the two differ, in order: what the text says, and what the words looked for say; either may be empty.
    pub differences: Vec<(String, String)>,
}

impl<'t> Index<'t> {
    /// The index of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let words = words(text);
        let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, word) in words.iter().enumerate() {
            places.entry(plain(text.get(word.start..word.end).unwrap_or_default())).or_default().push(at);
        }
        Self { text, words, places }
    }

    /// The passage nearest to `wanted`, if at least half of its words agree.
    #[must_use]
    pub fn nearest(&self, wanted: &str) -> Option<Passage> {
        let spelt: Vec<String> = words(wanted)
            .iter()
            .take(MOST_WORDS)
            .map(|word| plain(wanted.get(word.start..word.end).unwrap_or_default()))
            .collect();
        let middle = self.most_likely(&spelt)?;
        let first = middle.saturating_sub(spelt.len());
        let window = self.words.get(first..self.words.len().min(middle + 2 * spelt.len()))?;
        let (start, end) = self.aligned(&spelt, window)?;
        let (first, last) = (window.get(start)?, window.get(end.checked_sub(1)?)?);
        let marks = wanted.trim().ends_with(|letter: char| !letter.is_alphanumeric());
        let words = if marks {
            self.with_marks(first.start, last.end)
        } else {
            self.text.get(first.start..last.end)?
        };
        let (there, here): (Vec<_>, Vec<_>) =
            (words.split_whitespace().collect(), wanted.split_whitespace().take(MOST_WORDS).collect());
        Some(Passage { words: there.join(" "), differences: differences(&there, &here) })
    }

    /// About where the words begin: each word of theirs votes for the beginning that it would have.
    fn most_likely(&self, spelt: &[String]) -> Option<usize> {
        let stretch = (spelt.len() / 2).max(2);
        let mut votes: FxHashMap<usize, u32> = FxHashMap::default();
        for (at, word) in spelt.iter().enumerate() {
            let Some(places) = self.places.get(word).filter(|places| places.len() <= COMMON) else {
                continue;
            };
            for place in places {
                *votes.entry(place.saturating_sub(at) / stretch).or_default() += 1;
            }
        }
        // The first of equals, whatever the order of the map.
        let best = votes.into_iter().max_by_key(|(stretch, votes)| (*votes, Reverse(*stretch)))?;
        Some(best.0 * stretch)
    }

    /// The part of a window that takes the fewest edits to become the words: Sellers' algorithm, word by word.
    fn aligned(&self, spelt: &[String], window: &[Word]) -> Option<(usize, usize)> {
        let there: Vec<String> = window
            .iter()
            .map(|word| plain(self.text.get(word.start..word.end).unwrap_or_default()))
            .collect();
        // For each word of the window: the edits that it takes to end there, and where that passage begins.
        let mut row: Vec<(usize, usize)> = (0..=there.len()).map(|start| (0, start)).collect();
        for word in spelt {
            let mut next = Vec::with_capacity(row.len());
            next.push((row.first()?.0 + EDIT, 0));
            for (at, other) in there.iter().enumerate() {
                let (above_left, above, left) = (row[at], row[at + 1], next[at]);
                let replaced = (above_left.0 + unlike(word, other), above_left.1);
                let left_out = (above.0 + EDIT, above.1);
                let put_in = (left.0 + EDIT, left.1);
                // A replaced word goes before one that is gone, so that the passage is as long as the words are.
                let best = [replaced, left_out, put_in].into_iter().min_by_key(|(edits, _)| *edits);
                next.push(best?);
            }
            row = next;
        }
        // The longest of equals: what was left out within a quotation is shown better than what is lost at its end.
        let ends = row.into_iter().enumerate();
        let (end, (edits, start)) = ends.min_by_key(|(end, (edits, _))| (*edits, Reverse(*end)))?;
        (edits * 2 <= spelt.len() * EDIT && start < end).then_some((start, end))
    }

    /// The words between two bytes, with the marks that cling to them, up to the next white space.
    fn with_marks(&self, start: usize, end: usize) -> &'t str {
        let after = self.text.get(end..).unwrap_or_default();
        let end = end + after.find(char::is_whitespace).unwrap_or(after.len());
        self.text.get(start..end).unwrap_or_default()
    }
}

/// In what two rows of words differ: what is between the longest row of words that both have.
fn differences(there: &[&str], here: &[&str]) -> Vec<(String, String)> {
    let folded = |words: &[&str]| words.iter().map(|word| fold(word, Folding::Words)).collect::<Vec<_>>();
    let (theirs, ours) = (folded(there), folded(here));
    // For each two ends of the rows: how many words they have in common.
    let mut common = vec![vec![0_usize; here.len() + 1]; there.len() + 1];
    for (row, word) in theirs.iter().enumerate().rev() {
        for (column, other) in ours.iter().enumerate().rev() {
            common[row][column] = if word == other {
                common[row + 1][column + 1] + 1
            } else {
                common[row + 1][column].max(common[row][column + 1])
            };
        }
    }
    let mut differences = Vec::new();
    let (mut row, mut column) = (0, 0);
    let mut from = (0, 0);
    loop {
        let ended = row == there.len() && column == here.len();
        let same = row < there.len() && column < here.len() && theirs[row] == ours[column];
        if (same || ended) && from != (row, column) {
            differences.push((there[from.0..row].join(" "), here[from.1..column].join(" ")));
        }
        if ended {
            return differences;
        }
        if same {
            (row, column) = (row + 1, column + 1);
            from = (row, column);
        } else if row < there.len()
            && (column == here.len() || common[row + 1][column] >= common[row][column + 1])
        {
            row += 1;
        } else {
            column += 1;
        }
    }
}

fn unlike(one: &str, other: &str) -> usize {
    if one == other {
        return 0;
    }
    let letters = one.chars().count().max(other.chars().count());
    if strsim::osa_distance(one, other) * 3 <= letters { EDIT / 2 } else { EDIT }
}

/// Runs of letters and digits.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        let inside = letter.is_alphanumeric() || is_combining_mark(letter) || letter == '\u{ad}';
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| Word { start: from, end: text.len() }));
    words
}

/// A word without case and marks, ligatures taken apart.
fn plain(word: &str) -> String {
    word.nfkd()
        .filter(|letter| !is_combining_mark(*letter) && *letter != '\u{ad}')
        .flat_map(char::to_lowercase)
        .collect()
}
