//! What counts as the same words, format by format.

use std::collections::BTreeMap;

use super::{Copies, Copy, Index, Known, Missing, Quotation, Unread, read};
use crate::text::{Asset, Input, Inputs};

/// Whether a quotation is in a copy.
fn holds(copy: &Copy, quotation: &str) -> bool {
    Quotation::new(quotation).missing(copy).is_none()
}

fn copy(name: &str, bytes: &[u8]) -> Copy {
    read(name, bytes.to_vec()).unwrap_or_else(|why| panic!("{name} cannot be compared: {why:?}"))
}

/// Each line: a text, what is in it, and what is not.
fn table(name: &str, cases: &[(&str, &[&str], &[&str])]) {
    for (text, there, missing) in cases {
        let copy = copy(name, text.as_bytes());
        for quotation in *there {
            assert!(holds(&copy, quotation), "`{quotation}` is in {text:?}, folded {:?}", copy.folded);
        }
        for quotation in *missing {
            assert!(!holds(&copy, quotation), "`{quotation}` is not in {text:?}, folded {:?}", copy.folded);
        }
    }
}

#[test]
fn what_printers_do_differently_does_not_count() {
    table(
        "a.txt",
        &[
            ("from a\u{a0}hotel in\u{202f}Łódź", &["from a hotel in Łódź", "a\u{a0}hotel"], &["from ahotel"]),
            ("a  hotel\r\n\tin\n\nŁódź", &["a hotel in Łódź"], &["hotel Łódź"]),
            ("Łoś und Gra\u{308}fe", &["Łoś und Gräfe", "Gra\u{308}fe"], &["Grafe", "Los"]),
            (
                "He said “no”.",
                &["He said \"no\".", "said «no»", "„no”", "said ‘no’", "said ,,no''"],
                &["said no"],
            ),
            ("Il dit «\u{a0}non\u{a0}» hier", &["dit “non” hier", "dit <<non>> hier"], &["dit non hier"]),
            ("Powiedział: „nie”", &["Powiedział: »nie«", "Powiedział: \"nie\""], &["Powiedział „Nie”"]),
            ("it wasn’t so", &["it wasn't so", "wasn´t"], &["it wasnt so"]),
            ("1–2 March — a day", &["1-2 March - a day", "March—a", "March -- a", "1−2"], &["12 March"]),
            ("a well-known man", &["a well‑known man"], &["a wellknown man", "well known"]),
            ("eﬃcient oﬃce ﬂat ﬁle", &["efficient office flat file"], &["efficient ofice"]),
            ("inves\u{ad}ti\u{ad}ga\u{200b}tion", &["investigation"], &["investi gation"]),
            ("Das Weiß", &["Weiß"], &["Weiss", "weiß", "DAS"]),
            ("one, two", &["one, two"], &["one two", "one,two"]),
            ("„Ja“, sagt er", &["Ja", "“Ja”", "'Ja'"], &["Ja,"]),
        ],
    );
}

#[test]
fn a_quotation_begins_and_ends_with_whole_words() {
    table(
        "a.txt",
        &[
            (
                "on unsecured lines",
                &["unsecured lines", "on unsecured"],
                &["unsecured line", "secured lines"],
            ),
            ("Łódź2024", &["Łódź2024"], &["Łódź", "2024"]),
            ("他说不是", &["不是", "说不"], &["是不"]),
        ],
    );
}

