//! What was published is recorded, and nothing of it changes in silence or gets lost.

use super::*;

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
