//! What is in a file: itself, and all that is packed in it: archives, documents of office programs, PDFs, texts in
//! pictures, what pages and letters carry as base64. What cannot be looked into is told as such.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::words::Form;
use super::{pdf, rewritten};

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
    pub state: State,
}

/// What can be made of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is a text.
    Text,
    /// It is no text, though there may be some in it.
    Noise,
    /// Nobody can say what is in it.
    Sealed(Seal),
}

/// Why something cannot be looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// It opens with a password or a key.
    Locked,
    /// It is packed in a way that is not undone here: its name.
    Unknown(&'static str),
    /// It says what it is, and is not that.
    Broken,
    /// It is packed in too much else, or unpacks to too much.
    Deep,
}

/// Takes a file apart.
pub(super) fn each(address: &str, bytes: &[u8], take: &mut dyn FnMut(&Part<'_>)) {
    let form = if is_quoted(address) { Form::Quoted } else { Form::Prose };
    let bytes = if ends_in(address, "ics") { unfolded(bytes).into() } else { Cow::Borrowed(bytes) };
    let name = if ends_in(address, "br") { address } else { "" };
    part(name, form, &bytes, DEEP, take);
}

fn inner(name: &str, bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    let form = if is_quoted(name) { Form::Quoted } else { Form::Prose };
    part(name, form, bytes, deep, take);
}

fn part(name: &str, form: Form, bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    if let Some(text) = utf16(bytes) {
        take(&Part { name, bytes: text.as_bytes(), form, state: State::Text });
        return;
    }
    let state = match seal(name, bytes) {
        Some(seal) => State::Sealed(seal),
        None if is_noise(bytes) => State::Noise,
        None => State::Text,
    };
    take(&Part { name, bytes, form, state });
    match (state, deep.checked_sub(1)) {
        (State::Noise, Some(deep)) => unpacked(bytes, deep, take),
        (State::Noise, None) if is_packed(bytes) => sealed(Seal::Deep, take),
        (State::Text, Some(deep)) => {
            carried(bytes, deep, take);
            rewritten::each(bytes, &mut |bytes| part("", form, bytes, deep, take));
        }
        _ => {}
    }
}

fn sealed(seal: Seal, take: &mut dyn FnMut(&Part<'_>)) {
    take(&Part { name: "", bytes: b"", form: Form::Prose, state: State::Sealed(seal) });
}

/// What opens with a key, or is packed in a way that is not undone here, by its first bytes; Brotli has none of its own.
fn seal(name: &str, bytes: &[u8]) -> Option<Seal> {
    const HEADS: [(&[u8], Seal); 11] = [
        (b"7z\xBC\xAF\x27\x1C", Seal::Unknown("7z")),
        (b"\xFD7zXZ\0", Seal::Unknown("xz")),
        (b"\x28\xB5\x2F\xFD", Seal::Unknown("Zstandard")),
        (b"BZh", Seal::Unknown("bzip2")),
        (b"Rar!\x1A\x07", Seal::Unknown("RAR")),
        (b"\x04\x22\x4D\x18", Seal::Unknown("LZ4")),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Seal::Unknown("an office format of before 2007")),
        (b"age-encryption.org/", Seal::Locked),
        (b"-----BEGIN AGE ENCRYPTED FILE-----", Seal::Locked),
        (b"-----BEGIN PGP MESSAGE-----", Seal::Locked),
        (b"Salted__", Seal::Locked),
    ];
    if ends_in(name, "br") {
        return Some(Seal::Unknown("Brotli"));
    }
    HEADS.iter().find(|(head, _)| bytes.starts_with(head)).map(|(_, seal)| *seal)
}

/// What a page, a style sheet or a letter carries as base64.
fn carried(bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    for mark in [b";base64,".as_slice(), b"\nContent-Transfer-Encoding: base64"] {
        for at in memchr::memmem::find_iter(bytes, mark) {
            let after = bytes.get(at + mark.len()..).unwrap_or_default();
            // In a letter the head of a part ends with an empty line.
            let start = match mark {
                [b';', ..] => 0,
                _ => [b"\r\n\r\n".as_slice(), b"\n\n"]
                    .into_iter()
                    .find_map(|end| memchr::memmem::find(after, end).map(|at| at + end.len()))
                    .unwrap_or_default(),
            };
            let run = after.get(start..).unwrap_or_default().iter().copied();
            let run = run.take_while(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'\r' | b'\n')
            });
            let letters: Vec<u8> = run.filter(|byte| !byte.is_ascii_whitespace()).collect();
            if let Ok(carried) = BASE64.decode(&letters)
                && !carried.is_empty()
            {
                inner("", &carried, deep, take);
            }
        }
    }
}

/// Without the signs that fill up the end, which are not part of what is read.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

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

/// Whether `unpacked` would find something in it.
fn is_packed(bytes: &[u8]) -> bool {
    matches!(bytes, [0x1F, 0x8B, ..] | [b'P', b'K', 3 | 5 | 7, _, ..] | [b'%', b'P', b'D', b'F', ..])
}

fn unpacked(bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    match bytes {
        [0x1F, 0x8B, ..] => whole("", flate2::read::MultiGzDecoder::new(bytes), deep, take),
        [b'P', b'K', 3 | 5 | 7, _, ..] => zipped(bytes, deep, take),
        [b'%', b'P', b'D', b'F', ..] => {
            if let Err(seal) = pdf::each(bytes, &mut |name, bytes| inner(name, bytes, deep, take)) {
                sealed(seal, take);
            }
        }
        [0x89, b'P', b'N', b'G', ..] => texts_in_png(bytes, deep, take),
        _ => {}
    }
}

/// What is packed, and whether that was all of it.
fn whole(name: &str, packed: impl Read, deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    let mut bytes = Vec::new();
    let read = packed.take(MUCH).read_to_end(&mut bytes);
    inner(name, &bytes, deep, take);
    match read {
        Err(_) => sealed(Seal::Broken, take),
        Ok(much) if much as u64 == MUCH => sealed(Seal::Deep, take),
        Ok(_) => {}
    }
}

fn zipped(bytes: &[u8], deep: usize, take: &mut dyn FnMut(&Part<'_>)) {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return sealed(Seal::Broken, take);
    };
    for index in 0..archive.len() {
        match archive.by_index(index) {
            Ok(file) => {
                let name = file.name().map(Cow::into_owned).unwrap_or_default();
                take(&Part { name: "", bytes: name.as_bytes(), form: Form::Prose, state: State::Text });
                whole(&name, file, deep, take);
            }
            Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("Password") => {
                sealed(Seal::Locked, take);
            }
            Err(zip::result::ZipError::UnsupportedArchive(_)) => {
                sealed(Seal::Unknown("a rare kind of ZIP"), take);
            }
            Err(_) => sealed(Seal::Broken, take),
        }
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
                let mut unpacked = Vec::new();
                let _ = flate2::read::ZlibDecoder::new(text).take(MUCH).read_to_end(&mut unpacked);
                let text = unpacked;
                if !text.is_empty() {
                    inner("", &text, deep, take);
                    break;
                }
            }
        }
        rest = after.get(length + 4..).unwrap_or_default();
    }
}
