//! Documents, who published and who wrote them.

use super::{Entity, bodies::date, id_of, values};
use crate::model::{Author, Document, Facts, Kind, Name, Speaker};

pub(super) fn entities(facts: &Facts) -> Vec<Entity> {
    facts.documents.values().map(|document| entity(document, facts)).collect()
}

fn entity(document: &Document, facts: &Facts) -> Entity {
    // `Document` and those made of it ask for the name of a file, which is not published; an article does not.
    let mut entity = Entity::new(document.entry.id.as_str(), "Article");
    entity.put("title", document.title.value.clone());
    entity.put("name", document.title.value.clone());
    for also in &document.entry.also {
        entity.put("alias", also.value.clone());
    }
    entity.put("keywords", document.kind.value.word());
    for author in &document.authors {
        entity.put("author", called(&author.value, facts));
    }
    if let Some(source) = &document.source {
        entity.put("publisher", called(&Author::Speaker(source.value), facts));
    }
    entity.put("publishedAt", date(document.published.as_ref()));
    entity.put("authoredAt", date(document.created.as_ref()));
    entity.put("retrievedAt", date(document.accessed.as_ref()));
    let language = document.language.as_ref().and_then(|language| values::language(&language.value));
    entity.put("language", language.unwrap_or_default());
    entity.put_common(&document.entry, Kind::Document, facts);
    if let Some(url) = &document.entry.url {
        entity.properties.insert("sourceUrl", vec![url.value.clone()]);
    }
    entity
}

/// Names and words; of a confidential source, the words that it is shown under.
fn called(author: &Author, facts: &Facts) -> String {
    let name = match author {
        Author::Words(words) => Some(words.clone()),
        Author::Speaker(Speaker::Person(key)) => {
            facts.people.get(*key).map(|person| person.name.value.clone())
        }
        Author::Speaker(Speaker::Organisation(key)) => {
            facts.organisations.get(*key).map(|body| body.name.value.clone())
        }
        Author::Speaker(Speaker::Source(key)) => {
            facts.sources.get(*key).and_then(|source| match &source.name {
                Name::Known(name) => Some(name.value.clone()),
                Name::Confidential { described_as, .. } => {
                    described_as.as_ref().map(|words| words.value.clone())
                }
            })
        }
    };
    name.unwrap_or_default()
}

pub(super) fn ties(facts: &Facts) -> Vec<Entity> {
    let mut ties = Vec::new();
    for document in facts.documents.values() {
        let own = document.entry.id.as_str();
        let source = document.source.iter().map(|source| (source.value, "publisher"));
        let authors = document.authors.iter().filter_map(|author| match author.value {
            Author::Speaker(speaker) => Some((speaker, "author")),
            Author::Words(_) => None,
        });
        for (speaker, role) in source.chain(authors) {
            let Some(whose) = id_of(speaker, facts) else { continue };
            let mut tie = Entity::new(format!("{own}.{whose}.{role}"), "Documentation");
            tie.put("document", own);
            tie.put("entity", whose);
            tie.put("role", role);
            ties.push(tie);
        }
    }
    ties
}
