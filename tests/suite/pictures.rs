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

/// A Mac takes letters and their marks apart in the names of files; whoever types them does not.
#[test]
fn a_picture_whose_name_is_written_with_separate_marks_is_the_one_that_is_typed() {
    let project = Project::new()
        .with("content/media/mo\u{308}we.png", png(40, 30, 200))
        .with("content/archive/mo\u{308}we.txt", "Words.")
        .with(
            "content/facts/gulls.yaml",
            "media:\n  media/möwe.png: {alt: A gull., credit: Änne, licence: CC0-1.0}\ndocuments:\n  gull: {title: G, type: article, source: gazette, archive: {file: archive/möwe.txt, public: true}}\nsources: {gazette: {name: Gazette}}\n",
        )
        .with("content/articles/gulls.md", "---\ntitle: Gulls\n---\n\n![A gull](/media/möwe.png)\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let files = project.files("output");
    assert!(files.iter().any(|(path, _)| path == "media/mo\u{308}we.png"));
    let is_page = |(path, _): &&(String, Vec<u8>)| {
        path.starts_with("gulls") || path.contains("/gulls.html") || path.contains("/gulls/")
    };
    let (_, page) = files.iter().find(is_page).unwrap();
    assert!(String::from_utf8_lossy(page).contains("media/mo%CC%88we"));
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

/// A PNG of one colour.
fn png(width: u32, height: u32, red: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([red, 80, 80]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_picture_is_shown_at_the_width_that_is_needed() {
    let said = "media:\n  media/säl, 1.png: {alt: Ein Saal, credit: Änne Gräfe, licence: CC-BY-4.0}\n";
    let article =
        "---\ntitle: Der Anruf\nimage: \"media/säl, 1.png\"\n---\n![Ein Saal](</media/säl, 1.png>)\n";
    let project = Project::new()
        .with("content/facts/media.yaml", said)
        .with("content/articles/a.md", article)
        .with("content/media/säl, 1.png", png(1200, 600, 200));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let prints = || {
        let files = project.files("output/media").into_iter();
        files.filter(|(name, _)| name.rsplit('.').next() == Some("webp")).collect::<Vec<_>>()
    };
    let sizes: Vec<_> = prints()
        .iter()
        .map(|(_, bytes)| {
            image::load_from_memory(bytes).map(|print| (print.width(), print.height())).unwrap()
        })
        .collect();
    assert_eq!(sizes, [(1200, 600), (480, 240), (960, 480)]);
    let page = project.page("articles/a.html");
    assert_eq!(page.matches(" width=\"1200\" height=\"600\"").count(), 2, "{page}");
    assert_eq!(page.matches("loading=\"lazy\"").count(), 1, "the picture at the top is not waited with");
    for (name, _) in prints() {
        let width = name.rsplit('.').nth(1).unwrap().to_owned();
        let listed = [
            name.replace(' ', "%20").replace(',', "%2C"),
            name.replace(' ', "%20").replace(',', "%2C").replace('ä', "%C3%A4"),
        ];
        let there = listed.iter().any(|name| page.contains(&format!("media/{name} {width}w")));
        assert!(there, "{listed:?}: {page}");
    }
    let run = project.run(&["build"]);
    assert!(run.said.contains("nothing changed"), "{}", run.said);

    // Another picture by the same name has prints of its own, and those of the first are gone.
    let before = prints();
    project.write("content/media/säl, 1.png", png(500, 300, 20));
    assert_eq!(project.run(&["build"]).code, 0);
    let after = prints();
    assert_eq!(after.len(), 2);
    assert!(after.iter().all(|(name, _)| before.iter().all(|(old, _)| old != name)));
}
