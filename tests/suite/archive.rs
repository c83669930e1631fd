//! `casebook archive`: a copy is filed, digested and written down, and nothing that was filed is ever written over.

use crate::project::Project;

const SHEET: &str = "sources: {gazeta: {name: Gazeta}}
documents:
  # The first one.
  piece:
    title: Piece   # as printed
    type: article
    source: gazeta
    published: 2024-03-12T14:56-04:00
    language: pl   # it is

  note-2024-03: {title: Note, type: letter, source: gazeta, created: 2024-03, accessed: 2024-04-01}
  empty:
  same: {title: Same, type: article, source: gazeta}
";

fn project() -> Project {
    Project::new()
        .with("content/report.yaml", "title: The leak\ntime_zone: America/Los_Angeles\n")
        .with("content/facts/all.yaml", SHEET)
        .with("in/Źródło (1).PDF", b"%PDF \xff".as_slice())
        .with("in/note", "Łoś")
}

fn sheet(project: &Project) -> String {
    std::fs::read_to_string(project.path("content/facts/all.yaml")).unwrap()
}

#[test]
fn a_copy_is_filed_and_written_down() {
    let project = project();
    let run = project.run(&["archive", "piece", "in/Źródło (1).PDF"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    insta::assert_snapshot!(run.said, @"
    filed in/Źródło (1).PDF as content/archive/piece-2024-03-12.pdf
    its digest, SHA-256, is 75676a3dbcf97bb304695976be851c13c851123f2b6f51eefa96bf1cca0cb541
    wrote `archive` and `accessed: 2026-11-23` into `piece` in content/facts/all.yaml
    the copy is not published, its digest is; `public: true` would publish it too
    ");
    let digest = run.said.lines().nth(1).unwrap().rsplit(' ').next().unwrap();
    let copy = project.path("content/archive/piece-2024-03-12.pdf");
    assert_eq!(std::fs::read(copy).unwrap(), b"%PDF \xff");
    let expected = SHEET.replace(
        "    language: pl   # it is\n",
        &format!("    accessed: 2026-11-23\n    language: pl   # it is\n    archive: {{file: archive/piece-2024-03-12.pdf, sha256: {digest}, public: false}}\n"),
    );
    assert_eq!(sheet(&project), expected);

    let run = project.run(&["archive", "note-2024-03", "in/note"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert!(
        sheet(&project).contains("accessed: 2024-04-01, archive: {file: archive/note-2024-03, sha256: "),
        "{}",
        sheet(&project)
    );
    let check = project.run(&["check"]).said;
    assert!(
        !check.contains("changed-copy")
            && !check.contains("missing-archive")
            && !check.contains("bad-digest"),
        "{check}"
    );
}

#[test]
fn the_same_bytes_are_kept_once() {
    let project = project();
    assert_eq!(project.run(&["archive", "piece", "in/note"]).code, 0);
    let run = project.run(&["archive", "same", "content/archive/piece-2024-03-12"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert!(
        run.said.starts_with("the same bytes are filed already, as content/archive/piece-2024-03-12"),
        "{}",
        run.said
    );
    assert_eq!(project.files("content/archive").len(), 1);
    assert!(
        sheet(&project)
            .contains("same: {title: Same, type: article, source: gazeta, accessed: 2026-11-23, archive: {")
    );
}

#[test]
fn what_was_filed_stays_and_what_cannot_be_filed_changes_nothing() {
    let project = project();
    project.write("content/archive/piece-2024-03-12.pdf", "somebody's");
    let before = project.files("content");
    for (arguments, said) in [
        (["piece", "in/Źródło (1).PDF"], "is there already, and was left as it is"),
        (["pece", "in/note"], "nothing has the id `pece`; did you mean `piece`?"),
        (["gazeta", "in/note"], "`gazeta` is a source; copies are kept of documents"),
        (["piece", "in/nothing"], "there is no file `in/nothing`"),
        (["piece", "in"], "`in` is a folder"),
        (["empty", "in/note"], "something is wrong with `empty` (content/facts/all.yaml:12)"),
    ] {
        let run = project.run(&[&["archive"], &arguments[..]].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.complained.contains(said), "{arguments:?}: {}", run.complained);
        assert_eq!(project.files("content"), before, "{arguments:?}");
    }
    assert_eq!(project.run(&["archive", "same", "in/note"]).code, 0);
    let before = project.files("content");
    let run = project.run(&["archive", "same", "in/Źródło (1).PDF"]);
    assert!(
        run.complained.contains(
            "a copy of `same` is kept already: content/archive/same-2026-11-23 (content/facts/all.yaml:13)"
        ),
        "{}",
        run.complained
    );
    assert_eq!(project.files("content"), before);
}
