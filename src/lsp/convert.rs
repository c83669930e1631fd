//! Between bytes and what the protocol counts in: the only place that knows UTF-16, lines of the protocol and
//! addresses of files.

use std::path::{Path, PathBuf};

use gen_lsp_types::{Position, PositionEncodingKind, Range, Uri};

use crate::text::Span;

/// What the columns of positions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16: what every client can.
    Utf16,
}

impl Encoding {
    /// As it is told to the client.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn units(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// A text by lines, as the protocol has them: ended by `\n`, `\r\n` or a lone `\r`.
#[derive(Debug, Clone)]
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Self { text, starts, encoding }
    }

    /// The position of a byte; of one inside a character, that of the character; beyond the end, that of the end.
    pub(super) fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let before = self.starts.get(line).and_then(|start| self.text.get(*start..byte));
        let character = self.encoding.units(before.unwrap_or_default());
        Position { line: count(line), character: count(character) }
    }

    /// The positions of some bytes.
    pub(super) fn range(&self, span: Span) -> Range {
        let range = span.range();
        Range { start: self.position(range.start), end: self.position(range.end) }
    }

    /// The byte at a position. Beyond the end of a line it is that end; beyond the last line, the end of the text.
    pub(super) fn byte(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let wanted = position.character as usize;
        let mut units = 0;
        for (at, letter) in line.char_indices() {
            let next = units + self.encoding.units(letter.encode_utf8(&mut [0; 4]));
            if next > wanted {
                return start + at;
            }
            units = next;
        }
        start + line.len()
    }

    /// The bytes between two positions.
    pub(super) fn span(&self, range: Range) -> Span {
        Span::new(self.byte(range.start), self.byte(range.end))
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The file at an address, if it is that of a file on this machine.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_ref().strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let decoded = decoded(path)?;
    let path = decoded.strip_prefix('/').filter(|path| cfg!(windows) && path.contains(':'));
    let path = path.unwrap_or(&decoded);
    Path::new(path).is_absolute().then(|| PathBuf::from(path))
}

/// The address of a file.
pub(super) fn uri_of(path: &Path) -> Uri {
    let path = path.to_string_lossy().replace('\\', if cfg!(windows) { "/" } else { "\\" });
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => {
                use std::fmt::Write;
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri.into()
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = if byte == b'%' { after.get(..2) } else { None };
        let code = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_count_what_was_agreed_on() {
        let text = "ä😀ł: x\r\nb\rc\n";
        let x = text.find('x').unwrap();
        let (narrow, wide) = (Lines::new(text, Encoding::Utf8), Lines::new(text, Encoding::Utf16));
        assert_eq!(narrow.position(x), at(0, 10));
        assert_eq!(wide.position(x), at(0, 6));
        for lines in [&narrow, &wide] {
            assert_eq!(lines.byte(lines.position(x)), x);
            assert_eq!(lines.position(text.find('b').unwrap()), at(1, 0));
            assert_eq!(lines.position(text.find('c').unwrap()), at(2, 0));
            assert_eq!(lines.position(text.len() + 9), at(3, 0));
        }
    }

    #[test]
    fn positions_that_are_nowhere_are_brought_back() {
        let text = "ä😀ł\r\nb";
        let lines = Lines::new(text, Encoding::Utf16);
        assert_eq!(lines.byte(at(0, 99)), text.find('\r').unwrap(), "beyond the end of a line");
        assert_eq!(lines.byte(at(9, 0)), text.len(), "beyond the last line");
        assert_eq!(lines.byte(at(0, 2)), text.find('😀').unwrap(), "inside a character");
        let lines = Lines::new(text, Encoding::Utf8);
        assert_eq!(lines.byte(at(0, 4)), text.find('😀').unwrap(), "inside a character");
    }

    #[test]
    fn addresses_lead_to_files_and_back() {
        let path = Path::new(if cfg!(windows) { "c:/Łódź/a b%.md" } else { "/Łódź/a b%.md" });
        assert_eq!(path_of(&uri_of(path)).unwrap(), path);
        assert_eq!(path_of(&"untitled:Untitled-1".into()), None);
        assert_eq!(path_of(&"file://%FF".into()), None);
    }
}
