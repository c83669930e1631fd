//! Fact sheets: entries by kind, each under its id.

use rayon::prelude::*;

use super::article::FrontMatter;
use super::decode::{Decode, Decoder, suggest};
use super::drafts::{
    ClaimDraft, DocumentDraft, EventDraft, MediaDraft, OrganisationDraft, PersonDraft, SourceDraft,
};
use super::shape::{Form, Shape};
use super::values::{Path, id_help};
use super::yaml::{self, Key, Node, Value};
use crate::Vocabulary as _;
use crate::diagnostic::Finding;
use crate::model::{Id, Kind};
use crate::text::{At, FileId, Place};

/// An entry with its id.
#[derive(Debug, Clone)]
pub struct EntryDraft<T> {
    /// Its id.
    pub id: At<Id>,
    /// What the sheet says of it; nothing where it could not be read.
    pub draft: Option<T>,
    /// Whether there was nothing wrong with it.
    pub sound: bool,
}

/// A picture, by its path, and what is said of it.
#[derive(Debug, Clone)]
pub struct PictureDraft {
    /// Its path below `content/`.
    pub path: At<Path>,
    /// What the sheet says of it; nothing where it could not be read.
    pub draft: Option<MediaDraft>,
    /// Whether there was nothing wrong with it.
    pub sound: bool,
}

/// What one sheet says.
#[derive(Debug, Clone, Default)]
pub struct SheetDraft {
    /// Under `people`.
    pub people: Vec<EntryDraft<PersonDraft>>,
    /// Under `organisations`.
    pub organisations: Vec<EntryDraft<OrganisationDraft>>,
    /// Under `sources`.
    pub sources: Vec<EntryDraft<SourceDraft>>,
    /// Under `documents`.
    pub documents: Vec<EntryDraft<DocumentDraft>>,
    /// Under `dates`.
    pub dates: Vec<EntryDraft<EventDraft>>,
    /// Under `claims`.
    pub claims: Vec<EntryDraft<ClaimDraft>>,
    /// Under `media`: each picture's path, and what is said of it.
    pub media: Vec<PictureDraft>,
    /// Ids that stand in a part that could not be read; their kind is not known.
    pub lost: Vec<At<Id>>,
    /// Whether it lies where no sheet is read: of its ids all are lost, and nothing else is known of it.
    pub out_of_place: bool,
    /// All of it as it was typed, for whoever asks not what words mean but whether they may be seen.
    pub typed: Option<Box<Node>>,
}

impl SheetDraft {
    /// Every id that stands in it.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        let people = self.people.iter().map(|entry| &entry.id);
        let organisations = self.organisations.iter().map(|entry| &entry.id);
        let sources = self.sources.iter().map(|entry| &entry.id);
        let documents = self.documents.iter().map(|entry| &entry.id);
        let dates = self.dates.iter().map(|entry| &entry.id);
        let claims = self.claims.iter().map(|entry| &entry.id);
        let all = people.chain(organisations).chain(sources).chain(documents).chain(dates).chain(claims);
        all.chain(&self.lost).map(|id| &id.value)
    }
}

/// The keys of a sheet, with the kind of their entries.
const SECTIONS: [(&str, Option<Kind>); 7] = [
    ("people", Some(Kind::Person)),
    ("organisations", Some(Kind::Organisation)),
    ("sources", Some(Kind::Source)),
    ("documents", Some(Kind::Document)),
    ("dates", Some(Kind::Date)),
    ("claims", Some(Kind::Claim)),
    ("media", None),
];

/// What an entry of a kind looks like.
#[must_use]
pub fn form_of(kind: Kind) -> Form {
    match kind {
        Kind::Person => PersonDraft::form(),
        Kind::Organisation => OrganisationDraft::form(),
        Kind::Source => SourceDraft::form(),
        Kind::Document => DocumentDraft::form(),
        Kind::Date => EventDraft::form(),
        Kind::Claim => ClaimDraft::form(),
        Kind::Article => FrontMatter::form(),
    }
}

