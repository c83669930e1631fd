//! A document that in the end derives from itself.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::link::circles_of_documents;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let circles = circles_of_documents(&matter.record.facts).into_iter();
    let found = circles.filter_map(|circle| {
        let &(document, last) = circle.iter().max_by_key(|(_, place)| *place)?;
        let others = circle.iter().map(|(_, place)| *place).filter(|place| *place != last);
        let message = "this document in the end derives from itself";
        let finding = others
            .fold(Finding::error("circular-attribution", last, message), |finding, place| {
                finding.also(place, "through this")
            })
            .help("one of these steps is wrong: the first of a chain derives from nothing");
        Some(Found { entry: Any::Document(document), finding })
    });
    found.collect()
}
