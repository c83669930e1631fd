//! Signatures, publications, and what they hold a report to.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::project::{Project, Run};

/// A claim with all that is read of it, and an article that states it.
const FACTS: &str = "people:
  jan: {name: Jan Łoś}
organisations:
  ministry: {name: Ministerium}
sources:
  gazette: {name: Gazeta Łódzka}
  agency: {name: Agency}
documents:
  report: {title: A call overheard, type: article, source: gazette, published: 2024-03-01}
  wire: {title: Call overheard, type: wire, source: agency, copy_of: report, published: 2024-03-02}
claims:
  knew: # what he knew
    text: Jan Łoś knew of it.
    summary: Of the line.
    status: reported
    hedge: wohl
    date: 2024-03-01
    about: [jan]
    adverse_to: [jan]
    evidence:
      - {document: wire, said_by: gazette, basis: own-reporting, quote: He knew., at: line 1}
    responses:
      - {party: jan, outcome: denied, quote: I did not.}
    history:
      - {date: 2024-03-01, status: reported, why: The paper said so.}
    reviewed: 2026-11-01
    review_by: 2027-11-01
    notes: Call him again.
    allow: [{rule: dropped-hedge, why: It is not what is tested.}]
";

const ARTICLE: &str = "---
title: The call
date: 2024-03-04
allow: [{rule: dropped-hedge, why: It is not what is tested.}]
---

On that day [](@jan) joined, and [he knew of it](@knew). [@knew]

- One *item*, and `code`.

> Quoted words[^1]

[^1]: A note.
";

fn report() -> Project {
    Project::new().with("content/facts/all.yaml", FACTS).with("content/articles/the-call.md", ARTICLE)
}

/// One that was published.
fn published() -> Project {
    let project = report();
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    project
}

impl Project {
    /// Replaces words in a file; they must be there.
    fn change(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        fs::write(self.path(path), text.replacen(from, to, 1)).unwrap();
    }

    fn sign(&self, name: &str, role: &str, what: &[&str]) -> Run {
        let mut arguments = vec!["sign", "--as", name, "--role", role];
        arguments.extend(what);
        self.run(&arguments)
    }

    fn paths(&self, below: &str) -> BTreeSet<String> {
        self.files(below).into_iter().map(|(path, _)| path).collect()
    }
}

const SHEET: &str = "content/facts/all.yaml";
const RECORD: &str = "content/record/0001-2026-11-24.yaml";

/// Whether `check` finds something by this rule.
fn finds(project: &Project, rule: &str) -> bool {
    project.run(&["check"]).said.contains(&format!("[{rule}]"))
}

#[test]
fn publishing_records_what_is_new_and_a_second_time_nothing() {
    let project = published();
    let record = fs::read_to_string(project.path(RECORD)).unwrap();
    assert!(record.contains("text: \"Jan Łoś knew of it.\"\n"), "{record}");
    for line in [
        "The call",
        "On that day Jan Łoś joined, and he knew of it.",
        "One item, and code.",
        "Quoted words",
        "A note.",
    ] {
        assert!(record.contains(&format!("- \"{line}\"\n")), "{line:?} is not in\n{record}");
    }
    let run = project.run(&["publish"]);
    assert!(
        run.code == 0 && run.said.ends_with("nothing changed since publication 1; nothing was recorded\n"),
        "{}",
        run.said
    );
    assert_eq!(project.paths("content/record").len(), 1);
    let clean = project.run(&["check"]);
    assert!(!clean.said.contains("error["), "{}", clean.said);

    project.change(SHEET, "quote: I did not.", "quote: I certainly did not.");
    let run = project.run(&["publish"]);
    assert!(run.said.contains("publication 2: 1 claim and no articles are new or changed\n"), "{}", run.said);
    let second = fs::read_to_string(project.path("content/record/0002-2026-11-24.yaml")).unwrap();
    let first = record.lines().last().unwrap();
    assert!(second.contains(&first.replace("sha256", "previous")), "{second}");
    let page = project.page("claims/knew.html");
    for words in
        ["When it was published", "first published", "its evidence, or what else is told of it, changed"]
    {
        assert!(page.contains(words), "{words:?} is not on\n{page}");
    }
    let digest = second.lines().last().unwrap().strip_prefix("sha256: ").unwrap();
    assert!(project.page("method.html").contains(digest), "a reader can see the digest");
    let run = project.run(&["verify", "output"]);
    assert!(
        run.code == 0 && run.said.starts_with("as recorded: 2 publications, 1 claim, 1 article\n"),
        "{}",
        run.said
    );
}

