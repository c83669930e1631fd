//! People, their offices, and the bodies that they speak for.

use super::{Entity, id_of, values};
use crate::model::{Facts, Id, Kind, Speaker};

pub(super) fn entities(facts: &Facts) -> Vec<Entity> {
    let entity = |person: &crate::model::Person| {
        let mut entity = Entity::new(person.entry.id.as_str(), "Person");
        entity.put("name", person.name.value.clone());
        for also in &person.entry.also {
            entity.put("alias", also.value.clone());
        }
        for role in &person.roles {
            entity.put("position", role.title.value.clone());
        }
        entity.put_common(&person.entry, Kind::Person, facts);
        entity.put_website(&person.entry);
        entity
    };
    facts.people.values().map(entity).collect()
}

pub(super) fn ties(facts: &Facts) -> Vec<Entity> {
    let mut ties = Vec::new();
    for person in facts.people.values() {
        let own = person.entry.id.as_str();
        for role in &person.roles {
            let Some(body) =
                role.organisation.as_ref().and_then(|body| id_of(Speaker::from(body.value), facts))
            else {
                continue;
            };
            let title = Id::plain(&role.title.value.replace('/', " "));
            let id = format!(
                "{own}.{body}.{}",
                title.map_or_else(|| "role".to_owned(), |title| title.to_string())
            );
            let (schema, member, organisation) = if super::bodies::has_members(&body, facts) {
                ("Membership", "member", "organization")
            } else {
                ("Employment", "employee", "employer")
            };
            let mut tie = Entity::new(id, schema);
            tie.put(member, own);
            tie.put(organisation, body);
            tie.put("role", role.title.value.clone());
            tie.put(
                "startDate",
                role.from.as_ref().and_then(|from| values::exact(&from.value)).unwrap_or_default(),
            );
            tie.put(
                "endDate",
                role.until.as_ref().and_then(|until| values::end(&until.value)).unwrap_or_default(),
            );
            ties.push(tie);
        }
        for spoken in &person.speaks_for {
            let Some(body) = id_of(Speaker::from(spoken.body.value), facts) else { continue };
            let mut tie = Entity::new(format!("{own}.{body}.speaks-for"), "Representation");
            tie.put("agent", own);
            tie.put("client", body);
            tie.put("role", "speaks for");
            tie.put(
                "startDate",
                spoken.from.as_ref().and_then(|from| values::exact(&from.value)).unwrap_or_default(),
            );
            tie.put(
                "endDate",
                spoken.until.as_ref().and_then(|until| values::end(&until.value)).unwrap_or_default(),
            );
            ties.push(tie);
        }
    }
    ties
}
