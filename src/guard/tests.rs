//! Canaries in every field there is, and made-up output that leaks them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use jiff::Timestamp;

use super::{Guard, Seal, Words, sealed, traces};
use crate::Vocabulary as _;
use crate::link::link;
use crate::load::{form_of, load};
use crate::model::Kind;
use crate::text::{Asset, Input, Inputs};

/// The names of the fields that an entry of a kind can have.
fn fields_of(kind: Kind) -> Vec<&'static str> {
    form_of(kind).fields.iter().map(|field| field.name).collect()
}

/// A guard over a report of these files.
fn guard(files: &[(&str, &str)]) -> Guard {
    let texts = files.iter().map(|(path, text)| Input { path: (*path).to_owned(), text: (*text).into() });
    let assets =
        BTreeMap::from([("content/media/a.jpg".to_owned(), Asset { sha256: None, size: 1, changed: None })]);
    let inputs = Inputs::new(texts.collect(), assets);
    let (drafts, _) = load(&inputs);
    let (record, _) = link(&drafts, &inputs, Timestamp::UNIX_EPOCH);
    Guard::new(Words::of(&drafts, &record), &record)
}

/// What is said when such a page is about to be written.
fn said(guard: &Guard, bytes: &[u8]) -> String {
    guard.look("page.html", bytes);
    let said: Vec<String> = guard.findings().into_iter().map(|finding| finding.message).collect();
    guard.leaks.lock().unwrap().clear();
    said.join("\n")
}

/// Four words that stand nowhere else.
fn canary(field: &str) -> String {
    format!("kanarie{field} zwitschert heimlich laut")
}

/// Fields that hold no words of their own: ids, dates, numbers, words of closed lists.
const NO_WORDS: [&str; 46] = [
    "about",
    "accessed",
    "adverse_to",
    "archive",
    "basis",
    "confidential",
    "contradicts",
    "copy_of",
    "counts_with",
    "created",
    "date",
    "derived_from",
    "draft",
    "embargo",
    "id",
    "image",
    "inferred",
    "interested",
    "kind",
    "lang",
    "language",
    "lead",
    "organisations",
    "owner",
    "part_of",
    "people",
    "published",
    "refines",
    "review_by",
    "reviewed",
    "since",
    "source",
    "speaker",
    "speaks_for",
    "status",
    "superseded_by",
    "translation_of",
    "type",
    "unnamed",
    "updated",
    "was",
    "country",
    "isbn",
    "doi",
    "pages",
    "volume",
];

/// An entry in which every field that holds words has a canary.
fn full(kind: Kind, more: &str) -> String {
    let required = match kind {
        Kind::Document => "type: letter, source: gazette, ",
        Kind::Date => "date: 2024-02-19, ",
        Kind::Claim => "status: reported, ",
        _ => "",
    };
    let mut fields = required.to_owned();
    for field in fields_of(kind) {
        if NO_WORDS.contains(&field) {
            continue;
        }
        let words = canary(field);
        let value = match field {
            "also" | "authors" => format!("[{words}]"),
            "url" => format!("\"https://example.org/{}\"", words.replace(' ', "-")),
            "allow" => format!("[{{rule: unsourced-claim, why: {words}}}]"),
            "roles" => format!("[{{title: {words}}}]"),
            "place" => format!("{{name: {words}}}"),
            "withdrawn" => format!("{{date: 2024-03-12, why: {words}}}"),
            "evidence" => format!("[{{document: letter, quote: {words}, translation: {{text: {words}}}}}]"),
            "responses" => format!("[{{party: gazette, outcome: denied, quote: {words}}}]"),
            "history" => format!("[{{date: 2024-03-12, status: reported, why: {words}}}]"),
            "corrections" => {
                format!("[{{date: 2024-03-12, kind: correction, said: {words}, now: b, why: c}}]")
            }
            "checked" => format!("{{by: a, date: 2024-03-12, how: {words}}}"),
            _ => words,
        };
        let _ = write!(fields, "{field}: {value}, ");
    }
    if kind == Kind::Article {
        return format!("---\n{{{fields}{more}}}\n---\n{}\n", canary("prose"));
    }
    fields + more
}

