//! What is said of every mistake, as whoever made it reads it.
//!
//! Each case is one file in `tests/mistakes`: the files of a small report, each under a line `== path`, and below
//! `== said by check` or `== said by build` what that command says. With `BLESS=1` in the environment the last part is written anew: read it
//! before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use casebook::check::RULES;

use crate::project::Project;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mistakes");

/// Every case, by the name of its file.
pub(crate) fn cases() -> Vec<(String, String)> {
    let paths = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let case = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).unwrap())
    };
    let mut cases: Vec<_> = paths.map(case).collect();
    cases.sort();
    assert!(cases.len() > 20, "the cases are there");
    cases
}

/// The files of a case, and the command, and what it is expected to say.
pub(crate) fn parts(text: &str) -> (Vec<(&str, &str)>, &str, &str) {
    let mut files: Vec<(&str, &str)> = Vec::new();
    for part in text.split("== ").filter(|part| !part.is_empty()) {
        files.push(part.split_once('\n').expect("a path, and its text"));
    }
    let (name, said) = files.pop().expect("a case has parts");
    let command = name.strip_prefix("said by ").expect("the last part is what is said");
    (files, command, said)
}

/// What is said without the findings of rules that the case is not about, and without the line that sums all up: a
/// small report has something to be said of by every rule. Rules show their own findings in `rules`.
fn said(case: &str, files: &[(&str, &str)], command: &str) -> String {
    let mut project = Project::new();
    for (path, text) in files {
        project = project.with(path, text);
    }
    let run = project.run(&[command]);
    let beside = |block: &&str| {
        let rule = block.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(rule, _)| rule);
        RULES.iter().any(|known| known.name != case && Some(known.name) == rule)
    };
    let (findings, sum) = run.said.rsplit_once("\n\n").unwrap_or(("", &run.said));
    let findings: Vec<&str> = findings.split("\n\n").filter(|block| !beside(block)).collect();
    let mut said = findings.join("\n\n");
    said.push('\n');
    if let Some((_, end)) = sum.split_once("; ").filter(|(_, end)| end.starts_with("nothing was written")) {
        said.push_str(end);
    }
    if !run.complained.is_empty() {
        let _ = writeln!(said, "(on standard error) {}", run.complained.trim_end());
    }
    let _ = writeln!(said, "(exit code {})", run.code);
    said
}

