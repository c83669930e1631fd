//! Coming again: what changed since the last visit is told from the browser's own memory, from a disk and from a host.

use std::path::Path;

use super::window::Light;
use super::{Window, host};
use crate::project::Project;

const REPORT: &str = "title: The leak\ntime_zone: Europe/Berlin\npublisher: {name: Redakcja Łódź}\n";
const EVIDENCE: &str = "evidence: [{document: piece, said_by: paper, basis: own-reporting}]";

/// A report of two claims, of which one has this more to say of itself.
fn sheet(more: &str) -> String {
    format!(
        "sources:\n  paper: {{name: The Paper}}\n\
         documents:\n  piece: {{title: A piece, type: article, source: paper, published: 2024-03-01, accessed: 2024-03-02}}\n\
         claims:\n  call:\n    text: There was a call.\n    status: reported\n    {EVIDENCE}\n    {more}\n  \
         line:\n    text: The line was open.\n    status: reported\n    since: 2024-03-05\n    {EVIDENCE}\n    \
         corrections: [{{date: 2024-03-20, kind: correction, said: line, now: link, why: A slip.}}]\n"
    )
}

const FIRST: &str = "history: [{date: 2024-03-01, status: reported}]";
/// What came later, though it says that it is older than what was known before.
const LATER: &str = "history: [{date: 2024-03-01, status: unverified}, {date: 2024-03-10, status: reported}]\n    \
                     corrections: [{date: 2024-03-11, kind: clarification, said: a talk, now: a call, why: Closer to it.}]";

fn published(project: &Project, more: &str) {
    project.write("content/facts/all.yaml", sheet(more));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
}

fn words(window: &Window, of: &str) -> String {
    window.reads(&format!(
        "(() => {{ const place = document.querySelector('{of}'); return place && !place.hidden ? place.innerText : '' }})()"
    ))
}

/// Opens a page, and waits until it has said what it has to say.
fn visit(window: &Window, address: &str) {
    window.visit(address);
    window.waits_for("window.casebook && document.querySelector('script[src$=\"data/since.js\"]')");
    window.sees("new Promise(done => setTimeout(() => done(true), 100))");
}

fn links(window: &Window) -> String {
    window.reads(
        "[...document.querySelectorAll('#since li a')].map(link => link.textContent + ' ' + link.getAttribute('href')).join('; ')",
    )
}

/// As if the last visit had been on 12 March 2024.
fn long_ago(window: &Window) {
    window.sees(
        "Object.keys(localStorage).map(key => { const kept = JSON.parse(localStorage[key]); kept.day = '2024-3-12'; localStorage[key] = JSON.stringify(kept); return key })",
    );
}

