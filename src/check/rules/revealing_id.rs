//! An id that shares a word with the secret name of a confidential source.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Id};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for (key, source) in matter.asked().sources.iter() {
        let Some(secret) = record.desk.secrets.get(&key) else { continue };
        let names = secret.name.iter().chain(&secret.also);
        let words =
            names.filter_map(|name| Id::plain(&name.value.replace('/', " "))).flat_map(|name| words(&name));
        let words: std::collections::BTreeSet<String> = words.collect();
        if source.entry.id.as_str().split('-').any(|word| words.contains(word)) {
            // The name itself is not repeated: findings end up in logs.
            let message =
                format!("the id `{}` shares a word with this source's secret name", source.entry.id);
            let finding = Finding::error("revealing-id", source.entry.place, message)
                .help("ids are public: choose one that says nothing of who it is");
            found.push(Found { entry: Any::Source(key), finding });
        }
    }
    found
}

/// The words of a name that say something of it: initials alone do not.
fn words(name: &Id) -> Vec<String> {
    name.as_str().split('-').filter(|word| word.len() > 1).map(str::to_owned).collect()
}
