//! What pages tell programs, in the words of schema.org.

use serde_json::Value;

use crate::project::Project;

const SHEET: &str = "
sources:
  gazeta: {name: Gazeta Łódzka, url: \"https://gazeta.example\"}
  insider:
    name: Jan Kanarek
    confidential: {described_as: A person briefed, reason: Fear., approved_by: desk}
documents:
  letter: {title: \"Brief </script><b>\", type: letter, source: insider, published: 2024-03-01}
dates:
  call: {title: Der Anruf, date: 2024-02-19, place: {name: Singapur, country: SG, lat: 1.29, lon: 103.85}}
claims:
  seen:
    text: \"Es stand da: </script><script>alert(1)</script>.\"
    status: verified
    checked: {by: Änne Łoś, date: 2024-03-05, how: Gelesen.}
    evidence: [{document: letter, said_by: insider, basis: witness, quote: da, at: line 1}]
    corrections: [{date: 2024-03-09, kind: correction, said: Dort., now: Da., why: Verlesen.}]
";

/// The graph of a page.
fn graph(project: &Project, address: &str) -> Vec<Value> {
    let page = project.page(address);
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    let told: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(told["@context"], "https://schema.org");
    told["@graph"].as_array().unwrap().clone()
}

#[test]
fn pages_say_what_they_are_about_and_no_words_break_out() {
    let article =
        "---\ntitle: Die Nacht\ndate: 2024-03-04\nauthors: [Änne Łoś]\n---\n[Es stand da](@seen).\n";
    let project = Project::new()
        .with("content/report.yaml", "title: Das Leck\nbase_url: https://example.org/leck/\nlicence: CC-BY-4.0\npublisher: {name: Redaktion}\nrules: [{rule: no-kept-copy, level: off, why: Not what is tried.}]\n")
        .with("content/facts/s.yaml", SHEET)
        .with("content/articles/nacht.md", article);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);

    let claim = graph(&project, "claims/seen.html").remove(0);
    assert_eq!(claim["@type"], "ClaimReview");
    assert_eq!(claim["reviewRating"]["alternateName"], "verified");
    assert_eq!(claim["itemReviewed"]["text"], "Es stand da: </script><script>alert(1)</script>.");
    assert_eq!(claim["itemReviewed"]["correction"][0]["text"], "Verlesen.");
    assert_eq!(claim["itemReviewed"]["appearance"][0]["name"], "Brief </script><b>");
    assert_eq!(claim["itemReviewed"]["author"][0]["name"], "A person briefed");

    let article = graph(&project, "articles/nacht.html");
    assert_eq!(article[0]["@type"], "NewsArticle");
    assert_eq!(article[0]["datePublished"], "2024-03-04");
    assert_eq!(article[0]["citation"][0]["@id"], "https://example.org/leck/documents/letter.html");
    assert_eq!(article[1]["@type"], "BreadcrumbList");
    assert_eq!(article[1]["itemListElement"][2]["item"], "https://example.org/leck/articles/nacht.html");

    let event = graph(&project, "dates/call.html").remove(0);
    assert_eq!((&event["startDate"], &event["location"]["name"]), (&"2024-02-19".into(), &"Singapur".into()));
    let source = graph(&project, "sources/insider.html");
    assert!(source.iter().all(|one| one["@type"] == "BreadcrumbList"), "{source:?}");
    assert_eq!(graph(&project, "sources/gazeta.html")[0]["sameAs"], "https://gazeta.example");
    assert_eq!(graph(&project, "method.html")[0]["@type"], "Dataset");
}

#[test]
fn without_an_address_of_its_own_a_report_says_nothing_to_programs() {
    let project = Project::new().with("content/articles/nacht.md", "---\ntitle: Die Nacht\n---\nDunkel.\n");
    assert_eq!(project.run(&["build"]).code, 0);
    assert!(!project.page("articles/nacht.html").contains("ld+json"));
}