const OTHERS: &str = "sources:\n  gazette: {name: Gazeta}\ndocuments:\n  letter: {title: Brief, type: letter, source: gazette}\n";

fn guard_of(kind: Kind, more: &str) -> Guard {
    let entry = full(kind, more);
    if kind == Kind::Article {
        return guard(&[("content/facts/o.yaml", OTHERS), ("content/articles/full.md", &entry)]);
    }
    let sheet = format!("{}:\n  full: {{{entry}}}\n", kind.section());
    guard(&[("content/facts/o.yaml", OTHERS), ("content/facts/full.yaml", &sheet)])
}

#[test]
fn every_field_of_a_draft_and_of_what_is_under_embargo_is_secret() {
    for kind in Kind::ALL {
        for (more, why) in
            [("draft: true", "the draft `full`"), ("embargo: 1970-01-01T00:00:01Z", "under embargo")]
        {
            let guard = guard_of(*kind, more);
            let words = fields_of(*kind).into_iter().filter(|field| !NO_WORDS.contains(field));
            let mut known = 0;
            for field in words.chain((*kind == Kind::Article).then_some("prose")) {
                let said = said(&guard, format!("<p>x {}</p>", canary(field)).as_bytes());
                let desk = matches!(field, "notes" | "allow");
                assert!(said.contains(if desk { "of the desk's" } else { why }), "{kind:?} {field}: {said}");
                assert!(field == "prose" || said.contains(&format!("`{field}`")), "{kind:?} {field}: {said}");
                assert!(!said.contains("kanarie"), "the words are not repeated: {said}");
                known += 1;
            }
            assert!(known > 5, "{kind:?} has fields");
        }
    }
}

#[test]
fn of_what_is_public_only_the_desks_own_is_secret() {
    for kind in Kind::ALL {
        let guard = guard_of(*kind, "interested: false");
        let guard = if matches!(kind, Kind::Person | Kind::Organisation | Kind::Source) {
            guard
        } else {
            guard_of(*kind, "was: []")
        };
        for field in fields_of(*kind).into_iter().filter(|field| !NO_WORDS.contains(field)) {
            let said = said(&guard, canary(field).as_bytes());
            assert_eq!(!said.is_empty(), matches!(field, "notes" | "allow"), "{kind:?} {field}: {said}");
        }
    }
}

#[test]
fn of_a_confidential_source_two_things_are_shown() {
    let confidential = "confidential: {described_as: kanarievogel zwitschert öffentlich gern, reason: kanarievogel zwitschert nochmals gern, approved_by: kanarieapproved zwitschert heimlich laut}";
    let guard = guard_of(Kind::Source, confidential);
    for field in
        fields_of(Kind::Source).into_iter().filter(|field| !NO_WORDS.contains(field)).chain(["approved"])
    {
        let said = said(&guard, canary(field).as_bytes());
        assert!(said.contains("`full`") && !said.contains("kanarie"), "{field}: {said}");
    }
    for shown in ["kanarievogel zwitschert öffentlich gern", "kanarievogel zwitschert nochmals gern"] {
        assert_eq!(said(&guard, shown.as_bytes()), "");
    }
}

const SOURCE: &str =
    "sources:\n  insider:\n    name: Jan Łoś\n    confidential: {described_as: An insider, reason: Fear.}\n";

#[test]
fn a_name_typed_into_the_report_is_found_unless_somebody_openly_has_it() {
    let article = "---\ntitle: Der Anruf\n---\nJan Łoś sagte es.\n";
    let one = guard(&[("content/facts/s.yaml", SOURCE), ("content/articles/a.md", article)]);
    assert_eq!(
        said(&one, b"<p>Jan <b>&Lstrok;o&sacute;</b></p>"),
        "a secret name of the source `insider` stands in `page.html`"
    );
    let people = "people:\n  jan: {name: Jan Łoś}\n";
    let two = guard(&[("content/facts/s.yaml", SOURCE), ("content/facts/p.yaml", people)]);
    assert_eq!(said(&two, "Jan Łoś".as_bytes()), "");
}

