//! What a report holds already, as far as a foreign file can speak of it: ids, names, addresses, titles.
//!
//! It looks at what is typed, so that drafts and what is under embargo are found too. A confidential source is known
//! by its id alone: nothing that comes from outside is tied to its name.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::load::yaml::{Node, Value};
use crate::load::{Draft, TAKEN_IN};
use crate::model::{Id, Kind};
use crate::text::{FileId, Inputs, Place, plain};

/// An entry as it is typed.
#[derive(Debug, Clone, Copy)]
pub struct KnownEntry<'d> {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: &'d str,
    /// Where its id stands.
    pub place: Place,
    /// What the sheet says of it.
    pub node: &'d Node,
    /// The text of its sheet.
    pub text: &'d str,
}

/// All entries of the sheets of a report, and every id that is taken.
#[derive(Debug, Default)]
pub struct Known<'d> {
    entries: Vec<KnownEntry<'d>>,
    traces: FxHashMap<String, usize>,
    names: FxHashMap<String, usize>,
    by_id: FxHashMap<&'d str, usize>,
    taken: FxHashSet<String>,
}

impl<'d> Known<'d> {
    /// What these drafts hold.
    #[must_use]
    pub fn of(drafts: &'d [(FileId, Draft)], inputs: &'d Inputs) -> Self {
        let mut known = Self::default();
        for (file, draft) in drafts {
            match draft {
                Draft::Report(_) => {}
                Draft::Article(article) => {
                    known.taken.extend(article.id.iter().map(|id| id.value.to_string()));
                }
                Draft::Sheet(sheet) => {
                    known.taken.extend(sheet.ids().map(Id::to_string));
                    if let Some(Node { value: Value::Map(sections), .. }) = sheet.typed.as_deref() {
                        let text = &inputs.file(*file).text;
                        for (key, node) in sections {
                            known.section(&key.word, node, (*file, text));
                        }
                    }
                }
            }
        }
        known
    }

    fn section(&mut self, name: &str, node: &'d Node, (file, text): (FileId, &'d str)) {
        use crate::Vocabulary as _;
        let Some(kind) = Kind::ALL.iter().copied().find(|kind| kind.section() == name) else { return };
        let Value::Map(entries) = &node.value else { return };
        for (key, node) in entries {
            let place = Place { file, span: key.span };
            self.add(KnownEntry { kind, id: &key.word, place, node, text });
        }
    }

    fn add(&mut self, entry: KnownEntry<'d>) {
        let number = self.entries.len();
        self.by_id.entry(entry.id).or_insert(number);
        for was in entry.list("was") {
            self.taken.insert(was.to_owned());
        }
        if !entry.is_confidential() {
            for trace in entry.traces() {
                self.traces.entry(trace).or_insert(number);
            }
            if is_speaker(entry.kind) {
                for name in entry.word("name").into_iter().chain(entry.list("also")) {
                    self.names.entry(plain(name)).or_insert(number);
                }
            }
        }
        self.entries.push(entry);
    }

    /// The entry of an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&KnownEntry<'d>> {
        self.entries.get(*self.by_id.get(id)?)
    }

    /// The person, body or source that bears a name, or is also called so.
    #[must_use]
    pub fn speaker(&self, name: &str) -> Option<&KnownEntry<'d>> {
        self.entries.get(*self.names.get(&plain(name))?)
    }

    /// The entry that has left a trace.
    pub(super) fn by_trace(&self, trace: &str) -> Option<&KnownEntry<'d>> {
        self.entries.get(*self.traces.get(trace)?)
    }

    /// The ids of those who speak: sources, then organisations, then people.
    #[must_use]
    pub fn speakers(&self) -> Vec<&'d str> {
        let of =
            |kind: Kind| self.entries.iter().filter(move |entry| entry.kind == kind).map(|entry| entry.id);
        of(Kind::Source).chain(of(Kind::Organisation)).chain(of(Kind::Person)).collect()
    }

    /// Whether an id is taken, or was.
    #[must_use]
    pub fn is_taken(&self, id: &str) -> bool {
        self.taken.contains(id) || self.by_id.contains_key(id)
    }
}

