//! YAML with places: a small tree in which every word knows where it stands.
//!
//! A scalar is the words typed; what it means is for the decoder of its field to say. A syntax error ends neither the
//! file nor the run: the entry it stands in is left out, and the rest is read.

mod cause;
mod mend;
mod parts;
mod signs;
mod tree;
mod wording;

pub use signs::slip;

use crate::diagnostic::Finding;
use crate::text::{FileId, Span};

/// A value, and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// All of it, quotes and brackets included.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`: as if the key were not there.
    Missing,
    /// Words, as typed.
    Word {
        /// The words, quotes and escapes taken out.
        text: Box<str>,
        /// Whether they were typed without quotes.
        plain: bool,
    },
    /// `[a, b]`, or lines with hyphens.
    List(Vec<Node>),
    /// `{a: b}`, or lines with keys; each key once.
    Map(Vec<(Key, Node)>),
}

impl Value {
    /// Words typed without quotes.
    #[must_use]
    pub fn word(text: &str) -> Self {
        Self::Word { text: text.into(), plain: true }
    }
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// As typed, without quotes.
    pub word: Box<str>,
    /// Where.
    pub span: Span,
}

/// What a text holds.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// Its tree; nothing where it is empty, or nothing of it could be read.
    pub root: Option<Node>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Keys of entries that had to be left out.
    pub lost: Vec<Key>,
}

/// Reads a text that begins `offset` bytes into its file.
#[must_use]
pub fn parse(file: FileId, text: &str, offset: usize) -> Parsed {
    let in_parts = || parts::read(file, text, rayon::current_num_threads());
    if let Some(root) = (offset == 0 && text.len() >= parts::LARGE).then(in_parts).flatten() {
        return Parsed { root: Some(root), findings: Vec::new(), lost: Vec::new() };
    }
    let mut parsed = mend::parse(file, text);
    if offset > 0 {
        parsed.root.iter_mut().for_each(|root| move_node(root, offset));
        parsed.lost.iter_mut().for_each(|key| key.span = key.span.moved(offset));
        for finding in &mut parsed.findings {
            finding.place.span = finding.place.span.moved(offset);
            for (place, _) in &mut finding.others {
                place.span = place.span.moved(offset);
            }
        }
    }
    parsed
}

/// The comments of a text, each from its `#` on; nothing where its syntax is broken.
#[must_use]
pub fn comments(text: &str) -> Option<Vec<String>> {
    tree::comments(text)
}

fn move_node(node: &mut Node, by: usize) {
    node.span = node.span.moved(by);
    match &mut node.value {
        Value::Missing | Value::Word { .. } => {}
        Value::List(items) => items.iter_mut().for_each(|item| move_node(item, by)),
        Value::Map(fields) => {
            for (key, value) in fields {
                key.span = key.span.moved(by);
                move_node(value, by);
            }
        }
    }
}

#[cfg(test)]
mod tests;