#[test]
fn an_answered_finding_is_not_told() {
    let claim = |allow: &str| {
        format!(
            "claims:\n  one: {{text: Es war gestern Abend dunkel draußen., status: reported, draft: true{allow}}}\n"
        )
    };
    for (allow, told) in [
        ("", true),
        (", allow: [{rule: secret-in-output, why: Das weiß jeder.}]", false),
        (
            ", allow: [{rule: secret-in-output, words: gestern Abend dunkel draußen, why: Das weiß jeder.}]",
            false,
        ),
        (", allow: [{rule: secret-in-output, words: ganz andere Worte hier, why: Das weiß jeder.}]", true),
        (", allow: [{rule: unsourced-claim, why: Das weiß jeder.}]", true),
    ] {
        let guard = guard(&[("content/facts/c.yaml", &claim(allow))]);
        assert_eq!(!said(&guard, "gestern Abend dunkel draußen".as_bytes()).is_empty(), told, "{allow}");
    }
}

#[test]
fn the_name_of_a_file_that_leaks_is_not_repeated() {
    let guard = guard(&[("content/facts/s.yaml", SOURCE)]);
    guard.look("media/jan-los.jpg", b"");
    let said = guard.findings().remove(0).message;
    assert_eq!(said, "a secret name of the source `insider` stands in the name of a file in `media`");
}

#[test]
fn what_is_packed_is_unpacked() {
    let guard = guard(&[("content/facts/s.yaml", SOURCE)]);
    let words = "Es war Jan Łoś.".as_bytes();
    let gzip = gzipped(words);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("inner.txt.gz", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&gzip).unwrap();
    let zip = zip.finish().unwrap().into_inner();
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    zlib.write_all(words).unwrap();
    let text = [b"Comment\0\0".as_slice(), &zlib.finish().unwrap()].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(u32::try_from(text.len()).unwrap().to_be_bytes());
    png.extend([b"zTXt".as_slice(), &text, &[0; 4]].concat());
    let utf16: Vec<u8> = "\u{feff}Es war Jan Łoś.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let base64 = base64::engine::Engine::encode(&base64::engine::general_purpose::STANDARD, &zip);
    let page =
        format!("<p>Es war</p><a href=\"data:application/zip;base64,{base64}\">jemand</a>").into_bytes();
    let letter = format!(
        "Subject: Brief\r\nContent-Transfer-Encoding: base64\r\nX: y\r\n\r\n{}\r\n{}\r\n\r\n--end\r\n",
        base64.get(..76).unwrap(),
        base64.get(76..).unwrap()
    );
    for (what, bytes) in [
        ("gzip", gzip),
        ("zip", zip),
        ("png", png),
        ("pdf", pdf("It was Jan Los.", None)),
        ("utf-16", utf16),
        ("base64 in a page", page),
        ("base64 in a letter", letter.into_bytes()),
    ] {
        assert!(said(&guard, &bytes).contains("`insider`"), "{what}");
    }
    let mut named = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    named.start_file("brief-an-jan-los.txt", zip::write::SimpleFileOptions::default()).unwrap();
    assert!(said(&guard, &named.finish().unwrap().into_inner()).contains("`insider`"), "the name of a part");
    guard.look("timeline.ics", "SUMMARY:Es war Jan Ł\r\n oś.".as_bytes());
    assert!(guard.findings()[0].message.contains("`timeline.ics`"), "a line that goes on in the next");
    guard.leaks.lock().unwrap().clear();
    assert_eq!(said(&guard, &pdf("It was somebody.", Some("Somebody"))), "");
    assert!(!said(&guard, &pdf("It was somebody.", Some("Jan Łoś"))).is_empty());
}

