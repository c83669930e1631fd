//! What somebody who writes a theme is told.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::Beside;
use super::*;
use crate::text::{Asset, Input, LineIndex};
use crate::view::{Head, Link, NotFoundPage, RedirectPage};

/// A project with these files, and a report with this theme.
fn inputs(theme: &str, files: &[(&str, &str)]) -> Inputs {
    let report = format!("title: Přípaď\ntheme: {theme} # ours\n");
    let mut texts = vec![Input { path: "content/report.yaml".into(), text: report.into() }];
    texts.extend(files.iter().map(|(path, text)| Input { path: (*path).into(), text: (*text).into() }));
    let asset = Asset { sha256: None, size: 3, changed: None };
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
        format!(
            "{}:{}:{} `{words}` {}: {} = {help}\n",
            file.path, at.line, at.column, finding.rule, finding.message
        )
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
        band: None,
    }
}

fn site() -> Site {
    Site {
        title: "Únik".into(),
        summary: None,
        language: "cs".into(),
        spoken: "cs".into(),
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
fn built_in_templates_say_nothing_for_which_there_are_no_words() {
    let templates = BUILT_IN.iter().filter(|file| file.path.starts_with(TEMPLATES));
    let templates = templates.map(|file| (file.path.to_owned(), file.text)).collect();
    assert_eq!(said::missing(&templates, crate::speech::Speech::english()), []);
}

#[test]
fn the_list_of_built_in_files_has_every_file_of_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/");
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file() && entry.path().extension().unwrap() != "ftl");
    let mut there: Vec<_> =
        files.map(|file| file.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect();
    there.sort();
    assert_eq!(BUILT_IN.iter().map(|file| file.path).collect::<Vec<_>>(), there);
}

#[test]
fn the_built_in_theme_names_no_field_that_is_not_there() {
    let templates =
        BUILT_IN.iter().filter_map(|file| Some((file.path.strip_prefix(TEMPLATES)?.to_owned(), file.text)));
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
    let html = theme.page(&site(), &not_found(), Beside::default()).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"), "{html}");
    assert!(html.contains("<h1>Über &lt;uns&gt;</h1>"), "{html}");
    assert!(html.contains("href=\"../static/style.css\""), "{html}");
    assert!(html.contains("content=\"Zażółć &quot;gęślą&quot; jaźń\""), "{html}");
    let moved = RedirectPage {
        head: head("redirect"),
        to: Link { address: "people/b.html".into(), words: "B".into(), kind: "person" },
    };
    let html = theme.page(&site(), &View::Redirect(Box::new(moved)), Beside::default()).unwrap();
    assert!(html.contains("content=\"0; url=../people/b.html\""), "{html}");
}

#[test]
fn a_projects_template_stands_in_place_of_the_built_in_one() {
    let inputs = inputs(
        "naše",
        &[(
            "themes/naše/templates/404.html",
            "\u{feff}{% extends \"base.html\" %}{% block main %}Tady nic není.{% endblock main %}",
        )],
    );
    let (theme, findings) = theme(&inputs);
    assert_eq!(findings, []);
    let html = theme.page(&site(), &not_found(), Beside::default()).unwrap();
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
            SiteFile::Drawn { address, .. } => address.to_owned(),
            SiteFile::Copied { address, from, .. } => format!("{address} < {from}"),
        });
    });
    let taken = taken.into_inner().unwrap();
    assert_eq!(
        taken,
        [
            "static/icon.svg true",
            "static/reader.js true",
            "static/search.js true",
            "static/style.css false",
            "static/timeline.js true",
            "static/Łódź.woff2 < themes/naše/static/Łódź.woff2"
        ]
    );
}

