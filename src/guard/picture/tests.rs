//! Pictures with all that cameras and programs leave in them, and what is left of it.

use std::io::{Cursor, Write as _};

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};

use super::{Uncleanable, cleaned, orientation};
use crate::guard::traces;

/// Stands wherever words can stand.
const CANARY: &str = "Kanarienvogel";

/// EXIF as a phone writes it.
fn exif_block(up: u16) -> Vec<u8> {
    let words = |tag| Field { tag, ifd_num: In::PRIMARY, value: Value::Ascii(vec![CANARY.into()]) };
    let position = Value::Rational(vec![Rational { num: 52, denom: 1 }; 3]);
    let fields = [
        words(Tag::Make),
        words(Tag::Model),
        words(Tag::Artist),
        words(Tag::BodySerialNumber),
        words(Tag::Software),
        words(Tag::ImageDescription),
        Field { tag: Tag::Orientation, ifd_num: In::PRIMARY, value: Value::Short(vec![up]) },
        Field { tag: Tag::GPSLatitude, ifd_num: In::PRIMARY, value: position },
    ];
    let mut writer = Writer::new();
    for field in &fields {
        writer.push_field(field);
    }
    let mut block = Cursor::new(Vec::new());
    writer.write(&mut block, true).unwrap();
    block.into_inner()
}

fn xmp() -> Vec<u8> {
    format!(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator><rdf:li>{CANARY}</rdf:li></dc:creator></x:xmpmeta>"
    )
    .into_bytes()
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

/// What shows it: a table, a frame, two scans with a comment between them.
const SHOWN: &[u8] =
    b"\xFF\xDB\0\x04\x01\x02\xFF\xC2\0\x04\x03\x04\xFF\xDA\0\x04\x05\x06scan\xFF\0one\xFF\xD0";

fn jpeg(up: u16) -> Vec<u8> {
    [
        b"\xFF\xD8".as_slice(),
        &segment(0xE0, &[b"JFIF\0\x01\x02\0\0\x48\0\x48\x01\x01".as_slice(), CANARY.as_bytes()].concat()),
        &segment(0xE1, &[b"Exif\0\0".as_slice(), &exif_block(up)].concat()),
        &segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0".as_slice(), &xmp()].concat()),
        &segment(0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), b"monitor of ", CANARY.as_bytes()].concat()),
        &segment(
            0xED,
            &[b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1C\x02\x50\0\x0D".as_slice(), CANARY.as_bytes()]
                .concat(),
        ),
        &segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
        &segment(0xFE, CANARY.as_bytes()),
        SHOWN,
        &segment(0xFE, CANARY.as_bytes()),
        b"\xFF\xDA\0\x04\x07\x08two\xFF\xD9",
        b"\xFF\xD8\xFF\xE1 a second picture: ",
        CANARY.as_bytes(),
    ]
    .concat()
}

fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(&kind);
    sum.update(content);
    [&u32::try_from(content.len()).unwrap().to_be_bytes(), kind.as_slice(), content, &sum.sum().to_be_bytes()]
        .concat()
}

fn png(up: u16) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(CANARY.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(*b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0"),
        chunk(*b"eXIf", &exif_block(up)),
        chunk(*b"tEXt", format!("Author\0{CANARY}").as_bytes()),
        chunk(*b"zTXt", &[b"Comment\0\0".as_slice(), &packed].concat()),
        chunk(*b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), &xmp()].concat()),
        chunk(*b"iCCP", &[format!("{CANARY} monitor\0\0").as_bytes(), &packed].concat()),
        chunk(*b"tIME", b"\x07\xe8\x03\x0c\x12\0\0"),
        chunk(*b"IDAT", b"shown"),
        chunk(*b"IEND", b""),
        CANARY.as_bytes().to_vec(),
    ]
    .concat()
}

fn riff(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let padding: &[u8] = if content.len() % 2 == 1 { &[0] } else { &[] };
    [kind.as_slice(), &u32::try_from(content.len()).unwrap().to_le_bytes(), content, padding].concat()
}

fn webp(up: u16) -> Vec<u8> {
    let chunks = [
        b"WEBP".to_vec(),
        riff(*b"VP8X", b"\x2C\0\0\0\0\0\0\0\0\0"),
        riff(*b"ICCP", CANARY.as_bytes()),
        riff(*b"VP8 ", b"shown"),
        riff(*b"EXIF", &exif_block(up)),
        riff(*b"XMP ", &xmp()),
    ]
    .concat();
    [riff(*b"RIFF", &chunks), CANARY.as_bytes().to_vec()].concat()
}

fn gif() -> Vec<u8> {
    [
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".as_slice(),
        b"\x21\xfe\x0d",
        CANARY.as_bytes(),
        b"\0\x21\xff\x0bXMP DataXMP\x0d",
        CANARY.as_bytes(),
        b"\0\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
        b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b",
        CANARY.as_bytes(),
    ]
    .concat()
}