/// Reads a sheet.
pub(super) fn load(file: FileId, text: &str) -> (SheetDraft, Vec<Finding>) {
    let parsed = yaml::parse(file, text, 0);
    let mut decoder = Decoder::new(file, text);
    decoder.findings = parsed.findings;
    let mut sheet = SheetDraft::default();
    for key in &parsed.lost {
        if let Some(id) = Id::parse(&key.word) {
            sheet.lost.push(At::new(id, decoder.place(key.span)));
        }
    }
    if let Some(root) = &parsed.root {
        read_sections(root, &mut sheet, &mut decoder);
    }
    sheet.typed = parsed.root.map(Box::new);
    (sheet, decoder.findings)
}

/// Of a sheet that lies where none is read, no more than its ids: that nothing has them is not what is wrong. Nothing
/// where it does not look like a sheet.
pub(super) fn out_of_place(file: FileId, text: &str) -> Option<SheetDraft> {
    let parsed = yaml::parse(file, text, 0);
    let Some(Node { value: Value::Map(sections), .. }) = &parsed.root else { return None };
    let is_section = |(key, _): &&(Key, Node)| SECTIONS.iter().any(|(name, _)| *name == &*key.word);
    let entries = sections.iter().filter(is_section).filter_map(|(_, node)| match &node.value {
        Value::Map(entries) => Some(entries.iter().map(|(key, _)| key)),
        _ => None,
    });
    let ids = entries
        .flatten()
        .chain(&parsed.lost)
        .filter_map(|key| Some(At::new(Id::parse(&key.word)?, Place { file, span: key.span })));
    let sheet = SheetDraft { lost: ids.collect(), out_of_place: true, ..SheetDraft::default() };
    sections.iter().any(|section| is_section(&section)).then_some(sheet)
}

fn read_sections(root: &Node, sheet: &mut SheetDraft, decoder: &mut Decoder<'_>) {
    let Some(sections) = decoder.map(root, "a fact sheet: `people:`, `claims:` and so on") else { return };
    for (key, node) in sections {
        match &*key.word {
            "people" => entries(node, decoder, &mut sheet.people, &mut sheet.lost),
            "organisations" => entries(node, decoder, &mut sheet.organisations, &mut sheet.lost),
            "sources" => entries(node, decoder, &mut sheet.sources, &mut sheet.lost),
            "documents" => entries(node, decoder, &mut sheet.documents, &mut sheet.lost),
            "dates" => entries(node, decoder, &mut sheet.dates, &mut sheet.lost),
            "claims" => entries(node, decoder, &mut sheet.claims, &mut sheet.lost),
            "media" => pictures(node, decoder, &mut sheet.media),
            _ => unknown_section(key, node, sheet, decoder),
        }
    }
}

/// A part of a sheet that is of no kind: its name is misspelt, or it is an entry that stands at the left edge. What is
/// in it is known, but not read.
fn unknown_section(key: &Key, node: &Node, sheet: &mut SheetDraft, decoder: &mut Decoder<'_>) {
    let fields = if let Value::Map(fields) = &node.value { fields.as_slice() } else { &[] };
    let is_entry_of = |kind: &Kind| {
        let form = form_of(*kind);
        fields.iter().all(|(key, _)| form.fields.iter().any(|field| *field.name == *key.word))
    };
    let word = &*key.word;
    let place = decoder.place(key.span);
    let (message, help) = if !fields.is_empty() && Kind::ALL.iter().any(is_entry_of) {
        (
            format!("`{word}` stands at the left edge, where the kinds of entries do"),
            "put two spaces before it, and four before its fields, below the kind that it is of: `people:`, `claims:` …"
                .to_owned(),
        )
    } else {
        let known = SECTIONS.map(|(name, _)| name);
        (format!("a fact sheet has no kind `{word}`"), suggest(word, &known))
    };
    decoder.findings.push(Finding::error("unknown-key", place, message).help(help));
    let keys = fields.iter().map(|(key, _)| key).chain([key]);
    for key in keys {
        sheet.lost.extend(Id::parse(&key.word).map(|id| At::new(id, decoder.place(key.span))));
    }
}

