//! However somebody types, once they stop the editor has been told what one is told that was opened just then: nothing
//! twice, nothing that is mended, and every word where it stands.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;

/// What is typed, and taken back: mistakes of form, of single entries and of the whole, and lines that move all below.
const TYPED: [(&str, &str, &str); 12] = [
    (FACTS, "# Wer spricht. 😀", "# Wer\n\n# spricht. 😀😀"),
    (FACTS, "  weiss: {name: Anna Weiß}\n", "  weis: {name: Anna Weiß}\n"),
    (FACTS, "speaks_for: office", "speaks_for: The office"),
    (FACTS, "  told:\n", "  heard:\n"),
    (FACTS, "status: reported", "status: verified"),
    (FACTS, "was told 😀.", "was told on Monday, 13 March 2024 😀."),
    (FACTS, "about: [los]", "about: [los"),
    (FACTS, ", published: 2024-03-12", ", published: 2024-03-12T10:00"),
    (FACTS, "at: page 1", "indirect: true"),
    (STORY, "## Łódź 😀", "## Łódź 😀\n\nThey were four officers, on Monday 2024."),
    (STORY, "was [told so](@told)", "was [told so](@tolt)"),
    (STORY, "### How\n", "### How\nJan Kowalski paid 40 euros. Sources say so. [@told]\n"),
];

#[test]
fn once_nobody_types_all_is_told_as_if_just_opened() {
    let typing = proptest::collection::vec((0..TYPED.len(), proptest::bool::weighted(0.3)), 1..14);
    TestRunner::new(Config::with_cases(24))
        .run(&typing, |typing| {
            let (typed_in, opened) = (project(), project());
            let mut editor = Editor::of(&typed_in, "utf-16");
            editor.open(FACTS);
            editor.open(STORY);
            let mut is_typed = [false; TYPED.len()];
            for (index, is_pause) in typing {
                let (path, there, new) = TYPED[index];
                let (old, new) = if is_typed[index] { (new, there) } else { (there, new) };
                editor.type_over(path, old, new);
                is_typed[index] = !is_typed[index];
                if is_pause {
                    editor.pause(path);
                }
            }
            editor.pause(FACTS);
            let mut anew = Editor::of(&opened, "utf-16");
            for path in [FACTS, STORY] {
                anew.open_with(path, editor.text(path));
            }
            anew.pause(FACTS);
            for path in [FACTS, STORY] {
                prop_assert_eq!(editor.lines_now(path), anew.lines_now(path), "{}", editor.text(path));
            }
            editor.end();
            anew.end();
            Ok(())
        })
        .unwrap();
}
