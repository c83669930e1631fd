//! What `casebook list` tells of the record, and what it does not.

use serde_json::Value;

use crate::project::Project;

fn project() -> Project {
    Project::new()
        .with(
            "content/facts/speakers.yaml",
            "people:
  los: {name: Änne Łoś}
sources:
  gazeta: {name: Gazeta}
  agencja: {name: Agencja}
  insider:
    name: Ottokar Weiß
    confidential: {described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: desk}
",
        )
        .with(
            "content/facts/all.yaml",
            "documents:
  piece: {title: Piece, type: article, source: gazeta, published: 2024-03-12}
  note: {title: Ottokar Weiß writes, type: letter, source: insider}
claims:
  told:
    text: Łoś was told.
    status: reported
    about: [los]
    evidence: [{document: piece, said_by: agencja, basis: witness}]
  left: {text: Łoś left., status: unverified, draft: true, evidence: [{document: piece}]}
  later: {text: It came later., status: unverified, evidence: [{document: note, said_by: insider}]}
",
        )
        .with("content/articles/a.md", "---\ntitle: Ä\n---\n[](@los) [was told](@told).\n")
}

/// The ids that are listed.
fn ids(arguments: &[&str]) -> Vec<String> {
    let all = [&["list"], arguments, &["--json"]].concat();
    let run = project().run(&all);
    assert_eq!(run.code, 0, "{}", run.complained);
    let rows: Value = serde_json::from_str(&run.said).unwrap();
    rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_asked_for_is_listed() {
    assert_eq!(ids(&["claims"]), ["told", "left", "later"]);
    assert_eq!(ids(&["claim", "--status", "reported"]), ["told"]);
    assert_eq!(ids(&["claims", "--source", "agencja"]), ["told"]);
    assert_eq!(
        ids(&["claims", "--source", "gazeta"]),
        ["told", "left"],
        "it passed one on, and published both"
    );
    assert_eq!(ids(&["claims", "--source", "gazeta", "--status", "unverified"]), ["left"]);
    assert_eq!(ids(&["documents", "--source", "insider"]), ["note"]);
    assert_eq!(ids(&["claims", "--about", "los"]), ["told"]);
    assert_eq!(ids(&["articles", "--about", "told"]), ["a"]);
    assert_eq!(ids(&["claims", "--draft"]), ["left"]);
    assert_eq!(ids(&["dates"]), [""; 0]);
}

#[test]
fn a_table_shows_each_on_a_line() {
    insta::assert_snapshot!(project().run(&["list", "claims"]).said, @"
    told   reported    1 origin         Łoś was told.
    left   unverified  1 origin  draft  Łoś left.
    later  unverified  1 origin         It came later.
    3 claims
    ");
}

#[test]
fn programs_find_every_key_in_every_row() {
    let run = project().run(&["list", "documents", "--json"]);
    let rows: Value = serde_json::from_str(&run.said).unwrap();
    for row in rows.as_array().unwrap() {
        let keys: Vec<_> = row.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            [
                "date", "id", "kind", "line", "name", "origins", "path", "public", "source", "status",
                "ways", "withheld"
            ]
        );
    }
    assert_eq!(rows[0]["path"], "content/facts/all.yaml");
    assert_eq!((&rows[0]["line"], &rows[0]["date"]), (&Value::from(2), &Value::from("2024-03-12")));
}

#[test]
fn nobody_is_named_who_is_not_to_be() {
    for arguments in [["list", "sources"], ["list", "documents"]] {
        for form in [&[][..], &["--json"]] {
            let run = project().run(&[&arguments[..], form].concat());
            assert!(!run.said.contains("Ottokar") && !run.said.contains("Weiß"), "{}", run.said);
            assert!(run.said.contains("insider"), "{}", run.said);
        }
    }
    assert!(project().run(&["list", "sources"]).said.contains("A person briefed on the inquiry"));
}

#[test]
fn what_is_not_there_is_said_with_what_is_near() {
    for (arguments, said) in [
        (
            &["list", "claims", "--status", "reportd"][..],
            "there is no status `reportd`; did you mean `reported`?",
        ),
        (&["list", "claims", "--source", "gazete"], "nothing has the id `gazete`; did you mean `gazeta`?"),
        (
            &["list", "claims", "--source", "told"],
            "`told` is a claim; people, organisations and sources are sources",
        ),
        (&["list", "people", "--status", "reported"], "a person has no status"),
        (&["list", "persons"], "did you mean `person`?"),
    ] {
        let run = project().run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.complained.contains(said), "{}", run.complained);
    }
}
