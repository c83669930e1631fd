//! People, bodies and documents as entities of FollowTheMoney, one to a line, for Aleph and OpenSanctions' tools.
//!
//! It is made of what is public alone. A confidential source is no entity: its name is not here, and words that stand
//! for it are no name.

mod bodies;
mod documents;
mod people;
mod values;

use std::collections::BTreeMap;

use serde_json::json;

use crate::model::{Entry, Facts, Kind, Name, Speaker};
use crate::publish::Public;

/// Every entity, as JSON lines: those who speak, then documents, then what ties them.
#[must_use]
pub fn follow_the_money(public: &Public) -> Vec<u8> {
    let facts = public.facts();
    let mut entities = people::entities(facts);
    entities.extend(bodies::entities(facts));
    entities.extend(documents::entities(facts));
    let mut ties = people::ties(facts);
    ties.extend(bodies::ties(facts));
    ties.extend(documents::ties(facts));
    number_alike(&mut ties);
    let mut lines = Vec::new();
    for entity in entities.iter().chain(&ties) {
        lines.extend(entity.line().into_bytes());
        lines.push(b'\n');
    }
    lines
}

/// An entity. Its id is that of its entry; that of a tie is made of what it ties.
#[derive(Debug, Clone)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    fn new(id: impl Into<String>, schema: &'static str) -> Self {
        Self { id: id.into(), schema, properties: BTreeMap::new() }
    }

    /// Adds a value, unless it is blank or there already.
    fn put(&mut self, property: &'static str, value: impl Into<String>) {
        let value = value.into();
        let values = self.properties.entry(property).or_default();
        if !value.trim().is_empty() && !values.contains(&value) {
            values.push(value);
        }
    }

    /// What every entry says of itself. Its page in the report is where it can be read.
    fn put_common(&mut self, entry: &Entry, kind: Kind, facts: &Facts) {
        self.put("summary", entry.summary.as_ref().map(|summary| summary.value.clone()).unwrap_or_default());
        if let Some(base) = &facts.report.base_url {
            self.put("sourceUrl", format!("{base}{}/{}.html", kind.section(), entry.id));
        }
    }

    /// A site of its own, as FollowTheMoney writes addresses: with a path, if only `/`.
    fn put_website(&mut self, entry: &Entry) {
        if let Some(url) = &entry.url {
            let is_bare = url.value.matches('/').count() == 2;
            self.put("website", if is_bare { format!("{}/", url.value) } else { url.value.clone() });
        }
    }

    fn line(&self) -> String {
        let properties: BTreeMap<_, _> =
            self.properties.iter().filter(|(_, values)| !values.is_empty()).collect();
        json!({"id": self.id, "schema": self.schema, "properties": properties}).to_string()
    }
}

/// Ties between the same two that say different things get numbers behind their ids.
fn number_alike(ties: &mut Vec<Entity>) {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for tie in ties {
        let count = seen.entry(tie.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            tie.id = format!("{}.{count}", tie.id);
        }
    }
}

/// The id of somebody who is an entity.
fn id_of(speaker: Speaker, facts: &Facts) -> Option<String> {
    let entry = match speaker {
        Speaker::Person(key) => &facts.people.get(key)?.entry,
        Speaker::Organisation(key) => &facts.organisations.get(key)?.entry,
        Speaker::Source(key) => {
            let source = facts.sources.get(key)?;
            matches!(source.name, Name::Known(_)).then_some(&source.entry)?
        }
    };
    Some(entry.id.to_string())
}
