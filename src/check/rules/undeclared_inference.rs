//! A date that says more than the words it was read from, and does not tell so.

use std::cell::LazyCell;

use crate::check::spoken::Spoken;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Date, Event, Facts, Inferred, Key, Precision};
use crate::reading::when::Mention;
use crate::text::{At, Place};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let (facts, asked) = (&matter.record.facts, matter.asked());
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        // A date that is the occasion's is judged there.
        let is_of = |date: &At<Date>, occasion| {
            facts.dates.get(occasion).is_some_and(|occasion| occasion.date.place == date.place)
        };
        let own = claim.date.as_ref();
        if let Some(date) = own.filter(|date| !occasions(claim).any(|occasion| is_of(date, occasion))) {
            let finding = finding(date, &claim.inferred, &[key], matter);
            found.extend(finding.map(|finding| Found { entry: Any::Claim(key), finding }));
        }
    }
    let behind = LazyCell::new(|| behind(facts));
    for (key, event) in asked.dates.iter() {
        let finding = finding(&event.date, &event.inferred, &behind[key.index()], matter);
        found.extend(finding.map(|finding| Found { entry: Any::Date(key), finding }));
    }
    found
}

/// The dates that a claim is about.
fn occasions(claim: &Claim) -> impl Iterator<Item = Key<Event>> {
    claim.about.iter().filter_map(|about| match about.value {
        Any::Date(date) => Some(date),
        _ => None,
    })
}

/// For each date, by its number, the claims that are about it.
fn behind(facts: &Facts) -> Vec<Vec<Key<Claim>>> {
    let mut behind = vec![Vec::new(); facts.dates.slots()];
    for (key, claim) in facts.claims.iter().filter(|(_, claim)| claim.whole) {
        for occasion in occasions(claim) {
            behind[occasion.index()].push(key);
        }
    }
    behind
}

fn finding(
    date: &At<Date>,
    inferred: &[At<Inferred>],
    claims: &[Key<Claim>],
    matter: &Matter<'_>,
) -> Option<Finding> {
    // What is marked as doubtful does not pretend to have been read, and what is open on a side is no more than a
    // limit.
    let limit = date.earliest().day().is_none() || date.latest().day().is_none();
    let mut missing: Vec<Inferred> = parts(date.finest()).to_vec();
    missing.retain(|part| !inferred.iter().any(|inferred| inferred.value == *part));
    if missing.is_empty() || limit || date.is_uncertain() || date.is_approximate() {
        return None;
    }
    let mut nearest: Option<(usize, Place, &str)> = None;
    let claims = claims.iter().filter_map(|key| Some((*key, matter.record.facts.claims.get(*key)?)));
    for (spoken, mentions) in claims.flat_map(|(key, claim)| Spoken::quotations(key, claim, matter)) {
        for mention in mentions.iter().filter(|mention| mention.fits(date)) {
            missing.retain(|part| !says(mention, *part));
            let told = parts(Precision::Time).iter().filter(|part| says(mention, **part)).count();
            if nearest.is_none_or(|(most, ..)| told > most) {
                nearest = Some((told, spoken.place(mention.span, matter), spoken.part(mention.span)));
            }
        }
    }
    let (_, place, words) = nearest.filter(|_| !missing.is_empty())?;
    let names = missing.iter().map(|part| part.word()).collect::<Vec<_>>();
    let message = format!(
        "no quotation behind this date gives the {}, and it is not marked as inferred",
        listed(&names)
    );
    let inferred: Vec<&str> = parts(date.finest())
        .iter()
        .filter(|part| missing.contains(part) || inferred.iter().any(|inferred| inferred.value == **part))
        .map(|part| part.word())
        .collect();
    let help = format!("add `inferred: [{}]`, or a quotation that gives it", inferred.join(", "));
    let finding = Finding::warning("undeclared-inference", date.place, message);
    Some(finding.also(place, format!("all that is said of when is `{words}`")).help(help))
}

/// The parts that a date has which is known so finely.
fn parts(precision: Precision) -> &'static [Inferred] {
    let all = &[Inferred::Year, Inferred::Month, Inferred::Day, Inferred::Time];
    match precision {
        Precision::Time => all,
        Precision::Day => &all[..3],
        Precision::Month => &all[..2],
        Precision::Season | Precision::Year => &all[..1],
        Precision::Decade | Precision::Century | Precision::Interval | Precision::OneOf => &[],
    }
}

/// Whether words give a part of a date.
fn says(mention: &Mention, part: Inferred) -> bool {
    match part {
        Inferred::Year => mention.year.is_some(),
        Inferred::Month => mention.month.is_some(),
        Inferred::Day => mention.day.is_some(),
        Inferred::Time => mention.hour,
    }
}

/// `year`, `year and month`, `year, month and day`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
