//! What a reader's browser shows of a page before they go there, in parts of which it loads what it needs.
//!
//! `data/glance/index.js` says how many parts there are of each kind. A part `data/glance/claims-<n>.js` holds the
//! entries whose ids come to that number: [`number`], which `static/reader.js` counts in the same way.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::script::script;
use crate::model::Status;
use crate::speech::{Speech, told};
use crate::view::Glance;
use crate::words::Vocabulary;

/// How many bytes a part may have.
const LARGEST: usize = 30_000;

/// Every file: its address from the report's top, and its text.
pub(super) fn glance(all: &[Glance], language: &str, speech: &Speech) -> Vec<(String, String)> {
    let mut kinds: BTreeMap<&str, Vec<(&str, Value)>> = BTreeMap::new();
    for one in all {
        let row = json!([one.name, one.what, one.words, one.status.unwrap_or_default()]);
        kinds.entry(one.kind.section()).or_default().push((&one.id, row));
    }
    let mut parts = BTreeMap::new();
    let mut files = Vec::new();
    for (section, rows) in kinds {
        let texts = divided(section, &rows);
        parts.insert(section, texts.len());
        files.extend(texts);
    }
    let words: BTreeMap<&str, String> = Status::ALL
        .iter()
        .map(|status| (status.word(), told!(speech, "status", status = status.word())))
        .collect();
    let index = json!({ "language": language, "parts": parts, "words": words });
    files.push(("data/glance/index.js".to_owned(), script("glance/index", &index)));
    files
}

/// The parts of a kind: as few as leave none too large.
fn divided(section: &str, rows: &[(&str, Value)]) -> Vec<(String, String)> {
    let mut lengths: Vec<(&str, usize)> =
        rows.iter().map(|(id, row)| (*id, id.len() + row.to_string().len() + 4)).collect();
    lengths.sort_unstable();
    let all: usize = lengths.iter().map(|(_, length)| length).sum();
    let room = LARGEST - 100;
    let fits = |parts: usize| {
        let mut sizes = vec![0; parts];
        for (id, length) in &lengths {
            sizes[number(id, parts)] += length;
        }
        sizes.into_iter().all(|size| size <= room)
    };
    // So many parts that each holds one entry are enough in any case.
    let fewest = all.div_ceil(room).max(1);
    let parts = (fewest..=fewest * 8 + 8).find(|parts| fits(*parts)).unwrap_or(fewest * 8 + 8);
    let mut held: Vec<BTreeMap<&str, &Value>> = vec![BTreeMap::new(); parts];
    for (id, row) in rows {
        held[number(id, parts)].insert(id, row);
    }
    let files = held.into_iter().enumerate().map(|(number, held)| {
        let name = format!("glance/{section}-{number}");
        (format!("data/{name}.js"), script(&name, &json!(held)))
    });
    files.collect()
}

/// In which of so many parts an id is.
fn number(id: &str, parts: usize) -> usize {
    id.bytes().fold(0_usize, |sum, letter| (sum * 31 + usize::from(letter)) % 65_521) % parts.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn claim(id: &str, words: &str) -> Glance {
        Glance {
            kind: Kind::Claim,
            id: id.to_owned(),
            name: "Änne war dort.".to_owned(),
            what: String::new(),
            words: words.to_owned(),
            status: Some("reported"),
        }
    }

    #[test]
    fn an_entry_is_in_the_part_that_its_id_comes_to() {
        let files = glance(&[claim("zwei", "Das Blatt sagt es.")], "de", Speech::english());
        let [(part, text), (index, told)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(part, "data/glance/claims-0.js");
        assert_eq!(
            text,
            "casebook.take(\"glance/claims-0\",{\"zwei\":[\"Änne war dort.\",\"\",\"Das Blatt sagt es.\",\"reported\"]})\n"
        );
        assert_eq!(index, "data/glance/index.js");
        assert!(
            told.starts_with("casebook.take(\"glance/index\",{\"language\":\"de\",\"parts\":{\"claims\":1},"),
            "{told}"
        );
        // As `reader.js` counts: a = 97, b = 98.
        assert_eq!(number("ab", 1000), (97 * 31 + 98) % 1000);
    }

    #[test]
    fn however_many_there_are_no_part_is_large() {
        let words = "ą".repeat(320);
        let all: Vec<Glance> =
            (0..10_000).map(|number| claim(&format!("claim-{number:05}"), &words)).collect();
        let files = glance(&all, "en", Speech::english());
        let largest = files.iter().map(|(_, text)| text.len()).max().unwrap_or_default();
        assert!(largest <= LARGEST, "{largest}");
        assert!(files.len() < 1_000, "{}", files.len());
        let held: usize = files.iter().map(|(_, text)| text.matches("\"claim-").count()).sum();
        assert_eq!(held, 10_000);
    }
}
