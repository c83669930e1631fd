//! From the parser's events to the tree.

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StructureStyle};
use rustc_hash::FxHashMap;

use super::signs::dash;
use super::{Key, Node, Value};
use crate::diagnostic::Finding;
use crate::text::{FileId, Place, Span};

/// How deep maps and lists may stand in one another.
const NESTING: usize = 64;

/// How many nodes all aliases of a text together may stand for.
const ALIASED: usize = 100_000;

/// From how many keys on a map is searched by hash.
const MANY_KEYS: usize = 32;

/// A text's tree, and what is wrong with it beside its syntax.
pub(super) struct Tree {
    pub(super) root: Option<Node>,
    pub(super) findings: Vec<Finding>,
    /// Keys of entries in a part that is there twice.
    pub(super) lost: Vec<Key>,
    /// Whether something has a name by which it can stand elsewhere too.
    pub(super) anchored: bool,
}

/// Reads a text up to its end or its first syntax error.
pub(super) fn read(file: FileId, text: &str) -> Result<Tree, ScanError> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        block_nesting_limit: NESTING,
        flow_nesting_limit: NESTING,
    };
    let mut builder = Builder {
        file,
        text,
        tree: Tree { root: None, findings: Vec::new(), lost: Vec::new(), anchored: false },
        open: Vec::new(),
        anchors: FxHashMap::default(),
        aliased: 0,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event?;
        let range = span.byte_range().unwrap_or_default();
        if !builder.take(event, Span::new(range.start, range.end), span.tag_start.is_some()) {
            break;
        }
    }
    builder.tree.anchored = !builder.anchors.is_empty();
    Ok(builder.tree)
}

/// Every comment, as the parser itself tells them from words.
pub(super) fn comments(text: &str) -> Option<Vec<String>> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: true,
        block_nesting_limit: NESTING,
        flow_nesting_limit: NESTING,
    };
    let mut comments = Vec::new();
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, _) = event.ok()?;
        if let Event::Comment(words, _) = event {
            comments.push(words.trim().to_owned());
        }
    }
    Some(comments)
}

/// A map or list that has begun.
struct Open {
    start: u32,
    end: u32,
    anchor: usize,
    flow: bool,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Map { fields: Vec<(Key, Node)>, key: Next, known: FxHashMap<Box<str>, usize> },
}

/// What comes next in a map.
enum Next {
    Key,
    Value(Key),
    /// The value of a key that was refused.
    Nothing,
}

struct Builder<'t> {
    file: FileId,
    text: &'t str,
    tree: Tree,
    open: Vec<Open>,
    /// What each anchor stands for, and how many nodes that is; nothing while it is being read.
    anchors: FxHashMap<usize, Option<(Node, usize)>>,
    aliased: usize,
}