impl<'d> KnownEntry<'d> {
    /// The value of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'d Node> {
        let Value::Map(fields) = &self.node.value else { return None };
        fields.iter().find(|(key, _)| *key.word == *name).map(|(_, node)| node)
    }

    /// The words of a field; of a date, as it was typed.
    #[must_use]
    pub fn word(&self, name: &str) -> Option<&'d str> {
        let node = self.field(name)?;
        match &node.value {
            Value::Word { text, .. } => Some(text.trim()),
            Value::List(_) | Value::Map(_) => self.text.get(node.span.range()),
            Value::Missing => None,
        }
    }

    fn list(&self, name: &str) -> Vec<&'d str> {
        let Some(Node { value: Value::List(items), .. }) = self.field(name) else { return Vec::new() };
        let word = |item: &'d Node| match &item.value {
            Value::Word { text, .. } => Some(&**text),
            _ => None,
        };
        items.iter().filter_map(word).collect()
    }

    /// Whether it is a source that asked not to be named.
    #[must_use]
    pub fn is_confidential(&self) -> bool {
        self.field("confidential").is_some()
    }

    fn traces(&self) -> Vec<String> {
        let mut traces = traces(self.kind, |field| self.word(field).map(str::to_owned));
        let notes = self.word("notes").unwrap_or_default();
        traces.extend(notes.lines().filter_map(mark));
        traces.push(trace_of_notes(self.kind, notes));
        traces
    }
}

/// The line of notes by which an entry is known again that came from a foreign file.
pub(super) fn marked(file: &str, key: &str) -> String {
    format!("{TAKEN_IN}{file}: {}", in_one_word(key))
}

/// A key as one word; an address stays as it is. Keys are made of authors and titles (`los_wyciek_2024`), and notes are
/// searched for in the whole site: those words in a row stand in every citation.
fn in_one_word(key: &str) -> String {
    let word: String = key.chars().filter(|sign| sign.is_alphanumeric()).collect();
    if key.contains("://") || word.is_empty() { key.to_owned() } else { word }
}

fn mark(line: &str) -> Option<String> {
    line.trim().strip_prefix(TAKEN_IN).map(|from| format!("mark {from}"))
}

/// The trace that a foreign key leaves.
pub(super) fn trace_of_key(file: &str, key: &str) -> String {
    format!("mark {file}: {}", in_one_word(key))
}

/// The trace of what says neither its title nor where it stands.
pub(super) fn trace_of_notes(kind: Kind, notes: &str) -> String {
    format!("notes {} {notes}", kind.word())
}

/// Whether entries of a kind speak.
pub(super) fn is_speaker(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Source)
}

/// By what an entry is known again, the surest first.
pub(super) fn traces(kind: Kind, field: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let of = |name: &str| field(name).map(|words| plain(words.trim())).filter(|words| !words.is_empty());
    let mut traces = Vec::new();
    match kind {
        Kind::Document => {
            traces.extend(of("doi").map(|doi| format!("doi {}", bare_doi(&doi))));
            traces.extend(of("url").map(|url| format!("url {}", bare_address(&url))));
            // Some formats know no time of the day.
            let day = of("published").map(|date| date.split('t').next().unwrap_or_default().to_owned());
            if let Some(title) = of("title") {
                traces.extend(of("isbn").map(|isbn| format!("isbn {} {title}", digits(&isbn))));
                traces.extend(day.map(|day| format!("document {day} {title}")));
                if traces.is_empty() {
                    traces.push(format!("document {title}"));
                }
            }
        }
        Kind::Date => {
            let date = of("date").unwrap_or_default();
            let day = date.split('t').next().unwrap_or_default();
            traces.extend(of("title").map(|title| format!("date {day} {title}")));
        }
        Kind::Claim => traces.extend(of("text").map(|text| format!("claim {text}"))),
        Kind::Person | Kind::Organisation | Kind::Source => {
            traces.extend(of("name").map(|name| format!("{} {name}", kind.word())));
        }
        Kind::Article => {}
    }
    traces
}

fn digits(isbn: &str) -> String {
    isbn.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A DOI without the address of whoever resolves it.
pub(super) fn bare_doi(doi: &str) -> &str {
    let doi = doi.trim().trim_start_matches("doi:").trim_start();
    doi.find("10.").and_then(|at| doi.get(at..)).unwrap_or(doi)
}

/// An address by which a page is the same, however it was copied.
fn bare_address(url: &str) -> &str {
    let url = url.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    url.split('#').next().unwrap_or_default().trim_end_matches('/')
}
