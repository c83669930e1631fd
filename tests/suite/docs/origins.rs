//! docs/origins.md: its sheets are one report, and every count it tells and every picture it shows is that report's.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{ROOT, blocks_of};
use crate::project::Project;

const PAGE: &str = "docs/origins.md";

/// The report of the page: every sheet and every file in it.
fn report() -> Project {
    let project = Project::new().with("content/report.yaml", "title: At the lock\nlanguage: en\n");
    for (number, block) in blocks_of(PAGE).into_iter().enumerate() {
        let path = block.file.unwrap_or_else(|| format!("content/facts/{number}.yaml"));
        project.write(&path, block.text);
    }
    let built = project.run(&["build"]);
    assert_eq!(built.code, 0, "{}", built.said);
    project
}

/// A section that shows an example: the id of its claim, and all of it.
fn examples(page: &str) -> Vec<(String, &str)> {
    let sections = page.split("\n## ").filter_map(|section| {
        let id = section.split("\nclaims:\n  ").nth(1)?.split(':').next()?;
        Some((id.to_owned(), section))
    });
    sections.collect()
}

fn in_words(number: &Value) -> &'static str {
    ["no", "one", "two", "three"][usize::try_from(number.as_u64().unwrap()).unwrap()]
}

#[test]
fn origins_are_counted_as_the_page_says() {
    let project = report();
    let page = fs::read_to_string(Path::new(ROOT).join(PAGE)).unwrap();
    let claims: Vec<Value> = serde_json::from_str(&project.page("data/claims.json")).unwrap();
    let examples = examples(&page);
    assert_eq!(examples.len(), claims.len(), "an example for each claim, one claim in each");
    for (id, section) in examples {
        let claim = claims.iter().find(|claim| claim["id"] == id.as_str()).unwrap();
        let (origins, ways) = (in_words(&claim["origins"]), in_words(&claim["ways"]));
        let plural = |word: &str| if word == "one" { "" } else { "s" };
        let count = format!("{origins} origin{}, {ways} way{}.", plural(origins), plural(ways));
        let told = section.split("\n**").nth(1).and_then(|told| told.split("**").next()).unwrap_or_default();
        assert_eq!(told.to_lowercase(), count, "{id}");

        let site = words_of(&project.page(&format!("claims/{id}.html")));
        let sentence = section.split("\n> ").nth(1).and_then(|rest| rest.lines().next()).unwrap();
        assert!(site.contains(sentence), "{id}: its page does not say: {sentence}");
    }
}

/// A page without its tags.
fn words_of(html: &str) -> String {
    let words = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    words.collect::<String>().replace("&amp;", "&")
}

/// With `BLESS=1` in the environment the pictures are drawn anew.
#[test]
fn the_pictures_are_those_of_the_claims() {
    let project = report();
    let page = fs::read_to_string(Path::new(ROOT).join(PAGE)).unwrap();
    let folder = Path::new(ROOT).join("docs/origins");
    let mut drawn = Vec::new();
    for (id, section) in examples(&page) {
        assert!(section.contains(&format!("](origins/{id}.svg)")), "{id} shows no picture");
        let site = project.page(&format!("claims/{id}.html"));
        drawn.push((format!("{id}.narrow.svg"), alone(&site, "narrow")));
        drawn.push((format!("{id}.svg"), alone(&site, "wide")));
    }
    drawn.sort();
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, picture) in &drawn {
            fs::write(folder.join(name), picture).unwrap();
        }
    }
    let there = crate::project::files_below(&folder);
    let names: Vec<&String> = there.iter().map(|(name, _)| name).collect();
    assert_eq!(names, drawn.iter().map(|(name, _)| name).collect::<Vec<_>>(), "run the tests with BLESS=1");
    for ((name, bytes), (_, picture)) in there.iter().zip(&drawn) {
        assert!(bytes == picture.as_bytes(), "docs/origins/{name} is of another day: run with BLESS=1");
    }
}

/// The picture of a claim's page as a file of its own: it brings its style, and leads nowhere.
fn alone(page: &str, width: &str) -> String {
    let mark = format!("<svg class=\"way-picture way-picture--{width}\"");
    // A way of few steps is drawn once, for all widths.
    let start = page
        .find(&mark)
        .or_else(|| page.find("<svg class=\"way-picture way-picture--only\""))
        .expect("a picture");
    let end = start + page[start..].find("</svg>").unwrap();
    let head = start + page[start..].find('>').unwrap();
    let mut inner = page[head + 1..end].replace("</a>", "");
    while let Some(from) = inner.find("<a href") {
        let to = from + inner[from..].find('>').unwrap() + 1;
        inner.replace_range(from..to, "");
    }
    let opening = page[start..head].replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    format!("{opening}>{STYLE}{inner}</svg>\n")
}

const STYLE: &str = "<style>
svg { background: #fdfcfa; font-family: system-ui, sans-serif; --ground: #fdfcfa; --ink: #1d1d1b; --soft: #5b5955; }
@media (prefers-color-scheme: dark) { svg { background: #171716; --ground: #171716; --ink: #dedbd4; --soft: #a5a19a; } }
text { fill: var(--ink); font-size: 13px; }
.way-head, .way-aside { fill: var(--soft); font-size: 12px; }
.way-head { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
.way-box { fill: var(--ground); stroke: var(--soft); stroke-width: 1; }
.way-box--narrow { stroke: var(--ink); stroke-width: 3; }
.way-box--unopened { stroke-dasharray: 5 4; }
.way-step { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.way-step--unstated { stroke-dasharray: 2 4; }
.way-step--2 { stroke-width: 2.5; }
.way-step--3 { stroke-width: 4; }
.way-bracket { fill: none; stroke: var(--soft); stroke-width: 1.5; }
</style>";
