//! The thread that takes in what is typed: it keeps the open files, and reads again the one that was changed.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};

use gen_lsp_types::{DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams};
use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use serde_json::{Value, json};

use super::answers::Task;
use super::board::Board;
use super::client::Client;
use super::documents::{Document, Documents, Folder, below, changed};
use super::wire::{Incoming, Outgoing};
use super::{Ended, Host, Start, Typed, params, refuse, remark, say};
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::text::Inputs;

pub(super) struct Typing<'s> {
    host: &'s dyn Host,
    client: &'s Client,
    board: &'s Board,
    tell: Sender<Outgoing>,
    to_answer: Sender<Task>,
    report: Option<Report>,
    open: Documents,
    is_ending: bool,
}

/// The report as it is on the disk, and as it was read last.
struct Report {
    folder: Arc<Folder>,
    disk: (Inputs, Vec<Finding>),
    loaded: Arc<Loaded>,
    /// What must be read again.
    stale: Stale,
}

enum Stale {
    /// Nothing.
    No,
    /// These open files.
    Open(BTreeSet<String>),
    /// What is on the disk.
    Disk,
}

impl<'s> Typing<'s> {
    pub(super) fn new(
        host: &'s dyn Host,
        client: &'s Client,
        board: &'s Board,
        tell: Sender<Outgoing>,
        to_answer: Sender<Task>,
    ) -> Self {
        let open = Documents::default();
        Self { host, client, board, tell, to_answer, report: None, open, is_ending: false }
    }

