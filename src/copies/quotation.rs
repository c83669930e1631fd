//! A quotation, and where it leaves something out or puts something in.
//!
//! `…`, `...` and `[…]` stand for words left out: what is before and after must come in that order. Words in square
//! brackets are ours: they stand for a few words, or for none. (W3C Web Annotation selects text in the same way, by
//! the exact words.)

use memchr::memmem;

use super::Copy;
use super::fold::{Folding, fold};

/// How many bytes of the text words of ours in square brackets may stand for.
const REPLACED: usize = 60;

/// Words that are said to stand in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation<'q> {
    typed: &'q str,
}

/// Words that follow each other without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// What comes before them.
    after: Gap,
    /// As they were typed.
    typed: String,
    /// Folded.
    words: String,
    /// Whether they begin, and end, with a whole word: a letter in brackets may complete one, as in `[t]he`.
    open: bool,
    close: bool,
}

/// What stands between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Words of ours.
    Inserted,
    /// Anything: it is the beginning, or something was left out.
    Anything,
}

/// What of a quotation is not in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Words, as they were typed, that are nowhere in it.
    Words(String),
    /// All parts are in it, but not one after the other.
    Order,
}

impl<'q> Quotation<'q> {
    /// A quotation as it was typed.
    #[must_use]
    pub fn new(typed: &'q str) -> Self {
        Self { typed }
    }

    /// What of it is not in `copy`; nothing where all is. A quotation without words of its own is in every text.
    #[must_use]
    pub fn missing(&self, copy: &Copy) -> Option<Missing> {
        let text = Text { words: &copy.folded, whole_words: copy.folding == Folding::Words };
        let whole = fold(self.typed, copy.folding);
        // As it is, first: the text may have brackets and dots of its own.
        if text.find(trimmed(&whole), 0, true, true).next().is_some() {
            return None;
        }
        let parts = parts(self.typed, copy.folding);
        if text.has(&parts) {
            return None;
        }
        let lost =
            parts.iter().find(|part| text.find(&part.words, 0, part.open, part.close).next().is_none());
        Some(lost.map_or(Missing::Order, |part| Missing::Words(part.typed.clone())))
    }
}

/// Quotation marks around a quotation are not part of it.
fn trimmed(words: &str) -> &str {
    words.trim_matches([' ', '\'', '-'])
}

/// Splits a quotation at what was left out or put in.
fn parts(typed: &str, folding: Folding) -> Vec<Part> {
    let typed = typed.replace('…', "...").replace(". . .", "...");
    let mut parts = Vec::new();
    let (mut after, mut last) = (Gap::Anything, None);
    let mut rest = typed.as_str();
    loop {
        let (typed, gap, behind) = next_gap(rest);
        let folded = fold(typed, folding);
        let words = trimmed(&folded).to_owned();
        if !words.is_empty() {
            let open = last != Some(Gap::Inserted) || !typed.starts_with(char::is_alphanumeric);
            let close = gap != Some(Gap::Inserted) || !typed.ends_with(char::is_alphanumeric);
            parts.push(Part { after, typed: typed.trim().to_owned(), words, open, close });
            after = Gap::Inserted;
        }
        let Some(found) = gap else { return parts };
        (after, last) = (after.max(found), gap);
        rest = behind;
    }
}

/// The words up to the next gap, the gap, and what is behind it.
fn next_gap(words: &str) -> (&str, Option<Gap>, &str) {
    let dots = memmem::find(words.as_bytes(), b"...");
    let bracket = words.match_indices('[').find_map(|(at, _)| {
        let inside = words.get(at + 1..)?;
        Some((at, at + 1 + inside.find([']', '['])?))
            .filter(|(_, end)| words.as_bytes().get(*end) == Some(&b']'))
    });
    let (end, gap, behind) = match (dots, bracket) {
        (dots, Some((at, end))) if dots.is_none_or(|dots| at < dots) => {
            let inside = words.get(at + 1..end).unwrap_or_default();
            let left_out = inside.chars().all(|letter| matches!(letter, '.' | ' '));
            (at, if left_out { Gap::Anything } else { Gap::Inserted }, end + 1)
        }
        (Some(at), _) => {
            let dots = words.get(at..).unwrap_or_default();
            let behind = at + dots.len() - dots.trim_start_matches('.').len();
            // (…) is one, too.
            let round = words.get(..at).is_some_and(|words| words.ends_with('('))
                && words.get(behind..).is_some_and(|words| words.starts_with(')'));
            (at - usize::from(round), Gap::Anything, behind + usize::from(round))
        }
        (None, _) => return (words, None, ""),
    };
    let (words, rest) = (words.get(..end).unwrap_or_default(), words.get(behind..).unwrap_or_default());
    (words, Some(gap), rest)
}

/// A folded text to look in.
#[derive(Debug, Clone, Copy)]
struct Text<'t> {
    words: &'t str,
    /// Whether what is found must begin and end where words do.
    whole_words: bool,
}

impl<'t> Text<'t> {
    /// Whether all parts are in it, in their order.
    fn has(self, parts: &[Part]) -> bool {
        let mut runs = parts.chunk_by(|_, next| next.after == Gap::Inserted);
        // The earliest end leaves most room for what follows.
        runs.try_fold(0, |from, run| self.end_of_run(run, from)).is_some()
    }

    /// Where the first occurrence ends of parts that words of ours alone stand between.
    fn end_of_run(self, run: &[Part], from: usize) -> Option<usize> {
        let (first, rest) = run.split_first()?;
        let ends = |part: &Part| {
            let length = part.words.len();
            self.find(&part.words, from, part.open, part.close).map(move |found| (found, found + length))
        };
        if rest.is_empty() {
            return ends(first).next().map(|(_, end)| end);
        }
        // Every place where the parts so far can end, in order.
        let mut reached: Vec<usize> = ends(first).map(|(_, end)| end).collect();
        for part in rest {
            let near = |found: usize| {
                let before =
                    reached.get(..reached.partition_point(|end| *end <= found)).and_then(<[_]>::last);
                before.is_some_and(|end| found - end <= REPLACED)
            };
            reached = ends(part).filter(|(found, _)| near(*found)).map(|(_, end)| end).collect();
        }
        reached.first().copied()
    }

    /// Where words occur from a byte on; `open` and `close`: only where they begin, or end, with a whole word.
    fn find(
        self,
        words: &str,
        from: usize,
        open: bool,
        close: bool,
    ) -> impl Iterator<Item = usize> + use<'t> {
        let text = self.words;
        let length = words.len();
        let finder = memmem::Finder::new(words.as_bytes()).into_owned();
        let mut next = from;
        std::iter::from_fn(move || {
            let found = next + finder.find(text.as_bytes().get(next..)?)?;
            next = found + 1;
            Some(found)
        })
        .filter(move |found| {
            let (before, after) = (text.split_at(*found).0, text.split_at(found + length).1);
            let (inside, _) = text.split_at(found + length);
            let (_, inside) = inside.split_at(*found);
            let cut =
                |one: Option<char>, other: Option<char>| one.is_some_and(spells) && other.is_some_and(spells);
            let cut_open = open && cut(before.chars().next_back(), inside.chars().next());
            let cut_close = close && cut(inside.chars().next_back(), after.chars().next());
            !self.whole_words || !cut_open && !cut_close
        })
    }
}

/// Whether a letter is of a script that puts spaces between words.
fn spells(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{590}'
}