#[test]
fn nothing_is_published_or_recorded_while_something_is_wrong() {
    let project = report();
    project.change(SHEET, "status: reported\n", "status: verified\n");
    let run = project.run(&["publish"]);
    assert!(run.code == 1 && run.said.ends_with("nothing was published\n"), "{}", run.said);
    assert!(project.paths("content/record").is_empty() && project.paths("output").is_empty());
}

#[test]
fn what_is_held_back_or_secret_is_in_no_record() {
    let secret = "Kanarienvogel";
    let more = format!(
        "sources:
  insider:
    name: {secret} Mustermann
    counts_with: [agency]
    notes: {secret}
    confidential: {{described_as: An insider, reason: Fears dismissal., approved_by: {secret}}}
claims:
  later: {{text: {secret}, status: reported, embargo: 2099-01-01T00:00+01:00, evidence: [{{document: report}}]}}
  draft: {{text: {secret}, status: reported, draft: true, evidence: [{{document: report}}]}}
  whispered: {{text: It was whispered., status: reported, notes: {secret}, evidence: [{{document: report, said_by: insider, basis: witness}}]}}
"
    );
    let project = report().with("content/facts/more.yaml", more);
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}", run.said);
    for folder in ["content/record", "output"] {
        for (path, bytes) in project.files(folder) {
            assert!(!String::from_utf8_lossy(&bytes).contains(secret), "{folder}/{path}");
        }
    }
    let record = fs::read_to_string(project.path(RECORD)).unwrap();
    assert!(
        record.contains("  whispered:\n") && !record.contains("  later:\n") && !record.contains("  draft:\n"),
        "{record}"
    );
    let digest = |project: &Project| {
        fs::remove_file(project.path(RECORD)).unwrap();
        project.run(&["publish"]);
        fs::read_to_string(project.path(RECORD)).unwrap()
    };
    project.change("content/facts/more.yaml", "Mustermann", "Meyer");
    project.change("content/facts/more.yaml", "    counts_with: [agency]\n", "");
    assert_eq!(digest(&project), record, "what is secret changes no digest");
}

#[test]
fn a_silent_change_is_caught_and_a_correction_or_history_entry_answers_it() {
    let correction =
        "    corrections: [{date: 2026-11-24, kind: correction, said: A., now: B., why: Wrong.}]\n    notes:";
    let project = published();
    project.change(SHEET, "knew of it.\n", "had known of it.\n");
    let run = project.run(&["check"]);
    assert!(
        run.code == 1 && run.said.contains("error[silent-change]") && run.said.contains("all.yaml:13:"),
        "{}",
        run.said
    );
    project.change(SHEET, "    notes:", correction);
    assert!(!finds(&project, "silent-change"));
    // What was corrected and published may not change again in silence.
    assert_eq!(project.run(&["publish"]).code, 0);
    project.change(SHEET, "had known of it.\n", "had always known of it.\n");
    assert!(finds(&project, "silent-change"));
    project.change(SHEET, "had always known of it.\n", "had known of it.\n");
    assert!(!finds(&project, "silent-change"));
    project.change(SHEET, correction, "    notes:");
    assert!(finds(&project, "silent-change"), "a correction that was published is gone");

    let project = published();
    project.change(SHEET, "status: reported\n", "status: unverified\n");
    project.change(SHEET, "status: reported, why", "status: unverified, why");
    assert!(finds(&project, "silent-change"), "the history was written over");
    project.change(
        SHEET,
        "status: unverified, why: The paper said so.}\n",
        "status: reported}\n      - {date: 2024-03-09, status: unverified, why: It took it back.}\n",
    );
    assert!(!finds(&project, "silent-change"));

    let project = published();
    project.change("content/articles/the-call.md", "One *item*", "Two *items*");
    let run = project.run(&["check"]);
    assert!(
        run.said.contains("error[silent-change]")
            && run.said.contains("gone or changed: One item, and code."),
        "{}",
        run.said
    );
    project.change(
        "content/articles/the-call.md",
        "title:",
        "corrections: [{date: 2026-11-24, kind: update, said: One., now: Two., why: More.}]\ntitle:",
    );
    assert!(!finds(&project, "silent-change"));
    assert_eq!(project.run(&["publish"]).code, 0);
    project.change(
        "content/articles/the-call.md",
        "corrections: [{date: 2026-11-24, kind: update, said: One., now: Two., why: More.}]\n",
        "",
    );
    let run = project.run(&["check"]);
    assert!(run.said.contains("a correction was published with `the-call`, and is gone"), "{}", run.said);
}

