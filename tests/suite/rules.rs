//! The examples in the pages of the rules hold: what is marked as caught is caught, what is marked as mended is clean.

use casebook::check::RULES;

use crate::project::Project;

/// The code blocks of a page that are marked so.
fn blocks<'p>(page: &'p str, mark: &str) -> Vec<&'p str> {
    let start = format!("```yaml {mark}\n");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_examples_of_every_rule_hold() {
    for rule in RULES {
        let (caught, mended) = (blocks(rule.page, "caught"), blocks(rule.page, "mended"));
        assert!(!caught.is_empty() && !mended.is_empty(), "{} shows no example", rule.name);
        for sheet in caught {
            let run = Project::new().with("content/facts/sheet.yaml", sheet).run(&["check"]);
            assert!(
                run.said.contains(&format!("[{}]", rule.name)),
                "{} does not catch its example:\n{}",
                rule.name,
                run.said
            );
        }
        for sheet in mended {
            let run =
                Project::new().with("content/facts/sheet.yaml", sheet).run(&["check", "--deny", "notes"]);
            assert_eq!(run.code, 0, "the mended example of {} is not clean:\n{}", rule.name, run.said);
        }
    }
}

#[test]
fn explain_shows_the_page_and_suggests_the_name() {
    let project = Project::new();
    let run = project.run(&["explain", "unsourced-claim"]);
    assert_eq!(run.code, 0);
    assert!(run.said.starts_with("# unsourced-claim\n"), "{}", run.said);
    let run = project.run(&["explain", "unsourced-claims"]);
    assert_eq!(
        (run.code, run.complained.as_str()),
        (2, "casebook: there is no rule `unsourced-claims`; did you mean `unsourced-claim`?\n")
    );
}

#[test]
fn an_exception_with_a_reason_lowers_or_silences_a_rule_for_one_entry() {
    let claims =
        "claims:\n  one: {text: One., status: unverified}\n  two: {text: Two., status: unverified}\n";
    let report = "title: The leak\nrules:\n  - {rule: unsourced-claim, for: [one], level: off, why: To be filled in.}\n  - {rule: unsourced-claim, for: [two], level: note, why: To be filled in.}\n";
    let run = Project::new()
        .with("content/facts/c.yaml", claims)
        .with("content/report.yaml", report)
        .run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(run.said.contains("note[unsourced-claim]") && run.said.contains("c.yaml:3:3"), "{}", run.said);
    assert!(!run.said.contains("c.yaml:2:3"), "{}", run.said);
}

#[test]
fn an_exception_to_a_rule_there_is_not_is_told() {
    let report = "title: The leak\nrules: [{rule: unsourced-claims, level: off, why: No.}]\n";
    let run = Project::new().with("content/report.yaml", report).run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("did you mean `unsourced-claim`?"), "{}", run.said);
}
