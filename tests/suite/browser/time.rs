//! The timeline: narrowed down, looked at closer, sent on.

use super::Window;

const ROWS: &str = "[...document.querySelectorAll('main li[data-tags]')].filter(row => row.checkVisibility()).map(row => row.id)";
const NAMES: &str = "[...document.querySelectorAll('.time-picture--wide a')].filter(one => one.checkVisibility({visibilityProperty: true})).length";

fn choose(window: &Window, what: &str, word: &str) {
    window.sees(&format!(
        "(() => {{ const select = document.querySelector('#choose-{what}'); select.value = '{word}'; select.dispatchEvent(new Event('input', {{bubbles: true}})); return true }})()"
    ));
}

#[test]
fn the_timeline_is_narrowed_down_and_the_choice_can_be_sent() {
    let window = Window::open();
    window.go("timeline.html");
    let all = window.sees(ROWS).as_array().unwrap().len();
    let names = window.sees(NAMES).as_u64().unwrap();
    assert!(all > 5 && names > 5, "{all}, {names}");

    choose(&window, "who", "frank-graefe");
    let some = window.sees(ROWS);
    let count = some.as_array().unwrap().len();
    assert!(count > 0 && count < all, "{some}");
    assert!(window.sees(NAMES).as_u64().unwrap() < names, "the picture follows");
    let said = window.reads("document.querySelector('#chosen-said').textContent");
    assert!(said.starts_with(&format!("{count} of {all}")), "{said}");

    choose(&window, "period", "2024-03");
    let closer = "document.querySelector('details.closer[open] svg').checkVisibility()";
    assert_eq!(window.sees(closer), true, "a period is drawn larger");
    let narrowed = window.sees(ROWS);
    let state = window.reads("location.hash");
    window.go("index.html");
    window.go(&format!("timeline.html{state}"));
    assert_eq!(window.sees(ROWS), narrowed, "{state}");

    window.sees("(document.querySelector('#choose [type=reset]').click(), true)");
    window.waits_for(&format!("{ROWS}.length === {all}"));
    assert!(window.complaints().is_empty());
}

#[test]
fn without_scripts_all_of_the_timeline_is_there_and_a_period_opens() {
    let window = Window::open();
    window.without_scripts();
    window.go("timeline.html");
    assert_eq!(window.sees("document.querySelector('#choose').checkVisibility()"), false);
    assert!(window.sees(ROWS).as_array().unwrap().len() > 5);
    window.sees("(document.querySelector('.closer summary').click(), true)");
    assert_eq!(window.sees("document.querySelector('.closer').open"), true);
}
