//! The examples in the pages of the rules hold: what is marked as caught is caught, what is marked as mended is clean.

use casebook::check::{Look, RULES, Rule};

use crate::project::Project;

/// The files of an example: blocks marked `caught` or `mended`, and those marked `both`. Behind the mark may stand the
/// path of the file; without one, YAML is a sheet and Markdown is an article.
///
/// ```text
/// ```yaml both
/// ```markdown caught
/// ```yaml mended content/report.yaml
/// ```
pub(crate) fn example(page: &str, mark: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(words) = line.strip_prefix("```") else { continue };
        let mut block = String::new();
        for line in lines.by_ref().take_while(|line| *line != "```") {
            block.push_str(line);
            block.push('\n');
        }
        let mut words = words.split_whitespace();
        let language = words.next().unwrap_or_default();
        if !words.next().is_some_and(|word| word == mark || word == "both") {
            continue;
        }
        let usual = match language {
            "markdown" => format!("content/articles/{}.md", files.len()),
            _ => format!("content/facts/{}.yaml", files.len()),
        };
        files.push((words.next().map_or(usual, str::to_owned), block));
    }
    files
}

/// What is said of an example by the command that finds it: what comes up on the way to the disk, by `build`.
fn said(rule: &Rule, files: &[(String, String)]) -> String {
    let project = Project::new();
    for (path, text) in files {
        project.write(path, text);
    }
    let command = if matches!(rule.look, Look::Elsewhere) { "build" } else { "check" };
    project.run(&[command]).said
}

#[test]
fn the_examples_of_every_rule_hold() {
    for rule in RULES {
        let (caught, mended) = (example(rule.page, "caught"), example(rule.page, "mended"));
        assert!(caught.len() + mended.len() > 1 && caught != mended, "{} shows no example", rule.name);
        let name = format!("[{}]", rule.name);
        let said_of = said(rule, &caught);
        assert!(said_of.contains(&name), "{name} does not catch its example:\n{said_of}");
        let said_of = said(rule, &mended);
        assert!(!said_of.contains(&name), "the mended example of {name} is caught:\n{said_of}");
        assert!(!said_of.contains("error["), "the mended example of {name} is not clean:\n{said_of}");
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
fn explain_lists_the_rules_by_group_and_shows_all_pages() {
    let project = Project::new();
    let list = project.run(&["explain"]).said;
    assert!(list.starts_with("sources: Who says so, and how they know.\n"), "{list}");
    for rule in RULES {
        assert!(list.contains(&format!("  {} ", rule.name)) && list.contains(rule.level.word()), "{list}");
    }
    let all = project.run(&["explain", "--all"]).said;
    assert!(RULES.iter().all(|rule| all.contains(rule.page)));
    let form = project.run(&["explain", "unknown-id"]);
    assert!(form.said.starts_with("# unknown-id\n\nCatches an id that names nothing."), "{}", form.said);
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

#[test]
fn an_entry_answers_a_finding_in_place() {
    let claims = "claims:\n  one:\n    text: One.\n    status: unverified\n    allow: [{rule: unsourced-claim, why: To be filled in.}]\n  two:\n    text: Two.\n    status: unverified\n    allow: [{rule: unsourced-claim, words: thirteen, why: Other words.}]\n";
    let run = Project::new().with("content/facts/c.yaml", claims).run(&["check"]);
    assert!(!run.said.contains("c.yaml:2:3") && run.said.contains("c.yaml:6:3"), "{}", run.said);
    assert!(run.said.ends_with("1 error; 1 finding answered by exceptions\n"), "{}", run.said);

    let claims =
        "claims:\n  one: {text: One., status: unverified, allow: [{rule: unsourced-claims, why: No.}]}\n";
    let run = Project::new().with("content/facts/c.yaml", claims).run(&["check"]);
    assert!(run.said.contains("did you mean `unsourced-claim`?"), "{}", run.said);
}

#[test]
fn no_article_is_read_where_every_rule_on_prose_is_switched_off() {
    let article = "---\ntitle: The call\n---\nJan Łoś paid 40 euros on 3 May 2024.\n";
    let prose = RULES.iter().filter(|rule| matches!(rule.look, Look::Prose(_)));
    let off: Vec<String> = prose
        .map(|rule| format!("  - {{rule: {}, level: off, why: No claims here.}}\n", rule.name))
        .collect();
    assert!(off.len() > 5, "there are such rules");
    let with = |off: &[String]| {
        Project::new()
            .with("content/report.yaml", format!("title: The leak\nrules:\n{}", off.concat()))
            .with("content/articles/a.md", article)
            .run(&["check"])
            .said
    };
    assert_eq!(with(&off), "nothing to mend: no claims\n");
    let but_one = off.split_first().unwrap().1;
    assert!(with(but_one).contains("claims carry 0 %"), "{}", with(but_one));
}
