//! An accusation that rests on one confidential source, and that nobody has signed.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::ledger::Signed;
use crate::model::{Any, Claim, Facts, Name, SigningRole, Source, Speaker, Stance, Status};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let roles: &[SigningRole] = match facts.report.policy.sign_off_adverse.as_slice() {
        [] => &[SigningRole::Legal],
        roles => roles,
    };
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        let Some(source) = sole_confidential(claim, facts).filter(|_| is_held(claim)) else {
            continue;
        };
        let unsigned = matter.ledger.unsigned(Signed::Entry(key.into()), roles.iter().copied());
        let (Some((role, _)), Some(party)) = (unsigned.first(), claim.adverse_to.first()) else { continue };
        found.push(Found { entry: Any::Claim(key), finding: solo(claim, source, *role, party.place) });
    }
    found
}

fn solo(claim: &Claim, source: &Source, role: SigningRole, party: crate::text::Place) -> Finding {
    let (id, role) = (&claim.entry.id, role.word());
    let message =
        format!("`{id}` may harm somebody, and rests on the confidential source `{}` alone", source.entry.id);
    let mut supporting = claim.evidence.iter().filter(|piece| piece.stance == Stance::Supports);
    let said_by = supporting.find_map(|piece| piece.said_by.as_ref());
    let place = said_by.map_or(claim.text.place, |said_by| said_by.place);
    Finding::error("anonymous-serious-solo", place, message).also(party, "whom it may harm").help(format!(
        "find another origin, or have it read and signed: `casebook sign {id} --as NAME --role {role}`"
    ))
}

/// Whether we still say it.
fn is_held(claim: &Claim) -> bool {
    !claim.adverse_to.is_empty()
        && !matches!(claim.status.value, Status::Refuted | Status::Superseded | Status::Withdrawn)
}

/// The confidential source that alone is the origin of all that counts for a claim.
fn sole_confidential<'f>(claim: &Claim, facts: &'f Facts) -> Option<&'f Source> {
    let mut counting = claim.support.groups.iter().filter(|group| group.counts > 0);
    let (Some(group), None) = (counting.next(), counting.next()) else { return None };
    let [Speaker::Source(source)] = group.speakers.as_slice() else { return None };
    facts.sources.get(*source).filter(|source| matches!(source.name, Name::Confidential { .. }))
}
