//! Organisations and sources that are named: public bodies, companies, and others.

use super::{Entity, id_of, values};
use crate::model::{Body, Date, Entry, Facts, Kind, Name, Speaker};
use crate::text::{At, plain};

/// What the record says of a body, be it an organisation or a source.
struct Said<'f> {
    entry: &'f Entry,
    kind: Kind,
    name: &'f str,
    sort: Option<&'f str>,
    country: Option<&'f str>,
    part_of: &'f [At<Body>],
    owner: &'f [At<Speaker>],
}

fn all(facts: &Facts) -> Vec<Said<'_>> {
    let organisations = facts.organisations.values().map(|body| Said {
        entry: &body.entry,
        kind: Kind::Organisation,
        name: &body.name.value,
        sort: body.kind.as_ref().map(|kind| kind.value.as_str()),
        country: body.country.as_ref().map(|country| country.value.as_str()),
        part_of: &body.part_of,
        owner: &body.owner,
    });
    let sources = facts.sources.values().filter_map(|source| {
        let Name::Known(name) = &source.name else { return None };
        Some(Said {
            entry: &source.entry,
            kind: Kind::Source,
            name: &name.value,
            sort: source.kind.as_ref().map(|kind| kind.value.as_str()),
            country: source.country.as_ref().map(|country| country.value.as_str()),
            part_of: &source.part_of,
            owner: &source.owner,
        })
    });
    organisations.chain(sources).collect()
}

/// Words that tell a body of the state.
const PUBLIC: [&str; 20] = [
    "ministry",
    "ministerium",
    "ministerstwo",
    "government",
    "parliament",
    "army",
    "air force",
    "navy",
    "armed forces",
    "military",
    "authority",
    "police",
    "court",
    "committee",
    "agency of",
    "intelligence",
    "embassy",
    "chancellery",
    "council",
    "public",
];

/// Words that tell a body that has members, and employs few of them.
const MEMBERS: [&str; 9] =
    ["committee", "parliament", "council", "party", "association", "union", "club", "commission", "group"];

fn is_any(sort: Option<&str>, words: &[&str]) -> bool {
    let sort = sort.map(plain).unwrap_or_default();
    words.iter().any(|word| sort.contains(word))
}

fn schema(body: &Said<'_>) -> &'static str {
    // Only a company can be owned, to FollowTheMoney.
    if !body.owner.is_empty() {
        "Company"
    } else if body.kind == Kind::Organisation && is_any(body.sort, &PUBLIC) {
        "PublicBody"
    } else {
        "Organization"
    }
}

/// Whether whoever has a role in a body is rather a member than employed there.
pub(super) fn has_members(id: &str, facts: &Facts) -> bool {
    all(facts).iter().any(|body| body.entry.id.as_str() == id && is_any(body.sort, &MEMBERS))
}

pub(super) fn entities(facts: &Facts) -> Vec<Entity> {
    let entity = |body: &Said<'_>| {
        let mut entity = Entity::new(body.entry.id.as_str(), schema(body));
        entity.put("name", body.name);
        for also in &body.entry.also {
            entity.put("alias", also.value.clone());
        }
        entity.put("classification", body.sort.unwrap_or_default());
        entity.put("country", body.country.unwrap_or_default().to_lowercase());
        for whole in body.part_of {
            entity.put("parent", id_of(Speaker::from(whole.value), facts).unwrap_or_default());
        }
        entity.put_common(body.entry, body.kind, facts);
        entity.put_website(body.entry);
        entity
    };
    all(facts).iter().map(entity).collect()
}

pub(super) fn ties(facts: &Facts) -> Vec<Entity> {
    let mut ties = Vec::new();
    for body in all(facts) {
        for owner in body.owner {
            let Some(owner) = id_of(owner.value, facts) else { continue };
            let mut tie = Entity::new(format!("{owner}.{}.owns", body.entry.id), "Ownership");
            tie.put("owner", owner);
            tie.put("asset", body.entry.id.as_str());
            ties.push(tie);
        }
    }
    ties
}

/// A date as FollowTheMoney takes it, or nothing.
pub(super) fn date(date: Option<&At<Date>>) -> String {
    date.and_then(|date| values::exact(&date.value)).unwrap_or_default()
}
