//! Plain values as the protocol has them.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use gen_lsp_types::{
    Code, CompletionItem, CompletionItemKind, CreateFile, Diagnostic, DiagnosticRelatedInformation,
    DiagnosticSeverity, DocumentChange, DocumentLink, DocumentSymbol, Edit as ProtocolEdit, Location,
    OptionalVersionedTextDocumentIdentifier, Position, Range, RenameFile, SymbolInformation, SymbolKind,
    TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use rustc_hash::FxHashMap;

use super::board::Told;
use super::client::Client;
use super::convert::Lines;
use super::documents::{Documents, Folder};
use crate::diagnostic::{Finding, Level};
use crate::edits::Edit;
use crate::ide::{Change, Heading, Offered, Stands, Symbol};
use crate::model::Kind;
use crate::text::{FileId, Inputs, Place, Span};

/// The places of some texts, as an editor is told of them.
pub(super) struct Shown<'s> {
    pub(super) inputs: &'s Inputs,
    pub(super) open: &'s Documents,
    pub(super) folder: &'s Folder,
    pub(super) client: &'s Client,
    lines: RefCell<FxHashMap<FileId, Lines<'s>>>,
}

impl<'s> Shown<'s> {
    pub(super) fn new(
        inputs: &'s Inputs,
        open: &'s Documents,
        folder: &'s Folder,
        client: &'s Client,
    ) -> Self {
        Self { inputs, open, folder, client, lines: RefCell::default() }
    }

