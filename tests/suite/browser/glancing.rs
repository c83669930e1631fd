//! A glance at what is behind a link: by mouse and by keyboard, and gone when it is not wanted.

use super::window::Light;
use super::{WIDE, Window, host};

const ARTICLE: &str = "articles/the-leak.html";
const CLAIM: &str = "claims/gerhartz-unsecured-line.html";
const SHOWN: &str = "document.querySelector('[role=tooltip]')";

fn no_glance_for_a_while(window: &Window) {
    window.sees("new Promise(done => setTimeout(() => done(true), 700))");
    assert_eq!(window.sees(&format!("{SHOWN} === null")), true);
}

#[test]
fn the_mouse_over_a_claim_shows_how_it_stands_and_who_says_so() {
    let window = Window::open();
    for light in [Light::Light, Light::Dark] {
        window.light(light);
        window.go(ARTICLE);
        let height = window.sees("document.documentElement.scrollHeight");
        window.points_at(Some("a.claim"));
        window.waits_for(SHOWN);
        let words = window.reads(&format!("{SHOWN}.innerText"));
        let card = "document.querySelector(document.querySelector('a.claim').getAttribute('href'))";
        let claim = window.reads(&format!("{card}.querySelector('.card-claim').textContent"));
        let standing = window.reads(&format!("{card}.querySelector('.standing').textContent.trim()"));
        let who = window.reads(&format!("{card}.querySelector('.card-body p:nth-child(2)').textContent"));
        assert!(words.contains(&claim) && words.contains(&standing), "{words}");
        let start: String = who.chars().take(60).collect();
        assert!(words.contains(&start), "{words} has not {who}");
        assert_eq!(window.sees(&format!("{SHOWN}.querySelector('.sign use') !== null")), true);
        assert_eq!(
            window.reads("document.querySelector('a.claim').getAttribute('aria-describedby')"),
            window.reads(&format!("{SHOWN}.id"))
        );
        assert_eq!(window.sees("document.documentElement.scrollHeight"), height, "nothing moves");
        let inside = window.sees(&format!(
            "(() => {{ const box = {SHOWN}.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight }})()"
        ));
        assert_eq!(inside, true);
        assert_eq!(window.breaks_no_rule(), serde_json::json!([]));

        // The mouse may go onto it; away from both, it goes.
        window.points_at(Some("[role=tooltip] .glance-name"));
        window.sees("new Promise(done => setTimeout(() => done(true), 600))");
        assert_eq!(window.sees(&format!("{SHOWN} !== null")), true);
        window.points_at(None);
        window.waits_for(&format!("!{SHOWN}"));
        assert_eq!(window.sees("document.querySelector('[aria-describedby=glance]') === null"), true);
    }
    assert!(window.complaints().is_empty());
}

#[test]
fn the_keyboard_on_a_link_shows_what_it_leads_to_until_it_leaves() {
    let window = Window::open();
    window.go(CLAIM);
    let on_person = "document.activeElement.matches('.facts a[href*=\"people/\"]')";
    for _ in 0..60 {
        window.press("Tab");
        if window.sees(on_person) == true {
            break;
        }
    }
    assert_eq!(window.sees(on_person), true);
    window.waits_for(SHOWN);
    let name = window.reads("document.activeElement.textContent");
    let words = window.reads(&format!("{SHOWN}.innerText"));
    assert!(
        words.starts_with(&name) && words.lines().filter(|line| !line.trim().is_empty()).count() > 1,
        "{words}"
    );
    assert_eq!(window.breaks_no_rule(), serde_json::json!([]));
    window.press("Escape");
    window.waits_for(&format!("!{SHOWN}"));
    assert_eq!(window.sees(on_person), true, "the keyboard stays where it is");
    no_glance_for_a_while(&window);
    window.press("Tab");
    window.sees("(document.activeElement.blur(), true)");
    no_glance_for_a_while(&window);
}

#[test]
fn what_stands_on_the_page_already_is_not_shown_again() {
    let window = Window::open();
    window.go("claims/index.html");
    window.points_at(Some(".line--claim .line-head a"));
    no_glance_for_a_while(&window);
    window.go(ARTICLE);
    window.sees("(document.querySelector('.card summary').click(), true)");
    window.points_at(Some(".card[open] .card-more a"));
    no_glance_for_a_while(&window);
    window.sees("(document.querySelector('a.claim').id = 'its-mark', true)");
    window.points_at(Some("#its-mark"));
    no_glance_for_a_while(&window);
}

/// The first view of an article is small, and asks for little; a glance asks for two files more, of the same site.
#[test]
fn an_article_asks_for_little_and_nothing_from_elsewhere() {
    let window = Window::open();
    window.size(WIDE);
    window.visit(&format!("{}{ARTICLE}", host::address()));
    window.points_at(Some(".prose a[href*='people/'], a.claim"));
    window.waits_for(SHOWN);
    // The icon may come at any time.
    let (then, first): (Vec<_>, Vec<_>) =
        window.requests().into_iter().partition(|url| url.contains("/data/glance/"));
    assert!(first.len() <= 6 && first.iter().any(|url| url.ends_with("reader.js")), "{first:?}");
    assert_eq!(then.len(), 2, "{then:?}");
    assert!(first.iter().chain(&then).all(|url| url.starts_with(host::address())), "{first:?} {then:?}");
}

#[test]
fn a_finger_shows_nothing_and_neither_does_paper() {
    let window = Window::open();
    window.go(ARTICLE);
    window.sees(
        "document.querySelector('a.claim').dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'touch'}))",
    );
    no_glance_for_a_while(&window);
    window.points_at(Some("a.claim"));
    window.waits_for(&format!("{SHOWN} && {SHOWN}.checkVisibility()"));
    window.paper();
    assert_eq!(window.sees(&format!("{SHOWN}.checkVisibility()")), false);
}