#[test]
fn words_that_read_the_same_have_not_changed() {
    let project = published();
    project.change("content/articles/the-call.md", "One *item*", "One\n  __item__");
    project.change("content/articles/the-call.md", "[](@jan)", "[Jan Łoś](@jan)");
    project.change(SHEET, "text: Jan Łoś knew of it.", "text: \"Jan Łoś knew of it.\"");
    assert!(!finds(&project, "silent-change"));
    project.change(SHEET, "name: Jan Łoś}", "name: Jan Nowak}");
    assert!(!finds(&project, "silent-change"), "the name is not written by a tie any more");
    project.change("content/articles/the-call.md", "[Jan Łoś](@jan)", "[](@jan)");
    assert!(finds(&project, "silent-change"));
}

#[test]
fn a_lost_address_is_caught_and_answered_by_was() {
    let project = published();
    project.change(SHEET, "  jan: {", "  jan-los: {");
    for field in ["about: [jan]", "adverse_to: [jan]", "party: jan"] {
        project.change(SHEET, field, &field.replace("jan", "jan-los"));
    }
    project.change("content/articles/the-call.md", "@jan", "@jan-los");
    let run = project.run(&["check"]);
    assert!(
        run.code == 1 && run.said.contains("error[lost-address]: `jan` was published, and leads nowhere now"),
        "{}",
        run.said
    );
    assert!(run.said.contains(&format!(" --> {RECORD}:")), "{}", run.said);
    let report =
        "title: The leak\nrules: [{rule: lost-address, for: [jan], level: note, why: A court says so.}]\n";
    project.write("content/report.yaml", report);
    assert!(
        project.run(&["check"]).said.contains("note[lost-address]"),
        "an exception names the id that is gone"
    );
    project.write("content/report.yaml", "title: The leak\n");
    project.change(SHEET, "jan-los: {", "jan-los: {was: [jan], ");
    assert!(!finds(&project, "lost-address"));
    let run = project.run(&["publish"]);
    assert!(
        run.said.contains("publication 2: 1 claim and no articles are new or changed, 1 address moved\n"),
        "{}",
        run.said
    );
    assert!(project.path("output/people/jan.html").exists());
    assert_eq!(project.run(&["verify", "output"]).code, 0);
    fs::remove_file(project.path("output/people/jan.html")).unwrap();
    assert_eq!(project.run(&["verify", "output"]).code, 1, "the old address is part of the record");
}

