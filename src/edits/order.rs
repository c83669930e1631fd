//! A sheet in order: fields as the documentation lists them, two blanks a level; entries stay where they are.
//!
//! Whole lines are moved, never words, so that a value is what it was. What is not written as expected is left as it
//! is, and so is a sheet that would not say the same afterwards: that is looked at every time, comments included.

use super::lines::Lines;
use crate::Vocabulary as _;
use crate::load::yaml::{self, Key, Node, Value};
use crate::load::{Form, MediaDraft, ReportDraft, Shape, form_of};
use crate::model::Kind;
use crate::text::FileId;

/// What a text is to be put in order as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ordered {
    /// A fact sheet.
    Sheet,
    /// `report.yaml`.
    Report,
}

/// The text in order; nothing where it has mistakes, or is written in a way in which no line can be moved safely.
#[must_use]
pub fn in_order(what: Ordered, text: &str) -> Option<String> {
    let file = FileId(0);
    let parsed = yaml::parse(file, text, 0);
    if !parsed.findings.is_empty() {
        return None;
    }
    let Some(root) = parsed.root else { return Some(text.to_owned()) };
    let lines = Lines::of(text);
    let Value::Map(fields) = &root.value else { return None };
    let known = match what {
        Ordered::Sheet => Known::Sections,
        Ordered::Report => Known::Form(ReportDraft::form()),
    };
    let all = Block { lines: &lines, from: 0, to: lines.count() };
    let ordered = lines.joined(&all.map(fields, &known, 0, None)?);
    let again = yaml::parse(file, &ordered, 0);
    let same = again.findings.is_empty()
        && again.root.is_some_and(|again| says_the_same(&root.value, &again.value))
        && comments(text)? == comments(&ordered)?;
    same.then_some(ordered)
}

/// What is known of a map.
enum Known {
    /// The kinds of a sheet.
    Sections,
    /// Entries of one form, each under its id.
    Entries(Form),
    /// Fields.
    Form(Form),
    /// Nothing: its order stays.
    Nothing,
}

impl Known {
    fn below(&self, key: &str) -> Self {
        match self {
            Self::Sections if key == "media" => Self::Entries(MediaDraft::form()),
            Self::Sections => {
                let kind = Kind::ALL.iter().find(|kind| kind.section() == key);
                kind.map_or(Self::Nothing, |kind| Self::Entries(form_of(*kind)))
            }
            Self::Entries(form) => Self::Form(form.clone()),
            Self::Form(form) => {
                let field = form.fields.iter().find(|field| field.name == key);
                field.map_or(Self::Nothing, |field| Self::of(field.shape()))
            }
            Self::Nothing => Self::Nothing,
        }
    }

    fn of(shape: Shape) -> Self {
        match shape {
            Shape::Fields(form) | Shape::Either(_, form) => Self::Form(form),
            Shape::List(of) | Shape::OneOrList(of) => Self::of(*of),
            _ => Self::Nothing,
        }
    }

    /// Where a field belongs among the others; those that are not known come last.
    fn rank(&self, key: &str) -> usize {
        match self {
            Self::Form(form) => {
                form.fields.iter().position(|field| field.name == key).unwrap_or(form.fields.len())
            }
            _ => 0,
        }
    }
}

/// Some lines, which hold one map or one list.
struct Block<'l> {
    lines: &'l Lines<'l>,
    from: usize,
    to: usize,
}

/// What stands between two fields.
struct Part {
    rank: usize,
    /// Comments and blank lines above.
    above: Vec<String>,
    /// The field itself; its first line without what stands before the key.
    field: Vec<String>,
}

