//! What somebody who writes a theme is told.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::*;
use crate::text::{Asset, Input, LineIndex};
use crate::view::{Head, Link, NotFoundPage, RedirectPage};

/// A project with these files, and a report with this theme.
fn inputs(theme: &str, files: &[(&str, &str)]) -> Inputs {
    let report = format!("title: Přípaď\ntheme: {theme} # ours\n");
    let mut texts = vec![Input { path: "content/report.yaml".into(), text: report.into() }];
    texts.extend(files.iter().map(|(path, text)| Input { path: (*path).into(), text: (*text).into() }));
    let asset = Asset { sha256: None, size: 3 };
    Inputs::new(texts, BTreeMap::from([("themes/naše/static/Łódź.woff2".to_owned(), asset)]))
}

fn theme(inputs: &Inputs) -> (Theme, Vec<Finding>) {
    let (drafts, _) = crate::load::load(inputs);
    let now = jiff::Timestamp::UNIX_EPOCH;
    let (record, _) = crate::link::link(&drafts, inputs, now);
    Theme::new(inputs, &record.facts.report)
}

/// What is said of a theme, one finding to a line, with its line and column.
fn said(inputs: &Inputs, findings: &[Finding]) -> String {
    let mut findings = findings.to_vec();
    crate::diagnostic::in_order(&mut findings);
    let lines = findings.iter().map(|finding| {
        let file = inputs.file(finding.place.file);
        let index = LineIndex::new(&file.text);
        let at = index.position(&file.text, finding.place.span.start as usize);
        let words = inputs.words(finding.place);
        let help = finding.help.as_deref().unwrap_or_default();
        format!("{}:{}:{} `{words}` {}: {} = {help}\n", file.path, at.line, at.column, finding.rule, finding.message)
    });
    lines.collect()
}

fn check(files: &[(&str, &str)]) -> String {
    let inputs = inputs("naše", files);
    let (_, findings) = theme(&inputs);
    said(&inputs, &findings)
}

fn head(kind: &'static str) -> Head {
    Head {
        title: "Über <uns>".into(),
        description: "Zażółć \"gęślą\" jaźń".into(),
        address: "people/a.html".into(),
        canonical: None,
        root: "../".into(),
        kind,
        language: "de".into(),
        crumbs: Vec::new(),
        changed: None,
    }
}

fn site() -> Site {
    Site {
        title: "Únik".into(),
        summary: None,
        language: "cs".into(),
        base_url: None,
        publisher: None,
        publisher_url: None,
        contact: None,
        licence: None,
        menu: Vec::new(),
        standings: Vec::new(),
        claims: 0,
        corroborated_origins: 2,
    }
}

fn not_found() -> View {
    View::NotFound(Box::new(NotFoundPage { head: head("not-found") }))
}

#[test]
fn the_list_of_built_in_files_has_every_file_of_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/");
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let mut there: Vec<_> =
        files.map(|file| file.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect();
    there.sort();
    assert_eq!(BUILT_IN.iter().map(|file| file.path).collect::<Vec<_>>(), there);
}

#[test]
fn the_built_in_theme_names_no_field_that_is_not_there() {
    let templates = BUILT_IN.iter().filter_map(|file| Some((file.path.strip_prefix(TEMPLATES)?.to_owned(), file.text)));
    assert_eq!(fields::missing(&templates.collect()), []);
    for (name, _) in given::pages() {
        assert!(BUILT_IN.iter().any(|file| file.path.strip_prefix(TEMPLATES) == Some(name)), "{name}");
    }
    assert_eq!(check(&[("themes/naše/static/x.css", "")]), "");
}

#[test]
fn a_page_is_made_and_what_is_typed_is_no_html() {
    let inputs = inputs("naše", &[("themes/naše/static/x.css", "")]);
    let (theme, _) = theme(&inputs);
    let html = theme.page(&site(), &not_found(), None).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"), "{html}");
    assert!(html.contains("<h1>Über &lt;uns&gt;</h1>"), "{html}");
    assert!(html.contains("href=\"../static/style.css\""), "{html}");
    assert!(html.contains("content=\"Zażółć &quot;gęślą&quot; jaźń\""), "{html}");
    let moved = RedirectPage {
        head: head("redirect"),
        to: Link { address: "people/b.html".into(), words: "B".into(), kind: "person" },
    };
    let html = theme.page(&site(), &View::Redirect(Box::new(moved)), None).unwrap();
    assert!(html.contains("content=\"0; url=../people/b.html\""), "{html}");
}

#[test]
fn a_projects_template_stands_in_place_of_the_built_in_one() {
    let inputs = inputs(
        "naše",
        &[("themes/naše/templates/404.html", "\u{feff}{% extends \"base.html\" %}{% block main %}Tady nic není.{% endblock main %}")],
    );
    let (theme, findings) = theme(&inputs);
    assert_eq!(findings, []);
    let html = theme.page(&site(), &not_found(), None).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("Tady nic není."), "{html}");
}

