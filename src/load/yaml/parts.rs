//! Large sheets, read by several threads: cut between two entries, and put together again.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::tree::{self, Tree};
use super::{Key, Node, Value, move_node};
use crate::text::{FileId, Span};

/// From how many bytes on a text is cut: a smaller one is read while a thread wakes.
pub(super) const LARGE: usize = 64 << 10;

/// The tree of a text that is cut into so many parts at most, each read by itself. Nothing where it has to be read as a
/// whole: where something is wrong with it, or one part may depend on another.
pub(super) fn read(file: FileId, text: &str, most: usize) -> Option<Node> {
    let cuts = cuts(text, most)?;
    let ends = cuts.iter().skip(1).map(|cut| cut.at).chain([text.len()]);
    let parts: Vec<(&Cut<'_>, usize)> = cuts.iter().zip(ends).collect();
    let read: Option<Vec<Node>> =
        parts.into_par_iter().map(|(cut, end)| part(file, text, cut, end)).collect();
    let mut parts = cuts.iter().zip(read?);
    let (_, mut whole) = parts.next()?;
    for (cut, part) in parts {
        join(&mut whole, part, cut.section)?;
    }
    Some(whole)
}

/// Where a part begins, and the key at the left edge that its first lines stand below; the first part has all of its own.
struct Cut<'t> {
    at: usize,
    section: &'t str,
}

/// The beginnings of parts that are of one size as far as entries allow; nothing where the text has one alone, or lines
/// at the left edge that are neither comments nor keys.
fn cuts(text: &str, most: usize) -> Option<Vec<Cut<'_>>> {
    let size = text.len().div_ceil(most.max(1)).max(1);
    let mut cuts = vec![Cut { at: 0, section: "" }];
    let (mut section, mut entries, mut at) = (None, 0, 0);
    for line in text.split_inclusive('\n') {
        if let Some(entry) = line.strip_prefix("  ").filter(|entry| entry.starts_with(begins_id)) {
            entries += usize::from(entry.contains(':'));
            if let (Some(section), true) = (section, entries > 1 && at >= cuts.len() * size) {
                cuts.push(Cut { at, section });
            }
        } else if !line.starts_with([' ', '#', '\n', '\r']) {
            let (key, rest) = line.split_once(':').filter(|(key, _)| key.chars().all(begins_id))?;
            let rest = rest.trim();
            section = (rest.is_empty() || rest.starts_with('#')).then_some(key);
            entries = 0;
        }
        at += line.len();
    }
    (cuts.len() > 1).then_some(cuts)
}

fn begins_id(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit()
}

/// One part as a text of its own, in the places where it stands.
fn part(file: FileId, text: &str, cut: &Cut<'_>, end: usize) -> Option<Node> {
    let lines = text.get(cut.at..end)?;
    let (tree, by) = if cut.section.is_empty() {
        (tree::read(file, lines), 0)
    } else {
        let head = format!("{}:\n", cut.section);
        (tree::read(file, &(head.clone() + lines)), cut.at.checked_sub(head.len())?)
    };
    let Tree { root, findings, lost, anchored } = tree.ok()?;
    let mut root = root.filter(|_| findings.is_empty() && lost.is_empty() && !anchored)?;
    move_node(&mut root, by);
    Some(root)
}

/// Adds a part whose first section is the last one so far.
fn join(whole: &mut Node, part: Node, section: &str) -> Option<()> {
    let (Value::Map(sections), Value::Map(more)) = (&mut whole.value, part.value) else { return None };
    let mut more = more.into_iter();
    let (last, first) = (sections.last_mut()?, more.next()?);
    let (Value::Map(entries), Value::Map(added)) = (&mut last.1.value, first.1.value) else { return None };
    if *last.0.word != *section || *first.0.word != *section {
        return None;
    }
    entries.extend(added);
    is_unique(entries).then_some(())?;
    last.1.span = Span { end: first.1.span.end, ..last.1.span };
    sections.extend(more);
    is_unique(sections).then_some(())?;
    whole.span = Span { end: part.span.end, ..whole.span };
    Some(())
}

fn is_unique(fields: &[(Key, Node)]) -> bool {
    let mut known = FxHashSet::default();
    fields.iter().all(|(key, _)| known.insert(&*key.word))
}
