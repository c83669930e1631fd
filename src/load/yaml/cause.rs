//! What was most likely typed wrong, read off the lines around the place where the parser gave up: many a mistake it
//! notices only later, and takes for another.

use granit_parser::ErrorKind;

use super::signs::{Slip, colon, dash};
use super::wording::{is_tab, quoted};
use crate::text::Span;

/// A mistake: which words to mark, what is wrong, and the way out.
pub(super) struct Cause {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: String,
}

impl Cause {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: help.into() }
    }
}

/// The mistake behind an error at byte `at`, in the entry that begins at byte `start`; nothing where the lines do not
/// tell more than the parser does.
pub(super) fn cause(text: &str, start: usize, at: usize, kind: &ErrorKind) -> Option<Cause> {
    let lines = lines(text, start);
    if let Some(cause) = lines.iter().find_map(|line| two_versions(line).or_else(|| odd_blank(line))) {
        return Some(cause);
    }
    let here = lines.iter().rposition(|line| line.start <= at)?;
    if is_tab(kind) {
        return lines.iter().skip(here).find_map(tab);
    }
    let (above, line) = (lines.get(..here)?, lines.get(here)?);
    if let Some(cause) = slipped(lines.get(..=here)?) {
        return Some(cause);
    }
    match kind {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => {
            open_bracket(above.last()?).or_else(|| reads_on(above, line, at))
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::ExpectedBlockSequenceEntry => bracketed_words(line, at)
            .or_else(|| alias(line))
            .or_else(|| below_a_value(above.last()?, line))
            .or_else(|| out_of_line(above, line)),
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping => missing_comma(line, at),
        ErrorKind::ExpectedDocumentStart if line.key.is_none() => Some(stray(line)),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            marks_in_marks(line, at)
        }
        _ => None,
    }
}

/// A line that says something.
struct Line<'t> {
    /// Its first byte.
    start: usize,
    text: &'t str,
    /// How many spaces stand before its key, or its words; a hyphen before them counts as one.
    column: usize,
    /// The key, where it begins with one.
    key: Option<&'t str>,
    /// What stands behind the key, or all words.
    value: &'t str,
}

impl Line<'_> {
    fn is_item(&self) -> bool {
        self.text.trim_start().starts_with("- ")
    }

    /// Its key, or its first word.
    fn head(&self) -> Span {
        let word = self.key.unwrap_or_else(|| self.value.split_whitespace().next().unwrap_or_default());
        Span::new(self.start + self.column, self.start + self.column + word.len())
    }

    fn value_span(&self) -> Span {
        let from = self.start + self.text.len() - self.value.len();
        Span::new(from, from + self.value.len())
    }
}

/// The lines from byte `start` on that are neither empty nor comments.
fn lines(text: &str, start: usize) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut at = start;
    for whole in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        let line = whole.trim_end();
        let begins = line.trim_start_matches(' ');
        if !begins.is_empty() && !begins.starts_with('#') {
            let mut words = begins;
            while let Some(item) = words.strip_prefix("- ") {
                words = item.trim_start_matches(' ');
            }
            let colon = words.find(": ").or_else(|| words.ends_with(':').then(|| words.len() - 1));
            let colon = colon.filter(|_| !words.starts_with(['"', '\'', '[', '{']));
            lines.push(Line {
                start: at,
                text: line,
                column: line.len() - words.len(),
                key: colon.and_then(|colon| words.get(..colon)),
                value: colon.map_or(words, |colon| words.get(colon + 1..).unwrap_or_default().trim_start()),
            });
        }
        at += whole.len();
    }
    lines
}

/// Lines without a sign that is theirs, in the place where the parser gave up or right above it.
fn slipped(lines: &[Line<'_>]) -> Option<Cause> {
    let cause = |line: &Line<'_>, slip: Option<Slip>| {
        let span = Span::new(line.start + line.column, line.start + line.text.len());
        slip.map(|Slip { message, help }| Cause::new(span, message, help))
    };
    let words = |line: &Line<'_>| line.text.get(line.column..).unwrap_or_default().to_owned();
    let mut items = lines.iter().enumerate().rev().take(2);
    let item = items.find_map(|(at, line)| Some((at, line, dash(&words(line))?)));
    if let Some((at, line, slip)) = item {
        let opens = lines.iter().take(at).rev().find(|line| dash(&words(line)).is_none())?;
        if opens.value.is_empty() {
            return cause(line, Some(slip));
        }
    }
    let (last, above) = lines.split_last()?;
    let no_fields = above.iter().rev().take_while(|line| line.key.is_none());
    let own = last.key.is_none().then_some(last);
    own.into_iter().chain(no_fields).filter_map(|line| cause(line, colon(&words(line)))).last()
}