    fn with_lines<T>(&self, file: FileId, take: impl FnOnce(&Lines<'s>) -> T) -> T {
        let mut known = self.lines.borrow_mut();
        let lines = known
            .entry(file)
            .or_insert_with(|| Lines::new(&self.inputs.file(file).text, self.client.encoding));
        take(lines)
    }

    pub(super) fn range(&self, place: Place) -> Range {
        self.with_lines(place.file, |lines| lines.range(place.span))
    }

    pub(super) fn byte(&self, file: FileId, position: Position) -> usize {
        self.with_lines(file, |lines| lines.byte(position))
    }

    pub(super) fn span(&self, file: FileId, range: Range) -> Span {
        self.with_lines(file, |lines| lines.span(range))
    }

    pub(super) fn uri(&self, file: FileId) -> Uri {
        self.uri_of(&self.inputs.file(file).path)
    }

    fn uri_of(&self, path: &str) -> Uri {
        self.open.0.get(path).map_or_else(|| self.folder.uri(path), |document| document.uri.clone())
    }

    pub(super) fn location(&self, place: Place) -> Location {
        Location { uri: self.uri(place.file), range: self.range(place) }
    }

    /// Words that lead to a place.
    pub(super) fn link(&self, words: Place, to: Place) -> DocumentLink {
        let Position { line, character } = self.range(to).start;
        let target = format!("{}#L{},{}", self.uri(to.file).as_ref(), line + 1, character + 1);
        DocumentLink { range: self.range(words), target: Some(target.into()), ..DocumentLink::default() }
    }

    /// A finding with what there is to do about it; the range is that of its place.
    pub(super) fn told(&self, finding: &Finding, late: bool) -> Told {
        Told { span: finding.place.span, late, diagnostic: self.diagnostic(finding) }
    }

    pub(super) fn diagnostic(&self, finding: &Finding) -> Diagnostic {
        let mut message = finding.message.clone();
        if !finding.label.is_empty() {
            message = format!("{message}: {}", finding.label);
        }
        if let Some(help) = &finding.help {
            message = format!("{message}\n{help}");
        }
        let related = finding.others.iter().map(|(place, what)| DiagnosticRelatedInformation {
            location: self.location(*place),
            message: what.clone(),
        });
        let related: Vec<_> = if self.client.related { related.collect() } else { Vec::new() };
        Diagnostic {
            range: self.range(finding.place),
            severity: Some(match finding.level {
                Level::Error => DiagnosticSeverity::Error,
                Level::Warning => DiagnosticSeverity::Warning,
                Level::Note => DiagnosticSeverity::Information,
            }),
            code: Some(Code::String(finding.rule.to_owned())),
            source: Some("casebook".to_owned()),
            message: message.into(),
            related_information: (!related.is_empty()).then_some(related),
            ..Diagnostic::default()
        }
    }

    /// A change to files. Nothing where the editor cannot do all of it.
    pub(super) fn change(&self, change: &Change) -> Option<WorkspaceEdit> {
        let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
        for edit in &change.edits {
            by_file.entry(edit.place.file).or_default().push(edit);
        }
        let text_edit =
            |edit: &&Edit| TextEdit { range: self.range(edit.place), new_text: edit.text.clone() };
        if !self.client.versions {
            if change.created.is_some() || change.moved.is_some() {
                return None;
            }
            let changes: HashMap<Uri, Vec<TextEdit>> = by_file
                .into_iter()
                .map(|(file, edits)| (self.uri(file), edits.iter().map(text_edit).collect()))
                .collect();
            return Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() });
        }
        let mut changes: Vec<DocumentChange> = Vec::new();
        for (file, edits) in by_file {
            let path = &self.inputs.file(file).path;
            let version = self.open.0.get(path).map(|document| document.version);
            let edits = edits.iter().map(text_edit).map(ProtocolEdit::TextEdit).collect();
            changes.push(to_document(self.uri(file), version, edits).into());
        }
        if let Some((path, text)) = &change.created {
            if !self.client.creates {
                return None;
            }
            let uri = self.folder.uri(path);
            let whole = TextEdit { range: Range::default(), new_text: text.clone() };
            changes.push(CreateFile::new(uri.clone(), None, None).into());
            changes.push(to_document(uri, None, vec![ProtocolEdit::TextEdit(whole)]).into());
        }
        if let Some((file, path)) = &change.moved {
            if !self.client.renames {
                return None;
            }
            let (old_uri, new_uri) = (self.uri(*file), self.folder.uri(path));
            changes.push(RenameFile::new(old_uri, new_uri, None, None).into());
        }
        Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() })
    }

    /// An id to choose, the `index`-th of those that fit. It stands in the place of what was typed of it.
    pub(super) fn completion(&self, offered: &Offered, place: Place, index: usize) -> CompletionItem {
        let id = offered.id.to_string();
        let edit = TextEdit { range: self.range(place), new_text: id.clone() };
        CompletionItem {
            kind: Some(match offered.kind {
                Kind::Person => CompletionItemKind::Class,
                Kind::Organisation => CompletionItemKind::Module,
                Kind::Source => CompletionItemKind::Interface,
                Kind::Document | Kind::Article => CompletionItemKind::File,
                Kind::Date => CompletionItemKind::Event,
                Kind::Claim => CompletionItemKind::Constant,
            }),
            detail: Some(offered.standing.clone()),
            documentation: Some(offered.name.clone().into()),
            // Editors look for what was typed in these words; it may be part of the name.
            filter_text: Some(offered.found.clone()),
            sort_text: Some(format!("{index:04}")),
            text_edit: Some(edit.into()),
            label: id,
            ..CompletionItem::default()
        }
    }

    /// A part of a file, with its own parts.
    pub(super) fn heading(&self, file: FileId, heading: &Heading) -> DocumentSymbol {
        let parts: Vec<DocumentSymbol> = heading.parts.iter().map(|part| self.heading(file, part)).collect();
        #[expect(deprecated, reason = "the field has to be given a value")]
        DocumentSymbol {
            // A nameless one would be refused by some editors.
            name: if heading.name.is_empty() { "…".to_owned() } else { heading.name.clone() },
            detail: (!heading.about.is_empty()).then(|| heading.about.clone()),
            kind: match heading.stands {
                Stands::Section => SymbolKind::Namespace,
                Stands::Heading => SymbolKind::String,
                Stands::Entry(kind) => symbol_kind(kind),
            },
            tags: None,
            deprecated: None,
            range: self.range(Place { file, span: heading.whole }),
            selection_range: self.range(Place { file, span: heading.title }),
            children: (!parts.is_empty()).then_some(parts),
        }
    }

    /// An entry that was looked for.
    pub(super) fn symbol(&self, symbol: &Symbol) -> SymbolInformation {
        #[expect(deprecated, reason = "the field has to be given a value")]
        SymbolInformation {
            deprecated: None,
            location: self.location(symbol.place),
            base_symbol_information: gen_lsp_types::BaseSymbolInformation {
                name: format!("{} – {}", symbol.id, symbol.name),
                kind: symbol_kind(symbol.kind),
                tags: None,
                container_name: Some(symbol.standing.clone()),
            },
        }
    }
}

fn to_document(uri: Uri, version: Option<i32>, edits: Vec<ProtocolEdit>) -> TextDocumentEdit {
    let text_document_identifier = TextDocumentIdentifier { uri };
    let text_document = OptionalVersionedTextDocumentIdentifier { version, text_document_identifier };
    TextDocumentEdit { text_document, edits }
}

fn symbol_kind(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Person => SymbolKind::Object,
        Kind::Organisation => SymbolKind::Module,
        Kind::Source => SymbolKind::Interface,
        Kind::Document | Kind::Article => SymbolKind::File,
        Kind::Date => SymbolKind::Event,
        Kind::Claim => SymbolKind::Constant,
    }
}
