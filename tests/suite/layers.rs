//! Rooms look only at the rooms that ARCHITECTURE.md lets them look at.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What each room may look at, beside itself.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let below = ["text", "diagnostic", "words", "model"];
    let with = |more: &[&'static str]| below.iter().chain(more).copied().collect::<Vec<_>>();
    BTreeMap::from([
        ("text", vec![]),
        ("diagnostic", vec!["text"]),
        ("words", vec![]),
        ("speech", vec!["text"]),
        ("model", vec!["text", "diagnostic", "words", "speech"]),
        ("load", with(&[])),
        ("link", with(&["load"])),
        ("reading", with(&[])),
        ("copies", with(&[])),
        ("ledger", with(&["load", "link"])),
        ("check", with(&["link", "reading", "copies", "ledger"])),
        ("publish", with(&["link", "ledger"])),
        ("guard", with(&["load"])),
        ("view", with(&["link", "ledger", "publish", "speech"])),
        ("render", with(&["ledger", "publish", "view", "speech"])),
        ("prints", vec![]),
        ("server", vec![]),
        ("report", vec!["text", "diagnostic"]),
        (
            "session",
            with(&[
                "load", "link", "reading", "copies", "ledger", "check", "guard", "prints", "publish",
                "render",
            ]),
        ),
        ("desk", with(&["link", "reading", "copies", "ledger", "check"])),
        ("schema", with(&["load"])),
        ("edits", with(&["load"])),
        ("exchange", with(&["load", "publish", "speech"])),
        ("ide", with(&["load", "link", "ledger", "edits", "session"])),
        ("lsp", with(&["load", "link", "reading", "edits", "session", "ide"])),
        ("disk", vec!["text", "diagnostic"]),
        (
            "commands",
            with(&[
                "load", "link", "reading", "copies", "ledger", "check", "publish", "guard", "view", "render",
                "report", "desk", "schema", "edits", "exchange", "disk", "prints", "session", "server",
                "lsp",
            ]),
        ),
        ("cli", vec!["commands", "diagnostic", "text"]),
        ("main", vec!["cli"]),
    ])
}

/// The rooms that a file names with `crate::` or `casebook::`, its tests left out: those stand last in a file, or in
/// a file of their own, and may feed a room through all that come before it.
fn named(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut rooms = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for start in ["crate::", "casebook::"] {
            for (_, rest) in line.match_indices(start).map(|(at, _)| line.split_at(at + start.len())) {
                let inner =
                    rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or_default());
                let names = if rest.starts_with('{') { inner.split(',').collect() } else { vec![rest] };
                for name in names {
                    let room: String = name
                        .trim()
                        .chars()
                        .take_while(|letter| letter.is_ascii_lowercase() || *letter == '_')
                        .collect();
                    rooms.push(if room.is_empty() { "words".to_owned() } else { room });
                }
            }
        }
    }
    rooms
}

fn files(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            into.push(path);
        }
    }
}

#[test]
fn rooms_look_only_where_they_may() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed = allowed();
    let mut all = Vec::new();
    files(&source, &mut all);
    let mut strays = Vec::new();
    for path in all {
        let below = path.strip_prefix(&source).unwrap();
        let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let room = first.trim_end_matches(".rs").to_owned();
        if room == "lib" {
            continue;
        }
        let may = allowed.get(room.as_str()).unwrap_or_else(|| {
            panic!("`{room}` is a new room: say in ARCHITECTURE.md and here what it may look at")
        });
        for other in named(&fs::read_to_string(&path).unwrap()) {
            if other != room && !may.contains(&other.as_str()) {
                strays.push(format!("{} looks at `{other}`", below.display()));
            }
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn a_stray_line_would_be_seen() {
    assert_eq!(named("use crate::view::Book;\nfn f() { crate::disk::read() }"), ["view", "disk"]);
    assert_eq!(named("use crate::{Vocabulary as _, model::Id};"), ["words", "model"]);
    assert!(named("// crate::view\n#[cfg(test)]\nuse crate::disk;").is_empty());
}
