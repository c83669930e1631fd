//! A document that nobody published.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let documents = matter.asked().documents.iter().filter(|(_, document)| document.source.is_none());
    let found = documents.map(|(key, document)| {
        let message = "a document needs `source`: who published it";
        let finding = Finding::error("missing-publisher", document.entry.place, message)
            .help("add `source: …`, the id of a source, a body or a person");
        Found { entry: Any::Document(key), finding }
    });
    // A source that could not be read was told of where it stands.
    found.filter(|found| record.is_whole(found.entry)).collect()
}
