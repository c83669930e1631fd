//! Everything a build reads, as values: texts by number, other files by path and digest.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{At, FileId, Place, Span, composed};

/// A text file as read.
#[derive(Debug, Clone)]
pub struct Input {
    /// Below the project's folder, with `/`: `content/facts/call.yaml`.
    pub path: String,
    /// Its text, byte for byte. Where the bytes were not UTF-8, what could be read of them.
    pub text: Arc<str>,
}

/// A file that is not read as text: a picture or a kept copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// SHA-256 of its bytes in lower-case hexadecimal; computed for kept copies (`content/archive/`) only.
    pub sha256: Option<String>,
    /// In bytes.
    pub size: u64,
    /// When it was changed last, as the disk says; nothing where the digest says more.
    pub changed: Option<std::time::SystemTime>,
}

/// All that was read. Files are numbered in the order of their paths, so numbers do not depend on the disk.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    files: Vec<Input>,
    assets: Arc<BTreeMap<String, Asset>>,
}

impl Inputs {
    /// Files in any order; they are put in the order of their paths.
    #[must_use]
    pub fn new(files: Vec<Input>, assets: BTreeMap<String, Asset>) -> Self {
        Self { files: Vec::new(), assets: Arc::new(assets) }.with_files(files)
    }

    /// Other texts beside the same pictures and kept copies.
    #[must_use]
    pub fn with_files(&self, mut files: Vec<Input>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files, assets: Arc::clone(&self.assets) }
    }

    /// A text by its number.
    #[must_use]
    pub fn file(&self, file: FileId) -> &Input {
        &self.files[file.0 as usize]
    }

    /// Whether the file of a number has the same path and text as here.
    #[must_use]
    pub fn has(&self, file: FileId, other: &Input) -> bool {
        self.files.get(file.0 as usize).is_some_and(|own| {
            own.path == other.path && (Arc::ptr_eq(&own.text, &other.text) || own.text == other.text)
        })
    }

    /// Every text with its number, by path.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &Input)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(u32::try_from(index).unwrap_or(u32::MAX)), file))
    }

    /// The text at `path`, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }

    /// The picture or kept copy at `path` (`content/media/x.jpg`), if there is one.
    #[must_use]
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path)
    }

    /// The path of the picture or kept copy that somebody calls `path`: its own, or one of the same letters whose marks
    /// are written in another way.
    #[must_use]
    pub fn asset_called(&self, path: &str) -> Option<&str> {
        if let Some((path, _)) = self.assets.get_key_value(path) {
            return Some(path);
        }
        if path.is_ascii() {
            return None;
        }
        let called = composed(path);
        self.assets.keys().find(|known| !known.is_ascii() && composed(known) == called).map(String::as_str)
    }

    /// Every picture and kept copy, by path.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.assets.iter().map(|(path, asset)| (path.as_str(), asset))
    }

    /// Whether the pictures and kept copies are those of others.
    #[must_use]
    pub fn has_assets_of(&self, others: &Self) -> bool {
        Arc::ptr_eq(&self.assets, &others.assets) || self.assets == others.assets
    }

    /// The words at `place`.
    #[must_use]
    pub fn words(&self, place: Place) -> &str {
        self.file(place.file).text.get(place.span.range()).unwrap_or_default()
    }

    /// The same texts with dots for the letters at some places, so that lines can be shown that hold what must not be.
    /// Every other letter stays where it is.
    #[must_use]
    pub fn masked(&self, places: impl Iterator<Item = Place>) -> Self {
        let mut by_file: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
        for place in places {
            by_file.entry(place.file).or_default().push(place.span);
        }
        let mut masked = self.clone();
        for (file, spans) in by_file {
            if let Some(input) = masked.files.get_mut(file.0 as usize) {
                input.text = dotted(&input.text, spans).into();
            }
        }
        masked
    }

    /// Where a part of a value was typed. `part` is in bytes of the value; where it was typed in another way (folded,
    /// escaped), the same words are looked for, and all of the value is the place where they are not found.
    #[must_use]
    pub fn part(&self, value: &At<String>, part: Span) -> Place {
        let At { value, place } = value;
        let typed = self.words(*place);
        let words = value.get(part.range()).unwrap_or_default();
        let whole = typed.find(value.as_str()).map(|at| at + part.start as usize);
        let start = whole.or_else(|| typed.find(words));
        let span = start.map(|start| Span::new(start, start + words.len()).moved(place.span.start as usize));
        Place { file: place.file, span: span.unwrap_or(place.span) }
    }

    /// The very beginning of a file, for what concerns it as a whole.
    #[must_use]
    pub fn top(file: FileId) -> Place {
        Place { file, span: Span::default() }
    }
}

/// Dots of as many bytes as the letters they stand for.
fn dotted(text: &str, mut spans: Vec<Span>) -> String {
    spans.sort_unstable();
    let mut dotted = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        let end = text.ceil_char_boundary(span.range().end.min(text.len()));
        let start = text.floor_char_boundary(span.range().start.min(end)).max(at);
        if start >= end {
            continue;
        }
        dotted.push_str(text.get(at..start).unwrap_or_default());
        let letters = text.get(start..end).unwrap_or_default().chars();
        dotted.extend(letters.map(|letter| match letter {
            letter if letter.is_whitespace() => letter,
            letter => ['*', '·', '•', '🔒'][letter.len_utf8() - 1],
        }));
        at = end;
    }
    dotted.push_str(text.get(at..).unwrap_or_default());
    dotted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masked_letters_are_gone_and_all_others_stay_where_they_are() {
        let text = "name: Jan Łoś 語𝄞\nid: x\n";
        let inputs = Inputs::new(vec![Input { path: "a".into(), text: text.into() }], BTreeMap::new());
        let file = inputs.find("a").unwrap();
        let end = text.find('\n').unwrap();
        let place = |start, end| Place { file, span: Span::new(start, end) };
        let masked = inputs.masked([place(6, end), place(8, 12), place(900, 1000)].into_iter());
        assert_eq!(&*masked.file(file).text, "name: *** ·*· •🔒\nid: x\n");
        assert_eq!(masked.file(file).text.len(), text.len());
    }
}
