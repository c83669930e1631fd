//! Where a sentence ends. Unicode's rules (UAX 29) find every place where one may; what they take for an end after an
//! abbreviation, an initial or the number of a day is joined again.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::Language;
use super::lists::{Abbreviation, Lists};

/// The sentences of a text, without the spaces around them.
pub(super) fn split(text: &str, language: Language) -> Vec<Range<usize>> {
    let lists = Lists::of(language);
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for (start, piece) in text.split_sentence_bound_indices() {
        let end = start + piece.len();
        let before = sentences.last_mut();
        match before {
            Some(last) if goes_on(text.get(last.clone()).unwrap_or_default(), piece, language, lists) => {
                last.end = end;
            }
            _ => sentences.push(start..end),
        }
    }
    let trimmed = |range: Range<usize>| {
        let piece = text.get(range.clone()).unwrap_or_default();
        let start = range.start + (piece.len() - piece.trim_start().len());
        start..start + piece.trim().len()
    };
    sentences.into_iter().map(trimmed).filter(|range| !range.is_empty()).collect()
}

/// Whether what looks like the end of a sentence is none.
fn goes_on(before: &str, next: &str, language: Language, lists: &Lists) -> bool {
    let Some(next_letter) = next.chars().find(|letter| letter.is_alphanumeric()) else {
        // Only marks: they belong to what they stand after.
        return true;
    };
    let opens_quotation = next.starts_with(['„', '“', '"', '»', '«', '‘', '‚']);
    if next_letter.is_lowercase() && !opens_quotation {
        return true;
    }
    let Some(bare) = before.trim_end().strip_suffix('.') else { return false };
    let word = bare.rsplit(|letter: char| letter.is_whitespace() || "([„“\"»«‚‘/–—".contains(letter)).next();
    let word = word.unwrap_or_default();
    let following = next.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
    let following = following.unwrap_or_default().to_lowercase();
    let opens = lists.openers.contains(following.as_str());

    let is_number = !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && matches!(language, Language::German | Language::Polish) {
        return lists.months.contains(following.as_str()) || !opens;
    }
    let mut letters = word.chars();
    let is_initial =
        matches!((letters.next(), letters.next()), (Some(letter), None) if letter.is_uppercase());
    if is_initial && !(language == Language::English && word == "I") {
        return !opens;
    }
    let folded = word.to_lowercase();
    match lists.abbreviations.get(folded.as_str()) {
        Some(Abbreviation::Within) => true,
        Some(Abbreviation::BeforeNumber) => next_letter.is_numeric(),
        Some(Abbreviation::AtEnd) if language == Language::Polish && folded == "r" => {
            // `W marcu 2024 r. Jan Kowalski …`: a date alone is no sentence.
            before.split_whitespace().count() <= 5
        }
        Some(Abbreviation::AtEnd) => !opens,
        // `z.B.`, `h.c.`: letters and points.
        None => {
            let mut parts = word.split('.');
            word.contains('.') && parts.all(|part| part.chars().count() == 1) && !opens
        }
    }
}
