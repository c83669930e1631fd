//! What the rules of sourcing and standing catch, and what they let stand: small sheets in, the marked words out.

use std::collections::BTreeMap;

use casebook::check::{Checked, Matter, check};
use casebook::copies::{Copies, Known};
use casebook::ledger::Ledger;
use casebook::link::link;
use casebook::load::load;
use casebook::text::{Input, Inputs};
use jiff::Timestamp;
use jiff::civil::date;

/// Those who speak, and what was opened.
const CAST: &str = "
people:
  boris: {name: Boris Pistorius, speaks_for: ministry}
  graefe: {name: Frank Gräfe}
organisations:
  ministry: {name: Ministerium}
  committee: {name: Komisja śledcza}
sources:
  spiegel: {name: Der Spiegel}
  pap: {name: PAP}
  rt: {name: RT, interested: true}
  sputnik: {name: Sputnik, owner: rt}
  pap-online: {name: PAP Online, part_of: pap}
  insider:
    name: Jan Łoś
    confidential: {described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: desk}
documents:
  spiegel-piece: {title: Das Leck, type: article, source: spiegel}
  pap-report: {title: Przeciek, type: wire, source: pap}
  pap-copy: {title: Das Leck, type: article, source: spiegel, copy_of: pap-report}
  online-piece: {title: Przeciek, type: article, source: pap-online}
  rt-piece: {title: Утечка, type: article, source: rt}
  sputnik-piece: {title: Утечка, type: article, source: sputnik}
  statement: {title: Erklärung, type: statement, source: ministry}
  committee-report: {title: Raport, type: report, source: committee}
  taken-back: {title: Irrtum, type: wire, source: pap, withdrawn: {date: 2024-03-09, why: Irrtum.}}
  copy-of-taken-back: {title: Irrtum, type: article, source: spiegel, copy_of: taken-back}
dates:
  call: {title: Das Gespräch, date: 2024-02-19, people: [graefe]}
";

fn found(files: &[(&str, &str)], sound: bool) -> (Checked, Inputs) {
    let mut all = vec![Input { path: "content/report.yaml".into(), text: "title: Das Leck\n".into() }];
    all.extend(files.iter().map(|(path, text)| Input { path: (*path).to_owned(), text: (*text).into() }));
    let inputs = Inputs::new(all, BTreeMap::new());
    let (drafts, told) = load(&inputs);
    let (record, linked) = link(&drafts, &inputs, Timestamp::UNIX_EPOCH);
    assert!(!sound || (told.is_empty() && linked.is_empty()), "{told:#?}{linked:#?}");
    let reading = casebook::reading::read(&record, &inputs);
    let copies =
        Copies::gather(&record.facts.claims, &record.facts, &inputs, &mut Known::default(), |_| None);
    let (ledger, _) = Ledger::read(&inputs, &drafts, &record);
    let matter = Matter {
        record: &record,
        part: None,
        reading: &reading,
        inputs: &inputs,
        copies: &copies,
        ledger: &ledger,
        sound,
        today: date(2026, 11, 24),
    };
    (check(&matter), inputs)
}

/// The words that a rule marks, in the order of the files.
fn marked(rule: &str, files: &[(&str, &str)], sound: bool) -> Vec<String> {
    let (checked, inputs) = found(files, sound);
    let mut places: Vec<_> =
        checked.findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.place).collect();
    places.sort_unstable();
    places.into_iter().map(|place| inputs.words(place).to_owned()).collect()
}

/// Holds a claim of the cast, its fields without the text, against a rule.
#[track_caller]
fn claim(rule: &str, fields: &str, expected: &[&str]) {
    let sheet = format!("claims:\n  leak: {{text: Das Gespräch wurde abgehört., {fields}}}\n");
    sheets(rule, &sheet, expected);
}

#[track_caller]
fn sheets(rule: &str, sheet: &str, expected: &[&str]) {
    let files = [("content/facts/cast.yaml", CAST), ("content/facts/said.yaml", sheet)];
    assert_eq!(marked(rule, &files, true), expected, "{sheet}");
}