#[test]
fn what_is_left_out_and_put_in_is_read_as_such() {
    let text = "I am not ready to dismiss our best officers just because it would benefit Putin, he said.";
    table(
        "a.txt",
        &[
            (
                text,
                &[
                    "I am not ready … because it would benefit Putin",
                    "not ready [...] best officers",
                    "not ready […] best officers ... Putin",
                    "not ready (…) officers . . . benefit",
                    "… our best officers …",
                    "[He is] not ready to dismiss [his] best officers",
                    "[…] not ready to dismiss [the] best officers",
                    "just because [this] would benefit [the Russian president], he said",
                    "[N]ot ready [to go]",
                    "[…]",
                    "“I am not ready”",
                ],
                &[
                    "best officers … not ready",
                    "not ready … worst officers",
                    "I am [never] ready to dismiss his officers",
                    "I am [not] said",
                    "[R]eady to go",
                    "rea … officers",
                ],
            ),
            (
                "He was [inaudible] there ... or not",
                &["was [inaudible] there", "there ... or", "there … not"],
                &[],
            ),
            ("a b. a c", &["a [x] c"], &[]),
            ("before [after", &["before [after"], &["after [before"]),
        ],
    );
}

#[test]
fn a_quotation_full_of_gaps_takes_no_longer() {
    let copy = Copy::of_text(&"a the ".repeat(20_000));
    assert!(holds(&copy, &"a [x] the [x] ".repeat(500)));
    assert!(!holds(&copy, &format!("{}end", "a [x] the … a [x] ".repeat(100))));
}

#[test]
fn words_broken_at_the_end_of_lines_are_whole() {
    table(
        "a.txt",
        &[
            (
                "the confi-\ndential well-\nknown Vor-\nund Nach-Teil",
                &["the confidential well-known Vor- und Nach-Teil", "wellknown"],
                &["confidental"],
            ),
            ("a soft\u{ad}\r\nening", &["a softening"], &["a hardening"]),
            ("- one\n- two", &["one - two"], &["onetwo"]),
        ],
    );
}

#[test]
fn pages_show_words_and_no_scripts() {
    table(
        "a.html",
        &[
            (
                "<p>One <b>w</b>ord <a href=x>in a link</a>.</p><p>Two",
                &["One word in a link. Two"],
                &["href"],
            ),
            ("<script>if (a < b) 'said so'</script><style>.a{}</style><p>x", &["x"], &["said so", ".a"]),
            (
                "<p>caf&eacute; &amp; &#321;o&sacute; &ldquo;no&rdquo;&nbsp;&mdash; a&nbsp;hotel",
                &["café & Łoś \"no\" - a hotel"],
                &["&amp;"],
            ),
            ("<li>one<li>two<br>three<td>four", &["one two three four"], &["onetwo"]),
            (
                "<!-- not seen --><template><p>nor this</template><noscript>nor that</noscript>x",
                &["x"],
                &["not seen", "nor this", "nor that"],
            ),
            (
                "<title>Łoś &amp; Co</title><textarea><b>typed</b></textarea>",
                &["Łoś & Co", "<b>typed</b>"],
                &[],
            ),
            ("He said <q>no</q> twice", &["He said „no” twice"], &[]),
            ("inves&shy;ti<wbr>gation", &["investigation"], &[]),
            ("<p>broken <b <i>tags</p", &["broken"], &[]),
            ("", &["…"], &["anything"]),
        ],
    );
    // Nesting costs nothing.
    let deep = format!("{}at the bottom", "<div><b>".repeat(200_000));
    assert!(holds(&copy("a.html", deep.as_bytes()), "at the bottom"));
    // A page by another name, and an XHTML page.
    assert!(!holds(&copy("page", b"<!DOCTYPE html><p class='unseen'>x"), "unseen"));
    assert!(holds(&copy("a.xhtml", b"<html><head><script src='x'/></head><p>shown"), "shown"));
}

