//! The index that a reader's browser searches, with no server: plain scripts, since from a disk a page can load nothing
//! else.
//!
//! `data/search/index.js` says which parts there are. A part `data/search/words-<ab>.js` holds all words that begin with
//! these two letters, each with where it stands; `data/search/pages-<n>.js` holds what is shown of so many pages. The
//! browser loads what a search needs, so that a large report opens no slower than a small one.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use super::script::script;
use crate::text::plain;
use crate::view::Searched;

/// How many pages stand in one part.
const PAGES: usize = 500;
/// Of a word that stands on more pages than this, the first ones: nobody looks through more.
const MOST: usize = 2000;
/// Words are folded to this many letters.
const LONGEST: usize = 24;

/// Every file of the index: its address from the report's top, and its text.
#[must_use]
pub fn search(all: &[Searched]) -> Vec<(String, String)> {
    let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let of_pages: Vec<Vec<(String, bool)>> = all.par_iter().with_min_len(64).map(of_page).collect();
    for (page, found) in of_pages.into_iter().enumerate() {
        for (word, in_title) in found {
            let places = words.entry(word).or_default();
            if places.len() < MOST || in_title {
                places.push(page * 2 + usize::from(in_title));
            }
        }
    }
    let mut parts: BTreeMap<String, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for (word, places) in words {
        parts.entry(part(&word)).or_default().insert(word, places);
    }
    let known: Vec<&String> = parts.keys().collect();
    let index = json!({ "pages": all.len(), "each": PAGES, "parts": known });
    let mut files = vec![("data/search/index.js".to_owned(), script("index", &index))];
    for (part, words) in &parts {
        files.push((format!("data/search/words-{part}.js"), script(&format!("words-{part}"), &json!(words))));
    }
    for (number, pages) in all.chunks(PAGES).enumerate() {
        let rows: Vec<Value> = pages
            .iter()
            .map(|page| json!([page.address, page.title, page.kind, page.status.unwrap_or_default()]))
            .collect();
        files.push((
            format!("data/search/pages-{number}.js"),
            script(&format!("pages-{number}"), &json!(rows)),
        ));
    }
    files
}

/// The words of a page, each once, and whether it stands in the title.
fn of_page(page: &Searched) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let title = plain(&page.title);
    let others: Vec<String> = page.words.iter().map(|words| plain(words)).collect();
    let in_title = split(&title).map(|word| (word, true));
    for (word, in_title) in
        in_title.chain(others.iter().flat_map(|words| split(words)).map(|word| (word, false)))
    {
        if seen.insert(word) {
            found.push((word.to_owned(), in_title));
        }
    }
    found
}

/// The words of a text, each cut to so many letters as words are kept by.
fn split(words: &str) -> impl Iterator<Item = &str> {
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| word.char_indices().nth(LONGEST).map_or(word, |(end, _)| word.get(..end).unwrap_or(word)))
}

/// The part that a word is in: its first two letters; those that are not a to z or digits as numbers, since not every
/// host keeps them in the names of files.
fn part(word: &str) -> String {
    let letter = |letter: char| {
        if letter.is_ascii() { letter.to_string() } else { format!("_{:x}", u32::from(letter)) }
    };
    word.chars().take(2).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str, words: &str) -> Searched {
        Searched {
            address: "claims/x.html".to_owned(),
            title: title.to_owned(),
            kind: "claim",
            status: Some("reported"),
            words: vec![words.to_owned()],
        }
    }

    fn file<'f>(files: &'f [(String, String)], address: &str) -> &'f str {
        &files.iter().find(|(there, _)| there == address).unwrap_or_else(|| panic!("{address} is missing")).1
    }

    #[test]
    fn words_are_found_without_marks_and_titles_weigh_more() {
        let files = search(&[page("Änne Łoś", "Die Leitung"), page("Leitung", "die Łódź")]);
        assert_eq!(
            file(&files, "data/search/words-le.js"),
            "casebook.take(\"words-le\",{\"leitung\":[0,3]})\n"
        );
        assert_eq!(
            file(&files, "data/search/words-lo.js"),
            "casebook.take(\"words-lo\",{\"lodz\":[2],\"los\":[1]})\n"
        );
        assert!(
            file(&files, "data/search/pages-0.js")
                .contains("[\"claims/x.html\",\"Änne Łoś\",\"claim\",\"reported\"]")
        );
    }

    #[test]
    fn a_report_with_nothing_in_it_has_an_index_of_nothing() {
        let files = search(&[]);
        assert_eq!(files.len(), 1);
        assert!(file(&files, "data/search/index.js").contains("\"pages\":0"));
    }

    #[test]
    fn other_scripts_have_parts_with_plain_names() {
        assert_eq!([part("ab"), part("a"), part("кремль"), part("7")], ["ab", "a", "_43a_440", "7"]);
    }
}
