//! What is in a file: itself, and all that is packed in it, however deep: archives, documents of office programs, PDFs,
//! texts in pictures.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use super::pdf;
use super::words::Form;

/// How deep things are unpacked that are packed in one another.
const DEEP: usize = 4;

/// How much is unpacked of one thing: a small file can be made to hold any number of bytes.
const MUCH: u64 = 256 << 20;

/// A file, or something that was packed in it.
#[derive(Debug)]
pub(super) struct Part<'p> {
    /// Its path in an archive; in a PDF what it is: `pdf:Author`. Empty for the file itself.
    pub name: &'p str,
    pub bytes: &'p [u8],
    pub form: Form,
    /// Whether it is no text, though there may be some in it.
    pub noise: bool,
}

/// Takes a file apart.
pub(super) fn each(address: &str, bytes: &[u8], take: &mut dyn FnMut(&Part<'_>)) {
    let form = if is_quoted(address) { Form::Quoted } else { Form::Prose };
    part(
        "",
        form,
        &if ends_in(address, "ics") { unfolded(bytes).into() } else { Cow::Borrowed(bytes) },
        DEEP,
        take,
    );
}

fn inner(name: &str, bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    let form = if is_quoted(name) { Form::Quoted } else { Form::Prose };
    part(name, form, bytes, deep, take);
}

fn part(name: &str, form: Form, bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    if let Some(text) = utf16(bytes) {
        take(&Part { name, bytes: text.as_bytes(), form, noise: false });
        return;
    }
    let noise = is_noise(bytes);
    take(&Part { name, bytes, form, noise });
    if noise && deep > 0 {
        unpacked(bytes, deep - 1, take);
    }
}

/// A text that says at its beginning that it is UTF-16.
fn utf16(bytes: &[u8]) -> Option<String> {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => Some(units(u16::from_le_bytes)),
        [0xFE, 0xFF, ..] => Some(units(u16::from_be_bytes)),
        _ => None,
    }
}

fn is_quoted(name: &str) -> bool {
    ends_in(name, "json") || ends_in(name, "js")
}

fn ends_in(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(ending))
}

fn is_noise(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4 << 10)).unwrap_or_default();
    let packed = [b"%PDF".as_slice(), b"PK", b"\x1f\x8b", b"\xff\xd8"];
    start.contains(&0) || packed.iter().any(|head| start.starts_with(head))
}

/// Lines of a calendar go on in the next where that begins with a space, in the middle of a word.
fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(b"\r\n ") {
            rest = after;
        } else {
            whole.push(byte);
            rest = after;
        }
    }
    whole
}

fn unpacked(bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    match bytes {
        [0x1F, 0x8B, ..] => inner("", &inflated(flate2::read::MultiGzDecoder::new(bytes)), deep, take),
        [b'P', b'K', 3 | 5 | 7, _, ..] => zipped(bytes, deep, take),
        [b'%', b'P', b'D', b'F', ..] => pdf::each(bytes, &mut |name, bytes| inner(name, bytes, deep, take)),
        [0x89, b'P', b'N', b'G', ..] => texts_in_png(bytes, deep, take),
        _ => {}
    }
}

/// What can be had of something packed; it may be cut short.
fn inflated(packed: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = packed.take(MUCH).read_to_end(&mut bytes);
    bytes
}

fn zipped(bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return };
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else { continue };
        let name = file.name().map(Cow::into_owned).unwrap_or_default();
        take(&Part { name: "", bytes: name.as_bytes(), form: Form::Prose, noise: false });
        inner(&name, &inflated(file), deep, take);
    }
}

/// `zTXt` and `iTXt` can be packed; all else is seen in the file itself.
fn texts_in_png(bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = head.iter().take(4).fold(0, |length, byte| length << 8 | usize::from(*byte));
        let content = after.get(..length).unwrap_or(after);
        if head.ends_with(b"zTXt") || head.ends_with(b"iTXt") {
            // The packed part begins somewhere behind a few short words: with the mark of its method.
            let starts = content.iter().enumerate().filter(|(_, byte)| **byte == 0x78).map(|(at, _)| at);
            for text in starts.filter_map(|at| content.get(at..)) {
                let text = inflated(flate2::read::ZlibDecoder::new(text));
                if !text.is_empty() {
                    inner("", &text, deep, take);
                    break;
                }
            }
        }
        rest = after.get(length + 4..).unwrap_or_default();
    }
}