#[test]
fn an_outlet_that_does_not_say_how_it_knows_carries_no_report() {
    let rule = "origin-unknown";
    claim(rule, "status: reported, evidence: [{document: spiegel-piece}]", &["spiegel-piece"]);
    claim(rule, "status: reported, evidence: [{document: pap-report, said_by: spiegel}]", &["spiegel"]);
    claim(rule, "status: reported, evidence: [{document: pap-report, basis: unstated}]", &["unstated"]);
    claim(
        rule,
        "status: reported, evidence: [{document: spiegel-piece}, {document: pap-report}]",
        &["spiegel-piece"],
    );
    claim(
        rule,
        "status: disputed, evidence: [{document: spiegel-piece}, {document: statement, stance: disputes}]",
        &["spiegel-piece"],
    );
    for answered in [
        "status: unverified, evidence: [{document: spiegel-piece}]",
        "status: reported, evidence: [{document: spiegel-piece, basis: recording}]",
        "status: reported, evidence: [{document: spiegel-piece}, {document: statement}]",
        "status: reported, evidence: [{document: pap-report, said_by: graefe, basis: unstated}]",
        "status: reported, kind: utterance, speaker: boris, evidence: [{document: pap-report}]",
        "status: reported, evidence: [{document: taken-back}]",
    ] {
        claim(rule, answered, &[]);
    }
}

#[test]
fn a_chain_that_is_given_leads_to_what_was_opened() {
    let rule = "incomplete-chain";
    claim(
        rule,
        "status: reported, evidence: [{document: pap-report, said_by: graefe, via: [spiegel]}]",
        &["spiegel"],
    );
    claim(
        rule,
        "status: reported, evidence: [{document: pap-report, said_by: graefe, via: []}]",
        &["pap-report"],
    );
    claim(rule, "status: reported, evidence: [{document: pap-copy, via: [pap]}]", &["pap"]);
    for whole in [
        "status: reported, evidence: [{document: pap-report, said_by: graefe, via: [spiegel, pap]}]",
        "status: reported, evidence: [{document: pap-report, said_by: graefe}]",
        "status: reported, evidence: [{document: pap-report, via: []}]",
        "status: reported, evidence: [{document: online-piece, said_by: graefe, via: [pap]}]",
        "status: reported, evidence: [{document: statement, said_by: boris, via: []}]",
        "status: reported, evidence: [{document: rt-piece, said_by: graefe, via: [], shown: true, at: '3:10'}]",
    ] {
        claim(rule, whole, &[]);
    }
}

#[test]
fn a_narrow_place_is_pointed_at_where_nothing_else_stops_it() {
    let rule = "one-way";
    let both = "[{document: pap-report, said_by: graefe}, {document: pap-report, said_by: committee}]";
    claim(rule, &format!("status: reported, evidence: {both}"), &["pap-report"]);
    claim(rule, &format!("status: corroborated, evidence: {both}"), &[]);
    claim(rule, &format!("status: withdrawn, evidence: {both}"), &[]);
    claim(rule, "status: reported, evidence: [{document: pap-report, said_by: graefe}]", &[]);
    claim(rule, "status: reported, evidence: [{document: statement}, {document: committee-report}]", &[]);

    let files = [
        ("content/facts/cast.yaml", CAST),
        (
            "content/facts/said.yaml",
            &format!("claims: {{leak: {{text: A., status: reported, evidence: {both}}}}}\n"),
        ),
    ];
    let (checked, _) = found(&files, true);
    let told = checked.findings.iter().find(|finding| finding.rule == rule).unwrap();
    assert_eq!(told.message, "2 origins support this, and all reached us through `pap` and `pap-report`");
}

/// Every way of claiming more than copies carry, and who says so: exactly one of the two rules.
#[test]
fn copies_taken_for_several_are_told_apart_from_other_overstatements() {
    let copies = [
        "[{document: pap-report, basis: witness}, {document: pap-copy}]",
        "[{document: pap-copy}, {document: pap-report}]",
        "[{document: pap-report, said_by: graefe}, {document: pap-copy, said_by: committee}]",
        "[{document: pap-report, said_by: spiegel}, {document: rt-piece, said_by: spiegel}]",
        "[{document: pap-report, said_by: spiegel}, {document: spiegel-piece, basis: recording}]",
    ];
    let others = [
        "[{document: pap-report, basis: witness}]",
        "[{document: pap-report, said_by: graefe}, {document: pap-report, said_by: committee}]",
        "[{document: spiegel-piece}, {document: rt-piece}]",
        "[{document: pap-report, basis: witness}, {document: pap-copy}, {document: rt-piece}]",
        "[{document: pap-report, said_by: graefe}, {document: rt-piece, said_by: graefe}]",
        "[{document: pap-report, said_by: insider, basis: witness}, {document: rt-piece, said_by: insider, basis: witness}]",
    ];
    for (evidence, wire) in copies.map(|one| (one, true)).into_iter().chain(others.map(|one| (one, false))) {
        let fields = format!("status: corroborated, evidence: {evidence}");
        claim("wire-counted-twice", &fields, if wire { &["corroborated"] } else { &[] });
        claim("overstated-status", &fields, if wire { &[] } else { &["corroborated"] });
    }
    let carried = "status: corroborated, evidence: [{document: pap-report, basis: witness}, {document: pap-copy}, {document: statement}]";
    claim("wire-counted-twice", carried, &[]);
    claim("overstated-status", carried, &[]);
}

