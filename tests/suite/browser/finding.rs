//! Finding: search with filters, from a disk, with its state in the address.

use super::Window;

const ROWS: &str = "[...document.querySelectorAll('#found li')].map(row => row.textContent)";

fn rows(window: &Window) -> Vec<String> {
    let rows = window.sees(ROWS);
    rows.as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned()).collect()
}

#[test]
fn words_are_found_from_a_disk_and_filters_narrow_them_down() {
    let window = Window::open();
    window.go("search.html");
    window.sees("(document.querySelector('#search-words').focus(), true)");
    window.types("Gerhartz line");
    window.waits_for("document.querySelectorAll('#found li').length > 1");
    let all = rows(&window);
    assert!(all.iter().any(|row| row.contains("unsecured line")), "{all:?}");
    let said = window.reads("document.querySelector('#found-said').textContent");
    assert!(said.starts_with(&all.len().to_string()), "{said}");

    window.sees("(document.querySelector('[name=standing][value=unverified]').click(), true)");
    window.waits_for(&format!("document.querySelectorAll('#found li').length < {}", all.len()));
    let narrowed = rows(&window);
    assert!(!narrowed.is_empty() && narrowed.iter().all(|row| row.ends_with("unverified")), "{narrowed:?}");

    // Whoever is sent the address sees the same.
    let state = window.reads("location.hash");
    assert!(state.contains("Gerhartz") && state.contains("unverified"), "{state}");
    window.go("index.html");
    window.go(&format!("search.html{state}"));
    window.waits_for("document.querySelectorAll('#found li').length > 0");
    assert_eq!(rows(&window), narrowed);
    assert!(window.complaints().is_empty());
}

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    let window = Window::open();
    window.go("search.html");
    window.sees("(document.querySelector('#search-words').focus(), true)");
    window.types("Kanarienvogel");
    window.waits_for("document.querySelector('#found-said').textContent.includes('Kanarienvogel')");
    assert!(rows(&window).is_empty());
}

#[test]
fn without_scripts_there_is_a_list_by_letter() {
    let window = Window::open();
    window.without_scripts();
    window.go("search.html");
    let links =
        window.sees("document.querySelectorAll('.by-letter a[href$=\".html\"]').length").as_u64().unwrap();
    assert!(links > 20, "{links}");
    assert_eq!(window.sees("document.querySelector('#search').checkVisibility()"), false);
}
