//! Findings as snippets: the line itself with the place marked, and the way out.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};
use rustc_hash::FxHashMap;

use crate::diagnostic::{Finding, Level};
use crate::text::{FileId, Inputs, LineIndex, Place, Position};

/// How many bytes of a line are shown on either side of the place.
const LINE: usize = 160;

/// All findings, each with its place, the line itself and what to do. Empty where there are none.
#[must_use]
pub fn human(findings: &[Finding], inputs: &Inputs, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut lines = Lines { inputs, known: FxHashMap::default() };
    let mut text = String::new();
    for finding in findings {
        let (group, places) = group(finding, &mut lines);
        let shown = renderer.render(&[group]);
        let shown = places.iter().fold(shown, |shown, (counted, place)| shown.replace(counted, place));
        let _ = writeln!(text, "{shown}\n");
    }
    text
}

/// From how many findings on they are told by rule, too: fewer are seen in one look.
const MANY: usize = 20;

/// A line for each rule, the heaviest and then the most frequent first: how often it fired, and in how many files.
/// Empty where the findings are few, or all of one rule.
#[must_use]
pub fn by_rule(findings: &[Finding]) -> String {
    let mut rules: BTreeMap<_, (usize, BTreeSet<FileId>)> = BTreeMap::new();
    for finding in findings {
        let (count, files) = rules.entry((Reverse(finding.level), finding.rule)).or_default();
        *count += 1;
        files.insert(finding.place.file);
    }
    if findings.len() <= MANY || rules.len() < 2 {
        return String::new();
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|((level, _), (count, _))| (*level, Reverse(*count)));
    let width = rules.iter().map(|((_, rule), _)| rule.len()).max().unwrap_or_default();
    let mut text = "by rule:\n".to_owned();
    for ((Reverse(level), rule), (count, files)) in rules {
        let files = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
        let _ = writeln!(text, "{count:>6}  {:<7}  {rule:<width$}  in {files}", level.word());
    }
    text.push_str(
        "`--only RULE` shows one of them alone, `casebook explain RULE` says why and how to mend it\n\n",
    );
    text
}

/// How many there are of each weight and, where they are a handful of several rules, of each rule.
#[must_use]
pub fn summary(findings: &[Finding]) -> String {
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let parts = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
    let parts = parts.into_iter().filter_map(|(level, word)| match count(level) {
        0 => None,
        1 => Some(format!("1 {word}")),
        many => Some(format!("{many} {word}s")),
    });
    let mut text = parts.collect::<Vec<_>>().join(", ");
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *rules.entry(finding.rule).or_default() += 1;
    }
    if (6..=MANY).contains(&findings.len()) && rules.len() > 1 {
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|(_, count)| Reverse(*count));
        let rules: Vec<String> = rules.iter().map(|(rule, count)| format!("{count} {rule}")).collect();
        let _ = write!(text, " ({})", rules.join(", "));
    }
    text
}

/// Lines of files, looked up once for each file.
struct Lines<'i> {
    inputs: &'i Inputs,
    known: FxHashMap<FileId, LineIndex>,
}

/// The lines around a place, cut out of their file.
struct Cut<'i> {
    path: &'i str,
    at: Position,
    source: &'i str,
    marked: Range<usize>,
}

impl<'i> Lines<'i> {
    /// The lines a place stands on; of a place over many lines, the first.
    fn cut(&mut self, place: Place) -> Cut<'i> {
        let input = self.inputs.file(place.file);
        let text: &'i str = &input.text;
        let index = self.known.entry(place.file).or_insert_with(|| LineIndex::new(text));
        let boundary = |byte: usize| text.floor_char_boundary(byte.min(text.len()));
        let range = place.span.range();
        let (mut start, mut end) = (boundary(range.start), boundary(range.end));
        if start == 0 && text.starts_with('\u{feff}') {
            start = 3;
            end = end.max(3);
        }
        let line_start =
            text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let rest = text.get(start..).unwrap_or_default();
        let line_end = start + rest.find('\n').unwrap_or(rest.len());
        let line_end = start + text.get(start..line_end).unwrap_or_default().trim_end_matches('\r').len();
        end = end.clamp(start, line_end.max(start));
        // A line that runs on for pages is shown where it matters.
        let from = if start - line_start > LINE { text.ceil_char_boundary(start - LINE) } else { line_start };
        let to = if line_end.saturating_sub(end) > LINE { boundary(end + LINE) } else { line_end };
        let to = to.max(end);
        Cut {
            path: &input.path,
            at: index.position(text, start),
            source: text.get(from..to).unwrap_or_default(),
            marked: start - from..end - from,
        }
    }
}

impl Cut<'_> {
    /// The place as the renderer counts it, in the part of the line that is shown, and as it is; nothing where these
    /// are the same.
    fn place(&self) -> Option<(String, String)> {
        let Self { path, at: Position { line, column }, source, marked } = self;
        let counted = source.get(..marked.start).unwrap_or_default().chars().count() + 1;
        (counted != *column as usize)
            .then(|| (format!("{path}:{line}:{counted}"), format!("{path}:{line}:{column}")))
    }
}

