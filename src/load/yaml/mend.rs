//! All syntax errors of a text in one run: the entry an error stands in is blanked, and the text read again.

use std::ops::Range;

use granit_parser::ScanError;

use super::{Key, Parsed, tree, wording};
use crate::text::{FileId, Span};

/// How often a text is read again, at most.
const ROUNDS: usize = 20;

/// How many bytes are read again, at most, so that a large text with many errors does not take minutes.
const BYTES: usize = 40 << 20;

pub(super) fn parse(file: FileId, text: &str) -> Parsed {
    let mut error = match tree::read(file, text) {
        Ok(tree) => return Parsed { root: tree.root, findings: tree.findings, lost: tree.lost },
        Err(error) => error,
    };
    let mut mending = Mending { left: text.to_owned(), lost: Vec::new() };
    let mut findings = Vec::new();
    for round in 1..=ROUNDS {
        let Some((entry, cause)) = mending.blame(&error) else {
            findings.push(wording::finding(file, text, &error, 0));
            break;
        };
        let left = mending.left.get(..entry.end).unwrap_or(text);
        findings.push(wording::finding(file, left, &cause.error, cause.start));
        mending.blank(entry);
        if round * text.len() > BYTES {
            break;
        }
        match tree::read(file, &mending.left) {
            Ok(tree) => {
                findings.extend(tree.findings);
                mending.lost.extend(tree.lost);
                return Parsed { root: tree.root, findings, lost: mending.lost };
            }
            Err(next) => error = next,
        }
    }
    Parsed { root: None, findings, lost: mending.lost }
}

/// A text in which entries are blanked one after the other; all bytes stay where they are.
struct Mending {
    left: String,
    lost: Vec<Key>,
}

/// An error, and where the text begins in which it was found.
struct Cause {
    error: ScanError,
    start: usize,
}

impl Mending {
    /// Blanks an entry, and remembers its key.
    fn blank(&mut self, range: Range<usize>) {
        let entry = self.left.get(range.clone()).unwrap_or_default();
        self.lost.extend(keys(entry, range.start));
        let blank = |byte: u8| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' };
        let blank: String = entry.bytes().map(blank).collect();
        self.left.replace_range(range, &blank);
    }

    /// The entry that is to blame for an error, and what is wrong with it by itself; nothing where there is no entry.
    ///
    /// The parser often notices only on the line after it: where the entry there reads well by itself, it is the
    /// nearest before it that does not.
    fn blame(&self, error: &ScanError) -> Option<(Range<usize>, Cause)> {
        let at = error.marker().byte_offset().unwrap_or_default();
        let entries = entries(&self.left);
        let here = entries.iter().rposition(|entry| entry.start <= at).unwrap_or(0);
        let broken = entries.iter().take(here + 1).rev().find_map(|entry| {
            let error = tree::read(FileId(0), self.left.get(entry.clone())?).err()?;
            Some((entry.clone(), Cause { error, start: entry.start }))
        });
        broken.or_else(|| Some((entries.get(here)?.clone(), Cause { error: error.clone(), start: 0 })))
    }
}

/// The entries of a text: each from a line with a key that is indented by two spaces at most up to the next such line.
/// A line that begins with a tab, or with another blank that is no space, counts as deep.
fn entries(text: &str) -> Vec<Range<usize>> {
    let mut entries: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let empty = words.trim().is_empty();
        let begins = indent <= 2 && words.contains(':') && !words.starts_with(char::is_whitespace);
        if begins && !words.starts_with('#') || !empty && entries.is_empty() {
            entries.push(at..at + line.len());
        } else if let (false, Some(entry)) = (empty, entries.last_mut()) {
            entry.end = at + line.len();
        }
        at += line.len();
    }
    entries
}

/// The key that an entry stands under, and those of entries that it took in because they are indented by three spaces.
fn keys(entry: &str, start: usize) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut at = start;
    for line in entry.split_inclusive('\n') {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let opens = indent == 3 && words.trim_end().ends_with(':');
        if let Some((word, _)) = words.split_once(':').filter(|_| keys.is_empty() || opens) {
            let word = word.trim_end();
            if !word.is_empty() {
                keys.push(Key { word: word.into(), span: Span::new(at + indent, at + indent + word.len()) });
            }
        }
        at += line.len();
    }
    keys
}
