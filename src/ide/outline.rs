//! What is in a file, and what is in the report, to be found by name.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{card, tree};
use crate::Vocabulary as _;
use crate::load::Draft;
use crate::load::yaml::{Node, Value};
use crate::model::{Any, Id, Kind};
use crate::session::Edition;
use crate::text::{FileId, Place, Span, plain};

/// How many entries a search brings.
const MOST: usize = 200;

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What it is called: the key of a section, an id, the words of a heading.
    pub name: String,
    /// What more there is to say in a line; may be empty.
    pub about: String,
    /// What it is.
    pub stands: Stands,
    /// All of it.
    pub whole: Span,
    /// What it is called, where it is written; inside of `whole`.
    pub title: Span,
    /// Its own parts.
    pub parts: Vec<Heading>,
}

/// What a part of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// A section of a sheet: `people`.
    Section,
    /// An entry of a kind.
    Entry(Kind),
    /// A heading of an article.
    Heading,
}

/// An entry that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What it is the id of.
    pub kind: Kind,
    /// What it is and how it stands, in words.
    pub standing: String,
    /// Where its id is written.
    pub place: Place,
}

/// The parts of a file, in their order.
#[must_use]
pub fn outline(edition: &Edition, file: FileId) -> Vec<Heading> {
    match super::draft(edition, file) {
        Some(Draft::Sheet(_)) => tree(edition, file).map(sections).unwrap_or_default(),
        Some(Draft::Article(article)) => {
            let end = edition.inputs.file(file).text.len();
            headings(&article.body.prose.events, end)
        }
        Some(Draft::Report(_)) | None => Vec::new(),
    }
}

fn sections(root: &Node) -> Vec<Heading> {
    let Value::Map(sections) = &root.value else { return Vec::new() };
    let part = |key: &crate::load::yaml::Key, node: &Node, about, stands, parts| Heading {
        name: key.word.to_string(),
        about,
        stands,
        whole: Span { start: key.span.start, end: key.span.end.max(node.span.end) },
        title: key.span,
        parts,
    };
    let mut outline = Vec::new();
    for (key, node) in sections {
        let kind = Kind::ALL.iter().find(|kind| kind.section() == &*key.word);
        let mut parts = Vec::new();
        if let (Some(kind), Value::Map(entries)) = (kind, &node.value) {
            for (key, node) in entries {
                parts.push(part(key, node, called(node), Stands::Entry(*kind), Vec::new()));
            }
        }
        outline.push(part(key, node, String::new(), Stands::Section, parts));
    }
    outline
}

/// What an entry says it is called. A confidential source is not called by its name: screens are shared.
fn called(node: &Node) -> String {
    let Value::Map(fields) = &node.value else { return String::new() };
    let field = |name: &str| fields.iter().find(|(key, _)| &*key.word == name).map(|(_, node)| &node.value);
    if field("confidential").is_some() {
        return String::new();
    }
    let words = ["name", "title", "text"].into_iter().find_map(field);
    if let Some(Value::Word { text, .. }) = words { text.to_string() } else { String::new() }
}

/// The headings of an article, each with those below it, as far as the next of its own level.
fn headings(events: &[(Event<'static>, Span)], end: usize) -> Vec<Heading> {
    let mut flat: Vec<(HeadingLevel, Heading)> = Vec::new();
    let mut open: Option<(HeadingLevel, String, Span)> = None;
    for (event, span) in events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = Some((*level, String::new(), *span)),
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, name, _)) = &mut open {
                    name.push_str(words);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let Some((level, name, title)) = open.take() else { continue };
                let whole = Span::new(title.start as usize, end);
                let heading = Heading {
                    name,
                    about: String::new(),
                    stands: Stands::Heading,
                    whole,
                    title,
                    parts: Vec::new(),
                };
                flat.push((level, heading));
            }
            _ => {}
        }
    }
    nested(flat)
}

fn nested(flat: Vec<(HeadingLevel, Heading)>) -> Vec<Heading> {
    let mut open: Vec<(HeadingLevel, Heading)> = Vec::new();
    let mut outline = Vec::new();
    let mut close = |open: &mut Vec<(HeadingLevel, Heading)>, end: Option<u32>| {
        let Some((_, mut heading)) = open.pop() else { return };
        heading.whole.end = end.unwrap_or(heading.whole.end);
        match open.last_mut() {
            Some((_, above)) => above.parts.push(heading),
            None => outline.push(heading),
        }
    };
    for (level, heading) in flat {
        while open.last().is_some_and(|(above, _)| *above >= level) {
            close(&mut open, Some(heading.whole.start));
        }
        open.push((level, heading));
    }
    while !open.is_empty() {
        close(&mut open, None);
    }
    outline
}

/// Entries whose id or name has what was typed in it, the nearest first; all there are, up to a few hundred, where
/// nothing was typed.
#[must_use]
pub fn symbols(edition: &Edition, typed: &str) -> Vec<Symbol> {
    let record = &edition.record;
    let typed = plain(typed.trim());
    let mut found: Vec<(u8, Any)> = Vec::new();
    for (any, entry) in record.facts.entries() {
        let id = entry.id.as_str();
        let name = plain(record.facts.name(any).unwrap_or_default());
        let rank = if id.starts_with(&typed) {
            0
        } else if id.contains(&typed) || name.starts_with(&typed) {
            1
        } else if name.contains(&typed) {
            2
        } else {
            continue;
        };
        found.push((rank, any));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.truncate(MOST);
    let symbol = |(_, any): (u8, Any)| {
        let entry = record.facts.entry(any)?;
        Some(Symbol {
            id: entry.id.clone(),
            name: record.facts.name(any).unwrap_or("a confidential source").to_owned(),
            kind: any.kind(),
            standing: card::standing(record, any),
            place: entry.place,
        })
    };
    found.into_iter().filter_map(symbol).collect()
}