#[test]
fn a_claim_moves_with_its_past_and_is_withdrawn_where_it_stands() {
    let project = published();
    project.change(SHEET, "  knew: #", "  he-knew: #");
    project.change("content/articles/the-call.md", "(@knew)", "(@he-knew)");
    project.change("content/articles/the-call.md", "[@knew]", "[@he-knew]");
    assert!(finds(&project, "lost-address"));
    project.change(SHEET, "    summary:", "    was: [knew]\n    summary:");
    assert!(!finds(&project, "lost-address") && !finds(&project, "silent-change"));
    project.change(SHEET, "text: Jan", "text: Also Jan");
    assert!(finds(&project, "silent-change"), "the past comes along");
    project.change(SHEET, "text: Also Jan", "text: Jan");
    project.run(&["publish"]);
    let page = project.page("claims/he-knew.html");
    assert!(page.contains("moved here from another address") && page.contains("first published"), "{page}");

    let project = published();
    project.change(SHEET, "    notes:", "    draft: true\n    notes:");
    project.change("content/articles/the-call.md", ", and [he knew of it](@knew). [@knew]", ".");
    let run = project.run(&["check"]);
    assert!(run.said.contains("[lost-address]: `knew` was published, and is held back now"), "{}", run.said);
    project.change(SHEET, "    draft: true\n", "");
    project.write("content/articles/the-call.md", ARTICLE);
    project.change(SHEET, "status: reported\n", "status: withdrawn\n");
    project.change(SHEET, "why: The paper said so.}\n", "why: The paper said so.}\n      - {date: 2024-03-09, status: withdrawn, why: The paper took it back.}\n");
    assert!(!finds(&project, "lost-address") && !finds(&project, "silent-change"));
}

#[test]
fn what_could_not_be_read_has_not_lost_its_address() {
    let project = published();
    project.change(SHEET, "  jan: {name: Jan Łoś}", "  jan: {nam: Jan Łoś}");
    assert!(!finds(&project, "lost-address"));
}

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

/// Two colleagues published side by side, and one file of several is lost.
#[test]
fn a_chain_with_a_fork_or_a_gap_is_told() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.run(&["publish"]);
    let second = "content/record/0002-2026-11-24.yaml";
    let text = fs::read_to_string(project.path(second)).unwrap();
    project.write("content/record/0002-2026-11-25.yaml", &text);
    let run = project.run(&["check"]);
    assert!(run.said.contains("there are two publications with the number 2"), "{}", run.said);
    fs::remove_file(project.path("content/record/0002-2026-11-25.yaml")).unwrap();
    assert!(!finds(&project, "broken-record"));
    fs::remove_file(project.path(RECORD)).unwrap();
    let run = project.run(&["check"]);
    assert!(run.said.contains("publication 1 is missing before this one"), "{}", run.said);
}

/// Each publication is as it was written, and the second was made after another first.
#[test]
fn a_publication_that_was_made_after_another_first_is_told() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    assert_eq!(project.run(&["publish"]).code, 0);
    assert!(!finds(&project, "broken-record"));

    let other = report();
    other.change(SHEET, "hedge: wohl", "hedge: kaum");
    assert_eq!(other.run(&["publish"]).code, 0);
    project.write(RECORD, fs::read(other.path(RECORD)).unwrap());
    let run = project.run(&["check"]);
    assert!(run.said.contains("this does not follow publication 1 as it stands"), "{}", run.said);
}

/// The same on a site: each line of its record is as it was written, and they do not follow one another.
#[test]
fn a_record_put_together_of_two_is_told_from_the_site_alone() {
    let other = report();
    other.change(SHEET, "hedge: wohl", "hedge: kaum");
    assert_eq!(other.run(&["publish"]).code, 0);
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    assert_eq!(project.run(&["publish"]).code, 0);
    assert_eq!(project.run(&["verify", "output"]).code, 0);
    let first = |project: &Project| project.page("data/record.json").lines().nth(1).unwrap().to_owned();
    let foreign = first(&other).trim_end_matches(',').to_owned();
    let record = project.page("data/record.json").replace(first(&project).trim_end_matches(','), &foreign);
    project.write("output/data/record.json", record);
    let run = project.run(&["verify", "output"]);
    assert!(run.code == 1 && run.said.contains("the chain is broken: publication 2"), "{}", run.said);
}

