//! What was meant to lead somewhere, and is read as letters: brackets that do not close, paths with spaces, ids without
//! their brackets.
//!
//! Whether a word is an id is not known here: what may be one is kept for linking.

use std::ops::Range;

use pulldown_cmark::Event;

use super::Reader;
use crate::diagnostic::Finding;
use crate::model::Id;
use crate::text::{At, Place};

/// A word that is read as letters, and was meant to lead to the record if somebody there is called so.
#[derive(Debug, Clone)]
pub struct Stray {
    /// The id as typed, without an `@`.
    pub id: String,
    /// What is typed in place of a tie.
    pub place: Place,
    /// What is wrong with it.
    pub slip: Slip,
}

/// What is wrong with an id that is read as letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// `[words(@id)`.
    Unclosed,
    /// `@id`, or `(@id)`.
    NoBrackets,
    /// `[id]`.
    NoAtSign,
}

impl Reader<'_> {
    /// Brackets that make no tie, though they were meant to.
    pub(super) fn look_for_lost_ties(&mut self, words: &str, range: &Range<usize>) {
        if !words.contains(['[', ']']) {
            return;
        }
        if self.is_letter(range.start) {
            return;
        }
        let source = self.source(range);
        let rest = self.markdown.get(range.start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        if source.starts_with('[') && line.starts_with("[@")
            || source.starts_with(']') && line.starts_with("](@")
            || source.contains("](@")
        {
            // As far as it was meant to go.
            let closing = if line.starts_with("](@") { ')' } else { ']' };
            let end = line.find(closing).map_or(range.end, |at| range.start + at + closing.len_utf8());
            let place = self.place(range.start..end.max(range.end));
            let finding = Finding::error("bad-reference", place, "this is not read as a reference");
            self.findings.push(finding.help("write `[words](@id)` or `[@id]`; one reference cannot stand inside another, and ids have no spaces"));
        } else if source.starts_with(']') && line.starts_with("] (@") {
            let range = range.start..range.start + "] (@".len();
            let finding =
                Finding::error("bad-reference", self.place(range), "this is not read as a reference");
            self.findings.push(finding.help("take the space out between `]` and `(`: `[words](@id)`"));
        } else if source.starts_with('[') && line.starts_with("[^") {
            let name: String = line.chars().skip(2).take_while(|letter| *letter != ']').collect();
            let finding = Finding::error(
                "unknown-footnote",
                self.place(range.clone()),
                format!("there is no footnote `{name}`"),
            );
            self.findings.push(finding.help(format!("write its text on a line of its own: `[^{name}]: …`")));
        } else {
            self.look_for_lost_path(range, line);
        }
    }

    /// Raw HTML: a block of it is noted at its first line, an element within a line at its opening tag.
    pub(super) fn look_in_html(&mut self, words: &str, range: &Range<usize>) {
        if words.contains("](@") || words.contains("[@") {
            let finding = Finding::error(
                "bad-reference",
                self.place(range.clone()),
                "references inside HTML are not read",
            );
            self.findings.push(finding.help("put the reference outside the HTML, or use Markdown"));
        } else if !words.starts_with("</") && !matches!(self.prose.events.last(), Some((Event::Html(_), _))) {
            let words = words.trim_end();
            self.body
                .html
                .push(At::new(words.to_owned(), self.place(range.start..range.start + words.len())));
        }
    }

    /// Ids among words: without brackets, behind a bracket that does not close, or in brackets without an `@`.
    pub(super) fn look_for_strays(&mut self, range: &Range<usize>) {
        let source = self.source(range);
        for (at, _) in source.match_indices('@') {
            self.body.strays.extend(self.at_sign(range.start + at));
        }
        let rest = self.markdown.get(range.start..).unwrap_or_default();
        let bracketed = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let Some((id, _)) = bracketed.filter(|(_, after)| !after.starts_with('(')) else { return };
        if Id::parse_path(id).is_some() && !self.is_letter(range.start) {
            let place = self.place(range.start..range.start + id.len() + 2);
            self.body.strays.push(Stray { id: id.to_owned(), place, slip: Slip::NoAtSign });
        }
    }

    /// What an `@` among words begins, unless it belongs to an address or a handle on some network, or is a letter.
    fn at_sign(&self, at: usize) -> Option<Stray> {
        let (before, rest) = self.markdown.split_at_checked(at)?;
        let rest = rest.strip_prefix('@')?;
        let in_id =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-/".contains(letter);
        let typed = rest.find(|letter| !in_id(letter)).map_or(rest, |end| rest.split_at(end).0);
        let after = rest.get(typed.len()..).unwrap_or_default();
        let goes_on = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '@';
        if before.ends_with(|letter: char| letter.is_alphanumeric() || "\\/@._+:-[".contains(letter))
            || after.starts_with(goes_on)
            || after.strip_prefix('.').is_some_and(|after| after.starts_with(goes_on))
        {
            return None;
        }
        let opening = before.trim_end_matches(['(', ' ']);
        if opening.ends_with(['[', ']']) && self.is_letter(opening.len() - 1)
            || before.ends_with('(') && self.is_letter(at - 1)
        {
            return None;
        }
        let id = typed.trim_end_matches(['-', '/']);
        Id::parse_path(id)?;
        let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
        let unclosed = paragraph.rfind('[').is_some_and(|open| paragraph.rfind(']') < Some(open));
        let slip = if before.ends_with('(') && unclosed { Slip::Unclosed } else { Slip::NoBrackets };
        let end = at + 1 + id.len();
        let in_brackets = before.ends_with('(') && after.starts_with(')') && typed == id;
        let whole = if in_brackets { at - 1..end + 1 } else { at..end };
        Some(Stray { id: id.to_owned(), place: self.place(whole), slip })
    }

    /// Whether what stands there is a letter: it stands behind a backslash.
    fn is_letter(&self, at: usize) -> bool {
        self.markdown.get(..at).is_some_and(|before| before.ends_with('\\'))
    }

    /// Drops what stands in something of which more is known.
    pub(super) fn drop_told_strays(&mut self) {
        let findings = &self.findings;
        let is_told = |place: Place| {
            findings.iter().any(|finding| {
                let span = finding.place.span;
                span.start < place.span.end && place.span.start < span.end
            })
        };
        self.body.strays.retain(|stray| !is_told(stray.place));
    }

    /// Pictures and links whose path, or what stands before it, keeps them from being read as such.
    fn look_for_lost_path(&mut self, range: &Range<usize>, line: &str) {
        let Some(lost) = self.spaced_path(range, line).or_else(|| unclosed_picture(range, line)) else {
            return;
        };
        let LostPath { whole, mark, help } = lost;
        let what = if mark.is_empty() { "a link" } else { "a picture" };
        let message = format!("this is not read as {what}");
        self.findings.push(Finding::error("bad-reference", self.place(whole), message).help(help));
    }

    /// `![words](/media/two words.png)`, come upon at its `]`.
    fn spaced_path(&self, range: &Range<usize>, line: &str) -> Option<LostPath> {
        let (inside, length) = in_parentheses(line.strip_prefix(']')?)?;
        let path = inside.split(" \"").next().unwrap_or(inside).trim();
        let open = self.markdown.get(..range.start)?.rfind('[')?;
        let words = self.markdown.get(open + 1..range.start)?;
        if !path.contains(' ') || !is_path(path) || words.contains('\n') {
            return None;
        }
        let is_picture = self.markdown.get(..open)?.ends_with('!') && !self.is_letter(open - 1);
        let mark = if is_picture { "!" } else { "" };
        let whole = open - mark.len()..range.start + 1 + length;
        let help = format!("write `{mark}[{words}](<{path}>)`, or take the spaces out of the file's name");
        Some(LostPath { whole, mark, help })
    }
}

