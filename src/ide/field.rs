//! Which field is being typed in: from the lines above alone, since what is half typed cannot be read.
//!
//! A sheet's syntax is broken most of the time while somebody types in it. So no tree is asked: indentation, hyphens
//! and brackets up to the byte in question say under which keys it stands.

use crate::load::{Form, ReportDraft, Shape, form_of};
use crate::model::Kind;
use crate::text::Span;

/// The letters of an id around a byte; empty where there are none.
pub(super) fn word_at(text: &str, at: usize) -> Span {
    let of_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '_');
    let at = text.floor_char_boundary(at.min(text.len()));
    let (before, after) = text.split_at(at);
    let start = before.trim_end_matches(of_word).len();
    let end = at + after.len() - after.trim_start_matches(of_word).len();
    Span::new(start, end)
}

/// The kinds whose ids belong where a byte is; nothing where no id does.
pub(super) fn kinds_at(path: &str, text: &str, at: usize) -> Option<&'static [Kind]> {
    let keys = keys_of(path, text, at)?;
    let shape = shape(path, &keys)?;
    let takes_id = |shape: &Shape| matches!(shape, Shape::Id | Shape::Author);
    let fits = match &shape {
        Shape::Either(plain, _) => takes_id(plain),
        shape => takes_id(shape),
    };
    let kinds = super::kinds::of_field(keys.last()?);
    (fits && !kinds.is_empty()).then_some(kinds)
}

/// The keys above a byte of a sheet, of `report.yaml` or of the front matter of an article.
fn keys_of<'t>(path: &str, text: &'t str, at: usize) -> Option<Vec<&'t str>> {
    let before = text.get(..at)?;
    if !path.starts_with("content/articles/") {
        return keys(before);
    }
    let front = before.trim_start_matches('\u{feff}').strip_prefix("---")?.trim_start_matches('\r');
    let front = front.strip_prefix('\n')?;
    let ends = |line: &str| matches!(line.trim_end(), "---" | "...");
    if front.lines().any(ends) { None } else { keys(front) }
}

/// Whether a byte of an article is in its text, and not in its front matter.
pub(super) fn is_in_prose(text: &str, at: usize) -> bool {
    let Some(before) = text.get(..at) else { return false };
    let mut lines = before.trim_start_matches('\u{feff}').lines();
    lines.next().is_some_and(|first| first.trim_end() != "---")
        || lines.any(|line| matches!(line.trim_end(), "---" | "..."))
}

/// What may stand under these keys: of a list, what its items may be.
fn shape(path: &str, keys: &[&str]) -> Option<Shape> {
    let (mut shape, fields) = if path == "content/report.yaml" {
        (Shape::Fields(ReportDraft::form()), keys)
    } else if path.starts_with("content/articles/") {
        (Shape::Fields(form_of(Kind::Article)), keys)
    } else {
        let [section, _, fields @ ..] = keys else { return None };
        let kind = <Kind as crate::Vocabulary>::ALL.iter().find(|kind| kind.section() == *section)?;
        (Shape::Fields(form_of(*kind)), fields)
    };
    for key in fields {
        shape = match shape {
            Shape::Fields(form) | Shape::Either(_, form) => one(field(&form, key)?),
            Shape::Listed(of) => one(*of),
            _ => return None,
        };
    }
    Some(shape)
}

fn field(form: &Form, key: &str) -> Option<Shape> {
    form.fields.iter().find(|field| field.name == key).map(crate::load::Field::shape)
}

fn one(shape: Shape) -> Shape {
    match shape {
        Shape::List(of) | Shape::OneOrList(of) => one(*of),
        shape => shape,
    }
}

/// The keys above the end of a text; nothing where a key, a comment or words in quotes are being typed there.
fn keys(text: &str) -> Option<Vec<&str>> {
    let mut scan = Scan::default();
    let mut at_end = None;
    for line in text.split('\n') {
        at_end = scan.line(line);
    }
    at_end
}

#[derive(Default)]
struct Scan<'t> {
    /// Keys on lines of their own that are open, each with its column.
    block: Vec<(usize, &'t str)>,
    /// Brackets that are open.
    flow: Vec<Bracket<'t>>,
    /// The column of a key whose words run over further lines: those that are further in belong to it.
    words: Option<usize>,
    /// The quotation mark that is open in brackets.
    quote: Option<char>,
}

