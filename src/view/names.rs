//! What things are called, and the ways to them.

use super::address;
use super::parts::{Image, Link, Named, Print};
use super::words;
use crate::model::{Any, Author, Body, Document, Entry, Facts, Key, Name, Narrow, Picture, Source, Speaker};
use crate::text::plain;

/// What an entry is called; nothing where it is not public.
pub(super) fn name(facts: &Facts, any: Any) -> Option<&str> {
    Some(match any {
        Any::Person(key) => &facts.people.get(key)?.name,
        Any::Organisation(key) => &facts.organisations.get(key)?.name,
        Any::Source(key) => of_source(facts.sources.get(key)?),
        Any::Document(key) => &facts.documents.get(key)?.title,
        Any::Date(key) => &facts.dates.get(key)?.title,
        Any::Claim(key) => &facts.claims.get(key)?.text,
        Any::Article(key) => &facts.articles.get(key)?.title,
    })
}

/// What a source is shown as.
pub(super) fn of_source(source: &Source) -> &str {
    match &source.name {
        Name::Known(name) => name,
        Name::Confidential { described_as: Some(words), .. } => words,
        Name::Confidential { described_as: None, .. } => words::CONFIDENTIAL,
    }
}

/// The way to an entry's page.
pub(super) fn link(facts: &Facts, any: impl Into<Any>) -> Option<Link> {
    let any = any.into();
    let words = name(facts, any)?.to_owned();
    Some(Link { address: address_of(facts, any)?, words, kind: any.kind().word() })
}

/// The address of an entry's page.
pub(super) fn address_of(facts: &Facts, any: Any) -> Option<String> {
    Some(address::entry(any.kind(), &facts.entry(any)?.id))
}

/// A speaker by name.
pub(super) fn speaker(facts: &Facts, speaker: Speaker) -> Option<Named> {
    let Link { address, words, .. } = link(facts, speaker)?;
    let interested = match speaker {
        Speaker::Person(key) => facts.people.get(key)?.interested,
        Speaker::Organisation(key) => facts.organisations.get(key)?.interested,
        Speaker::Source(key) => facts.sources.get(key)?.interested,
    };
    Some(Named { words, address: Some(address), interested })
}

/// All of them that can be named.
pub(super) fn speakers(facts: &Facts, all: impl IntoIterator<Item = Speaker>) -> Vec<Named> {
    all.into_iter().filter_map(|one| speaker(facts, one)).collect()
}

/// A body by name.
pub(super) fn body(facts: &Facts, body: Body) -> Option<Named> {
    speaker(facts, body.into())
}

/// An author: an entry's name, or words.
pub(super) fn author(facts: &Facts, author: &Author) -> Option<Named> {
    match author {
        Author::Speaker(one) => speaker(facts, *one),
        Author::Words(words) => Some(Named { words: words.clone(), address: None, interested: false }),
    }
}

/// What everything came through.
pub(super) fn narrow(facts: &Facts, narrow: Narrow) -> Option<Named> {
    match narrow {
        Narrow::Speaker(one) => speaker(facts, one),
        Narrow::Document(key) => document(facts, key),
    }
}

fn document(facts: &Facts, key: Key<Document>) -> Option<Named> {
    let Link { address, words, .. } = link(facts, key)?;
    Some(Named { words: words::quoted(&words), address: Some(address), interested: false })
}

/// A picture, with what must be said of it.
pub(super) fn image(facts: &Facts, key: Key<Picture>) -> Option<Image> {
    let picture = facts.pictures.get(key)?;
    let words = |field: &Option<crate::text::At<String>>| field.as_ref().map(|words| words.value.clone());
    Some(Image {
        address: address::picture(picture),
        width: picture.measure.as_ref().map(|measure| measure.width),
        height: picture.measure.as_ref().map(|measure| measure.height),
        // In a list of addresses, spaces and commas part them.
        prints: address::prints(picture)
            .map(|(address, width)| Print { address: address.replace(' ', "%20").replace(',', "%2C"), width })
            .collect(),
        alt: words(&picture.alt).unwrap_or_default(),
        credit: words(&picture.credit),
        licence: words(&picture.licence),
        caption: words(&picture.caption),
        symbolic: picture.symbolic,
    })
}

/// The picture of an entry.
pub(super) fn image_of(facts: &Facts, entry: &Entry) -> Option<Image> {
    image(facts, entry.image.as_ref()?.value)
}

/// By what a name is put in order: its letters without marks and without case.
pub(super) fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in plain(name).chars() {
        if letter.is_alphanumeric() {
            key.push(letter);
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_a_reader_looks_for_them() {
        let mut names = ["Łoś", "Zeit", "lot", "Ärzte", "“Bild”", "Arzt", "Élysée"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Arzt", "Ärzte", "“Bild”", "Élysée", "Łoś", "lot", "Zeit"]);
    }
}
