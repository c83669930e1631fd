//! A small editor: it speaks the protocol to the real program over pipes, and keeps the texts that are open in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::project::Project;

/// How long it waits for anything before a test fails.
const LONGEST: Duration = Duration::from_mins(1);

pub(super) struct Editor<'p> {
    project: &'p Project,
    program: Child,
    input: Option<ChildStdin>,
    said: Receiver<Value>,
    number: i32,
    narrow: bool,
    /// The open texts by path, with their versions.
    open: BTreeMap<String, (i32, String)>,
    /// What was found last, by address.
    findings: BTreeMap<String, Value>,
    /// What else the program said or asked, in order.
    pub(super) heard: Vec<Value>,
}

impl<'p> Editor<'p> {
    /// Starts the program in a project's folder, and says nothing yet.
    pub(super) fn silent(project: &'p Project) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_casebook"))
            .args(["lsp", "--stdio"])
            .current_dir(project.path("."))
            .env("SOURCE_DATE_EPOCH", "1795500000")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, said) = channel();
        let mut output = BufReader::new(program.stdout.take().unwrap());
        std::thread::spawn(move || {
            while let Some(message) = next(&mut output) {
                if tell.send(message).is_err() {
                    return;
                }
            }
        });
        let input = program.stdin.take();
        let (open, findings, heard) = Default::default();
        Self { project, program, input, said, number: 0, narrow: false, open, findings, heard }
    }

    /// Starts the program and agrees with it on `encoding`.
    pub(super) fn of(project: &'p Project, encoding: &str) -> Self {
        let mut editor = Self::silent(project);
        let answer = editor.initialize(encoding);
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], encoding);
        editor
    }

    /// Starts the program for an editor that says of itself what `capabilities` hold, and no more.
    pub(super) fn that_can(project: &'p Project, capabilities: &Value) -> Self {
        let mut editor = Self::silent(project);
        let params = json!({ "processId": null, "rootUri": editor.uri(""), "capabilities": capabilities });
        editor.result("initialize", &params);
        editor.notify("initialized", &json!({}));
        editor
    }

    pub(super) fn initialize(&mut self, encoding: &str) -> Value {
        let encodings = if encoding == "utf-8" { json!(["utf-32", "utf-8"]) } else { Value::Null };
        self.narrow = encoding == "utf-8";
        let root = self.uri("");
        let answer = self.ask(
            "initialize",
            &json!({
                "processId": null,
                "rootUri": root,
                "workspaceFolders": [{ "uri": root, "name": "report" }],
                "capabilities": {
                    "general": { "positionEncodings": encodings },
                    "workspace": {
                        "workspaceEdit": {
                            "documentChanges": true,
                            "resourceOperations": ["create", "rename", "delete"],
                        },
                        "didChangeWatchedFiles": { "dynamicRegistration": true },
                    },
                    "textDocument": { "publishDiagnostics": { "relatedInformation": true } },
                },
            }),
        );
        self.notify("initialized", &json!({}));
        answer
    }

    pub(super) fn uri(&self, path: &str) -> String {
        let folder = fs::canonicalize(self.project.path(".")).unwrap();
        let path = folder.join(path).to_string_lossy().trim_end_matches('/').to_owned();
        format!("file://{}", path.replace(' ', "%20").replace('ü', "%C3%BC"))
    }

    /// Sends bytes as they are.
    pub(super) fn send_raw(&mut self, bytes: &str) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes.as_bytes()).unwrap();
        input.flush().unwrap();
    }

    pub(super) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    pub(super) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the answer.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.number += 1;
        let id = self.number;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.answer(&json!(id))
    }

    /// Waits for the answer with an id.
    pub(super) fn answer(&mut self, id: &Value) -> Value {
        loop {
            let message = self.hear();
            if message.get("method").is_none() && message["id"] == *id {
                return message;
            }
        }
    }

    /// The result of what is asked.
    pub(super) fn result(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    fn hear(&mut self) -> Value {
        let message = self.said.recv_timeout(LONGEST).expect("the program says something");
        if message["method"] == "textDocument/publishDiagnostics" {
            self.told_of(&message["params"]);
        } else if message.get("method").is_some() {
            self.heard.push(message.clone());
        }
        message
    }

    /// Takes in what is told of a file, which is never the same twice.
    fn told_of(&mut self, params: &Value) {
        let told = params["diagnostics"].as_array().unwrap();
        let is_told_twice = |at: usize| told[..at].contains(&told[at]);
        assert!(!(1..told.len()).any(is_told_twice), "{params:#}");
        self.findings.insert(params["uri"].as_str().unwrap().to_owned(), params.clone());
    }

    /// Opens a file as it is on the disk.
    pub(super) fn open(&mut self, path: &str) {
        let text = fs::read_to_string(self.project.path(path)).unwrap();
        self.open_with(path, &text);
    }

    /// Opens a file with a text that was not saved.
    pub(super) fn open_with(&mut self, path: &str, text: &str) {
        let uri = self.uri(path);
        self.open.insert(path.to_owned(), (1, text.to_owned()));
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Keeps a file no longer open, without a word.
    pub(super) fn forget(&mut self, path: &str) {
        self.open.remove(path);
    }

    pub(super) fn text(&self, path: &str) -> &str {
        &self.open[path].1
    }

    /// Types `new` in the place of `old`, which stands there once.
    pub(super) fn type_over(&mut self, path: &str, old: &str, new: &str) {
        let text = self.text(path).to_owned();
        assert_eq!(text.matches(old).count(), 1, "{old}");
        let start = text.find(old).unwrap();
        let range =
            json!({ "start": self.position(&text, start), "end": self.position(&text, start + old.len()) });
        let (version, own) = self.open.get_mut(path).unwrap();
        *version += 1;
        own.replace_range(start..start + old.len(), new);
        let document = json!({ "uri": self.uri(path), "version": self.open[path].0 });
        let changes = json!([{ "range": range, "text": new }]);
        self.notify(
            "textDocument/didChange",
            &json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// The position of a byte, counted in what was agreed on.
    pub(super) fn position(&self, text: &str, byte: usize) -> Value {
        let before = text.get(..byte).unwrap();
        let line = before.matches('\n').count();
        let inside = before.rsplit('\n').next().unwrap();
        let character = if self.narrow { inside.len() } else { inside.encode_utf16().count() };
        json!({ "line": line, "character": character })
    }

    /// The place of the cursor in `here`, which stands once in a file but for the cursor `|`.
    pub(super) fn at(&self, path: &str, here: &str) -> Value {
        let (before, after) = here.split_once('|').unwrap();
        let text = self.text(path);
        let needle = format!("{before}{after}");
        assert_eq!(text.matches(&needle).count(), 1, "{needle}");
        let position = self.position(text, text.find(&needle).unwrap() + before.len());
        json!({ "textDocument": { "uri": self.uri(path) }, "position": position })
    }

    /// The words of a range in an open file, or in one on the disk.
    pub(super) fn words(&self, path: &str, range: &Value) -> String {
        let text = self.now(path);
        let (start, end) = (self.byte(&text, &range["start"]), self.byte(&text, &range["end"]));
        text.get(start..end).unwrap().to_owned()
    }

    fn now(&self, path: &str) -> String {
        self.open.get(path).map_or_else(
            || fs::read_to_string(self.project.path(path)).unwrap_or_default(),
            |(_, text)| text.clone(),
        )
    }

    fn byte(&self, text: &str, position: &Value) -> usize {
        let (line, wanted) = (position["line"].as_u64().unwrap(), position["character"].as_u64().unwrap());
        let mut start = 0;
        for _ in 0..line {
            start += text.get(start..).unwrap().find('\n').unwrap() + 1;
        }
        let mut units = 0;
        for (at, letter) in text.get(start..).unwrap().char_indices() {
            if units >= wanted {
                return start + at;
            }
            units += if self.narrow { letter.len_utf8() } else { letter.len_utf16() } as u64;
        }
        text.len()
    }

    /// Waits until what is found in a file is `wanted`: its version, and a line for each finding, with the words it is at.
    pub(super) fn wait_for(&mut self, path: &str, wanted: &[&str]) {
        let uri = self.uri(path);
        let begun = Instant::now();
        loop {
            let found = self.findings.get(&uri).cloned();
            let version = self.open.get(path).map(|(version, _)| *version);
            let is_of_now = found.as_ref().is_some_and(|found| found["version"] == json!(version));
            let lines = if is_of_now { self.lines(path, &found.unwrap()) } else { Vec::new() };
            if is_of_now && lines == wanted {
                return;
            }
            assert!(begun.elapsed() < LONGEST, "in {path}: {lines:#?}");
            match self.said.recv_timeout(Duration::from_secs(10)) {
                Ok(message) if message["method"] == "textDocument/publishDiagnostics" => {
                    self.told_of(&message["params"]);
                }
                Ok(message) => self.heard.push(message),
                Err(error) => panic!("{error}; in {path}: {lines:#?}, and not {wanted:#?}"),
            }
        }
    }

    fn lines(&self, path: &str, found: &Value) -> Vec<String> {
        let line = |finding: &Value| {
            let words = self.words(path, &finding["range"]);
            format!("{} {} `{words}`", finding["severity"], finding["code"].as_str().unwrap())
        };
        found["diagnostics"].as_array().unwrap().iter().map(line).collect()
    }

    /// Waits until all that was typed has been held against every rule.
    pub(super) fn pause(&mut self, path: &str) {
        let start = json!({ "line": 0, "character": 0 });
        let params = json!({
            "textDocument": { "uri": self.uri(path) },
            "range": { "start": start, "end": start },
            "context": { "diagnostics": [] },
        });
        self.result("textDocument/codeAction", &params);
    }

    /// A line for each finding that was told last of an open file, which must be of its text now.
    pub(super) fn lines_now(&self, path: &str) -> Vec<String> {
        let found = &self.findings[&self.uri(path)];
        assert_eq!(found["version"], json!(self.open[path].0), "{path}");
        let mut lines = self.lines(path, found);
        lines.sort();
        lines
    }

    /// What was told last of a file.
    pub(super) fn told(&self, path: &str) -> Vec<Value> {
        self.findings
            .get(&self.uri(path))
            .map_or_else(Vec::new, |found| found["diagnostics"].as_array().unwrap().clone())
    }

    /// The quick fixes at a cursor.
    pub(super) fn fixes(&mut self, path: &str, here: &str) -> Vec<Value> {
        let at = self.at(path, here);
        let range = json!({ "start": at["position"], "end": at["position"] });
        let params = json!({
            "textDocument": at["textDocument"],
            "range": range,
            "context": { "diagnostics": self.told(path), "only": ["quickfix"] },
        });
        self.result("textDocument/codeAction", &params).as_array().unwrap().clone()
    }

    /// Does what an edit says: in open files as if it were typed, in others on the disk.
    pub(super) fn apply(&mut self, edit: &Value) {
        for change in edit["documentChanges"].as_array().unwrap() {
            let path = |field: &str| self.path(change[field].as_str().unwrap());
            match change["kind"].as_str() {
                Some("create") => {
                    let path = path("uri");
                    assert!(!self.project.path(&path).exists(), "{path}");
                    self.project.write(&path, "");
                }
                Some("rename") => {
                    let (old, new) = (path("oldUri"), path("newUri"));
                    fs::rename(self.project.path(&old), self.project.path(&new)).unwrap();
                }
                Some(other) => panic!("{other}"),
                None => {
                    let uri = change["textDocument"]["uri"].as_str().unwrap();
                    let path = self.path(uri);
                    let version = self.open.get(&path).map(|(version, _)| *version);
                    assert_eq!(change["textDocument"]["version"], json!(version), "{path}");
                    let mut text = self.now(&path);
                    let mut edits = change["edits"].as_array().unwrap().clone();
                    let start = |edit: &Value| self.byte(&text, &edit["range"]["start"]);
                    edits.sort_by_key(start);
                    for edit in edits.iter().rev() {
                        let range = &edit["range"];
                        let range = self.byte(&text, &range["start"])..self.byte(&text, &range["end"]);
                        text.replace_range(range, edit["newText"].as_str().unwrap());
                    }
                    self.replace(&path, &text);
                }
            }
        }
        self.notify("workspace/didChangeWatchedFiles", &json!({ "changes": [] }));
    }

    fn replace(&mut self, path: &str, text: &str) {
        let uri = self.uri(path);
        match self.open.get_mut(path) {
            None => self.project.write(path, text),
            Some((version, own)) => {
                *version += 1;
                text.clone_into(own);
                let document = json!({ "uri": uri, "version": *version });
                let changes = json!([{ "text": text }]);
                let params = json!({ "textDocument": document, "contentChanges": changes });
                self.notify("textDocument/didChange", &params);
            }
        }
    }

    /// The path of an address.
    pub(super) fn path(&self, uri: &str) -> String {
        let path = uri.strip_prefix(&format!("{}/", self.uri(""))).unwrap();
        path.replace("%20", " ").replace("%C3%BC", "ü")
    }

    /// Locations as lines: path, line from 1, and the words.
    pub(super) fn places(&self, locations: &Value) -> Vec<String> {
        let line = |location: &Value| {
            let path = self.path(location["uri"].as_str().unwrap());
            let line = location["range"]["start"]["line"].as_u64().unwrap() + 1;
            format!("{path}:{line} `{}`", self.words(&path, &location["range"]))
        };
        locations.as_array().unwrap().iter().map(line).collect()
    }

    /// Says nothing more, and waits for the exit code.
    pub(super) fn leave(mut self) -> i32 {
        self.input = None;
        self.program.wait().unwrap().code().unwrap()
    }

    /// Ends as the protocol wants it.
    pub(super) fn end(mut self) {
        assert_eq!(self.result("shutdown", &Value::Null), Value::Null);
        self.notify("exit", &Value::Null);
        assert_eq!(self.leave(), 0);
    }
}

impl Drop for Editor<'_> {
    fn drop(&mut self) {
        // After a test that failed nobody has ended it.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn next(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("Content-Length: ") {
            length = number.parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
