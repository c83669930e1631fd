//! Moving in, as values: whatever comes is taken in once, soundly, and never makes the program fall.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Format, Known, Placed, added, columns, format_of, kind_of_table, place, read, sheet, text};
use crate::Vocabulary as _;
use crate::diagnostic::Finding;
use crate::load::load;
use crate::model::Kind;
use crate::text::{Input, Inputs};

const SHEET: &str = "content/facts/imported-x.yaml";

fn inputs(sheet: &str) -> Inputs {
    let files = [("content/report.yaml", "title: The leak\n"), (SHEET, sheet)];
    let files = files.map(|(path, text)| Input { path: path.into(), text: text.into() });
    Inputs::new(files.into(), BTreeMap::new())
}

/// What comes of a file beside a sheet, and the mistakes of the sheet that holds it then.
fn taken_in(format: Format, foreign: &str, beside: &str) -> Option<(Placed, String, Vec<Finding>)> {
    let told = read(format, foreign, kind_of_table("claims.csv", foreign), &[]).ok()?;
    let inputs = inputs(beside);
    let (drafts, _) = load(&inputs);
    let placed = place(&told, &Known::of(&drafts, &inputs), "x");
    let after = added(beside, &placed.new)?;
    let (_, findings) = load(&self::inputs(&after));
    Some((placed, after, findings))
}

/// It is taken in without a mistake but for what is missing, and a second time nothing is left to take.
fn is_taken_in_once(format: Format, foreign: &str) -> Result<(), TestCaseError> {
    let Ok(told) = read(format, foreign, Some(Kind::Claim), &[]) else { return Ok(()) };
    let nothing = inputs("");
    let (drafts, _) = load(&nothing);
    let placed = place(&told, &Known::of(&drafts, &nothing), "x");
    let written = sheet(&placed.new, "x");
    let filled = inputs(&written);
    let (drafts, findings) = load(&filled);
    let wrong: Vec<_> = findings.iter().filter(|finding| finding.rule != "missing-field").collect();
    prop_assert!(wrong.is_empty(), "{written}\n{wrong:?}");
    let again = place(&told, &Known::of(&drafts, &filled), "x");
    prop_assert_eq!(&again.new, &Vec::new(), "{}", written);
    let ordered = crate::edits::in_order(crate::edits::Ordered::Sheet, &written);
    prop_assert_eq!(ordered, Some(written));
    Ok(())
}

