//! Something somebody said, and nobody knows when or on what occasion.

use crate::check::voice::is_one_voice;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, ClaimKind, Facts};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let said =
        matter.claims().filter(|(_, claim)| matches!(claim.kind, ClaimKind::Utterance | ClaimKind::Denial));
    let undated = said.filter(|(_, claim)| claim.date.is_none() && !has_occasion(claim, facts));
    let found = undated.map(|(key, claim)| {
        let message = "when or on what occasion this was said is not known";
        let finding = Finding::warning("undated-utterance", claim.entry.place, message).help(
            "add `date`, be it `../2024-03-12`, or put the occasion, an entry under `dates`, into `about`",
        );
        Found { entry: Any::Claim(key), finding }
    });
    found.collect()
}

/// Whether it was said at something that has a date, or in something the speaker put out on a date.
fn has_occasion(claim: &Claim, facts: &Facts) -> bool {
    let at_a_date = claim.about.iter().any(|about| matches!(about.value, Any::Date(_)));
    let in_writing = || {
        claim.evidence.iter().map(|piece| &facts.documents[piece.document.value]).any(|document| {
            let own = document.source.zip(claim.speaker);
            (document.created.is_some() || document.published.is_some())
                && own.is_some_and(|(source, speaker)| is_one_voice(source.value, speaker.value, facts))
        })
    };
    at_a_date || in_writing()
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found;

    #[test]
    fn what_was_said_has_a_date_or_an_occasion() {
        let warning = "Warning 11: when or on what occasion this was said is not known";
        let cases = [
            ("kind: utterance, evidence: [{document: report}]", warning),
            ("kind: denial, evidence: [{document: report}]", warning),
            ("kind: assessment, evidence: [{document: report}]", ""),
            ("evidence: [{document: report}]", ""),
            ("kind: utterance, date: ../2024-03-12, evidence: [{document: report}]", ""),
            ("kind: utterance, about: [call], evidence: [{document: report}]", ""),
            ("kind: utterance, about: [call, hearing], evidence: [{document: report}]", ""),
            ("kind: utterance, about: [gazette], evidence: [{document: report}]", warning),
            // A dated statement of her own, or of the ministry she speaks for, is the occasion.
            ("kind: utterance, evidence: [{document: statement}]", ""),
            ("kind: utterance, evidence: [{document: undated}]", warning),
            ("kind: utterance, evidence: [{document: nothing}]", ""),
        ];
        for (fields, expected) in cases {
            let sheet = format!(
                "
people: {{anne-los: {{name: Änne Łoś, speaks_for: ministry}}}}
organisations: {{ministry: {{name: Ministerium}}}}
sources: {{gazette: {{name: Gazeta Łódzka}}}}
documents:
  report: {{title: Raport, type: article, source: gazette, published: 2024-03-12}}
  statement: {{title: Erklärung, type: statement, source: ministry, published: 2024-03-11}}
  undated: {{title: Erklärung, type: statement, source: ministry}}
dates: {{call: {{title: Der Anruf, date: 2024-02-19}}, hearing: {{title: Die Anhörung, date: 2024-03}}}}
claims:
  said: {{text: Łoś sagt es., status: reported, speaker: anne-los, {fields}}}"
            );
            assert_eq!(found("undated-utterance", &sheet), expected, "{fields}");
        }
    }
}