/// A finding as it is shown, with the places in it that have to be counted in another way.
fn group<'i>(finding: &'i Finding, lines: &mut Lines<'i>) -> (Group<'i>, Vec<(String, String)>) {
    let level = match finding.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let title = level.primary_title(clean(&finding.message)).id(finding.rule);
    let cut = lines.cut(finding.place);
    let mut places: Vec<_> = cut.place().into_iter().collect();
    let mut primary = AnnotationKind::Primary.span(cut.marked.clone());
    if !finding.label.is_empty() {
        primary = primary.label(clean(&finding.label));
    }
    let mut group = title.element(snippet(&cut).annotation(primary));
    for (place, what) in &finding.others {
        let cut = lines.cut(*place);
        places.extend(cut.place());
        let context = AnnotationKind::Context.span(cut.marked.clone()).label(clean(what));
        group = group.element(snippet(&cut).annotation(context));
    }
    if let Some(help) = &finding.help {
        group = group.element(Shown::HELP.message(clean(help)));
    }
    (group, places)
}

fn snippet<'i, T: Clone>(cut: &Cut<'i>) -> Snippet<'i, T> {
    Snippet::source(cut.source).line_start(cut.at.line as usize).path(cut.path)
}

/// Words of a sheet can hold anything; a terminal is told no more than what they say.
fn clean(words: &str) -> Cow<'_, str> {
    if words.chars().any(char::is_control) {
        words.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
    } else {
        Cow::Borrowed(words)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{by_rule, human, summary};
    use crate::diagnostic::Finding;
    use crate::text::{Input, Inputs, Place, Span};

    /// What is said where `what` stands in `text`.
    fn said(text: &str, what: &str) -> String {
        let inputs = Inputs::new(
            vec![Input { path: "content/facts/call.yaml".into(), text: text.into() }],
            BTreeMap::new(),
        );
        let at = text.find(what).unwrap();
        let place = Place {
            file: inputs.find("content/facts/call.yaml").unwrap(),
            span: Span::new(at, at + what.len()),
        };
        let finding = Finding::error("unsourced-claim", place, "no evidence for this claim")
            .help("add `evidence`, or take the claim out");
        human(&[finding], &inputs, false)
    }

    #[test]
    fn a_finding_shows_the_line_with_the_place_marked() {
        assert_eq!(
            said("claims:\n  gräfe-mobile:\n    text: …\n", "gräfe-mobile"),
            "\
error[unsourced-claim]: no evidence for this claim
 --> content/facts/call.yaml:2:3
  |
2 |   gräfe-mobile:
  |   ^^^^^^^^^^^^
  |
  = help: add `evidence`, or take the claim out

"
        );
    }

    #[test]
    fn in_a_line_that_is_shown_in_part_the_column_is_that_of_the_whole_line() {
        let said = said(&format!("a: b\n{}[x](@nope) {}", "ä ".repeat(150), "b ".repeat(150)), "@nope");
        assert!(said.contains(" --> content/facts/call.yaml:2:305\n"), "{said}");
    }

    #[test]
    fn odd_texts_break_nothing() {
        let long = format!("{}x{}", "ä".repeat(1_000_000), "ł".repeat(1_000_000));
        for (text, what) in [
            ("a\tb: ctypes", "b"),
            ("a\r\nb: c\r\n", "b"),
            ("日本: 語", "語"),
            ("x", ""),
            ("", ""),
            (long.as_str(), "x"),
            ("\u{feff}a: b", "a"),
        ] {
            let said = said(text, what);
            assert!(said.starts_with("error[unsourced-claim]"), "{said}");
            assert!(said.len() < 2000, "a long line is cut");
        }
    }

    #[test]
    fn a_place_at_the_very_end_or_beyond_it_is_shown_there() {
        let inputs =
            Inputs::new(vec![Input { path: "a.yaml".into(), text: "title: Ł".into() }], BTreeMap::new());
        let file = inputs.find("a.yaml").unwrap();
        for span in [Span::new(9, 9), Span::new(8, 9), Span::new(50, 90)] {
            let finding = Finding::warning("x", Place { file, span }, "words \u{1b}[31m");
            let said = human(&[finding], &inputs, false);
            assert!(said.contains("a.yaml:1:") && !said.contains('\u{1b}'), "{said}");
        }
    }

    #[test]
    fn many_findings_are_summed_up_by_rule() {
        let inputs = Inputs::new(vec![Input { path: "a.yaml".into(), text: "".into() }], BTreeMap::new());
        let place = Inputs::top(inputs.find("a.yaml").unwrap());
        let error = || Finding::error("unknown-id", place, "x");
        assert_eq!(summary(&[error(), Finding::note("one-way", place, "y")]), "1 error, 1 note");
        let mut many: Vec<Finding> = (0..5).map(|_| error()).collect();
        many.push(Finding::warning("one-way", place, "y"));
        assert_eq!(summary(&many), "5 errors, 1 warning (5 unknown-id, 1 one-way)");
        assert_eq!(by_rule(&many), "");
        many.extend((0..20).map(|_| error()));
        assert_eq!(summary(&many), "25 errors, 1 warning", "the rules have a table then");
        assert!(
            by_rule(&many).starts_with(
                "by rule:\n    25  error    unknown-id  in 1 file\n     1  warning  one-way     in 1 file\n"
            ),
            "{}",
            by_rule(&many)
        );
    }
}
