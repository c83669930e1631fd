//! A claim without a date that says "Monday", or rests on words that do.

use crate::check::spoken::Spoken;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Key};
use crate::reading::when::Mention;
use crate::text::Place;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let undated = matter.claims().filter(|(_, claim)| claim.date.is_none());
    undated
        .filter_map(|(key, claim)| {
            Some(Found { entry: Any::Claim(key), finding: finding(key, claim, matter)? })
        })
        .collect()
}

fn finding(key: Key<Claim>, claim: &Claim, matter: &Matter<'_>) -> Option<Finding> {
    let spoken = Spoken::all(key, claim, matter);
    let mut relative = spoken.flat_map(|(spoken, mentions)| relative(&spoken, mentions, matter));
    let (place, words) = relative.next()?;
    let message = format!("which day `{words}` is cannot be told: this claim has no date");
    let help = "add `date: …` to the claim, or name the one date it belongs to in `about`";
    let mut finding = Finding::error("unresolved-relative-date", place, message).help(help);
    for (place, words) in relative {
        finding = finding.also(place, format!("nor which `{words}` is"));
    }
    Some(finding)
}

/// Words that mean a day only to those who know when they were said. A full date beside them tells it.
fn relative<'m>(spoken: &Spoken<'m>, mentions: &[Mention], matter: &Matter<'_>) -> Vec<(Place, &'m str)> {
    if mentions.iter().any(|mention| mention.date().is_some()) {
        return Vec::new();
    }
    let relative = mentions.iter().filter(|mention| mention.is_relative());
    relative.map(|mention| (spoken.place(mention.span, matter), spoken.part(mention.span))).collect()
}
