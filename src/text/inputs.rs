//! Everything a build reads, as values: texts by number, other files by path and digest.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{At, FileId, Place, Span};

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
}

/// All that was read. Files are numbered in the order of their paths, so numbers do not depend on the disk.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    files: Vec<Input>,
    assets: BTreeMap<String, Asset>,
}

impl Inputs {
    /// Files in any order; they are put in the order of their paths.
    #[must_use]
    pub fn new(mut files: Vec<Input>, assets: BTreeMap<String, Asset>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files, assets }
    }

    /// A text by its number.
    #[must_use]
    pub fn file(&self, file: FileId) -> &Input {
        &self.files[file.0 as usize]
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

    /// Every picture and kept copy, by path.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.assets.iter().map(|(path, asset)| (path.as_str(), asset))
    }

    /// The words at `place`.
    #[must_use]
    pub fn words(&self, place: Place) -> &str {
        self.file(place.file).text.get(place.span.range()).unwrap_or_default()
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