/// Words that begin as an alias does: `*Captain* of the ship`.
fn alias(line: &Line<'_>) -> Option<Cause> {
    let sign = line.value.chars().next().filter(|sign| matches!(sign, '*' | '&'))?;
    let message = format!("words that begin with `{sign}` go in quotes");
    Some(Cause::new(line.value_span(), message, quoted(line.text, line.value)))
}

/// A field in braces that begins where the words before it have not ended: `{name: Gazette kind: newspaper}`.
fn missing_comma(line: &Line<'_>, at: usize) -> Option<Cause> {
    let (before, rest) = line.text.split_at_checked(at.checked_sub(line.start)?)?;
    rest.starts_with(':').then_some(())?;
    let is_key = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let words = before.trim_end_matches(is_key);
    let key = before.get(words.len()..).filter(|key| !key.is_empty())?;
    let field = words.rsplit(['{', ',']).next()?.trim();
    field.contains(": ").then_some(())?;
    let help = format!("write `{field}, {key}: …`; if these are words, put them in quotes");
    let span = Span::new(at - key.len(), at);
    Some(Cause::new(span, format!("a comma is missing before `{key}`"), help))
}

/// What git leaves where two have changed the same lines.
fn two_versions(line: &Line<'_>) -> Option<Cause> {
    let is_mark =
        line.text == "=======" || line.text.starts_with("<<<<<<< ") || line.text.starts_with(">>>>>>> ");
    is_mark.then(|| {
        let span = Span::new(line.start, line.start + line.text.len());
        let help = "keep one of the two, and take the lines `<<<<<<<`, `=======` and `>>>>>>>` out";
        Cause::new(span, "git put two versions here, for somebody to choose from", help)
    })
}

/// A blank before the first word that looks like a space and is none.
fn odd_blank(line: &Line<'_>) -> Option<Cause> {
    let is_odd = |letter: char| !letter.is_ascii() && (letter.is_whitespace() || letter == '\u{200b}');
    let from = line.text.find(|letter| letter != ' ')?;
    let odd: usize =
        line.text.get(from..)?.chars().take_while(|letter| is_odd(*letter)).map(char::len_utf8).sum();
    (odd > 0).then(|| {
        let span = Span::new(line.start + from, line.start + from + odd);
        let help =
            "type spaces in its place; such blanks come along with words copied from a page or a letter";
        Cause::new(span, "a blank that is no space stands here", help)
    })
}

fn tab(line: &Line<'_>) -> Option<Cause> {
    let first = line.text.find('\t')?;
    let length = line.text.get(first..)?.bytes().take_while(|byte| *byte == b'\t').count();
    let span = Span::new(line.start + first, line.start + first + length);
    Some(Cause::new(span, "a tab stands where spaces should", "indent with spaces, two for each level"))
}

/// A bracket on the line before that was not closed, so that this line reads as part of it.
fn open_bracket(above: &Line<'_>) -> Option<Cause> {
    let (open, close) = match above.value.chars().next()? {
        '[' => ('[', ']'),
        '{' => ('{', '}'),
        _ => return None,
    };
    let count = |sign| above.value.matches(sign).count();
    (count(open) > count(close)).then(|| {
        let help = format!("close `{open}` with `{close}`, and put commas between the items");
        Cause::new(above.value_span(), "this bracket is not closed", help)
    })
}

