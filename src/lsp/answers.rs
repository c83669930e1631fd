//! The thread that makes editions of what is typed, and answers what an editor asks of them.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProvider, CompletionList,
    CompletionOptions, CompletionRequest, CompletionResponse, Definition, DefinitionRequest,
    DefinitionResponse, DocumentLinkOptions, DocumentLinkRequest, DocumentSymbolRequest,
    DocumentSymbolResponse, Hover, HoverRequest, InitializeResult, MarkupContent, MarkupKind,
    PrepareRenamePlaceholder, PrepareRenameRequest, ReferencesRequest, RenameOptions, RenameProvider,
    RenameRequest, Request as Asks, Save, ServerCapabilities, ServerInfo, TextDocumentPositionParams,
    TextDocumentSync, TextDocumentSyncKind, TextDocumentSyncOptions, Uri, WorkspaceSymbolRequest,
    WorkspaceSymbolResponse,
};
use lsp_server::{ErrorCode, Request, RequestId, Response};
use serde::Serialize;
use serde_json::Value;

use super::board::Board;
use super::checking::Matter;
use super::client::Client;
use super::documents::below;
use super::shown::Shown;
use super::wire::Outgoing;
use super::{Host, Issue, Typed, params, refuse, say};
use crate::diagnostic::Level;
use crate::ide::{self, Known};
use crate::session::{Memory, Session};
use crate::text::FileId;

/// What the thread is handed.
pub(super) enum Task {
    /// Something was typed.
    Typed(Box<Typed>),
    /// Something is asked, of all that was typed before.
    Request(Request),
}

/// Why something cannot be answered.
pub(super) type Refused = (ErrorCode, String);

/// What the server can, as it tells the editor.
pub(super) fn can(client: &Client) -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(Save::Bool(true)),
        ..TextDocumentSyncOptions::default()
    };
    // Editors take a word of Markdown or YAML to end at a hyphen; an id goes on.
    let triggers = ["@", " ", "[", ",", "-", "/"].map(str::to_owned).to_vec();
    let capabilities = ServerCapabilities {
        position_encoding: Some(client.encoding.kind()),
        text_document_sync: Some(TextDocumentSync::Options(sync)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(triggers),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        document_link_provider: Some(DocumentLinkOptions::default()),
        workspace_symbol_provider: Some(true.into()),
        code_action_provider: Some(CodeActionProvider::CodeActionOptions(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QuickFix]),
            ..CodeActionOptions::default()
        })),
        rename_provider: Some(RenameProvider::RenameOptions(RenameOptions {
            prepare_provider: Some(true),
            ..RenameOptions::default()
        })),
        ..ServerCapabilities::default()
    };
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    InitializeResult { capabilities, server_info: Some(ServerInfo { name: "casebook".to_owned(), version }) }
}

pub(super) struct Answers<'s> {
    host: &'s dyn Host,
    client: &'s Client,
    board: &'s Board,
    tell: Sender<Outgoing>,
    to_check: Sender<Matter>,
    session: Session,
    /// What was read to ask the rules of files.
    memory: Memory,
    now: Option<Arc<Issue>>,
    /// The last edition all of whose files could be read.
    whole: Option<Arc<Issue>>,
}

impl<'s> Answers<'s> {
    pub(super) fn new(
        host: &'s dyn Host,
        client: &'s Client,
        board: &'s Board,
        tell: Sender<Outgoing>,
        to_check: Sender<Matter>,
    ) -> Self {
        let (session, memory) = Default::default();
        Self { host, client, board, tell, to_check, session, memory, now: None, whole: None }
    }

    pub(super) fn all(mut self, tasks: &Receiver<Task>) {
        let mut next: Option<Box<Typed>> = None;
        loop {
            let task = match tasks.try_recv() {
                Ok(task) => task,
                Err(TryRecvError::Disconnected) => return,
                Err(TryRecvError::Empty) => {
                    next.take().into_iter().for_each(|typed| self.make(*typed));
                    let Ok(task) = tasks.recv() else { return };
                    task
                }
            };
            match task {
                // Of several that wait, the last alone matters.
                Task::Typed(mut typed) => {
                    typed.touched.extend(next.take().into_iter().flat_map(|before| before.touched));
                    next = Some(typed);
                }
                Task::Request(request) => {
                    next.take().into_iter().for_each(|typed| self.make(*typed));
                    self.answer_or_say_why(request);
                }
            }
        }
    }

