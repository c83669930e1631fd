//! The editors' desk: what is on it, and that it goes nowhere.

use std::fs;

use base64::Engine as _;
use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sha2::{Digest, Sha256};

use crate::project::Project;

/// A report with something for every part of the desk.
fn report() -> Project {
    Project::new()
        .with(
            "content/report.yaml",
            "title: Die Łódź-Affäre <b>\ntime_zone: Europe/Warsaw\nrules:\n  - {rule: no-reply-sought, level: \"off\", why: Alle wurden schon gefragt.}\n",
        )
        .with(
            "content/facts/a.yaml",
            "\
people:
  jan-los: {name: Jan Łoś, notes: Call him again.}
  petra: {name: Petra Änn, notes: She knows Mustermann.}
sources:
  gazette: {name: Gazeta Łódzka}
  echo: {name: Das Echo}
  insider:
    name: Maximilian Mustermann
    also: [Kanarienvogel]
    notes: Kanarienvogel was told.
    confidential: {described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: Änne}
documents:
  gazette-report: {title: A call overheard, type: article, source: gazette, accessed: 2026-11-20}
  echo-report: {title: Gazette says so, type: article, source: echo, copy_of: gazette-report}
claims:
  unsecured:
    text: Jan Łoś used an <unsecured> line.
    status: reported
    adverse_to: [jan-los]
    evidence: [{document: echo-report, basis: own-reporting}]
    responses: [{party: jan-los, outcome: denied, date: 2026-11-21, quote: I never did.}]
  reckless:
    text: Jan Łoś was reckless.
    kind: assessment
    status: reported
    adverse_to: [jan-los]
    evidence: [{document: echo-report, said_by: insider}, {document: gazette-report, stance: disputes}]
    history:
      - {date: 2026-10-01, status: unverified, why: First told.}
      - {date: 2026-11-20, status: reported, why: Told again.}
  late:
    text: Nobody asked for it.
    status: unverified
    review_by: 2026-01-31
    evidence: [{document: gazette-report}]
  bare:
    text: There is nothing behind this.
    status: unverified
    draft: true
    allow: [{rule: unsourced-claim, why: The letter is on its way.}, {rule: bare-rule, why: x}]
  empty: {text: Nothing here either., status: unverified}
",
        )
        .with("content/articles/a.md", "---\ntitle: Der Anruf\n---\n[Jan Łoś used a line](@unsecured). Petra Änn paid 40 euros on 3 May 2024.\n")
}

fn desk(project: &Project) -> String {
    let run = project.run(&["check", "--desk", "desk.html"]);
    assert!(run.said.contains("the editors’ desk is in desk.html"), "{}{}", run.said, run.complained);
    fs::read_to_string(project.path("desk.html")).unwrap()
}

fn parsed(page: &str) -> RcDom {
    html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page)
}

/// Every element with its attributes and the words in it.
fn each(node: &Handle, see: &mut impl FnMut(&str, &[(String, String)], &Handle)) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes: Vec<(String, String)> =
            attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        see(&name.local, &attributes, node);
    }
    for child in node.children.borrow().iter() {
        each(child, see);
    }
}

fn words(node: &Handle) -> String {
    let mut text = match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => String::new(),
    };
    for child in node.children.borrow().iter() {
        text.push_str(&words(child));
    }
    text
}

/// The words of a part of the desk, with single spaces.
fn part(page: &str, id: &str) -> String {
    let mut found = String::new();
    each(&parsed(page).document, &mut |_, attributes, node| {
        if attributes.iter().any(|(name, value)| name == "id" && value == id) {
            found = words(node).split_whitespace().collect::<Vec<_>>().join(" ");
        }
    });
    assert!(!found.is_empty(), "there is no part {id}");
    found
}

