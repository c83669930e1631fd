//! What a foreign file tells of, tied to what the report holds: what is new, what was there, what stays open.
//!
//! Nothing that is there is changed. Whatever goes into a new entry has been read by the decoder itself and found
//! sound; what it refuses is kept in the notes, which are never public.

mod differences;
mod names;
mod settle;
mod sound;
mod wording;

use rustc_hash::FxHashMap;

use super::known::{Known, KnownEntry, is_speaker, trace_of_key, trace_of_notes, traces};
use super::told::{Told, Value};
use crate::load::form_of;
use crate::model::{Id, Kind};
use crate::text::{Place, plain};
use differences::differences;
use names::{free_id, title_field};
use settle::{Said, Unknown};
pub use sound::refusal;
use wording::{in_order, key_of, notes};

/// An entry that is to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct New {
    /// What it is.
    pub kind: Kind,
    /// Its id, which was free.
    pub id: Id,
    /// Its fields, in the order in which the reference lists them: words, lists and fields alone.
    pub fields: Vec<(&'static str, Value)>,
}

/// Something to be said of what was taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// Where in the foreign file; empty for an entry that was made for a name in it.
    pub place: String,
    /// Where in the report the entry stands that it is about, where it stood there before.
    pub known: Option<Place>,
    /// What there is to say.
    pub words: String,
}

/// What came of a foreign file.
#[derive(Debug, Default)]
pub struct Placed {
    /// What is to be added, in the order of the file; those who speak come before what names them.
    pub new: Vec<New>,
    /// What was kept in notes, what is to be filled in, what is known otherwise.
    pub remarks: Vec<Remark>,
    /// How many entries the report had already.
    pub known: usize,
}

/// Ties what `file` tells of to what the report holds.
#[must_use]
pub fn place(told: &[Told], known: &Known<'_>, file: &str) -> Placed {
    let mut placing = Placing {
        known,
        file,
        placed: Placed::default(),
        ids: vec![None; told.len()],
        wanted: told.iter().filter_map(|one| Some((one.id.as_ref()?.to_string(), one.kind))).collect(),
        names: FxHashMap::default(),
        traces: FxHashMap::default(),
        taken: FxHashMap::default(),
    };
    for (number, one) in told.iter().enumerate() {
        placing.one(number, one);
    }
    placing.placed
}

/// Fields with nothing in them but words, lists and fields.
type Fields = Vec<(&'static str, Value)>;

/// The words of a field.
fn words_of<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    fields.iter().find_map(|(field, value)| match value {
        Value::Words(words) if *field == name => Some(words.as_str()),
        _ => None,
    })
}

struct Placing<'k, 'd> {
    known: &'k Known<'d>,
    file: &'k str,
    placed: Placed,
    /// The ids of what was told of, by number.
    ids: Vec<Option<Id>>,
    /// Ids that entries of this file ask for.
    wanted: FxHashMap<String, Kind>,
    /// Those who speak and are new, by name.
    names: FxHashMap<String, Id>,
    /// What is new, by its traces.
    traces: FxHashMap<String, Id>,
    taken: FxHashMap<String, Kind>,
}

