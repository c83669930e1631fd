//! Who read what, for how long that holds, and what waits for it.

use super::*;

/// Each change to what was read, and that it matters.
#[test]
fn any_change_to_what_was_signed_makes_the_signature_stale() {
    let changes = [
        ("text: Jan Łoś knew of it.", "text: Jan Łoś knew of all of it."),
        ("summary: Of the line.", "summary: Of the other line."),
        ("hedge: wohl", "hedge: sicher"),
        ("date: 2024-03-01\n", "date: 2024-03-02\n"),
        ("about: [jan]", "about: [jan, ministry]"),
        ("adverse_to: [jan]", "adverse_to: [jan, ministry]"),
        ("document: wire", "document: report"),
        ("said_by: gazette", "said_by: agency"),
        ("basis: own-reporting", "basis: document"),
        ("quote: He knew.", "quote: He must have known."),
        ("at: line 1", "at: line 2"),
        ("at: line 1}", "at: line 1, via: []}"),
        ("at: line 1}", "at: line 1, translation: {text: Er wusste es., language: de}}"),
        ("at: line 1}", "at: line 1}\n      - {document: report, said_by: ministry, stance: disputes}"),
        ("outcome: denied", "outcome: no comment"),
        ("quote: I did not.", "quote: I did."),
        ("why: The paper said so.", "why: Two papers said so."),
        (
            "    notes:",
            "    corrections: [{date: 2026-11-24, kind: update, said: A., now: B., why: C.}]\n    notes:",
        ),
        ("    notes:", "    unnamed: 2\n    notes:"),
        ("    notes:", "    kind: assessment\n    notes:"),
        ("title: Call overheard", "title: Call not overheard"),
        ("published: 2024-03-02", "published: 2024-03-03"),
        ("published: 2024-03-02", "published: 2024-03-02, withdrawn: {date: 2024-03-05, why: It was wrong.}"),
    ];
    for (from, to) in changes {
        let project = report();
        assert_eq!(project.sign("Änne Łoś", "legal", &["knew"]).code, 0);
        assert!(!finds(&project, "stale-sign-off"), "it is as it was read");
        project.change(SHEET, from, to);
        let run = project.run(&["check"]);
        assert!(run.code == 1 && run.said.contains("error[stale-sign-off]"), "{to}:\n{}", run.said);
        assert!(run.said.contains(" --> content/sign-offs/anne-los.yaml:2:"), "{}", run.said);
    }
}

#[test]
fn changes_that_no_reader_sees_leave_a_signature_fresh() {
    let changes = [
        ("notes: Call him again.", "notes: He does not answer."),
        ("# what he knew", "# what he may have known"),
        ("reviewed: 2026-11-01", "reviewed: 2026-11-20"),
        ("review_by: 2027-11-01", "review_by: 2028-11-01"),
        ("    notes:", "    allow: [{rule: unused-claim, why: It will be.}]\n    notes:"),
        ("    notes:", "    was: [he-knew]\n    notes:"),
        ("name: Agency", "name: Agency, url: 'https://agency.example'"),
    ];
    for (from, to) in changes {
        let project = report();
        project.sign("Änne Łoś", "legal", &["knew"]);
        project.change(SHEET, from, to);
        let run = project.run(&["check"]);
        assert!(!run.said.contains("[stale-sign-off]"), "{to}:\n{}", run.said);
    }
    let project = report();
    project.sign("Änne Łoś", "editor", &["knew", "the-call"]);
    let (start, claims) = FACTS.split_once("claims:\n").unwrap();
    project.write(SHEET, start);
    project.write("content/facts/0.yaml", format!("claims:\n{claims}"));
    assert!(!finds(&project, "stale-sign-off"), "the order of sheets is nothing");
    project.change("content/articles/the-call.md", "A note.", "Another note.");
    assert!(finds(&project, "stale-sign-off"), "an article is signed as well");
}

#[test]
fn a_fresh_signature_in_the_same_role_takes_the_place_of_a_stale_one() {
    let project = report();
    project.sign("Änne Łoś", "legal", &["knew"]);
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.sign("Otto Gräfe", "fact-check", &["knew"]);
    assert!(finds(&project, "stale-sign-off"), "another role has not read it as legal");
    project.sign("Otto Gräfe", "legal", &["knew"]);
    assert!(!finds(&project, "stale-sign-off"));
    let run = project.sign("Otto Gräfe", "legal", &["knew"]);
    assert!(
        run.said.starts_with("signed already, as it stands: knew (reported, 1 piece of evidence)"),
        "{}",
        run.said
    );
    let file = fs::read_to_string(project.path("content/sign-offs/otto-grafe.yaml")).unwrap();
    assert_eq!(file.lines().count(), 3, "{file}");
}

#[test]
fn colleagues_on_two_branches_never_write_to_the_same_file() {
    let (one, other) = (report(), report());
    let before = one.paths("content");
    one.sign("Änne Łoś", "legal", &["knew"]);
    other.sign("Otto Gräfe", "legal", &["knew", "the-call"]);
    let added = |project: &Project| &project.paths("content") - &before;
    assert!(added(&one).is_disjoint(&added(&other)), "git merges them by itself");
    for path in added(&other) {
        let bytes = fs::read(other.path("content").join(&path)).unwrap();
        one.write(&format!("content/{path}"), bytes);
    }
    assert_eq!(one.run(&["check"]).code, 0);
    one.write("content/report.yaml", "title: The leak\npolicy: {sign_off: {reported: [legal]}}\n");
    assert!(!finds(&one, "missing-sign-off"), "both signatures count");
}

