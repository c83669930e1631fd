//! Text in, sentences out.

use std::collections::BTreeMap;

use super::*;
use crate::model::Record;
use crate::text::{Input, Inputs};

mod splitting;
mod stating;

/// Reads a project of one article and one sheet.
pub(super) fn project(article: &str, sheet: &str) -> (Inputs, Record, Reading) {
    let file = |path: &str, text: &str| Input { path: path.to_owned(), text: text.into() };
    let files = vec![
        file("content/report.yaml", "title: The leak\n"),
        file("content/articles/a.md", article),
        file("content/facts/f.yaml", sheet),
    ];
    let inputs = Inputs::new(files, BTreeMap::new());
    let (drafts, _) = crate::load::load(&inputs);
    let (record, _) = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
    let reading = read(&record.facts);
    (inputs, record, reading)
}

const SHEET: &str = "
people: {anna-los: {name: Änne Łoś}}
sources: {gazeta: {name: Gazeta Łódzka}}
documents: {report: {title: Podsłuchana rozmowa, type: article, source: gazeta}}
claims:
  one: {text: One., status: reported, evidence: [{document: report}]}
  two: {text: Two., status: reported, evidence: [{document: report}]}
";

/// Each sentence with the claims that carry it.
fn carried(text: &str) -> Vec<(String, Vec<String>)> {
    let (_, record, reading) = project(&format!("---\ntitle: A\n---\n{text}"), SHEET);
    let ids = |sentence: &Sentence| {
        let claims = sentence.claims.iter();
        claims.map(|claim| record.facts.claims[*claim].entry.id.to_string()).collect()
    };
    reading.articles[0].sentences().map(|sentence| (sentence.text().to_owned(), ids(sentence))).collect()
}

#[test]
fn a_citation_covers_the_sentence_before_it() {
    for (text, expected) in [
        ("Said so [@one]. Not this.", &[("Said so .", &["one"][..]), ("Not this.", &[])][..]),
        ("Said so. [@one] Not this.", &[("Said so.", &["one"]), ("Not this.", &[])]),
        ("Not this. Said so.\n[@one][@two]", &[("Not this.", &[]), ("Said so.", &["one", "two"])]),
        ("Said so. [@one; @two] Nor this.", &[("Said so.", &["one", "two"]), ("Nor this.", &[])]),
        ("Said so.\n\n[@one]\n\nNot this.", &[("Said so.", &["one"]), ("Not this.", &[])]),
        ("- Said so. [@two]\n- Not this.", &[("Said so.", &["two"]), ("Not this.", &[])]),
        ("[@one] Said so.", &[("Said so.", &["one"])]),
        ("> Said so [@one]", &[("Said so", &["one"])]),
        ("| a |\n|---|\n| Said so [@one] |", &[("a", &[]), ("Said so", &["one"])]),
        (
            "Said so.[^n] Not this.\n\n[^n]: See. [@two]",
            &[("Said so.", &["two"]), ("Not this.", &[]), ("See.", &["two"])],
        ),
    ] {
        let found = carried(text);
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|(text, claims)| (text.as_str(), claims.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(text, claims)| (*text, claims.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn words_that_state_a_claim_carry_the_sentences_they_stand_in() {
    assert_eq!(
        carried("[](@anna-los) [said so](@one), & no more. Not [](@gazeta)."),
        [
            ("Änne Łoś said so, & no more.".to_owned(), vec!["one".to_owned()]),
            ("Not Gazeta Łódzka.".to_owned(), vec![])
        ]
    );
}

#[test]
fn every_word_knows_its_place_in_the_file() {
    let article =
        "---\ntitle: A\n---\nŻółw &amp; **Änne** [](@anna-los) [said\nso](@one). Then `code` [@two].\n";
    let (inputs, _, reading) = project(article, SHEET);
    let words: Vec<(&str, &str)> = reading.articles[0]
        .sentences()
        .flat_map(|sentence| {
            let typed = |word: Word<'_>| inputs.words(sentence.place_of(word.range()));
            sentence.wording.words().map(move |word| (word.text, typed(word)))
        })
        .collect();
    assert_eq!(
        words,
        [
            ("Żółw", "Żółw"),
            ("Änne", "Änne"),
            ("Änne", "[](@anna-los)"),
            ("Łoś", "[](@anna-los)"),
            ("said", "said"),
            ("so", "so"),
            ("Then", "Then"),
            ("code", "code"),
        ]
    );
}
