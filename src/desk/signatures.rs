//! Who signed what, and whose signature is missing or under something that has changed since.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::Laid;
use super::names::name;
use crate::ledger::{Signature, Signed};
use crate::model::{Any, Claim, Policy, SigningRole, day_words};

/// How it stands with signatures.
#[derive(Debug, Serialize)]
pub(super) struct Signatures {
    /// Under what would be published as a whole.
    publication: Vec<Line>,
    /// Under claims and articles, those that want for one first.
    entries: Vec<Entry>,
    /// How many want for one.
    wanting: usize,
}

#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    words: String,
    is_claim: bool,
    lines: Vec<Line>,
    #[serde(skip)]
    wanting: bool,
}

#[derive(Debug, Serialize)]
struct Line {
    role: &'static str,
    /// `fresh`, `stale`, `missing`.
    state: &'static str,
    words: String,
}

/// The signatures that are there, and those that the report asks for.
pub(super) fn signatures(laid: &Laid<'_>) -> Signatures {
    let facts = &laid.record.facts;
    let policy = &facts.report.policy;
    let mut signed: FxHashMap<Signed, Vec<SigningRole>> = FxHashMap::default();
    for sign_off in &laid.ledger.sign_offs {
        signed.entry(sign_off.what).or_default().push(sign_off.role);
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (any, entry) in facts.entries() {
        let mut roles = match any {
            Any::Claim(key) if !laid.record.desk.withheld.contains_key(&any) => {
                facts.claims.get(key).map_or_else(Vec::new, |claim| asked(claim, policy))
            }
            _ => Vec::new(),
        };
        roles.extend(signed.get(&Signed::Entry(any)).into_iter().flatten());
        if roles.is_empty() {
            continue;
        }
        let lines = lines(Signed::Entry(any), roles, laid);
        entries.push(Entry {
            id: entry.id.to_string(),
            words: name(facts, any),
            is_claim: matches!(any, Any::Claim(_)),
            wanting: lines.iter().any(|line| line.state != "fresh"),
            lines,
        });
    }
    entries.sort_by_key(|entry| !entry.wanting);
    let mut roles: Vec<SigningRole> = policy.sign_off_publication.iter().map(|role| role.value).collect();
    roles.extend(signed.get(&Signed::Publication).into_iter().flatten());
    Signatures {
        publication: lines(Signed::Publication, roles, laid),
        wanting: entries.iter().filter(|entry| entry.wanting).count(),
        entries,
    }
}

/// The roles that the report asks to sign a claim.
fn asked(claim: &Claim, policy: &Policy) -> Vec<SigningRole> {
    let statuses = policy.sign_off_status.iter().filter(|(status, _)| *status == claim.status.value);
    let mut roles: Vec<SigningRole> = statuses.flat_map(|(_, roles)| roles).copied().collect();
    if !claim.adverse_to.is_empty() {
        roles.extend(&policy.sign_off_adverse);
    }
    roles
}

fn lines(what: Signed, mut roles: Vec<SigningRole>, laid: &Laid<'_>) -> Vec<Line> {
    roles.sort_unstable();
    roles.dedup();
    let zone = &laid.record.facts.report.time_zone;
    let day = |at| day_words(zone.to_datetime(at).date());
    let lines = roles.into_iter().map(|role| {
        let (state, words) = match laid.ledger.signature(what, role) {
            Signature::Fresh(by) => ("fresh", format!("{}, {}", by.name, day(by.at))),
            Signature::Stale(by) => ("stale", format!("changed since {} read it on {}", by.name, day(by.at))),
            Signature::Missing => ("missing", "nobody".to_owned()),
        };
        Line { role: role.word(), state, words }
    });
    lines.collect()
}
