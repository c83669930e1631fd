//! Relations that must not run in circles.

use std::collections::BTreeMap;

use crate::diagnostic::Finding;
use crate::model::{Claim, Document, Facts, Key, Speaker};
use crate::text::Place;

/// The steps of every circle in what documents repeat or are made from: each by the document in whose entry it is
/// written, and where.
#[must_use]
pub fn circles_of_documents(facts: &Facts) -> Vec<Vec<(Key<Document>, Place)>> {
    let steps = facts.documents.iter().flat_map(|(key, document)| {
        document.bases().map(move |base| Step { from: key, to: base.value, by: base.place })
    });
    Circles::of(steps)
}

/// The field by which one entry leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    SupersededBy,
    Refines,
    PartOf,
    Owner,
}

/// A finding for every circle in what follows, refines, owns or belongs to what, and for every claim that contradicts
/// itself. It stands at the step of the circle that comes last in the sheets, and names the others.
pub(super) fn circles(facts: &Facts) -> Vec<Finding> {
    let of_claims = Circles::of(to_newer_claims(facts)).into_iter().map(|circle| finding(&circle));
    let of_bodies = Circles::of(to_higher_bodies(facts)).into_iter().map(|circle| finding(&circle));
    of_claims.chain(of_bodies).chain(contradicting_themselves(facts)).collect()
}

/// From each claim to those that are newer or more exact. What is superseded is refined by its successor.
fn to_newer_claims(facts: &Facts) -> impl Iterator<Item = Step<Key<Claim>, (Place, Field)>> {
    facts.claims.iter().flat_map(|(key, claim)| {
        let newer = claim.superseded_by.iter();
        let newer = newer.map(move |next| (key, next.value, next.place, Field::SupersededBy));
        let older = claim.refines.iter().map(move |next| (next.value, key, next.place, Field::Refines));
        newer.chain(older).map(|(from, to, place, field)| Step { from, to, by: (place, field) })
    })
}

/// From each body and source to those that it belongs to.
fn to_higher_bodies(facts: &Facts) -> impl Iterator<Item = Step<Speaker, (Place, Field)>> {
    let organisations = facts.organisations.iter();
    let organisations =
        organisations.map(|(key, body)| (Speaker::Organisation(key), &body.part_of, &body.owner));
    let sources = facts.sources.iter();
    let sources = sources.map(|(key, source)| (Speaker::Source(key), &source.part_of, &source.owner));
    organisations.chain(sources).flat_map(|(from, part_of, owner)| {
        let parts = part_of.iter().map(|body| (body.value.into(), (body.place, Field::PartOf)));
        let owners = owner.iter().map(|owner| (owner.value, (owner.place, Field::Owner)));
        parts.chain(owners).map(move |(to, by)| Step { from, to, by })
    })
}

fn contradicting_themselves(facts: &Facts) -> impl Iterator<Item = Finding> {
    facts.claims.iter().filter_map(|(key, claim)| {
        let itself = claim.contradicts.iter().find(|other| other.value == key)?;
        let finding = Finding::error("circle", itself.place, "this claim contradicts itself");
        Some(finding.help("name the claim that cannot be true with this one"))
    })
}

fn finding<K>(circle: &[(K, (Place, Field))]) -> Finding {
    let steps = || circle.iter().map(|(_, step)| *step);
    let mut fields: Vec<Field> = steps().map(|(_, field)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    let (message, help) = match fields[..] {
        [Field::SupersededBy] => {
            ("this claim in the end supersedes itself", "the newest claim has no `superseded_by`")
        }
        [Field::Refines] => ("this claim in the end refines itself", "the least exact claim refines nothing"),
        [Field::PartOf] => ("this is in the end part of itself", "the topmost body is part of nothing"),
        [Field::Owner] => ("this in the end owns itself", "the topmost owner has no `owner`"),
        [Field::PartOf, Field::Owner] => (
            "this in the end belongs to itself",
            "what a body is part of is not owned by it: take out one of `part_of` and `owner`",
        ),
        _ => (
            "this claim in the end is refined by what it refines",
            "what supersedes a claim refines it, and not the other way round: take out one of `superseded_by` and `refines`",
        ),
    };
    let last = steps().map(|(place, _)| place).max().unwrap_or(circle[0].1.0);
    let others = steps().map(|(place, _)| place).filter(|place| *place != last);
    others
        .fold(Finding::error("circle", last, message), |finding, place| finding.also(place, "through this"))
        .help(help)
}

/// One entry leads to another, `by` something.
struct Step<K, S> {
    from: K,
    to: K,
    by: S,
}

/// Looks for circles by walking every chain once, with a path kept beside the walk rather than on the call stack.
struct Circles<K, S> {
    steps: BTreeMap<K, Vec<(K, S)>>,
    done: std::collections::BTreeSet<K>,
    found: Vec<Vec<(K, S)>>,
}

impl<K: Copy + Ord, S: Copy> Circles<K, S> {
    /// The steps of each circle: who takes it, and by what.
    fn of(all: impl Iterator<Item = Step<K, S>>) -> Vec<Vec<(K, S)>> {
        let mut steps: BTreeMap<K, Vec<(K, S)>> = BTreeMap::new();
        for Step { from, to, by } in all {
            steps.entry(from).or_default().push((to, by));
        }
        let starts: Vec<K> = steps.keys().copied().collect();
        let mut circles = Self { steps, done: std::collections::BTreeSet::new(), found: Vec::new() };
        for start in starts {
            circles.walk(start);
        }
        circles.found
    }

    fn walk(&mut self, start: K) {
        // Each step of the path: where it is, which of its steps comes next, and by what it was come to.
        let mut path: Vec<(K, usize, Option<S>)> = vec![(start, 0, None)];
        while let Some((here, next, _)) = path.last_mut() {
            let here = *here;
            let step = self.steps.get(&here).and_then(|steps| steps.get(*next)).copied();
            *next += 1;
            let Some((to, by)) = step.filter(|_| !self.done.contains(&here)) else {
                self.done.insert(here);
                path.pop();
                continue;
            };
            if let Some(from) = path.iter().position(|(seen, ..)| *seen == to) {
                let taken = path[from..].windows(2).filter_map(|steps| Some((steps[0].0, steps[1].2?)));
                self.found.push(taken.chain([(here, by)]).collect());
            } else if !self.done.contains(&to) {
                path.push((to, 0, Some(by)));
            }
        }
    }
}