#[test]
fn what_cannot_be_looked_into_is_told() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("a.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"words").unwrap();
    let zip = zip.finish().unwrap().into_inner();
    let mut locked = zip.clone();
    let central = memchr::memmem::find(&locked, b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[central + 8] |= 1;
    let nested = |times: usize| (0..times).fold(b"words".to_vec(), |bytes, _| gzipped(&bytes));
    let cut = gzipped(&[b"w".as_slice(), &[7; 999]].concat());
    let cut = cut.get(..cut.len() - 9).unwrap().to_vec();
    let seven = b"7z\xBC\xAF\x27\x1C\0\x04".to_vec();
    for (path, bytes, seal) in [
        ("a.txt", b"words".to_vec(), None),
        ("a.zip", zip, None),
        ("a.pdf", pdf("words", None), None),
        ("a.gz", nested(4), None),
        ("a.zip", locked, Some(Seal::Locked)),
        ("a.pdf", locked_pdf(), Some(Seal::Locked)),
        ("a.asc", b"-----BEGIN PGP MESSAGE-----\n\nhQ".to_vec(), Some(Seal::Locked)),
        ("a.7z", seven.clone(), Some(Seal::Unknown("7z"))),
        ("a.gz", gzipped(&seven), Some(Seal::Unknown("7z"))),
        ("a.txt.br", b"words".to_vec(), Some(Seal::Unknown("Brotli"))),
        ("a.pdf", b"%PDF-1.7 and no more".to_vec(), Some(Seal::Broken)),
        ("a.gz", cut, Some(Seal::Broken)),
        ("a.gz", nested(6), Some(Seal::Deep)),
    ] {
        assert_eq!(sealed(path, &bytes), seal, "{path}");
    }
}

/// A PDF that opens with a password only.
fn locked_pdf() -> Vec<u8> {
    use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat};
    let mut document = Document::load_mem(&pdf("words", None)).unwrap();
    let id = || Object::String(b"0123456789abcdef".to_vec(), StringFormat::Literal);
    document.trailer.set("ID", vec![id(), id()]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_pdf_tells_its_author_and_a_scan_its_machine() {
    let told = |pdf: Vec<u8>| {
        traces("a.pdf", &pdf).into_iter().map(super::Trace::word).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(pdf("Words.", None)), "");
    assert_eq!(told(pdf("Words.", Some("Änne"))), "author");
    assert_eq!(told(pdf_said("Words.", &[("Creator", "Canon iR-ADV C5535")])), "device");
    assert_eq!(told(pdf_said("Words.", &[("Creator", "LaTeX"), ("Producer", "pdfTeX-1.40")])), "");
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn pdf(words: &str, author: Option<&str>) -> Vec<u8> {
    pdf_said(words, &author.map(|author| ("Author", author)).into_iter().collect::<Vec<_>>())
}

/// A PDF of one packed page, and what is said of it.
fn pdf_said(words: &str, info: &[(&str, &str)]) -> Vec<u8> {
    use lopdf::content::{Content, Operation};
    use lopdf::{Dictionary, Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font =
        document.add_object(dictionary! {"Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier"});
    let fonts = dictionary! {"Font" => dictionary! {"F1" => font}};
    let content = Content {
        operations: vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 12.into()]),
            Operation::new("Tj", vec![Object::string_literal(words)]),
            Operation::new("ET", vec![]),
        ],
    };
    let padding = vec![b' '; 200];
    let content = [content.encode().unwrap(), padding].concat();
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => fonts,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let kids = dictionary! {"Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1};
    document.objects.insert(pages, Object::Dictionary(kids));
    let catalog = document.add_object(dictionary! {"Type" => "Catalog", "Pages" => pages});
    document.trailer.set("Root", catalog);
    let mut said = Dictionary::new();
    for (key, value) in info {
        said.set(*key, lopdf::text_string(value));
    }
    let said = document.add_object(said);
    document.trailer.set("Info", said);
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
