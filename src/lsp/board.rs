//! What the editor was told last, file by file, so that old words never stand over newer ones.
//!
//! It is told twice: soon, what comes of asking about the file alone; later, what only the whole report can tell. What was
//! found later the last time stands, where its words stand now, until the whole report has been asked again.

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use gen_lsp_types::{Diagnostic, PublishDiagnosticsParams, Uri};
use lsp_server::Notification;

use super::convert::{Encoding, Lines};
use super::wire::Outgoing;
use crate::text::Span;

/// A finding as the editor is told of it.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// Where it is, in the text that it was found in.
    pub(super) span: Span,
    /// Whether only asking about the whole report comes upon it.
    pub(super) late: bool,
    /// All the rest. Its range is made anew.
    pub(super) diagnostic: Diagnostic,
}

/// A state of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct State<'s> {
    /// Its path below the project's folder.
    pub(super) path: &'s str,
    /// As the editor calls it.
    pub(super) uri: &'s Uri,
    /// The editor's number for it, where it is open.
    pub(super) version: Option<i32>,
    /// Its text.
    pub(super) text: &'s Arc<str>,
}

/// What was told.
#[derive(Debug)]
pub(super) struct Board {
    out: Sender<Outgoing>,
    encoding: Encoding,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    /// The versions of the files that are open now.
    versions: BTreeMap<String, i32>,
    files: BTreeMap<String, File>,
}

#[derive(Debug)]
struct File {
    uri: Uri,
    text: Arc<str>,
    told: Vec<Told>,
    sent: (Option<i32>, Vec<Diagnostic>),
}

impl Board {
    pub(super) fn new(out: Sender<Outgoing>, encoding: Encoding) -> Self {
        Self { out, encoding, inner: Mutex::default() }
    }

    fn with<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        // Whoever panicked while holding it had not begun to change it, or had finished.
        change(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes that a file is open in this version, or no longer open.
    pub(super) fn opened(&self, path: &str, version: Option<i32>) {
        self.with(|inner| match version {
            Some(version) => {
                inner.versions.insert(path.to_owned(), version);
            }
            None => {
                inner.versions.remove(path);
            }
        });
    }

    /// Tells what asking about a file alone found in it, unless it was changed since; what only the whole report can tell
    /// stays, where its words still stand.
    pub(super) fn tell_soon(&self, state: State<'_>, found: Vec<Told>) {
        self.with(|inner| {
            if inner.versions.get(state.path).copied() != state.version {
                return;
            }
            let mut told = found;
            if let Some(file) = inner.files.get(state.path) {
                let moves = Moves::between(&file.text, state.text);
                let kept = file.told.iter().filter(|told| told.late);
                told.extend(
                    kept.filter_map(|kept| Some(Told { span: moves.span(kept.span)?, ..kept.clone() })),
                );
            }
            told.sort_by_key(|told| told.span);
            inner.tell(state, told, self);
        });
    }

    /// Tells all that was found in a file, unless it was changed since: then more is being found out.
    pub(super) fn tell(&self, state: State<'_>, told: Vec<Told>) {
        self.with(|inner| {
            if inner.versions.get(state.path).copied() == state.version {
                inner.tell(state, told, self);
            }
        });
    }

    /// The files of which something was told.
    pub(super) fn paths(&self) -> Vec<String> {
        self.with(|inner| inner.files.keys().cloned().collect())
    }

    /// Takes back what was told of a file that is no longer there.
    pub(super) fn gone(&self, path: &str) {
        self.with(|inner| {
            if let Some(file) = inner.files.remove(path)
                && !file.sent.1.is_empty()
            {
                self.send(&file.uri, None, Vec::new());
            }
        });
    }

    fn send(&self, uri: &Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        let params = PublishDiagnosticsParams { uri: uri.clone(), version, diagnostics };
        let method = "textDocument/publishDiagnostics".to_owned();
        // An editor that is gone is told nothing.
        let _ = self.out.send(Outgoing::Message(Notification::new(method, params).into()));
    }
}

impl Inner {
    fn tell(&mut self, state: State<'_>, told: Vec<Told>, board: &Board) {
        let lines = (!told.is_empty()).then(|| Lines::new(state.text, board.encoding));
        let ranged = |told: &Told| {
            let mut diagnostic = told.diagnostic.clone();
            if let Some(lines) = &lines {
                diagnostic.range = lines.range(told.span);
            }
            diagnostic
        };
        let sent = (state.version, told.iter().map(ranged).collect::<Vec<_>>());
        let before = self.files.get(state.path).map(|file| &file.sent);
        let nothing_new = match before {
            Some(before) => *before == sent,
            None => sent.1.is_empty() && state.version.is_none(),
        };
        if !nothing_new {
            board.send(state.uri, sent.0, sent.1.clone());
        }
        let file = File { uri: state.uri.clone(), text: Arc::clone(state.text), told, sent };
        self.files.insert(state.path.to_owned(), file);
    }
}

/// How places of a text move to another that has the same beginning and the same end.
struct Moves {
    same_before: usize,
    same_after: usize,
    by: isize,
}

impl Moves {
    fn between(old: &str, new: &str) -> Self {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        let shorter = old.len().min(new.len());
        let same_before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let ends = old.iter().rev().zip(new.iter().rev()).take(shorter - same_before);
        let same_after = ends.take_while(|(a, b)| a == b).count();
        let by = new.len().cast_signed() - old.len().cast_signed();
        Self { same_before, same_after: old.len() - same_after, by }
    }