fn entries<T: Decode + Send>(
    node: &Node,
    decoder: &mut Decoder<'_>,
    into: &mut Vec<EntryDraft<T>>,
    lost: &mut Vec<At<Id>>,
) {
    if matches!(node.value, Value::Missing) {
        return;
    }
    let Some(fields) = decoder.map(node, "entries, each under its id") else { return };
    if let Some((key, _)) = fields.first().filter(|(key, node)| is_field::<T>(key) && is_words(node)) {
        let message = format!("`{}` is a field, and the id of its entry is missing above it", key.word);
        let help =
            "put an id on a line above, two spaces in: `its-id:`; the fields stand below it, four spaces in";
        let place = decoder.place(key.span);
        decoder.findings.push(Finding::error("wrong-type", place, message).help(help));
        return;
    }
    // Each by itself, so that several threads can share a large sheet.
    let (file, text) = (decoder.file, decoder.text);
    let read = fields.par_iter().with_min_len(32).map(|(key, node)| {
        let mut decoder = Decoder::new(file, text);
        (entry(key, node, &mut decoder), decoder.findings)
    });
    for ((key, _), (entry, findings)) in fields.iter().zip(read.collect::<Vec<_>>()) {
        decoder.findings.extend(findings);
        match entry {
            Some(entry) => into.push(entry),
            None => lost.extend(Id::plain(&key.word).map(|id| At::new(id, decoder.place(key.span)))),
        }
    }
}

/// One entry; nothing where its key is not an id.
fn entry<T: Decode>(key: &Key, node: &Node, decoder: &mut Decoder<'_>) -> Option<EntryDraft<T>> {
    let place = decoder.place(key.span);
    let id = Id::parse(&key.word);
    if id.is_none() {
        let finding = Finding::error("bad-id", place, format!("`{}` is not an id", key.word));
        decoder.findings.push(finding.help(id_help(&key.word)));
    }
    decoder.here = place;
    let found = decoder.findings.len();
    let draft = if matches!(node.value, Value::Missing) {
        let empty = Node { span: node.span, value: Value::Map(Vec::new()) };
        T::decode(&empty, decoder)
    } else {
        T::decode(node, decoder)
    };
    if let Some(kind) = draft.is_none().then(|| another_kind::<T>(node)).flatten() {
        // All that was said of its fields comes of this.
        decoder.findings.truncate(found);
        let message = format!("`{}` looks like {}, and not like {}", key.word, form_of(kind).what, T::WHAT);
        let finding = Finding::error("wrong-kind", place, message);
        decoder.findings.push(finding.help(format!("move it, and put it below `{}:`", kind.section())));
    }
    Some(EntryDraft { id: At::new(id?, place), draft, sound: decoder.findings.is_empty() })
}

/// The kind of an entry that stands below another: it has all that one of that kind must have, and not what it must
/// have where it is.
fn another_kind<T: Decode>(node: &Node) -> Option<Kind> {
    let (Value::Map(fields), Shape::Fields(own)) = (&node.value, T::shape()) else { return None };
    let has = |name: &str| fields.iter().any(|(key, _)| *key.word == *name);
    let has_all = |form: &Form| form.fields.iter().all(|field| !field.required || has(field.name));
    let strange = fields.iter().filter(|(key, _)| !own.fields.iter().any(|field| *field.name == *key.word));
    if has_all(&own) || strange.count() < 2 {
        return None;
    }
    let kinds = SECTIONS.iter().filter_map(|(_, kind)| *kind);
    kinds.into_iter().find(|kind| has_all(&form_of(*kind)))
}

fn is_field<T: Decode>(key: &Key) -> bool {
    matches!(T::shape(), Shape::Fields(form) if form.fields.iter().any(|field| *field.name == *key.word))
}

fn is_words(node: &Node) -> bool {
    matches!(node.value, Value::Word { .. })
}

fn pictures(node: &Node, decoder: &mut Decoder<'_>, into: &mut Vec<PictureDraft>) {
    if matches!(node.value, Value::Missing) {
        return;
    }
    let Some(fields) = decoder.map(node, "pictures, each under its path") else { return };
    for (key, node) in fields {
        decoder.here = decoder.place(key.span);
        let path = path_of(key, decoder);
        let before = decoder.findings.len();
        let draft = MediaDraft::decode(node, decoder);
        if let Some(path) = path {
            into.push(PictureDraft { path, draft, sound: decoder.findings.len() == before });
        }
    }
}

fn path_of(key: &Key, decoder: &mut Decoder<'_>) -> Option<At<Path>> {
    let node = Node { span: key.span, value: Value::word(&key.word) };
    Path::decode(&node, decoder).map(|path| At::new(path, decoder.place(key.span)))
}