#[test]
fn files_are_handed_over_once_the_projects_before_the_built_in_ones() {
    let inputs = inputs("naše", &[("themes/naše/static/style.css", "p{}"), ("themes/naše/README.txt", "?")]);
    let (theme, _) = theme(&inputs);
    let taken = Mutex::new(Vec::new());
    theme.files(&|file| {
        taken.lock().unwrap().push(match file {
            SiteFile::Made { address, bytes } => format!("{address} {}", bytes.len() > 3),
            SiteFile::Copied { address, from } => format!("{address} < {from}"),
        });
    });
    let taken = taken.into_inner().unwrap();
    assert_eq!(taken, ["static/icon.svg true", "static/style.css false", "static/Łódź.woff2 < themes/naše/static/Łódź.woff2"]);
}

#[test]
fn a_theme_that_is_not_there_is_said_where_it_is_named() {
    let inputs = inputs("defualt", &[]);
    let (theme, findings) = theme(&inputs);
    insta::assert_snapshot!(said(&inputs, &findings), @"");
    assert!(theme.page(&site(), &not_found(), None).is_ok(), "there always is a theme");
}

#[test]
fn every_template_that_cannot_be_read_is_said() {
    insta::assert_snapshot!(check(&[
        ("themes/naše/templates/claim.html", "<p>\n  „ä“ {{ page.card. }}"),
        ("themes/naše/templates/parts/link.html", "\u{feff}{% if a %}"),
        ("themes/naše/templates/list.html", "{% for x in page.entries %}{% endif %}"),
    ]), @"");
}

#[test]
fn what_is_named_and_not_there_is_said() {
    insta::assert_snapshot!(check(&[
        ("themes/naše/templates/claim.html", "ř {{ page.head.title | shuot }} {% include \"parts/clame.html\" %}"),
        ("themes/naše/templates/list.html", "{{ <nic /> }}{{ dnes() }}{% if page.head is prázdný %}{% endif %}"),
    ]), @"");
    insta::assert_snapshot!(check(&[("themes/naše/templates/list.html", "{% extends \"bse.html\" %}")]), @"");
    insta::assert_snapshot!(check(&[("themes/naše/templates/parts/link.html", "{% include \"parts/link.html\" %}")]), @"");
    insta::assert_snapshot!(check(&[(
        "themes/naše/templates/list.html",
        "{% extends \"base.html\" %}{% block mian %}{% endblock mian %}"
    )]), @"");
}

#[test]
fn a_condition_on_a_field_that_is_not_there_is_said() {
    insta::assert_snapshot!(check(&[(
        "themes/naše/templates/claim.html",
        "{% if page.sumary %}ž{% endif %}\n{% if not page.card.claim.staus and sit %}{% endif %}\n\
         {% for group in page.support.groups %}{% for piece in group.peices %}{% if piece.x %}{% endif %}{% endfor %}{% endfor %}\n\
         {% set c = page.card %}{% if c.claim.text.length %}{% elif page.history.date %}{% endif %}"
    )]), @"");
}

#[test]
fn what_is_there_for_one_page_of_several_is_let_be() {
    assert_eq!(
        check(&[
            ("themes/naše/templates/base.html", "{% if page.article and page.card %}{% endif %}{% block main %}{% endblock main %}{% block extra %}{% endblock extra %}"),
            ("themes/naše/templates/parts/mine.html", "{% if nobody.uses.this %}{% endif %}"),
            ("themes/naše/templates/person.html", "{% extends \"base.html\" %}{% block main %}\
                {% if page.oops is defined %}{% endif %}{# {{ page.oops }} #}{% raw %}{{ page.oops }}{% endraw %}\
                {% for a, b in page.about | group_by(attribute=\"status\") %}{{ a }}{{ b.oops }}{% endfor %}\
                {{ [x.id for x in page.about] | join(sep=\", \") }}{% set y = page.roles | first %}{{ y.oops }}\
                {% if page.said | length > 2 and \"page.oops\" != page.head.title ~ 'page.oops' %}{% endif %}\
                {% set z = page.said %}{% if page.about %}{% set z = page.dates %}{% endif %}{% for w in z %}{% if w.text %}{% endif %}{% endfor %}\
                {% endblock main %}"),
        ]),
        ""
    );
}

#[test]
fn a_mistake_that_shows_when_a_page_is_made_has_its_place() {
    let ours = "{% extends \"base.html\" %}\n{% block main %}{% set x = page.head.crumbs | first %}é {{ 1 + page.head }}{% endblock main %}";
    let inputs = inputs("naše", &[("themes/naše/templates/404.html", ours)]);
    let (theme, findings) = theme(&inputs);
    assert_eq!(findings, []);
    let finding = theme.page(&site(), &not_found(), None).unwrap_err();
    insta::assert_snapshot!(said(&inputs, &[*finding]), @"");
}

#[test]
fn a_part_that_is_not_given_what_it_needs_is_said_where_it_is_used() {
    let ours = "{% extends \"base.html\" %}\n{% block main %}{% include \"parts/claim.html\" %}{% endblock main %}";
    let inputs = inputs("naše", &[("themes/naše/templates/404.html", ours)]);
    let (theme, findings) = theme(&inputs);
    assert_eq!(findings, []);
    let finding = theme.page(&site(), &not_found(), None).unwrap_err();
    insta::assert_snapshot!(said(&inputs, &[*finding]), @"");
}