/// A picture or link that is read as letters.
struct LostPath {
    whole: Range<usize>,
    /// `!` of a picture.
    mark: &'static str,
    help: String,
}

/// `![words(/media/picture.png)` and `![words] (/media/picture.png)`, come upon at the `!`.
fn unclosed_picture(range: &Range<usize>, line: &str) -> Option<LostPath> {
    let inside = line.strip_prefix("![")?;
    let open = inside.find('(')?;
    let (path, length) = in_parentheses(inside.get(open..)?)?;
    let before = inside.get(..open)?;
    let words = before.trim_end().strip_suffix(']').unwrap_or(before.trim_end());
    // With the bracket closed just before the path, it is for the path to say what is wrong.
    if before.ends_with(']') || words.contains(['[', ']']) || !is_path(path) {
        return None;
    }
    let written = if path.contains(' ') { format!("<{path}>") } else { path.to_owned() };
    let whole = range.start..range.start + "![".len() + open + length;
    Some(LostPath { whole, mark: "!", help: format!("write `![{words}]({written})`") })
}

/// What stands in the parentheses that a text begins with, and how long it is with them.
fn in_parentheses(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 1 => return Some((text.get(1..at)?, at + 1)),
            ')' if depth > 1 => depth -= 1,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Whether words look like the path of a file, or an address.
fn is_path(words: &str) -> bool {
    let ends_as_file = || {
        let ending = words.rsplit_once('.').map(|(_, ending)| ending);
        ending
            .is_some_and(|ending| (2..=5).contains(&ending.len()) && ending.starts_with(char::is_alphabetic))
    };
    !words.starts_with(['@', '<'])
        && (words.starts_with(['/', '.']) || words.contains("://") || ends_as_file())
}

#[cfg(test)]
mod tests {
    use super::in_parentheses;

    #[test]
    fn parentheses_end_where_they_began() {
        assert_eq!(in_parentheses("(a (b) c) d"), Some(("a (b) c", 9)));
        for text in ["", ")", "a)", "(a", ") (a)"] {
            assert_eq!(in_parentheses(text), None, "{text}");
        }
    }
}
