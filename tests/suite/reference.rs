//! What the docs say of types is made from the types.

use std::fs;

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
