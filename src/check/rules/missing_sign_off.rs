//! Something public that nobody has signed whom the report asks to. `casebook publish` makes an error of it.

use crate::check::{Look, Matter};
use crate::diagnostic::Finding;
use crate::ledger::{Signature, Signed};
use crate::model::{Any, Claim, Policy, SigningRole};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Whole(look);

fn look(matter: &Matter<'_>) -> Vec<Finding> {
    let record = matter.record;
    let policy = &record.facts.report.policy;
    let mut findings = Vec::new();
    if !(policy.sign_off_status.is_empty() && policy.sign_off_adverse.is_empty()) {
        let public = record
            .facts
            .claims
            .iter()
            .filter(|(key, claim)| claim.whole && !record.desk.withheld.contains_key(&(*key).into()));
        findings.extend(public.filter_map(|(key, claim)| in_claim(Any::Claim(key), claim, matter)));
    }
    for role in &policy.sign_off_publication {
        findings.extend(in_publication(role.value, role.place, matter));
    }
    findings
}

fn in_claim(any: Any, claim: &Claim, matter: &Matter<'_>) -> Option<Finding> {
    let policy = &matter.record.facts.report.policy;
    let (roles, place) = asked(claim, policy);
    let missing = matter.ledger.unsigned(Signed::Entry(any), roles);
    // A signature that was there once is told of by `stale-sign-off`.
    let missing = missing.iter().filter(|(_, signature)| matches!(signature, Signature::Missing));
    let missing: Vec<&str> = missing.map(|(role, _)| role.word()).collect();
    let first = missing.first()?;
    let id = &claim.entry.id;
    let as_what = missing.join(" and as ");
    let message = format!("nobody has signed `{id}` as {as_what}");
    let finding = Finding::warning("missing-sign-off", place, message).help(format!(
        "whoever has read it: `casebook sign {id} --as NAME --role {first}`; `casebook publish` waits for it"
    ));
    Some(Finding { entry: Some(id.to_string()), ..finding })
}

/// The roles that must have signed a claim, and the place of what asks for the first of them.
fn asked(claim: &Claim, policy: &Policy) -> (Vec<SigningRole>, Place) {
    let statuses = policy.sign_off_status.iter().filter(|(status, _)| *status == claim.status.value);
    let mut roles: Vec<SigningRole> = statuses.flat_map(|(_, roles)| roles).copied().collect();
    let mut place = claim.status.place;
    if let Some(party) = claim.adverse_to.first() {
        if roles.is_empty() {
            place = party.place;
        }
        roles.extend(&policy.sign_off_adverse);
    }
    roles.sort_unstable();
    roles.dedup();
    (roles, place)
}

fn in_publication(role: SigningRole, place: Place, matter: &Matter<'_>) -> Option<Finding> {
    let word = role.word();
    let message = match matter.ledger.signature(Signed::Publication, role) {
        Signature::Fresh(_) => return None,
        Signature::Missing => format!("nobody has signed what would be published as {word}"),
        Signature::Stale(sign_off) => {
            format!("what would be published has changed since {} signed it as {word}", sign_off.name)
        }
    };
    // Every change to the content asks for this one anew, so that it is no warning before the day of publication.
    let finding = Finding::note("missing-sign-off", place, message);
    Some(finding.help(format!("when all is ready: `casebook sign --publication --as NAME --role {word}`")))
}
