//! Reading: on a desk, in a hand, at night, on paper, without scripts.

use super::window::Light;
use super::{PHONE, WIDE, Window, one_of_each_kind};

const ARTICLE: &str = "articles/the-leak.html";

#[test]
fn nothing_scrolls_sideways_and_nothing_is_complained_of() {
    let window = Window::open();
    let mut wrong = Vec::new();
    for address in one_of_each_kind() {
        for size in [PHONE, (320, 640), (800, 900), WIDE] {
            window.size(size);
            window.go(&address);
            let wide = window.sees("document.documentElement.scrollWidth").as_u64().unwrap();
            if wide > u64::from(size.0) {
                wrong.push(format!("{address} is {wide} px wide at {}", size.0));
            }
        }
        wrong.extend(window.complaints().into_iter().map(|complaint| format!("{address}: {complaint}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The left and top of the first element, and its right and bottom.
fn place(window: &Window, selector: &str) -> [f64; 4] {
    let place = window.sees(&format!(
        "(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect(); return [box.left, box.top + scrollY, box.right, box.bottom + scrollY] }})()"
    ));
    std::array::from_fn(|at| place[at].as_f64().unwrap())
}

#[test]
fn a_card_stands_in_the_margin_of_a_wide_page_and_below_its_paragraph_on_a_phone() {
    let window = Window::open();
    window.go(ARTICLE);
    let [_, top, right, bottom] = place(&window, ".passage > p");
    let [card_left, card_top, ..] = place(&window, ".card");
    assert!(card_left > right, "beside: {card_left} after {right}");
    assert!(
        card_top >= top - 1.0 && card_top < bottom,
        "at its paragraph: {card_top} between {top} and {bottom}"
    );

    window.size(PHONE);
    window.go(ARTICLE);
    let [left, _, right, bottom] = place(&window, ".passage > p");
    let [card_left, card_top, card_right, _] = place(&window, ".card");
    assert!(card_top >= bottom - 1.0, "below: {card_top} after {bottom}");
    assert!(card_left >= left - 24.0 && card_right <= right + 24.0, "in the column");
    let shut = window.sees("document.querySelector('.card').open");
    assert_eq!(shut, false);
}

#[test]
fn without_scripts_everything_is_there() {
    let window = Window::open();
    for address in one_of_each_kind() {
        window.go(&address);
        let words = "(document.querySelector('main') ?? document.body).textContent.split(/\\s+/).filter(Boolean).length";
        let with = window.sees(words).as_u64().unwrap();
        window.without_scripts();
        window.go(&address);
        let without = window.sees(words).as_u64().unwrap();
        window.with_scripts();
        assert!(without * 10 >= with * 9, "{address}: {without} words of {with}");
    }
    window.without_scripts();
    window.go(ARTICLE);
    // A mark leads to its card, and a card opens, by HTML alone.
    let href = window.reads("document.querySelector('a.claim').getAttribute('href')");
    window.sees("(document.querySelector('.card summary').focus(), true)");
    let id = window.reads("'#' + document.querySelector('.card').id");
    assert_eq!(href, id);
}

#[test]
fn the_night_is_dark_and_words_stand_out_in_it() {
    let window = Window::open();
    let brightness = |of: &str| {
        let colour = window.reads(&format!("getComputedStyle(document.body).{of}"));
        let numbers: Vec<f64> = colour
            .split(|letter: char| !letter.is_ascii_digit() && letter != '.')
            .filter_map(|number| number.parse().ok())
            .collect();
        assert!(numbers.len() >= 3, "{colour}");
        numbers.iter().take(3).sum::<f64>() / 3.0
    };
    window.light(Light::Light);
    window.go(ARTICLE);
    assert!(brightness("backgroundColor") > 200.0 && brightness("color") < 80.0);
    window.light(Light::Dark);
    window.go(ARTICLE);
    assert!(brightness("backgroundColor") < 60.0 && brightness("color") > 170.0);
}

#[test]
fn paper_has_numbered_claims_with_their_addresses_and_no_menus() {
    let window = Window::open();
    window.go(ARTICLE);
    window.paper();
    let shown = |selector: &str| {
        window
            .sees(&format!(
                "[...document.querySelectorAll('{selector}')].filter(one => one.checkVisibility({{contentVisibilityAuto: true}})).length"
            ))
            .as_u64()
            .unwrap()
    };
    assert_eq!(shown(".site-head nav, .crumbs, .skip"), 0, "no menus");
    assert!(shown("a.claim") > 5);
    let numbered = window.reads(
        "getComputedStyle(document.querySelector('a.claim'), '::after').content + document.querySelector('.card-number').textContent",
    );
    assert!(numbered.contains('1'), "{numbered}");
    let pdf = lopdf::Document::load_mem(&window.printed()).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let words = pdf.extract_text(&pages).unwrap().split_whitespace().collect::<String>();
    for told in ["tookpartinthecall", "https://example.org/leak/claims/four-took-part.html"] {
        assert!(words.contains(told), "{told} is not on paper: {words}");
    }
}
