use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Ordered, comments, in_order};

fn sheet(text: &str) -> Option<String> {
    in_order(Ordered::Sheet, text)
}

#[test]
fn fields_come_in_the_order_of_the_reference_and_comments_with_them() {
    let before = "# What is said.

claims:


    # The first.
    told:   # by whom
        # All of it is new.
        status: reported
        # What she said.
        text: >
            Two
              lines

        about: [ los ,call ]


        evidence:
        - {said_by: los, document: piece} # here
        -   at: line 2
            # Of the second.
            document: piece
            quote: |
                Words
                # no comment
        # The end of it.
    left: {status: unverified, text: She left.}
    # The very end.
people:
  los: {name: Łoś}
";
    let after = "# What is said.

claims:

  # The first.
  told:   # by whom
    # All of it is new.
    # What she said.
    text: >
      Two
        lines
    status: reported

    about: [ los ,call ]

    evidence:
      - {document: piece, said_by: los} # here
      # Of the second.
      - document: piece
        quote: |
          Words
          # no comment
        at: line 2
    # The end of it.
  left: {text: She left., status: unverified}
  # The very end.
people:
  los: {name: Łoś}
";
    let ordered = sheet(before).unwrap();
    assert_eq!(ordered, after, "{ordered}");
    assert_eq!(sheet(after).unwrap(), after);
}

#[test]
fn reports_are_put_in_order_too_and_what_ends_lines_stays() {
    let report = "\u{feff}summary: Ä\r\ntitle: Łoś\r\npolicy: {stale_days: 9, corroborated_origins: 3}";
    let ordered = in_order(Ordered::Report, report).unwrap();
    assert_eq!(
        ordered,
        "\u{feff}title: Łoś\r\nsummary: Ä\r\npolicy: {corroborated_origins: 3, stale_days: 9}\r\n"
    );
}

#[test]
fn what_cannot_be_moved_safely_stays() {
    for text in [
        "people: {los: {nam: Łoś}, los: {}}",                // mistakes
        "people:\n  a: {name: >\n",                          // broken
        "people:\n  b: &b\n    notes: &c N\n    name: *c\n", // an alias would come before its anchor
        "---\npeople:\n  a: {name: Ä}\n",                    // lines that are neither fields nor comments
    ] {
        assert_eq!(sheet(text), None, "{text}");
    }
    for text in [
        "",
        "# Nothing yet.\n",
        "people:\n",
        "people:\n  a:\n",
        "people: {b: {notes: N, name: Ä}}\n",
        "people:\n  a: &a {name: Ä, notes: N}\n  b: *a\n",
        "dates:\n  a:\n    title: Ä\n    date: [2024-03-01,\n      2024-03-04]\n",
    ] {
        assert_eq!(sheet(text).as_deref(), Some(text), "{text}");
    }
}

/// A field of a claim as somebody may write it, without what stands before its key. `{}` stands for a deeper level.
const FIELDS: [&str; 12] = [
    "text: Łoś left.   # trailing",
    "status: reported",
    "summary: |\n{}Two lines,\n\n{}  one further in\n{}# no comment",
    "about: [los, call]  # whom",
    "hedge: \"in quotes\n{}over lines\"",
    "since:",
    "evidence:\n{}- document: piece\n{}  at: line 2   # where\n{}- {said_by: los, document: piece}",
    "evidence:\n{}# Above the first.\n{}-   quote: Words\n\n{}    # In between.\n{}    document: piece",
    "history:\n{}- {why: W, date: 2024, status: reported}",
    "corrections:\n{}- said: a\n{}  # Below.",
    "checked:\n{}how: Called.\n{}by: Łoś # who\n{}date: 2024",
    "notes: plain words\n{}over two lines",
];

fn field() -> impl Strategy<Value = (usize, usize, &'static str)> {
    (
        0..FIELDS.len(),
        0..5_usize,
        prop_oneof![Just(""), Just("\n"), Just("# Łoś: a comment\n"), Just("\n\n\n# x\n# y\n")],
    )
}

fn claims() -> impl Strategy<Value = String> {
    let entry = (1..5_usize, proptest::collection::vec(field(), 1..7));
    (1..4_usize, proptest::collection::vec(entry, 1..4), any::<bool>()).prop_map(|(indent, entries, crlf)| {
        let mut text = "# top\nclaims:\n".to_owned();
        for (at, (deeper, fields)) in entries.iter().enumerate() {
            let _ = writeln!(text, "{}claim-{at}:  # its id", " ".repeat(indent));
            let mut seen = Vec::new();
            for (field, below, above) in fields {
                let typed = FIELDS[*field];
                let key = typed.split(':').next().unwrap();
                if seen.contains(&key) {
                    continue;
                }
                seen.push(key);
                let here = " ".repeat(indent + deeper);
                let there = " ".repeat(indent + deeper + 1 + below);
                for line in above.lines() {
                    let _ = if line.is_empty() { writeln!(text) } else { writeln!(text, "{here}{line}") };
                }
                let _ = writeln!(text, "{here}{}", typed.replace("{}", &there));
            }
        }
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    // That the sheet says the same is looked at by `in_order` itself, which else gives nothing.
    #[test]
    fn whatever_is_written_in_the_usual_way_is_put_in_order_once_and_for_all(text in claims()) {
        let once = sheet(&text);
        prop_assert!(once.is_some(), "stays as it is:\n{text}");
        let once = once.unwrap();
        prop_assert_eq!(sheet(&once), Some(once.clone()), "\n{}", text);
        prop_assert_eq!(comments(&once), comments(&text));
    }
}