#[test]
fn a_party_alone_is_not_taken_at_its_word() {
    let rule = "sole-interested-party";
    claim(rule, "status: reported, evidence: [{document: rt-piece, basis: recording}]", &["rt-piece"]);
    claim(
        rule,
        "status: reported, evidence: [{document: sputnik-piece, basis: recording}]",
        &["sputnik-piece"],
    );
    claim(
        rule,
        "status: reported, about: [ministry], evidence: [{document: pap-report, said_by: boris}]",
        &["boris"],
    );
    claim(rule, "status: reported, about: [boris], evidence: [{document: statement}]", &["statement"]);
    claim(
        rule,
        "status: reported, kind: assessment, about: [graefe, call], evidence: [{document: pap-report, said_by: graefe}]",
        &["graefe"],
    );
    claim(
        rule,
        "status: reported, evidence: [{document: rt-piece}, {document: sputnik-piece}]",
        &["rt-piece"],
    );
    // Nor that something is false.
    claim(
        rule,
        "status: refuted, about: [ministry, graefe], evidence: [{document: rt-piece}, {document: statement, stance: disputes}, {document: pap-report, said_by: graefe, stance: disputes}]",
        &["statement"],
    );
    for fair in [
        "status: refuted, about: [ministry], evidence: [{document: rt-piece}, {document: statement, stance: disputes}, {document: committee-report, stance: disputes}]",
        "status: unverified, evidence: [{document: rt-piece}]",
        "status: reported, about: [ministry], kind: utterance, speaker: boris, evidence: [{document: pap-report}]",
        "status: reported, about: [ministry], evidence: [{document: statement}, {document: committee-report}]",
        "status: reported, evidence: [{document: rt-piece}, {document: spiegel-piece}]",
        "status: reported, evidence: [{document: spiegel-piece}, {document: rt-piece}]",
        "status: reported, about: [call], evidence: [{document: pap-report, said_by: graefe}]",
        "status: disputed, evidence: [{document: rt-piece}, {document: statement, stance: disputes}]",
    ] {
        claim(rule, fair, &[]);
    }
}

#[test]
fn confidential_sources_are_accounted_for() {
    let rule = "unjustified-anonymity";
    let source =
        |fields: &str| format!("sources: {{deep: {{name: Änne Łoś, confidential: {{{fields}}}}}}}\n");
    sheets(rule, &source("described_as: Someone, reason: Fear., approved_by: desk"), &[]);
    for lacking in [
        "described_as: Someone, reason: Fear.",
        "described_as: Someone, approved_by: desk",
        "reason: Fear., approved_by: desk",
    ] {
        sheets(rule, &source(lacking), &[&format!("{{{lacking}}}")]);
    }
    // What was mistyped is told of where it stands, and is not missing.
    let mistyped = source("described_az: Someone, reason: Fear., approved_by: desk");
    assert!(marked(rule, &[("content/facts/s.yaml", &mistyped)], false).is_empty());
    let (checked, _) = found(&[("content/facts/s.yaml", &source("reason: Fear."))], true);
    assert!(
        checked.findings.iter().all(|finding| !format!("{finding:?}").contains("Łoś")),
        "the name stays secret"
    );
}

#[test]
fn a_judgement_needs_somebody_with_a_name() {
    let rule = "anonymous-opinion";
    claim(
        rule,
        "kind: assessment, status: unverified, evidence: [{document: pap-report, said_by: insider}]",
        &["insider"],
    );
    claim(
        rule,
        "kind: assessment, status: reported, evidence: [{document: pap-report, said_by: insider, basis: witness}, {document: spiegel-piece}]",
        &["insider"],
    );
    for named in [
        "kind: assessment, status: unverified, evidence: [{document: pap-report, said_by: insider}, {document: statement}]",
        "kind: assessment, status: unverified, evidence: [{document: pap-report, said_by: insider}, {document: spiegel-piece}]",
        "status: unverified, evidence: [{document: pap-report, said_by: insider}]",
        "kind: assessment, status: withdrawn, evidence: [{document: pap-report, said_by: insider}]",
    ] {
        claim(rule, named, &[]);
    }
}

