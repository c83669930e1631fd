//! Who has read and signed what, and whether it is still what they read.

use jiff::Timestamp;

use super::book::{Ledger, ids};
use crate::diagnostic::Finding;
use crate::load::{Draft, SignedDraft};
use crate::model::{Any, Digest, Id, Kind, Record, SigningRole};
use crate::text::{At, FileId, Place, nearest};
use rustc_hash::FxHashMap;

/// That somebody read something and signed it.
#[derive(Debug, Clone)]
pub struct SignOff {
    /// What they read.
    pub what: Signed,
    /// As what.
    pub role: SigningRole,
    /// Who.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// The digest of what they read, and where it is written.
    pub sha256: At<Digest>,
}

/// What can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signed {
    /// A claim or an article.
    Entry(Any),
    /// All that was to be published.
    Publication,
}

/// How it stands with a role's signature.
#[derive(Debug, Clone, Copy)]
pub enum Signature<'l> {
    /// Somebody signed what stands there now.
    Fresh(&'l SignOff),
    /// What was signed has changed since; the newest of them.
    Stale(&'l SignOff),
    /// Nobody signed it.
    Missing,
}

impl Ledger {
    /// How it stands with a role's signature under something.
    #[must_use]
    pub fn signature(&self, what: Signed, role: SigningRole) -> Signature<'_> {
        let signed = self.signed.get(&(what, role)).into_iter().flatten();
        let mut newest: Option<&SignOff> = None;
        for sign_off in signed.filter_map(|at| self.sign_offs.get(*at)) {
            if self.today.get(&what) == Some(&sign_off.sha256.value) {
                return Signature::Fresh(sign_off);
            }
            if newest.is_none_or(|newest| newest.at < sign_off.at) {
                newest = Some(sign_off);
            }
        }
        newest.map_or(Signature::Missing, Signature::Stale)
    }

    /// Those of some roles that have not signed something as it stands now.
    pub fn unsigned(
        &self,
        what: Signed,
        roles: impl IntoIterator<Item = SigningRole>,
    ) -> Vec<(SigningRole, Signature<'_>)> {
        let roles = roles.into_iter().map(|role| (role, self.signature(what, role)));
        roles.filter(|(_, signature)| !matches!(signature, Signature::Fresh(_))).collect()
    }
}

/// Signatures as typed, each led to what it signs.
pub(super) fn sign_offs(
    drafts: &[At<SignedDraft>],
    sheets: &[(FileId, Draft)],
    record: &Record,
) -> (Vec<SignOff>, Vec<Finding>) {
    let former: FxHashMap<&Id, Any> = record
        .facts
        .entries()
        .flat_map(|(any, entry)| entry.was.iter().map(move |old| (&old.value, any)))
        .collect();
    let mut findings = Vec::new();
    let mut sign_offs = Vec::with_capacity(drafts.len());
    for At { value: draft, place } in drafts {
        let what = match (&draft.id, draft.publication.as_ref().is_some_and(|all| all.value)) {
            (Some(id), false) => {
                let Some(parsed) = Id::parse_path(&id.value.0) else { continue };
                let known = record.ids.get(&parsed).or_else(|| former.get(&parsed));
                match known {
                    Some(any) if matches!(any.kind(), Kind::Claim | Kind::Article) => Signed::Entry(*any),
                    Some(any) => {
                        let message = format!(
                            "`{parsed}` is {}, and claims and articles are signed",
                            any.kind().with_article()
                        );
                        let finding = Finding::error("wrong-kind", id.place, message);
                        findings.push(finding.help("take this line out, or sign the claim that was read"));
                        continue;
                    }
                    // What stands in a part that could not be read is there, and was told of.
                    None if stands_in(&parsed, sheets) => continue,
                    None => {
                        findings.push(unknown(&parsed, id.place, record));
                        continue;
                    }
                }
            }
            (None, true) => Signed::Publication,
            (Some(id), true) => {
                let message = "a signature is under one entry, or under a whole publication";
                let finding = Finding::error("conflicting-fields", id.place, message);
                findings.push(finding.help("keep `id` or `publication: true`, not both"));
                continue;
            }
            (None, false) => {
                let finding =
                    Finding::error("missing-field", *place, "a signature needs `id`, or `publication: true`");
                findings.push(finding.help("add the `id` of the claim or article that was read"));
                continue;
            }
        };
        sign_offs.push(SignOff {
            what,
            role: draft.role.value,
            name: draft.name.value.0.clone(),
            at: draft.at.value.0,
            sha256: draft.sha256,
        });
    }
    (sign_offs, findings)
}

fn stands_in(id: &Id, sheets: &[(FileId, Draft)]) -> bool {
    sheets.iter().any(|(_, sheet)| ids(sheet).contains(&id))
}

fn unknown(id: &Id, place: Place, record: &Record) -> Finding {
    let facts = &record.facts;
    let claims = facts.claims.values().map(|claim| claim.entry.id.as_str());
    let articles = facts.articles.values().map(|article| article.entry.id.as_str());
    let near = nearest(id.as_str(), claims.chain(articles), 1);
    let help = match near.first() {
        Some(near) => format!("did you mean `{near}`? If it was taken out, take this signature out too"),
        None => "if it was taken out, take this signature out too".to_owned(),
    };
    Finding::error("unknown-id", place, format!("no claim or article has the id `{id}`")).help(help)
}
