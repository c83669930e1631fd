//! Hearsay with nobody behind it.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;
use crate::reading::{Lists, Sentence};

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for article in &matter.reading.articles {
        let lists = Lists::of(article.language);
        let bare = article.sentences().filter(|sentence| sentence.needs_claim() && !sentence.is_carried());
        let bare = bare.filter_map(|sentence| finding(sentence, lists, IN_TEXT));
        let head = article.head_sentences().filter(|sentence| !sentence.is_question());
        let head = head.filter_map(|sentence| finding(sentence, lists, IN_HEAD));
        found.extend(head.chain(bare).map(|finding| Found { entry: Any::Article(article.key), finding }));
    }
    found
}

const IN_TEXT: &str =
    "name who says so, and tie the words to a claim; or cite one behind the sentence: `[@id]`";
const IN_HEAD: &str = "name who says so: a title or a summary stands without its article, and cites nothing";

fn finding(sentence: &Sentence, lists: &Lists, help: &str) -> Option<Finding> {
    let met = lists.vague.find(&sentence.wording).find(|met| !sentence.is_quoted(met.range.start))?;
    let words = sentence.text().get(met.range.clone()).unwrap_or_default();
    let message = format!("`{words}` does not say who says so");
    Some(Finding::warning("vague-attribution", sentence.place_of(met.range), message).help(help))
}
