//! What may harm somebody, with no word of theirs beside it.

use rustc_hash::FxHashSet;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Entry, Record, Reply, Response, Speaker};
use crate::reading::Sentence;

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for article in &matter.reading.articles {
        let mut told = FxHashSet::default();
        for sentence in article.sentences().filter(|sentence| !sentence.is_question()) {
            for tie in &sentence.ties {
                let Some(key) = tie.claim() else { continue };
                let Some(claim) = record.facts.claims.get(key).filter(|claim| claim.whole) else { continue };
                let Some(party) = unheard(claim, sentence, record).filter(|_| told.insert(key)) else {
                    continue;
                };
                let message = format!(
                    "neither this sentence nor the card of `{}` shows what `{}` replies",
                    claim.entry.id, party.id
                );
                let finding = Finding::error("reply-not-shown", tie.place, message)
                    .also(claim.text.place, "may harm them: `adverse_to`")
                    .help("add what came of asking under the claim's `responses`, or cite their own claim in this sentence");
                found.push(Found { entry: Any::Article(article.key), finding });
            }
        }
    }
    found
}

/// Whom a claim may harm, and whose reply can be read neither in the sentence nor on the claim's card.
fn unheard<'r>(claim: &Claim, sentence: &Sentence, record: &'r Record) -> Option<&'r Entry> {
    let party = claim.adverse_to.iter().find(|party| {
        !claim.responses.iter().any(|response| answers(response, party.value, claim, record))
            && !speaks_in(sentence, party.value, record)
    })?;
    record.facts.entry(party.value.into())
}

/// Whether a response is that of the party, or of somebody who answers in its place, and the card can show it.
fn answers(response: &Response, party: Speaker, claim: &Claim, record: &Record) -> bool {
    let by_party = response.party.value == party;
    let in_its_place = !claim.adverse_to.iter().any(|other| other.value == response.party.value);
    let can_be_shown = match &response.reply {
        Reply::Outcome { .. } => true,
        Reply::Claim(answer) => {
            let any = Any::Claim(answer.value);
            record.facts.claims.get(answer.value).is_some() && !record.desk.withheld.contains_key(&any)
        }
    };
    (by_party || in_its_place) && can_be_shown
}

/// Whether the sentence itself has words of the party.
fn speaks_in(sentence: &Sentence, party: Speaker, record: &Record) -> bool {
    let claims = sentence.claims.iter().filter_map(|claim| record.facts.claims.get(*claim));
    claims.filter_map(|claim| claim.speaker.as_ref()).any(|speaker| speaker.value == party)
}