    /// Takes in all that comes, until the editor ends.
    pub(super) fn all(mut self, inbox: &Receiver<io::Result<Incoming>>) -> io::Result<Ended> {
        self.find();
        loop {
            let incoming = match inbox.try_recv() {
                Ok(incoming) => incoming,
                Err(TryRecvError::Disconnected) => return Ok(Ended::CutShort),
                Err(TryRecvError::Empty) => {
                    // Nothing waits: what was typed until now is one change.
                    self.refresh();
                    let Ok(incoming) = inbox.recv() else { return Ok(Ended::CutShort) };
                    incoming
                }
            };
            match incoming? {
                Incoming::Refused(refusal) => {
                    let _ = self.tell.send(refusal);
                }
                Incoming::Message(Message::Request(request)) => self.request(request),
                Incoming::Message(Message::Notification(notification)) if notification.method == "exit" => {
                    return Ok(if self.is_ending { Ended::Properly } else { Ended::CutShort });
                }
                Incoming::Message(Message::Notification(notification)) => {
                    let method = notification.method.clone();
                    if let Err(why) = self.notification(notification) {
                        remark(&self.tell, &format!("{method}: {why}"));
                    }
                }
                // Nothing is asked of the editor whose answer would matter.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
    }

    fn request(&mut self, request: Request) {
        if self.is_ending {
            let why = "the server is ending".to_owned();
            return refuse(&self.tell, request.id, ErrorCode::InvalidRequest, why);
        }
        match request.method.as_str() {
            "initialize" => {
                let why = "the server is initialized already".to_owned();
                refuse(&self.tell, request.id, ErrorCode::InvalidRequest, why);
            }
            "shutdown" => {
                self.is_ending = true;
                say(&self.tell, Response::new_ok(request.id, Value::Null));
            }
            _ => {
                // It asks of what was typed until now.
                self.refresh();
                let _ = self.to_answer.send(Task::Request(request));
            }
        }
    }

    fn notification(&mut self, notification: Notification) -> Result<(), String> {
        match notification.method.as_str() {
            "initialized" => self.watch(),
            "textDocument/didOpen" => self.opened(params(notification.params)?),
            "textDocument/didChange" => self.changed(&params(notification.params)?),
            "textDocument/didClose" => self.closed(&params(notification.params)?),
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.reread(),
            _ => {}
        }
        Ok(())
    }

    /// Asks the editor to tell of files that others change.
    fn watch(&self) {
        if !self.client.watches {
            return;
        }
        let watchers = json!([{ "globPattern": "**/content/**" }, { "globPattern": "**/themes/**" }]);
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        let method = "client/registerCapability".to_owned();
        let request = Request::new(1.into(), method, json!({ "registrations": [registration] }));
        say(&self.tell, request);
    }

    fn opened(&mut self, DidOpenTextDocumentParams { text_document: opened }: DidOpenTextDocumentParams) {
        if self.report.is_none() {
            self.find_around(&opened.uri);
        }
        let Some(report) = &mut self.report else { return };
        let Some(path) = below(&report.folder, &opened.uri, |path| self.host.whole(path)) else { return };
        self.board.opened(&path, Some(opened.version));
        let document = Document { uri: opened.uri, version: opened.version, text: opened.text.into() };
        self.open.0.insert(path.clone(), document);
        report.stale.open(path);
    }

    fn changed(&mut self, change: &DidChangeTextDocumentParams) {
        let uri = &change.text_document.text_document_identifier.uri;
        let path = self.open.path(uri).map(str::to_owned);
        let (Some(path), Some(report)) = (path, &mut self.report) else {
            // Files that are no part of the report are none of ours.
            return;
        };
        if let Some(document) = self.open.0.get_mut(&path) {
            document.version = change.text_document.version;
            document.text = changed(&document.text, &change.content_changes, self.client.encoding).into();
            self.board.opened(&path, Some(document.version));
            report.stale.open(path);
        }
    }

    fn closed(&mut self, closed: &DidCloseTextDocumentParams) {
        let path = self.open.path(&closed.text_document.uri).map(str::to_owned);
        if let Some(path) = path {
            self.open.0.remove(&path);
            self.board.opened(&path, None);
            self.reread();
        }
    }

    fn reread(&mut self) {
        match &mut self.report {
            Some(report) => report.stale = Stale::Disk,
            None => self.find(),
        }
    }

    /// Looks for the report where it was said to be, and in the folders that are open in the editor.
    fn find(&mut self) {
        match self.host.start() {
            Start::Here(path) => self.take(path),
            Start::Anywhere(path) => {
                let folders = self.client.folders.iter().cloned().chain([path.to_path_buf()]);
                self.first_of(&folders.collect::<Vec<_>>());
            }
        }
    }

    /// Looks for the report that a file is in.
    fn find_around(&mut self, uri: &gen_lsp_types::Uri) {
        let Some(path) = super::convert::path_of(uri) else { return };
        if matches!(self.host.start(), Start::Anywhere(_)) {
            self.first_of(&path.ancestors().skip(1).map(Path::to_path_buf).collect::<Vec<_>>());
        }
    }

    fn first_of(&mut self, folders: &[PathBuf]) {
        let is_report = |folder: &PathBuf| self.host.whole(&folder.join("content/report.yaml")).is_some();
        if let Some(folder) = folders.iter().find(|folder| is_report(folder)) {
            self.take(folder);
        }
    }

    fn take(&mut self, given: &Path) {
        let Some(real) = self.host.whole(given) else { return };
        let given = if given.is_absolute() { given.to_path_buf() } else { real.clone() };
        let folder = Arc::new(Folder { given, real });
        let (disk, loaded) = Default::default();
        self.report = Some(Report { folder, disk, loaded, stale: Stale::Disk });
    }

    /// Reads again what has changed, and hands it on.
    fn refresh(&mut self) {
        let Some(report) = &mut self.report else { return };
        let stale = match std::mem::replace(&mut report.stale, Stale::No) {
            Stale::No => return,
            Stale::Open(paths) => paths,
            Stale::Disk => {
                match self.host.read(&report.folder.real) {
                    Ok(disk) => report.disk = disk,
                    // What the machine refuses for a moment is read at the next change.
                    Err(why) => remark(&self.tell, &why),
                }
                BTreeSet::new()
            }
        };
        let (disk, found) = &report.disk;
        let (inputs, found) = self.open.over(disk, found);
        let loaded = Arc::new(Loaded::clone(&report.loaded).again(&inputs));
        report.loaded = Arc::clone(&loaded);
        let typed = Typed {
            inputs,
            loaded,
            found,
            open: self.open.clone(),
            touched: stale,
            folder: Arc::clone(&report.folder),
            now: self.host.now(),
        };
        let _ = self.to_answer.send(Task::Typed(Box::new(typed)));
    }
}

impl Stale {
    fn open(&mut self, path: String) {
        match self {
            Self::No => *self = Self::Open(BTreeSet::from([path])),
            Self::Open(paths) => {
                paths.insert(path);
            }
            // All is read again anyway.
            Self::Disk => {}
        }
    }
}
