//! From places to paths, lines and columns, looked up once for each file.

use rustc_hash::FxHashMap;

use super::{FileId, Inputs, LineIndex, Place, Position};

/// Where lines begin in the files that were asked for so far.
#[derive(Debug)]
pub struct Places<'i> {
    inputs: &'i Inputs,
    known: FxHashMap<FileId, LineIndex>,
}

/// A place as it is told to people and programs: columns count characters, and the end is one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'i> {
    /// The file, from the project's folder, with `/`.
    pub path: &'i str,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

impl<'i> Places<'i> {
    /// Of these texts; nothing is looked up yet.
    #[must_use]
    pub fn new(inputs: &'i Inputs) -> Self {
        Self { inputs, known: FxHashMap::default() }
    }

    /// Where a place is.
    pub fn spot(&mut self, place: Place) -> Spot<'i> {
        let input = self.inputs.file(place.file);
        let lines = self.known.entry(place.file).or_insert_with(|| LineIndex::new(&input.text));
        let position = |byte: u32| lines.position(&input.text, byte as usize);
        let (start, end) = (position(place.span.start), position(place.span.end));
        Spot { path: &input.path, start, end: end.max(start) }
    }

    /// The words at a place.
    #[must_use]
    pub fn words(&self, place: Place) -> &'i str {
        self.inputs.words(place)
    }
}
