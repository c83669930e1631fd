//! What editors complete is what the decoder reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use casebook::Vocabulary as _;
use casebook::load::{Form, MediaDraft, ReportDraft, Shape, form_of, load, yaml};
use casebook::model::Kind;
use casebook::schema::{Written, reference, resolved, schema};
use casebook::text::{FileId, Input, Inputs};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::project::Project;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn validator(written: Written) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&schema(written)).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap_or_else(|error| panic!("{written:?}: {error}"));
    jsonschema::draft7::new(&schema).unwrap()
}

/// What is wrong with a text in the eyes of an editor; nothing where it is not YAML, which any editor sees.
fn seen_by_an_editor(validator: &jsonschema::Validator, text: &str) -> Vec<String> {
    let parsed = yaml::parse(first(), text, 0);
    let Some(root) = parsed.root.filter(|_| parsed.findings.is_empty()) else { return Vec::new() };
    let document = resolved(&root.value);
    validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn first() -> FileId {
    inputs("content/report.yaml", "").iter().next().unwrap().0
}

fn inputs(path: &str, text: &str) -> Inputs {
    Inputs::new(vec![Input { path: path.to_owned(), text: text.into() }], BTreeMap::new())
}

/// What is wrong with a text in the eyes of the decoder.
fn seen_by_the_decoder(written: Written, text: &str) -> Vec<String> {
    let inputs = match written {
        Written::Sheet => inputs("content/facts/a.yaml", text),
        Written::Article => inputs("content/articles/a.md", &format!("---\n{text}\n---\nWords.\n")),
        Written::Report => inputs("content/report.yaml", text),
    };
    load(&inputs).1.into_iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

/// Every field of a form with its example: the one that stands in the schema and in the reference.
fn with_all_fields(form: &Form) -> String {
    let fields: Vec<_> =
        form.fields.iter().map(|field| format!("{}: {}", field.name, field.example())).collect();
    format!("{{{}}}", fields.join(", "))
}

/// All forms that a form leads to, itself included.
fn forms(form: &Form, into: &mut Vec<Form>) {
    if into.iter().any(|known| known.what == form.what) {
        return;
    }
    into.push(form.clone());
    for field in &form.fields {
        let mut shape = field.shape();
        while let Shape::List(of) | Shape::OneOrList(of) | Shape::Listed(of) = shape {
            shape = *of;
        }
        if let Shape::Fields(below) | Shape::Either(_, below) = shape {
            forms(&below, into);
        }
    }
}

/// Sheets that hold the example of every field.
fn examples() -> Vec<(Written, String)> {
    let mut all = vec![
        (Written::Report, with_all_fields(&ReportDraft::form())),
        (Written::Article, with_all_fields(&form_of(Kind::Article))),
        (Written::Sheet, format!("media: {{media/a.jpg: {}}}", with_all_fields(&MediaDraft::form()))),
    ];
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Article) {
        all.push((
            Written::Sheet,
            format!("{}: {{an-id: {}}}", kind.section(), with_all_fields(&form_of(*kind))),
        ));
    }
    all
}

#[test]
fn the_example_of_every_field_is_right_to_editor_and_decoder() {
    for (written, text) in examples() {
        assert_eq!(seen_by_an_editor(&validator(written), &text), Vec::<String>::new(), "{text}");
        assert_eq!(seen_by_the_decoder(written, &text), Vec::<String>::new(), "{text}");
    }
    // The parts: each within the field that leads to it, with all of its own fields.
    let roles = with_all_fields(&form_named("a role"));
    let spans = with_all_fields(&form_named("an entry of `speaks_for`"));
    let allowed = with_all_fields(&form_named("an entry of `allow`"));
    let claim = form_named("a piece of evidence");
    for text in [
        format!("people: {{a: {{name: Änne, roles: [{roles}], speaks_for: [{spans}], allow: [{allowed}]}}}}"),
        format!(
            "claims: {{a: {{text: Ä., status: reported, evidence: [{}], responses: [{}], history: [{}], corrections: [{}], checked: {}}}}}",
            with_all_fields(&claim),
            with_all_fields(&form_named("a response")),
            with_all_fields(&form_named("an entry of `history`")),
            with_all_fields(&form_named("a correction")),
            with_all_fields(&form_named("`checked`"))
        ),
        format!(
            "documents: {{a: {{title: Ä, type: wire, archive: {}, withdrawn: {}}}}}",
            with_all_fields(&form_named("`archive`")),
            with_all_fields(&form_named("`withdrawn`"))
        ),
        format!(
            "sources: {{a: {{name: Ä, confidential: {}}}}}",
            with_all_fields(&form_named("`confidential`"))
        ),
        format!("dates: {{a: {{title: Ä, date: 2024, place: {}}}}}", with_all_fields(&form_named("a place"))),
    ] {
        assert_eq!(seen_by_an_editor(&validator(Written::Sheet), &text), Vec::<String>::new(), "{text}");
        assert_eq!(seen_by_the_decoder(Written::Sheet, &text), Vec::<String>::new(), "{text}");
    }
    let report = format!(
        "title: Ä\npublisher: {}\npolicy: {}\nrules: [{}]\n",
        with_all_fields(&form_named("the publisher")),
        with_all_fields(&form_named("the policy")),
        with_all_fields(&form_named("an entry of `rules`"))
    );
    assert_eq!(seen_by_an_editor(&validator(Written::Report), &report), Vec::<String>::new(), "{report}");
    assert_eq!(seen_by_the_decoder(Written::Report, &report), Vec::<String>::new(), "{report}");
}

fn form_named(what: &str) -> Form {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        forms(&form_of(*kind), &mut all);
    }
    forms(&ReportDraft::form(), &mut all);
    all.into_iter().find(|form| form.what == what).unwrap_or_else(|| panic!("nothing is {what}"))
}

