//! What rests on one alone: if Der Spiegel falls, what falls?

use std::collections::BTreeMap;

use serde::Serialize;

use super::Laid;
use super::names::{name, speakers};
use crate::model::{Claim, Facts, Key, Narrow, Speaker};

/// Somebody, or a document, and what would be left without support.
#[derive(Debug, Serialize)]
pub(super) struct Reliance {
    who: String,
    /// What they are: `said it first`, `passed it on`, `document`.
    part: &'static str,
    /// The ids of claims.
    claims: Vec<String>,
}

/// On what a claim rests alone. In order: speakers before documents, so that lists do not depend on chance.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pillar {
    Origin(Vec<Speaker>),
    Narrow(Narrow),
}

/// Who and what bears claims alone, the one that bears most first.
pub(super) fn reliance(laid: &Laid<'_>) -> Vec<Reliance> {
    let facts = &laid.record.facts;
    let mut pillars: BTreeMap<Pillar, Vec<Key<Claim>>> = BTreeMap::new();
    for (key, claim) in facts.claims.iter() {
        for pillar in pillars_of(claim) {
            pillars.entry(pillar).or_default().push(key);
        }
    }
    let id = |key: &Key<Claim>| facts.claims.get(*key).map(|claim| claim.entry.id.to_string());
    let mut all: Vec<Reliance> = pillars
        .into_iter()
        .map(|(pillar, claims)| Reliance {
            who: who(&pillar, facts),
            part: match pillar {
                Pillar::Origin(_) => "said it first",
                Pillar::Narrow(Narrow::Speaker(_)) => "passed all of it on",
                Pillar::Narrow(Narrow::Document(_)) => "is behind all that was opened",
            },
            claims: claims.iter().filter_map(id).collect(),
        })
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.claims.len()));
    all
}

fn pillars_of(claim: &Claim) -> Vec<Pillar> {
    let count = &claim.support;
    if count.origins == 0 {
        return Vec::new();
    }
    let alone = count.groups.iter().filter(|group| count.rests_on(group) && !group.speakers.is_empty());
    let origins: Vec<Vec<Speaker>> = alone.map(|group| group.speakers.clone()).collect();
    // Whoever said it first and published it is named once.
    let narrow = count.narrow.iter().filter(|narrow| match narrow {
        Narrow::Speaker(speaker) => !origins.iter().any(|speakers| speakers.contains(speaker)),
        Narrow::Document(_) => true,
    });
    let narrow: Vec<Pillar> = narrow.copied().map(Pillar::Narrow).collect();
    origins.into_iter().map(Pillar::Origin).chain(narrow).collect()
}

fn who(pillar: &Pillar, facts: &Facts) -> String {
    match pillar {
        Pillar::Origin(several) => speakers(facts, several),
        Pillar::Narrow(Narrow::Speaker(speaker)) => name(facts, (*speaker).into()),
        Pillar::Narrow(Narrow::Document(document)) => format!("“{}”", name(facts, (*document).into())),
    }
}