impl Block<'_> {
    /// The lines of a map whose keys are to stand `indent` blanks in. `dash` is what stands before the first key where
    /// the map is an item of a list.
    fn map(
        &self,
        fields: &[(Key, Node)],
        known: &Known,
        indent: usize,
        dash: Option<&str>,
    ) -> Option<Vec<String>> {
        let starts: Vec<_> = fields.iter().map(|(key, _)| self.lines.line(key.span.start)).collect();
        let column = self.lines.column(fields.first()?.0.span.start);
        let mut parts = Vec::with_capacity(fields.len());
        let mut done = self.from;
        for (at, (key, node)) in fields.iter().enumerate() {
            let is_dashed = at == 0 && dash.is_some();
            let start = starts[at];
            if self.lines.column(key.span.start) != column
                || start < done
                || (!is_dashed && !self.lines.is_first(key.span.start))
            {
                return None;
            }
            let above = self.lines.above(done..start, indent)?;
            let next = starts.get(at + 1).copied().unwrap_or(self.to);
            let last = self.lines.last_line(key, node);
            let end = self.lines.end_of_part(last + 1..next, column);
            let field = Block { lines: self.lines, from: start, to: end };
            parts.push(Part {
                rank: known.rank(&key.word),
                above,
                field: field.field(key, node, known, indent)?,
            });
            done = end;
        }
        let tail = self.lines.above(done..self.to, indent)?;
        // What stands above the first field may be said of all of them.
        let top = std::mem::take(&mut parts.first_mut()?.above);
        parts.sort_by_key(|part| part.rank);
        let mut lines = top;
        for (at, part) in parts.into_iter().enumerate() {
            let before = if at == 0 && dash.is_some() { dash?.to_owned() } else { " ".repeat(indent) };
            let mut above = part.above;
            if at == 0 && dash.is_some() {
                // Above a hyphen stands what is said of the whole item.
                for line in &mut above {
                    *line = line.replacen("  ", "", 1);
                }
            }
            put(above, &mut lines);
            let mut field = part.field.into_iter();
            lines.push(format!("{before}{}", field.next()?));
            lines.extend(field);
        }
        put(tail, &mut lines);
        Some(lines)
    }

    fn field(&self, key: &Key, node: &Node, known: &Known, indent: usize) -> Option<Vec<String>> {
        let below = known.below(&key.word);
        let first = self.lines.rest_of_line(key.span.start).trim_end().to_owned();
        let block = Block { lines: self.lines, from: self.from + 1, to: self.to };
        let is_below = |byte: u32, bracket| {
            self.lines.line(byte) > self.from && self.lines.stands_alone(node.span.start, bracket)
        };
        let rest = match &node.value {
            Value::Map(fields) if fields.first().is_some_and(|(key, _)| is_below(key.span.start, '{')) => {
                block.map(fields, &below, indent + 2, None)?
            }
            Value::List(items) if items.first().is_some_and(|item| is_below(item.span.start, '[')) => {
                block.list(items, &below, indent + 2)?
            }
            Value::Map(fields) if block.from == block.to => {
                let place = (key.span.start, node.span);
                return Some(vec![self.lines.braces(&first, place, fields, |key| below.rank(key))?]);
            }
            Value::Map(_) | Value::List(_) => {
                let column = self.lines.column(key.span.start);
                self.lines.shifted(block.from..block.to, column, indent)?
            }
            Value::Word { .. } | Value::Missing => {
                self.lines.words(block.from..block.to, indent + 2, &first)?
            }
        };
        Some([vec![first], rest].concat())
    }

    /// The lines of a list whose hyphens are to stand `indent` blanks in.
    fn list(&self, items: &[Node], known: &Known, indent: usize) -> Option<Vec<String>> {
        let mut lines = Vec::new();
        let mut done = self.from;
        let starts: Option<Vec<_>> = items.iter().map(|item| self.lines.dash(item.span.start)).collect();
        let starts = starts?;
        let column = starts.first()?.1;
        for (at, item) in items.iter().enumerate() {
            let (start, dash) = starts[at];
            if dash != column || start < done {
                return None;
            }
            put(self.lines.above(done..start, indent)?, &mut lines);
            let next = starts.get(at + 1).map_or(self.to, |(line, _)| *line);
            let last = self.lines.line(item.span.end.saturating_sub(1).max(item.span.start));
            let end = self.lines.end_of_part(last + 1..next, column);
            let hyphen = format!("{}- ", " ".repeat(indent));
            let content = self.lines.column(item.span.start);
            let block = Block { lines: self.lines, from: start, to: end };
            match &item.value {
                Value::Map(fields) if self.lines.stands_alone(item.span.start, '{') => {
                    lines.extend(block.map(fields, known, indent + 2, Some(&hyphen))?);
                }
                Value::Map(fields) if end == start + 1 => {
                    let typed = self.lines.rest_of_line(item.span.start).trim_end().to_owned();
                    let place = (item.span.start, item.span);
                    lines.push(format!(
                        "{hyphen}{}",
                        self.lines.braces(&typed, place, fields, |key| known.rank(key))?
                    ));
                }
                _ => {
                    lines.push(format!("{hyphen}{}", self.lines.rest_of_line(item.span.start).trim_end()));
                    lines.extend(self.lines.shifted(start + 1..end, content, indent + 2)?);
                }
            }
            done = end;
        }
        put(self.lines.above(done..self.to, indent)?, &mut lines);
        Some(lines)
    }
}

/// Puts lines below others; where both have a blank line there, one stays.
fn put(below: Vec<String>, lines: &mut Vec<String>) {
    let is_blank = |line: Option<&String>| line.is_some_and(String::is_empty);
    let skipped = usize::from(is_blank(lines.last()) && is_blank(below.first()));
    lines.extend(below.into_iter().skip(skipped));
}

/// Whether two values hold the same words under the same keys, in whatever order these stand.
fn says_the_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| says_the_same(&one.value, &other.value))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, node)| {
                    let found = other.iter().find(|(other, _)| other.word == key.word);
                    found.is_some_and(|(_, other)| says_the_same(&node.value, &other.value))
                })
        }
        _ => one == other,
    }
}

/// The words of every comment, in the order of the alphabet.
fn comments(text: &str) -> Option<Vec<String>> {
    let mut comments = yaml::comments(text)?;
    comments.sort_unstable();
    Some(comments)
}

#[cfg(test)]
mod tests;
