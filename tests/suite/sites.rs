//! Whole small sites, byte for byte: every page there is, and none besides.
//!
//! `tests/sites/<case>/content` is built and compared with `tests/sites/<case>/expected`. With `BLESS=1` in the
//! environment the latter is written anew: look at the pages before you commit them. The theme's own files are left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::project::{Project, files_below, run};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites");

fn site(case: &str) {
    let folder = Path::new(FOLDER).join(case);
    let project = Project::new();
    let output = project.path("output");
    let outcome = run(&folder, &["build", "--output", &output.to_string_lossy()]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.said, outcome.complained);
    let built: BTreeMap<_, _> = files_below(&output)
        .into_iter()
        .filter(|(path, _)| !path.starts_with('.') && !path.starts_with("static/"))
        .collect();
    let expected = folder.join("expected");
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(&expected);
        for (path, bytes) in &built {
            let path = expected.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        return;
    }
    let expected: BTreeMap<_, _> = files_below(&expected).into_iter().collect();
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&built), names(&expected), "the pages there are");
    for (path, bytes) in &built {
        let (is, should) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&expected[path]));
        let line = is.lines().zip(should.lines()).position(|(a, b)| a != b);
        assert!(
            is == should,
            "{case}/{path} differs from line {}:\n{}",
            line.map_or(0, |line| line + 1),
            line.and_then(|line| is.lines().nth(line)).unwrap_or_default()
        );
    }
}

#[test]
fn a_report_with_all_that_there_can_be() {
    site("small");
}

#[test]
fn a_report_with_nothing_in_it() {
    site("empty");
}
