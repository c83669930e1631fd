//! `casebook new`: flags where nobody can be asked, questions where somebody can.

use std::fs;

use casebook::commands::{Dialogue, NewEntry, new};

use crate::project::Project;

/// What is said to somebody who types these lines, and what comes of it.
fn asked(project: &Project, wanted: NewEntry<'_>, answers: &str) -> String {
    let (mut questions, mut out) = (Vec::new(), Vec::new());
    let dialogue = Dialogue { answers: &mut answers.as_bytes(), questions: &mut questions };
    let ended = new(wanted, &project.path(""), Some(dialogue), &mut out);
    let said = String::from_utf8(questions).unwrap() + &String::from_utf8(out).unwrap();
    match ended {
        Ok(_) => said,
        Err(error) => format!("{said}casebook: {error}"),
    }
}

fn project() -> Project {
    Project::new().with(
        "content/facts/speakers.yaml",
        "people: {los: {name: Änne Łoś}}\nsources: {gazeta: {name: Gazeta}}\ndates: {call: {title: Call, date: 2024}}\n",
    )
}

fn sheet(project: &Project, name: &str) -> String {
    fs::read_to_string(project.path(&format!("content/facts/{name}.yaml"))).unwrap()
}

#[test]
fn a_document_is_asked_for_until_it_is_right() {
    let project = project();
    let answers = "dokument\ndocument\nWyciek: „nic”\nartikel\nwire\ncall\ngazetta\ngazeta\n12.03.2024\n2024-03-12\nexample.org\n\ngazeta\nIt is here\n\n";
    insta::assert_snapshot!(asked(&project, NewEntry::default(), answers), @r#"
    an empty answer takes what stands in [brackets], or leaves the field to be filled in
    what is it (person, organisation, source, document, date, claim, article)
    >   there is no kind of entry `dokument`; did you mean `document`?
    what is it (person, organisation, source, document, date, claim, article)
    > title: its title (`German defense leak reveals security flaws`)
    > type (article, wire, broadcast, recording, film, transcript, statement, interview, letter, report, book, dataset, photograph, post) [article]
    >   `artikel` is not a type of document; did you mean `article`?
    type (article, wire, broadcast, recording, film, transcript, statement, interview, letter, report, book, dataset, photograph, post) [article]
    > source: who published it (gazeta, los)
    >   `call` is a date; people, organisations and sources speak
    source: who published it (gazeta, los)
    >   nothing has the id `gazetta`; did you mean `gazeta`?
    source: who published it (gazeta, los)
    > published: when it was published (`2024-03-12T14:56-04:00`)
    >   `12.03.2024` is not a date; write `2024-03-12`
    published: when it was published (`2024-03-12T14:56-04:00`)
    > url: its address on the web (`https://www.spiegel.de`)
    >   `example.org` is not a web address; web addresses begin with `https://` or `http://` and have no spaces
    url: its address on the web (`https://www.spiegel.de`)
    > its id, by which other entries and articles name it [wyciek-nic]
    >   `gazeta` is taken: it stands in content/facts/speakers.yaml; choose another id
    its id, by which other entries and articles name it [wyciek-nic]
    >   `It is here` is not an id: ids are lower-case letters a to z and digits, joined by hyphens; `it-is-here` would be one
    its id, by which other entries and articles name it [wyciek-nic]
    > added document `wyciek-nic` to content/facts/documents.yaml; fill its fields in, then `casebook check`
    "#);
    insta::assert_snapshot!(sheet(&project, "documents"), @r#"
    documents:
      wyciek-nic:
        title: "Wyciek: „nic”"
        type: wire
        source: gazeta
        published: 2024-03-12
        # accessed: 2024-03-13             # without it: known of, not opened by us
        # language: en
        # url: https://example.org/article
        # copy_of: another-document        # or derived_from: [several]
        # archive: {file: archive/copy.txt, sha256: its digest, public: false}
    "#);
    assert_eq!(project.run(&["check"]).code, 0);
    assert_eq!(project.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn what_is_given_is_not_asked_for() {
    let project = project();
    let wanted = NewEntry { kind: Some("claim"), id: Some("first"), ..NewEntry::default() };
    insta::assert_snapshot!(asked(&project, wanted, "She knew.\nutterance\nlos\n\n"), @r#"
    an empty answer takes what stands in [brackets], or leaves the field to be filled in
    text: the assertion, in one sentence (`Ingo Gerhartz also relied on an unsecured line.`)
    > kind:
      occurrence  That something happened or is so.
      utterance   That somebody said something.
      denial      That somebody denied something.
      assessment  How something is to be judged.
    [occurrence]
    > speaker: whose words they are; required for utterances and denials (gazeta, los)
    > status:
      unverified    Attributed, not assessed, or its origin is not known.
      reported      An origin says so.
      corroborated  Independent origins agree.
      verified      Seen for ourselves.
      disputed      Evidence on both sides.
      refuted       Shown to be false.
      superseded    Replaced by a later claim.
      withdrawn     No longer maintained by us.
    [unverified]
    > added claim `first` to content/facts/claims.yaml; fill its fields in, then `casebook check`
    "#);
    let claim = sheet(&project, "claims");
    assert!(claim.starts_with("claims:\n  first:\n    text: She knew.\n    kind: utterance\n    speaker: los\n    status: unverified\n    # about"), "{claim}");
    assert_eq!(project.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn where_the_answers_end_nothing_is_added() {
    let project = project();
    let before = project.files("content");
    let said = asked(&project, NewEntry { kind: Some("date"), ..NewEntry::default() }, "The call\n");
    assert!(said.ends_with("casebook: the answers ended: nothing was added"), "{said}");
    assert_eq!(project.files("content"), before);
}

#[test]
fn flags_do_where_nobody_can_be_asked() {
    let project = project();
    let run = project.run(&[
        "new",
        "source",
        "--name",
        "Agencja „Łódź”",
        "--kind",
        "news agency",
        "--country",
        "PL",
    ]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert_eq!(
        run.said,
        "added source `agencja-lodz` to content/facts/sources.yaml; fill its fields in, then `casebook check`\n"
    );
    let text = sheet(&project, "sources");
    assert!(
        text.contains("    name: Agencja „Łódź”\n    kind: news agency\n    country: PL\n    # url"),
        "{text}"
    );
    let run = project.run(&[
        "new",
        "document",
        "--title",
        "Null: 1",
        "--source",
        "gazeta",
        "--type",
        "letter",
        "--published",
        "2024-03",
    ]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let run = project.run(&["new", "article", "--title", "Was: „geschah”", "--summary", "Kurz."]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let article = fs::read_to_string(project.path("content/articles/was-geschah.md")).unwrap();
    assert!(
        article.starts_with("---\ntitle: \"Was: „geschah”\"\n# date: 2024-03-12\nsummary: Kurz.\n"),
        "{article}"
    );
    assert_eq!(project.run(&["check"]).code, 0);
    assert_eq!(project.run(&["fmt", "--check"]).code, 0);

    let wrong = |arguments: &[&str]| {
        let run = project.run(&[&["new"], arguments].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        run.complained
    };
    insta::assert_snapshot!([
        wrong(&[]),
        wrong(&["claim"]),
        wrong(&["person", "--type", "letter", "--name", "X"]),
        wrong(&["date", "talk", "--date", "12.03.2024"]),
        wrong(&["document", "d", "--source", "gazette"]),
        wrong(&["document", "d", "--type", "leter"]),
        wrong(&["source", "gazeta", "--name", "Gazeta"]),
    ].concat(), @r#"
    casebook: say what it is, and its id: `casebook new claim first-call`
    casebook: say its id: `casebook new claim its-id`
    casebook: `--type`: a person has no field `type`; it has name, roles, speaks_for, interested, summary, also, url, image, was, notes, draft, embargo, allow
    casebook: `--date`: `12.03.2024` is not a date; write `2024-03-12`
    casebook: `--source`: nothing has the id `gazette`; did you mean `gazeta`?
    casebook: `--type`: `leter` is not a type of document; did you mean `letter`?
    casebook: `gazeta` is taken: it stands in content/facts/speakers.yaml; choose another id
    "#);
}

/// Bytes that are no UTF-8 are read as `�`: writing the sheet again would lose what they were.
#[test]
fn a_sheet_in_another_encoding_is_not_written_to() {
    let project = project()
        .with("content/facts/claims.yaml", b"claims:\n  one: {text: Frau L\xf6s.}\n")
        .with(
            "content/facts/documents.yaml",
            b"documents:\n  piece: {title: F\xfcr, type: letter, source: los}\n",
        )
        .with("content/facts/imported-z.yaml", b"sources:\n  echo:\n    name: \xc4cho\n")
        .with("z.csv", "id,name\nherald,The Herald\n")
        .with("letter.txt", "Dear all");
    let before = project.files("content");
    for arguments in [
        vec!["new", "claim", "two"],
        vec!["archive", "piece", "letter.txt"],
        vec!["import", "z.csv", "--kind", "source"],
    ] {
        let run = project.run(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.said);
        assert!(run.complained.contains("would lose letters"), "{arguments:?}: {}", run.complained);
        assert_eq!(project.files("content"), before, "{arguments:?}");
    }
}