#[test]
fn two_that_cannot_both_be_true_do_not_both_hold() {
    let rule = "verified-contradiction";
    let pair = |one: &str, other: &str| {
        let evidence = "evidence: [{document: statement}, {document: committee-report}]";
        format!(
            "claims:\n  two: {{text: Zwei., {one}, {evidence}}}\n  three: {{text: Drei., {other}, {evidence}}}\n"
        )
    };
    sheets(
        rule,
        &pair("status: corroborated, contradicts: [three]", "status: corroborated"),
        &["corroborated"],
    );
    sheets(
        rule,
        &pair("status: corroborated", "status: corroborated, contradicts: [two]"),
        &["corroborated"],
    );
    // Told once, though both say so.
    sheets(
        rule,
        &pair("status: corroborated, contradicts: [three]", "status: verified, contradicts: [two]"),
        &["corroborated"],
    );
    sheets(rule, &pair("status: corroborated, contradicts: [three]", "status: reported"), &[]);
    sheets(rule, &pair("status: disputed, contradicts: [three]", "status: disputed"), &[]);
    sheets(rule, &pair("status: corroborated", "status: corroborated"), &[]);
}

#[test]
fn what_was_not_looked_at_for_long_is_stale() {
    let rule = "stale-claim";
    let evidence = "evidence: [{document: statement}]";
    let with = |fields: &str| format!("status: reported, {evidence}, {fields}");
    claim(rule, &with("since: 2024-03-04"), &["reported"]);
    claim(rule, &with("since: 2024-03-04, reviewed: 2026-08-25"), &["2026-08-25"]);
    claim(rule, &with("since: 2024-03-04, reviewed: 2026-08-26"), &[]);
    claim(rule, &with("since: 2026-09"), &[]);
    claim(
        rule,
        &with("since: 2024-03-04, corrections: [{date: 2026-11-01, kind: update, said: A., now: B.}]"),
        &[],
    );
    claim(rule, &format!("status: unverified, {evidence}, since: 2024-03-04"), &[]);
    claim(rule, &format!("status: reported, {evidence}"), &[]);

    claim(rule, &with("reviewed: 2026-11-01, review_by: 2026-11-23"), &["2026-11-23"]);
    claim(rule, &format!("status: unverified, {evidence}, review_by: 2026-10"), &["2026-10"]);
    claim(rule, &with("reviewed: 2026-11-01, review_by: 2026-11-24"), &[]);
    claim(rule, &with("reviewed: 2026-11-24, review_by: 2026-11-23"), &[]);
    claim(rule, &with("reviewed: 2026-11-01, review_by: 2026-11"), &[]);
    claim(rule, &format!("status: withdrawn, {evidence}, review_by: 2026-10"), &[]);
}

#[test]
fn a_history_ends_with_the_status_of_today() {
    let rule = "status-without-history";
    let evidence = "evidence: [{document: statement}]";
    let with = |status: &str, history: &str| format!("status: {status}, {evidence}, history: [{history}]");
    let reported = "{date: 2024-03-04, status: reported}";
    let disputed = "{date: 2024-03-11, status: disputed}";
    claim(rule, &with("disputed", reported), &["disputed"]);
    claim(rule, &with("reported", &format!("{disputed}, {reported}")), &["reported"]);
    claim(rule, &with("disputed", &format!("{disputed}, {reported}")), &[]);
    claim(
        rule,
        &with("disputed", &format!("{{date: '[2024-03-01..2024-03-11]', status: reported}}, {disputed}")),
        &[],
    );
    claim(rule, &with("disputed", &format!("{disputed}, {{date: 2024-03-11, status: reported}}")), &[]);
    claim(rule, &with("disputed", "{date: 2024-03-04/.., status: reported}"), &[]);
    claim(rule, &format!("status: reported, {evidence}, since: 2024-03-04"), &[]);
    claim(rule, &format!("status: reported, {evidence}"), &[]);
}

