//! Names settled: an id where the report, or the file itself, has somebody of that name, an entry made where it has not.

use super::sound::refusal;
use super::wording::{cleaned, notes, shown};
use super::{Fields, Placing, words_of};
use crate::exchange::told::{Told, Value};
use crate::model::{Id, Kind};
use crate::text::plain;

/// What something says, settled: its fields, and what no field takes.
pub(super) struct Said {
    pub(super) fields: Fields,
    pub(super) left: Vec<(String, String)>,
}

/// What becomes of somebody who speaks and whom nobody knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// A name.
    Stays,
    /// A new entry.
    IsMade,
}

impl Placing<'_, '_> {
    /// What something says, with ids for names, and what has no place. What the decoder of sheets refuses has none;
    /// nor has what would fill a field for the second time.
    pub(super) fn said(&mut self, told: &Told, unknown: Unknown) -> Said {
        let mut said = Said { fields: Vec::new(), left: told.left.clone() };
        for (name, value) in &told.fields {
            let Some(value) = self.settled(name, value, told, unknown, &mut said.left) else { continue };
            let again = said.fields.iter().any(|(known, _)| known == name).then(|| "a second one".to_owned());
            let refused = || refusal(told.kind, name, &value).map(|finding| finding.message.replace('`', ""));
            match again.or_else(refused) {
                None => said.fields.push((*name, value)),
                Some(why) => said.left.push(((*name).to_owned(), format!("{} ({why})", shown(&value)))),
            }
        }
        said.left.retain(|(_, words)| !cleaned(words).is_empty());
        said
    }

    /// A value in which every name is an id or words. What has no place goes to `left`; nothing is left then.
    fn settled(
        &mut self,
        field: &str,
        value: &Value,
        told: &Told,
        unknown: Unknown,
        left: &mut Vec<(String, String)>,
    ) -> Option<Value> {
        match value {
            Value::Words(words) => Some(cleaned(words)).filter(|words| !words.is_empty()).map(Value::Words),
            Value::List(items) => {
                let items: Vec<Value> =
                    items.iter().filter_map(|item| self.settled(field, item, told, unknown, left)).collect();
                (!items.is_empty()).then_some(Value::List(items))
            }
            Value::Fields(fields) => {
                let settled = |(name, value): &(&'static str, Value)| {
                    Some((*name, self.settled(name, value, told, unknown, left)?))
                };
                let fields: Vec<_> = fields.iter().filter_map(settled).collect();
                (!fields.is_empty()).then_some(Value::Fields(fields))
            }
            Value::Entry(word) => {
                let found = self.entry(word);
                if found.is_none() {
                    left.push((field.to_owned(), format!("{} (there is no such entry)", cleaned(word))));
                }
                found.map(Value::Words)
            }
            Value::Author(name) => {
                let name = cleaned(name);
                match unknown {
                    _ if name.is_empty() => None,
                    // Somebody who wrote the name down may have known no id for it yet.
                    Unknown::Stays => Some(Value::Author(name)),
                    Unknown::IsMade => Some(Value::Words(self.speaker(&name).unwrap_or(name))),
                }
            }
            Value::Speaker { name, kind, fields } => {
                let name = cleaned(name);
                let id = self.speaker(&name);
                if name.is_empty() {
                    return None;
                }
                if id.is_some() || unknown == Unknown::Stays {
                    return Some(Value::Words(id.unwrap_or(name)));
                }
                self.made(&name, *kind, fields, told).map(Value::Words)
            }
            Value::Told(number) => Some(Value::Words(self.ids.get(*number)?.as_ref()?.to_string())),
        }
    }

    /// The id of an entry that is known, new, or still to come in this file.
    fn entry(&self, word: &str) -> Option<String> {
        let word = word.trim();
        let is_id = self.known.entry(word).is_some()
            || self.known.is_taken(word)
            || self.taken.contains_key(word)
            || self.wanted.contains_key(word);
        if is_id { Some(word.to_owned()) } else { self.speaker(word) }
    }

    pub(super) fn speaker(&self, name: &str) -> Option<String> {
        let known = self.known.speaker(name).map(|entry| entry.id.to_owned());
        known.or_else(|| self.names.get(&plain(name)).map(Id::to_string))
    }

    /// Makes an entry for somebody who speaks.
    fn made(
        &mut self,
        name: &str,
        kind: Kind,
        more: &[(&'static str, String)],
        told: &Told,
    ) -> Option<String> {
        let mut fields: Fields = vec![("name", Value::Words(name.to_owned()))];
        fields.extend(more.iter().map(|(field, words)| (*field, Value::Words(cleaned(words)))));
        fields.retain(|(field, value)| refusal(kind, field, value).is_none());
        words_of(&fields, "name")?;
        let said = Said { fields, left: Vec::new() };
        let id = self.id_for(&Told::new(kind, told.place.clone()), &said);
        let typed = id.to_string();
        self.add(kind, id, said.fields, notes(self.file, None, &[], None), Vec::new());
        Some(typed)
    }
}
