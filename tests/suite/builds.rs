//! What a build leaves on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::project::{Project, run};

/// A small report with every kind of entry: what `casebook init` makes.
fn started() -> Project {
    let project = Project::new();
    fs::remove_dir_all(project.path("content")).unwrap();
    let run = project.run(&["init", "."]);
    assert_eq!(run.code, 0, "{}", run.complained);
    // Whoever is there already is not sent there.
    assert!(run.said.ends_with("\nnext: `casebook build`, and open output/index.html\n"), "{}", run.said);
    project
}

#[test]
fn a_new_report_builds_and_checks_clean() {
    let project = started();
    let run = project.run(&["check", "--deny", "notes"]);
    assert_eq!(
        (run.code, run.said.as_str()),
        (0, "nothing to mend: 3 claims; claims carry 100 % of the sentences that can be checked\n")
    );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    let (files, rest) = run.said.split_once(" in output: ").unwrap();
    assert!(files.starts_with("built ") && files.ends_with(" files"), "{}", run.said);
    assert!(
        rest.starts_with("3 claims (1 unverified, 1 corroborated, 1 verified), no warnings; "),
        "{}",
        run.said
    );
}

#[test]
fn a_second_build_writes_nothing_and_a_third_only_what_changed() {
    let project = started();
    project.run(&["build"]);
    let before = project.files("output");
    let run = project.run(&["build"]);
    assert!(run.said.contains("nothing changed"), "{}", run.said);
    assert_eq!(project.files("output"), before);

    let article = project.path("content/articles/what-happened.md");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, text.replace("This is an invented incident.", "All of this is invented.")).unwrap();
    let run = project.run(&["build"]);
    let before: BTreeMap<_, _> = before.into_iter().collect();
    let after = project.files("output").into_iter();
    let changed = after.filter(|(path, bytes)| before.get(path) != Some(bytes)).map(|(path, _)| path);
    // The article, and the words by which it is found.
    let ours = |path: &String| path.starts_with("data/search/") || path.starts_with(".casebook/");
    let changed: Vec<String> = changed.filter(|path| !ours(path)).collect();
    assert_eq!(changed, ["articles/what-happened.html"], "{}", run.said);
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let project = started();
    project.run(&["build", "--threads", "1", "--output", "one"]);
    project.run(&["build", "--threads", "2", "--output", "two"]);
    let (one, two) = (project.files("one"), project.files("two"));
    assert!(one.len() > 20, "there is a site");
    assert_eq!(one, two);
}

#[test]
fn the_order_and_number_of_sheets_changes_nothing_but_the_order_of_lists() {
    let project = started();
    project.run(&["build", "--output", "one"]);
    fs::rename(project.path("content/facts/claims.yaml"), project.path("content/facts/z.yml")).unwrap();
    project.run(&["build", "--output", "two"]);
    assert_eq!(project.files("one"), project.files("two"));
}

#[test]
fn an_error_leaves_the_old_site_as_it_was() {
    let project = started();
    project.run(&["build"]);
    let before = project.files("output");
    project.write("content/facts/more.yaml", "claims:\n  new: {text: New., status: verified}\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.said.ends_with("; nothing was written\n"), "{}", run.said);
    assert_eq!(project.files("output"), before);

    fs::remove_file(project.path("content/facts/more.yaml")).unwrap();
    project.write("themes/default/templates/claim.html", "{{ page.no_such_field }}");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert_eq!(project.files("output"), before);
}

#[test]
fn what_is_gone_from_the_content_is_gone_from_the_site_and_nothing_else_is() {
    let project = started();
    project.write("content/facts/more.yaml", "people:\n  anna: {name: Änne Łoś}\n");
    project.run(&["build"]);
    assert!(project.path("output/people/anna.html").exists());
    fs::remove_file(project.path("content/facts/more.yaml")).unwrap();
    let run = project.run(&["build"]);
    assert!(run.said.contains("1 removed"), "{}", run.said);
    assert!(!project.path("output/people/anna.html").exists());
    assert!(project.path("output/.gitignore").exists(), "the folder's own .gitignore is left alone");
}

#[test]
fn a_folder_with_other_things_in_it_is_refused() {
    let project = started();
    project.write("site/thesis.txt", "Years of work.");
    let run = project.run(&["build", "--output", "site"]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("thesis.txt"), "{}", run.complained);
    assert_eq!(project.files("site").len(), 1);
}

#[test]
fn a_former_id_leads_to_the_new_address() {
    let project = started();
    project.write("content/facts/more.yaml", "people:\n  anna-los: {name: Änne Łoś, was: [anna]}\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let page = project.page("people/anna.html");
    assert!(page.contains("url=anna-los.html") || page.contains("url=../people/anna-los.html"), "{page}");
}

#[test]
fn new_entries_go_where_their_kind_is_kept() {
    let project = started();
    for (kind, id) in
        [("person", "anna-los"), ("people", "jan-los"), ("claim", "first"), ("article", "background/first")]
    {
        let run = project.run(&["new", kind, id]);
        assert_eq!(run.code, 0, "{kind}: {}", run.complained);
    }
    let people = fs::read_to_string(project.path("content/facts/people.yaml")).unwrap();
    assert!(
        people.starts_with("people:\n  anna-los:\n    name: Anna los\n")
            && people.contains("\n\n  jan-los:\n"),
        "{people}"
    );
    let run = project.run(&["new", "person", "jan-los"]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("content/facts/people.yaml"), "{}", run.complained);
    let run = project.run(&["new", "persn", "x"]);
    assert!(run.complained.contains("did you mean `person`?"), "{}", run.complained);
    let run = project.run(&["check"]);
    assert!(
        run.said.contains("error[unsourced-claim]") && run.said.matches("error[").count() == 1,
        "{}",
        run.said
    );
}

#[test]
fn starting_a_report_where_one_is_changes_nothing() {
    let project = started();
    let before = project.files(".");
    let run = project.run(&["init", "."]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("content/report.yaml"), "{}", run.complained);
    assert_eq!(project.files("."), before);
}

/// The report that ships has no error, and a clean copy of it builds the same site each time.
#[test]
fn the_report_that_ships_is_clean() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outcome = run(shipped, &["check"]);
    assert_eq!(outcome.code, 0, "{}", outcome.said);
}
