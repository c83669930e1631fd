//! What the docs say is so: their commands are run, their sheets are read, what they show is what comes back.
//!
//! Two conventions, which read well without knowing them. The paragraph before a block says which file it is, in its
//! last words: "Write `content/report.yaml`:", or "Add to the end of `content/report.yaml`:". In what a command answers,
//! `…` stands for whatever stands there, and on a line of its own for any number of lines.

#![expect(clippy::string_slice, reason = "places that were found in a text are between its letters")]

mod blocks;
mod journey;
mod links;
mod origins;
mod session;
mod snippets;

use std::fs;
use std::path::Path;

pub(crate) use blocks::Block;
use session::Session;

/// The folder with the docs, the README beside it.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The blocks of a page, by its path from the root.
pub(crate) fn blocks_of(page: &str) -> Vec<Block> {
    blocks::blocks(page, &fs::read_to_string(Path::new(ROOT).join(page)).unwrap())
}

/// Every page: the README, and what is in `docs/`. The pages of the rules have tests of their own, in `rules`.
fn pages() -> Vec<String> {
    let docs = fs::read_dir(Path::new(ROOT).join("docs")).unwrap();
    let names = docs.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut pages: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".md").map(|page| format!("docs/{page}.md"))).collect();
    pages.sort();
    pages.push("README.md".to_owned());
    pages
}

/// Writes the docs as the example `docs` does.
pub(crate) fn write_site(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    for (address, bytes) in links::all_files() {
        let path = folder.join(address);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Pages that are followed step by step, each in the folder where the one before it ended.
const FOLLOWED: [&[&str]; 2] =
    [&["docs/tutorial.md", "docs/editors-guide.md", "docs/serve.md"], &["docs/themes.md"]];

#[test]
fn what_is_followed_step_by_step_holds_word_for_word() {
    for pages in FOLLOWED {
        let mut session = Session::new();
        for page in pages {
            for block in blocks_of(page) {
                session.follow(&block);
            }
        }
        if pages.contains(&"docs/tutorial.md") {
            let page = session.served("/articles/aground.html");
            assert!(page.contains("What is known of the ferry"), "{page}");
        }
    }
}

/// A test that could not fail would show nothing.
#[test]
fn what_the_docs_get_wrong_is_noticed() {
    let shown = "one …, three\n…\nlast";
    assert!(session::is_as_shown("one two, three\nmore\nand more\nlast", shown));
    assert!(session::is_as_shown("one two, three\nlast", shown));
    assert!(!session::is_as_shown("one two, four\nlast", shown));
    assert!(!session::is_as_shown("one two, three\nlast\nand more", shown));
    assert!(!session::is_as_shown("one two, three", shown));

    let page = "Write `content/a.yaml`:\n\n```yaml\nclaims:\n```\n\nIn `content/a.yaml`:\n\n```diff\n-claim:\n+dates:\n```\n\nSo:\n\n```console\n$ casebook explain\n```\n";
    let found = blocks::blocks("page.md", page);
    let files: Vec<_> = found.iter().map(|block| block.file.as_deref()).collect();
    assert_eq!(files, [Some("content/a.yaml"), Some("content/a.yaml"), None]);
    let mut session = Session::new();
    session.follow(&found[0]);
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| session.follow(&found[1])));
    assert!(broken.is_err(), "a diff that fits nowhere");
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| session.follow(&found[2])));
    assert!(broken.is_err(), "an answer that the page does not show");
}
