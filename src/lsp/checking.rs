//! The thread that asks the rules: it tells all that is found, and the ways out of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse};
use lsp_server::RequestId;

use super::answers::reply;
use super::board::{Board, State, Told};
use super::client::Client;
use super::documents::below;
use super::shown::Shown;
use super::wire::Outgoing;
use super::{Host, Issue};
use crate::diagnostic::Finding;
use crate::ide::{Known, fixes};
use crate::session::{Memory, Threads};
use crate::text::FileId;

/// What the thread is handed.
pub(super) enum Matter {
    /// There is a new edition.
    Issue(Arc<Issue>),
    /// Somebody wants the ways out of what is found at a place, in the edition that was made last, beside the last one
    /// that could be read whole.
    Actions(RequestId, Box<CodeActionParams>, Arc<Issue>, Option<Arc<Issue>>),
}

pub(super) struct Checking<'s> {
    host: &'s dyn Host,
    client: &'s Client,
    board: &'s Board,
    tell: Sender<Outgoing>,
    threads: Threads,
    memory: Memory,
    last: Option<(Arc<Issue>, Vec<Finding>)>,
}

impl<'s> Checking<'s> {
    pub(super) fn new(
        host: &'s dyn Host,
        client: &'s Client,
        board: &'s Board,
        tell: Sender<Outgoing>,
    ) -> Self {
        Self { host, client, board, tell, threads: Threads::default(), memory: Memory::default(), last: None }
    }

    pub(super) fn all(mut self, matters: &Receiver<Matter>) {
        let mut next: Option<Arc<Issue>> = None;
        loop {
            let matter = match matters.try_recv() {
                Ok(matter) => matter,
                Err(TryRecvError::Disconnected) => return,
                Err(TryRecvError::Empty) => {
                    // Of several that wait, the last alone matters.
                    if let Some(issue) = next.take() {
                        self.check(&issue);
                    }
                    let Ok(matter) = matters.recv() else { return };
                    matter
                }
            };
            match matter {
                Matter::Issue(issue) => next = Some(issue),
                Matter::Actions(id, asked, issue, before) => {
                    self.check(&issue);
                    next = next.filter(|next| !Arc::ptr_eq(next, &issue));
                    let actions = self.actions(&asked, before.as_deref());
                    reply(&self.tell, id, Ok(actions));
                }
            }
        }
    }

    /// Asks the rules of an edition, unless that was done, and tells what they found.
    fn check(&mut self, issue: &Arc<Issue>) {
        if self.last.as_ref().is_some_and(|(last, _)| Arc::ptr_eq(last, issue)) {
            return;
        }
        let folder = &issue.folder.real;
        let host = self.host;
        let bytes = |path: &str| host.bytes(&folder.join(path));
        let memory = &mut self.memory;
        let findings = self.threads.run(|| issue.edition.findings(memory, bytes));
        self.tell_all(issue, &findings);
        self.last = Some((Arc::clone(issue), findings));
    }

    fn tell_all(&self, issue: &Issue, findings: &[Finding]) {
        let Issue { edition, open, folder } = issue;
        let shown = Shown::new(&edition.inputs, open, folder, self.client);
        let mut by_file: BTreeMap<FileId, Vec<Told>> = BTreeMap::new();
        for finding in findings {
            let told = shown.told(finding, !edition.is_near(finding));
            by_file.entry(finding.place.file).or_default().push(told);
        }
        let told_before = self.board.paths();
        for path in &told_before {
            match edition.inputs.find(path) {
                Some(file) => {
                    by_file.entry(file).or_default();
                }
                None => self.board.gone(path),
            }
        }
        for path in open.0.keys() {
            if let Some(file) = edition.inputs.find(path) {
                by_file.entry(file).or_default();
            }
        }
        for (file, told) in by_file {
            let input = edition.inputs.file(file);
            let version = open.0.get(&input.path).map(|document| document.version);
            let uri = &shown.uri(file);
            self.board.tell(State { path: &input.path, uri, version, text: &input.text }, told);
        }
    }

    /// The ways out of what is found in a range.
    fn actions(&self, asked: &CodeActionParams, before: Option<&Issue>) -> Option<Vec<CodeActionResponse>> {
        let (issue, findings) = self.last.as_ref()?;
        let wanted = asked.context.only.as_ref().is_none_or(|only| {
            only.iter().any(|kind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty))
        });
        if !wanted {
            return Some(Vec::new());
        }
        let Issue { edition, open, folder } = &**issue;
        let uri = &asked.text_document.uri;
        let path = open.path(uri).map(str::to_owned);
        let path = path.or_else(|| below(folder, uri, |path| self.host.whole(path)))?;
        let file = edition.inputs.find(&path)?;
        let shown = Shown::new(&edition.inputs, open, folder, self.client);
        let range = shown.span(file, asked.range);
        let known = Known { now: edition, before: before.map(|issue| &issue.edition) };
        let mut actions = Vec::new();
        let found = findings.iter().filter(|finding| {
            let span = finding.place.span;
            finding.place.file == file && span.start <= range.end && range.start <= span.end
        });
        for finding in found {
            for fix in fixes(known, finding) {
                let Some(edit) = shown.change(&fix.change) else { continue };
                actions.push(CodeActionResponse::CodeAction(CodeAction {
                    title: fix.title,
                    kind: Some(CodeActionKind::QuickFix),
                    diagnostics: Some(vec![shown.diagnostic(finding)]),
                    is_preferred: fix.is_likely.then_some(true),
                    edit: Some(edit),
                    ..CodeAction::default()
                }));
            }
        }
        Some(actions)
    }
}
