//! A field set in an entry that is there already: at its place among the others, in the way these are written.

use super::Edit;
use crate::load::yaml::{Key, Node, Value};
use crate::load::{Form, Shape};
use crate::text::{FileId, Place, Span};

/// What a field is to hold.
#[derive(Debug, Clone)]
pub enum Nested {
    /// This, as typed on one line.
    Typed(String),
    /// At least these fields; others that are there stay.
    Fields(Vec<(&'static str, String)>),
}

/// Sets a field of a map. A value that is there is replaced; a new field comes behind the last of those that the
/// documentation lists before it. Nothing where the map is not written out here (an alias), or is empty.
#[must_use]
pub fn set(
    file: FileId,
    text: &str,
    map: &Node,
    form: &Form,
    (name, value): (&str, &Nested),
) -> Option<Vec<Edit>> {
    let Value::Map(fields) = &map.value else { return None };
    let entry = Entry { file, text, flow: written(text, map)?, fields };
    match (fields.iter().find(|(key, _)| *key.word == *name), value) {
        (None, _) => Some(vec![entry.add(name, &in_line(value), form)?]),
        (Some((key, node)), Nested::Typed(value)) => Some(vec![entry.replace(key, node, value)]),
        (Some((key, node)), Nested::Fields(values)) => match (&node.value, shape(form, name)?) {
            (Value::Map(inner), Shape::Fields(form)) if !inner.is_empty() => {
                let mut edits = Vec::new();
                for (name, value) in values {
                    let value = Nested::Typed(value.clone());
                    edits.extend(set(file, text, node, &form, (name, &value))?);
                }
                Some(joined(edits))
            }
            _ => Some(vec![entry.replace(key, node, &in_line(value))]),
        },
    }
}

/// Several fields that come to stand at one place are one edit, in the order in which they were asked for.
fn joined(edits: Vec<Edit>) -> Vec<Edit> {
    let mut joined: Vec<Edit> = Vec::new();
    for edit in edits {
        match joined.iter_mut().find(|other| other.place == edit.place) {
            Some(other) => other.text.push_str(&edit.text),
            None => joined.push(edit),
        }
    }
    joined
}

fn in_line(value: &Nested) -> String {
    match value {
        Nested::Typed(value) => value.clone(),
        Nested::Fields(fields) => {
            let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

fn shape(form: &Form, name: &str) -> Option<Shape> {
    form.fields.iter().find(|field| field.name == name).map(crate::load::Field::shape)
}

/// How a map is written: with braces, or each field on a line of its own. Nothing where its fields stand elsewhere.
fn written(text: &str, map: &Node) -> Option<bool> {
    let source = text.get(map.span.range())?;
    let Value::Map(fields) = &map.value else { return None };
    let inside = fields
        .first()
        .is_none_or(|(key, _)| map.span.start <= key.span.start && key.span.end <= map.span.end);
    (inside && !source.starts_with('*')).then(|| source.starts_with('{'))
}

struct Entry<'t> {
    file: FileId,
    text: &'t str,
    flow: bool,
    fields: &'t [(Key, Node)],
}

impl Entry<'_> {
    fn edit(&self, start: usize, end: usize, text: String) -> Edit {
        Edit { place: Place { file: self.file, span: Span::new(start, end) }, text }
    }

    fn replace(&self, key: &Key, node: &Node, value: &str) -> Edit {
        if node.span.start >= node.span.end || node.span.start < key.span.end {
            let colon = self.after_colon(key);
            return self.edit(colon, colon, format!(" {value}"));
        }
        self.edit(node.span.start as usize, node.span.end as usize, value.to_owned())
    }

    fn add(&self, name: &str, value: &str, form: &Form) -> Option<Edit> {
        let rank = |name: &str| form.fields.iter().position(|field| field.name == name);
        let own = rank(name)?;
        let mut before = self.fields.iter().filter(|(key, _)| rank(&key.word).is_some_and(|rank| rank < own));
        let (first, _) = self.fields.first()?;
        let start = first.span.start as usize;
        let Some((key, node)) = before.next_back() else {
            let gap = if self.flow {
                ", ".to_owned()
            } else {
                format!("{}{}", line_end(self.text), self.indent(start)?)
            };
            return Some(self.edit(start, start, format!("{name}: {value}{gap}")));
        };
        let end = self.after_colon(key).max(node.span.end as usize);
        if self.flow {
            return Some(self.edit(end, end, format!(", {name}: {value}")));
        }
        let line = end_of_line(self.text, end);
        let text = format!("{}{}{name}: {value}", line_end(self.text), self.indent(start)?);
        Some(self.edit(line, line, text))
    }

    fn after_colon(&self, key: &Key) -> usize {
        let end = key.span.end as usize;
        let rest = self.text.get(end..).unwrap_or_default();
        rest.find(':').map_or(end, |colon| end + colon + 1)
    }

    /// The blanks before a key. Nothing where something else stands before it (`- key`).
    fn indent(&self, at: usize) -> Option<String> {
        let before = self.text.get(..at)?;
        let line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
        line.chars().all(|letter| letter == ' ').then(|| line.to_owned())
    }
}

/// Where a line ends, before the signs that end it.
pub(super) fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.split('\n').next().unwrap_or_default().trim_end_matches('\r').len()
}

/// As lines end in a text.
pub(super) fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
