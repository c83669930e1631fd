//! While somebody types, a file is asked about alone before all of the report is: what is said of it then is just what is
//! said of it in the end, but for what only the whole can tell.

use std::path::Path;

use casebook::check::RULES;
use casebook::diagnostic::in_order;
use casebook::disk;
use casebook::session::{Memory, Session};
use jiff::Timestamp;

use crate::project::Project;
use crate::{mistakes, rules};

/// How many findings of rules were known sooner, after they were held against all that is found.
#[track_caller]
fn known_sooner(project: &Path, name: &str) -> usize {
    let Ok((inputs, found)) = disk::read(project) else { return 0 };
    let bytes = |path: &str| disk::bytes(&project.join(path)).ok();
    let now = Timestamp::from_second(1_795_500_000).unwrap();
    let edition = Session::default().edition(inputs, found, now, bytes);
    let all = edition.findings(&mut Memory::default(), bytes);
    let mut memory = Memory::default();
    let mut sooner = 0;
    for (file, input) in edition.inputs.iter() {
        let mut near = edition.findings_in(file, &mut memory, bytes);
        in_order(&mut near);
        let of_file = all.iter().filter(|finding| finding.place.file == file);
        let expected: Vec<_> = of_file.filter(|finding| edition.is_near(finding)).cloned().collect();
        assert_eq!(near, expected, "{name}, {}", input.path);
        sooner += near.iter().filter(|finding| RULES.iter().any(|rule| rule.name == finding.rule)).count();
    }
    sooner
}

fn written<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Project {
    files.into_iter().fold(Project::new(), |project, (path, text)| project.with(path, text))
}

#[test]
fn of_the_examples_of_all_rules() {
    let mut late = Vec::new();
    for rule in RULES {
        let files = rules::example(rule.page, "caught");
        let project = written(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        if known_sooner(&project.path(""), rule.name) == 0 {
            late.push(rule.name);
        }
    }
    assert!(late.len() < RULES.len() / 4, "{late:?}");
}

#[test]
fn of_all_mistakes() {
    for (name, text) in mistakes::cases() {
        known_sooner(&written(mistakes::parts(&text).0).path(""), &name);
    }
}

#[test]
fn of_the_report_that_ships() {
    known_sooner(Path::new(env!("CARGO_MANIFEST_DIR")), "the report");
}
