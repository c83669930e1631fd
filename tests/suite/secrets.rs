//! Nothing that is not public stands in any byte of the site.

use std::fmt::Write as _;
use std::fs;

use crate::project::Project;

/// Planted where it must not come out.
const CANARY: &str = "Kanarienvögelchen";

/// A report with a canary in every field that can hold a secret.
fn planted() -> Project {
    let mut notes = String::new();
    for (section, fields) in [
        ("people", "name: Änne Łoś"),
        ("organisations", "name: Ministerium"),
        ("documents", "title: Bericht, type: article, source: gazette"),
        ("dates", "title: Der Anruf, date: 2024-02-19"),
        (
            "claims",
            "text: Es war so., status: reported, since: 2024-03-12, evidence: [{document: public-documents}]",
        ),
    ] {
        let _ = writeln!(
            notes,
            "{section}:\n  public-{section}: {{{fields}, notes: {CANARY}}}\n  draft-{section}: {{{fields}, summary: {CANARY}, draft: true}}\n  later-{section}: {{{fields}, summary: {CANARY}, embargo: 2099-01-01T00:00+01:00}}"
        );
    }
    let sources = format!(
        "sources:
  gazette: {{name: Gazeta Łódzka, notes: {CANARY}}}
  insider:
    name: {CANARY} Mustermann
    also: [{CANARY}]
    url: https://example.org/{CANARY}
    summary: {CANARY}
    notes: {CANARY}
    image: media/secret.jpg
    counts_with: [secret-tie]
    confidential: {{described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: {CANARY}}}
  secret-tie: {{name: {CANARY}, draft: true}}
claims:
  whispered:
    text: Somebody whispered it.
    status: reported
    evidence:
      - {{document: public-documents, said_by: insider, basis: witness}}
      - {{document: public-documents, said_by: public-organisations}}
  draft-claim:
    text: {CANARY}
    status: reported
    draft: true
    contradicts: [whispered]
    refines: [whispered]
    evidence: [{{document: draft-documents, quote: {CANARY}}}]
  kept-documents-use:
    text: Kept.
    status: reported
    draft: true
    evidence: [{{document: draft-kept}}]
documents:
  draft-kept: {{title: {CANARY}, type: letter, source: gazette, draft: true, archive: {{file: archive/secret.txt, public: true}}}}
  kept: {{title: Kept, type: letter, source: gazette, archive: {{file: archive/kept.txt, public: false}}}}
media:
  media/secret.jpg: {{alt: {CANARY}, credit: {CANARY}, licence: {CANARY}}}
  media/draft.jpg: {{alt: {CANARY}, credit: {CANARY}, licence: {CANARY}}}
"
    );
    Project::new()
        .with("content/facts/notes.yaml", notes)
        .with("content/facts/sources.yaml", sources)
        .with("content/media/secret.jpg", CANARY)
        .with("content/media/draft.jpg", CANARY)
        .with("content/archive/secret.txt", CANARY)
        .with("content/archive/kept.txt", CANARY)
        .with("content/articles/draft.md", format!("---\ntitle: {CANARY}\ndraft: true\n---\n{CANARY} [x](@draft-claims)\n\n![x](/media/draft.jpg)\n"))
        .with("content/articles/public.md", format!("---\ntitle: The leak\nnotes: {CANARY}\n---\n[](@insider) says [it is so](@whispered).\n\n<!-- not for the desk alone -->\n"))
}

#[test]
fn no_canary_gets_out() {
    let project = planted();
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let files = project.files("output");
    assert!(files.iter().any(|(path, _)| path == "sources/insider.html"), "the source has a page");
    assert!(project.page("sources/insider.html").contains("A person briefed on the inquiry"));
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for secret in [
            "kanarienv",
            "secret-tie",
            "draft-",
            "later-",
            "mustermann",
            "secret.jpg",
            "secret.txt",
            "draft.jpg",
            "kept.txt",
        ] {
            assert!(!path.contains(secret) && !text.contains(secret), "`{secret}` stands in {path}");
        }
    }
}

#[test]
fn the_canary_would_be_seen() {
    let project = planted();
    let notes = fs::read_to_string(project.path("content/facts/notes.yaml")).unwrap();
    project
        .write("content/facts/notes.yaml", notes.replace("name: Änne Łoś, notes", "name: Änne Łoś, summary"));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(project.page("people/public-people.html").contains(CANARY), "a summary is public");
}

#[test]
fn what_counts_with_a_secret_tie_does_not_say_with_whom() {
    let project = planted();
    let sources = fs::read_to_string(project.path("content/facts/sources.yaml")).unwrap();
    project.write(
        "content/facts/sources.yaml",
        sources.replace("counts_with: [secret-tie]", "counts_with: [public-organisations]"),
    );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let claim = project.page("claims/whispered.html");
    assert!(
        claim.contains("one independent origin")
            || claim.contains("One independent origin")
            || claim.contains("one origin")
            || claim.contains("One origin"),
        "{claim}"
    );
}