#[test]
fn entries_come_to_stand_at_the_end_of_their_sections() {
    let beside = "# Ours.\nsources:\n   pap: {name: PAP}   # stays\n\n# What we opened.\ndocuments:\n  note:\n    title: Note\n    type: letter\n    source: pap\n";
    let ris = "TY  - NEWS\nTI  - Wyciek\nT2  - PAP\nER  - \nTY  - NEWS\nTI  - Drugi\nT2  - Gazeta\nER  - \n";
    let (placed, after, findings) = taken_in(Format::Ris, ris, beside).unwrap();
    assert_eq!(placed.new.len(), 3, "two documents and the source that is not known");
    assert!(findings.is_empty(), "{findings:?}\n{after}");
    insta::assert_snapshot!(after, @"
    # Ours.
    sources:
       pap: {name: PAP}   # stays

       gazeta:
         name: Gazeta
         kind: newspaper
         notes: Imported from x.

    # What we opened.
    documents:
      note:
        title: Note
        type: letter
        source: pap

      wyciek:
        title: Wyciek
        type: article
        source: pap
        notes: Imported from x.

      drugi:
        title: Drugi
        type: article
        source: gazeta
        notes: Imported from x.
    ");
    let (placed, again, _) = taken_in(Format::Ris, ris, &after).unwrap();
    assert!(placed.new.is_empty() && placed.known == 2 && again == after);
    // A sheet in which nothing can be put anywhere is left alone.
    assert!(
        taken_in(Format::Ris, ris, "documents: {note: {title: Note, type: letter, source: pap}}\n").is_none()
    );
}

#[test]
fn what_is_there_stays_and_what_is_otherwise_is_told() {
    let beside = "documents:\n  leak:\n    title: Wyciek\n    type: wire\n    doi: 10.5555/1\n    published: 2024-03-12T14:00Z\n";
    let ris =
        "TY  - NEWS\nTI  - Wyciek!\nDO  - https://doi.org/10.5555/1\nDA  - 2024/03/12\nVL  - 3\nER  - \n";
    let (placed, after, _) = taken_in(Format::Ris, ris, beside).unwrap();
    assert_eq!(after, beside);
    let words: Vec<_> = placed.remarks.iter().map(|remark| remark.words.as_str()).collect();
    insta::assert_snapshot!(words.join("\n"), @"
    `leak` stays as it is: `title` is `Wyciek!` there, and `Wyciek` here
    `leak` stays as it is: `type` is `article` there, and `wire` here
    `leak` stays as it is: the file gives `volume`, and the sheet does not: `3`
    ");
}

#[test]
fn nothing_is_tied_to_who_a_confidential_source_is() {
    let beside =
        "sources:\n  insider:\n    name: Ottokar Weiß\n    confidential: {described_as: A person briefed}\n";
    let ris = "TY  - NEWS\nTI  - Brief\nT2  - Ottokar Weiß\nAU  - Weiß, Ottokar\nER  - \n";
    let (_, after, _) = taken_in(Format::Ris, ris, beside).unwrap();
    assert!(after.contains("source: ottokar-weiss\n"), "{after}");
    assert!(after.contains("authors: [Ottokar Weiß]\n") || after.contains("authors: [ottokar-weiss]\n"));
}

#[test]
fn a_bibliography_need_not_be_tidy() {
    let bib = "@string{sz = {Süddeutsche}}
@article{leak, title={One}, journal=sz # { } # zeitung, langid={ngerman}}
@article{leak, title={Two}, journal=pap, language={English}}
@article{leak, title={Three}, journal={PAP}, language={in Polish}}
";
    let (_, once, _) = taken_in(Format::Bibtex, bib, "").unwrap();
    insta::assert_snapshot!(once, @r#"

    sources:
      suddeutsche-zeitung:
        name: Süddeutsche zeitung
        notes: Imported from x.

      pap:
        name: pap
        notes: Imported from x.

    documents:
      one:
        title: One
        type: article
        source: suddeutsche-zeitung
        language: de
        notes: "Imported from x: leak"

      two:
        title: Two
        type: article
        source: pap
        language: en
        notes: "Imported from x: leak2"

      three:
        title: Three
        type: article
        source: pap
        notes: |-
          Imported from x: leak3
          language: in Polish (in Polish is not a language tag (BCP 47))
    "#);
    let (_, twice, _) = taken_in(Format::Bibtex, bib, &once).unwrap();
    assert_eq!(twice, once);
}

#[test]
fn formats_show_in_what_is_in_a_file() {
    let format = |name: &str, text: &str| format_of(name, text).map(Format::word);
    assert_eq!(format("x.json", "[{\"id\": 1, \"type\": \"book\"}]"), Some("csl-json"));
    assert_eq!(format("x.json", "{\"events\": []}"), Some("timelinejs"));
    assert_eq!(format("x.json", "{\"@type\": \"ClaimReview\"}"), Some("claimreview"));
    assert_eq!(format("x.html", "<script>ClaimReview</script>"), Some("claimreview"));
    assert_eq!(format("x.txt", "\nTY  - BOOK"), Some("ris"));
    assert_eq!(format("x.txt", "@book{x,}"), Some("bibtex"));
    assert_eq!(format("x.csv", "Year,Headline\n"), Some("timelinejs"));
    assert_eq!(format("x.csv", "text;status\n"), Some("csv"));
    assert_eq!(format("x.pdf", "%PDF"), None);
}

#[test]
fn old_files_in_the_letters_of_windows_are_read() {
    assert_eq!(text(b"\xef\xbb\xbfG\xc3\xa4"), "Gä");
    assert_eq!(text(b"G\xe4\x84"), "Gä„");
    assert_eq!(text(b"\xff\xfeG\x00\xe4\x00"), "Gä");
}

/// Words that could be anything, with those among them that mean something to YAML, TeX, RIS and tables.
fn words() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "",
        "null",
        "~",
        "NO",
        "on",
        "007",
        "12:30",
        "@id",
        "a: b",
        "# c",
        "- d",
        "'",
        "\"",
        "\\",
        "{",
        "}",
        "[x]",
        "|",
        ">",
        "%",
        "`",
        "<b>x</b>",
        "&amp;",
        "10.1/2",
        "2024-03-12",
        "2024",
        "Łódź „straße”",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "\u{7}",
        "\t",
        "index",
        "https://example.org/ä b",
        "true",
        "..",
        "x\ny",
        "ER  - ",
        "\u{1f600}",
        "\u{200f}",
        "\u{ffff}",
        "\u{10ffff}",
        "\u{ad}",
    ]);
    prop::collection::vec(prop_oneof![odd.prop_map(str::to_owned), "\\PC{0,12}", any::<String>()], 1..4)
        .prop_map(|parts| parts.join(" "))
}

fn fields(names: &'static [&'static str]) -> impl Strategy<Value = Vec<(&'static str, String)>> {
    prop::collection::vec((prop::sample::select(names), words()), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), start in "(@article\\{|TY  - |\\[\\{|\\{\"events\":\\[|Year,Headline\n)?") {
        let text = format!("{start}{}", text(&bytes));
        let _ = columns(&text);
        for format in Format::ALL {
            is_taken_in_once(*format, &text)?;
        }
    }

    #[test]
    fn any_reference_in_json_is_taken_in_once(items in prop::collection::vec(fields(&["id", "title", "container-title", "publisher", "DOI", "URL", "ISBN", "page", "language", "abstract", "odd", "volume"]), 1..5)) {
        let item = |fields: &Vec<(&str, String)>| {
            let mut item: serde_json::Map<_, _> = fields.iter().map(|(name, words)| ((*name).to_owned(), words.clone().into())).collect();
            item.insert("type".to_owned(), "article-newspaper".into());
            item.insert("issued".to_owned(), serde_json::json!({"date-parts": [[2024, 3]]}));
            serde_json::Value::Object(item)
        };
        let items: Vec<_> = items.iter().map(item).collect();
        is_taken_in_once(Format::CslJson, &serde_json::Value::from(items).to_string())?;
    }

    #[test]
    fn any_reference_in_ris_is_taken_in_once(items in prop::collection::vec(fields(&["TI", "T2", "AU", "PB", "DA", "DO", "UR", "SN", "N1", "KW", "ID", "Y2"]), 1..5)) {
        let mut ris = String::new();
        for fields in &items {
            ris.push_str("TY  - NEWS\n");
            for (tag, words) in fields {
                ris.extend([tag, "  - ", words, "\n"]);
            }
            ris.push_str("ER  - \n");
        }
        is_taken_in_once(Format::Ris, &ris)?;
    }

    #[test]
    fn any_bibliography_is_taken_in_once(items in prop::collection::vec(fields(&["title", "author", "journal", "publisher", "date", "year", "month", "url", "doi", "pages", "langid", "note", "crossref"]), 1..5)) {
        let mut bib = String::new();
        for (number, fields) in items.iter().enumerate() {
            bib.extend(["@article{key", &number.to_string(), ",\n"]);
            for (name, words) in fields {
                bib.extend([name, " = {", words, "},\n"]);
            }
            bib.push_str("}\n");
        }
        is_taken_in_once(Format::Bibtex, &bib)?;
    }

    #[test]
    fn any_check_is_taken_in_once(checks in prop::collection::vec((words(), words(), words(), words()), 1..5)) {
        let check = |(said, who, url, day): &(String, String, String, String)| serde_json::json!({
            "@type": "ClaimReview", "claimReviewed": said, "url": url, "datePublished": day, "author": {"name": who},
            "itemReviewed": {"author": {"name": said, "@type": who}, "appearance": [{"url": url}, null, 7]},
            "reviewRating": {"ratingValue": day, "alternateName": who},
        });
        let checks: Vec<_> = checks.iter().map(check).collect();
        is_taken_in_once(Format::Claimreview, &serde_json::Value::from(checks).to_string())?;
    }

    #[test]
    fn any_table_is_taken_in_once(rows in prop::collection::vec(prop::collection::vec(words(), 10), 1..5)) {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["id", "text", "status", "date", "about", "speaker", "checked_by", "checked_date", "notes", "odd"]).unwrap();
        for row in &rows {
            table.write_record(row).unwrap();
        }
        is_taken_in_once(Format::Csv, std::str::from_utf8(&table.into_inner().unwrap()).unwrap())?;
    }

    #[test]
    fn any_timeline_is_taken_in_once(slides in prop::collection::vec((words(), words(), any::<i32>(), 0_u8..14, 0_u8..40), 1..5)) {
        let slide = |(headline, text, year, month, day): &(String, String, i32, u8, u8)| serde_json::json!({
            "start_date": {"year": year, "month": month, "day": day, "hour": day, "minute": month},
            "text": {"headline": headline, "text": text}, "unique_id": headline, "group": text,
        });
        let events: Vec<_> = slides.iter().map(slide).collect();
        is_taken_in_once(Format::Timelinejs, &serde_json::json!({"events": events}).to_string())?;
    }
}
