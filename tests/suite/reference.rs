//! What the docs say of types is made from the types.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use casebook::Vocabulary as _;
use casebook::check::{FORMS, Group, RULES};

/// With `BLESS=1` in the environment the tables are written anew.
#[test]
fn the_reference_for_themes_is_that_of_today() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/themes.md");
    let text = fs::read_to_string(path).unwrap();
    let heading = "## What templates are given\n\n";
    let (before, tables) = text.split_once(heading).expect("the tables stand below their heading");
    let reference = casebook::render::reference();
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, format!("{before}{heading}{reference}")).unwrap();
    } else {
        assert!(
            tables == reference,
            "docs/themes.md is of another day: run the tests with BLESS=1, and read it"
        );
    }
}

/// With `BLESS=1` in the environment the page is written anew.
#[test]
fn the_reference_of_the_data_is_that_of_today() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data.md");
    let reference = casebook::render::data_reference();
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, reference).unwrap();
    } else {
        let text = fs::read_to_string(path).unwrap();
        assert!(text == reference, "docs/data.md is of another day: run the tests with BLESS=1, and read it");
    }
}

/// The rules by group, as `docs/rules/index.md` lists them.
fn index() -> String {
    let mut text = "# The rules

What `casebook check` holds a report against. Each page says what a rule catches, why, and how to mend it; \
`casebook explain RULE` shows the same. A report can raise, lower or switch off a rule under `rules` in `report.yaml`, \
and an entry or article can answer a finding with `allow`: both with a reason.
"
    .to_owned();
    for group in Group::ALL {
        let mut rules = RULES.iter().filter(|rule| rule.group == *group).peekable();
        if rules.peek().is_none() {
            continue;
        }
        let (first, rest) = group.word().split_at(1);
        let _ = writeln!(
            text,
            "\n## {}{rest}\n\n{}\n\n| rule | level | |\n|---|---|---|",
            first.to_uppercase(),
            group.meaning()
        );
        for rule in rules {
            let level = rule.level.word();
            let _ = writeln!(
                text,
                "| [{0}]({0}.md) | {level} | {1} |",
                rule.name,
                rule.catches().replace('|', "\\|")
            );
        }
    }
    text.push_str(
        "\n## Mistakes of form

What is wrong with how something is written, and not with what it says. No exception applies to them.

| name | |
|---|---|
",
    );
    for form in FORMS {
        let _ = writeln!(text, "| {} | {} |", form.name, form.sentence());
    }
    text
}

/// With `BLESS=1` in the environment the pages are written anew.
#[test]
fn the_pages_of_the_rules_are_those_that_explain_shows() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules"));
    let mut pages: BTreeMap<String, String> =
        RULES.iter().map(|rule| (format!("{}.md", rule.name), rule.page.to_owned())).collect();
    pages.insert("index.md".to_owned(), index());
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).unwrap();
        for (name, page) in &pages {
            fs::write(folder.join(name), page).unwrap();
        }
    }
    let there: BTreeMap<String, String> = crate::project::files_below(folder)
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect();
    let names = |pages: &BTreeMap<String, String>| pages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&pages), "run the tests with BLESS=1");
    for (name, page) in &pages {
        assert!(there[name] == *page, "docs/rules/{name} is of another day: run the tests with BLESS=1");
    }
}

/// Every name that a finding is given in the sources is one that can be explained and asked for.
#[test]
fn every_finding_has_a_name_that_is_known() {
    let known =
        |name: &str| RULES.iter().any(|rule| rule.name == name) || FORMS.iter().any(|form| form.name == name);
    let mut unknown = Vec::new();
    for (path, bytes) in crate::project::files_below(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let is_code = Path::new(&path).extension().is_some_and(|ending| ending == "rs");
        if !is_code || path.ends_with("tests.rs") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for start in
            ["Finding::error(", "Finding::warning(", "Finding::note(", "Remark::error(", "Remark::warning("]
        {
            for rest in code.split(start).skip(1) {
                let name = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
                unknown.extend(name.filter(|name| !known(name)).map(|name| format!("{name} in src/{path}")));
            }
        }
    }
    assert!(unknown.is_empty(), "say in check/forms.rs what these catch: {unknown:?}");
}
