//! A document older than what it is evidence of.

use jiff::tz::TimeZone;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::{Finding, Level};
use crate::model::{Any, Claim, ClaimKind, Date, Evidence, Facts, Stance};
use crate::text::At;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = Vec::new();
    // What was said, denied or judged of a day can be older than that day.
    let happened = matter.claims().filter(|(_, claim)| claim.kind == ClaimKind::Occurrence);
    for (key, claim) in happened {
        let Some(date) = &claim.date else { continue };
        let supports = claim.evidence.iter().filter(|piece| piece.stance == Stance::Supports);
        let findings = supports.filter_map(|piece| older(piece, claim, date, facts));
        found.extend(findings.map(|finding| Found { entry: Any::Claim(key), finding }));
    }
    found
}

fn older(piece: &Evidence, claim: &Claim, happened: &At<Date>, facts: &Facts) -> Option<Finding> {
    let document = facts.documents.get(piece.document.value)?;
    let reported = document.created.as_ref().or(document.published.as_ref())?;
    let level = before(&reported.value, &happened.value, &facts.report.time_zone)?;
    let (id, typed, when) = (&document.entry.id, reported.value.as_typed(), happened.value.as_typed());
    let finding = if level == Level::Error {
        let message = format!("`{id}` is of `{typed}`, and reports what happened later (`{when}`)");
        Finding::error("reported-before-it-happened", piece.document.place, message)
    } else {
        let message = format!("`{id}` (`{typed}`) may be older than what it reports (`{when}`)");
        Finding::warning("reported-before-it-happened", piece.document.place, message)
    };
    let (when, help) = match occasion(claim, happened, facts) {
        Some(occasion) => (
            format!("the date of `{occasion}`, which the claim is about"),
            "correct the date that is wrong, or give the claim a `date` of its own",
        ),
        None => (
            "when it happened".to_owned(),
            "correct the date that is wrong; where it was only announced, make the claim an `utterance`",
        ),
    };
    Some(finding.also(reported.place, "the document's date").also(happened.place, when).help(help))
}

/// The id of the date that the claim has its date from, where it gives none itself.
fn occasion<'f>(claim: &Claim, happened: &At<Date>, facts: &'f Facts) -> Option<&'f str> {
    claim.about.iter().find_map(|about| match about.value {
        Any::Date(key) => facts
            .dates
            .get(key)
            .filter(|event| event.date.place == happened.place)
            .map(|event| event.entry.id.as_str()),
        _ => None,
    })
}

/// An error where the document is certainly older, a warning where it may be. A document from within the time that the
/// occurrence may have happened in is not suspected: it shows that the claim could be dated better, not that it is wrong.
fn before(reported: &Date, happened: &Date, zone: &TimeZone) -> Option<Level> {
    if reported.certainly_before(happened) {
        return Some(Level::Error);
    }
    let first = reported.day_in(zone).or(reported.earliest().day())?;
    let begins = happened.day_in(zone).or(happened.earliest().day())?;
    (first < begins).then_some(Level::Warning)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found;

    fn report(document: &str, claim: &str) -> String {
        let sheet = format!(
            "
sources: {{gazette: {{name: Gazeta Łódzka}}}}
documents:
  report: {{title: Raport, type: article, source: gazette, {document}}}
dates: {{call: {{title: Der Anruf, date: 2024-03-12}}}}
claims:
  leak: {{text: Łoś telefonierte., status: reported, evidence: [{{document: report}}], {claim}}}"
        );
        found("reported-before-it-happened", &sheet)
    }

    #[test]
    fn a_document_is_not_older_than_what_it_reports() {
        let cases = [
            ("published: 2024-03-11", "date: 2024-03-12", "Error"),
            ("published: 2024-03-12", "date: 2024-03-12", ""),
            ("published: 2024-03-13", "date: 2024-03-12", ""),
            ("published: 2024", "date: 2025-01", "Error"),
            // Written before, published after.
            ("created: 2024-03-11, published: 2024-03-20", "date: 2024-03-12", "Error"),
            ("created: 2024-03-12, published: 2024-03-20", "date: 2024-03-12", ""),
            // Not known exactly enough to be sure.
            ("published: 2024-03", "date: 2024-03-12", "Warning"),
            ("published: '[2024-03-01..2024-03-20]'", "date: 2024-03-12", "Warning"),
            ("published: 2024-03-11?", "date: 2024-03-12", "Warning"),
            ("published: 2024-03-11~", "date: 2024-03-12", "Warning"),
            ("published: 2024-03-11", "date: 2024-03-12~", "Warning"),
            ("published: 2024-03-13?", "date: 2024-03-12", ""),
            // The claim is vague; the document is not suspect.
            ("published: 2024-03-11", "date: 2024-03", ""),
            ("published: 2024-03-11", "date: 2024", ""),
            ("published: 2024-03-11", "date: '[2024-03-01..2024-03-20]'", ""),
            ("published: 2024-03-11", "date: 2024-03-01/2024-03-20", ""),
            ("published: 2024-03-11", "date: 2024-03-12/2024-03-20", "Error"),
            ("published: 2024-03-11", "date: ../2024-03-12", ""),
            ("published: ../2024-03-20", "date: 2024-03-12", ""),
            ("published: ../2024-03-11", "date: 2024-03-12", "Error"),
            // By the clock, and by the day of the report's zone.
            ("published: 2024-03-12T09:00+01:00", "date: 2024-03-12T10:00+01:00", "Error"),
            ("published: 2024-03-12T10:00+01:00", "date: 2024-03-12T05:00-04:00", ""),
            ("published: 2024-03-11T23:30-04:00", "date: 2024-03-12", ""),
            // The date is that of what it is about.
            ("published: 2024-03-11", "about: [call]", "Error"),
            ("published: 2024-03-11", "", ""),
            // Announced, judged or denied; or the date could not be read.
            ("published: 2024-03-11", "date: 2024-03-12, kind: utterance, speaker: gazette", ""),
            ("published: 2024-03-11", "date: 2024-03-12, kind: denial, speaker: gazette", ""),
            ("published: 2024-03-11", "date: 2024-03-12, kind: assessment", ""),
            ("published: 2024-03-11", "date: 2024-03-12, speaker: nobody", ""),
            ("published: 2024-13", "date: 2024-03-12", ""),
        ];
        for (document, claim, expected) in cases {
            let said = report(document, claim);
            assert_eq!(said.split(' ').next().unwrap_or_default(), expected, "{document} / {claim}: {said}");
        }
    }

    #[test]
    fn what_it_says() {
        assert_eq!(
            report("published: 2024-03-11", "about: [call]"),
            "Error 7: `report` is of `2024-03-11`, and reports what happened later (`2024-03-12`)"
        );
        assert_eq!(
            report("published: 2024-03", "about: [call]"),
            "Warning 7: `report` (`2024-03`) may be older than what it reports (`2024-03-12`)"
        );
    }
}
