//! Changes to what somebody typed: bytes at places, so that comments and layout stay as they are.
//!
//! An [`Edit`] is a plain value. Commands write what comes of it; an editor can be told the same edits. Nothing here
//! touches a file, and what cannot be placed safely is no edit at all.

mod entry;
mod field;
mod ids;
mod lines;
mod list;
mod order;
mod rename;

pub use entry::{Added, added, scalar};
pub use field::{Nested, set};
pub use ids::ids;
pub use list::append;
pub use order::{Ordered, in_order};
pub use rename::{Refused, Renamed, Renaming, rename};

use std::collections::BTreeMap;

use crate::text::{FileId, Inputs, Place};

/// Other words in the place of some bytes; none of either is fine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go.
    pub place: Place,
    /// What stands there instead.
    pub text: String,
}

/// The texts that edits change, as they are afterwards. Nothing where two edits want the same bytes otherwise, or one
/// ends inside a letter.
#[must_use]
pub fn applied(inputs: &Inputs, edits: &[Edit]) -> Option<BTreeMap<FileId, String>> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort();
    edits.dedup();
    let mut texts: BTreeMap<FileId, (String, usize)> = BTreeMap::new();
    for Edit { place, text } in edits {
        let typed = &inputs.file(place.file).text;
        let (new, done) = texts.entry(place.file).or_default();
        let range = place.span.range();
        typed.get(range.clone())?;
        new.push_str(typed.get(*done..range.start)?);
        new.push_str(text);
        *done = range.end;
    }
    let finish = |(file, (mut text, done)): (FileId, (String, usize))| {
        text.push_str(inputs.file(file).text.get(done..)?);
        Some((file, text))
    };
    texts.into_iter().map(finish).collect()
}

#[cfg(test)]
mod tests;
