//! Every accusation with its reply.

use serde::Serialize;

use super::Laid;
use super::names::{ClaimLink, claim as claim_link, name};
use super::withheld::held_back;
use crate::model::{self, Claim, Date, Facts};
use crate::text::At;

/// What somebody says to a claim that may harm them.
#[derive(Debug, Serialize)]
pub(super) struct Reply {
    party: String,
    /// In a word or two: `denied`, `not sought`, `none recorded`.
    outcome: &'static str,
    /// When they were asked and answered, why nobody asked, what they said.
    more: String,
    quote: Option<String>,
    /// `missing` where nothing is recorded, `unasked` where nobody asked, `asked`.
    state: State,
}

/// How far a reply has come, the least far first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// Nothing is recorded.
    Missing,
    /// It is recorded that nobody asked.
    Unasked,
    /// They were asked.
    Asked,
}

/// A claim that may harm somebody, with the replies to it.
#[derive(Debug, Serialize)]
pub(super) struct Accusation {
    claim: ClaimLink,
    withheld: Option<String>,
    replies: Vec<Reply>,
    #[serde(skip)]
    state: State,
}

/// Every accusation, and in how many nothing is recorded, or nobody was asked.
#[derive(Debug, Serialize)]
pub(super) struct Accusations {
    all: Vec<Accusation>,
    missing: usize,
    unasked: usize,
}

/// All accusations: those to which no reply is recorded come first, then those on which nobody was asked.
pub(super) fn accusations(laid: &Laid<'_>) -> Accusations {
    let facts = &laid.record.facts;
    let adverse = facts.claims.iter().filter(|(_, claim)| !claim.adverse_to.is_empty());
    let all = adverse.filter_map(|(key, claim)| {
        let replies = replies(claim, facts);
        Some(Accusation {
            claim: claim_link(laid.record, key)?,
            withheld: held_back(laid.record, key.into()),
            state: replies.iter().map(|reply| reply.state).min()?,
            replies,
        })
    });
    let mut all: Vec<Accusation> = all.collect();
    all.sort_by_key(|accusation| accusation.state);
    let count = |state| all.iter().filter(|accusation| accusation.state == state).count();
    Accusations { missing: count(State::Missing), unasked: count(State::Unasked), all }
}

/// The replies to a claim, and for each whom it may harm and who has none, that there is none.
pub(super) fn replies(claim: &Claim, facts: &Facts) -> Vec<Reply> {
    let mut replies: Vec<Reply> = claim.responses.iter().map(|response| reply(response, facts)).collect();
    for harmed in &claim.adverse_to {
        if !claim.responses.iter().any(|response| response.party.value == harmed.value) {
            replies.push(Reply {
                party: name(facts, harmed.value.into()),
                outcome: "none recorded",
                more: String::new(),
                quote: None,
                state: State::Missing,
            });
        }
    }
    replies
}

fn reply(response: &model::Response, facts: &Facts) -> Reply {
    let party = name(facts, response.party.value.into());
    match &response.reply {
        model::Reply::Claim(claim) => Reply {
            party,
            outcome: "answered",
            more: String::new(),
            quote: Some(name(facts, claim.value.into())),
            state: State::Asked,
        },
        model::Reply::Outcome { outcome, why, asked, deadline, date, quote, .. } => {
            let day = |what: &str, date: &Option<At<Date>>| {
                date.as_ref().map(|date| format!("{what} {}", date.value.short()))
            };
            let words = why.as_ref().map(|why| why.value.clone());
            let more = [day("asked", asked), day("until", deadline), day("answered", date), words];
            Reply {
                party,
                outcome: outcome.value.word(),
                more: more.into_iter().flatten().collect::<Vec<_>>().join("; "),
                quote: quote.as_ref().map(|quote| quote.value.clone()),
                state: if outcome.value == model::Outcome::NotSought { State::Unasked } else { State::Asked },
            }
        }
    }
}
