//! Entries in a line, and what stands at the top of their pages.

use std::sync::Arc;

use super::address;
use super::book::Book;
use super::parts::{
    ArticleLine, ClaimLine, DocumentLine, EntryLine, EventLine, Link, Named, RoleLine, Subject, When,
};
use super::words;
use crate::model::{
    Any, Article, Claim, Date, Document, End, Entry, Event, Inferred, Key, Kind, Name, Person, Source,
    Speaker, Status, Why,
};
use crate::speech::told;
use crate::text::At;

/// How many words are read in a minute.
const READING_SPEED: u32 = 220;

impl Book<'_> {
    /// A date in words, with what was filled in by us.
    pub(super) fn when(&self, date: &Date, inferred: &[At<Inferred>]) -> When {
        let inferred: Vec<Inferred> = inferred.iter().map(|part| part.value).collect();
        When {
            words: date.words_in(self.speech),
            short: date.short_in(self.speech),
            machine: date.machine(),
            typed: date.as_typed().to_owned(),
            exactness: date.how_exact_in(self.speech),
            filled_in: words::filled_in(self.speech, &inferred),
        }
    }

    pub(super) fn when_at(&self, date: Option<&At<Date>>) -> Option<When> {
        Some(self.when(&date?.value, &[]))
    }

    /// A claim in a line, made once for all pages.
    pub(super) fn claim(&self, key: Key<Claim>) -> Option<Arc<ClaimLine>> {
        let claim = self.facts.claims.get(key)?;
        Some(Arc::clone(self.claims.get(key.index())?.get_or_init(|| Arc::new(self.make_claim(claim)))))
    }

    pub(super) fn claims(&self, keys: &[Key<Claim>]) -> Vec<Arc<ClaimLine>> {
        keys.iter().filter_map(|key| self.claim(*key)).collect()
    }

    pub(super) fn claims_in_order(&self, keys: impl IntoIterator<Item = Key<Claim>>) -> Vec<Arc<ClaimLine>> {
        self.claims(&self.order.claims.sorted(keys))
    }

    fn make_claim(&self, claim: &Claim) -> ClaimLine {
        let mut first: Vec<Speaker> = Vec::new();
        let standing = claim.support.groups.iter();
        let standing = standing.filter(|group| !matches!(group.why, Why::Withdrawn | Why::RoundUpOfNamed));
        for speaker in standing.flat_map(|group| &group.speakers) {
            if !first.contains(speaker) {
                first.push(*speaker);
            }
        }
        let origins = claim.support.origins;
        ClaimLine {
            id: claim.entry.id.to_string(),
            address: address::entry(Kind::Claim, &claim.entry.id),
            text: claim.text.value.clone(),
            status: claim.status.word(),
            sentence: words::standing_with(self.speech, claim.status.value, origins),
            kind: claim.kind.word(),
            hedge: claim.hedge.as_ref().map(|hedge| hedge.value.clone()),
            date: claim.date.as_ref().map(|date| self.when(&date.value, &claim.inferred)),
            origins,
            ways: claim.support.ways,
            counted: self.counted_words(claim, &claim.support),
            said_by: self.names.speakers(first),
        }
    }

    /// Something that happened.
    pub(super) fn event_line(&self, key: Key<Event>) -> Option<EventLine> {
        let event = self.facts.dates.get(key)?;
        let people = event.people.iter().map(|person| Speaker::Person(person.value));
        let bodies = event.organisations.iter().map(|body| Speaker::Organisation(body.value));
        let there = self.stand_about.get(key.index()).copied().unwrap_or_default();
        let standings = words::LEGEND.iter().zip(there).filter(|(_, there)| *there);
        Some(EventLine {
            id: event.entry.id.to_string(),
            address: address::entry(Kind::Date, &event.entry.id),
            title: event.title.value.clone(),
            date: self.when(&event.date.value, &event.inferred),
            summary: summary(&event.entry),
            place: event.location.as_ref().map(|place| place.name.clone()),
            people: self.names.speakers(people),
            organisations: self.names.speakers(bodies),
            unnamed: event.unnamed.as_ref().map(|unnamed| unnamed.value),
            standings: standings.map(|(status, _)| status.word()).collect(),
        })
    }

    pub(super) fn event_lines(&self, keys: &[Key<Event>]) -> Vec<EventLine> {
        keys.iter().filter_map(|key| self.event_line(*key)).collect()
    }

    /// A document.
    pub(super) fn document_line(&self, key: Key<Document>) -> Option<DocumentLine> {
        let document = self.facts.documents.get(key)?;
        let source = document.source.as_ref();
        Some(DocumentLine {
            address: address::entry(Kind::Document, &document.entry.id),
            title: document.title.value.clone(),
            url: document.entry.url.as_ref().map(|url| url.value.clone()),
            kind: document.kind.word(),
            source: source.and_then(|source| self.names.speaker(source.value)),
            date: self.when_at(document.published.as_ref().or(document.created.as_ref())),
            opened: document.accessed.is_some(),
            kept: document.archive.is_some(),
            claims: self.used_by.get(key.index()).copied().unwrap_or_default(),
            withdrawn: document.withdrawn.as_ref().map(|withdrawn| {
                let day = withdrawn.date.value.words_in(self.speech);
                told!(self.speech, "withdrawn-document", date = &day, why = &words::closed(&withdrawn.why))
            }),
        })
    }

    pub(super) fn document_lines(&self, keys: &[Key<Document>]) -> Vec<DocumentLine> {
        keys.iter().filter_map(|key| self.document_line(*key)).collect()
    }

    /// An article.
    pub(super) fn article_line(&self, key: Key<Article>) -> Option<ArticleLine> {
        let article = self.facts.articles.get(key)?;
        Some(ArticleLine {
            address: address::entry(Kind::Article, &article.entry.id),
            title: article.title.value.clone(),
            summary: summary(&article.entry),
            date: self.when_at(article.date.as_ref()),
            updated: self.when_at(article.updated.as_ref()),
            authors: article.authors.iter().filter_map(|author| self.names.author(&author.value)).collect(),
            language: self.language_of(article),
            minutes: article.prose.words.div_ceil(READING_SPEED).max(1),
        })
    }

    pub(super) fn language_of(&self, article: &Article) -> String {
        article
            .language
            .as_ref()
            .map_or_else(|| self.facts.report.language.clone(), |language| language.value.clone())
    }

    pub(super) fn article_links(&self, any: impl Into<Any>) -> Vec<Link> {
        let articles = self.backlinks.articles_naming(any.into()).iter().copied();
        self.order.articles.sorted(articles).into_iter().filter_map(|key| self.names.link(key)).collect()
    }

    /// Somebody who speaks, in a list.
    pub(super) fn entry_line(&self, speaker: Speaker) -> Option<EntryLine> {
        let named = self.names.speaker(speaker)?;
        let entry = self.facts.entry(speaker.into())?;
        let what = match speaker {
            Speaker::Person(key) => self.office(self.facts.people.get(key)?),
            Speaker::Organisation(key) => kind_of(self.facts.organisations.get(key)?.kind.as_ref()),
            Speaker::Source(key) => kind_of(self.facts.sources.get(key)?.kind.as_ref()),
        };
        let about = self.backlinks.about(speaker.into()).iter().copied();
        let claims = self.order.claims.sorted(about.chain(self.said_by(speaker)));
        Some(EntryLine {
            address: named.address?,
            name: named.words,
            what,
            summary: summary(entry),
            interested: named.interested,
            claims: size(claims.len()),
        })
    }

    /// The first role that has not ended, or else the first.
    fn office(&self, person: &Person) -> Option<String> {
        let lasts = |until: Option<&At<End>>| until.is_none_or(|until| until.value == End::Open);
        let role = person.roles.iter().find(|role| lasts(role.until.as_ref())).or(person.roles.first())?;
        let body = role.organisation.as_ref().and_then(|body| self.names.body(body.value));
        Some(match body {
            Some(body) => format!("{}, {}", role.title.value, body.words),
            None => role.title.value.clone(),
        })
    }

    /// What an entry shows at the top of its page.
    pub(super) fn subject(&self, any: Any) -> Option<Subject> {
        let entry = self.facts.entry(any)?;
        let interested = match any {
            Any::Person(key) => self.facts.people.get(key)?.interested,
            Any::Organisation(key) => self.facts.organisations.get(key)?.interested,
            Any::Source(key) => self.facts.sources.get(key)?.interested,
            _ => false,
        };
        Some(Subject {
            id: entry.id.to_string(),
            name: self.names.name(any)?.to_owned(),
            summary: summary(entry),
            also: entry.also.iter().map(|name| name.value.clone()).collect(),
            url: entry.url.as_ref().map(|url| url.value.clone()),
            image: self.names.image_of(entry),
            interested,
        })
    }

    /// The roles of a person; `at` leaves those alone that they have there.
    pub(super) fn roles(&self, key: Key<Person>, at: Option<Speaker>) -> Vec<RoleLine> {
        let Some(person) = self.facts.people.get(key) else { return Vec::new() };
        let here = |body: Option<Speaker>| at.is_none() || body == at;
        let roles = person.roles.iter();
        let roles = roles.filter(|role| here(role.organisation.as_ref().map(|body| body.value.into())));
        roles
            .filter_map(|role| {
                Some(RoleLine {
                    title: role.title.value.clone(),
                    person: self.person(key)?,
                    organisation: role.organisation.as_ref().and_then(|body| self.names.body(body.value)),
                    time: self.time(role.from.as_ref(), role.until.as_ref()),
                })
            })
            .collect()
    }

    /// For whom a person speaks; `at` leaves that body alone.
    pub(super) fn speaks_for(&self, key: Key<Person>, at: Option<Speaker>) -> Vec<RoleLine> {
        let Some(person) = self.facts.people.get(key) else { return Vec::new() };
        let spans =
            person.speaks_for.iter().filter(|span| at.is_none() || at == Some(span.body.value.into()));
        spans
            .filter_map(|span| {
                Some(RoleLine {
                    title: self.speech.say("speaks-for").to_owned(),
                    person: self.person(key)?,
                    organisation: self.names.body(span.body.value),
                    time: self.time(span.from.as_ref(), span.until.as_ref()),
                })
            })
            .collect()
    }

    /// Who has a role in a body or speaks for it, in the order of their names.
    pub(super) fn people_of(&self, body: Speaker) -> Vec<RoleLine> {
        let links = self.backlinks.speaker(body);
        let people = self.order.people.sorted(links.members.iter().chain(&links.spoken_for_by).copied());
        people
            .into_iter()
            .flat_map(|key| {
                let roles = self.roles(key, Some(body));
                // A spokesman who has an office is listed once, by the office.
                if roles.is_empty() { self.speaks_for(key, Some(body)) } else { roles }
            })
            .collect()
    }

    fn person(&self, key: Key<Person>) -> Option<Named> {
        self.names.speaker(Speaker::Person(key))
    }

    /// Why a source is not named; nothing where it is.
    pub(super) fn why_confidential(&self, source: &Source) -> Option<String> {
        match &source.name {
            Name::Known(_) => None,
            Name::Confidential { reason, .. } => Some(reason.as_ref().map_or_else(
                || self.speech.say("confidential-no-reason").to_owned(),
                |reason| words::closed(reason),
            )),
        }
    }

    fn time(&self, from: Option<&At<Date>>, until: Option<&At<End>>) -> Option<String> {
        let words = |date: &Date| date.words_in(self.speech);
        let from = from.map(|from| words(&from.value));
        match (from, until.map(|until| &until.value)) {
            (Some(from), Some(End::Open)) => Some(told!(self.speech, "role-since", from = &from)),
            (Some(from), Some(End::On(until))) => {
                Some(told!(self.speech, "role-from-to", from = &from, until = &words(until)))
            }
            (Some(from), None) => Some(told!(self.speech, "role-from", from = &from)),
            (None, Some(End::On(until))) => Some(told!(self.speech, "role-until", until = &words(until))),
            (None, Some(End::Open)) => Some(self.speech.say("role-now").to_owned()),
            (None, None) => None,
        }
    }
}

/// The place of a standing in the legend.
pub(super) fn place_of(status: Status) -> usize {
    words::LEGEND.iter().position(|other| *other == status).unwrap_or_default()
}

pub(super) fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn summary(entry: &Entry) -> Option<String> {
    entry.summary.as_ref().map(|summary| summary.value.clone())
}

pub(super) fn kind_of(kind: Option<&At<String>>) -> Option<String> {
    kind.map(|kind| kind.value.clone())
}