/// A line that is indented deeper than the field before it, and so goes on with the words of that.
fn reads_on(above: &[Line<'_>], line: &Line<'_>, at: usize) -> Option<Cause> {
    let colon = line.head().end as usize;
    if line.key.is_none() || colon != at {
        return None;
    }
    let last = above.last()?;
    let words = last.text.get(last.column..)?;
    if words.starts_with('-') && !words.starts_with("---") {
        let words = words.trim_start_matches('-');
        let span = Span::new(last.start + last.column, last.start + last.text.len());
        return Some(Cause::new(span, "a space is missing behind this hyphen", format!("write `- {words}`")));
    }
    let field = above.iter().rposition(|line| line.key.is_some())?;
    let between = above.get(field + 1..)?;
    let field = above.get(field)?;
    if let Some(line) = between.iter().find(|line| line.column <= field.column) {
        return Some(stray(line));
    }
    if line.is_item() || line.column <= field.column || field.value.is_empty() {
        return None;
    }
    let key = field.key?;
    let message = format!("this line stands deeper than `{key}` above it, and so reads as more of its words");
    let help = format!("put {} before it, as before `{key}`", spaces(field.column));
    Some(Cause::new(line.head(), message, help))
}

/// Words that go on below their field, at its edge or before it.
fn stray(line: &Line<'_>) -> Cause {
    let span = Span::new(line.start + line.column, line.start + line.text.len());
    let help = "words that run over several lines are indented deeper than their field";
    Cause::new(span, "this line is no field, and no part of the one before it", help)
}

/// Words that begin with a bracket: `[…] he said`.
fn bracketed_words(line: &Line<'_>, at: usize) -> Option<Cause> {
    let value = line.value_span();
    let before = line.text.get(..at.checked_sub(line.start)?)?.trim_end();
    let begins =
        line.value.starts_with(['[', '{']) && before.ends_with([']', '}']) && at > value.start as usize;
    begins.then(|| {
        Cause::new(value, "words that begin with a bracket need quotes", quoted(line.text, line.value))
    })
}

/// A list below a field that has a value on its own line: `evidence: []`.
fn below_a_value(above: &Line<'_>, line: &Line<'_>) -> Option<Cause> {
    let (key, value) = (above.key?, above.value);
    let is_list = line.is_item() && matches!(value, "[]" | "{}" | "~" | "null");
    is_list.then(|| {
        let message = format!("`{key}` is empty here, and has a list on the lines below");
        Cause::new(above.value_span(), message, format!("take the `{value}` out: `{key}:`"))
    })
}

/// A field that stands neither under those before it nor under what they belong to.
fn out_of_line(above: &[Line<'_>], line: &Line<'_>) -> Option<Cause> {
    if line.key.is_none() || line.is_item() {
        return None;
    }
    let mut open: Vec<&Line<'_>> = Vec::new();
    for line in above.iter().rev().filter(|line| line.key.is_some()) {
        if open.last().is_none_or(|deeper| line.column < deeper.column) {
            open.push(line);
        }
    }
    let away = |other: &Line<'_>| other.column.abs_diff(line.column);
    let least = open.iter().map(|line| away(line)).min().filter(|away| *away > 0)?;
    let places: Vec<String> = open
        .iter()
        .filter(|line| away(line) == least)
        .map(|line| {
            format!("{} before it, as before `{}`", spaces(line.column), line.key.unwrap_or_default())
        })
        .collect();
    let help = format!("fields of one entry are indented alike: put {}", places.join(", or "));
    Some(Cause::new(line.head(), "this line does not fit in with the lines before it", help))
}

/// Quotation marks inside words that stand between the same marks.
fn marks_in_marks(line: &Line<'_>, at: usize) -> Option<Cause> {
    let mark = line.value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let other = if mark == '"' { '\'' } else { '"' };
    if line.value.contains([other, '\\', '{', '[', '#']) || line.value.chars().count() > 80 {
        return None;
    }
    let inner = line.value.strip_prefix(mark)?.strip_suffix(mark);
    let words = inner.filter(|inner| inner.contains(mark)).unwrap_or(line.value);
    let words = if mark == '\'' { line.value.trim_matches(mark) } else { words };
    let from = at.saturating_sub(line.start);
    let word = line.text.get(from..)?.split_whitespace().next()?;
    let help = format!("put all of the words between other marks: `{}: {other}{words}{other}`", line.key?);
    let span = Span::new(at, at + word.len());
    Some(Cause::new(span, "words go on after the closing quotation mark", help))
}

fn spaces(count: usize) -> String {
    match count {
        0 => "no space".to_owned(),
        1 => "one space".to_owned(),
        _ => format!("{count} spaces"),
    }
}
