//! What things are called, and the ways to them.

use super::address;
use super::parts::{Image, Link, Named, Print};
use super::words;
use crate::model::{Any, Author, Body, Document, Entry, Facts, Key, Name, Narrow, Picture, Source, Speaker};
use crate::speech::Speech;

/// The record, and the language in which what has no name of its own is called something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'f> {
    facts: &'f Facts,
    speech: &'f Speech,
}

impl<'f> Names<'f> {
    pub(super) fn new(facts: &'f Facts, speech: &'f Speech) -> Self {
        Self { facts, speech }
    }

    /// What an entry is called; nothing where it is not public.
    pub(super) fn name(self, any: Any) -> Option<&'f str> {
        Some(match any {
            Any::Person(key) => &self.facts.people.get(key)?.name,
            Any::Organisation(key) => &self.facts.organisations.get(key)?.name,
            Any::Source(key) => self.of_source(self.facts.sources.get(key)?),
            Any::Document(key) => &self.facts.documents.get(key)?.title,
            Any::Date(key) => &self.facts.dates.get(key)?.title,
            Any::Claim(key) => &self.facts.claims.get(key)?.text,
            Any::Article(key) => &self.facts.articles.get(key)?.title,
        })
    }

    /// What a source is shown as.
    pub(super) fn of_source(self, source: &'f Source) -> &'f str {
        match &source.name {
            Name::Known(name) => name,
            Name::Confidential { described_as: Some(words), .. } => words,
            Name::Confidential { described_as: None, .. } => self.speech.say("confidential-source"),
        }
    }

    /// The way to an entry's page.
    pub(super) fn link(self, any: impl Into<Any>) -> Option<Link> {
        let any = any.into();
        let words = self.name(any)?.to_owned();
        Some(Link { address: self.address_of(any)?, words, kind: any.kind().word() })
    }

    /// The address of an entry's page.
    pub(super) fn address_of(self, any: Any) -> Option<String> {
        Some(address::entry(any.kind(), &self.facts.entry(any)?.id))
    }

    /// A speaker by name.
    pub(super) fn speaker(self, speaker: Speaker) -> Option<Named> {
        let Link { address, words, .. } = self.link(speaker)?;
        let interested = match speaker {
            Speaker::Person(key) => self.facts.people.get(key)?.interested,
            Speaker::Organisation(key) => self.facts.organisations.get(key)?.interested,
            Speaker::Source(key) => self.facts.sources.get(key)?.interested,
        };
        Some(Named { words, address: Some(address), interested })
    }

    /// All of them that can be named.
    pub(super) fn speakers(self, all: impl IntoIterator<Item = Speaker>) -> Vec<Named> {
        all.into_iter().filter_map(|one| self.speaker(one)).collect()
    }

    /// A body by name.
    pub(super) fn body(self, body: Body) -> Option<Named> {
        self.speaker(body.into())
    }

    /// An author: an entry's name, or words.
    pub(super) fn author(self, author: &Author) -> Option<Named> {
        match author {
            Author::Speaker(one) => self.speaker(*one),
            Author::Words(words) => Some(Named { words: words.clone(), address: None, interested: false }),
        }
    }

    /// What everything came through.
    pub(super) fn narrow(self, narrow: Narrow) -> Option<Named> {
        match narrow {
            Narrow::Speaker(one) => self.speaker(one),
            Narrow::Document(key) => self.document(key),
        }
    }

    fn document(self, key: Key<Document>) -> Option<Named> {
        let Link { address, words, .. } = self.link(key)?;
        Some(Named { words: words::quoted(self.speech, &words), address: Some(address), interested: false })
    }

    /// A picture, with what must be said of it.
    pub(super) fn image(self, key: Key<Picture>) -> Option<Image> {
        let picture = self.facts.pictures.get(key)?;
        let words = |field: &Option<crate::text::At<String>>| field.as_ref().map(|words| words.value.clone());
        Some(Image {
            address: address::picture(picture),
            width: picture.measure.as_ref().map(|measure| measure.width),
            height: picture.measure.as_ref().map(|measure| measure.height),
            // In a list of addresses, spaces and commas part them.
            prints: address::prints(picture)
                .map(|(address, width)| Print {
                    address: address.replace(' ', "%20").replace(',', "%2C"),
                    width,
                })
                .collect(),
            alt: words(&picture.alt).unwrap_or_default(),
            credit: words(&picture.credit),
            licence: words(&picture.licence),
            caption: words(&picture.caption),
            symbolic: picture.symbolic,
        })
    }

    /// The picture of an entry.
    pub(super) fn image_of(self, entry: &Entry) -> Option<Image> {
        self.image(entry.image.as_ref()?.value)
    }

    /// Where an entry stands in a list by name.
    pub(super) fn place(self, any: Any) -> Vec<u8> {
        self.speech.place(self.name(any).unwrap_or_default())
    }
}
