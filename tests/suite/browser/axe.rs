//! No page of any kind breaks the rules of WCAG 2.2 AA, by day or night, on a desk or in a hand.

use super::window::Light;
use super::{PHONE, WIDE, Window, one_of_each_kind, tools};

#[test]
fn every_kind_of_page_can_be_used_by_everybody() {
    let window = Window::open();
    let mut broken = Vec::new();
    for address in one_of_each_kind() {
        for light in [Light::Light, Light::Dark] {
            for size in [WIDE, PHONE] {
                window.light(light);
                window.size(size);
                window.go(&address);
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
    assert!(broken.is_empty(), "{}", broken.join("\n"));
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
