//! `casebook rename`: everything that is read as the id changes, and not a byte beside it.

use crate::project::Project;

const SHEET: &str = "# Who speaks.
people:
  los:   # the deputy
    name: Änne Łoś   # los is not an id here
    roles: [{title: Deputy, organisation: office}]
    notes: Ask los again.
  weiss: {name: Ida Weiß, speaks_for: [office]}
organisations: {office: {name: The office}}
sources: {gazeta: {name: Gazeta, owner: \"los\"}}

documents:
  piece: {title: Piece, type: article, source: gazeta, authors: [los, Łoś]}
dates:
  call: {title: Call, date: 2024-03-12, people: [los, weiss]}
claims:
  told:
    text: She was told.
    kind: utterance
    speaker: los
    status: unverified
    about: [ los , call]   # blanks stay
    adverse_to: [los]
    evidence:
      - document: piece
        said_by: los
        via: [gazeta]
    responses: [{party: los, outcome: no reply}]
    since: 2024-03-12
";

const ARTICLE: &str = "---
title: Told
authors: [los]
---
[](@los) said [so](@told). [Łoś][@los] too, los. [@told; @told] `@los`

Back to [the other](other.md#top).
";

fn project() -> Project {
    Project::new()
        .with(
            "content/report.yaml",
            "title: The leak\nrules: [{rule: no-reply-sought, for: [told, los], level: off, why: Old.}]\n",
        )
        .with("content/facts/all.yaml", SHEET)
        .with("content/articles/told-twice.md", ARTICLE)
        .with(
            "content/articles/other.md",
            "---\ntitle: Other\n---\nSee [this](told-twice.md), [](/articles/told-twice.md).\n",
        )
}

fn text(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path(path)).unwrap()
}

#[test]
fn an_id_changes_where_it_is_read_as_one() {
    let project = project();
    let run = project.run(&["rename", "los", "anne-los"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    insta::assert_snapshot!(run.said, @"`los` is now `anne-los`, a person: 13 places in 3 files");
    let expected = SHEET
        .replace("  los:   #", "  anne-los:   #")
        .replace("owner: \"los\"", "owner: anne-los")
        .replace("[los,", "[anne-los,")
        .replace("[ los ,", "[ anne-los ,")
        .replace("[los]", "[anne-los]")
        .replace("speaker: los", "speaker: anne-los")
        .replace("said_by: los", "said_by: anne-los")
        .replace("party: los", "party: anne-los");
    assert_eq!(text(&project, "content/facts/all.yaml"), expected);
    let expected = ARTICLE
        .replace("authors: [los]", "authors: [anne-los]")
        .replace("](@los)", "](@anne-los)")
        .replace("[@los]", "[@anne-los]");
    assert_eq!(text(&project, "content/articles/told-twice.md"), expected);
    assert!(text(&project, "content/report.yaml").contains("for: [told, anne-los]"));
    let check = project.run(&["check", "--only", "form"]);
    assert_eq!(check.code, 0, "{}", check.said);
    // And back: not a byte is another.
    assert_eq!(project.run(&["rename", "anne-los", "los"]).code, 0);
    assert_eq!(text(&project, "content/facts/all.yaml").replace("owner: los", "owner: \"los\""), SHEET);
    assert_eq!(text(&project, "content/articles/told-twice.md"), ARTICLE);
}

#[test]
fn what_readers_know_leads_to_the_new_address() {
    let project = project();
    let run = project.run(&["rename", "los", "anne-los", "--published"]);
    assert!(run.said.contains("`was: [los]`"), "{}{}", run.said, run.complained);
    assert!(text(&project, "content/facts/all.yaml").contains(
        "    roles: [{title: Deputy, organisation: office}]\n    was: [los]\n    notes: Ask los again.\n"
    ));
    // An old id goes with the entry, and the entry may get it back.
    assert_eq!(project.run(&["rename", "anne-los", "a-los", "--published"]).code, 0);
    assert!(text(&project, "content/facts/all.yaml").contains("    was: [los, anne-los]\n"));
    let run = project.run(&["rename", "weiss", "anne-los"]);
    assert_eq!(run.code, 2);
    assert!(
        run.complained.contains("`anne-los` is taken: its address still leads to a person"),
        "{}",
        run.complained
    );
    assert_eq!(project.run(&["rename", "a-los", "los"]).code, 0);
    assert!(text(&project, "content/facts/all.yaml").contains("    was: [anne-los]\n"));
    let run = project.run(&["rename", "weiss", "ida-weiss", "--published"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let sheet = text(&project, "content/facts/all.yaml");
    assert!(sheet.contains("ida-weiss: {name: Ida Weiß, speaks_for: [office], was: [weiss]}"), "{sheet}");
}

#[test]
fn the_record_of_publications_knows_what_readers_know() {
    let claims =
        "claims: {one: {text: She left., status: unverified, about: [los], evidence: [{document: piece}]}}\n";
    let project = Project::new()
        .with("content/facts/a.yaml", "people: {los: {name: Änne Łoś}}\n")
        .with("content/facts/b.yaml", format!("sources: {{gazeta: {{name: Gazeta}}}}\ndocuments: {{piece: {{title: Piece, type: article, source: gazeta}}}}\n{claims}"))
        .with("content/articles/a.md", "---\ntitle: Ä\n---\nShe: [](@los).\n");
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    let record = project.files("content/record");
    let run = project.run(&["sign", "a", "one", "--as", "Ida Weiß", "--role", "legal"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let run = project.run(&["rename", "los", "anne-los"]);
    insta::assert_snapshot!(run.said, @"
    `los` is now `anne-los`, a person: 4 places in 3 files
    it was published: `was: [los]` leads readers from its old address to the new one
    1 signature of words that name it no longer hold: `casebook check` says which to sign again
    ");
    assert_eq!(text(&project, "content/facts/a.yaml"), "people: {anne-los: {name: Änne Łoś, was: [los]}}\n");
    assert_eq!(project.files("content/record"), record, "what was published stays as it was recorded");
    let run = project.run(&["rename", "a", "b"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert!(text(&project, "content/sign-offs/ida-weiss.yaml").contains("id: b,"));
    assert_eq!(
        text(&project, "content/articles/b.md"),
        "---\ntitle: Ä\nwas: [a]\n---\nShe: [](@anne-los).\n"
    );
    let run = project.run(&["check"]);
    assert!(!run.said.contains("lost-address"), "{}", run.said);
}

#[test]
fn an_article_gets_another_file_name_and_links_follow() {
    let project = project();
    let run = project.run(&["rename", "told-twice", "told-again"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    insta::assert_snapshot!(run.said, @"
    `told-twice` is now `told-again`, an article: 2 places in 2 files
    its file content/articles/told-twice.md is now content/articles/told-again.md
    ");
    assert!(!project.path("content/articles/told-twice.md").exists());
    assert_eq!(text(&project, "content/articles/told-again.md"), ARTICLE);
    assert!(
        text(&project, "content/articles/other.md")
            .contains("[this](told-again.md), [](/articles/told-again.md)")
    );
    // Another folder would lead its own links astray: it stays, and says its id.
    let run = project.run(&["rename", "told-again", "background/told"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let article = text(&project, "content/articles/told-again.md");
    assert!(article.starts_with("---\ntitle: Told\nid: background/told\nauthors: [los]\n"), "{article}");
    assert_eq!(project.run(&["rename", "background/told", "told"]).code, 2, "a claim has it");
    assert_eq!(project.run(&["rename", "background/told", "told-last"]).code, 0);
    assert!(text(&project, "content/articles/told-again.md").contains("\nid: told-last\n"));
    assert_eq!(project.run(&["check", "--only", "form"]).code, 0);
}

#[test]
fn nothing_is_changed_where_not_all_can_be() {
    let project = project();
    let before = project.files("content");
    for (arguments, said) in [
        (["los", "Änne Łoś"], "`anne-los` would be one"),
        (["los", "weiss"], "`weiss` is taken: a person in content/facts/all.yaml has it, line 7"),
        (["los", "los"], "`los` is its id already"),
        (["lost", "found"], "nothing has the id `lost`; did you mean `los`?"),
        (["los", "a/b"], "is not an id"),
    ] {
        let run = project.run(&[&["rename"], &arguments[..]].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.complained.contains(said), "{arguments:?}: {}", run.complained);
    }
    assert_eq!(project.files("content"), before);
    // A label stands away from the words that it ties; `los` in between is prose, or another tie.
    for (words, between) in [("[her][label] los", ""), ("[her][label]", " [](@los)")] {
        let label = format!("---\ntitle: Label\n---\n{words}{between}\n\n[label]: @los\n");
        project.write("content/articles/label.md", &label);
        let run = project.run(&["rename", "los", "anne-los"]);
        assert_eq!(run.code, 2, "{words}{between}");
        assert!(run.complained.contains("nothing was changed"), "{}", run.complained);
        assert_eq!(text(&project, "content/articles/label.md"), label);
    }
    let project = self::project().with("content/facts/b.yaml", "people: {wei: {nam: Ida}}\n");
    let before = project.files("content");
    let run = project.run(&["rename", "los", "anne-los"]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("content/facts/b.yaml:1:16: unknown-key"), "{}", run.complained);
    assert_eq!(project.files("content"), before);
}