    /// Where a span is now; nothing where it was changed.
    fn span(&self, span: Span) -> Option<Span> {
        let range = span.range();
        if range.end <= self.same_before {
            return Some(span);
        }
        if range.start < self.same_after {
            return None;
        }
        Some(Span::new(range.start.checked_add_signed(self.by)?, range.end.checked_add_signed(self.by)?))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use lsp_server::Message;

    use super::*;

    fn soon(start: usize, end: usize, message: &str) -> Told {
        let diagnostic = Diagnostic { message: message.into(), ..Diagnostic::default() };
        Told { span: Span::new(start, end), late: false, diagnostic }
    }

    fn late(start: usize, end: usize, message: &str) -> Told {
        Told { late: true, ..soon(start, end, message) }
    }

    fn check(steps: impl FnOnce(&Board, &Uri)) -> Vec<String> {
        let (out, outbox) = channel();
        let board = Board::new(out, Encoding::Utf8);
        steps(&board, &"file:///a".into());
        drop(board);
        let said = outbox.into_iter().map(|outgoing| {
            let Outgoing::Message(Message::Notification(notification)) = outgoing else { panic!() };
            let params: PublishDiagnosticsParams = serde_json::from_value(notification.params).unwrap();
            let one = |diagnostic: &Diagnostic| {
                let gen_lsp_types::Message::String(message) = &diagnostic.message else { panic!() };
                format!("{message}@{}", diagnostic.range.start.character)
            };
            let all: Vec<String> = params.diagnostics.iter().map(one).collect();
            format!("{}: {}", params.version.unwrap_or_default(), all.join(" "))
        });
        said.collect()
    }

    #[test]
    fn what_was_found_later_moves_with_its_words_until_the_whole_is_asked_again() {
        let said = check(|board, uri| {
            let (old, new): (Arc<str>, Arc<str>) = ("abcdefgh".into(), "abcXXefgh".into());
            let state = |version, text| State { path: "a", uri, version: Some(version), text };
            board.opened("a", Some(1));
            let found =
                vec![late(0, 2, "whole"), late(2, 5, "touched"), soon(5, 7, "file"), late(6, 8, "moved")];
            board.tell(state(1, &old), found);
            board.opened("a", Some(2));
            // They speak of a version that is gone.
            board.tell_soon(state(1, &old), vec![soon(0, 1, "gone")]);
            board.tell(state(1, &old), vec![late(0, 1, "gone")]);
            board.tell_soon(state(2, &new), vec![soon(3, 4, "new")]);
            board.tell(state(2, &new), Vec::new());
            board.tell(state(2, &new), Vec::new());
        });
        assert_eq!(said, ["1: whole@0 touched@2 file@5 moved@6", "2: whole@0 new@3 moved@7", "2: ",]);
    }

    #[test]
    fn of_closed_files_only_changes_are_told() {
        let said = check(|board, uri| {
            let text: Arc<str> = "ab".into();
            let state = State { path: "a", uri, version: None, text: &text };
            board.tell(state, Vec::new());
            board.tell(state, vec![late(0, 1, "x")]);
            board.tell(state, vec![late(0, 1, "x")]);
            board.gone("a");
            board.gone("a");
        });
        assert_eq!(said, ["0: x@0", "0: "]);
    }
}
