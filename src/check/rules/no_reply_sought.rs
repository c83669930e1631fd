//! A claim that may harm somebody who was not asked.

use crate::check::voice::is_one_voice;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Facts, Id, Key, Name, Outcome, Reply, Speaker, Status};
use crate::text::At;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    for (key, claim) in matter.claims().filter(|(_, claim)| is_maintained(claim)) {
        let silent = claim.adverse_to.iter().filter(|party| !is_answered(claim, party.value, facts));
        let findings = silent.filter_map(|party| unasked(claim, *party, facts)).chain(unexplained(claim));
        found.extend(findings.map(|finding| Found { entry: Any::Claim(key), finding }));
    }
    found
}

/// Whether the report still says it. What it calls false, or has taken back, accuses nobody any more.
fn is_maintained(claim: &Claim) -> bool {
    !matches!(claim.status.value, Status::Refuted | Status::Withdrawn)
}

fn is_answered(claim: &Claim, party: Speaker, facts: &Facts) -> bool {
    claim.responses.iter().any(|response| is_one_voice(response.party.value, party, facts))
}

/// Nothing where nobody can be told from it who is meant.
fn unasked(claim: &Claim, party: At<Speaker>, facts: &Facts) -> Option<Finding> {
    let id = named(party.value, facts)?;
    let message = format!("this claim may harm `{id}`, and nothing says whether they were asked");
    let help = match denial(claim, party.value, facts) {
        Some(denial) => {
            format!("their answer is a claim already: add `responses: [{{party: {id}, claim: {denial}}}]`")
        }
        None => format!(
            "ask them, and add `responses: [{{party: {id}, outcome: …, asked: …}}]`; where nobody asked, \
             `outcome: not sought` and `why`"
        ),
    };
    Some(Finding::error("no-reply-sought", party.place, message).help(help))
}

fn named(party: Speaker, facts: &Facts) -> Option<&Id> {
    if let Speaker::Source(key) = party
        && matches!(facts.sources[key].name, Name::Confidential { .. })
    {
        return None;
    }
    facts.entry(party.into()).map(|entry| &entry.id)
}

/// A claim in the party's own words that contradicts this one.
fn denial(claim: &Claim, party: Speaker, facts: &Facts) -> Option<Id> {
    let mut own = claim.contradictions().filter_map(|other: Key<Claim>| facts.claims.get(other));
    let own =
        own.find(|other| other.speaker.is_some_and(|speaker| is_one_voice(speaker.value, party, facts)));
    own.map(|other| other.entry.id.clone())
}

/// That nobody asked is for the reader to weigh, and so takes a reason.
fn unexplained(claim: &Claim) -> impl Iterator<Item = Finding> {
    claim.responses.iter().filter_map(|response| match &response.reply {
        Reply::Outcome { outcome, why: None, .. } if outcome.value == Outcome::NotSought => {
            let message = "nobody asked, and nothing says why";
            Some(
                Finding::warning("no-reply-sought", outcome.place, message)
                    .help("add `why`; it is shown to the reader"),
            )
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found;

    /// What is found of a claim against Änne Łoś, who speaks for an office that is part of the ministry.
    fn against_anne(fields: &str) -> String {
        found(
            "no-reply-sought",
            &format!(
                "
people: {{anne-los: {{name: Änne Łoś, speaks_for: press-office}}, jan-grafe: {{name: Jan Gräfe}}}}
organisations: {{ministry: {{name: Ministerstwo}}, press-office: {{name: Biuro, part_of: ministry}}, army: {{name: Armee}}}}
sources:
  gazette: {{name: Gazeta Łódzka}}
  insider: {{name: Zoë Nowak, confidential: {{described_as: Eine Beamtin, reason: Fears dismissal., approved_by: desk}}}}
documents: {{report: {{title: Raport, type: article, source: gazette}}}}
claims:
  denied: {{text: 'Änne Łoś denies it.', kind: denial, speaker: anne-los, status: reported, evidence: [{{document: report}}]}}
  leak:
    text: Änne Łoś leaked it.
    evidence: [{{document: report}}]
{fields}"
            ),
        )
    }

    #[test]
    fn whoever_may_be_harmed_was_asked_or_it_says_so() {
        const ERROR: &str =
            "Error 13: this claim may harm `anne-los`, and nothing says whether they were asked";
        let cases = [
            ("    adverse_to: [anne-los]\n    status: reported", ERROR),
            ("    adverse_to: [anne-los]\n    status: superseded", ERROR),
            ("    adverse_to: [anne-los]\n    status: reported\n    draft: true", ERROR),
            ("    adverse_to: [anne-los]\n    status: withdrawn", ""),
            ("    adverse_to: [anne-los]\n    status: refuted", ""),
            ("    status: reported", ""),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: anne-los, outcome: no reply}]",
                "",
            ),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: anne-los, claim: denied}]",
                "",
            ),
            // Through the body she speaks for, and through what that is part of.
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: press-office, outcome: denied}]",
                "",
            ),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: ministry, outcome: denied}]",
                "",
            ),
            (
                "    adverse_to: [ministry]\n    status: reported\n    responses: [{party: anne-los, outcome: denied}]",
                "",
            ),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: army, outcome: denied}]",
                ERROR,
            ),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: jan-grafe, outcome: denied}]",
                ERROR,
            ),
            // An outlet can be accused too; a confidential source is known to nobody.
            (
                "    adverse_to: [gazette]\n    status: reported",
                "Error 13: this claim may harm `gazette`, and nothing says whether they were asked",
            ),
            ("    adverse_to: [insider]\n    status: reported", ""),
            // What could not be read is not judged.
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: nobody, outcome: denied}]",
                "",
            ),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: anne-los, outcome: not sought}]",
                "Warning 15: nobody asked, and nothing says why",
            ),
            (
                "    adverse_to: [anne-los]\n    status: reported\n    responses: [{party: anne-los, outcome: not sought, why: She cannot be reached.}]",
                "",
            ),
        ];
        for (fields, expected) in cases {
            assert_eq!(against_anne(fields), expected, "{fields}");
        }
    }

    #[test]
    fn each_party_is_asked() {
        let both = against_anne(
            "    adverse_to: [anne-los, jan-grafe, army]\n    status: reported\n    responses: [{party: jan-grafe, outcome: no reply}]",
        );
        assert_eq!(both.lines().count(), 2, "{both}");
    }
}
