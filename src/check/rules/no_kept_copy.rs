//! A document that was opened, and of which no copy is kept.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Document, Facts, Key};
use crate::text::{Inputs, Place};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let showing = LazyCell::new(|| showing(&record.facts));
    let documents = matter.asked().documents.iter();
    let whole = documents.filter(|(key, _)| record.is_whole(Any::Document(*key)));
    let found = whole.filter_map(|(key, document)| {
        let finding = unkept(document, showing.get(&key).copied(), matter.inputs)?;
        Some(Found { entry: Any::Document(key), finding })
    });
    found.collect()
}

/// The documents whose kept copy is said to show something, and where that is said first.
fn showing(facts: &Facts) -> FxHashMap<Key<Document>, Place> {
    let mut showing = FxHashMap::default();
    for (_, claim) in facts.claims.iter().filter(|(_, claim)| claim.whole) {
        for piece in claim.evidence.iter().filter(|piece| piece.shown) {
            showing.entry(piece.document.value).or_insert(piece.place);
        }
    }
    showing
}

/// Of what is known of only, no copy can be kept.
fn unkept(document: &Document, shown: Option<Place>, inputs: &Inputs) -> Option<Finding> {
    if document.accessed.is_none() && shown.is_none() {
        return None;
    }
    let (place, lacks, help) = match &document.archive {
        None => (
            document.entry.place,
            "no copy of this document is kept",
            "put a copy into `content/archive/`, and add `archive: {file: archive/…, sha256: …}`".to_owned(),
        ),
        Some(copy) if copy.sha256.is_none() => {
            let asset = inputs.asset(&format!("content/{}", copy.file.value));
            let digest = asset.and_then(|asset| asset.sha256.as_deref()).unwrap_or("…");
            (copy.place, "the kept copy has no digest", format!("add `sha256: {digest}`"))
        }
        Some(_) => return None,
    };
    let finding = match shown {
        None => Finding::warning("no-kept-copy", place, lacks),
        Some(shown) => Finding::error("no-kept-copy", place, format!("{lacks}, and it is to show something"))
            .also(shown, "the kept copy is said to show this"),
    };
    Some(finding.help(help))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found_in;

    const DIGEST: &str = "6ee7b8d7e1e3ebd8a8ea6e0ac12d6b7bc1ea0d2a0d8e1b6f0c5b1f5d2a1b0c3d";

    fn document(fields: &str, evidence: &str) -> String {
        let sheet = format!(
            "
sources: {{gazette: {{name: Gazeta Łódzka}}}}
documents:
  report: {{title: Raport, type: article, source: gazette{fields}}}
claims:
  leak: {{text: Es war so., status: reported, evidence: [{{document: report{evidence}}}]}}
"
        );
        found_in(
            "no-kept-copy",
            &[("content/facts/leak.yaml", sheet.as_str()), ("content/archive/raport.txt", "Gräfe mówi.\n")],
        )
    }

    #[test]
    fn what_was_opened_is_kept_with_its_digest() {
        let kept = format!(", accessed: 2024-03-02, archive: {{file: archive/raport.txt, sha256: {DIGEST}}}");
        let bare = ", accessed: 2024-03-02, archive: {file: archive/raport.txt}";
        let cases = [
            ("", "", ""),
            (", published: 2024-03-01", "", ""),
            (", accessed: 2024-03-02", "", "Warning 4: no copy of this document is kept"),
            (
                ", accessed: 2024-03-02",
                ", shown: true",
                "Error 4: no copy of this document is kept, and it is to show something",
            ),
            ("", ", shown: true", "Error 4: no copy of this document is kept, and it is to show something"),
            (bare, "", "Warning 4: the kept copy has no digest"),
            (bare, ", shown: true", "Error 4: the kept copy has no digest, and it is to show something"),
            (kept.as_str(), "", ""),
            (kept.as_str(), ", shown: true", ""),
            // What could not be read is not judged: neither a document, nor what a claim says of it.
            (", accessed: 2024-03-02, archive: {sha256: 1}", "", ""),
            ("", ", shown: true, said_by: nobody", ""),
        ];
        for (fields, evidence, expected) in cases {
            assert_eq!(document(fields, evidence), expected, "{fields} {evidence}");
        }
    }
}