#[test]
fn an_editor_sees_it_all_in_one_look() {
    let page = desk(&report());
    for (id, expected) in [
        (
            "blocks",
            vec![
                "error unsourced-claim: 1",
                "no evidence for this claim (empty) content/facts/a.yaml:",
                "error unknown-rule: ",
            ],
        ),
        (
            "claim-rows",
            vec![
                "Jan Łoś used an <unsecured> line. unsecured, a.yaml:16",
                "one origin",
                "Gazeta Łódzka › Das Echo › Gazette says so not opened",
                "Jan Łoś: denied",
                "disputes: Gazeta Łódzka › A call overheard no copy kept",
                "draft There is nothing behind this.",
                "no evidence",
            ],
        ),
        (
            "accusations",
            vec![
                "On 1 no reply is recorded. Jan Łoś was reckless.",
                "Jan Łoś: none recorded",
                "Jan Łoś: denied; answered 21 Nov 2026 “I never did.”",
            ],
        ),
        (
            "articles",
            vec![
                "Der Anruf: 1 of 2 sentences that can be checked carried by claims",
                "Jan Łoś used a line. unsecured",
                "Petra Änn paid 40 euros on 3 May 2024. no claim, content/articles/a.md:4",
            ],
        ),
        (
            "alone",
            vec![
                "Gazeta Łódzka said it first: 2 claims unsecured late",
                "Das Echo passed all of it on: 2 claims",
            ],
        ),
        (
            "ages",
            vec![
                "Nobody asked for it. unverified review was due by 31 January 2026",
                "reported since 20 November 2026",
            ],
        ),
        (
            "exceptions",
            vec![
                "unsourced-claim is switched off: The letter is on its way.",
                "It answers: no evidence for this claim (bare)",
                "no-reply-sought is switched off: Alle wurden schon gefragt.",
                "It answers nothing that is found today.",
            ],
        ),
        (
            "held",
            vec![
                "draft claim: There is nothing behind this.",
                "person: Jan Łoś jan-los, content/facts/a.yaml:2:3Note: Call him again.",
                "This note names a confidential source, and stays in its file.",
                "A person briefed on the inquiry insider",
                "Fears dismissal. Approved by Änne.",
            ],
        ),
    ] {
        let words = part(&page, id);
        for expected in expected {
            assert!(words.contains(expected), "{id} does not say {expected:?}:\n{words}");
        }
    }
}

#[test]
fn what_is_not_public_is_banded_and_who_is_not_named_stays_so() {
    let page = desk(&report());
    assert!(part(&page, "bare").starts_with("draft "));
    for secret in ["Mustermann", "Maximilian", "Kanarienvogel"] {
        assert!(!page.contains(secret), "{secret} is on the desk");
    }
    assert!(page.contains("not for publication"));
}

#[test]
fn a_copy_that_no_machine_could_read_is_left_to_a_person() {
    let project = Project::new().with("content/archive/tape.mp3", "ID3").with(
        "content/facts/a.yaml",
        "sources: {rt: {name: RT}}\ndocuments: {tape: {title: The tape, type: recording, source: rt, archive: {file: archive/tape.mp3}}}\nclaims:\n  said: {text: It was said., status: reported, evidence: [{document: tape, quote: it was said, at: \"00:12\"}]}\n",
    );
    let told = part(&desk(&project), "uncompared");
    assert!(
        told.contains(
            "The tape tape, archive/tape.mp3: no words are read from files of this kind. Quoted in said"
        ),
        "{told}"
    );
    assert!(!desk(&report()).contains("id=\"uncompared\""));
}

#[test]
fn an_empty_report_has_a_desk_that_says_so() {
    let page = desk(&Project::new());
    for (id, expected) in [
        ("blocks", "Nothing blocks publication."),
        ("claims", "No claims have been entered so far."),
        ("alone", "No claim rests on one origin, relay or document alone."),
        ("changes", "Nothing was published so far; all of it is new."),
        ("signatures", "Nobody has signed, and the report asks nobody to."),
        ("exceptions", "No rule is lowered, raised or switched off."),
        ("held", "No drafts, no embargoes, no notes."),
    ] {
        assert!(part(&page, id).contains(expected), "{id}");
    }
}

#[test]
fn it_is_well_formed_and_asks_nothing_of_anybody() {
    for page in [desk(&report()), desk(&Project::new())] {
        let dom = parsed(&page);
        assert!(dom.errors.borrow().is_empty(), "{:?}", dom.errors);
        let mut ids = Vec::new();
        let mut links = Vec::new();
        let (mut policy, mut style, mut script) = (String::new(), String::new(), String::new());
        each(&dom.document, &mut |element, attributes, node| {
            let value = |wanted: &str| {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
            };
            ids.extend(value("id"));
            match element {
                "style" => style = words(node),
                "script" => script = words(node),
                "meta" if value("http-equiv").is_some() => policy = value("content").unwrap(),
                _ => {}
            }
            assert!(!["link", "img", "iframe", "base", "object", "embed"].contains(&element), "<{element}>");
            for (name, value) in attributes {
                assert!(
                    !name.starts_with("on") && !["src", "style", "action"].contains(&name.as_str()),
                    "{name}={value}"
                );
                if name == "href" {
                    links.push(
                        value
                            .strip_prefix('#')
                            .unwrap_or_else(|| panic!("a link leads out: {value}"))
                            .to_owned(),
                    );
                }
            }
        });
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "an id is there twice");
        for link in links {
            assert!(ids.contains(&link), "#{link} leads nowhere");
        }
        assert!(!style.contains("url(") && !style.contains("@import"));
        assert!(!script.contains("fetch") && !script.contains("http"));
        for text in [&style, &script] {
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "the policy is for another text");
        }
        assert!(policy.starts_with("default-src 'none'; "));
    }
}