fn svg() -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?>\n<!-- {CANARY} -->\n<!DOCTYPE svg PUBLIC \"-//{CANARY}//\" \"x\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" inkscape:export-filename=\"/home/{CANARY}/a.png\" sodipodi:docname=\"{CANARY}\" data-name=\"{CANARY}\" viewBox=\"0 0 1 1\"><metadata>{CANARY}</metadata><sodipodi:namedview id=\"{CANARY}\"><b/></sodipodi:namedview><!-- {CANARY} --><path d=\"M0 0\" inkscape:label=\"{CANARY}\"/><text>Änne</text></svg>\n<!-- {CANARY} -->"
    )
    .into_bytes()
}

#[test]
fn nothing_that_a_camera_or_a_program_left_is_left() {
    for (what, picture) in
        [("jpeg", jpeg(6)), ("png", png(6)), ("webp", webp(6)), ("gif", gif()), ("svg", svg())]
    {
        let holds = |bytes: &[u8]| memchr::memmem::find(bytes, CANARY.as_bytes()).is_some();
        assert!(holds(&picture), "{what}");
        if !matches!(what, "gif" | "svg") {
            assert_eq!(traces(what, &picture).len(), 3, "{what} tells all there is to tell");
        }
        let clean = cleaned(&picture).unwrap();
        assert!(!holds(&clean), "{what}: {}", String::from_utf8_lossy(&clean));
        assert!(traces(what, &clean).is_empty(), "{what}");
        assert_eq!(cleaned(&clean).as_ref(), Ok(&clean), "{what}: cleaning what is clean changes nothing");
    }
}

#[test]
fn which_way_is_up_is_kept_and_nothing_said_where_it_is_up() {
    for (up, kept) in [(6, Some(6)), (3, Some(3)), (1, None), (99, None)] {
        for (what, picture) in [("jpeg", jpeg(up)), ("png", png(up)), ("webp", webp(up))] {
            let clean = cleaned(&picture).unwrap();
            assert_eq!(orientation(&clean), kept, "{what} {up}");
            let read = exif::Reader::new().read_from_container(&mut Cursor::new(&clean));
            assert_eq!(
                read.map_or(0, |exif| exif.fields().count()),
                usize::from(kept.is_some()),
                "{what} {up}"
            );
        }
    }
}

#[test]
fn what_shows_it_is_kept() {
    let clean = cleaned(&jpeg(1)).unwrap();
    let start =
        b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x02\0\0\x48\0\x48\0\0\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\x01"
            .as_slice();
    assert_eq!(clean, [start, SHOWN, b"\xFF\xDA\0\x04\x07\x08two\xFF\xD9"].concat());
    let clean = cleaned(&webp(1)).unwrap();
    let chunks = [b"WEBP".to_vec(), riff(*b"VP8X", &[0; 10]), riff(*b"VP8 ", b"shown")].concat();
    assert_eq!(clean, riff(*b"RIFF", &chunks));
    let clean = String::from_utf8(cleaned(&svg()).unwrap()).unwrap();
    assert!(clean.contains("<path d=\"M0 0\" /><text>Änne</text></svg>"), "{clean}");
    let gif = cleaned(&gif()).unwrap();
    assert!(gif.ends_with(b"\x44\x01\0\x3b") && memchr::memmem::find(&gif, b"NETSCAPE").is_some());
}

#[test]
fn a_profile_is_kept_if_everybody_has_it() {
    let with = |profile: &[u8]| {
        let segment = segment(0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), profile].concat());
        let picture = [b"\xFF\xD8".as_slice(), &segment, SHOWN, b"\xFF\xD9"].concat();
        memchr::memmem::find(&cleaned(&picture).unwrap(), b"ICC_PROFILE").is_some()
    };
    assert!(with(b"desc sRGB IEC61966-2.1"));
    assert!(with(b"desc \0D\0i\0s\0p\0l\0a\0y\0 \0P\x003"));
    assert!(!with(b"desc EPSON scanner 12345"));
}

#[test]
fn what_cannot_be_taken_apart_is_refused() {
    for cut in 4..jpeg(1).len() - 60 {
        assert!(cleaned(&jpeg(1)[..cut]).is_err(), "cut at {cut}");
    }
    let nested =
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"data:image/jpeg;base64,AA\"/></svg>";
    let avif = |meta: &[u8]| {
        let length = u8::try_from(meta.len() + 8).unwrap();
        [b"\0\0\0\x10ftypavif\0\0\0\0\0\0\0".as_slice(), &[length], b"meta", meta, b"\0\0\0\0mdat1234"]
            .concat()
    };
    for (bytes, why) in [
        (b"II*\0 tiff".to_vec(), Uncleanable::Unknown),
        (b"\xff\xfe".to_vec(), Uncleanable::Unknown),
        (b"<html></html>".to_vec(), Uncleanable::Unknown),
        (b"<svg".to_vec(), Uncleanable::Broken),
        (nested.to_vec(), Uncleanable::Nested),
        (avif(b"infe Exif"), Uncleanable::Carries),
        (avif(b"infe mime"), Uncleanable::Carries),
        (avif(b"colrprof EPSON"), Uncleanable::Carries),
    ] {
        assert_eq!(cleaned(&bytes), Err(why), "{}", String::from_utf8_lossy(&bytes));
    }
    assert_eq!(cleaned(&avif(b"colrprof sRGB")), Ok(avif(b"colrprof sRGB")));
}
