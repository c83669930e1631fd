//! The files that are open in the editor, over those on the disk: what is typed counts before it is saved.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::board::State;
use super::convert::{Encoding, Lines, path_of, uri_of};
use crate::diagnostic::Finding;
use crate::text::{FileId, Input, Inputs};

/// Where a report is.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// As the editor calls it.
    pub(super) given: PathBuf,
    /// Links resolved.
    pub(super) real: PathBuf,
}

impl Folder {
    /// The path of a file below it, with `/`, if it is one that a report is made of. `whole` resolves links.
    pub(super) fn below(&self, path: &Path, whole: impl Fn(&Path) -> Option<PathBuf>) -> Option<String> {
        let inside = |path: &Path| {
            let below = path.strip_prefix(&self.given).or_else(|_| path.strip_prefix(&self.real)).ok()?;
            let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
            Some(parts?.join("/"))
        };
        let below = inside(path).or_else(|| inside(&whole(path)?))?;
        (below.starts_with("content/") || below.starts_with("themes/")).then_some(below)
    }

    /// The address of a file that is not open.
    pub(super) fn uri(&self, path: &str) -> Uri {
        uri_of(&self.given.join(path))
    }
}

/// An open file.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// As the editor calls it.
    pub(super) uri: Uri,
    /// The editor's own number for this state of it.
    pub(super) version: i32,
    /// Its text.
    pub(super) text: Arc<str>,
}

impl Document {
    /// As the board is told of it; it knows not its own path.
    pub(super) fn state<'s>(&'s self, path: &'s str) -> State<'s> {
        State { path, uri: &self.uri, version: Some(self.version), text: &self.text }
    }
}

/// The open files, by their path below the project's folder.
#[derive(Debug, Clone, Default)]
pub(super) struct Documents(pub(super) BTreeMap<String, Document>);

impl Documents {
    /// The path of an open file by what the editor calls it.
    pub(super) fn path(&self, uri: &Uri) -> Option<&str> {
        self.0.iter().find(|(_, document)| document.uri == *uri).map(|(path, _)| path.as_str())
    }

    /// The texts on the disk with those that are open in their place, and what was found while they were read, where
    /// that still counts.
    pub(super) fn over(&self, disk: &Inputs, found: &[Finding]) -> (Inputs, Vec<Finding>) {
        let on_disk = disk.iter().filter(|(_, input)| !self.0.contains_key(&input.path));
        let mut files: Vec<Input> = on_disk.map(|(_, input)| input.clone()).collect();
        for (path, document) in &self.0 {
            // What is not read from the disk is not read from an editor either.
            if disk.find(path).is_some() || is_read(path) {
                files.push(Input { path: path.clone(), text: Arc::clone(&document.text) });
            }
        }
        let inputs = disk.with_files(files);
        let moved = |file: FileId| {
            let path = &disk.file(file).path;
            if self.0.contains_key(path) { None } else { inputs.find(path) }
        };
        let found = found.iter().filter_map(|finding| {
            let mut finding = finding.clone();
            finding.place.file = moved(finding.place.file)?;
            finding.others.retain_mut(|(place, _)| moved(place.file).map(|file| place.file = file).is_some());
            Some(finding)
        });
        let found = found.collect();
        (inputs, found)
    }
}

/// Whether a file that is not on the disk yet would be read from there.
fn is_read(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    let sheet = path.starts_with("content/facts/") && matches!(ending, "yaml" | "yml");
    let article = path.starts_with("content/articles/") && ending == "md";
    !hidden && (sheet || article || path == "content/report.yaml")
}

/// The file at an address, where it is one of a report in `folder`.
pub(super) fn below(folder: &Folder, uri: &Uri, whole: impl Fn(&Path) -> Option<PathBuf>) -> Option<String> {
    folder.below(&path_of(uri)?, whole)
}

/// A text after changes, one after the other.
pub(super) fn changed(text: &str, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) -> String {
    let mut text = text.to_owned();
    for change in changes {
        match change {
            TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                let range = Lines::new(&text, encoding).span(part.range).range();
                text.replace_range(range, &part.text);
            }
            TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                text.clone_from(&whole.text);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_come_one_after_the_other() {
        let changes = serde_json::json!([
            { "range": { "start": { "line": 0, "character": 2 }, "end": { "line": 0, "character": 3 } }, "text": "ł\n" },
            { "range": { "start": { "line": 1, "character": 0 }, "end": { "line": 1, "character": 0 } }, "text": "x" },
            { "range": { "start": { "line": 9, "character": 0 }, "end": { "line": 3, "character": 0 } }, "text": "!" },
        ]);
        let changes: Vec<TextDocumentContentChangeEvent> = serde_json::from_value(changes).unwrap();
        assert_eq!(changed("😀ab", &changes, Encoding::Utf16), "😀ł\nxb!");
    }

    #[test]
    fn only_what_a_report_is_made_of_is_taken_from_an_editor() {
        let folder = Folder { given: "/r".into(), real: "/r".into() };
        let below = |path: &str| folder.below(Path::new(path), |_| None);
        assert_eq!(below("/r/content/facts/ł.yaml").as_deref(), Some("content/facts/ł.yaml"));
        assert_eq!(below("/r/notes.md"), None);
        assert_eq!(below("/elsewhere/content/x.yaml"), None);
        assert!(is_read("content/facts/deep/a.yml") && !is_read("content/facts/.a.yaml"));
        assert!(!is_read("content/notes.md") && !is_read("content/articles/a.txt"));
    }
}
