//! A glance at what is behind a link: what it is called, what it is, and the most that can be said of it in a line or
//! two.

use rayon::prelude::*;

use super::book::Book;
use super::lines::summary;
use super::words;
use crate::model::{Any, Date, Document, Event, Kind, Speaker};
use crate::speech::told;

/// How many letters a name or a claim may have.
const NAME: usize = 240;
/// How many letters of a summary, or of who says so, are shown.
const WORDS: usize = 320;

/// What a reader is shown of an entry before they go there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// What sort of entry it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is called, or what it claims.
    pub name: String,
    /// What it is: an office, `news agency`, a day.
    pub what: String,
    /// Its summary; of a claim, who says so and how they know.
    pub words: String,
    /// How a claim stands.
    pub status: Option<&'static str>,
}

impl Book<'_> {
    /// A glance at everything with a page, but articles.
    #[must_use]
    pub fn glances(&self) -> Vec<Glance> {
        let all: Vec<Any> = self.facts.entries().map(|(any, _)| any).collect();
        all.into_par_iter().with_min_len(64).filter_map(|any| self.glance(any)).collect()
    }

    fn glance(&self, any: Any) -> Option<Glance> {
        let entry = self.facts.entry(any)?;
        let mut words = summary(entry).unwrap_or_default();
        let mut status = None;
        let what = match any {
            Any::Claim(key) => {
                let claim = self.facts.claims.get(key)?;
                status = Some(claim.status.value.word());
                words = self.who(claim);
                String::new()
            }
            Any::Person(key) => self.what_speaks(Speaker::Person(key))?,
            Any::Organisation(key) => self.what_speaks(Speaker::Organisation(key))?,
            Any::Source(key) => self.what_speaks(Speaker::Source(key))?,
            Any::Document(key) => self.what_document(self.facts.documents.get(key)?),
            Any::Date(key) => self.what_happened(self.facts.dates.get(key)?),
            Any::Article(_) => return None,
        };
        Some(Glance {
            kind: any.kind(),
            id: entry.id.to_string(),
            name: words::cut(self.names.name(any)?, NAME),
            what,
            words: words::cut(&words, WORDS),
            status,
        })
    }

    fn what_speaks(&self, speaker: Speaker) -> Option<String> {
        let line = self.entry_line(speaker)?;
        let kind = match speaker {
            Speaker::Person(_) => Kind::Person,
            Speaker::Organisation(_) => Kind::Organisation,
            Speaker::Source(_) => Kind::Source,
        };
        let what = line.what.unwrap_or_else(|| told!(self.speech, "kind-one", kind = kind.word()));
        let interested = line.interested.then(|| self.speech.say("interested"));
        Some(joined([Some(what.as_str()), interested]))
    }

    fn what_document(&self, document: &Document) -> String {
        let kind = told!(self.speech, "document-kind", kind = document.kind.word());
        let source = document.source.as_ref().and_then(|source| self.names.speaker(source.value));
        let date = document.published.as_ref().or(document.created.as_ref());
        let date = date.map(|date| date.value.words_in(self.speech));
        joined([Some(kind.as_str()), source.as_ref().map(|source| source.words.as_str()), date.as_deref()])
    }

    fn what_happened(&self, event: &Event) -> String {
        let date: &Date = &event.date.value;
        let place = event.location.as_ref().map(|place| place.name.as_str());
        joined([Some(date.words_in(self.speech).as_str()), place])
    }
}

fn joined<'w>(words: impl IntoIterator<Item = Option<&'w str>>) -> String {
    words::capital(&words.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