    /// Makes an edition, tells what the rules find in the files that were typed in, and hands it to who asks of all.
    fn make(&mut self, typed: Typed) {
        let Typed { inputs, loaded, found, open, touched, folder, now } = typed;
        let real = &folder.real;
        let bytes = |path: &str| self.host.bytes(&real.join(path));
        let edition = self.session.linked(inputs, loaded, found, now, bytes);
        let is_whole = edition.loaded.findings().iter().all(|finding| finding.level != Level::Error);
        let issue = Arc::new(Issue { edition, open, folder });
        if is_whole {
            self.whole = Some(Arc::clone(&issue));
        }
        for path in &touched {
            // Nor is a mistake of our own in a rule a reason to leave it without all answers.
            let _ = std::panic::catch_unwind(AssertUnwindSafe(|| self.tell_soon(path, &issue)));
        }
        let _ = self.to_check.send(Matter::Issue(Arc::clone(&issue)));
        self.now = Some(issue);
    }

    /// What the rules find in an open file when they are asked of that alone.
    fn tell_soon(&mut self, path: &str, issue: &Issue) {
        let Issue { edition, open, folder } = issue;
        let (Some(file), Some(document)) = (edition.inputs.find(path), open.0.get(path)) else { return };
        let bytes = |path: &str| self.host.bytes(&folder.real.join(path));
        let findings = edition.findings_in(file, &mut self.memory, bytes);
        let shown = Shown::new(&edition.inputs, open, folder, self.client);
        let told = findings.iter().map(|finding| shown.told(finding, false));
        self.board.tell_soon(document.state(path), told.collect());
    }

    /// A mistake of our own in one answer is no reason to leave the editor without all others.
    fn answer_or_say_why(&self, request: Request) {
        let (id, method) = (request.id.clone(), request.method.clone());
        if std::panic::catch_unwind(AssertUnwindSafe(|| self.answer(request))).is_err() {
            let why = format!("`{method}` failed by a mistake in casebook itself");
            refuse(&self.tell, id, ErrorCode::InternalError, why);
        }
    }

    fn answer(&self, request: Request) {
        match request.method.as_str() {
            "textDocument/definition" => self.with::<DefinitionRequest, _>(request, |asked| {
                self.at(&asked.text_document_position_params, |at| {
                    let place = ide::definition(at.known, at.file, at.byte)?;
                    Some(DefinitionResponse::Definition(Definition::Location(at.shown.location(place))))
                })
            }),
            "textDocument/references" => self.with::<ReferencesRequest, _>(request, |asked| {
                self.at(&asked.text_document_position_params, |at| {
                    let itself = asked.context.include_declaration;
                    let places = ide::references(at.known, at.file, at.byte, itself);
                    Some(places.into_iter().map(|place| at.shown.location(place)).collect())
                })
            }),
            "textDocument/hover" => self.with::<HoverRequest, _>(request, |asked| {
                self.at(&asked.text_document_position_params, |at| {
                    let (value, place) = ide::hover(at.known, at.file, at.byte)?;
                    let contents = MarkupContent { kind: MarkupKind::Markdown, value };
                    Some(Hover { contents: contents.into(), range: Some(at.shown.range(place)) })
                })
            }),
            "textDocument/completion" => self.with::<CompletionRequest, _>(request, |asked| {
                self.at(&asked.text_document_position_params, |at| {
                    let found = ide::completions(at.known, at.file, at.byte)?;
                    let offered = found.offered.iter().enumerate();
                    let items = offered.map(|(index, one)| at.shown.completion(one, found.place, index));
                    Some(CompletionResponse::CompletionList(CompletionList {
                        // Which fit is known here: it is asked again with the next letter.
                        is_incomplete: true,
                        items: items.collect(),
                        ..CompletionList::default()
                    }))
                })
            }),
            "textDocument/documentLink" => self.with::<DocumentLinkRequest, _>(request, |asked| {
                self.of(&asked.text_document.uri, |shown, known, file| {
                    let links = ide::links(known.now, file);
                    Some(links.into_iter().map(|(words, to)| shown.link(words, to)).collect())
                })
            }),
            "textDocument/prepareRename" => self.with::<PrepareRenameRequest, _>(request, |asked| {
                self.at(&asked.text_document_position_params, |at| {
                    let (id, place) = ide::renamable(at.known, at.file, at.byte)?;
                    let placeholder = id.to_string();
                    Some(PrepareRenamePlaceholder { range: at.shown.range(place), placeholder }.into())
                })
            }),
            "textDocument/rename" => self.asked::<RenameRequest>(request, |asked| {
                let renamed =
                    self.at(&asked.text_document_position_params, |at| Some(renamed(&at, &asked.new_name)));
                renamed.transpose()
            }),
            "textDocument/documentSymbol" => self.with::<DocumentSymbolRequest, _>(request, |asked| {
                self.of(&asked.text_document.uri, |shown, known, file| {
                    let outline = ide::outline(known.now, file);
                    let parts = outline.iter().map(|heading| shown.heading(file, heading)).collect();
                    Some(DocumentSymbolResponse::DocumentSymbolList(parts))
                })
            }),
            "workspace/symbol" => self.with::<WorkspaceSymbolRequest, _>(request, |asked| {
                let issue = self.now.as_ref()?;
                let shown = Shown::new(&issue.edition.inputs, &issue.open, &issue.folder, self.client);
                let found = ide::symbols(&issue.edition, &asked.query);
                let found = found.iter().map(|symbol| shown.symbol(symbol)).collect();
                Some(WorkspaceSymbolResponse::SymbolInformationList(found))
            }),
            "textDocument/codeAction" => self.actions(request),
            method => {
                let why = format!("`{method}` is not served");
                refuse(&self.tell, request.id, ErrorCode::MethodNotFound, why);
            }
        }
    }

