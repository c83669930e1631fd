//! The parser's errors in the words of someone who writes sheets.

use granit_parser::{ErrorKind, ScanError};

use super::cause::{Cause, cause};
use crate::diagnostic::Finding;
use crate::text::{FileId, Place, Span};

/// What is said of a syntax error that was found in what stands in `text` from byte `start` on.
pub(super) fn finding(file: FileId, text: &str, error: &ScanError, start: usize) -> Finding {
    let at =
        text.floor_char_boundary((start + error.marker().byte_offset().unwrap_or_default()).min(text.len()));
    if let Some(Cause { span, message, help }) = cause(text, start, at, error.kind()) {
        return Finding::error("yaml-syntax", Place { file, span }, message).help(help);
    }
    let (span, line) = spot(text, at);
    let place = Place { file, span };
    let plain = |message: &str, help: String| Finding::error("yaml-syntax", place, message).help(help);
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => {
            Finding::error("yaml-feature", place, "this is nested too deeply")
                .help("no field of a sheet needs more than a few levels")
        }
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => {
            plain("a second `:` in this line makes it two fields in one", in_quotes(line))
        }
        ErrorKind::UnexpectedCharacter { character } => {
            plain(&format!("words that begin with `{character}` need quotes"), in_quotes(line))
        }
        ErrorKind::MissingAnchorOrAliasName => {
            plain("words that begin with `&` or `*` need quotes", in_quotes(line))
        }
        kind if is_tab(kind) => {
            plain("a tab stands where spaces should", "indent with spaces, two for each level".to_owned())
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidFlowScalarIndent => plain(
            if text.get(at..).is_some_and(|rest| rest.starts_with(['[', '{'])) {
                "this bracket is not closed"
            } else {
                "a bracket that was opened before here is not closed"
            },
            "close `[` with `]` and `{` with `}`, and put commas between the items".to_owned(),
        ),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => plain(
            &format!("`{open}` is closed with `{close}`"),
            "close `[` with `]` and `{` with `}`".to_owned(),
        ),
        ErrorKind::MisplacedFlowCollectionEnd => {
            plain("this bracket closes nothing", "take it out, or put the words in quotes".to_owned())
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => plain(
            "a quotation mark that was opened before here is not closed",
            "put the same mark at the end of the words".to_owned(),
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => plain(
            "words go on after the closing quotation mark",
            "put all of the words in one pair of marks; inside `'…'` write `''` for an apostrophe".to_owned(),
        ),
        ErrorKind::UnknownQuotedScalarEscape => {
            plain("this is no escape", "inside `\"…\"` write `\\\\` for a backslash, or use `'…'`".to_owned())
        }
        ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::ExpectedBlockSequenceEntry => plain(
            "a list item cannot stand here",
            "list items stand on lines of their own, each `- ` one level in below its key".to_owned(),
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::MappingKeyNotAllowed => plain(
            "this line does not fit in with the lines before it",
            "fields of one entry are indented alike; look at the line above too".to_owned(),
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => plain(
            "this line is no field",
            "write `key: value`, with a space after the colon; look at the line above too".to_owned(),
        ),
        ErrorKind::ExpectedDocumentStart | ErrorKind::MissingDocumentEndBeforeDirective => plain(
            "this does not belong to what stands above it",
            "the whole file is one map of keys, all at the left edge".to_owned(),
        ),
        _ => plain(
            "this is not YAML",
            "words with `: `, `#`, brackets or quotes in them stand in quotes".to_owned(),
        ),
    }
}

pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabInIndentation
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}

/// The words to mark, and their line: from the byte on to the end of the word; at the end of a line, its last word.
fn spot(text: &str, at: usize) -> (Span, &str) {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let line = line.trim_end();
    if line.trim().is_empty() {
        // The error is noticed after the last words there are: show these.
        let words = before.trim_end();
        let start = words.rfind('\n').map_or(0, |newline| newline + 1);
        let line = words.get(start..).unwrap_or_default();
        let from = start + line.len() - line.trim_start().len();
        return (Span::new(from, words.len()), line);
    }
    let rest = text.get(at..start + line.len()).unwrap_or_default();
    let word = rest.split_whitespace().next().map_or(0, |word| rest.find(word).unwrap_or(0) + word.len());
    let end = if word == 0 { start + line.len() } else { at + word };
    (Span::new(at.min(end), end), line)
}

/// How a line's value looks in quotes, where it is words and nothing else.
fn in_quotes(line: &str) -> String {
    match line.split_once(": ") {
        Some((_, value)) if !value.contains(['{', '[']) => quoted(line, value.trim()),
        _ => GENERAL.to_owned(),
    }
}

const GENERAL: &str = "put the words in quotes: `\"…\"`";

/// How a line looks with its value in quotes.
pub(super) fn quoted(line: &str, value: &str) -> String {
    if value.is_empty() || value.contains(['"', '#', '\\']) || value.chars().count() > 60 {
        return GENERAL.to_owned();
    }
    let key = line.strip_suffix(value).unwrap_or_default().trim_start();
    format!("if these are words, put them in quotes: `{key}\"{value}\"`")
}