#[test]
fn what_its_publisher_took_back_supports_nothing() {
    let rule = "withdrawn-support";
    for gone in [
        "[{document: taken-back}]",
        "[{document: copy-of-taken-back}, {document: taken-back}]",
        "[{document: taken-back}, {document: statement, stance: disputes}]",
    ] {
        for status in ["unverified", "reported", "corroborated", "disputed"] {
            let fields = format!("status: {status}, evidence: {gone}");
            claim(rule, &fields, &[status]);
            claim("overstated-status", &fields, &[]);
        }
        claim(rule, &format!("status: withdrawn, evidence: {gone}"), &[]);
        claim(rule, &format!("status: refuted, evidence: {gone}"), &[]);
    }
    claim(rule, "status: reported, evidence: [{document: taken-back}, {document: statement}]", &[]);
    claim(
        rule,
        "status: verified, checked: {by: Änne, date: 2024-03-12, how: Looked.}, evidence: [{document: taken-back}]",
        &[],
    );
    claim(rule, "status: unverified, evidence: [{document: statement, stance: disputes}]", &[]);
}

#[test]
fn a_document_has_a_publisher_and_a_beginning() {
    sheets("missing-publisher", "documents: {letter: {title: Brief, type: letter}}\n", &["letter"]);
    sheets("missing-publisher", "documents: {letter: {title: Brief, type: letter, source: pap}}\n", &[]);
    let mistyped = "documents: {letter: {title: Brief, type: letter, source: nobody}}\n";
    assert!(marked("missing-publisher", &[("content/facts/d.yaml", mistyped)], false).is_empty());
    let on_it = "documents: {letter: {title: Brief, type: letter}}\nclaims: {leak: {text: A., status: reported, evidence: [{document: letter}]}}\n";
    sheets("overstated-status", on_it, &[]);

    let rule = "circular-attribution";
    let copies = |one: &str, two: &str, three: &str| {
        format!(
            "documents:\n  one: {{title: Eins, type: wire, source: pap{one}}}\n  two: {{title: Zwei, type: wire, source: pap{two}}}\n  three: {{title: Drei, type: wire, source: pap{three}}}\n"
        )
    };
    sheets(rule, &copies("", ", copy_of: one", ", derived_from: [one, two]"), &[]);
    sheets(rule, &copies(", copy_of: two", ", copy_of: one", ""), &["one"]);
    sheets(rule, &copies(", copy_of: three", ", derived_from: [one]", ", derived_from: [two]"), &["two"]);
    sheets(rule, &copies(", copy_of: one", "", ""), &["one"]);
}

#[test]
fn an_answer_in_place_holds_for_what_linking_once_found() {
    let allowed = "documents:\n  letter: {title: Brief, type: letter, allow: [{rule: missing-publisher, why: Unsigned.}]}\n  one: {title: Eins, type: wire, source: pap, copy_of: one, allow: [{rule: circular-attribution, why: So it says.}]}\n";
    let (checked, _) = found(&[("content/facts/cast.yaml", CAST), ("content/facts/d.yaml", allowed)], true);
    assert_eq!(checked.excepted.len(), 2);
    assert!(checked.findings.iter().all(|finding| finding.level < casebook::diagnostic::Level::Error));
}

#[test]
fn what_nobody_uses_is_noted() {
    let rule = "unused-claim";
    let sheet = "
people: {anna: {name: Änne}, draft-person: {name: Noch nicht, draft: true}}
sources: {pap: {name: PAP}}
documents: {wire: {title: Przeciek, type: wire, source: pap}}
dates: {call: {title: Das Gespräch, date: 2024}}
claims:
  stated: {text: A., status: unverified, evidence: [{document: wire}], responses: [{party: pap, claim: answer}]}
  answer: {text: B., status: unverified, evidence: [{document: wire}], contradicts: [counter]}
  counter: {text: C., status: unverified, evidence: [{document: wire}]}
  against: {text: D., status: unverified, evidence: [{document: wire}], contradicts: [stated]}
  left-over: {text: E., status: unverified, evidence: [{document: wire}], about: [left-over, wire]}
  old: {text: F., status: superseded, superseded_by: stated, evidence: [{document: wire}]}
  ahead: {text: G., status: unverified, evidence: [{document: wire}], draft: true}
";
    let article = ("content/articles/a.md", "---\ntitle: A\n---\nThey say [so](@stated).\n");
    let sheets = ("content/facts/s.yaml", sheet);
    assert_eq!(marked(rule, &[article, sheets], true), ["anna", "call", "left-over"]);
    assert_eq!(marked(rule, &[sheets], true), ["anna", "call"], "nothing is written yet");
    assert!(marked(rule, &[article, sheets], false).is_empty(), "what uses it may not have been read");
}