#[test]
fn a_publication_that_is_older_than_the_one_before_it_is_told() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    let run = project.run_at("1795400000", &["publish"]);
    assert_eq!(run.code, 2, "it is not made where a clock is wrong: {}", run.complained);
    assert_eq!(project.run(&["publish"]).code, 0);

    let later = report();
    assert_eq!(later.run_at("1795500060", &["publish"]).code, 0);
    project.write(RECORD, fs::read(later.path(RECORD)).unwrap());
    let run = project.run(&["check"]);
    assert!(run.said.contains("this is earlier than publication 1, which it follows"), "{}", run.said);
}

/// Any line of the record, changed by a letter, is found out; words may be struck, and nothing else.
#[test]
fn tampering_with_any_line_of_the_record_shows() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.change(SHEET, "  jan: {", "  jan-los: {was: [jan], ");
    for field in ["about: [jan]", "adverse_to: [jan]", "party: jan"] {
        project.change(SHEET, field, &field.replace("jan", "jan-los"));
    }
    project.change("content/articles/the-call.md", "@jan", "@jan-los");
    assert_eq!(project.run(&["publish"]).code, 0);
    assert!(!finds(&project, "broken-record"));
    for path in [RECORD, "content/record/0002-2026-11-24.yaml"] {
        let text = fs::read_to_string(project.path(path)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in
            lines.iter().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.ends_with(':'))
        {
            let struck = line.trim_start().starts_with("text:");
            let mut altered: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            altered[index] = other_value(line);
            project.write(path, altered.join("\n"));
            let run = project.run(&["check"]);
            assert!(
                run.code == 1 && run.said.contains(path),
                "{path}, {line:?} as {:?}:\n{}",
                altered[index],
                run.said
            );
            altered.remove(index);
            project.write(path, altered.join("\n"));
            let run = project.run(&["check"]);
            assert_eq!(run.code == 0, struck, "{path}, without {line:?}:\n{}", run.said);
        }
        project.write(path, &text);
    }
}

/// A line with another value that could stand there.
fn other_value(line: &str) -> String {
    let statuses = [("reported", "unverified"), ("unverified", "reported")];
    if let Some((from, to)) =
        statuses.into_iter().find(|(from, _)| line.ends_with(&format!("status: {from}")))
    {
        return line.replace(from, to);
    }
    let at = line.rfind(|letter: char| letter.is_ascii_alphanumeric()).unwrap();
    let (before, last) = line.split_at(at);
    let other = if last.starts_with('1') { '2' } else { '1' };
    format!("{before}{other}{}", last.chars().skip(1).collect::<String>())
}

#[test]
fn every_value_of_a_site_s_record_is_held_by_the_chain() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.run(&["publish"]);
    let path = "output/data/record.json";
    let text = fs::read_to_string(project.path(path)).unwrap();
    let record: Value = serde_json::from_str(&text).unwrap();
    let mut leaves = Vec::new();
    pointers(&record, String::new(), &mut leaves);
    assert!(leaves.len() > 30, "{leaves:?}");
    for pointer in leaves {
        let mut record = record.clone();
        let leaf = record.pointer_mut(&pointer).unwrap();
        *leaf = match leaf {
            Value::Null => "0".repeat(64).into(),
            Value::Number(number) => (number.as_u64().unwrap() + 1).into(),
            Value::String(words) if words == "reported" => "disputed".into(),
            Value::String(words) => other_value(words).into(),
            other => panic!("{other}"),
        };
        project.write(path, record.to_string());
        let run = project.run(&["verify", "output"]);
        assert_eq!(run.code, 1, "{pointer} was changed:\n{}", run.said);
    }
    for dropped in [0, 1] {
        let mut record = record.clone();
        record["publications"].as_array_mut().unwrap().remove(dropped);
        project.write(path, record.to_string());
        let run = project.run(&["verify", "output"]);
        assert_eq!(run.code, 1, "publication {dropped} was dropped:\n{}", run.said);
    }
}

fn pointers(value: &Value, path: String, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| pointers(value, format!("{path}/{key}"), into));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| pointers(value, format!("{path}/{index}"), into));
        }
        _ => into.push(path),
    }
}

