//! All syntax errors of a text in one run: the entry an error stands in is blanked, and the text read again.

use granit_parser::ScanError;

use super::{Key, Parsed, tree, wording};
use crate::text::{FileId, Span};

/// How often a text is read again, at most.
const ROUNDS: usize = 20;

/// How many bytes are read again, at most, so that a large text with many errors does not take minutes.
const BYTES: usize = 40 << 20;

pub(super) fn parse(file: FileId, text: &str) -> Parsed {
    let error = match tree::read(file, text) {
        Ok(tree) => return Parsed { root: tree.root, findings: tree.findings, lost: tree.lost },
        Err(error) => error,
    };
    let mut mending = Mending { left: text.to_owned(), lost: Vec::new() };
    let mut findings = vec![wording::finding(file, text, &error)];
    let mut last = error;
    for round in 1..=ROUNDS {
        if round * text.len() > BYTES || !mending.blank(&last) {
            break;
        }
        match tree::read(file, &mending.left) {
            Ok(tree) => {
                findings.extend(tree.findings);
                mending.lost.extend(tree.lost);
                return Parsed { root: tree.root, findings, lost: mending.lost };
            }
            Err(error) => {
                findings.push(wording::finding(file, text, &error));
                last = error;
            }
        }
    }
    Parsed { root: None, findings, lost: mending.lost }
}

/// A text in which entries are blanked one after the other; all bytes stay where they are.
struct Mending {
    left: String,
    lost: Vec<Key>,
}

impl Mending {
    /// Blanks the entry an error stands in; false where there is nothing left to blank.
    fn blank(&mut self, error: &ScanError) -> bool {
        let at = error.marker().byte_offset().unwrap_or_default().min(self.left.len());
        let Some(range) = self.entry_of(at) else { return false };
        let entry = self.left.get(range.clone()).unwrap_or_default();
        self.lost.extend(keys(entry, range.start));
        let blank: String = entry
            .bytes()
            .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' })
            .collect();
        self.left.replace_range(range, &blank);
        true
    }

    /// The entry that is to blame for an error at a byte. The parser often notices only on the line after it: where
    /// the entry there reads well by itself, it is the one before.
    fn entry_of(&self, at: usize) -> Option<std::ops::Range<usize>> {
        let entries = entries(&self.left);
        let here = entries.iter().rposition(|entry| entry.start <= at).unwrap_or(0);
        let sound = |index: usize| {
            let entry = self.left.get(entries.get(index)?.clone())?;
            Some(tree::read(FileId(0), entry).is_ok() && !has_tab(entry))
        };
        let blamed = (0..=here).rev().find(|index| sound(*index) == Some(false)).unwrap_or(here);
        entries.get(blamed).cloned()
    }
}

fn has_tab(entry: &str) -> bool {
    entry.lines().any(|line| line.trim_start_matches(' ').starts_with('\t'))
}

/// The entries of a text: each from a line that is indented by two spaces at most up to the next such line. A line
/// that begins with a tab counts as deep.
fn entries(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut entries: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let empty = words.trim().is_empty();
        if !empty && indent <= 2 && !words.starts_with('\t') && !words.starts_with('#') {
            entries.push(at..at + line.len());
        } else if let (false, Some(entry)) = (empty, entries.last_mut()) {
            entry.end = at + line.len();
        }
        at += line.len();
    }
    entries
}

/// The key that an entry stands under.
fn keys(entry: &str, start: usize) -> Option<Key> {
    let line = entry.lines().next()?;
    let words = line.trim_start_matches(' ');
    let (word, _) = words.split_once(':')?;
    let begin = start + line.len() - words.len();
    let word = word.trim_end();
    (!word.is_empty()).then(|| Key { word: word.into(), span: Span::new(begin, begin + word.len()) })
}