#[test]
fn a_theme_that_is_not_there_is_said_where_it_is_named() {
    let inputs = inputs("defualt", &[]);
    let (theme, findings) = theme(&inputs);
    insta::assert_snapshot!(said(&inputs, &findings), @r"
    content/report.yaml:2:8 `defualt` unknown-theme: there is no theme `defualt` = did you mean `default`? there is `default`, `naše`; a theme is a folder below `themes/`
    ");
    assert!(theme.page(&site(), &not_found(), Beside::default()).is_ok(), "there always is a theme");
}

#[test]
fn every_template_that_cannot_be_read_is_said() {
    insta::assert_snapshot!(check(&[
        ("themes/naše/templates/claim.html", "<p>\n  „ä“ {{ page.card. }}"),
        ("themes/naše/templates/parts/link.html", "\u{feff}{% if a %}"),
        ("themes/naše/templates/list.html", "{% for x in page.entries %}{% endif %}"),
    ]), @r"
    themes/naše/templates/claim.html:2:21 `}}` template-error: found `}}` but expected identifier = docs/themes.md shows what templates look like
    themes/naše/templates/list.html:1:31 `endif` template-error: unknown tag = docs/themes.md shows what templates look like
    themes/naše/templates/parts/link.html:1:11 `` template-error: unexpected end of input = docs/themes.md shows what templates look like
    ");
}

#[test]
fn what_is_named_and_not_there_is_said() {
    insta::assert_snapshot!(check(&[
        ("themes/naše/templates/claim.html", "ř {{ page.head.title | shuot }} {% include \"parts/clame.html\" %}"),
        ("themes/naše/templates/list.html", "{{ <nic /> }}{{ dnes() }}{% if page.head is prazdny %}{% endif %}"),
    ]), @r#"
    themes/naše/templates/claim.html:1:24 `shuot` template-error: unknown filter `shuot` = docs/themes.md shows what templates look like
    themes/naše/templates/claim.html:1:44 `"parts/clame.html"` template-error: unknown template `parts/clame.html` = docs/themes.md shows what templates look like
    themes/naše/templates/list.html:1:4 `<nic />` template-error: unknown component `nic` = docs/themes.md shows what templates look like
    themes/naše/templates/list.html:1:17 `dnes()` template-error: unknown function `dnes` = docs/themes.md shows what templates look like
    themes/naše/templates/list.html:1:45 `prazdny` template-error: unknown test `prazdny` = docs/themes.md shows what templates look like
    "#);
    insta::assert_snapshot!(check(&[("themes/naše/templates/list.html", "{% extends \"bse.html\" %}")]), @r"
    themes/naše/templates/list.html:1:13 `bse.html` template-error: there is no template `bse.html` to extend = docs/themes.md shows what templates look like
    ");
    insta::assert_snapshot!(check(&[("themes/naše/templates/parts/link.html", "{% include \"parts/link.html\" %}")]), @r"
    themes/naše/templates/parts/link.html:1:13 `parts/link.html` template-error: templates include each other in a circle: `parts/link.html` → `parts/link.html` = let one of them include something else
    ");
    insta::assert_snapshot!(check(&[(
        "themes/naše/templates/list.html",
        "{% extends \"base.html\" %}{% block mian %}{% endblock mian %}"
    )]), @r"
    themes/naše/templates/list.html:1:35 `mian` template-error: block `mian` is not defined in any parent template = docs/themes.md shows what templates look like
    ");
}

#[test]
fn a_condition_on_a_field_that_is_not_there_is_said() {
    insta::assert_snapshot!(check(&[(
        "themes/naše/templates/claim.html",
        "{% if page.sumary %}ž{% endif %}\n{% if not page.card.claim.staus and sit %}{% endif %}\n\
         {% for group in page.support.groups %}{% for piece in group.peices %}{% if piece.x %}{% endif %}{% endfor %}{% endfor %}\n\
         {% set c = page.card %}{% if c.claim.text.length %}{% elif page.history.date %}{% endif %}"
    )]), @r"
    themes/naše/templates/claim.html:1:12 `sumary` unknown-field: `sumary` is not a field of ClaimPage = did you mean `summary`? its fields: head, card, summary, speaker, about, adverse_to, unnamed, why, support, dispute, context, checked, replies, history, corrections, editions, contradicts, refines, refined_by, superseded_by, supersedes, reviewed, review_by, articles, embed, citation
    themes/naše/templates/claim.html:2:27 `staus` unknown-field: `staus` is not a field of ClaimLine = did you mean `status`? its fields: id, address, text, status, sentence, kind, hedge, date, origins, ways, counted, said_by
    themes/naše/templates/claim.html:2:37 `sit` unknown-field: `sit` is not given to this template = did you mean `site`? given: body, cited, linked, page, poster, root, site
    themes/naše/templates/claim.html:3:61 `peices` unknown-field: `peices` is not a field of OriginGroup = did you mean `pieces`? its fields: speakers, counts, why, pieces
    themes/naše/templates/claim.html:4:43 `length` unknown-field: there is no field `length` here: this is words = take the step away; docs/themes.md says what each field holds
    themes/naše/templates/claim.html:4:73 `date` unknown-field: there is no field `date` here: this is a list = take the step away; docs/themes.md says what each field holds
    ");
}

#[test]
fn what_is_there_for_one_page_of_several_is_let_be() {
    assert_eq!(
        check(&[
            (
                "themes/naše/templates/base.html",
                "{% if page.article and page.card %}{% endif %}{% block main %}{% endblock main %}{% block extra %}{% endblock extra %}{% block end %}{% endblock end %}"
            ),
            ("themes/naše/templates/parts/mine.html", "{% if nobody.uses.this %}{% endif %}"),
            (
                "themes/naše/templates/person.html",
                "{% extends \"base.html\" %}{% block main %}\
                {% if page.oops is defined %}{% endif %}{# {{ page.oops }} #}{% raw %}{{ page.oops }}{% endraw %}\
                {% for a, b in page.about | group_by(attribute=\"status\") %}{{ a }}{{ b.oops }}{% endfor %}\
                {{ [x.id for x in page.about] | join(sep=\", \") }}{% set y = page.roles | first %}{{ y.oops }}\
                {% if page.said | length > 2 and \"page.oops\" != page.head.title ~ 'page.oops' %}{% endif %}\
                {% set z = page.said %}{% if page.about %}{% set z = page.dates %}{% endif %}{% for w in z %}{% if w.text %}{% endif %}{% endfor %}\
                {% endblock main %}"
            ),
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
    let finding = theme.page(&site(), &not_found(), Beside::default()).unwrap_err();
    insta::assert_snapshot!(said(&inputs, &[*finding]), @r"
    themes/naše/templates/404.html:2:60 `1 + page` template-error: `+` requires both operands to be numbers, found `i64` and `map/struct` = docs/themes.md shows what templates look like
    ");
}

#[test]
fn a_part_that_is_not_given_what_it_needs_is_said_where_it_is_used() {
    let ours =
        "{% extends \"base.html\" %}\n{% block main %}{% include \"parts/claim.html\" %}{% endblock main %}";
    let inputs = inputs("naše", &[("themes/naše/templates/404.html", ours)]);
    let (theme, findings) = theme(&inputs);
    assert_eq!(findings, []);
    let finding = theme.page(&site(), &not_found(), Beside::default()).unwrap_err();
    insta::assert_snapshot!(said(&inputs, &[*finding]), @r#"
    themes/naše/templates/404.html:2:28 `"parts/claim.html"` unknown-field: in `parts/claim.html`: variable `claim` is not defined = given: body, cited, linked, page, poster, root, site
    "#);
}