    /// Ways out of findings are known to whoever asks the rules.
    fn actions(&self, request: Request) {
        match (params::<CodeActionParams>(request.params), &self.now) {
            (Err(why), _) => refuse(&self.tell, request.id, ErrorCode::InvalidParams, why),
            (Ok(_), None) => reply::<Option<()>>(&self.tell, request.id, Ok(None)),
            (Ok(asked), Some(issue)) => {
                let (issue, before) = (Arc::clone(issue), self.whole.clone());
                let _ = self.to_check.send(Matter::Actions(request.id, Box::new(asked), issue, before));
            }
        }
    }

    fn with<R, T>(&self, request: Request, answer: impl FnOnce(R::Params) -> Option<T>)
    where
        R: Asks<Result = Option<T>>,
    {
        self.asked::<R>(request, |asked| Ok(answer(asked)));
    }

    fn asked<R: Asks>(&self, request: Request, answer: impl FnOnce(R::Params) -> Result<R::Result, Refused>) {
        let asked = params::<R::Params>(request.params).map_err(|why| (ErrorCode::InvalidParams, why));
        reply(&self.tell, request.id, asked.and_then(answer));
    }

    /// What there is to say of a file; nothing of one that is no part of the report.
    fn of<T>(&self, uri: &Uri, say: impl FnOnce(&Shown<'_>, Known<'_>, FileId) -> Option<T>) -> Option<T> {
        let issue = self.now.as_ref()?;
        let path = issue.open.path(uri).map(str::to_owned);
        let path = path.or_else(|| below(&issue.folder, uri, |path| self.host.whole(path)))?;
        let file = issue.edition.inputs.find(&path)?;
        let shown = Shown::new(&issue.edition.inputs, &issue.open, &issue.folder, self.client);
        let before = self.whole.as_ref().map(|whole| &whole.edition);
        say(&shown, Known { now: &issue.edition, before }, file)
    }

    /// What there is to say of a place in a file.
    fn at<T>(
        &self,
        position: &TextDocumentPositionParams,
        say: impl FnOnce(At<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        self.of(&position.text_document.uri, |shown, known, file| {
            say(At { shown, known, file, byte: shown.byte(file, position.position) })
        })
    }
}

/// A place that is asked of.
struct At<'a, 's> {
    shown: &'a Shown<'s>,
    known: Known<'a>,
    file: FileId,
    byte: usize,
}

fn renamed(at: &At<'_, '_>, new: &str) -> Result<gen_lsp_types::WorkspaceEdit, Refused> {
    let failed = |why: &str| (ErrorCode::RequestFailed, why.to_owned());
    let (id, _) = ide::renamable(at.known, at.file, at.byte).ok_or_else(|| failed("no id stands here"))?;
    let change = ide::rename(at.known.now, &id, new).map_err(|why| failed(&why))?;
    at.shown.change(&change).ok_or_else(|| {
        failed("the article's file gets another name, which this editor cannot do: say `casebook rename`")
    })
}

/// Answers a request.
pub(super) fn reply<T: Serialize>(tell: &Sender<Outgoing>, id: RequestId, result: Result<T, Refused>) {
    let value = result.and_then(|result| {
        serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
    });
    match value {
        Ok(value) => say(tell, Response { id, response_result: Ok::<Value, _>(value) }),
        Err((code, why)) => refuse(tell, id, code, why),
    }
}
