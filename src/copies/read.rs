//! A copy's bytes as words, by what sort of file it is.

use super::fold::{Folding, breaks_words, composed, fold};
use super::{decode, html, pdf};

/// Copies above this many bytes are not compared.
pub const LARGEST: u64 = 64 << 20;

/// The words of a kept copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Its words as they stand there, in NFC.
    pub text: String,
    /// The same, folded for comparison.
    pub(super) folded: String,
    /// How they were folded.
    pub(super) folding: Folding,
    /// Whether all of its words could be read. What is not among the words of another may still be in it.
    pub whole: bool,
}

/// Why a copy cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Words are not read from files of its sort: pictures, sound, office files.
    Format,
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is not what its name says, or is damaged.
    Broken,
    /// It has pages and no words: pictures of pages, most likely.
    NoWords,
}

impl Copy {
    /// A text that is whole, to compare words with.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let folding = if breaks_words(text) { Folding::Letters } else { Folding::Words };
        Self::folded(text, folding, true)
    }

    fn folded(text: &str, folding: Folding, whole: bool) -> Self {
        let text = composed(text).into_owned();
        Self { folded: fold(&text, folding), text, folding, whole }
    }
}

/// What can be read of a copy. Its sort is told from its first bytes, then from the ending of its name.
///
/// # Errors
/// If it cannot be compared.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Copy, Unread> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    match sort(name, &bytes) {
        Sort::Pdf => {
            let pdf::Words { text, whole } = pdf::words(bytes)?;
            if text.trim().is_empty() {
                return Err(Unread::NoWords);
            }
            Ok(Copy::folded(&text, Folding::Letters, whole))
        }
        Sort::Html => Ok(Copy::folded(&html::words(&decode::html(&bytes)), Folding::Words, true)),
        Sort::Text => decode::text(&bytes).map(|text| Copy::of_text(&text)).ok_or(Unread::Broken),
        Sort::Other => Err(Unread::Format),
    }
}

enum Sort {
    Pdf,
    Html,
    Text,
    Other,
}

/// Endings of what is text from beginning to end.
const TEXTS: [&str; 8] = ["txt", "text", "md", "markdown", "csv", "tsv", "srt", "vtt"];

fn sort(name: &str, bytes: &[u8]) -> Sort {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    // The standard lets a few other bytes stand before it.
    if memchr::memmem::find(start, b"%PDF-").is_some() {
        return Sort::Pdf;
    }
    let ending =
        name.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let is = |known: &str| known.eq_ignore_ascii_case(ending);
    if ["html", "htm", "xhtml"].into_iter().any(is) {
        return Sort::Html;
    }
    if TEXTS.into_iter().any(is) || ending.is_empty() {
        let start = start.trim_ascii_start().to_ascii_lowercase();
        let is_html = start.starts_with(b"<!doctype html") || start.starts_with(b"<html");
        return if is_html { Sort::Html } else { Sort::Text };
    }
    // A PDF by its name alone is one that lost its beginning.
    if is("pdf") { Sort::Pdf } else { Sort::Other }
}