#[test]
fn verify_says_in_words_what_of_a_site_does_not_match() {
    let tampered = |path: &str, from: &str, to: &str, said: &str| {
        let project = published();
        project.change(&format!("output/{path}"), from, to);
        let run = project.run(&["verify", "output"]);
        assert!(run.code == 1 && run.said.contains(said), "{path}:\n{}", run.said);
    };
    let page = "does not show the words of the claim as data/claims.json has them";
    tampered("claims/knew.html", "Jan Łoś knew of it.</h1>", "Jan Łoś did not know of it.</h1>", "");
    let project = published();
    let text = project.page("claims/knew.html").replace("knew of it", "did not know of it");
    project.write("output/claims/knew.html", text);
    assert!(project.run(&["verify", "output"]).said.contains(page));

    tampered(
        "claims/knew.html",
        "I did not.",
        "I did.",
        "claims/knew.html does not show this quotation as data/claims.json has it: I did not.",
    );
    tampered(
        "articles/the-call.html",
        "<em>item</em>",
        "<em>thing</em>",
        "articles/the-call.html does not show these words as they were published: One item, and code.",
    );
    tampered(
        "data/claims.json",
        "Jan Łoś knew of it.",
        "Jan Łoś knew all.",
        "the words of `knew` in data/claims.json are not those that were published",
    );
    tampered(
        "data/claims.json",
        "\"status\":\"reported\"",
        "\"status\":\"verified\"",
        "`knew` was published as reported, and stands otherwise in data/claims.json",
    );
    tampered(
        "data/claims.json",
        "He knew.",
        "He knew it.",
        "what is told of `knew` in data/claims.json is not what was published",
    );
    tampered(
        "data/claims.json",
        "I did not.",
        "I did.",
        "what is told of `knew` in data/claims.json is not what was published",
    );
    tampered(
        "data/claims.json",
        "\"id\":\"knew\"",
        "\"id\":\"knows\"",
        "the claim `knows` is on the site, and was never published",
    );
    tampered(
        "data/documents.json",
        "Call overheard",
        "Call not overheard",
        "what is told of `knew` in data/claims.json is not what was published",
    );
    tampered(
        "data/articles.json",
        "\"title\":\"The call\"",
        "\"title\":\"A call\"",
        "what is told of `the-call` in data/articles.json is not what was published",
    );
    tampered(
        "data/record.json",
        "joined",
        "left",
        "the words of the article `the-call` in data/record.json are not those that were published",
    );
    let digest = published().page("data/record.json");
    let digest = digest.split("\"sha256\":\"").last().unwrap().split('"').next().unwrap().to_owned();
    tampered("method.html", &digest, "…", "method.html does not show the digest of the record");

    for path in [
        "claims/knew.html",
        "articles/the-call.html",
        "people/jan.html",
        "data/claims.json",
        "data/record.json",
        "method.html",
    ] {
        let project = published();
        fs::remove_file(project.path("output").join(path)).unwrap();
        let run = project.run(&["verify", "output"]);
        assert!(
            run.code == 1 && run.said.contains(path) && run.said.contains("missing"),
            "{path}:\n{}",
            run.said
        );
    }
    assert_eq!(published().run(&["verify", "nowhere"]).code, 2);
}

/// The site shows when it was published only once it was, and an article's former words nowhere but on the desk.
#[test]
fn former_words_are_in_the_public_record_by_their_digest_alone() {
    let project = published();
    project.change("content/articles/the-call.md", "One *item*", "An alleged *item*");
    project.change(
        "content/articles/the-call.md",
        "title:",
        "corrections: [{date: 2026-11-24, kind: withdrawal, said: There was a line on it., why: A court said so.}]\ntitle:",
    );
    project.run(&["publish"]);
    for (path, bytes) in project.files("output") {
        assert!(!String::from_utf8_lossy(&bytes).contains("One item"), "{path}");
    }
    let page = project.page("articles/the-call.html");
    assert!(page.contains("its words changed"), "{page}");
    let plain = report();
    plain.run(&["build"]);
    assert!(
        !plain.path("output/data/record.json").exists()
            && !plain.page("method.html").contains("Digest of the record")
    );
}
