//! What is compared with what, and what is left alone.

use crate::check::tests::found_in;

/// What a rule says of one document with a kept copy and one claim that quotes it.
fn said(rule: &str, archive: &str, evidence: &str, article: &str) -> String {
    let sheet = format!(
        "sources: {{gazette: {{name: Gazeta Łódzka}}}}
people: {{los: {{name: Änne Łoś}}}}
documents:
  report: {{title: Rozmowa, type: article, source: gazette, language: pl, {archive}}}
claims:
  overheard: {{text: The call was overheard., status: unverified, {evidence}}}
"
    );
    found_in(
        rule,
        &[
            ("content/facts/leak.yaml", &sheet),
            ("content/archive/report.txt", "Rozmowę\npodsłuchano w hotelu. „To nie ja” – mówi Łoś."),
            ("content/archive/page.html", "<title>Rozmowa</title><p>Rozmow&#281; <b>podsłuchano</b>.</p>"),
            ("content/archive/call.mp3", "Rozmowę"),
            ("content/archive/scan.pdf", "%PDF-1.7 and no more"),
            ("content/articles/a.md", &format!("---\ntitle: Rozmowa\nlang: pl\n---\n{article}\n")),
        ],
    )
}

#[test]
fn quotations_are_looked_for_in_copies_that_can_be_compared() {
    let wrong = "Error 6: these words are not in the kept copy of `report`";
    let copy = |name: &str| format!("archive: {{file: archive/{name}}}");
    let of = |quote: &str| format!("evidence: [{{document: report, quote: {quote}}}]");
    for (archive, evidence, expected) in [
        (copy("report.txt"), of("Rozmowę podsłuchano"), ""),
        (copy("report.txt"), of("Rozmowy podsłuchano"), wrong),
        (copy("page.html"), of("Rozmowę podsłuchano."), ""),
        (copy("page.html"), of("<b>podsłuchano</b>"), wrong),
        // Nobody can say what is in these.
        (copy("call.mp3"), of("Rozmowy podsłuchano"), ""),
        (copy("scan.pdf"), of("Rozmowy podsłuchano"), ""),
        (copy("missing.txt"), of("Rozmowy podsłuchano"), ""),
        ("accessed: 2024-03-12".to_owned(), of("Rozmowy podsłuchano"), ""),
        // This is not the file that was filed.
        (format!("archive: {{file: archive/report.txt, sha256: {}}}", "0".repeat(64)), of("Rozmowy"), ""),
        // A claim that could not be read whole is not judged.
        (copy("report.txt"), format!("{}, about: [nobody]", of("Rozmowy")), ""),
        (
            copy("report.txt"),
            "responses: [{party: los, outcome: denied, document: report, quote: To nie ja}]".to_owned(),
            "",
        ),
        (
            copy("report.txt"),
            "responses: [{party: los, outcome: denied, document: report, quote: To był on}]".to_owned(),
            wrong,
        ),
        (copy("report.txt"), "responses: [{party: los, outcome: denied, quote: To był on}]".to_owned(), ""),
    ] {
        assert_eq!(said("quote-not-in-document", &archive, &evidence, ""), expected, "{archive} {evidence}");
    }
}

#[test]
fn block_quotations_are_those_of_the_evidence() {
    let wrong = "Error 5: this block quotation is not what the evidence of `overheard` says";
    let evidence = "evidence: [{document: report, quote: “Rozmowę podsłuchano w hotelu”}]";
    let copy = "archive: {file: archive/report.txt}";
    for (article, expected) in [
        ("> Rozmowę podsłuchano w hotelu [@overheard]", ""),
        ("> „Rozmowę **podsłuchano**\n> w\u{a0}hotelu”. [@overheard]", ""),
        ("> [Rozmowę podsłuchano](@overheard) […] hotelu [@overheard].", ""),
        ("> Rozmowę podsłuchano w hotelu\n>\n> – [](@los) [@overheard]", ""),
        ("> Rozmowę podsłuchano w hotelu [@overheard; @los]", ""),
        // More than the evidence quotes, and in the copy.
        ("> Rozmowę podsłuchano w hotelu. „To nie ja” [@overheard]", ""),
        ("> Rozmowę podsłuchano w domu [@overheard]", wrong),
        ("> W hotelu podsłuchano rozmowę [@overheard]", wrong),
        ("> - Rozmowę podsłuchano\n> - w domu [@overheard]", wrong),
        // Nobody is said to have said these.
        ("> Rozmowę podsłuchano w domu", ""),
        ("> Rozmowę podsłuchano w domu [@los]", ""),
        ("> Jak wiadomo [@overheard], rozmowę podsłuchano w domu.", ""),
        ("Łoś mówi, że „rozmowę podsłuchano w domu” [@overheard].", ""),
    ] {
        assert_eq!(said("altered-quote", copy, evidence, article), expected, "{article}");
    }
    assert_eq!(said("altered-quote", copy, "evidence: [{document: report}]", "> Tak [@overheard]"), "");
}

#[test]
fn translations_are_given_as_such() {
    let evidence = "Warning 6: these words are in `en`, and `report` is in `pl`";
    let block =
        "Warning 5: this block quotation is not in the language of what was said: the evidence is in `de`";
    let german = "evidence: [{document: report, quote: Das Gespräch wurde abgehört, language: de}]";
    for (archive, quoted, article, expected) in [
        ("", "quote: The call was overheard, language: en", "", evidence),
        ("", "quote: The call was overheard, language: en, translation: {text: Rozmowę podsłuchano}", "", ""),
        ("", "quote: Rozmowę podsłuchano, language: pl-PL", "", ""),
        ("", "quote: Rozmowę podsłuchano", "", ""),
        // The document has these words, whatever its language.
        ("archive: {file: archive/report.txt}", "quote: Rozmowę, language: en", "", ""),
        // These are not in it, and that is what is said of them.
        ("archive: {file: archive/report.txt}", "quote: The call, language: en", "", ""),
        ("archive: {file: archive/call.mp3}", "quote: The call was overheard, language: en", "", evidence),
        ("", "quote: Rozmowę podsłuchano", "> Rozmowę podsłuchano [@overheard]", ""),
    ] {
        let evidence = format!("evidence: [{{document: report, {quoted}}}]");
        assert_eq!(
            said("undisclosed-translation", archive, &evidence, article),
            expected,
            "{archive} {quoted}"
        );
    }
    let told = said("undisclosed-translation", "", german, "> Rozmowę podsłuchano [@overheard]");
    assert!(told.contains(block), "{told}");
    let told = said("undisclosed-translation", "", german, "> Das Gespräch wurde abgehört [@overheard]");
    assert!(!told.contains("block quotation"), "{told}");
}