fn comes_again(window: &Window, project: &Project, top: &str) {
    published(project, FIRST);
    let front = format!("{top}index.html");
    visit(window, &front);
    assert_eq!(words(window, "#since"), "", "a first visit has no last one");
    let foot = words(window, "#since-foot");
    assert!(foot.starts_with("When you come again") && foot.contains("sent nowhere"), "{foot}");
    long_ago(window);
    visit(window, &front);
    assert_eq!(words(window, "#since"), "");
    let foot = words(window, "#since-foot");
    assert!(foot.starts_with("Nothing has changed since your last visit on 12 March 2024."), "{foot}");

    // What is published between two visits is new, however old it says it is.
    long_ago(window);
    published(project, LATER);
    visit(window, &front);
    let note = words(window, "#since");
    let line = "Since your last visit on 12 March 2024: one claim changed its standing, one change in our own words.";
    assert!(note.starts_with(line) && note.contains("sent nowhere"), "{note}");
    let both = "There was a call. claims/call.html; There was a call. claims/call.html";
    assert_eq!(links(window), both);
    assert!(note.contains("clarification") && note.contains("reported"), "{note}");
    assert_eq!(words(window, "#since-foot"), "");

    for light in [Light::Light, Light::Dark] {
        window.light(light);
        assert_eq!(window.breaks_no_rule(), serde_json::json!([]));
    }

    // It stays so all day, and stands where all changes do, and with the claim.
    visit(window, &format!("{top}corrections.html"));
    assert!(words(window, "#since").starts_with(line));
    assert_eq!(links(window), both);
    visit(window, &format!("{top}claims/call.html"));
    assert!(words(window, "#since").starts_with(line));
    assert_eq!(links(window), "clarification #corrections; change of standing #history");
    visit(window, &format!("{top}claims/line.html"));
    assert_eq!(words(window, "#since"), "", "nothing is new with this one");

    // Forgotten, nothing is kept but that; until the reader wants it again.
    visit(window, &front);
    window.sees("(document.querySelector('#since button').click(), true)");
    assert_eq!(
        window.sees("Object.keys(localStorage).map(key => localStorage[key])"),
        serde_json::json!(["off"])
    );
    assert!(words(window, "#since").starts_with("Your browser keeps nothing of your visits"));
    assert_eq!(window.reads("document.activeElement.textContent"), "Remember from now on");
    visit(window, &front);
    assert_eq!(words(window, "#since"), "");
    assert!(words(window, "#since-foot").starts_with("Your browser keeps nothing of your visits"));
    assert_eq!(
        window.sees("Object.keys(localStorage).map(key => localStorage[key])"),
        serde_json::json!(["off"])
    );
    window.sees("(document.querySelector('#since-foot button').click(), true)");
    assert!(words(window, "#since-foot").starts_with("When you come again"));
    let kept = window.reads("Object.keys(localStorage).map(key => localStorage[key]).join()");
    assert!(kept.contains("\"day\"") && kept.len() < 200, "{kept}");
    assert!(window.complaints().is_empty());
    let asked = window.requests();
    assert!(asked.len() > 10 && asked.iter().all(|url| url.starts_with(top)), "{asked:?}");
}

fn on_disk(project: &Project) -> String {
    let folder = project.path("output").canonicalize().unwrap_or_else(|_| project.path("output"));
    format!("file://{}/", Path::new(&folder).display())
}

#[test]
fn who_comes_again_is_told_what_changed_from_a_disk() {
    let project = Project::new().with("content/report.yaml", REPORT);
    comes_again(&Window::open(), &project, &on_disk(&project));
}

#[test]
fn who_comes_again_is_told_what_changed_from_a_host() {
    let project = Project::new().with("content/report.yaml", REPORT);
    let top = host::serve(project.path("output"));
    comes_again(&Window::open(), &project, &top);
}

#[test]
fn reports_beside_each_other_do_not_mix() {
    let window = Window::open();
    let one = Project::new().with("content/report.yaml", REPORT);
    let other = Project::new().with("content/report.yaml", REPORT.replace("The leak", "The flood"));
    published(&one, FIRST);
    published(&other, LATER);
    visit(&window, &format!("{}index.html", on_disk(&one)));
    long_ago(&window);
    visit(&window, &format!("{}index.html", on_disk(&other)));
    assert_eq!(words(&window, "#since"), "");
    assert!(words(&window, "#since-foot").starts_with("When you come again"));
    assert_eq!(window.sees("Object.keys(localStorage).length"), 2);
    // The same report, copied to another folder, is the same.
    let copy = Project::new().with("content/report.yaml", REPORT);
    published(&copy, LATER);
    visit(&window, &format!("{}index.html", on_disk(&copy)));
    assert!(words(&window, "#since").starts_with("Since your last visit on 12 March 2024"));
}

#[test]
fn without_scripts_or_storage_nothing_is_said() {
    let project = Project::new().with("content/report.yaml", REPORT);
    published(&project, FIRST);
    let window = Window::open();
    let front = format!("{}index.html", on_disk(&project));
    window.without_scripts();
    window.visit(&front);
    assert_eq!(words(&window, "#since") + &words(&window, "#since-foot"), "");
    window.with_scripts();
    // A browser that lets nobody keep anything.
    window.before_pages("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})");
    visit(&window, &front);
    assert_eq!(words(&window, "#since") + &words(&window, "#since-foot"), "");
    assert!(window.complaints().is_empty());
}