#[test]
fn it_never_lands_in_a_site() {
    let project = report();
    fs::create_dir_all(project.path("output/sub")).unwrap();
    fs::write(project.path("content/facts/a.yaml"), "people:\n  jan-los: {name: Jan Łoś}\n").unwrap();
    fs::write(project.path("content/report.yaml"), "title: The leak\n").unwrap();
    fs::write(project.path("content/articles/a.md"), "---\ntitle: Der Anruf\n---\nNichts.\n").unwrap();
    let run = project.run(&["build", "--output", "elsewhere"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    let before = project.files("elsewhere");
    for path in [
        "output/desk.html",
        "output/sub/../desk.html",
        "content/../output/sub/desk.html",
        "elsewhere/desk.html",
        "elsewhere/people/desk.html",
        "elsewhere/index.html",
    ] {
        let run = project.run(&["check", "--desk", path]);
        assert_eq!(run.code, 2, "{path}");
        assert!(run.complained.contains("would lie in a site"), "{}", run.complained);
    }
    assert!(project.files("output").is_empty());
    assert_eq!(project.files("elsewhere"), before);
}

#[cfg(unix)]
#[test]
fn it_never_lands_in_a_site_through_a_link_and_is_for_whoever_asked() {
    use std::os::unix::fs::symlink;
    let project = report();
    project.write("output/old.html", "old");
    symlink(project.path("output"), project.path("link")).unwrap();
    symlink(project.path("output/old.html"), project.path("desk.html")).unwrap();
    for path in ["link/desk.html", "desk.html"] {
        let run = project.run(&["check", "--desk", path]);
        assert_eq!(run.code, 2, "{path}: {}", run.complained);
    }
    assert_eq!(project.page("old.html"), "old");
}

#[test]
fn a_second_desk_takes_the_place_of_the_first_and_is_the_same() {
    let project = report();
    let first = desk(&project);
    assert_eq!(desk(&project), first);
    let run = project.run(&["check", "--desk", "no/such/folder/desk.html"]);
    assert_eq!(run.code, 2, "{}", run.said);
}

#[test]
fn what_changed_since_the_last_publication_stands_old_beside_new_with_the_signatures() {
    let sheet = |text: &str| {
        format!(
            "sources:\n  gazette: {{name: Gazeta}}\ndocuments:\n  letter: {{title: A letter, type: letter, source: gazette, accessed: 2026-11-20}}\nclaims:\n  overheard:\n    text: {text}\n    status: unverified\n    evidence: [{{document: letter}}]\n"
        )
    };
    let article = "---\ntitle: Der Anruf\n---\nÄnne lachte.\n\n[Łoś heard it](@overheard).\n";
    let project = Project::new()
        .with(
            "content/report.yaml",
            "title: The leak\npublisher: {name: Das Echo, contact: post@example.org}\n",
        )
        .with("content/facts/a.yaml", sheet("Łoś overheard the call."))
        .with("content/articles/a.md", article);
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    let page = desk(&project);
    assert!(
        part(&page, "changes").ends_with("Nothing changed since 24 November 2026."),
        "{}",
        part(&page, "changes")
    );

    let run = project.run(&["sign", "overheard", "--as", "Änne Łoś", "--role", "fact-check"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let page = desk(&project);
    let signed = part(&page, "signatures");
    assert!(signed.contains("fact-check: Änne Łoś, 24 November 2026"), "{signed}");

    project.write("content/facts/a.yaml", sheet("Łoś may have overheard the call."));
    project.write("content/articles/a.md", article.replace("Änne lachte.", "Änne lachte laut."));
    project.write("content/report.yaml", "title: The leak\npolicy: {sign_off: {publication: [editor]}}\n");
    let page = desk(&project);
    let changes = part(&page, "changes");
    for expected in [
        "changed overheard Łoś overheard the call. Łoś may have overheard the call.",
        "changed a Änne lachte. Änne lachte laut.",
    ] {
        assert!(changes.contains(expected), "{changes}");
    }
    let signed = part(&page, "signatures");
    for expected in ["editor: nobody", "fact-check: changed since Änne Łoś read it on 24 November 2026"] {
        assert!(signed.contains(expected), "{signed}");
    }
    assert!(parsed(&page).errors.borrow().is_empty());
}