#[test]
fn signing_refuses_what_was_not_read() {
    let project = report();
    let refused = |arguments: &[&str], words: &str| {
        let run = project.sign("Änne Łoś", "legal", arguments);
        assert!(run.code == 2 && run.complained.contains(words), "{}{}", run.said, run.complained);
    };
    refused(&["knwe"], "no claim or article has the id `knwe`; did you mean `knew`?");
    refused(&["jan"], "`jan` is a person; claims and articles are signed");
    project.change(SHEET, "said_by: gazette", "said_by: gazeta");
    refused(&["knew"], "`knew` could not be read whole");
    project.change(SHEET, "said_by: gazeta", "said_by: gazette");
    project.change("content/articles/the-call.md", "(@knew)", "(@knows)");
    refused(&["the-call"], "`the-call` could not be read whole");
    assert!(project.paths("content/sign-offs").is_empty());
    let run = project.sign("Änne Łoś", "lawyer", &["knew"]);
    assert!(run.code == 2 && run.complained.contains("fact-check, legal, editor"), "{}", run.complained);
}

#[test]
fn a_publication_waits_for_the_signatures_that_the_report_asks_for() {
    let policy = "title: The leak\npolicy:\n  sign_off: {reported: [fact-check], adverse: [legal], publication: [editor]}\n";
    let project = report().with("content/report.yaml", policy);
    let run = project.run(&["build"]);
    assert!(
        run.code == 0
            && run
                .said
                .contains("warning[missing-sign-off]: nobody has signed `knew` as fact-check and as legal"),
        "{}",
        run.said
    );
    assert!(
        run.said.contains("note[missing-sign-off]") && run.said.contains("report.yaml:3:"),
        "{}",
        run.said
    );
    let waits = |project: &Project| {
        let run = project.run(&["publish"]);
        assert!(run.code == 1 && run.said.contains("error[missing-sign-off]"), "{}", run.said);
        assert!(project.paths("content/record").is_empty());
    };
    waits(&project);
    project.sign("Änne Łoś", "legal", &["knew"]);
    project.sign("Otto Gräfe", "fact-check", &["knew"]);
    waits(&project);
    project.sign("Maria Nowak", "editor", &["--publication"]);
    project.change("content/articles/the-call.md", "A note.", "Another note.");
    let run = project.run(&["publish"]);
    assert!(
        run.said.contains("what would be published has changed since Maria Nowak signed it as editor"),
        "{}",
        run.said
    );
    project.sign("Maria Nowak", "editor", &["--publication"]);
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}", run.said);
    // The next change asks for the editor anew, and does not stop the day's work.
    project.change(
        "content/articles/the-call.md",
        "date: 2024-03-04\n",
        "date: 2024-03-04\nsummary: What is known.\n",
    );
    let run = project.run(&["build"]);
    assert!(run.code == 0 && run.said.contains("note[missing-sign-off]"), "{}", run.said);
}

#[test]
fn an_exception_with_a_reason_lets_a_publication_pass_unsigned() {
    let policy = "title: The leak\npolicy: {sign_off: {adverse: [legal]}}\nrules: [{rule: missing-sign-off, for: [knew], level: note, why: He said so himself.}]\n";
    let run = report().with("content/report.yaml", policy).run(&["publish"]);
    assert!(run.code == 0 && run.said.contains("note[missing-sign-off]"), "{}", run.said);
}

#[test]
fn an_accusation_on_one_confidential_source_takes_a_signature() {
    let project = report();
    project.change(SHEET, "  agency: {name: Agency}", "  agency: {name: Agency}\n  insider: {name: Maria Nowak, confidential: {described_as: An insider, reason: Fear., approved_by: desk}}");
    project.change(SHEET, "said_by: gazette", "said_by: insider");
    let run = project.run(&["check"]);
    assert!(
        run.said.contains("error[anonymous-serious-solo]") && !run.said.contains("Maria"),
        "{}",
        run.said
    );
    project.sign("Änne Łoś", "fact-check", &["knew"]);
    assert!(finds(&project, "anonymous-serious-solo"));
    project.sign("Änne Łoś", "legal", &["knew"]);
    assert!(!finds(&project, "anonymous-serious-solo"));
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    assert!(finds(&project, "anonymous-serious-solo"), "a stale signature is none");
    project.change(SHEET, "    adverse_to: [jan]\n", "");
    assert!(!finds(&project, "anonymous-serious-solo"));
}

#[test]
fn mistakes_in_signatures_are_shown_where_they_are() {
    let digest = "0".repeat(64);
    let lines = format!(
        "- {{id: knew, role: lawyer, name: Änne, at: 2026-11-24T06:00:00Z, sha256: {digest}}}
- {{id: knows, role: legal, name: Änne, at: 2026-11-24T06:00:00Z, sha256: {digest}}}
- {{role: legal, name: Änne, at: 2026-11-24T06:00:00Z, sha256: {digest}}}
- {{id: knew, role: legal, name: Änne, at: 2026-11-24, sha256: 00}}
- {{id: jan, role: legal, name: Änne, at: 2026-11-24T06:00:00Z, sha256: {digest}}}
"
    );
    let run = report().with("content/sign-offs/a.yaml", lines).run(&["check"]);
    for (rule, place) in [
        ("bad-value", "1:20"),
        ("unknown-id", "2:8"),
        ("missing-field", "3:3"),
        ("bad-date", "4:43"),
        ("wrong-kind", "5:8"),
    ] {
        let at = format!(" --> content/sign-offs/a.yaml:{place}\n");
        let found =
            run.said.split("\n\n").any(|block| block.contains(&format!("[{rule}]")) && block.contains(&at));
        assert!(found, "{rule} at {place} is missing:\n{}", run.said);
    }
}
