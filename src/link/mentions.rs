//! What an entry refers to, word by word.

use crate::model::{Any, Author, Claim, Facts, Key, Reply, Speaker};
use crate::text::At;

/// Every reference of an entry to another, each at the words that make it, in the order of the fields.
///
/// Ties that are kept confidential are not among them. Empty where the entry itself could not be read.
#[must_use]
pub fn mentions(facts: &Facts, any: Any) -> Vec<At<Any>> {
    let mut found = Mentions(Vec::new());
    match any {
        Any::Person(key) => {
            if let Some(person) = facts.people.get(key) {
                found.each(person.roles.iter().filter_map(|role| role.organisation));
                found.each(person.speaks_for.iter().map(|span| span.body));
            }
        }
        Any::Organisation(key) => {
            if let Some(body) = facts.organisations.get(key) {
                found.each(body.part_of.iter().copied());
                found.each(body.owner.iter().copied());
            }
        }
        Any::Source(key) => {
            if let Some(source) = facts.sources.get(key) {
                found.each(source.part_of.iter().copied());
                found.each(source.owner.iter().copied());
            }
        }
        Any::Document(key) => {
            if let Some(document) = facts.documents.get(key) {
                found.each(document.source);
                found.each(document.authors.iter().filter_map(speaker));
                found.each(document.bases());
            }
        }
        Any::Date(key) => {
            if let Some(event) = facts.dates.get(key) {
                found.each(event.people.iter().copied());
                found.each(event.organisations.iter().copied());
            }
        }
        Any::Claim(key) => found.claim(facts, key),
        Any::Article(key) => {
            if let Some(article) = facts.articles.get(key) {
                found.each(article.authors.iter().filter_map(speaker));
                found.each(article.translation_of);
                found.each(article.references.iter().flat_map(|reference| reference.targets.iter().copied()));
            }
        }
    }
    found.0
}

fn speaker(author: &At<Author>) -> Option<At<Speaker>> {
    match author.value {
        Author::Speaker(speaker) => Some(At::new(speaker, author.place)),
        Author::Words(_) => None,
    }
}

struct Mentions(Vec<At<Any>>);

impl Mentions {
    fn each<T: Into<Any>>(&mut self, references: impl IntoIterator<Item = At<T>>) {
        self.0.extend(references.into_iter().map(|reference| reference.map(Into::into)));
    }

    fn claim(&mut self, facts: &Facts, key: Key<Claim>) {
        let Some(claim) = facts.claims.get(key) else { return };
        self.each(claim.speaker);
        self.each(claim.about.iter().copied());
        self.each(claim.adverse_to.iter().copied());
        for evidence in &claim.evidence {
            self.each([evidence.document]);
            self.each(evidence.said_by);
            self.each(evidence.via.iter().flatten().copied());
        }
        for response in &claim.responses {
            self.each([response.party]);
            match &response.reply {
                Reply::Claim(answer) => self.each([*answer]),
                Reply::Outcome { document, .. } => self.each(*document),
            }
        }
        self.each(claim.contradicts.iter().copied());
        self.each(claim.refines.iter().copied());
        self.each(claim.superseded_by);
    }
}
