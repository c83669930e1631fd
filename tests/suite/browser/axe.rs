//! No page of any kind breaks the rules of WCAG 2.2 AA, by day or night, on a desk or in a hand.

use std::path::Path;

use super::window::Light;
use super::{PHONE, WIDE, Window, one_of_each_kind, tools};

#[test]
fn every_kind_of_page_can_be_used_by_everybody() {
    let broken = breaks_the_rules(&one_of_each_kind(), Window::go);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The docs, of which some are long, wide or full of code.
#[test]
fn the_docs_can_be_used_by_everybody() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs-site");
    crate::docs::write_site(&folder);
    let pages =
        ["index", "tutorial", "origins", "publishing", "reference", "rules/one-way", "project/readme"];
    let broken = breaks_the_rules(&pages.map(str::to_owned), |window, page| {
        window.visit(&format!("file://{}.html", folder.join(page).display()));
    });
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn breaks_the_rules(pages: &[String], go: impl Fn(&Window, &str)) -> Vec<String> {
    let window = Window::open();
    let mut broken = Vec::new();
    for address in pages {
        for light in [Light::Light, Light::Dark] {
            for size in [WIDE, PHONE] {
                window.light(light);
                window.size(size);
                go(&window, address);
                let wide = window.sees("document.documentElement.scrollWidth > innerWidth");
                if wide == true {
                    broken.push(format!("{address}, {} px: it scrolls sideways", size.0));
                }
                window.sees(&format!("(() => {{ {}; return true }})()", tools::axe()));
                let tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
                let found = window.sees(&format!(
                    "axe.run(document, {{runOnly: {tags}, resultTypes: ['violations']}}).then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 120))))"
                ));
                for one in found.as_array().unwrap() {
                    broken.push(format!("{address}, {light:?}, {} px: {one}", size.0));
                }
            }
        }
    }
    broken
}

#[test]
fn what_breaks_the_rules_would_be_found() {
    let window = Window::open();
    window.go("index.html");
    window.sees(&format!("(() => {{ {}; return true }})()", tools::axe()));
    window.sees("document.body.append(document.createElement('img')) ?? true");
    let found = window.sees("axe.run().then(result => result.violations.map(rule => rule.id))");
    assert!(found.as_array().unwrap().iter().any(|rule| rule == "image-alt"), "{found}");
}
