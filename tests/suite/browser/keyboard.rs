//! Going about by keyboard alone.

use super::Window;

/// What has the keyboard: its name, or the beginning of its words.
const HERE: &str = "(document.activeElement.id || document.activeElement.textContent.trim().slice(0, 60))";

#[test]
fn the_first_key_leads_past_the_menu() {
    let window = Window::open();
    window.go("articles/the-leak.html");
    window.press("Tab");
    assert_eq!(window.sees("document.activeElement.matches('.skip')"), true);
    let shown = window.sees(
        "(() => { const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.left >= 0 && box.width > 20 })()",
    );
    assert_eq!(shown, true, "it is seen when it has the keyboard");
    window.press("Enter");
    window.waits_for("document.activeElement.id === 'the_text'");
    window.press("Tab");
    let inside = window.sees("document.querySelector('main').contains(document.activeElement)");
    assert_eq!(inside, true, "{}", window.reads(HERE));
}

#[test]
fn a_mark_leads_to_its_card_and_the_card_opens() {
    let window = Window::open();
    window.size(super::PHONE);
    window.go("articles/the-leak.html");
    window.sees("(document.querySelector('a.claim').focus(), true)");
    window.press("Enter");
    window.waits_for("location.hash.startsWith('#card-')");
    window.press("Tab");
    window.waits_for(
        "document.activeElement.closest('.card') !== null || document.activeElement.matches('a.claim')",
    );
    window.sees("(document.querySelector('.card summary').focus(), true)");
    window.press("Enter");
    window.waits_for("document.querySelector('.card').open");
    window.press("Enter");
    window.waits_for("!document.querySelector('.card').open");
}

#[test]
fn every_mark_of_the_timeline_can_be_reached_and_has_a_name() {
    let window = Window::open();
    window.go("timeline.html");
    let nameless = window.sees(
        "[...document.querySelectorAll('main svg a')].filter(link => link.checkVisibility() && !(link.getAttribute('aria-label') || link.textContent).trim()).length",
    );
    assert_eq!(nameless, 0);
    let marks = window
        .sees("[...document.querySelectorAll('main svg a')].filter(link => link.checkVisibility()).length");
    let marks = marks.as_u64().unwrap();
    assert!(marks > 3, "{marks}");
    window.sees("(document.querySelector('#the_text').focus(), true)");
    let mut reached = 0;
    for _ in 0..marks + 40 {
        window.press("Tab");
        reached += u64::from(window.sees("document.activeElement.closest('main svg') !== null") == true);
    }
    assert!(reached >= marks, "{reached} of {marks}");
}

#[test]
fn every_place_that_has_the_keyboard_is_seen() {
    let window = Window::open();
    window.go("claims/gerhartz-unsecured-line.html");
    let mut seen = 0;
    for _ in 0..60 {
        window.press("Tab");
        let unseen = window.reads(
            "(() => { const here = document.activeElement; if (here === document.body) return ''; const style = getComputedStyle(here); const box = here.getBoundingClientRect(); const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1; return ringed && box.width > 0 && box.bottom > 0 && box.top < innerHeight ? 'seen' : here.outerHTML.slice(0, 120) })()",
        );
        if unseen == "seen" {
            seen += 1;
        } else {
            assert!(unseen.is_empty(), "{unseen}");
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn an_editor_goes_about_the_desk_by_keyboard() {
    let desk = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk.html");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = crate::project::run(folder, &["check", "--desk", &desk.to_string_lossy()]);
    assert_eq!(run.code, 0, "{}", run.complained);
    let window = Window::open();
    window.visit(&format!("file://{}", desk.display()));
    let rows =
        "[...document.querySelectorAll('#claim-rows .row:not(.head)')].filter(row => row.checkVisibility())";
    let all = window.sees(&format!("{rows}.length")).as_u64().unwrap();
    assert!(all > 20, "{all}");
    // To the filter, a word, and fewer claims are there.
    for _ in 0..60 {
        window.press("Tab");
        if window.sees("document.activeElement.matches('.filter input[type=search]')") == true {
            break;
        }
    }
    window.types("Webex");
    window.waits_for(&format!("{rows}.length < {all} && {rows}.length > 0"));
    assert_eq!(window.sees(&format!("{rows}.every(row => row.textContent.includes('Webex'))")), true);
    for _ in 0..5 {
        window.press("Backspace");
    }
    window.waits_for(&format!("{rows}.length === {all}"));
    // To a heading of the table, and the claims are in another order.
    let first = window.reads(&format!("{rows}[0].id"));
    for _ in 0..40 {
        window.press("Tab");
        if window.sees("document.activeElement.matches('#claim-rows .head button')") == true {
            break;
        }
    }
    window.press("Enter");
    window.press("Enter");
    window.waits_for(&format!("{rows}[0].id !== '{first}'"));
    assert!(window.complaints().is_empty());
}