#[test]
fn letters_are_read_in_the_encoding_of_the_file() {
    let polish = "Rozmowę podsłuchano w hotelu, żółć i źdźbło są na Śląsku, powiedział minister Łoś.";
    let german =
        "Die Gespräche wurden abgehört, sagte der Präsident; für Änne Gräfe wäre das größte Übel möglich.";
    let encoded = |encoding: &'static encoding_rs::Encoding, text: &str| encoding.encode(text).0.into_owned();
    for (encoding, text) in [
        (encoding_rs::UTF_8, polish),
        (encoding_rs::WINDOWS_1250, polish),
        (encoding_rs::ISO_8859_2, polish),
        (encoding_rs::WINDOWS_1252, german),
    ] {
        assert!(holds(&copy("a.txt", &encoded(encoding, text)), text), "{}", encoding.name());
        for declaration in [
            format!("<meta charset={}>", encoding.name()),
            format!("<meta http-equiv=Content-Type content='text/html; charset={}'>", encoding.name()),
        ] {
            let mut page = declaration.into_bytes();
            page.extend(encoded(encoding, text));
            assert!(holds(&copy("a.html", &page), text), "{}", encoding.name());
        }
    }
    let mark = |mark: &[u8], units: Vec<u8>| [mark, &units].concat();
    let little = polish.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = polish.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(holds(&copy("a.txt", &mark(&[0xff, 0xfe], little)), polish));
    assert!(holds(&copy("a.txt", &mark(&[0xfe, 0xff], big)), polish));
    assert!(holds(&copy("a.txt", &mark("\u{feff}".as_bytes(), polish.into())), polish));
    // Saved as UTF-8 by a browser that left the old declaration in it.
    assert!(holds(&copy("a.html", format!("<meta charset=iso-8859-2>{polish}").as_bytes()), polish));
}

const TYPESET: &[u8] = include_bytes!("../../tests/copies/typeset.pdf");
const SCANNED: &[u8] = include_bytes!("../../tests/copies/scanned.pdf");

#[test]
fn pdfs_are_read_with_their_ligatures_and_broken_lines() {
    let copy = copy("typeset.pdf", TYPESET);
    assert!(copy.whole);
    for there in [
        "Rozmowę podsłuchano w hotelu",
        "“Nie jestem gotów zwolnić naszych najlepszych oficerów” - powiedział minister",
        "The office was influential and efficient",
        "the well-known list of confidential lines is long",
    ] {
        assert!(holds(&copy, there), "{there}: {}", copy.folded);
    }
    for missing in ["Nie jestem gotowy", "the office", "confidential lines are long"] {
        assert!(!holds(&copy, missing), "{missing}: {}", copy.folded);
    }
}

#[test]
fn what_cannot_be_compared_says_why() {
    let why = |name: &str, bytes: &[u8]| read(name, bytes.to_vec()).map(|copy| copy.text);
    assert_eq!(why("scanned.pdf", SCANNED), Err(Unread::NoWords));
    assert_eq!(why("a.pdf", b"not a PDF"), Err(Unread::Broken));
    assert_eq!(why("a.txt", b"%PDF-1.7\n%%EOF"), Err(Unread::Broken));
    assert_eq!(why("a.mp3", b"words"), Err(Unread::Format));
    assert_eq!(why("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"), Err(Unread::Format));
    assert_eq!(why("a.txt", b"\x89PNG\r\n\x1a\n\0\0"), Err(Unread::Broken));
    assert_eq!(why("a.txt", b""), Ok(String::new()));
}

#[test]
fn a_damaged_pdf_is_never_worse_than_unreadable() {
    // Cut off anywhere, and with any byte another: found or not found, and no panic that gets out.
    for end in (0..TYPESET.len()).step_by(37) {
        let _ = read("a.pdf", TYPESET.iter().take(end).copied().collect());
    }
    for at in (0..TYPESET.len()).step_by(11) {
        let mut bytes = TYPESET.to_vec();
        bytes[at] = bytes[at].wrapping_mul(31).wrapping_add(7);
        let _ = read("a.pdf", bytes);
    }
    let deep = format!("%PDF-1.5\n1 0 obj\n{}\nendobj\nxref\n0 2\n", "[<</A".repeat(100_000));
    assert_eq!(read("a.pdf", deep.into_bytes()).map(|copy| copy.text), Err(Unread::Broken));
}