#[test]
fn an_editor_points_at_what_the_decoder_points_at() {
    let sheet = validator(Written::Sheet);
    for (text, wrong) in [
        ("people: {a: {name: Änne}}", false),
        ("people: {a: {name: 007}, 2024: {name: on}}", false),
        ("people:\ndates: {a: {title: Ä, date: [2024-03-01..2024-03-11]}}", false),
        ("people: {a: {nam: Änne}}", true),
        ("people: {a: {summary: Ä}}", true),
        ("people: {Änne: {name: Änne}}", true),
        ("people: {index: {name: Änne}}", true),
        ("persons: {}", true),
        ("claims: {a: {text: Ä., status: proven}}", true),
        ("claims: {a: {text: Ä., status: reported, evidence: [{said_by: los}]}}", true),
        ("claims: {a: {text: [Ä], status: reported}}", true),
        ("dates: {a: {title: Ä, date: Monday}}", true),
        ("dates: {a: {title: Ä, date: 2024, unnamed: -1}}", true),
        ("sources: {a: {name: Ä, url: example.org, interested: maybe}}", true),
    ] {
        assert_eq!(!seen_by_an_editor(&sheet, text).is_empty(), wrong, "{text}");
        assert_eq!(!seen_by_the_decoder(Written::Sheet, text).is_empty(), wrong, "{text}");
    }
    let report = validator(Written::Report);
    for (policy, wrong) in [
        ("coverage: 0", false),
        ("coverage: 1.0", false),
        ("coverage: 90", true),
        ("coverage: 90%", true),
        ("coverage: 7", true),
        ("coverage: -1", true),
        ("corroborated_origins: 3", false),
        ("corroborated_origins: 1", true),
        ("corroborated_origins: 0", true),
        ("stale_days: 0", true),
        ("reply_hours: 1", false),
        ("reply_hours: 0", true),
    ] {
        let text = format!("title: Ä\npolicy: {{{policy}}}\n");
        assert_eq!(!seen_by_an_editor(&report, &text).is_empty(), wrong, "{text}");
        assert_eq!(!seen_by_the_decoder(Written::Report, &text).is_empty(), wrong, "{text}");
    }
}

/// Every place of a tree where something else could stand: keys and values.
fn places(node: &yaml::Node, into: &mut Vec<std::ops::Range<usize>>) {
    into.push(node.span.range());
    match &node.value {
        yaml::Value::Missing | yaml::Value::Word { .. } => {}
        yaml::Value::List(items) => items.iter().for_each(|item| places(item, into)),
        yaml::Value::Map(fields) => {
            for (key, value) in fields {
                into.push(key.span.range());
                places(value, into);
            }
        }
    }
}

/// What may stand in the place of something else.
const STRANGERS: [&str; 34] = [
    "~",
    "true",
    "\"true\"",
    "True",
    "false",
    "2",
    "\"2\"",
    "-2",
    "2.5",
    "1e3",
    "0x1F",
    "007",
    ".inf",
    "NO",
    "words",
    "''",
    "two words",
    "2024",
    "2024-03",
    "[2024-03-01..2024-03-11]",
    "{2024,2025}",
    "..",
    "2024-03-12T18:00+01:00",
    "https://example.org",
    "an-id",
    "a/path",
    "[an-id, b]",
    "[]",
    "{}",
    "{name: Ä}",
    "[{name: Ä}]",
    "reported",
    "title",
    "index",
];

