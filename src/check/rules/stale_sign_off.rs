//! A signature under something that has changed since.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::ledger::{SignOff, Signature, Signed};
use crate::model::{Any, Facts};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for sign_off in &matter.ledger.sign_offs {
        // A whole publication is signed once, for once: what is signed of it later, `missing-sign-off` asks for.
        let Signed::Entry(entry) = sign_off.what else { continue };
        let Some(stands) = where_it_stands(entry, facts).filter(|_| matter.record.is_whole(entry)) else {
            continue;
        };
        // One finding for each role, at the newest signature; none where somebody else has read it since.
        let newest = match matter.ledger.signature(sign_off.what, sign_off.role) {
            Signature::Stale(newest) => newest,
            Signature::Fresh(_) | Signature::Missing => continue,
        };
        if std::ptr::eq(newest, sign_off) {
            let id = facts.entry(entry).map(|entry| entry.id.as_str()).unwrap_or_default();
            found.push(Found { entry, finding: stale(id, sign_off, stands, matter) });
        }
    }
    found
}

fn stale(id: &str, sign_off: &SignOff, stands: Place, matter: &Matter<'_>) -> Finding {
    let (name, role) = (&sign_off.name, sign_off.role.word());
    let day = matter.record.facts.report.time_zone.to_datetime(sign_off.at).date();
    let message = format!("`{id}` is not as {name} read it on {day}");
    Finding::error("stale-sign-off", sign_off.sha256.place, message)
        .label("the digest of what was read")
        .also(stands, "changed since, or something that it rests on")
        .help(format!(
            "read it again, then `casebook sign {id} --as {name:?} --role {role}`; or take this line out"
        ))
}

/// Where the words of something stand.
fn where_it_stands(entry: Any, facts: &Facts) -> Option<Place> {
    match entry {
        Any::Claim(key) => facts.claims.get(key).map(|claim| claim.text.place),
        Any::Article(key) => facts.articles.get(key).map(|article| article.title.place),
        _ => None,
    }
}
