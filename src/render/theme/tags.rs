//! A template as a series of tags, each a series of words: as much of Tera's grammar as is needed to see which fields
//! a template names, and where.

use std::ops::Range;

/// `{{ … }}` or `{% … %}`.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    /// Whether it does something, rather than write something.
    pub does: bool,
    /// What is between its ends.
    pub words: Vec<Word<'t>>,
}

/// A word of a tag, with its bytes in the template.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word<'t> {
    /// What sort of word it is.
    pub is: Is<'t>,
    /// Where it stands.
    pub at: Range<usize>,
}

/// What sort of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is<'t> {
    /// A name, a keyword or a number.
    Name(&'t str),
    /// Words in quotation marks, without these.
    Quoted(&'t str),
    /// Anything else.
    Sign(char),
}

/// The tags of a template, in their order. Comments and what is `raw` are left out.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let inside = start + 2;
        let end = match text.as_bytes().get(start + 1) {
            Some(b'#') => {
                at = find(text, "#}", inside).map_or(text.len(), |end| end + 2);
                continue;
            }
            Some(b'%') => "%}",
            _ => "}}",
        };
        let (mut words, after) = words(text, inside, end);
        at = after;
        // The signs that trim white space belong to the tag's ends, and are no words.
        words.pop_if(|word| word.is == Is::Sign('-'));
        if words.first().is_some_and(|word| word.is == Is::Sign('-')) {
            words.remove(0);
        }
        if matches!(words.as_slice(), [Word { is: Is::Name("raw"), .. }]) {
            at = find(text, "endraw", at).map_or(text.len(), |end| end);
            at = find(text, "%}", at).map_or(text.len(), |end| end + 2);
            continue;
        }
        tags.push(Tag { does: end == "%}", words });
    }
    tags
}

fn find(text: &str, what: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(what).map(|at| at + from)
}

fn next_start(text: &str, from: usize) -> Option<usize> {
    let starts = text.as_bytes().get(from..)?.windows(2);
    starts.into_iter().position(|pair| matches!(pair, b"{{" | b"{%" | b"{#")).map(|at| at + from)
}

/// The words from `at` to the tag's end, and where the text goes on.
fn words<'t>(text: &'t str, mut at: usize, end: &str) -> (Vec<Word<'t>>, usize) {
    let mut words = Vec::new();
    let mut braces = 0_usize;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if braces == 0 && rest.starts_with(end) {
            return (words, at + 2);
        }
        let Some(first) = rest.chars().next() else { break };
        let length = match first {
            '"' | '\'' | '`' => {
                let length = quoted(rest, first);
                let inner = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
                words.push(Word { is: Is::Quoted(inner), at: at..at + length });
                length
            }
            _ if first.is_alphanumeric() || first == '_' => {
                let length = rest
                    .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                    .unwrap_or(rest.len());
                let name = rest.get(..length).unwrap_or_default();
                words.push(Word { is: Is::Name(name), at: at..at + length });
                length
            }
            _ => {
                match first {
                    '{' => braces += 1,
                    '}' => braces = braces.saturating_sub(1),
                    _ => {}
                }
                let length = first.len_utf8();
                if !first.is_whitespace() {
                    words.push(Word { is: Is::Sign(first), at: at..at + length });
                }
                length
            }
        };
        at += length;
    }
    (words, text.len())
}

/// How long a quotation is, its marks included.
fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == mark => return at + 1,
            _ => {}
        }
    }
    rest.len()
}
