//! A quotation that is not in the kept copy it is said to be from.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::quoted::{Quoted, difference, quotations, shortened};
use crate::check::{Found, Look, Matter};
use crate::copies::{Copy, Index, Missing, Quotation};
use crate::diagnostic::Finding;
use crate::model::{Any, Document, Key};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let mut by_document: BTreeMap<Key<Document>, Vec<Quoted<'_>>> = BTreeMap::new();
    for quoted in quotations(matter) {
        by_document.entry(quoted.document).or_default().push(quoted);
    }
    let documents: Vec<_> = by_document.into_values().collect();
    documents.into_par_iter().flat_map_iter(|quoted| of_document(matter, &quoted)).collect()
}

/// Compares all quotations from one document with its copy, which is searched for near passages only where one is
/// missing.
fn of_document(matter: &Matter<'_>, quotations: &[Quoted<'_>]) -> Vec<Found> {
    let Some(copy) = quotations.first().and_then(|quoted| quoted.copy(matter)) else { return Vec::new() };
    let Ok(copy) = copy else { return Vec::new() };
    let mut index = None;
    let mut found = Vec::new();
    for quoted in quotations {
        let missing = Quotation::new(&quoted.words.value).missing(copy);
        // Words may stand in what could not be read.
        let Some(missing) = missing.filter(|_| copy.whole) else { continue };
        let index = index.get_or_insert_with(|| Index::new(&copy.text));
        let finding = finding(matter, quoted, &missing, copy, index);
        found.push(Found { entry: Any::Claim(quoted.claim), finding });
    }
    found
}

fn finding(
    matter: &Matter<'_>,
    quoted: &Quoted<'_>,
    missing: &Missing,
    copy: &Copy,
    index: &Index<'_>,
) -> Finding {
    let document = &matter.record.facts.documents[quoted.document];
    let message = format!("these words are not in the kept copy of `{}`", document.entry.id);
    let finding = Finding::error("quote-not-in-document", quoted.words.place, message);
    let finding = match document.archive.as_ref() {
        Some(archive) => finding.also(archive.value.file.place, "the kept copy"),
        None => finding,
    };
    let Missing::Words(words) = missing else {
        return finding
            .label("all of them are in it, but not in this order")
            .help("quote them in the order in which they stand there, or quote them one by one");
    };
    let translation = quoted.piece.and_then(|piece| piece.translation.as_ref());
    if translation.is_some_and(|translation| Quotation::new(&translation.text.value).missing(copy).is_none())
    {
        return finding
            .label("it has those of `translation`")
            .help("let `quote` and `translation` change places: `quote` holds the document's own words");
    }
    if let Some((ours, theirs)) = quoted.languages(matter) {
        let (ours, theirs) = (&ours.value, &theirs.value);
        return finding.label(format!("these are in `{ours}`, the document in `{theirs}`")).help(
            "put the document's own words into `quote`, and these into `translation: {text: …, language: …, by: …}`",
        );
    }
    match index.nearest(words) {
        Some(passage) => finding.label(format!("it has `{}`", shortened(&passage.words))).help(format!(
            "{}: take over its words, put `[…]` where you leave some out and words of your own into square brackets",
            difference(&passage, "the copy")
        )),
        None => finding.label(format!("nothing in it comes near `{}`", shortened(words))).help(
            "see whether they are from another document; what nobody can look up is not to be quoted",
        ),
    }
}
