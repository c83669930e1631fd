//! A chain of those who passed something on that does not reach whoever published what we opened.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::link::{Line, Lines, Roots, origin_of};
use crate::model::{Any, Claim, Evidence, Facts};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let (lines, roots) = (Lines::open(facts), Roots::of(facts));
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        for piece in &claim.evidence {
            if let Some(finding) = finding(piece, claim, facts, &lines, &roots) {
                found.push(Found { entry: Any::Claim(key), finding });
            }
        }
    }
    found
}

fn finding(
    piece: &Evidence,
    claim: &Claim,
    facts: &Facts,
    lines: &Lines<'_>,
    roots: &Roots,
) -> Option<Finding> {
    // Whoever published what shows the words itself passed nothing on.
    let via = piece.via.as_ref().filter(|_| !piece.shown)?;
    let document = facts.documents.get(piece.document.value)?;
    let publisher = document.source?;
    let line = |speaker| lines.above(speaker, Some(piece.document.value));
    let reached = line(publisher.value);
    let origin = origin_of(piece, claim, facts, roots);
    let mut hands = via.iter().map(|relay| relay.value).chain(origin.speakers().iter().copied());
    if hands.any(|speaker| meet(&line(speaker), &reached)) {
        return None;
    }
    let name = &facts.entry(publisher.value.into())?.id;
    let document = &document.entry.id;
    let (place, message) = match via.last() {
        Some(last) => {
            let last_name = &facts.entry(last.value.into())?.id;
            (last.place, format!("the chain ends at `{last_name}`, and what was opened is by `{name}`"))
        }
        None => (
            piece.document.place,
            format!("`via` says that nobody passed it on, and `{document}` is by `{name}`"),
        ),
    };
    let finding = Finding::warning("incomplete-chain", place, message)
        .also(publisher.place, format!("who published `{document}`"))
        .help(format!(
            "add `{name}` at the end of `via`; or leave `via` out: it is then filled in from the documents"
        ));
    Some(finding)
}

/// Whether two lines, both in order, have somebody in common.
fn meet(one: &Line<'_>, other: &Line<'_>) -> bool {
    one.iter().any(|member| other.binary_search(member).is_ok())
}
