//! Pictures without what they tell beside what they show: where and when, by whom, with which device and program they
//! were made.
//!
//! Nothing is drawn anew: a picture is taken apart, and put together of those of its parts that are needed to show it.
//! Two things about it are kept: which way is up, and how its colours are to be read, if that names a well-known
//! colour space and not somebody's own device.

mod avif;
mod gif;
mod jpeg;
mod png;
mod svg;
mod webp;

use std::io::Cursor;

/// Why a picture cannot be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncleanable {
    /// It is in a format that we cannot take apart.
    Unknown,
    /// It is not what it says it is, or it is cut short.
    Broken,
    /// It is a drawing with a picture in it.
    Nested,
    /// It tells of its making, and is in a format of which nothing can be taken out.
    Carries,
}

/// A picture with nothing in it but what is needed to show it.
///
/// # Errors
/// If it cannot be taken apart.
pub fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, Uncleanable> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => jpeg::cleaned(bytes, orientation(bytes)),
        [0x89, b'P', b'N', b'G', ..] => png::cleaned(bytes, orientation(bytes)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            webp::cleaned(bytes, orientation(bytes))
        }
        [b'G', b'I', b'F', b'8', ..] => gif::cleaned(bytes),
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => avif::untold(bytes),
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| Uncleanable::Unknown)?;
            let text = text.trim_start_matches('\u{feff}').trim_start();
            if text.starts_with('<') { svg::cleaned(text) } else { Err(Uncleanable::Unknown) }
        }
    }
}

/// Which way is up, from 1 to 8; nothing where it is 1 or not said.
fn orientation(bytes: &[u8]) -> Option<u8> {
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).ok()?;
    let up = exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0)?;
    u8::try_from(up).ok().filter(|up| (2..=8).contains(up))
}

/// An EXIF block that says which way is up, and nothing else.
fn upright(up: u8) -> [u8; 26] {
    let mut exif = *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0";
    exif[18] = up;
    exif
}

/// Colour spaces that everybody has. A profile by another name was made for one device, and may say which.
const COLOUR_SPACES: [&str; 12] = [
    "srgb",
    "adobe rgb",
    "display p3",
    "prophoto",
    "rec. 709",
    "rec709",
    "bt.709",
    "rec. 2020",
    "bt.2020",
    "gray gamma",
    "dot gain",
    "grey",
];

/// Whether an ICC profile says no more than which well-known colour space it is.
fn is_common_profile(profile: &[u8]) -> bool {
    let letters = profile.iter().filter(|byte| **byte != 0).map(|byte| char::from(byte.to_ascii_lowercase()));
    let text: String = letters.collect();
    let known = COLOUR_SPACES.iter().any(|space| text.contains(space));
    // Short ones, as editors write them: nobody's name fits beside the curves.
    known && profile.len() < 64 << 10 && !text.contains("meta") && !text.contains("vcgt")
}

/// The next `length` bytes.
fn take<'b>(rest: &mut &'b [u8], length: usize) -> Result<&'b [u8], Uncleanable> {
    let (part, after) = rest.split_at_checked(length).ok_or(Uncleanable::Broken)?;
    *rest = after;
    Ok(part)
}

/// The next bytes as an array.
fn array<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Uncleanable> {
    take(rest, N)?.try_into().map_err(|_| Uncleanable::Broken)
}

#[cfg(test)]
mod tests;