fn one_thing_changed() -> impl Strategy<Value = (Written, String)> {
    (any::<Index>(), proptest::collection::vec((any::<Index>(), any::<Index>()), 1..3)).prop_map(
        |(which, changes)| {
            let all = examples();
            let (written, mut text) = which.get(&all).clone();
            for (place, stranger) in changes {
                let parsed = yaml::parse(first(), &text, 0);
                let Some(root) = parsed.root else { continue };
                let mut all = Vec::new();
                places(&root, &mut all);
                text.replace_range(place.get(&all).clone(), stranger.get::<&str>(&STRANGERS));
            }
            (written, text)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_schema_rejects_the_decoder_rejects((written, text) in one_thing_changed()) {
        thread_local! {
            static VALIDATORS: [jsonschema::Validator; 3] =
                [validator(Written::Sheet), validator(Written::Article), validator(Written::Report)];
        }
        let wrong = VALIDATORS.with(|all| seen_by_an_editor(&all[written as usize], &text));
        if !wrong.is_empty() {
            prop_assert!(!seen_by_the_decoder(written, &text).is_empty(), "{text}\n{wrong:#?}");
        }
    }
}

#[test]
fn a_new_report_tells_editors_of_its_schemas() {
    let project = Project::new();
    let run = project.run(&["init", "paper"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let folder = project.path("paper");
    let settings: Value =
        serde_json::from_str(&fs::read_to_string(folder.join(".vscode/settings.json")).unwrap()).unwrap();
    for schema in settings["yaml.schemas"].as_object().unwrap().keys() {
        assert!(folder.join(schema).is_file(), "{schema}");
    }
    for (path, bytes) in project.files("paper/content") {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let written = match Path::new(&path).extension().and_then(|ending| ending.to_str()) {
            Some("yaml") if path == "report.yaml" => Written::Report,
            Some("yaml") => Written::Sheet,
            _ => continue,
        };
        assert_eq!(seen_by_an_editor(&validator(written), &text), Vec::<String>::new(), "{path}");
        let modeline = text.lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=").unwrap();
        let schema = folder.join("content").join(&path).parent().unwrap().join(modeline);
        let kept =
            fs::read_to_string(&schema).unwrap_or_else(|error| panic!("{}: {error}", schema.display()));
        assert_eq!(kept, casebook::schema::schema(written), "{path}");
    }
}

#[test]
fn the_way_into_a_new_report_can_be_pasted_into_a_shell() {
    let run = Project::new().run(&["init", "Meine Fähre"]);
    assert!(run.said.contains("next: cd 'Meine Fähre', then `casebook build`"), "{}", run.said);
}

#[test]
fn schemas_are_printed_or_written() {
    let project = Project::new();
    assert_eq!(project.run(&["schema", "report"]).said, schema(Written::Report));
    assert_eq!(project.run(&["schema"]).said, schema(Written::Sheet));
    project.write("schemas/sheet.schema.json", "of another day");
    let run = project.run(&["schema", "--output", "schemas"]);
    assert_eq!((run.code, run.said.lines().count()), (0, 3), "{}", run.complained);
    assert_eq!(
        fs::read_to_string(project.path("schemas/sheet.schema.json")).unwrap(),
        schema(Written::Sheet)
    );
    assert_eq!(project.run(&["schema", "page"]).code, 2);
}

#[test]
fn the_sheets_that_ship_are_right_to_an_editor() {
    let sheet = validator(Written::Sheet);
    for (path, bytes) in crate::project::files_below(&Path::new(ROOT).join("content/facts")) {
        assert_eq!(
            seen_by_an_editor(&sheet, &String::from_utf8(bytes).unwrap()),
            Vec::<String>::new(),
            "{path}"
        );
    }
}

/// With `BLESS=1` in the environment the tables are written anew.
#[test]
fn the_reference_of_fields_is_that_of_today() {
    let path = Path::new(ROOT).join("docs/reference.md");
    let text = fs::read_to_string(&path).unwrap();
    let start = text.find("## In a sheet\n").expect("the tables stand below this heading");
    let (before, tables) = text.split_at(start);
    let reference = reference();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{before}{reference}")).unwrap();
    } else {
        assert!(
            tables == reference,
            "docs/reference.md is of another day: run the tests with BLESS=1, and read it"
        );
    }
}

/// Every way from one table to another leads somewhere.
#[test]
fn the_reference_leads_nowhere_in_vain() {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/reference.md")).unwrap();
    let anchors: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix('#').map(|line| line.trim_start_matches('#').trim()))
        .map(|heading| heading.to_lowercase().replace(' ', "-").replace(['\'', '`', '.'], ""))
        .collect();
    for target in text.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(anchors.iter().any(|anchor| anchor == target), "#{target}");
    }
}
