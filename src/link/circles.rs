//! Relations that must not run in circles.

use std::collections::BTreeMap;

use crate::diagnostic::Finding;
use crate::model::{Body, Document, Facts, Key, Speaker};
use crate::text::{At, Place};

/// The steps of every circle in what documents repeat or are made from: each by the document in whose entry it is
/// written, and where.
#[must_use]
pub fn circles_of_documents(facts: &Facts) -> Vec<Vec<(Key<Document>, Place)>> {
    let steps = facts
        .documents
        .iter()
        .map(|(key, document)| (key, document.bases().map(|base| (base.value, base.place)).collect()));
    Circles::of(steps)
}

/// A finding for every circle in what follows, refines, owns or belongs to what. It stands at the step of the circle
/// that comes last in the sheets, and names the others.
pub(super) fn circles(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    let steps = facts
        .claims
        .iter()
        .map(|(key, claim)| (key, claim.superseded_by.iter().map(|next| (next.value, next.place)).collect()));
    for circle in Circles::of(steps) {
        findings.push(finding(
            "this claim in the end supersedes itself",
            "the newest claim has no `superseded_by`",
            &circle,
        ));
    }
    let steps = facts
        .claims
        .iter()
        .map(|(key, claim)| (key, claim.refines.iter().map(|next| (next.value, next.place)).collect()));
    for circle in Circles::of(steps) {
        findings.push(finding(
            "this claim in the end refines itself",
            "the least exact claim refines nothing",
            &circle,
        ));
    }
    let parts =
        upward(facts, |part_of, _| part_of.iter().map(|body| (body.value.into(), body.place)).collect());
    for circle in Circles::of(parts) {
        findings.push(finding(
            "this is in the end part of itself",
            "the topmost body is part of nothing",
            &circle,
        ));
    }
    let owners = upward(facts, |_, owner| owner.iter().map(|owner| (owner.value, owner.place)).collect());
    for circle in Circles::of(owners) {
        findings.push(finding("this in the end owns itself", "the topmost owner has no `owner`", &circle));
    }
    findings
}

fn upward<'f>(
    facts: &'f Facts,
    steps: impl Fn(&[At<Body>], &[At<Speaker>]) -> Vec<(Speaker, Place)> + Copy + 'f,
) -> impl Iterator<Item = (Speaker, Vec<(Speaker, Place)>)> + 'f {
    let organisations = facts.organisations.iter();
    let organisations =
        organisations.map(move |(key, body)| (Speaker::Organisation(key), steps(&body.part_of, &body.owner)));
    let sources = facts
        .sources
        .iter()
        .map(move |(key, source)| (Speaker::Source(key), steps(&source.part_of, &source.owner)));
    organisations.chain(sources)
}

fn finding<K>(message: &str, help: &str, circle: &[(K, Place)]) -> Finding {
    let places = || circle.iter().map(|(_, place)| *place);
    let last = places().max().unwrap_or(circle[0].1);
    let others = places().filter(|place| *place != last);
    others
        .fold(Finding::error("circle", last, message), |finding, place| finding.also(place, "through this"))
        .help(help)
}

/// Looks for circles by walking every chain once, with a path kept beside the walk rather than on the call stack.
struct Circles<K> {
    steps: BTreeMap<K, Vec<(K, Place)>>,
    done: std::collections::BTreeSet<K>,
    found: Vec<Vec<(K, Place)>>,
}

impl<K: Copy + Ord> Circles<K> {
    /// The steps of each circle: who takes it, and where it is written.
    fn of(steps: impl Iterator<Item = (K, Vec<(K, Place)>)>) -> Vec<Vec<(K, Place)>> {
        let steps: BTreeMap<K, Vec<(K, Place)>> = steps.filter(|(_, steps)| !steps.is_empty()).collect();
        let starts: Vec<K> = steps.keys().copied().collect();
        let mut circles = Self { steps, done: std::collections::BTreeSet::new(), found: Vec::new() };
        for start in starts {
            circles.walk(start);
        }
        circles.found
    }

    fn walk(&mut self, start: K) {
        // Each step of the path: where it is, which of its steps comes next, and where the step to it is written.
        let mut path: Vec<(K, usize, Option<Place>)> = vec![(start, 0, None)];
        while let Some((here, next, _)) = path.last_mut() {
            let here = *here;
            let step = self.steps.get(&here).and_then(|steps| steps.get(*next)).copied();
            *next += 1;
            let Some((to, place)) = step.filter(|_| !self.done.contains(&here)) else {
                self.done.insert(here);
                path.pop();
                continue;
            };
            if let Some(from) = path.iter().position(|(seen, ..)| *seen == to) {
                let taken = path[from..].windows(2).filter_map(|steps| Some((steps[0].0, steps[1].2?)));
                self.found.push(taken.chain([(here, place)]).collect());
            } else if !self.done.contains(&to) {
                path.push((to, 0, Some(place)));
            }
        }
    }
}
