//! By what the timeline can be narrowed down: what sort of thing it is, who it is about, from which source it comes, how
//! the claims about it stand.

use std::collections::BTreeSet;

use super::book::Book;
use super::lines::place_of;
use super::moments::Lane;
use super::names;
use super::pages::{TimelineChoice, TimelineChoices};
use super::share::relays;
use crate::model::{Any, Author, Claim, Document, Event, Key, Person, Source, Speaker, Status};

/// What can be chosen, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    What,
    Who,
    Source,
    Standing,
}

/// Something an entry of the timeline can be found by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tag {
    by: By,
    /// By what it is put in order.
    place: String,
    words: String,
    /// The word for it in the address, unique among those of its kind.
    word: String,
}

impl Tag {
    /// As it stands on an entry: `who:frank-graefe`. Ids hold no colon.
    fn text(&self) -> String {
        format!("{}:{}", self.by.name(), self.word)
    }
}

impl By {
    fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Who => "who",
            Self::Source => "source",
            Self::Standing => "standing",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::What => "What",
            Self::Who => "Who",
            Self::Source => "From whom",
            Self::Standing => "Claims that stand as",
        }
    }
}

/// What an entry of the timeline can be found by.
pub(super) type Tags = BTreeSet<Tag>;

/// All of them as they stand on the entry, a space between.
pub(super) fn text(tags: &Tags) -> String {
    tags.iter().map(Tag::text).collect::<Vec<_>>().join(" ")
}

/// What can be chosen from, where there is a choice.
pub(super) fn choices<'t>(all: impl Iterator<Item = &'t Tags>) -> Vec<TimelineChoices> {
    let mut groups: Vec<TimelineChoices> = Vec::new();
    for tag in all.flatten().collect::<BTreeSet<_>>() {
        let choice = TimelineChoice { word: tag.word.clone(), words: tag.words.clone() };
        match groups.last_mut().filter(|group| group.name == tag.by.name()) {
            Some(group) => group.choices.push(choice),
            None => groups.push(TimelineChoices {
                name: tag.by.name(),
                words: tag.by.words(),
                choices: vec![choice],
            }),
        }
    }
    groups.retain(|group| group.choices.len() > 1);
    groups
}

impl Book<'_> {
    pub(super) fn tags_of_event(&self, key: Key<Event>) -> Tags {
        let mut tags = Tags::from([what(Lane::Happened)]);
        let Some(event) = self.facts.dates.get(key) else { return tags };
        tags.extend(event.people.iter().filter_map(|person| self.person_tag(person.value)));
        for claim in &self.backlinks.date(key).about {
            self.tag_claim(&mut tags, *claim, None);
        }
        tags
    }

    /// Of a day on which claims changed their standing: how each stood since.
    pub(super) fn tags_of_claims(&self, claims: impl Iterator<Item = (Key<Claim>, Option<Status>)>) -> Tags {
        let mut tags = Tags::from([what(Lane::Known)]);
        for (claim, since) in claims {
            self.tag_claim(&mut tags, claim, since);
        }
        tags
    }

    pub(super) fn tags_of_document(&self, document: &Document) -> Tags {
        let mut tags = Tags::from([what(Lane::Known)]);
        if let Some(source) = &document.source {
            self.tag_speaker(&mut tags, source.value);
        }
        for author in &document.authors {
            if let Author::Speaker(speaker) = author.value {
                self.tag_speaker(&mut tags, speaker);
            }
        }
        tags
    }

    fn tag_claim(&self, tags: &mut Tags, key: Key<Claim>, since: Option<Status>) {
        let Some(claim) = self.facts.claims.get(key) else { return };
        tags.insert(standing(since.unwrap_or(claim.status.value)));
        for about in &claim.about {
            if let Any::Person(person) = about.value {
                tags.extend(self.person_tag(person));
            }
        }
        for group in &claim.support.groups {
            let passed_on = group.evidence.iter().flat_map(|piece| relays(&claim.support, *piece));
            for speaker in group.speakers.iter().chain(passed_on) {
                self.tag_speaker(tags, *speaker);
            }
        }
    }

    fn tag_speaker(&self, tags: &mut Tags, speaker: Speaker) {
        match speaker {
            Speaker::Person(person) => tags.extend(self.person_tag(person)),
            Speaker::Source(source) => tags.extend(self.source_tag(source)),
            Speaker::Organisation(_) => {}
        }
    }

    fn person_tag(&self, person: Key<Person>) -> Option<Tag> {
        self.named(By::Who, Any::Person(person))
    }

    fn source_tag(&self, source: Key<Source>) -> Option<Tag> {
        self.named(By::Source, Any::Source(source))
    }

    fn named(&self, by: By, any: Any) -> Option<Tag> {
        let words = names::name(self.facts, any)?.to_owned();
        let word = self.facts.entry(any)?.id.to_string();
        Some(Tag { by, place: names::sort_key(&words), words, word })
    }
}

fn what(lane: Lane) -> Tag {
    let (place, word, words) = match lane {
        Lane::Happened => ("1", "happened", "What happened"),
        Lane::Known => ("2", "known", "What became known"),
    };
    Tag { by: By::What, place: place.to_owned(), words: words.to_owned(), word: word.to_owned() }
}

fn standing(status: Status) -> Tag {
    let word = status.word().to_owned();
    Tag { by: By::Standing, place: place_of(status).to_string(), words: word.clone(), word }
}
