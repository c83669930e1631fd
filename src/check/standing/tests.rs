//! How high evidence carries: small reports in, the statuses that a claim may declare out.

use proptest::prelude::*;

use super::shortfall;
use crate::Vocabulary;
use crate::link::counting::generated::{DOCUMENTS, lines, pieces};
use crate::link::counting::{leak, linked, without};
use crate::model::{KeptCopy, Record, Status};
use crate::text::At;

/// Every status that the claim may declare on its evidence, as it is counted; what takes no evidence left out.
fn accepted(record: &Record) -> Vec<&'static str> {
    let mut facts = record.facts.clone();
    // A copy of the recording is kept.
    for key in facts.documents.keys() {
        let document = &mut facts.documents[key];
        let place = document.entry.place;
        if document.entry.id.as_str() == "rt-recording" {
            let file = At::new("archive/rt.ogg".to_owned(), place);
            document.archive = Some(At::new(KeptCopy { file, sha256: None, public: false, size: 1 }, place));
        }
    }
    let mut claim = facts.claims[leak(record)].clone();
    let mut accepted = Vec::new();
    for status in Status::ALL {
        claim.status.value = *status;
        let always = matches!(status, Status::Unverified | Status::Superseded);
        if !always && shortfall(&claim, &facts).is_none() {
            accepted.push(status.word());
        }
    }
    accepted
}

/// The statuses that a claim with this evidence may declare.
fn check(evidence: &str, expected: &[&str]) {
    assert_eq!(accepted(&linked("", "", evidence)), expected, "{evidence}");
}

#[test]
fn an_origin_carries_reported_and_two_carry_corroborated() {
    check("document: spiegel-piece", &["reported"]);
    check("document: spiegel-piece\ndocument: pap-report", &["reported"]);
    check("document: spiegel-piece, basis: own-reporting\ndocument: pap-report", &["reported"]);
    check(
        "document: spiegel-piece, basis: own-reporting\ndocument: pap-report, said_by: spiegel",
        &["reported"],
    );
    check("document: ministry-statement\ndocument: committee-report", &["reported", "corroborated"]);
    check("document: pap-report, said_by: ministry\ndocument: pap-report, said_by: committee", &["reported"]);
    check("document: gazeta-piece, basis: witness\ndocument: kurier-piece, basis: witness", &["reported"]);
    check("document: ministry-statement, stance: context\ndocument: committee-report", &["reported"]);
}

#[test]
fn a_report_may_ask_for_more_origins_than_two() {
    let mut record = linked("", "", "document: ministry-statement\ndocument: committee-report");
    record.facts.report.policy.corroborated_origins = 3;
    assert_eq!(accepted(&record), ["reported"]);
    let evidence =
        "document: ministry-statement\ndocument: committee-report\ndocument: pap-report, basis: witness";
    let mut record = linked("", "", evidence);
    record.facts.report.policy.corroborated_origins = 3;
    assert_eq!(accepted(&record), ["reported", "corroborated"]);
}

#[test]
fn only_what_is_shown_and_kept_and_pointed_at_verifies() {
    check("document: rt-recording, shown: true, at: '3:10'", &["reported", "verified"]);
    check("document: rt-recording, shown: true", &["reported"]);
    check("document: rt-recording, at: '3:10'", &["reported"]);
    check("document: spiegel-piece, shown: true, at: Seite 1", &["reported"]);
    check("document: rt-recording, shown: true, at: '3:10', stance: context", &[]);
    let own = "    checked: {by: Änne, date: 2024-03-12, how: Looked.}\n";
    assert_eq!(accepted(&linked("", own, "document: spiegel-piece")), ["reported", "verified", "refuted"]);
}

#[test]
fn a_dispute_takes_both_sides_and_a_refutation_what_would_corroborate() {
    check(
        "document: spiegel-piece\ndocument: ministry-statement, stance: disputes",
        &["reported", "disputed"],
    );
    check("document: ministry-statement, stance: disputes", &[]);
    check(
        "document: spiegel-piece\ndocument: ministry-statement, stance: disputes\ndocument: committee-report, stance: disputes",
        &["reported", "disputed", "refuted"],
    );
    check(
        "document: pap-report, said_by: ministry, stance: disputes\ndocument: pap-report, said_by: committee, stance: disputes",
        &[],
    );
    check("document: rt-recording, shown: true, at: '3:10', stance: disputes", &["refuted"]);
}

#[test]
fn a_withdrawal_takes_a_reason() {
    let why = "    history: [{date: 2024-03-12, status: withdrawn, why: Irrtum.}]\n";
    assert_eq!(accepted(&linked("", why, "document: spiegel-piece")), ["reported", "withdrawn"]);
    let none = "    history: [{date: 2024-03-12, status: withdrawn}]\n";
    assert_eq!(accepted(&linked("", none, "document: spiegel-piece")), ["reported"]);
}

#[test]
fn what_was_taken_back_carries_nothing() {
    let record = linked("", "", "document: ministry-statement\ndocument: committee-report");
    assert_eq!(accepted(&without(&record, "committee-report")), ["reported"]);
    let record = linked("", "", "document: pap-copy\ndocument: ministry-statement, stance: disputes");
    assert_eq!(accepted(&record), ["reported", "disputed"]);
    assert_eq!(accepted(&without(&record, "pap-report")), [""; 0], "with what it copies");
    let record = linked("", "", "document: rt-recording, shown: true, at: '3:10'");
    assert_eq!(accepted(&without(&record, "rt-recording")), [""; 0]);
}

proptest! {
    /// Whatever a report asks for.
    #[test]
    fn taking_a_document_back_lets_no_claim_stand_higher(pieces in pieces(), gone in 0..DOCUMENTS.len()) {
        let mut record = linked("", "", &lines(&pieces));
        let mut without = without(&record, DOCUMENTS[gone]);
        for needed in 1..5 {
            record.facts.report.policy.corroborated_origins = needed;
            without.facts.report.policy.corroborated_origins = needed;
            let (before, after) = (accepted(&record), accepted(&without));
            prop_assert!(after.iter().all(|status| before.contains(status)), "{before:?}, without {} {after:?}", DOCUMENTS[gone]);
        }
    }
}
