//! Quoted words that somebody translated, and nothing says so.

use crate::check::blocks::{Likeness, blocks};
use crate::check::quoted::quotations;
use crate::check::{Found, Look, Matter};
use crate::copies::Quotation;
use crate::diagnostic::Finding;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = in_evidence(matter);
    found.extend(in_articles(matter));
    found
}

/// Quotations in another language than their document. With a copy to compare, it is known what they are: the
/// document's own words, or, as `quote-not-in-document` says, not in it.
fn in_evidence(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for quoted in quotations(matter) {
        let Some((ours, theirs)) = quoted.languages(matter) else { continue };
        let translated = quoted.piece.is_some_and(|piece| piece.translation.is_some());
        let compared = quoted.copy(matter).is_some_and(|copy| {
            copy.is_ok_and(|copy| copy.whole || Quotation::new(quoted.words).missing(copy).is_none())
        });
        if translated || compared {
            continue;
        }
        let document = &matter.record.facts.documents[quoted.document].entry.id;
        let message =
            format!("these words are in `{}`, and `{document}` is in `{}`", ours.value, theirs.value);
        let finding = Finding::warning("undisclosed-translation", quoted.words.place, message)
            .label("somebody translated them")
            .also(theirs.place, "the document's language")
            .help("put the document's own words into `quote`, and these into `translation: {text: …, language: …, by: …}`");
        found.push(Found { entry: Any::Claim(quoted.claim), finding });
    }
    found
}

/// Block quotations in the article's language, of evidence that is in another.
fn in_articles(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for block in blocks(matter) {
        let Likeness::Translated { quotation, language } = block.likeness(matter) else { continue };
        let here = block.language(matter);
        let message = format!(
            "this block quotation is not in the language of what was said: the evidence is in `{language}`"
        );
        let finding = Finding::warning("undisclosed-translation", block.place, message)
            .label("somebody translated it")
            .also(quotation.place, "the words as they were said")
            .help(format!(
                "add to the evidence `translation: {{text: …, language: {here}, by: …}}` with these words"
            ));
        found.push(Found { entry: Any::Article(block.key), finding });
    }
    found
}
