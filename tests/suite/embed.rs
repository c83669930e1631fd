//! What others take with them of a claim: a card for their pages, and how to cite it.

use serde_json::Value;

use crate::project::Project;

const FACTS: &str = "\
sources:
  gazeta: {name: Gazeta Łódzka}
documents:
  przeciek: {title: Przeciek, type: article, source: gazeta, published: 2024-03-12, accessed: 2024-03-20, url: \"https://example.org/a_b\"}
claims:
  later:
    text: Two officers dialled in, “by phone”.
    status: reported
    was: [dialled-in]
    evidence: [{document: przeciek, said_by: gazeta, basis: own-reporting, quote: Przeciek, at: title}]
    since: 2024-03-12
    corrections: [{date: 2024-04-01, kind: correction, said: One officer, now: Two officers, why: A slip.}]
  earlier:
    text: One officer dialled in.
    status: superseded
    superseded_by: later
    evidence: [{document: przeciek, said_by: gazeta, basis: own-reporting, quote: Przeciek, at: title}]
    history: [{date: 2024-03-01, status: reported}, {date: 2024-03-12, status: superseded, why: It was two.}]
";

fn project(report: &str) -> Project {
    let project = Project::new()
        .with("content/report.yaml", format!("title: The leak\ntime_zone: Europe/Berlin\n{report}"))
        .with("content/facts/facts.yaml", FACTS);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    project
}

#[test]
fn a_card_in_another_page_shows_what_was_corrected_and_what_replaced_it() {
    let project = project("base_url: https://example.org/leak/\n");
    let card = project.page("claims/later.embed.html");
    for words in
        ["correction", "<del>One officer</del>", "<ins>Two officers</ins>", "noindex", "reported</span>"]
    {
        assert!(card.contains(words), "{words}\n{card}");
    }
    assert!(card.contains("<link rel=\"canonical\" href=\"https://example.org/leak/claims/later.html\">"));
    // Whoever follows a link leaves the frame, and not the page around it.
    assert_eq!(card.matches("<a ").count(), card.matches("target=\"_blank\" rel=\"noopener\"").count());
    let card = project.page("claims/earlier.embed.html");
    assert!(card.contains("It was replaced by: <a href=\"../claims/later.html\""), "{card}");
    // Somebody may have put the card into their page before the claim had its id.
    assert!(project.page("claims/dialled-in.embed.html").contains("url=../claims/later.embed.html"));
    assert!(!project.page("sitemap.xml").contains("embed"));
}

#[test]
fn what_is_to_be_copied_leads_to_the_card() {
    let project = project("base_url: https://example.org/leak/\npublisher: {name: Redakcja}\n");
    let page = project.page("claims/later.html");
    let offer: Value = serde_json::from_str(&project.page("claims/later.oembed.json")).unwrap();
    let address = "https://example.org/leak/claims/later.oembed.json";
    assert!(page.contains(&format!("type=\"application/json+oembed\" title=\"Two officers dialled in, “by phone”.\" href=\"{address}\"")), "{page}");
    let html = offer["html"].as_str().unwrap();
    assert!(html.starts_with(
        "<iframe src=\"https://example.org/leak/claims/later.embed.html\" title=\"Two officers"
    ));
    let shown = html.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    assert!(page.contains(&shown), "{page}");
    // All that oEmbed 1.0 asks of a rich answer.
    assert_eq!((&offer["version"], &offer["type"]), (&"1.0".into(), &"rich".into()));
    assert!(offer["width"].is_u64() && offer["height"].is_u64());
    assert_eq!(
        (&offer["provider_name"], &offer["provider_url"]),
        (&"Redakcja".into(), &"https://example.org/leak/".into())
    );
}

#[test]
fn a_report_that_is_nowhere_yet_offers_no_cards() {
    let project = project("");
    assert!(!project.page("claims/later.html").contains("iframe"));
    assert!(!project.path("output/claims/later.oembed.json").exists());
    assert!(project.page("claims/later.embed.html").contains("Two officers"));
}

#[test]
fn every_page_that_can_be_cited_says_how_to_programs_too() {
    let project = project("base_url: https://example.org/leak/\nlanguage: en\n");
    let claim = project.page("claims/earlier.html");
    for line in [
        "@online{earlier,",
        "note = {superseded},",
        "date = {2024-03-12},",
        "url = {https://example.org/leak/claims/earlier.html},",
    ] {
        assert!(claim.contains(line), "{line}\n{claim}");
    }
    let document = project.page("documents/przeciek.html");
    assert!(
        document.contains("@article{przeciek,") && document.contains("url = {https://example.org/a_b},"),
        "{document}"
    );
    let json = document.split("<code>[{").nth(1).and_then(|rest| rest.split("</code>").next()).unwrap();
    let json = format!("[{{{json}").replace("&quot;", "\"");
    let items: Value = serde_json::from_str(&json).unwrap();
    let all: Value = serde_json::from_str(&project.page("data/citations.json")).unwrap();
    assert_eq!(items[0], all[0]);
}

#[test]
fn search_engines_are_told_of_every_language_an_article_is_there_in() {
    let project = project("base_url: https://example.org/leak/\nlanguage: de\n")
        .with("content/articles/leck.md", "---\ntitle: Das Leck\n---\nText.\n")
        .with(
            "content/articles/leak.md",
            "---\ntitle: The leak\nlang: en\ntranslation_of: leck\n---\nText.\n",
        );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    for page in ["articles/leck.html", "articles/leak.html"] {
        let page = project.page(page);
        for (language, name) in [("de", "leck"), ("en", "leak")] {
            let link = format!(
                "<link rel=\"alternate\" hreflang=\"{language}\" href=\"https://example.org/leak/articles/{name}.html\">"
            );
            assert!(page.contains(&link), "{page}");
        }
    }
}
