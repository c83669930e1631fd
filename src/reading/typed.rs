//! Plain text in which each letter knows where in its file it was typed.

use std::ops::Range;

use crate::text::{FileId, Place, Span};

/// Plain text taken from a file in pieces.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) map: Map,
}

/// Where the letters of a text were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Map {
    file: FileId,
    pieces: Vec<Piece>,
}

/// A stretch of text that comes from one stretch of the file. Where both are as long, letter for letter; else (a
/// name that was filled in, `&amp;`) all of it from all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    start: u32,
    end: u32,
    from: Span,
}

impl Typed {
    pub(super) fn new(file: FileId) -> Self {
        Self { text: String::new(), map: Map { file, pieces: Vec::new() } }
    }

    pub(super) fn push(&mut self, words: &str, from: Span) {
        let start = self.text.len();
        self.text.push_str(words);
        let Span { start, end } = Span::new(start, self.text.len());
        self.map.pieces.push(Piece { start, end, from });
    }
}

impl Map {
    /// Where the bytes of `range` were typed.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        let range = Span::new(range.start, range.end);
        let last = range.end.saturating_sub(1).max(range.start);
        let first = self.piece(range.start).map_or(0, |piece| piece.typed(range.start).start);
        let end = self.piece(last).map_or(first, |piece| piece.typed(last).end);
        Place { file: self.file, span: Span { start: first, end: end.max(first) } }
    }

    /// The map of a part of the text.
    pub(super) fn part(&self, range: &Range<usize>) -> Self {
        let range = Span::new(range.start, range.end);
        let within = self.pieces.iter().filter(|piece| piece.end > range.start && piece.start < range.end);
        let cut = |piece: &Piece| {
            let (start, end) = (piece.start.max(range.start), piece.end.min(range.end));
            let from = if piece.is_exact() {
                Span { start: piece.typed(start).start, end: piece.typed(end - 1).end }
            } else {
                piece.from
            };
            Piece { start: start - range.start, end: end - range.start, from }
        };
        Self { file: self.file, pieces: within.map(cut).collect() }
    }

    fn piece(&self, at: u32) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.end <= at);
        self.pieces.get(index).or(self.pieces.last())
    }
}

impl Piece {
    fn is_exact(&self) -> bool {
        self.end - self.start == self.from.end - self.from.start
    }

    /// Where the byte at `at` was typed.
    fn typed(&self, at: u32) -> Span {
        if !self.is_exact() {
            return self.from;
        }
        let at = self.from.start + at.saturating_sub(self.start).min(self.end - self.start);
        Span { start: at, end: at + 1 }
    }
}