#[test]
fn every_mistake_is_told_as_written_here() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    for (case, text) in cases() {
        let (files, command, expected) = parts(&text);
        let said = said(&case, &files, command);
        if said == expected {
            continue;
        }
        if bless {
            let kept = text.len() - expected.len();
            fs::write(format!("{FOLDER}/{case}.txt"), format!("{}{said}", text.split_at(kept).0)).unwrap();
        } else {
            let _ = writeln!(wrong, "=== {case}, expected:\n{expected}=== said:\n{said}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn all_mistakes_of_all_files_come_out_in_one_run() {
    let run = Project::new()
        .with(
            "content/facts/a.yaml",
            "people:\n  anna: {nam: Anna}\n  carl: {summary: Wrote.}\n  Otto: {name: Otto}\n",
        )
        .with("content/facts/b.yaml", "dates:\n  call: {title: The call, date: 12.03.2024}\n")
        .with("content/articles/a.md", "---\ntitle: A\n---\n[words](@nobody)\n")
        .run(&["check"]);
    assert_eq!(run.code, 1);
    for rule in ["unknown-key", "missing-field", "bad-id", "bad-date", "unknown-id"] {
        assert!(run.said.contains(&format!("error[{rule}]")), "{rule} is missing:\n{}", run.said);
    }
}

/// Text that an editor, a mail program or a disk did something to: never a panic, never a hang, never silence.
#[test]
fn broken_bytes_are_told_or_read_right() {
    let sheet = "people:\n  anna: {name: Änne Łoś}\n";
    let with = |bytes: &[u8]| Project::new().with("content/facts/a.yaml", bytes).run(&["check"]);

    for right in [
        sheet.to_owned(),
        format!("\u{feff}{sheet}"),
        sheet.replace('\n', "\r\n"),
        String::new(),
        "# nothing yet\n".to_owned(),
    ] {
        let run = with(right.as_bytes());
        assert_eq!(run.code, 0, "{right:?}: {}", run.said);
    }
    let run = with(b"people:\n  anna: {name: \xc4nne}\n");
    assert_eq!(run.code, 1);
    assert!(run.said.contains("error[not-utf8]") && run.said.contains("a.yaml:2:16"), "{}", run.said);

    let run = with(b"people:\n\tanna: {name: Anna}\n");
    assert!(run.said.contains("error[yaml-syntax]") && run.said.contains("a.yaml:2:1"), "{}", run.said);

    let run = with(b"people:\n  anna: {name: An\0na}\n");
    assert!(run.said.contains("error[yaml-syntax]"), "{}", run.said);
}

#[test]
fn yaml_that_explodes_or_bites_its_tail_is_refused() {
    let mut bomb = String::from("people:\n  a: &a {name: [x, x, x, x, x, x, x, x, x, x]}\n");
    let mut last = 'a';
    for next in 'b'..='j' {
        let many = vec![format!("*{last}"); 10].join(", ");
        let _ = writeln!(bomb, "  {next}: &{next} {{name: [{many}]}}");
        last = next;
    }
    let deep = format!("people:\n  a: {{name: {}x{}}}\n", "[".repeat(20_000), "]".repeat(20_000));
    let tail = "people:\n  a: &a {name: x, also: [*a]}\n".to_owned();
    for text in [bomb, deep, tail] {
        let run = Project::new().with("content/facts/a.yaml", &text).run(&["check"]);
        assert_eq!(run.code, 1, "{}", run.said);
        assert!(run.said.contains("error[yaml-"), "{}", run.said.chars().take(2000).collect::<String>());
    }
}

#[test]
fn a_sheet_of_ten_megabytes_is_read() {
    let mut sheet = String::from("people:\n");
    for number in 0..100_000 {
        let _ = writeln!(
            sheet,
            "  person-{number}:\n    name: Person {number}\n    summary: Somebody who was there, łącznie, und zwar oft genug."
        );
    }
    assert!(sheet.len() > 10_000_000);
    let run = Project::new().with("content/facts/a.yaml", &sheet).run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.said.chars().take(2000).collect::<String>());
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_refused() {
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("secret.yaml"), "people:\n  anna: {name: Anna}\n").unwrap();
    let project = Project::new().with("content/facts/a.yaml", "");
    std::os::unix::fs::symlink(elsewhere.path().join("secret.yaml"), project.path("content/facts/b.yaml"))
        .unwrap();
    let run = project.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("content/facts/b.yaml") && run.said.contains("link"), "{}", run.said);
}

#[test]
fn where_there_is_no_report_the_way_to_one_is_told() {
    let empty = tempfile::tempdir().unwrap();
    let run = crate::project::run(Path::new(empty.path()), &["check"]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("casebook init"), "{}", run.complained);
}

#[test]
fn words_stay_the_words_that_were_typed() {
    let sheet = "people:\n  a: {name: NO}\n  b: {name: on}\n  c: {name: 12:30}\n  d: {name: 2024-03-01}\n  e: {name: 007}\n  f: {name: 1e3}\n";
    let project = Project::new().with("content/facts/a.yaml", sheet);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    for (id, name) in
        [("a", "NO"), ("b", "on"), ("c", "12:30"), ("d", "2024-03-01"), ("e", "007"), ("f", "1e3")]
    {
        let page = project.page(&format!("people/{id}.html"));
        assert!(page.contains(&format!(">{name}</h1>")), "{page}");
    }
}

#[test]
fn what_was_found_is_summed_up() {
    let run = Project::new()
        .with("content/facts/a.yaml", "people:\n  anna: {nam: Anna}\n  Otto: {name: Otto}\n")
        .run(&["check"]);
    assert!(run.said.ends_with("\n\n2 errors\n"), "{}", run.said);
}
