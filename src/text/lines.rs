//! From bytes to lines and columns.

/// Where the lines of a text begin.
///
/// ```
/// let text = "people:\n  änne: {}\n";
/// let lines = casebook::text::LineIndex::new(text);
/// let place = lines.position(text, text.find('{').unwrap());
/// assert_eq!((place.line, place.column), (2, 9), "columns count characters");
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// A line and a column, both from 1. Columns count characters; a mark at the very beginning of a file (BOM) is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl LineIndex {
    /// Finds the lines of a text; `\n` and `\r\n` end one.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        Self { starts }
    }

    /// The line of a byte, from 0.
    fn line(&self, byte: usize) -> usize {
        let byte = u32::try_from(byte).unwrap_or(u32::MAX);
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// Line and column of a byte; of one inside a character, those of the character; beyond the end, those of the end.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.line(byte.min(text.len()));
        let before = self.before(text, line, byte);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mark = usize::from(line == 0 && before.starts_with('\u{feff}'));
        Position { line: count(line + 1), column: count(before.chars().count() - mark + 1) }
    }

    /// Line and column of a byte from 0, the column in units of UTF-16 as editors count.
    #[must_use]
    pub fn utf16(&self, text: &str, byte: usize) -> (u32, u32) {
        let line = self.line(byte.min(text.len()));
        let units = self.before(text, line, byte).encode_utf16().count();
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(units).unwrap_or(u32::MAX))
    }

    /// What stands in a line before a byte.
    fn before<'t>(&self, text: &'t str, line: usize, byte: usize) -> &'t str {
        let start = self.starts.get(line).map_or(0, |start| *start as usize);
        text.get(start..text.floor_char_boundary(byte.min(text.len()))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    #[test]
    fn columns_count_characters_and_editors_count_otherwise() {
        let text = "a\r\nÄ𝄞b\n";
        let lines = LineIndex::new(text);
        let b = text.find('b').unwrap();
        let place = lines.position(text, b);
        assert_eq!((place.line, place.column), (2, 3));
        assert_eq!(lines.utf16(text, b), (1, 3));
        let inside = lines.position(text, b - 1);
        assert_eq!((inside.line, inside.column), (2, 2), "inside a character");
        let end = lines.position(text, 1000);
        assert_eq!((end.line, end.column), (3, 1));
        assert_eq!(lines.position("", 7).column, 1);
    }

    #[test]
    fn a_mark_at_the_beginning_is_no_column() {
        let text = "\u{feff}title: x\n";
        assert_eq!(LineIndex::new(text).position(text, 3).column, 1);
    }
}
