//! A number of people in a claim or a date that those it lists do not make up.

use rustc_hash::FxHashSet;

use crate::check::spoken::Spoken;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Event, Facts, Key, Person};
use crate::reading::headcount::{Headcount, headcounts};
use crate::text::{At, Place};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let claims = matter
        .claims()
        .filter_map(|(key, claim)| Some(Found { entry: Any::Claim(key), finding: of_claim(claim, matter)? }));
    let dates =
        matter.asked().dates.iter().filter_map(|(key, event)| {
            Some(Found { entry: Any::Date(key), finding: of_date(event, matter)? })
        });
    claims.chain(dates).collect()
}

/// Who is listed.
struct Listed {
    named: u32,
    unnamed: u32,
    /// Whether the list is of just those who took part, so that nobody may be too many.
    closed: bool,
    /// Where it is.
    place: Option<Place>,
}

impl Listed {
    fn all(&self) -> u32 {
        self.named + self.unnamed
    }
}

fn of_claim(claim: &Claim, matter: &Matter<'_>) -> Option<Finding> {
    finding(&claim.text, matter, || {
        let facts = &matter.record.facts;
        let mut people: FxHashSet<Key<Person>> = FxHashSet::default();
        let mut unnamed = claim.unnamed.map_or(0, |unnamed| unnamed.value);
        for about in &claim.about {
            match about.value {
                Any::Person(person) => drop(people.insert(person)),
                Any::Date(date) => {
                    let Some(event) = facts.dates.get(date) else { continue };
                    people.extend(event.people.iter().map(|person| person.value));
                    unnamed = unnamed.max(event.unnamed.map_or(0, |unnamed| unnamed.value));
                }
                _ => {}
            }
        }
        let place = claim.unnamed.map(|unnamed| unnamed.place).or(first_person(claim, facts));
        Listed { named: number(people.len()), unnamed, closed: false, place }
    })
}

fn of_date(event: &Event, matter: &Matter<'_>) -> Option<Finding> {
    let listed = || Listed {
        named: number(event.people.len()),
        unnamed: event.unnamed.map_or(0, |unnamed| unnamed.value),
        closed: true,
        place: event.unnamed.map(|unnamed| unnamed.place).or(event.people.first().map(|person| person.place)),
    };
    let texts = std::iter::once(&event.title).chain(&event.entry.summary);
    texts.into_iter().find_map(|text| finding(text, matter, listed))
}

fn finding(text: &At<String>, matter: &Matter<'_>, listed: impl Fn() -> Listed) -> Option<Finding> {
    let spoken = Spoken::ours(text, matter);
    let counted: Vec<Headcount> =
        spoken.languages.iter().flat_map(|language| headcounts(&text.value, *language)).collect();
    let largest = *counted.iter().max_by_key(|headcount| headcount.count)?;
    let listed = listed();
    // Where nobody is listed, it is not meant as a list.
    if listed.all() == 0 || agree(largest, counted.len(), &listed) {
        return None;
    }
    let words = spoken.part(largest.span);
    let named = match (listed.named, listed.unnamed) {
        (named, 0) => format!("{named} named"),
        (named, unnamed) => format!("{named} named and {unnamed} without a name"),
    };
    let message = format!("`{words}` and the people listed do not agree: {named}");
    let place = spoken.place(largest.span, matter);
    let mut finding = Finding::warning("headcount-mismatch", place, message)
        .help("list those who are missing, or add `unnamed: …`, the number of those who have no name here");
    if let Some(place) = listed.place {
        finding = finding.also(place, "listed here");
    }
    Some(finding)
}

/// Whether a number and a list can both be right.
fn agree(headcount: Headcount, numbers: usize, listed: &Listed) -> bool {
    let Headcount { count, others, anybody, span } = headcount;
    // Three others are at least four.
    if listed.all() < count + u32::from(others) {
        return false;
    }
    if others || numbers > 1 {
        return true;
    }
    let all_are_counted = listed.closed && (anybody || span.start == 0);
    listed.unnamed <= count && (!all_are_counted || listed.all() == count)
}

fn first_person(claim: &Claim, facts: &Facts) -> Option<Place> {
    let lists = |any: Any| match any {
        Any::Person(_) => true,
        Any::Date(date) => facts.dates.get(date).is_some_and(|event| !event.people.is_empty()),
        _ => false,
    };
    claim.about.iter().find(|about| lists(about.value)).map(|about| about.place)
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
