//! Writing with the page open: what is saved shows, a mistake stands over it, mended it goes.

use super::Window;
use crate::project::Project;
use crate::serve::Served;

const SHEET: &str = "content/facts/s.yaml";
const FACTS: &str = "sources: {gazeta: {name: Gazeta Łódzka}}
documents: {letter: {title: Brief, type: letter, source: gazeta, accessed: 2026-11-01}}
claims:
  one:
    text: Es war dunkel.
    status: unverified
    evidence: [{document: letter, quote: dunkel, at: line 1}]
";

const OVER: &str = "document.querySelector('casebook-findings').shadowRoot.querySelector('.over')";

#[test]
fn an_edit_shows_a_mistake_stands_over_it_and_mended_it_goes() {
    let long = (1..120).map(|number| format!("Absatz {number}.")).collect::<Vec<_>>().join("\n\n") + "\n\n";
    let article = format!("---\ntitle: Die Nacht\n---\n[Es war dunkel](@one).\n\n{long}Das Ende.\n");
    let project = Project::new().with(SHEET, FACTS).with("content/articles/nacht.md", &article);
    let served = Served::of(&project);
    let window = Window::open();
    window.visit(&format!("http://127.0.0.1:{}/articles/nacht.html", served.port));
    window.waits_for("document.documentElement.dataset.shown >= 1");
    window.waits_for("document.documentElement.dataset.found === '0'");
    window.sees("(window.same = true, document.querySelector('.card').open = true, scrollTo(0, document.body.scrollHeight / 2), true)");
    let before = window.sees("scrollY").as_f64().unwrap();
    assert!(before > 500.0, "{before}");

    // What is saved shows, and the place is kept.
    let new = article
        .replace("Das Ende.", "Der Schluss.")
        .replace("---\n[Es", "---\nZuerst ein neuer Absatz.\n\n[Es");
    project.write("content/articles/nacht.md", &new);
    window.waits_for("document.body.textContent.includes('Der Schluss.')");
    assert_eq!(
        window.sees("window.same && document.querySelector('.card').open"),
        true,
        "nothing was loaded anew"
    );
    let after = window.sees("scrollY").as_f64().unwrap();
    assert!(after > before, "what is read stays where it is: {after} after {before}");

    // A changed style is put on without a reload.
    project.write("themes/default/static/style.css", "body { color: rgb(1, 2, 3) }");
    window.waits_for("getComputedStyle(document.body).color === 'rgb(1, 2, 3)'");
    assert_eq!(window.sees("window.same"), true);

    // A mistake, as in the terminal, with its line and the way to it.
    project.write(SHEET, FACTS.replace("status: unverified", "status: unverifyed"));
    window.waits_for(&format!("{OVER} !== null"));
    let said = window.reads(&format!("{OVER}.textContent"));
    for told in ["error", "unverifyed", "content/facts/s.yaml:6:13", "unverified", "last good one"] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let link = window.reads(&format!("{OVER}.querySelector('a').getAttribute('href')"));
    assert!(link.starts_with("vscode://file/") && link.ends_with("content/facts/s.yaml:6:13"), "{link}");
    assert_eq!(window.sees("document.body.textContent.includes('Der Schluss.')"), true);

    // It can be put aside, and what is new comes back over the page.
    window.press("Escape");
    window.waits_for(&format!("{OVER} === null"));
    project.write(SHEET, FACTS.replace("status: unverified", "status: verifyed"));
    window.waits_for(&format!("{OVER} !== null && {OVER}.textContent.includes('`verifyed`')"));

    // Mended, it goes away by itself.
    project.write(SHEET, FACTS.replace("dunkel.", "finster."));
    window.waits_for(&format!("{OVER} === null && document.body.textContent.includes('Es war finster.')"));
    assert_eq!(window.sees("window.same"), true);

    // A page that is gone leads to what is nearest.
    window.visit(&format!("http://127.0.0.1:{}/claims/one.html", served.port));
    window.waits_for("document.documentElement.dataset.shown >= 1");
    project.write("content/articles/nacht.md", "---\ntitle: Die Nacht\n---\nNichts.\n");
    project.write(SHEET, FACTS.replace("  one:", "  eins:"));
    window.waits_for("location.pathname === '/claims/index.html'");
    window.waits_for("document.documentElement.dataset.shown >= 1");
    let complaints = window.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn the_desk_says_when_it_has_changed() {
    let project = Project::new().with(SHEET, FACTS);
    let served = Served::of(&project);
    let window = Window::open();
    window.visit(&format!("http://127.0.0.1:{}/desk/", served.port));
    window.waits_for("document.documentElement.dataset.found === '0'");
    project.write(SHEET, FACTS.replace("dunkel.", "finster."));
    let bar = "document.querySelector('casebook-findings').shadowRoot.querySelector('.bar')";
    window.waits_for(&format!("{bar} && {bar}.textContent.includes('has changed')"));
    window.sees(&format!("({bar}.click(), true)"));
    window.waits_for("document.body.textContent.includes('Es war finster.')");
}
