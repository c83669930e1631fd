//! How high the evidence of a claim carries: the table of statuses, held against what was counted.

use crate::model::{Claim, Count, Evidence, Facts, Stance, Status};

/// What a claim's evidence lacks for the status it declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// What there is, and what it would take: "one origin supports it, and the status takes two".
    pub lacks: String,
    /// What to do about it.
    pub help: String,
}

/// What the evidence of `claim` lacks for its status; nothing where it carries it.
///
/// What a claim without evidence lacks is for `unsourced-claim` to say, and what a superseded one does, for
/// `missing-supersession`.
#[must_use]
pub fn shortfall(claim: &Claim, facts: &Facts) -> Option<Shortfall> {
    let needed = facts.report.policy.corroborated_origins;
    match claim.status.value {
        Status::Unverified | Status::Superseded => None,
        Status::Reported if claim.support.origins >= 1 => None,
        Status::Reported => Some(Shortfall {
            lacks: "no origin of it is known, and `reported` takes one".to_owned(),
            help: "say who said it first (`said_by`), or make it `unverified`".to_owned(),
        }),
        Status::Corroborated => uncorroborated(&claim.support, needed, "supports"),
        Status::Verified if is_seen(claim, facts, Stance::Supports) => None,
        Status::Verified => Some(Shortfall {
            lacks: "nothing shows it to us, and `verified` takes proof that we have seen".to_owned(),
            help: format!("{SEEN}; or make it {}", highest_without_proof(claim, needed)),
        }),
        Status::Disputed => undisputed(claim, facts),
        Status::Refuted if is_seen(claim, facts, Stance::Disputes) => None,
        Status::Refuted => {
            uncorroborated(&claim.dispute, needed, "disputes").map(|Shortfall { lacks, .. }| Shortfall {
                lacks: lacks.replace("`corroborated`", "`refuted`"),
                help: format!("{SEEN}, or name independent origins that dispute it; or make it `disputed`"),
            })
        }
        Status::Withdrawn if says_why_withdrawn(claim) => None,
        Status::Withdrawn => Some(Shortfall {
            lacks: "nothing says why, and `withdrawn` takes a reason".to_owned(),
            help: "add an entry to `history`: `{date: …, status: withdrawn, why: …}`".to_owned(),
        }),
    }
}

const SEEN: &str = "give a piece of evidence `shown: true` and `at`, and its document a kept copy (`archive`), or say how \
                    you looked yourselves (`checked`)";

fn uncorroborated(count: &Count, needed: u32, points: &str) -> Option<Shortfall> {
    let status = "`corroborated`";
    if count.origins < needed {
        let there = match count.origins {
            0 => format!("no independent origin {points} it"),
            1 => format!("one independent origin {points} it"),
            more => format!("{more} independent origins {points} it")
                .replace(points, points.trim_end_matches('s')),
        };
        let help = "see on the claim's page how they were counted; add evidence of another origin, or make it `reported`";
        return Some(Shortfall {
            lacks: format!("{there}, and {status} takes {needed}"),
            help: help.to_owned(),
        });
    }
    (count.ways < needed).then(|| Shortfall {
        lacks: format!(
            "its {} origins reached us on {}, and {status} takes {needed} ways",
            count.origins,
            ways(count.ways)
        ),
        help: "open a document that did not pass through the same agency or outlet, or make it `reported`"
            .to_owned(),
    })
}

fn ways(ways: u32) -> String {
    if ways == 1 { "one way alone".to_owned() } else { format!("{ways} ways") }
}

fn undisputed(claim: &Claim, facts: &Facts) -> Option<Shortfall> {
    let missing =
        match (live(claim, facts, Stance::Supports).next(), live(claim, facts, Stance::Disputes).next()) {
            (Some(_), Some(_)) => return None,
            (Some(_), None) => "disputes",
            (None, _) => "supports",
        };
    Some(Shortfall {
        lacks: format!("no evidence {missing} it, and `disputed` takes evidence on both sides"),
        help: format!("add evidence with `stance: {missing}`, or give it another status"),
    })
}

/// Whether the kept copy of a document shows it, one way or the other, or we looked ourselves.
fn is_seen(claim: &Claim, facts: &Facts, stance: Stance) -> bool {
    let mut pieces = live(claim, facts, stance);
    claim.checked.is_some()
        || pieces.any(|piece| {
            piece.shown && piece.at.is_some() && facts.documents[piece.document.value].archive.is_some()
        })
}

/// The pieces of evidence on one side whose document, with what it repeats, has not been withdrawn.
pub(super) fn live<'c>(
    claim: &'c Claim,
    facts: &'c Facts,
    stance: Stance,
) -> impl Iterator<Item = &'c Evidence> {
    claim
        .evidence
        .iter()
        .filter(move |piece| piece.stance == stance && !facts.is_withdrawn(piece.document.value))
}

/// Whether a claim that is still maintained is supported by documents that were all withdrawn.
pub(super) fn rests_on_withdrawn(claim: &Claim, facts: &Facts) -> bool {
    let maintained = !matches!(claim.status.value, Status::Superseded | Status::Refuted | Status::Withdrawn);
    maintained
        && claim.checked.is_none()
        && claim.evidence.iter().any(|piece| piece.stance == Stance::Supports)
        && live(claim, facts, Stance::Supports).next().is_none()
}

fn says_why_withdrawn(claim: &Claim) -> bool {
    claim.history.iter().any(|standing| standing.status.value == Status::Withdrawn && standing.why.is_some())
}

fn highest_without_proof(claim: &Claim, needed: u32) -> &'static str {
    match (claim.support.origins.min(claim.support.ways), claim.support.origins) {
        (both, _) if both >= needed => "`corroborated`",
        (_, 1..) => "`reported`",
        _ => "`unverified`",
    }
}

#[cfg(test)]
mod tests;
