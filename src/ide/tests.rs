//! What linking says, held against what is offered.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Known, completions, kinds};
use crate::Vocabulary as _;
use crate::load::{Form, ReportDraft, Shape, form_of};
use crate::model::Kind;
use crate::session::{Edition, Session};
use crate::text::{Input, Inputs};

fn edition(files: &[(&str, &str)]) -> Edition {
    let file = |(path, text): &(&str, &str)| Input { path: (*path).to_owned(), text: (*text).into() };
    let report = ("content/report.yaml", "title: The leak\n");
    let files = files.iter().chain([&report]).map(file).collect();
    Session::default()
        .edition(Inputs::new(files, BTreeMap::new()), Vec::new(), Timestamp::UNIX_EPOCH, |_| None)
}

const ONE_OF_EACH: &str = "
people: {a-person: {name: Änne}}
organisations: {a-body: {name: Büro}}
sources: {a-source: {name: Gazeta}}
documents: {a-document: {title: Ł, type: article}}
dates: {a-date: {title: Ł, date: 2024}}
claims: {a-claim: {text: Ł, status: unverified}}
";

fn id_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "a-person",
        Kind::Organisation => "a-body",
        Kind::Source => "a-source",
        Kind::Document => "a-document",
        Kind::Date => "a-date",
        Kind::Claim => "a-claim",
        Kind::Article => "an-article",
    }
}

/// Every field of a form that takes ids, with those that it stands in, as it is typed on one line around `@`.
fn id_fields(form: &Form, around: &str, into: &mut Vec<(&'static str, String)>) {
    for field in &form.fields {
        let required = form.fields.iter().filter(|other| other.required && other.name != field.name);
        let mut others: String = required.map(typed).collect();
        if form.what == "a response" && field.name == "document" {
            others.push_str("outcome: denied, ");
        }
        of_shape(
            &field.shape(),
            field.name,
            &around.replace('@', &format!("{{{}{}: @}}", others, field.name)),
            into,
        );
    }
}

/// A field with something in it that leads somewhere.
fn typed(field: &crate::load::Field) -> String {
    match kinds::of_field(field.name).first() {
        Some(kind) => format!("{}: {}, ", field.name, id_of(*kind)),
        None => format!("{}: {}, ", field.name, field.example()),
    }
}

fn of_shape(shape: &Shape, name: &'static str, around: &str, into: &mut Vec<(&'static str, String)>) {
    match shape {
        Shape::Id | Shape::Author => into.push((name, around.to_owned())),
        Shape::List(of) | Shape::OneOrList(of) => of_shape(of, name, &around.replace('@', "[@]"), into),
        Shape::Fields(form) => id_fields(form, around, into),
        Shape::Either(plain, form) => {
            of_shape(plain, name, around, into);
            id_fields(form, around, into);
        }
        _ => {}
    }
}

/// Whether an id of this kind is refused in a field.
fn is_refused(path: &str, text: &str, kind: Kind) -> bool {
    let text = text.replace('@', id_of(kind));
    let edition = edition(&[
        ("content/facts/all.yaml", ONE_OF_EACH),
        ("content/articles/an-article.md", "---\ntitle: Ł\n---\n"),
        (path, &text),
    ]);
    edition.findings.iter().any(|finding| finding.rule == "wrong-kind")
}

#[test]
fn what_is_offered_in_a_field_is_what_linking_takes_there() {
    let mut fields: Vec<(&str, &str, String)> = Vec::new();
    let mut add = |path: &'static str, form: &Form, around: &str| {
        let mut found = Vec::new();
        id_fields(form, around, &mut found);
        fields.extend(found.into_iter().map(|(name, text)| (path, name, text)));
    };
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Article) {
        add("content/facts/x.yaml", &form_of(*kind), &format!("{}: {{x: @}}\n", kind.section()));
    }
    add("content/articles/x.md", &form_of(Kind::Article), "---\n@\n---\n");
    let mut looked_at = 0;
    for (path, name, text) in fields {
        let taken = kinds::of_field(name);
        // Former ids, and its own, are nobody else's.
        if matches!(name, "was" | "id") {
            assert!(taken.is_empty(), "{name}");
            continue;
        }
        assert!(!taken.is_empty(), "`{name}` takes ids, and nobody says of which kinds");
        // An author can be a name, so that none is refused.
        if name == "authors" {
            continue;
        }
        for kind in Kind::ALL {
            assert_eq!(is_refused(path, &text, *kind), !taken.contains(kind), "{} in {text}", kind.word());
            looked_at += 1;
        }
    }
    assert!(looked_at > 150, "{looked_at}");
    let mut of_report = Vec::new();
    id_fields(&ReportDraft::form(), "@", &mut of_report);
    assert!(of_report.iter().all(|(name, _)| !kinds::of_field(name).is_empty()), "{of_report:?}");
}

#[test]
fn of_very_many_ids_those_are_offered_that_fit_best() {
    let people: Vec<String> = (0..300).map(|number| format!("  p-{number}: {{name: Änne Łoś}}\n")).collect();
    let claims = "claims: {x: {text: Ł, status: unverified, speaker: }}\n";
    let sheet = format!("people:\n{}{claims}", people.concat());
    let edition = edition(&[("content/facts/x.yaml", &sheet)]);
    let file = edition.inputs.find("content/facts/x.yaml").unwrap();
    let at = sheet.find("speaker: ").unwrap() + "speaker: ".len();
    let known = Known { now: &edition, before: None };
    let found = completions(known, file, at).unwrap();
    assert_eq!(found.offered.len(), 100);
    assert_eq!(found.offered[0].id.as_str(), "p-0");
}

#[test]
fn what_is_offered_is_found_by_what_was_typed_of_it() {
    let sheet =
        "people:\n  jan-los: {name: Änne Łoś-Große}\nclaims: {x: {text: Ł, status: unverified, speaker: }}\n";
    let found = |typed: &str| {
        let sheet = sheet.replace("speaker: ", &format!("speaker: {typed}"));
        let edition = edition(&[("content/facts/x.yaml", &sheet)]);
        let file = edition.inputs.find("content/facts/x.yaml").unwrap();
        let at = sheet.find("speaker: ").unwrap() + "speaker: ".len() + typed.len();
        let offered = completions(Known { now: &edition, before: None }, file, at).unwrap().offered;
        offered.into_iter().map(|one| one.found).collect::<Vec<_>>().join(" ")
    };
    let cases = [
        ("", "jan-los"),
        ("j", "jan-los"),
        ("lo", "los jan-los"),
        ("Łoś", "Łoś jan-los"),
        ("Än", "Änne los-grosse jan-los"),
        ("Große", "Große jan-los"),
        ("an-", "an-los jan-los"),
        ("ne", ""),
    ];
    for (typed, expected) in cases {
        assert_eq!(found(typed), expected, "{typed}");
    }
}
