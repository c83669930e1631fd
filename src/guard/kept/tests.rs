use super::{Trace, traces};
use std::io::Write as _;

fn told(bytes: &[u8]) -> Vec<Trace> {
    traces("archive/a", bytes).into_iter().collect()
}

/// An office document with one part.
fn office(name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_office_document_tells_who_wrote_it() {
    for (name, text, traces) in [
        ("docProps/core.xml", "<x><dc:creator>Änne</dc:creator></x>", vec![Trace::Author]),
        (
            "docProps/core.xml",
            "<x><dc:creator></dc:creator><cp:lastModifiedBy> </cp:lastModifiedBy></x>",
            vec![],
        ),
        ("docProps/core.xml", "<x><cp:lastModifiedBy>Änne</cp:lastModifiedBy></x>", vec![Trace::Author]),
        ("meta.xml", "<x><meta:initial-creator>Änne</meta:initial-creator></x>", vec![Trace::Author]),
        ("word/comments.xml", "<w:comment w:id=\"0\" w:author=\"Änne\">", vec![Trace::Author]),
        ("word/document.xml", "<w:p>An author.</w:p>", vec![]),
    ] {
        assert_eq!(told(&office(name, text)), traces, "{name}: {text}");
    }
}

#[test]
fn xmp_is_read_wherever_it_stands_and_prose_about_it_is_not() {
    let xmp =
        |inner: &str| format!("\0\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">{inner}</x:xmpmeta>").into_bytes();
    assert_eq!(told(&xmp("<rdf:Description exif:GPSLatitude=\"52\"/>")), [Trace::Position]);
    assert_eq!(told(&xmp("<rdf:Description tiff:Model=\"X\"/>")), [Trace::Device]);
    assert_eq!(
        told(&xmp("<dc:creator><rdf:Seq><rdf:li>Änne</rdf:li></rdf:Seq></dc:creator>")),
        [Trace::Author]
    );
    assert_eq!(told(&xmp("<dc:creator><rdf:Seq/></dc:creator>")), []);
    assert_eq!(told(b"Whoever writes exif:GPSLatitude or <dc:creator>x</dc:creator> explains it."), []);
    assert_eq!(told(b"\0\0\0\x14ftypqt  moov\xa9xyz+52.5+013.4"), [Trace::Position]);
}