enum Bracket<'t> {
    List,
    Map(Option<&'t str>),
}

impl<'t> Scan<'t> {
    /// Takes in a line; the keys above its end, if a value can be typed there.
    fn line(&mut self, line: &'t str) -> Option<Vec<&'t str>> {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let rest = line.trim_start_matches([' ', '\u{feff}']);
        let column = line.len() - rest.len();
        if rest.is_empty() || rest.starts_with('#') {
            return None;
        }
        if !self.flow.is_empty() {
            // An unclosed bracket must not swallow what follows: nothing in brackets stands as far out as their key.
            let owner = self.block.last().map_or(0, |(column, _)| *column);
            if column > owner || rest.starts_with([']', '}']) {
                return self.in_brackets(rest);
            }
            (self.flow, self.quote) = (Vec::new(), None);
        }
        if let Some(owner) = self.words {
            if column > owner {
                return None;
            }
            self.words = None;
        }
        self.in_block(column, rest)
    }

    fn in_block(&mut self, mut column: usize, mut rest: &'t str) -> Option<Vec<&'t str>> {
        while let Some(item) = rest.strip_prefix('-').filter(|item| item.is_empty() || item.starts_with(' '))
        {
            self.block.retain(|(key, _)| *key <= column);
            let inner = item.trim_start();
            column += rest.len() - inner.len();
            rest = inner;
        }
        let (key, value) = match key_of(rest) {
            Some((key, value)) => (Some(key), value),
            None => (None, rest),
        };
        if let Some(key) = key {
            self.block.retain(|(other, _)| *other < column);
            self.block.push((column, key));
        }
        let value = value.trim_start();
        if value.starts_with(['[', '{']) {
            return self.in_brackets(value);
        }
        let quoted = value.chars().next().filter(|first| matches!(first, '"' | '\''));
        let is_open = quoted.is_some_and(|quote| !value.get(1..).is_some_and(|rest| rest.contains(quote)));
        if value.starts_with(['|', '>']) || is_open {
            self.words = Some(column);
        }
        if value.contains(" #") {
            return None;
        }
        self.above()
    }

    /// Reads on inside brackets.
    fn in_brackets(&mut self, line: &'t str) -> Option<Vec<&'t str>> {
        let mut word = 0;
        for (at, letter) in line.char_indices() {
            if let Some(quote) = self.quote {
                if letter == quote {
                    self.quote = None;
                }
                continue;
            }
            let before = line.get(word..at).unwrap_or_default();
            match letter {
                '#' if before.is_empty() || before.ends_with(' ') => return None,
                '"' | '\'' if before.trim().is_empty() => self.quote = Some(letter),
                '[' if before.trim().is_empty() => self.flow.push(Bracket::List),
                '{' if before.trim().is_empty() => self.flow.push(Bracket::Map(None)),
                ']' | '}' => {
                    self.flow.pop();
                    if self.flow.is_empty() {
                        return None;
                    }
                }
                ':' if ends_key(line.get(at + 1..).unwrap_or_default()) => {
                    let key = before.trim().trim_matches(['"', '\'']);
                    if let Some(Bracket::Map(open @ None)) = self.flow.last_mut() {
                        *open = Some(key);
                    }
                }
                ',' => {
                    if let Some(Bracket::Map(key)) = self.flow.last_mut() {
                        *key = None;
                    }
                }
                _ => continue,
            }
            if !matches!(letter, '"' | '\'') {
                word = at + letter.len_utf8();
            }
        }
        self.above()
    }

    /// The keys above what comes next; nothing where that is a key itself.
    fn above(&self) -> Option<Vec<&'t str>> {
        if matches!(self.flow.last(), Some(Bracket::Map(None))) {
            return None;
        }
        let in_flow = self.flow.iter().filter_map(|bracket| match bracket {
            Bracket::Map(key) => *key,
            Bracket::List => None,
        });
        Some(self.block.iter().map(|(_, key)| *key).chain(in_flow).collect())
    }
}

/// A line's key and what stands behind its colon.
fn key_of(line: &str) -> Option<(&str, &str)> {
    if line.starts_with(['[', '{', '#', '&', '*', '!', '|', '>', '%', '`']) {
        return None;
    }
    let quote = line.chars().next().filter(|first| matches!(first, '"' | '\''));
    let from = quote.map_or(Some(0), |quote| line.get(1..)?.find(quote).map(|end| end + 2))?;
    let colon = line
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| *at >= from && line.get(at + 1..).is_some_and(ends_key))?;
    let key = line.get(..colon)?.trim().trim_matches(['"', '\'']);
    Some((key, line.get(colon + 1..)?))
}

/// Whether what stands behind a colon makes what is before it a key.
fn ends_key(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t', ',', ']', '}'])
}

