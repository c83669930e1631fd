//! The pages of people and organisations.

use super::book::Book;
use super::lines::kind_of;
use super::names;
use super::pages::{OrganisationPage, PersonPage};
use super::view::Page;
use super::words;
use crate::model::{Any, Claim, Key, Organisation, Person, Speaker};

impl Book<'_> {
    pub(super) fn person_page(&self, key: Key<Person>) -> Option<PersonPage> {
        let speaker = Speaker::Person(key);
        let subject = self.subject(Any::Person(key))?;
        let line = self.entry_line(speaker)?;
        let thread = self.threads.to(speaker);
        let about = self.described(&subject.name, line.what.as_deref(), subject.summary.as_deref(), &thread.about);
        Some(PersonPage {
            head: self.head(&Page::Person(key), &subject.name, &about),
            roles: self.roles(key, None),
            speaks_for: self.speaks_for(key, None),
            about: self.claims(&thread.about),
            said: self.claims(&thread.said),
            replies: self.replies_of(speaker),
            dates: self.event_lines(&thread.dates),
            documents: self.document_lines(&thread.documents),
            articles: self.article_links(speaker),
            subject,
        })
    }

    pub(super) fn organisation_page(&self, key: Key<Organisation>) -> Option<OrganisationPage> {
        let body = self.facts.organisations.get(key)?;
        let speaker = Speaker::Organisation(key);
        let subject = self.subject(Any::Organisation(key))?;
        let thread = self.threads.to(speaker);
        let what = kind_of(body.kind.as_ref());
        let about = self.described(&subject.name, what.as_deref(), subject.summary.as_deref(), &thread.about);
        Some(OrganisationPage {
            head: self.head(&Page::Organisation(key), &subject.name, &about),
            what,
            country: body.country.as_ref().map(|country| country.value.clone()),
            part_of: body.part_of.iter().filter_map(|above| names::body(self.facts, above.value)).collect(),
            owners: names::speakers(self.facts, body.owner.iter().map(|owner| owner.value)),
            parts: names::speakers(self.facts, thread.parts.iter().copied()),
            people: self.people_of(speaker),
            about: self.claims(&thread.about),
            said: self.claims(&thread.said),
            replies: self.replies_of(speaker),
            dates: self.event_lines(&thread.dates),
            documents: self.document_lines(&thread.documents),
            articles: self.article_links(speaker),
            subject,
        })
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
