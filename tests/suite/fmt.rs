//! `casebook fmt`: sheets are put in order, and say what they said.

use std::path::Path;

use crate::project::{Project, files_below};

#[test]
fn the_site_is_the_same_afterwards() {
    let mut project = Project::new();
    for (path, bytes) in files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        project = project.with(&format!("content/{path}"), bytes);
    }
    // Somebody wrote it in a hurry.
    let path = "content/facts/people.yaml";
    let people = std::fs::read_to_string(project.path(path)).unwrap();
    project.write(path, people.replace("    ", "       ") + "  # The end.\n");
    assert_eq!(project.run(&["build", "--output", "before"]).code, 0);
    let run = project.run(&["fmt", "--check"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert!(run.said.starts_with("content/facts/") && run.said.contains(path), "{}", run.said);
    let run = project.run(&["fmt"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert_eq!(project.run(&["fmt", "--check"]).code, 0);
    assert_eq!(project.run(&["build", "--output", "after"]).code, 0);
    assert!(project.files("before") == project.files("after"), "a page is another");
}

#[test]
fn a_sheet_with_a_mistake_is_left_alone_and_others_are_not() {
    let project = Project::new()
        .with("content/facts/a.yaml", "people: {los: {nam: Łoś, los: {}\n")
        .with("content/facts/b.yaml", "people:\n  weiss: {summary: Ä, name: Weiß}\n");
    let run = project.run(&["fmt"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    insta::assert_snapshot!(run.said, @"
    content/facts/a.yaml stays as it is: there are mistakes in it, see `casebook check`
    content/facts/b.yaml
    1 sheet put in order
    ");
    let text = |path| std::fs::read_to_string(project.path(path)).unwrap();
    assert_eq!(text("content/facts/a.yaml"), "people: {los: {nam: Łoś, los: {}\n");
    assert_eq!(text("content/facts/b.yaml"), "people:\n  weiss: {name: Weiß, summary: Ä}\n");
}

/// What `init` and `new` write is in order.
#[test]
fn our_own_sheets_are_in_order() {
    let project = Project::new();
    assert_eq!(project.run(&["init", "paper"]).code, 0);
    let inside = |arguments: &[&str]| project.run(&[arguments, &["-C", "paper"]].concat());
    for kind in ["person", "organisation", "source", "document", "date", "claim"] {
        assert_eq!(inside(&["new", kind, &format!("a-{kind}")]).code, 0);
    }
    let run = inside(&["fmt", "--check"]);
    assert_eq!(run.code, 0, "{}", run.said);
}

#[test]
fn the_report_that_ships_is_in_order() {
    let run = crate::project::run(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), &["fmt", "--check"]);
    assert_eq!(run.code, 0, "{}", run.said);
}