#[cfg(test)]
mod tests {
    use super::{keys, kinds_at, word_at};

    #[test]
    fn the_keys_above_are_known_in_every_way_of_writing() {
        let cases = [
            ("claims:\n  told:\n    speaker: ", "claims told speaker"),
            ("claims:\n  told:\n    text: Ä [sic\n    speaker: los", "claims told speaker"),
            ("claims:\n  told:\n    about: [łoś, ", "claims told about"),
            ("claims:\n  told:\n    about: [los,\n      ", ""),
            ("claims:\n  told:\n    about: [los,\n      we", "claims told about"),
            ("claims:\n  told:\n    about:\n      - los\n      - we", "claims told about"),
            ("claims:\n  told:\n    about:\n    - los\n    - we", "claims told about"),
            (
                "claims:\n  told:\n    evidence:\n      - document: x\n        said_by: ",
                "claims told evidence said_by",
            ),
            (
                "claims:\n  told:\n    evidence:\n      - document: x\n        via: [a]\n      - document: ",
                "claims told evidence document",
            ),
            ("claims:\n  told:\n    evidence: [{document: x, said_by: ", "claims told evidence said_by"),
            (
                "claims:\n  told: {text: \"a, b: [\", evidence: [{document: x, via: [a, b",
                "claims told evidence via",
            ),
            ("people: {los: {name: Änne, speaks_for: ", "people los speaks_for"),
            // What is not closed ends with the next key further out.
            ("claims:\n  told:\n    about: [los, \n  next:\n    speaker: ", "claims next speaker"),
            ("claims:\n  told:\n    text: |\n      speaker: x\n    speaker: ", "claims told speaker"),
            ("claims:\n  told:\n    text: 'It\n      speaker: x'\n    speaker: ", "claims told speaker"),
            // A key, a comment or words of many lines are being typed.
            ("claims:\n  told: {speak", ""),
            ("claims:\n  told:\n    # speaker: ", ""),
            ("claims:\n  told:\n    speaker: los # ", ""),
            ("claims:\n  told:\n    text: |\n      speaker: ", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(keys(text).unwrap_or_default().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn only_fields_that_take_ids_have_kinds() {
        let kinds = |path: &str, text: &str| {
            let kinds = kinds_at(path, text, text.len()).unwrap_or_default();
            kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" ")
        };
        let sheet = "content/facts/all.yaml";
        assert_eq!(kinds(sheet, "claims:\n  x:\n    evidence:\n      - document: "), "document");
        assert_eq!(kinds(sheet, "claims:\n  x:\n    text: "), "");
        assert_eq!(kinds(sheet, "people:\n  x:\n    was: ["), "");
        assert_eq!(kinds(sheet, "people:\n  x:\n    speaks_for: "), "organisation source");
        assert_eq!(kinds(sheet, "people:\n  x:\n    speaks_for: [{organisation: "), "organisation source");
        assert_eq!(kinds("content/articles/a.md", "---\ntranslation_of: "), "article");
        assert_eq!(kinds("content/articles/a.md", "---\ntitle: x\n---\nauthors: "), "");
        assert_eq!(
            kinds("content/report.yaml", "rules: [{rule: x, for: ["),
            "claim person organisation source document date article"
        );
    }

    #[test]
    fn a_word_is_the_letters_of_an_id() {
        let text = "via: [łoś-2, b]";
        let word = |at| text.get(word_at(text, at).range()).unwrap();
        assert_eq!(word(text.find('ś').unwrap()), "łoś-2");
        assert_eq!(word(text.find(',').unwrap()), "łoś-2");
        assert_eq!(word(text.len()), "");
    }
}
