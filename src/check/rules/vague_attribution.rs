//! Hearsay with nobody behind it.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;
use crate::reading::Lists;

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for article in &matter.reading.articles {
        let lists = Lists::of(article.language);
        for sentence in article.sentences().filter(|sentence| sentence.needs_claim() && !sentence.is_carried()) {
            let met = lists.vague.find(&sentence.wording).find(|met| !sentence.is_quoted(met.range.start));
            let Some(met) = met else { continue };
            let words = sentence.text().get(met.range.clone()).unwrap_or_default();
            let message = format!("`{words}` does not say who says so");
            let finding = Finding::warning("vague-attribution", sentence.place_of(met.range), message).help(
                "name who says so, and tie the words to a claim; or cite one behind the sentence: `[@id]`",
            );
            found.push(Found { entry: Any::Article(article.key), finding });
        }
    }
    found
}
