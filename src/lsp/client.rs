//! What the program at the other end can do, as it says itself when it begins. What it does not say it cannot.

use std::path::PathBuf;

use gen_lsp_types::Uri;
use serde_json::Value;

use super::convert::{Encoding, path_of};

/// The program at the other end: an editor.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that an editor can do or not")]
pub(super) struct Client {
    /// What its positions count.
    pub(super) encoding: Encoding,
    /// The folders that are open in it.
    pub(super) folders: Vec<PathBuf>,
    /// Whether edits can name the version of the file they are for.
    pub(super) versions: bool,
    /// Whether edits can make files.
    pub(super) creates: bool,
    /// Whether edits can rename files.
    pub(super) renames: bool,
    /// Whether it can be asked to tell of changed files.
    pub(super) watches: bool,
    /// Whether findings can name other places.
    pub(super) related: bool,
}

impl Client {
    /// Reads what it says, leniently: an unknown word in a capability is no reason not to serve.
    pub(super) fn of(params: &Value) -> Self {
        let says = |pointer: &str| params.pointer(&format!("/capabilities{pointer}"));
        let can = |pointer: &str| says(pointer).and_then(Value::as_bool).unwrap_or(false);
        let lists = |pointer: &str, word: &str| {
            let words = says(pointer).and_then(Value::as_array);
            words.is_some_and(|words| words.iter().any(|other| other == word))
        };
        let narrow = lists("/general/positionEncodings", "utf-8");
        let operation = |word| lists("/workspace/workspaceEdit/resourceOperations", word);
        // Files are made and renamed among changes to documents: an editor that can do that reads those.
        let versions = can("/workspace/workspaceEdit/documentChanges")
            || says("/workspace/workspaceEdit/resourceOperations").is_some();
        Self {
            encoding: if narrow { Encoding::Utf8 } else { Encoding::Utf16 },
            folders: folders(params),
            versions,
            creates: operation("create"),
            renames: operation("rename"),
            watches: can("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            related: can("/textDocument/publishDiagnostics/relatedInformation"),
        }
    }
}

fn folders(params: &Value) -> Vec<PathBuf> {
    let workspace = params.get("workspaceFolders").and_then(Value::as_array);
    let uris = workspace.into_iter().flatten().filter_map(|folder| folder.get("uri"));
    let root = params.get("rootUri");
    let uris = uris.chain(root).filter_map(Value::as_str);
    let mut folders: Vec<PathBuf> = uris.filter_map(|uri| path_of(&Uri::from(uri))).collect();
    folders.extend(params.get("rootPath").and_then(Value::as_str).map(PathBuf::from));
    folders.dedup();
    folders
}
