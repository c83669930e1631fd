//! The interface in several languages: everything is said in the one that the report asks for.

use std::fs;
use std::path::Path;

use casebook::speech::Speech;

use crate::project::Project;

fn sources(folder: &str, ends: &str) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files =
        files.into_iter().map(Result::unwrap).filter(|file| file.path().to_str().unwrap().ends_with(ends));
    files
        .map(|file| (file.path().display().to_string(), fs::read_to_string(file.path()).unwrap()))
        .filter(|(path, _)| !path.ends_with("tests.rs"))
        .collect()
}

/// What stands in quotation marks after each `start` in a text.
fn quoted_after<'t>(text: &'t str, start: &str) -> Vec<&'t str> {
    let after = text.split(start).skip(1);
    after.filter_map(|rest| rest.split('"').nth(1)).collect()
}

#[test]
fn there_are_words_for_all_that_is_said_and_none_besides() {
    let code = sources("src", ".rs");
    for (path, text) in &code {
        let code = text.split("#[cfg(test)]").next().unwrap();
        for start in ["told!(", ".say(\""] {
            let text = if start == "told!(" { code.to_owned() } else { code.replace(".say(\"", ".say( \"") };
            for key in quoted_after(&text, start.trim_end_matches('"')) {
                let named = key.contains('-') || Speech::english().asks_for(key).is_some();
                let known = Speech::english().asks_for(key).is_some();
                assert!(known || !named, "{path}: there are no words `{key}`");
            }
        }
    }
    let templates = sources("themes/default/templates", ".html");
    let words = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/words/en.ftl"));
    let words = words.unwrap();
    for key in Speech::english().keys() {
        let named = format!("\"{key}\"");
        let used = code.iter().chain(&templates).any(|(_, text)| text.contains(&named));
        assert!(used || words.contains(&format!("{{ {key} }}")), "nothing says `{key}`");
    }
}

const FACTS: &str = "\
people:
  anna: {name: Änne Łoś, roles: [{title: Leiterin, organisation: amt, from: 2023-03, until: ..}]}
organisations:
  amt: {name: Das Amt, kind: Behörde}
sources:
  blatt: {name: Das Blatt, kind: Zeitung, interested: true}
  agentur: {name: Die Agentur, kind: Agentur}
documents:
  stueck: {title: Das Stück, type: article, source: blatt, published: 2024-03-01, accessed: 2026-11-20}
  meldung: {title: Die Meldung, type: wire, source: agentur, published: 2024-03, copy_of: stueck}
dates:
  gespraech: {title: Ein Gespräch, date: 2024-02-19~, people: [anna], unnamed: 2, place: Łódź}
  danach: {title: Danach, date: 2024-03-01/2024-03-11}
claims:
  eins:
    text: Änne Łoś war dort.
    status: reported
    date: ../2024-03-12
    about: [anna, gespraech]
    adverse_to: [anna]
    evidence: [{document: stueck, said_by: blatt, basis: own-reporting, quote: war dort, at: Absatz 1}]
    responses: [{party: anna, outcome: no reply, asked: 2024-03-01, deadline: 2024-03-03}]
    since: 2024-03-01
    corrections: [{date: 2024-04-01, kind: correction, said: dort., now: da., why: Versehen.}]
  zwei:
    text: Das Amt wusste es.
    status: disputed
    about: [amt]
    evidence:
      - {document: stueck, said_by: blatt, basis: document}
      - {document: meldung, said_by: amt, stance: disputes}
    history: [{date: 2024-03-02, status: unverified}, {date: 2024-03-11, status: disputed, why: Das Amt sprach.}]
";

fn german() -> Project {
    let article = "---\ntitle: Der Bericht\ndate: 2024-03-13\nlead: true\n---\n[Änne Łoś war dort](@eins).\n";
    let report = "title: Das Leck\nlanguage: de\ntime_zone: Europe/Berlin\nbase_url: https://example.org/\n";
    Project::new()
        .with("content/report.yaml", report)
        .with("content/facts/facts.yaml", FACTS)
        .with("content/articles/bericht.md", article)
}

fn visible(html: &str) -> String {
    let without = |html: &str, start: &str, end: &str| {
        let mut parts = html.split(start);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once(end).map_or("", |(_, rest)| rest))
    };
    without(html, "<script type=\"application/ld+json\">", "</script>")
}

/// Every English sentence that German has in other words is looked for in every page, feed and script.
#[test]
fn nothing_is_said_in_english_on_german_pages() {
    let project = german();
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    let (english, (german, _)) = (Speech::english(), Speech::new("de", None));
    let said: Vec<(&str, &str)> = english
        .keys()
        .filter(|key| english.asks_for(key).unwrap().is_empty())
        .map(|key| (key, english.say(key)))
        .filter(|(key, words)| german.say(key) != *words && words.contains(' '))
        .collect();
    assert!(said.len() > 100);
    for (path, bytes) in project.files("output") {
        if [".html", ".xml"].iter().any(|end| path.ends_with(end)) {
            let page = visible(&String::from_utf8(bytes).unwrap()).replace("&#x27;", "'");
            for (key, words) in &said {
                assert!(!page.contains(words), "{path} says `{key}` in English: {words}");
            }
            for word in ["</svg> reported", "</svg> disputed", " claims<", "March", "one origin"] {
                assert!(!page.contains(word), "{path}: {word}");
            }
        }
    }
}

#[test]
fn a_german_page_reads_as_german() {
    let project = german();
    project.run(&["build"]);
    let claim = project.page("claims/eins.html");
    for words in [
        "<html lang=\"de\">",
        "Eine Quelle sagt es; selbst gesehen haben wir es nicht.",
        "Das Blatt sagt es nach eigener Recherche. Gelesen haben wir es im eigenen Artikel vom 1. März 2024.",
        "Änne Łoś wurde gefragt (1. März 2024) und hatte bis zum Ende der Frist (3. März 2024) nicht geantwortet.",
        "spätestens 12. März 2024",
        "</svg> berichtet</span>",
        "Warum sie so steht",
    ] {
        assert!(claim.contains(words), "{words}\n{claim}");
    }
    let timeline = project.page("timeline.html");
    assert!(timeline.contains("vom 1. bis 11. März 2024") && timeline.contains("etwa 19. Februar 2024"));
    assert!(project.page("people/anna.html").contains("seit März 2023"));
    assert!(project.page("corrections.xml").contains("<title>Korrektur: Änne Łoś war dort.</title>"));
}

#[test]
fn a_polish_page_counts_as_polish_does() {
    let project = german();
    let report = "title: Wyciek\nlanguage: pl\ntime_zone: Europe/Warsaw\n";
    project.write("content/report.yaml", report);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    let front = project.page("index.html");
    assert!(front.contains("2 twierdzenia"), "{front}");
    assert!(project.page("timeline.html").contains("od 1 do 11 marca 2024"));
}

#[test]
fn a_project_puts_its_own_words_in_place_of_ours_and_is_told_what_is_wrong_with_them() {
    let project = german();
    project.write("themes/default/words/de.ftl", "page-front = Titelseite\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    assert!(project.page("timeline.html").contains(">Titelseite</a>"));

    project.write("themes/default/words/de.ftl", "pgae-front = Titelseite\n");
    project.write("themes/default/templates/404.html", "{{ say(key=\"not-fuond-what\") }}\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    let said = run.said + &run.complained;
    assert!(
        said.contains("nothing says `pgae-front`") && said.contains("there are no words `not-fuond-what`"),
        "{said}"
    );
}
