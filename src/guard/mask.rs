//! What findings show may be read by anybody who reads a log: secret names are masked in it, wherever they stand.

use rustc_hash::FxHashSet;

use super::forms::forms;
use super::secrets::{Secret, Why, Words, confidential_sources};
use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::{Facts, Record};
use crate::text::{At, FileId, Inputs, Place, Span};

/// Dots in place of what is secret of confidential sources: where it is typed, and their names in every other line and
/// in what is said of it. Words that a public name has too stay.
#[must_use]
pub fn masked(
    inputs: &Inputs,
    drafts: &[(FileId, Draft)],
    record: &Record,
    findings: &mut [Finding],
) -> Inputs {
    let secret = Words::of_sources(drafts, record);
    let unread = unread(inputs, drafts);
    if secret.is_empty() && unread.is_empty() {
        return inputs.clone();
    }
    let words = telling(secret.iter(), &record.facts);
    quiet(&secret, &words, findings);
    let mut places: Vec<Place> =
        secret.iter().flat_map(|secret| &secret.words).map(|words| words.place).collect();
    for (file, input) in inputs.iter().filter(|(_, input)| input.path.starts_with("content/")) {
        places.extend(found(&input.text, &words).map(|span| Place { file, span }));
    }
    for place in &unread {
        let in_it = findings.iter_mut().filter(|finding| finding.place.file == place.file);
        in_it.flat_map(texts).for_each(|text| hide_quoted(text, inputs.words(*place)));
    }
    places.extend(unread);
    inputs.masked(places.into_iter())
}

/// The same for findings alone, where no lines are shown beside them.
pub fn hush(drafts: &[(FileId, Draft)], record: &Record, findings: &mut [Finding]) {
    if findings.is_empty() {
        return;
    }
    let secret = Words::of_sources(drafts, record);
    if secret.is_empty() {
        return;
    }
    let words = telling(secret.iter(), &record.facts);
    quiet(&secret, &words, findings);
}

/// Where confidential sources stand in sheets that speak of more of them than could be read: what of those is secret,
/// nobody can say.
fn unread(inputs: &Inputs, drafts: &[(FileId, Draft)]) -> Vec<Place> {
    let sheets = drafts.iter().filter(|(_, draft)| matches!(draft, Draft::Sheet(_)));
    let texts = sheets.map(|(file, draft)| (*file, draft, &*inputs.file(*file).text));
    let unread = texts.filter(|(_, draft, text)| {
        let declared = text.matches(CONFIDENTIAL).count();
        declared > 0 && declared > confidential_sources(draft)
    });
    unread.flat_map(|(file, _, text)| blocks(text).map(move |span| Place { file, span })).collect()
}

const CONFIDENTIAL: &str = "confidential:";

/// The lines of each entry that says of itself that it is confidential, as far as indentation tells.
fn blocks(text: &str) -> impl Iterator<Item = Span> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let marked: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains(CONFIDENTIAL)).collect();
    let start = |lines: &[&str], at: usize| lines.iter().take(at).map(|line| line.len()).sum::<usize>();
    marked.into_iter().map(move |at| {
        let in_braces = lines[at].split(CONFIDENTIAL).next().is_some_and(|before| before.contains('{'));
        let above = lines.iter().take(at).rposition(|line| depth(line) < depth(lines[at]));
        let head = if in_braces { at } else { above.unwrap_or(at) };
        let below = lines.iter().skip(head + 1).position(|line| depth(line) <= depth(lines[head]));
        let end = below.map_or(lines.len(), |below| head + 1 + below).max(at + 1);
        Span::new(start(&lines, head), start(&lines, end))
    })
}

/// How far in a line begins. An empty one ends nothing.
fn depth(line: &str) -> usize {
    if line.trim().is_empty() {
        return usize::MAX;
    }
    let blank = line.chars().take_while(|letter| letter.is_whitespace());
    blank.map(|letter| if letter == '\t' { 8 } else { 1 }).sum()
}

fn quiet(secret: &[Secret], words: &FxHashSet<String>, findings: &mut [Finding]) {
    let typed: Vec<&At<String>> = secret.iter().flat_map(|secret| &secret.words).collect();
    for finding in findings {
        let at_a_secret = typed.iter().filter(|typed| overlap(typed.place, finding.place));
        let quoted: Vec<&str> = at_a_secret.map(|typed| typed.value.trim()).collect();
        for text in texts(finding) {
            hide(text, words);
            for secret in quoted.iter().filter(|secret| !secret.is_empty()) {
                *text = text.replace(secret, "…");
            }
        }
    }
}

/// All that a finding says.
fn texts(finding: &mut Finding) -> impl Iterator<Item = &mut String> {
    let Finding { message, label, help, others, .. } = finding;
    [message, label].into_iter().chain(help).chain(others.iter_mut().map(|(_, what)| what))
}

/// Whether a finding stands at something that is typed: it may quote it.
fn overlap(one: Place, other: Place) -> bool {
    one.file == other.file && one.span.start < other.span.end && other.span.start < one.span.end
}

/// The words of secret names that say who it is: no initials, and none that somebody is openly called by.
fn telling<'s>(secrets: impl Iterator<Item = &'s Secret>, facts: &Facts) -> FxHashSet<String> {
    let names = secrets.filter(|secret| secret.why == Why::Name).flat_map(|secret| &secret.words);
    let words = names.flat_map(|name| split(&name.value)).map(|(_, word)| word);
    let words = words.filter(|word| word.chars().count() > 2);
    let mut words: FxHashSet<String> = words.flat_map(forms).collect();
    for (_, word) in facts.open_names().flat_map(split) {
        words.remove(word);
    }
    words
}

/// Where these words stand in a text.
fn found(text: &str, words: &FxHashSet<String>) -> impl Iterator<Item = Span> {
    split(text).filter(|(_, word)| words.contains(*word)).map(|(at, word)| Span::new(at, at + word.len()))
}

/// The words of a text, each with the byte at which it begins.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Hides what is quoted of a sheet and may be a name.
fn hide_quoted(text: &mut String, sheet: &str) {
    let may_be_name = |word: &str| word.starts_with(char::is_uppercase) && sheet.contains(word);
    let parts = text.split('`').enumerate().map(|(at, part)| {
        let is_quoted = at % 2 == 1;
        if is_quoted && split(part).any(|(_, word)| may_be_name(word)) { "…" } else { part }
    });
    *text = parts.collect::<Vec<_>>().join("`");
}

fn hide(text: &mut String, words: &FxHashSet<String>) {
    let spans: Vec<Span> = found(text, words).collect();
    for span in spans.into_iter().rev() {
        text.replace_range(span.range(), "…");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_secret_name_are_hidden_and_all_others_stay() {
        let words: FxHashSet<String> = ["Łoś".to_owned()].into_iter().collect();
        let mut said = "`Jan Łoś` is not in the record; Łośów is".to_owned();
        hide(&mut said, &words);
        assert_eq!(said, "`Jan …` is not in the record; Łośów is");
    }
}