#[test]
fn what_is_missing_is_told_as_it_was_typed() {
    let copy = Copy::of_text("Not ready to dismiss our best officers.");
    let missing = |quotation: &str| Quotation::new(quotation).missing(&copy);
    assert_eq!(
        missing("Not ready … “our worst – officers”"),
        Some(Missing::Words("“our worst – officers”".into()))
    );
    assert_eq!(missing("best officers … Not ready"), Some(Missing::Order));
    assert_eq!(missing("Not ready … best officers"), None);
}

#[test]
fn the_nearest_passage_shows_the_slip() {
    let text = "The minister spoke. “I am not ready to dismiss our best officers\n just because it would benefit Putin,” \
                declared Łoś. He stressed that enhancing security is the priority. Air Force Commander Ingo Gerhartz spoke.";
    let index = Index::new(text);
    for (typed, words, differences) in [
        ("not ready to dismiss my best officers", "not ready to dismiss our best officers", "our/my"),
        ("not redy to dismiss our best officers", "not ready to dismiss our best officers", "ready/redy"),
        ("he stressed that enhancing", "He stressed that enhancing", "He/he"),
        (
            "stressed that security is the priority.",
            "stressed that enhancing security is the priority.",
            "enhancing/",
        ),
        ("our very best officers just because", "our best officers just because", "/very"),
        (
            "is not ready to dismiss best officer",
            "am not ready to dismiss our best officers",
            "am/is our/ officers/officer",
        ),
        (
            "Airforce Commander Ingo Gerharz",
            "Force Commander Ingo Gerhartz",
            "Force/Airforce Gerhartz/Gerharz",
        ),
        ("it would benefit Putin.", "it would benefit Putin,”", "Putin,”/Putin."),
        ("declared Los.", "declared Łoś.", "Łoś./Los."),
    ] {
        let passage = index.nearest(typed).unwrap_or_else(|| panic!("nothing near {typed}"));
        let found: Vec<_> =
            passage.differences.iter().map(|(says, typed)| format!("{says}/{typed}")).collect();
        assert_eq!((passage.words.as_str(), found.join(" ").as_str()), (words, differences));
    }
    for typed in [
        "",
        "…",
        "the weather in Singapore",
        "nothing",
        "I have never said anything of that sort, declared he",
    ] {
        assert_eq!(index.nearest(typed), None, "{typed}");
    }
    assert_eq!(Index::new("").nearest("words"), None);
}

#[test]
fn a_copy_is_read_once_for_as_long_as_it_is_the_same_file() {
    const SHEET: &str = "sources: {gazeta: {name: Gazeta}}
documents: {letter: {title: Brief, type: letter, source: gazeta, archive: {file: archive/brief.txt}}}
claims: {one: {text: Es war dunkel., status: reported, evidence: [{document: letter, quote: Es war dunkel}]}}
";
    let facts = Input { path: "content/facts/a.yaml".to_owned(), text: SHEET.into() };
    let gathered = |digest: &str, known: &mut Known, bytes: Option<&str>| {
        let asset = Asset { sha256: Some(digest.to_owned()), size: 13, changed: None };
        let assets = BTreeMap::from([("content/archive/brief.txt".to_owned(), asset)]);
        let inputs = Inputs::new(vec![facts.clone()], assets);
        let (drafts, _) = crate::load::load(&inputs);
        let (record, _) = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
        let copies = Copies::gather(&record.facts.claims, &record.facts, &inputs, known, |_| {
            Some(bytes?.as_bytes().to_vec())
        });
        let document = record.facts.documents.keys()[0];
        copies.of(document).unwrap().map(|copy| holds(copy, "Es war dunkel"))
    };
    let known = &mut Known::default();
    assert_eq!(gathered("a", known, None), Err(Unread::Broken));
    assert_eq!(gathered("a", known, Some("Es war dunkel.")), Ok(true), "it is there now");
    assert_eq!(gathered("a", known, Some("Es war hell.")), Ok(true), "nobody reads it again");
    assert_eq!(gathered("b", known, Some("Es war hell.")), Ok(false));
    assert_eq!(gathered("a", known, Some("Es war hell.")), Ok(false), "only the last are remembered");
}
