//! Pictures say what the page says, and nothing in them collides.

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::project::{Project, files_below, run};

/// The site of the small report that has all there can be.
fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/small");
    let project = Project::new();
    let output = project.path("output");
    let outcome = run(&folder, &["build", "--output", &output.to_string_lossy()]);
    assert_eq!(outcome.code, 0, "{}", outcome.said);
    let pages = files_below(&output)
        .into_iter()
        .filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The pictures of a page: every `svg` with a name.
fn pictures(page: &str) -> Vec<&str> {
    let starts = page.match_indices("<svg class=\"").map(|(at, _)| page.split_at(at).1);
    let whole = starts.map(|rest| rest.split_at(rest.find("</svg>").unwrap() + 6).0);
    whole.filter(|svg| svg.contains("role=\"group\"")).collect()
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or("0").parse().unwrap()
}

/// The boxes of a picture: left, top, right, bottom.
fn boxes(picture: &Document<'_>) -> Vec<[f64; 4]> {
    let of = |node: Node<'_, '_>| {
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(node, name));
        [x, y, x + width, y + height]
    };
    let boxes = picture
        .descendants()
        .filter(|node| node.attribute("class").is_some_and(|class| class.contains("-box")));
    boxes.map(of).collect()
}

fn collide([left, top, right, bottom]: [f64; 4], other: [f64; 4]) -> bool {
    left < other[2] && other[0] < right && top < other[3] && other[1] < bottom
}

#[test]
fn nothing_in_a_picture_collides_and_all_of_it_is_inside() {
    let mut seen = 0;
    for (path, page) in pages() {
        for picture in pictures(&page) {
            seen += 1;
            let picture = Document::parse(picture).unwrap_or_else(|error| panic!("{path}: {error}"));
            let view: Vec<f64> = picture
                .root_element()
                .attribute("viewBox")
                .unwrap()
                .split(' ')
                .map(|number| number.parse().unwrap())
                .collect();
            let boxes = boxes(&picture);
            for (index, one) in boxes.iter().enumerate() {
                assert!(
                    one[0] >= view[0]
                        && one[2] <= view[0] + view[2]
                        && one[1] >= view[1]
                        && one[3] <= view[1] + view[3],
                    "{path}: {one:?} is outside {view:?}"
                );
                for other in boxes.iter().skip(index + 1) {
                    assert!(!collide(*one, *other), "{path}: {one:?} and {other:?}");
                }
            }
        }
    }
    assert!(seen > 10, "there are pictures: {seen}");
}

#[test]
fn every_link_of_a_picture_leads_to_a_page() {
    let pages = pages();
    for (path, page) in &pages {
        for picture in pictures(page) {
            let picture = Document::parse(picture).unwrap();
            for address in picture.descendants().filter_map(|node| node.attribute("href")) {
                let address = address.split('#').next().unwrap().trim_start_matches("../");
                assert!(pages.iter().any(|(there, _)| there == address), "{path}: {address}");
            }
        }
    }
}

#[test]
fn the_way_of_a_claim_names_everybody_on_it() {
    let (_, page) = pages().into_iter().find(|(path, _)| path == "claims/at-fault.html").unwrap();
    let pictures = pictures(&page);
    assert_eq!(pictures.len(), 2, "one for wide pages, one for narrow ones");
    for picture in pictures {
        let words: Vec<String> = Document::parse(picture)
            .unwrap()
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .map(|node| {
                node.descendants()
                    .filter_map(|inner| inner.is_text().then(|| inner.text()).flatten())
                    .collect()
            })
            .collect();
        for named in [
            "A person briefed on the inquiry",
            "Gazeta Łódzka",
            "speaks against it; it speaks in its own name",
            "This report",
            "disputed",
        ] {
            assert!(words.iter().any(|one| one == named), "{named} is missing: {words:?}");
        }
    }
    let style =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static/style.css"))
            .unwrap();
    assert!(style.contains(".way-picture--narrow"), "the style sheet shows one of the two");
}
