//! The language server protocol: what editors ask, put to [`ide`](crate::ide), and what is found, told as they type.
//!
//! Three threads share the work, and hand values on. The first takes in what is typed and reads that file again; the second
//! makes editions of it, asks the rules of that file, and answers what is asked; the third asks the rules of the whole
//! report. Nothing here touches a file: the [`Host`] does.

mod answers;
mod board;
mod checking;
mod client;
mod convert;
mod documents;
mod shown;
mod typing;
mod wire;

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::Timestamp;
use lsp_server::{ErrorCode, Message, Response};
use serde_json::Value;

use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::session::Edition;
use crate::text::Inputs;
use answers::Answers;
use board::Board;
use checking::Checking;
use client::Client;
use documents::{Documents, Folder};
use typing::Typing;
use wire::{Incoming, Outgoing};

/// What the server is told of the machine it runs on.
pub trait Host: Sync {
    /// The folder that the report is in, if the person who started the server said so; otherwise where they started it.
    fn start(&self) -> Start<'_>;

    /// The texts of a report, and what was found while they were read.
    ///
    /// # Errors
    /// If there is none, or the machine refuses: why, in words.
    fn read(&self, project: &Path) -> Result<(Inputs, Vec<Finding>), String>;

    /// The bytes of a file, if they can be had.
    fn bytes(&self, path: &Path) -> Option<Vec<u8>>;

    /// The path of a file or folder with its links resolved; nothing where there is none.
    fn whole(&self, path: &Path) -> Option<PathBuf>;

    /// What time it is.
    fn now(&self) -> Timestamp;
}

/// Where a report is looked for.
#[derive(Debug, Clone, Copy)]
pub enum Start<'p> {
    /// Here.
    Here(&'p Path),
    /// In a folder that is open in the editor, or else here.
    Anywhere(&'p Path),
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// As the protocol wants it: the editor said that it would end, and ended.
    Properly,
    /// Without a word before.
    CutShort,
}

/// What was typed, at one moment.
#[derive(Debug)]
struct Typed {
    inputs: Inputs,
    loaded: Arc<Loaded>,
    found: Vec<Finding>,
    open: Documents,
    /// The open files that were typed in since the last edition.
    touched: BTreeSet<String>,
    folder: Arc<Folder>,
    now: Timestamp,
}

/// An edition, and what was open when it was made.
#[derive(Debug)]
struct Issue {
    edition: Edition,
    open: Documents,
    folder: Arc<Folder>,
}

/// Serves an editor until it ends, or goes away.
///
/// # Errors
/// If what comes in is not the protocol at all, or nobody takes what is said.
pub fn serve(host: &dyn Host, mut input: impl BufRead + Send, out: &mut dyn Write) -> io::Result<Ended> {
    let (came, inbox) = channel::<io::Result<Incoming>>();
    let (tell, outbox) = channel::<Outgoing>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            loop {
                let next = wire::read(&mut input);
                let is_last = match &next {
                    Ok(Some(Incoming::Message(Message::Notification(one)))) => one.method == "exit",
                    Ok(Some(_)) => false,
                    Ok(None) | Err(_) => true,
                };
                let Some(next) = next.transpose() else { return };
                if came.send(next).is_err() || is_last {
                    return;
                }
            }
        });
        let talk = scope.spawn(move || converse(host, &inbox, &tell));
        let mut written = Ok(());
        for outgoing in outbox {
            // Who is gone takes nothing more; what is left to say is let go.
            if written.is_ok() {
                written = wire::write(out, outgoing);
            }
        }
        match talk.join() {
            Ok(Ok(ended)) => written.map(|()| ended),
            Ok(Err(error)) => Err(error),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn converse(
    host: &dyn Host,
    inbox: &Receiver<io::Result<Incoming>>,
    tell: &Sender<Outgoing>,
) -> io::Result<Ended> {
    let Some(client) = begin(inbox, tell)? else { return Ok(Ended::CutShort) };
    let board = Board::new(tell.clone(), client.encoding);
    let (to_answer, tasks) = channel();
    let (to_check, issues) = channel();
    std::thread::scope(|scope| {
        let (client, board) = (&client, &board);
        scope.spawn(move || Checking::new(host, client, board, tell.clone()).all(&issues));
        scope.spawn(move || Answers::new(host, client, board, tell.clone(), to_check).all(&tasks));
        Typing::new(host, client, board, tell.clone(), to_answer).all(inbox)
    })
}

/// Waits until the editor says what it can, and says what the server can. Nothing where the editor goes away.
fn begin(inbox: &Receiver<io::Result<Incoming>>, tell: &Sender<Outgoing>) -> io::Result<Option<Client>> {
    while let Ok(incoming) = inbox.recv() {
        let request = match incoming? {
            Incoming::Refused(refusal) => {
                let _ = tell.send(refusal);
                continue;
            }
            Incoming::Message(Message::Request(request)) => request,
            Incoming::Message(Message::Notification(one)) if one.method == "exit" => return Ok(None),
            Incoming::Message(Message::Notification(_) | Message::Response(_)) => continue,
        };
        if request.method != "initialize" {
            let why = "`initialize` comes first".to_owned();
            refuse(tell, request.id, ErrorCode::ServerNotInitialized, why);
            continue;
        }
        if !request.params.is_object() {
            let why = "`initialize` says what the editor can".to_owned();
            refuse(tell, request.id, ErrorCode::InvalidParams, why);
            continue;
        }
        let client = Client::of(&request.params);
        say(tell, Response::new_ok(request.id, answers::can(&client)));
        return Ok(Some(client));
    }
    Ok(None)
}

fn say(tell: &Sender<Outgoing>, message: impl Into<Message>) {
    // An editor that is gone is told nothing.
    let _ = tell.send(Outgoing::Message(message.into()));
}

fn refuse(tell: &Sender<Outgoing>, id: lsp_server::RequestId, code: ErrorCode, why: String) {
    say(tell, Response::new_err(id, code as i32, why));
}

/// Says something in the place where an editor keeps what servers say.
fn remark(tell: &Sender<Outgoing>, words: &str) {
    let params = serde_json::json!({ "type": 2, "message": words });
    say(tell, lsp_server::Notification { method: "window/logMessage".to_owned(), params });
}

/// Reads what a message brings.
fn params<T: serde::de::DeserializeOwned>(params: Value) -> Result<T, String> {
    serde_json::from_value(params).map_err(|error| format!("these parameters cannot be read: {error}"))
}
