//! The lines of a sheet, to be moved as they are.

use std::ops::Range;

use crate::load::yaml::{Key, Node};
use crate::text::Span;

/// A text by lines, without what ends them.
pub(super) struct Lines<'t> {
    text: &'t str,
    lines: Vec<(usize, &'t str)>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut lines = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let shown = line.trim_end_matches('\n');
            lines.push((at, shown.strip_suffix('\r').unwrap_or(shown)));
            at += line.len();
        }
        if let Some((at, first)) = lines.first_mut()
            && let Some(rest) = first.strip_prefix('\u{feff}')
        {
            *at += '\u{feff}'.len_utf8();
            *first = rest;
        }
        Self { text, lines }
    }

    /// A text of these lines, which begins and ends as this one does; there is always an end to the last line.
    pub(super) fn joined(&self, lines: &[String]) -> String {
        let bom = if self.text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let kept = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
        let lines: String = lines.iter().take(kept).flat_map(|line| [line.as_str(), end]).collect();
        format!("{bom}{lines}")
    }

    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// The number of the line that a byte stands in, from 0.
    pub(super) fn line(&self, byte: u32) -> usize {
        self.lines.partition_point(|(start, _)| *start <= byte as usize).saturating_sub(1)
    }

    /// How many bytes stand before it in its line.
    pub(super) fn column(&self, byte: u32) -> usize {
        let (start, _) = self.lines.get(self.line(byte)).copied().unwrap_or_default();
        byte as usize - start.min(byte as usize)
    }

    /// Its line, from there on.
    pub(super) fn rest_of_line(&self, byte: u32) -> &'t str {
        let (_, line) = self.lines.get(self.line(byte)).copied().unwrap_or_default();
        line.get(self.column(byte)..).unwrap_or_default()
    }

    fn before(&self, byte: u32) -> &'t str {
        let (_, line) = self.lines.get(self.line(byte)).copied().unwrap_or_default();
        line.get(..self.column(byte)).unwrap_or_default()
    }

    /// Whether blanks alone stand before it in its line.
    pub(super) fn is_first(&self, byte: u32) -> bool {
        self.before(byte).bytes().all(|byte| byte == b' ')
    }

    /// Whether something begins there that is written line by line: not in brackets, and not elsewhere (an alias).
    pub(super) fn stands_alone(&self, byte: u32, bracket: char) -> bool {
        !self.rest_of_line(byte).starts_with([bracket, '*'])
    }

    /// The line and the column of the hyphen before an item of a list; nothing where other words stand between.
    pub(super) fn dash(&self, byte: u32) -> Option<(usize, usize)> {
        // Where the item of a list is a list, its own hyphen is the first thing in it.
        let before = self.before(byte);
        let column = before.find('-')?;
        let around = before.strip_suffix(before.get(column..)?)?;
        let is_plain = around.bytes().all(|byte| byte == b' ')
            && before.get(column + 1..)?.bytes().all(|byte| byte == b' ');
        is_plain.then(|| (self.line(byte), column))
    }

    /// The last line of a field.
    pub(super) fn last_line(&self, key: &Key, node: &Node) -> usize {
        let end = node.span.end.max(key.span.end);
        self.line(end.saturating_sub(1))
    }

    /// Where the part above ends: behind the comments that stand further in than `column`.
    pub(super) fn end_of_part(&self, between: Range<usize>, column: usize) -> usize {
        let mut end = between.start;
        for at in between {
            let line = self.lines.get(at).map_or("", |(_, line)| *line);
            let inner = line.trim_start();
            if !inner.is_empty() && line.len() - inner.len() > column {
                end = at + 1;
            }
        }
        end
    }

    /// Comments and blank lines, `indent` blanks in; nothing where there is anything else. Of several blank lines one
    /// stays.
    pub(super) fn above(&self, lines: Range<usize>, indent: usize) -> Option<Vec<String>> {
        let mut above: Vec<String> = Vec::new();
        for (_, line) in self.lines.get(lines)? {
            let line = line.trim();
            match line.chars().next() {
                None if above.last().is_some_and(String::is_empty) => {}
                None => above.push(String::new()),
                Some('#') => above.push(format!("{}{line}", " ".repeat(indent))),
                Some(_) => return None,
            }
        }
        Some(above)
    }

    /// Lines moved from one column to another, all by as much.
    pub(super) fn shifted(&self, lines: Range<usize>, from: usize, to: usize) -> Option<Vec<String>> {
        let moved = |(_, line): &(usize, &str)| {
            let inner = line.trim_start_matches(' ');
            if inner.is_empty() {
                return Some(String::new());
            }
            let indent = (line.len() - inner.len() + to).checked_sub(from)?;
            Some(format!("{}{inner}", " ".repeat(indent)))
        };
        self.lines.get(lines)?.iter().map(moved).collect()
    }

    /// The lines in which words go on, the one that stands furthest out `to` blanks in; `first` is the line above them.
    /// Where that says how far in they stand (`|2`), they keep their distance.
    pub(super) fn words(&self, lines: Range<usize>, to: usize, first: &str) -> Option<Vec<String>> {
        let said = first.rsplit(['|', '>']).next().filter(|said| said.len() < first.len());
        let is_said = said.is_some_and(|said| said.starts_with(|sign: char| sign.is_ascii_digit()));
        let indents = self
            .lines
            .get(lines.clone())?
            .iter()
            .map(|(_, line)| line.len() - line.trim_start_matches(' ').len());
        let full = self.lines.get(lines.clone())?.iter().map(|(_, line)| !line.trim().is_empty());
        let outermost =
            indents.zip(full).filter(|(_, full)| *full).map(|(indent, _)| indent).min().unwrap_or(to);
        self.shifted(lines, outermost, if is_said { outermost } else { to })
    }

    /// A line in which a map stands in braces, with its fields by rank. `line` begins at the first of the bytes; where
    /// the fields are in order already, not a sign changes.
    pub(super) fn braces(
        &self,
        line: &str,
        (start, map): (u32, Span),
        fields: &[(Key, Node)],
        rank: impl Fn(&str) -> usize,
    ) -> Option<String> {
        let mut sorted: Vec<&(Key, Node)> = fields.iter().collect();
        sorted.sort_by_key(|(key, _)| rank(&key.word));
        let is_sorted = sorted.iter().zip(fields).all(|(one, other)| one.0.span == other.0.span);
        let typed = self.text.get(map.range())?;
        if is_sorted || !typed.starts_with('{') {
            return Some(line.to_owned());
        }
        let words = |(key, node): &&(Key, Node)| {
            self.text.get(key.span.start as usize..node.span.end.max(key.span.end) as usize)
        };
        let words: Vec<&str> = sorted.iter().map(words).collect::<Option<_>>()?;
        let from = (map.start - start) as usize;
        let (before, after) = (line.get(..from)?, line.get(from + typed.len()..)?);
        Some(format!("{before}{{{}}}{after}", words.join(", ")))
    }
}