impl<'d> Placing<'_, 'd> {
    fn one(&mut self, number: usize, told: &Told) {
        let said = self.said(told, Unknown::Stays);
        let traces = self.traces_of(told, &said);
        if let Some(known) = self.known_as(told, &said, &traces) {
            self.ids[number] = Id::parse(known.id);
            self.placed.known += 1;
            let fields = said.fields.iter().filter(|(name, _)| !told.guessed.contains(name));
            for words in differences(&known, told.kind, fields, &said.left, |name| self.speaker(name)) {
                let words = format!("`{}` stays as it is: {words}", known.id);
                self.placed.remarks.push(Remark {
                    place: told.place.clone(),
                    known: Some(known.place),
                    words,
                });
            }
            return;
        }
        if let Some(id) = traces.iter().find_map(|trace| self.traces.get(trace)).cloned() {
            self.say(told, format!("the same as `{id}`, which stands before it: taken once"));
            self.ids[number] = Some(id);
            return;
        }
        if traces.is_empty() {
            self.say(told, "there is nothing in it".to_owned());
            return;
        }
        let id = self.id_for(told, &said);
        self.taken.insert(id.to_string(), told.kind);
        let said = self.said(told, Unknown::IsMade);
        self.ids[number] = Some(id.clone());
        if let Some(wanted) = told.id.as_ref().filter(|wanted| **wanted != id) {
            self.say(told, format!("its id `{wanted}` is taken: it is `{id}` here"));
        }
        self.say_open(told, &id, &said);
        let notes = self.notes_of(told, &said);
        self.add(told.kind, id, said.fields, notes, traces);
    }

    /// Says what of a new entry is to be filled in, and what its notes keep.
    fn say_open(&mut self, told: &Told, id: &Id, said: &Said) {
        for field in form_of(told.kind).fields.iter().filter(|field| field.required) {
            if !said.fields.iter().any(|(name, _)| *name == field.name) {
                self.say(told, format!("`{id}` has no `{}`: fill it in", field.name));
            }
        }
        for open in &told.open {
            self.say(told, format!("`{id}`: {open}"));
        }
        if !said.left.is_empty() {
            let mut called: Vec<&str> = said.left.iter().map(|(called, _)| called.as_str()).collect();
            called.dedup();
            self.say(told, format!("`{id}` keeps in its notes: {}", called.join(", ")));
        }
    }

    fn add(&mut self, kind: Kind, id: Id, mut fields: Fields, notes: String, traces: Vec<String>) {
        if is_speaker(kind) {
            let name = words_of(&fields, "name").map(plain);
            self.names.extend(name.map(|name| (name, id.clone())));
        }
        for trace in traces {
            self.traces.entry(trace).or_insert_with(|| id.clone());
        }
        self.taken.insert(id.to_string(), kind);
        fields.retain(|(name, _)| *name != "notes");
        fields.push(("notes", Value::Words(notes)));
        in_order(&mut fields, &form_of(kind));
        self.placed.new.push(New { kind, id, fields });
    }

    fn notes_of(&self, told: &Told, said: &Said) -> String {
        notes(self.file, key_of(told).as_deref(), &said.left, words_of(&said.fields, "notes"))
    }

    /// By what something is known again. What says neither its title nor where it stands is known by all that is said
    /// of it; there is nothing to know of what says nothing.
    fn traces_of(&self, told: &Told, said: &Said) -> Vec<String> {
        let traces = traces(told.kind, |field| words_of(&said.fields, field).map(str::to_owned));
        let is_empty = said.left.is_empty()
            && key_of(told).is_none()
            && said.fields.iter().all(|(name, _)| is_given(name));
        if traces.is_empty() && !is_empty {
            return vec![trace_of_notes(told.kind, &self.notes_of(told, said))];
        }
        traces
    }

    fn say(&mut self, told: &Told, words: String) {
        self.placed.remarks.push(Remark { place: told.place.clone(), known: None, words });
    }

    /// The entry that the report has of something. What it is called or where it stands is a surer sign than a
    /// foreign key, which other programs give to something else when they like.
    fn known_as(&self, told: &Told, said: &Said, traces: &[String]) -> Option<KnownEntry<'d>> {
        let fits = |entry: &&KnownEntry<'d>| entry.kind == told.kind;
        let same_id = told.id.as_ref().and_then(|id| self.known.entry(id.as_str())).filter(fits);
        let by_trace = || traces.iter().find_map(|trace| self.known.by_trace(trace).filter(fits));
        let by_key = || {
            let trace = trace_of_key(self.file, &key_of(told)?);
            let entry = self.known.by_trace(&trace).filter(fits)?;
            let same = |field: &str| {
                entry.word(field).is_some_and(|word| words_of(&said.fields, field) == Some(word))
            };
            let shares = ["title", "doi", "url", "isbn", "published"].into_iter().any(same);
            (told.kind != Kind::Document || shares).then_some(entry)
        };
        let by_name = || {
            let entry = self.known.speaker(words_of(&said.fields, "name")?)?;
            is_speaker(told.kind).then_some(entry)
        };
        same_id.or_else(by_trace).or_else(by_key).or_else(by_name).copied()
    }

    /// The id that something asks for, if it is free, and one that tells what it is otherwise.
    fn id_for(&self, told: &Told, said: &Said) -> Id {
        let is_free = |id: &str, own: bool| {
            let wanted = !own && self.wanted.contains_key(id);
            !self.known.is_taken(id) && !self.taken.contains_key(id) && !wanted
        };
        if let Some(id) = told.id.as_ref().filter(|id| is_free(id.as_str(), true)) {
            return id.clone();
        }
        let words = |field: &str| words_of(&said.fields, field);
        let title = words(title_field(told.kind)).unwrap_or_default();
        let when = words("published").or_else(|| words("date"));
        free_id(told.kind, title, key_of(told).as_deref(), when, |id| is_free(id, false))
    }
}

/// An id that is free, made of what something is called.
#[must_use]
pub fn id_for(kind: Kind, title: &str, known: &Known<'_>) -> Id {
    free_id(kind, title, None, None, |id| !known.is_taken(id))
}

/// Whether a field is filled in whatever a file says.
fn is_given(field: &str) -> bool {
    matches!(field, "type" | "status")
}
