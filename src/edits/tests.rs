use std::collections::BTreeMap;

use super::{Edit, Nested, applied, set};
use crate::load::form_of;
use crate::load::yaml::{self, Node, Value};
use crate::model::Kind;
use crate::text::{FileId, Input, Inputs, Place, Span};

const FILE: FileId = FileId(0);

fn inputs(text: &str) -> Inputs {
    Inputs::new(vec![Input { path: "a".to_owned(), text: text.into() }], BTreeMap::new())
}

fn edit(start: usize, end: usize, text: &str) -> Edit {
    Edit { place: Place { file: FILE, span: Span::new(start, end) }, text: text.to_owned() }
}

fn after(text: &str, edits: &[Edit]) -> Option<String> {
    applied(&inputs(text), edits)?.remove(&FILE)
}

#[test]
fn edits_are_made_from_the_first_to_the_last_whatever_their_order() {
    let edits = [edit(6, 9, "Gräfe"), edit(0, 3, "Änne"), edit(0, 3, "Änne"), edit(4, 4, "„")];
    assert_eq!(after("Łó ab łos", &edits), None, "an edit that ends inside a letter");
    assert_eq!(after("one a two", &edits).unwrap(), "Änne „a Gräfe");
    assert_eq!(after("one a two", &[edit(0, 3, "x"), edit(2, 4, "y")]), None, "two for the same bytes");
    assert_eq!(after("one", &[edit(2, 9, "x")]), None, "behind the end");
}

/// Sets a field in the first document of a sheet.
fn with(text: &str, name: &str, value: &Nested) -> Option<String> {
    let root = yaml::parse(FILE, text, 0).root.unwrap();
    let entry = first(first(&root));
    let edits = set(FILE, text, entry, &form_of(Kind::Document), (name, value))?;
    after(text, &edits)
}

fn first(node: &Node) -> &Node {
    match &node.value {
        Value::Map(fields) => &fields[0].1,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_field_comes_to_its_place_among_the_others_as_these_are_written() {
    let day = Nested::Typed("2024-03-13".to_owned());
    for (before, expected) in [
        (
            "documents:\n  a:\n    title: Ä # a title\n    type: wire   # a type\n    url: https://a.example\n",
            "documents:\n  a:\n    title: Ä # a title\n    type: wire   # a type\n    accessed: 2024-03-13\n    url: https://a.example\n",
        ),
        (
            "documents: {a: {title: Ä, url: https://a.example}}",
            "documents: {a: {title: Ä, accessed: 2024-03-13, url: https://a.example}}",
        ),
        (
            "documents:\n  a: {url: https://a.example}\n",
            "documents:\n  a: {accessed: 2024-03-13, url: https://a.example}\n",
        ),
        (
            "documents:\r\n  a:\r\n    title: Ä\r\n",
            "documents:\r\n  a:\r\n    title: Ä\r\n    accessed: 2024-03-13\r\n",
        ),
        ("documents:\n  a:\n    title: Ä", "documents:\n  a:\n    title: Ä\n    accessed: 2024-03-13"),
        (
            "documents:\n  a:\n    url: https://a.example\n",
            "documents:\n  a:\n    accessed: 2024-03-13\n    url: https://a.example\n",
        ),
        (
            "documents:\n  a:\n    title: |\n      Two\n      lines\n    notes: >\n      More\n",
            "documents:\n  a:\n    title: |\n      Two\n      lines\n    accessed: 2024-03-13\n    notes: >\n      More\n",
        ),
        (
            "documents:\n  a:\n    accessed:   # when\n    url: https://a.example\n",
            "documents:\n  a:\n    accessed: 2024-03-13   # when\n    url: https://a.example\n",
        ),
        (
            "documents:\n  a:\n    accessed: 2024-03   # when\n",
            "documents:\n  a:\n    accessed: 2024-03-13   # when\n",
        ),
        ("documents: {a: {title: Ä, accessed: }}", "documents: {a: {title: Ä, accessed: 2024-03-13 }}"),
    ] {
        assert_eq!(with(before, "accessed", &day).as_deref(), Some(expected), "{before}");
    }
}

#[test]
fn fields_of_a_field_are_set_one_by_one_and_others_stay() {
    let archive = Nested::Fields(vec![("file", "archive/a.txt".to_owned()), ("sha256", "00".to_owned())]);
    for (before, expected) in [
        (
            "documents:\n  a:\n    title: Ä\n",
            "documents:\n  a:\n    title: Ä\n    archive: {file: archive/a.txt, sha256: 00}\n",
        ),
        (
            "documents:\n  a:\n    archive:\n      file: archive/old.txt # here\n      public: true # ours\n",
            "documents:\n  a:\n    archive:\n      file: archive/a.txt # here\n      sha256: 00\n      public: true # ours\n",
        ),
        (
            "documents: {a: {archive: {public: true}}}",
            "documents: {a: {archive: {file: archive/a.txt, sha256: 00, public: true}}}",
        ),
        ("documents: {a: {archive: }}", "documents: {a: {archive: {file: archive/a.txt, sha256: 00} }}"),
    ] {
        assert_eq!(with(before, "archive", &archive).as_deref(), Some(expected), "{before}");
    }
}

#[test]
fn what_is_written_elsewhere_is_left_alone() {
    let day = Nested::Typed("2024".to_owned());
    assert_eq!(with("documents:\n  a: {}\n", "accessed", &day), None, "nothing to stand beside");
    let text = "documents:\n  a: &a {title: Ä}\n  b: *a\n";
    let root = yaml::parse(FILE, text, 0).root.unwrap();
    let Value::Map(entries) = &first(&root).value else { panic!() };
    assert_eq!(set(FILE, text, &entries[1].1, &form_of(Kind::Document), ("accessed", &day)), None);
}
