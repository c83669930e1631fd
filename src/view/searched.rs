//! What can be searched: everything with a page, by all its public words.

use pulldown_cmark::Event as Markdown;

use super::book::Book;
use crate::model::{Any, Prose};
use crate::text::At;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// The address of its page, from the report's top.
    pub address: String,
    /// What it is called: found words there weigh more.
    pub title: String,
    /// What sort of entry it is: `person`, `claim`, `article` and so on.
    pub kind: &'static str,
    /// How a claim stands.
    pub status: Option<&'static str>,
    /// All else that is said on it.
    pub words: Vec<String>,
}

impl Book<'_> {
    /// Everything that has a page of its own: articles first, then claims, then what they speak of.
    #[must_use]
    pub fn searched(&self) -> Vec<Searched> {
        let articles = self.order.articles.iter().map(|key| Any::Article(*key));
        let claims = self.order.claims.iter().map(|key| Any::Claim(*key));
        let people = self.order.people.iter().map(|key| Any::Person(*key));
        let bodies = self.order.organisations.iter().map(|key| Any::Organisation(*key));
        let sources = self.order.sources.iter().map(|key| Any::Source(*key));
        let documents = self.order.documents.iter().map(|key| Any::Document(*key));
        let dates = self.order.dates.iter().map(|key| Any::Date(*key));
        let all =
            articles.chain(claims).chain(people).chain(bodies).chain(sources).chain(documents).chain(dates);
        all.filter_map(|any| self.one_searched(any)).collect()
    }

    fn one_searched(&self, any: Any) -> Option<Searched> {
        let entry = self.facts.entry(any)?;
        let mut words: Vec<String> =
            entry.also.iter().chain(&entry.summary).map(|one| one.value.clone()).collect();
        let mut add = |field: Option<&At<String>>| words.extend(field.map(|one| one.value.clone()));
        let mut status = None;
        match any {
            Any::Claim(key) => {
                let claim = self.facts.claims.get(key)?;
                status = Some(claim.status.value.word());
                add(claim.hedge.as_ref());
                for piece in &claim.evidence {
                    add(piece.quote.as_ref());
                    add(piece.translation.as_ref().map(|translation| &translation.text));
                }
                words.extend(self.claim(key)?.said_by.iter().map(|named| named.words.clone()));
            }
            Any::Article(key) => words.push(text_of(&self.facts.articles.get(key)?.prose)),
            Any::Person(key) => {
                self.facts.people.get(key)?.roles.iter().for_each(|role| add(Some(&role.title)));
            }
            Any::Organisation(key) => add(self.facts.organisations.get(key)?.kind.as_ref()),
            Any::Source(key) => add(self.facts.sources.get(key)?.kind.as_ref()),
            Any::Document(key) => add(self.facts.documents.get(key)?.container.as_ref()),
            Any::Date(key) => {
                words.extend(
                    self.facts.dates.get(key)?.location.as_ref().map(|location| location.name.clone()),
                );
            }
        }
        Some(Searched {
            address: self.names.address_of(any)?,
            title: self.names.name(any)?.to_owned(),
            kind: any.kind().word(),
            status,
            words,
        })
    }
}

/// The words of an article, without what marks them up.
fn text_of(prose: &Prose) -> String {
    let mut text = String::new();
    for (event, _) in &prose.events {
        match event {
            Markdown::Text(words) | Markdown::Code(words) => text.push_str(words),
            Markdown::End(_) | Markdown::SoftBreak | Markdown::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}