impl Builder<'_> {
    /// Takes an event in; false where the rest is not to be read.
    fn take(&mut self, event: Event<'_>, span: Span, tagged: bool) -> bool {
        if tagged {
            self.refuse(
                span,
                "a tag, `!…`, means nothing here",
                "take the tag out; words are the words typed",
            );
        }
        match event {
            Event::DocumentStart(..) if self.tree.root.is_some() => {
                self.refuse(
                    span,
                    "a second document begins here",
                    "a sheet holds one YAML document: take `---` out, or make another file",
                );
                return false;
            }
            Event::Scalar(text, style, anchor, _) => {
                let node = self.scalar(&text, style, span);
                self.keep(anchor, &node);
                self.put(node);
            }
            Event::SequenceStart(style, anchor, _) => self.begin(span, style, anchor, Kind::List(Vec::new())),
            Event::MappingStart(style, anchor, _) => {
                self.begin(
                    span,
                    style,
                    anchor,
                    Kind::Map { fields: Vec::new(), key: Next::Key, known: FxHashMap::default() },
                );
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => {
                let node = self.alias(anchor, span);
                self.put(node);
            }
            Event::UnresolvedAlias(name) => {
                let help = format!("if these are words, put them in quotes: `\"*{name}\"`");
                // Words in asterisks are words, and not to be called missing on top.
                let (message, value) = if name.ends_with('*') {
                    ("words that begin with `*` go in quotes".to_owned(), Value::word(&format!("*{name}")))
                } else {
                    (format!("nothing is called `&{name}`"), Value::Missing)
                };
                self.refuse(span, &message, &help);
                self.put(Node { span, value });
            }
            _ => {}
        }
        true
    }

    fn refuse(&mut self, span: Span, message: &str, help: &str) {
        let place = Place { file: self.file, span };
        self.tree.findings.push(Finding::error("yaml-feature", place, message).help(help));
    }

    fn scalar(&self, text: &str, style: ScalarStyle, mut span: Span) -> Node {
        let plain = style == ScalarStyle::Plain;
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            let source = self.text.get(span.range()).unwrap_or_default();
            span = Span::new(span.start as usize, span.start as usize + source.trim_end().len());
        }
        let value = match text {
            "~" | "null" | "Null" | "NULL" | "" if plain => Value::Missing,
            _ => Value::Word { text: text.into(), plain },
        };
        Node { span, value }
    }

    fn begin(&mut self, span: Span, style: StructureStyle, anchor: usize, kind: Kind) {
        if anchor > 0 {
            self.anchors.insert(anchor, None);
        }
        self.open.push(Open {
            start: span.start,
            end: span.start,
            anchor,
            flow: style == StructureStyle::Flow,
            kind,
        });
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let end = if open.flow { span.end } else { open.end };
        let value = match open.kind {
            Kind::List(items) => Value::List(items),
            Kind::Map { fields, .. } => Value::Map(fields),
        };
        let node = Node { span: Span { start: open.start, end }, value };
        self.keep(open.anchor, &node);
        self.put(node);
    }

    fn keep(&mut self, anchor: usize, node: &Node) {
        if anchor > 0 {
            self.anchors.insert(anchor, Some((node.clone(), size(node))));
        }
    }

    /// What an alias stands for, as if it were written where the alias is.
    fn alias(&mut self, anchor: usize, span: Span) -> Node {
        let (value, size) = match self.anchors.get(&anchor) {
            Some(Some((node, size))) if self.aliased + size <= ALIASED => (node.value.clone(), *size),
            Some(Some(_)) => {
                // Said once; what follows would only repeat it.
                if self.aliased < ALIASED {
                    self.refuse(
                        span,
                        "the aliases of this file stand for too much",
                        "write the values out where they are needed",
                    );
                    self.aliased = ALIASED;
                }
                (Value::Missing, 0)
            }
            Some(None) | None => {
                self.refuse(span, "this alias stands inside what it stands for", "write the value out");
                (Value::Missing, 0)
            }
        };
        self.aliased += size;
        Node { span, value }
    }

    /// Puts a node where it belongs: at the top, into a list, as a key or as a value.
    fn put(&mut self, node: Node) {
        let depth = self.open.len();
        let Some(open) = self.open.last_mut() else {
            if !matches!(node.value, Value::Missing) {
                self.tree.root = Some(node);
            }
            return;
        };
        open.end = open.end.max(node.span.end);
        let Kind::Map { fields, key, known } = &mut open.kind else {
            if let Kind::List(items) = &mut open.kind {
                items.push(node);
            }
            return;
        };
        match std::mem::replace(key, Next::Key) {
            Next::Nothing => {}
            Next::Key => {
                let (next, finding) = next_key(node, self.file);
                *key = next;
                self.tree.findings.extend(finding);
            }
            Next::Value(found) => match first(&found.word, fields, known) {
                None => fields.push((found, node)),
                // Items with a dash in the place of a hyphen.
                Some(_) if dash(&found.word).is_some() => {}
                Some(first) => {
                    let place = |span| Place { file: self.file, span };
                    let finding = Finding::error(
                        "duplicate-key",
                        place(found.span),
                        format!("`{}` is here twice", found.word),
                    )
                    .also(place(first), "first here")
                    .help("keep one of the two, or put what is in both together");
                    self.tree.findings.push(finding);
                    // A kind that is there twice: the entries of its second part are known, but not read.
                    if let (1, Value::Map(entries)) = (depth, node.value) {
                        self.tree.lost.extend(entries.into_iter().map(|(key, _)| key));
                    }
                }
            },
        }
    }
}

/// What a node is as a key.
fn next_key(node: Node, file: FileId) -> (Next, Option<Finding>) {
    let place = Place { file, span: node.span };
    match node.value {
        Value::Word { text, plain: true } if &*text == "<<" => {
            let finding = Finding::error("yaml-feature", place, "merge keys, `<<`, are not read");
            (Next::Nothing, Some(finding.help("write the fields out where they are needed")))
        }
        Value::Word { text, .. } => (Next::Value(Key { word: text, span: node.span }), None),
        Value::Missing | Value::List(_) | Value::Map(_) => {
            let finding = Finding::error("yaml-syntax", place, "a key is missing before this `:`");
            (
                Next::Nothing,
                Some(finding.help("write `key: value`; words that begin with a bracket stand in quotes")),
            )
        }
    }
}

/// Where a key is already, if it is; if not, it is known from now on.
fn first(word: &str, fields: &[(Key, Node)], known: &mut FxHashMap<Box<str>, usize>) -> Option<Span> {
    if fields.len() < MANY_KEYS {
        return fields.iter().find(|(key, _)| &*key.word == word).map(|(key, _)| key.span);
    }
    if known.is_empty() {
        known.extend(fields.iter().enumerate().map(|(index, (key, _))| (key.word.clone(), index)));
    }
    if let Some(index) = known.get(word) {
        return Some(fields[*index].0.span);
    }
    known.insert(word.into(), fields.len());
    None
}

/// How many nodes there are in one.
fn size(node: &Node) -> usize {
    match &node.value {
        Value::Missing | Value::Word { .. } => 1,
        Value::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Map(fields) => 1 + fields.iter().map(|(_, value)| 1 + size(value)).sum::<usize>(),
    }
}
