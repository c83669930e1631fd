//! A status too high because copies of one report were taken for several.

use crate::check::{Found, Look, Matter, Repeats, shortfall};
use crate::diagnostic::Finding;
use crate::link::Roots;
use crate::model::{Any, Claim, Evidence, Facts};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let roots = Roots::of(facts);
    let claims = matter.claims();
    let found = claims.filter_map(|(key, claim)| {
        let finding = finding(claim, facts, &roots)?;
        Some(Found { entry: Any::Claim(key), finding })
    });
    found.collect()
}

fn finding(claim: &Claim, facts: &Facts, roots: &Roots) -> Option<Finding> {
    let shortfall = shortfall(claim, facts)?;
    let Repeats { one, other } = Repeats::taken_for_several(claim, facts, roots)?;
    let name = |piece: &Evidence| &facts.documents[piece.document.value].entry.id;
    let (id, status) = (&claim.entry.id, claim.status);
    let message = format!(
        "`{id}` is not `{}`: `{}` and `{}` are one report",
        status.value.word(),
        name(one),
        name(other)
    );
    let finding = Finding::error("wire-counted-twice", status.place, message)
        .label(shortfall.lacks)
        .also(one.document.place, "this")
        .also(other.document.place, "and this are one report")
        .help(shortfall.help);
    Some(finding)
}
