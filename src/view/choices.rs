//! By what the timeline can be narrowed down: what sort of thing it is, who it is about, from which source it comes, how
//! the claims about it stand.

use std::collections::BTreeSet;

use super::book::Book;
use super::lines::place_of;
use super::moments::Lane;
use super::pages::{TimelineChoice, TimelineChoices};
use super::share::relays;
use super::words;
use crate::model::{Any, Author, Claim, Document, Event, Key, Person, Source, Speaker, Status};
use crate::speech::Speech;

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
    place: Vec<u8>,
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

    /// The key of what it is called.
    fn words(self) -> &'static str {
        match self {
            Self::What => "choose-what",
            Self::Who => "choose-who",
            Self::Source => "choose-source",
            Self::Standing => "choose-standing",
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
pub(super) fn choices<'t>(all: impl Iterator<Item = &'t Tags>, speech: &Speech) -> Vec<TimelineChoices> {
    let mut groups: Vec<TimelineChoices> = Vec::new();
    for tag in all.flatten().collect::<BTreeSet<_>>() {
        let choice = TimelineChoice { word: tag.word.clone(), words: tag.words.clone() };
        match groups.last_mut().filter(|group| group.name == tag.by.name()) {
            Some(group) => group.choices.push(choice),
            None => groups.push(TimelineChoices {
                name: tag.by.name(),
                words: speech.say(tag.by.words()).to_owned(),
                choices: vec![choice],
            }),
        }
    }
    groups.retain(|group| group.choices.len() > 1);
    groups
}

impl Book<'_> {
    pub(super) fn tags_of_event(&self, key: Key<Event>) -> Tags {
        let mut tags = Tags::from([self.what(Lane::Happened)]);
        let Some(event) = self.facts.dates.get(key) else { return tags };
        tags.extend(event.people.iter().filter_map(|person| self.person_tag(person.value)));
        for claim in &self.backlinks.date(key).about {
            self.tag_claim(&mut tags, *claim, None);
        }
        tags
    }

    /// Of a day on which claims changed their standing: how each stood since.
    pub(super) fn tags_of_claims(&self, claims: impl Iterator<Item = (Key<Claim>, Option<Status>)>) -> Tags {
        let mut tags = Tags::from([self.what(Lane::Known)]);
        for (claim, since) in claims {
            self.tag_claim(&mut tags, claim, since);
        }
        tags
    }

    pub(super) fn tags_of_document(&self, document: &Document) -> Tags {
        let mut tags = Tags::from([self.what(Lane::Known)]);
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
        tags.insert(self.standing(since.unwrap_or(claim.status.value)));
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
        let words = self.names.name(any)?.to_owned();
        let word = self.facts.entry(any)?.id.to_string();
        Some(Tag { by, place: self.speech.place(&words), words, word })
    }

    fn what(&self, lane: Lane) -> Tag {
        let (place, word, key) = match lane {
            Lane::Happened => (1, "happened", "lane-happened"),
            Lane::Known => (2, "known", "lane-known"),
        };
        let words = self.speech.say(key).to_owned();
        Tag { by: By::What, place: vec![place], words, word: word.to_owned() }
    }

    fn standing(&self, status: Status) -> Tag {
        let place = u8::try_from(place_of(status)).unwrap_or(u8::MAX);
        let words = words::status(self.speech, status);
        Tag { by: By::Standing, place: vec![place], words, word: status.word().to_owned() }
    }
}
