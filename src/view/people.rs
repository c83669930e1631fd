//! The pages of people and organisations.

use super::book::Book;
use super::lines::kind_of;
use super::pages::{OrganisationPage, PersonPage};
use super::parts::{DocumentLine, Named};
use super::view::Page;
use super::words;
use crate::model::{Any, Claim, Key, Organisation, Person, Speaker};

impl Book<'_> {
    pub(super) fn person_page(&self, key: Key<Person>) -> Option<PersonPage> {
        let speaker = Speaker::Person(key);
        let subject = self.subject(Any::Person(key))?;
        let line = self.entry_line(speaker)?;
        let links = self.backlinks.speaker(speaker);
        let about = self.order.claims.sorted(links.about.iter().copied());
        let description =
            self.described(&subject.name, line.what.as_deref(), subject.summary.as_deref(), &about);
        Some(PersonPage {
            head: self.head(&Page::Person(key), &subject.name, &description),
            roles: self.roles(key, None),
            speaks_for: self.speaks_for(key, None),
            about: self.claims(&about),
            said: self.claims(&self.said_by(speaker)),
            replies: self.replies_of(speaker),
            dates: self.event_lines(&self.order.dates.sorted(links.dates.iter().copied())),
            documents: self.documents_of(speaker),
            articles: self.article_links(speaker),
            subject,
        })
    }

    pub(super) fn organisation_page(&self, key: Key<Organisation>) -> Option<OrganisationPage> {
        let body = self.facts.organisations.get(key)?;
        let speaker = Speaker::Organisation(key);
        let subject = self.subject(Any::Organisation(key))?;
        let links = self.backlinks.speaker(speaker);
        let about = self.order.claims.sorted(links.about.iter().copied());
        let what = kind_of(body.kind.as_ref());
        let description = self.described(&subject.name, what.as_deref(), subject.summary.as_deref(), &about);
        Some(OrganisationPage {
            head: self.head(&Page::Organisation(key), &subject.name, &description),
            what,
            country: body.country.as_ref().map(|country| country.value.clone()),
            part_of: body.part_of.iter().filter_map(|above| self.names.body(above.value)).collect(),
            owners: self.names.speakers(body.owner.iter().map(|owner| owner.value)),
            parts: self.parts_of(speaker),
            people: self.people_of(speaker),
            about: self.claims(&about),
            said: self.claims(&self.said_by(speaker)),
            replies: self.replies_of(speaker),
            dates: self.event_lines(&self.order.dates.sorted(links.dates.iter().copied())),
            documents: self.documents_of(speaker),
            articles: self.article_links(speaker),
            subject,
        })
    }

    /// What somebody wrote or published, newest first.
    pub(super) fn documents_of(&self, speaker: Speaker) -> Vec<DocumentLine> {
        let links = self.backlinks.speaker(speaker);
        self.document_lines(&self.order.documents.sorted(links.documents.iter().chain(&links.wrote).copied()))
    }

    /// What belongs to somebody, or is owned by them, in the order of the alphabet.
    pub(super) fn parts_of(&self, speaker: Speaker) -> Vec<Named> {
        let links = self.backlinks.speaker(speaker);
        let owned = links.owns.iter().filter(|owned| !links.parts.contains(owned));
        let mut parts = self.names.speakers(links.parts.iter().chain(owned).copied());
        parts.sort_by_cached_key(|part| self.speech.place(&part.words));
        parts
    }

    /// Who somebody is, and what there is of them, in a line or two.
    pub(super) fn described(
        &self,
        name: &str,
        what: Option<&str>,
        summary: Option<&str>,
        about: &[Key<Claim>],
    ) -> String {
        let mut words = what.map_or_else(|| name.to_owned(), |what| format!("{name}, {what}"));
        words = words::closed(&words);
        if let Some(summary) = summary {
            words = format!("{words} {}", words::closed(summary));
        }
        if let Some(first) = about.first().and_then(|key| self.facts.claims.get(*key)) {
            words = format!("{words} {}", words::closed(&first.text));
        }
        words
    }
}
