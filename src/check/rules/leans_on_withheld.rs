//! Something public that refers to a draft, or to something under embargo.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::link::mentions;
use crate::model::{Any, Record, Withheld};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    if record.desk.withheld.is_empty() {
        return Vec::new();
    }
    let entries = matter.asked().entries().filter(|(any, _)| !record.desk.withheld.contains_key(any));
    entries.flat_map(|(any, entry)| leaning(any, entry.id.as_str(), record)).collect()
}

fn leaning(any: Any, id: &str, record: &Record) -> Vec<Found> {
    let mut found = Vec::new();
    for mention in mentions(&record.facts, any) {
        let Some(withheld) = record.desk.withheld.get(&mention.value) else { continue };
        let Some(other) = record.facts.entry(mention.value) else { continue };
        let (what, why) = match withheld.value {
            Withheld::Draft => ("a draft", "it is a draft"),
            Withheld::Embargo(_) => ("under embargo", "its embargo has not ended"),
        };
        let message = format!("`{id}` is public and refers to `{}`, which is {what}", other.id);
        let finding = Finding::error("leans-on-withheld", mention.place, message)
            .also(withheld.place, why)
            .help("publish both, hold both back, or take the reference out");
        found.push(Found { entry: any, finding });
    }
    found
}
