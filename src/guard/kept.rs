//! What a file tells of its making: where, by whom, with which device. Kept copies are looked at for it and never
//! altered, and pictures once more when it has been taken out of them.

use std::collections::BTreeSet;
use std::io::Cursor;

use exif::{Context, Tag};

use super::packed::{self, Part, Seal, State};

crate::words! {
    /// What a file can tell of its making.
    pub enum Trace {
        /// Where.
        Position = "position",
        /// By whom.
        Author = "author",
        /// With which device.
        Device = "device",
    }
}

/// What a file, and all that is packed in it, tells of its making.
#[must_use]
pub fn traces(path: &str, bytes: &[u8]) -> BTreeSet<Trace> {
    let mut traces = BTreeSet::new();
    packed::each(path, bytes, &mut |part| {
        if let Some(field) = part.name.strip_prefix("pdf:") {
            pdf(field, part.bytes, &mut traces);
        } else {
            exif(part.bytes, &mut traces);
            named(part, &mut traces);
        }
    });
    traces
}

/// Why a file, or something that is packed in it, cannot be looked into; nothing if all of it can.
#[must_use]
pub fn sealed(path: &str, bytes: &[u8]) -> Option<Seal> {
    let mut found = None;
    packed::each(path, bytes, &mut |part| {
        if let State::Sealed(seal) = part.state {
            found.get_or_insert(seal);
        }
    });
    found
}

/// EXIF, in any of the containers that carry it.
fn exif(bytes: &[u8], traces: &mut BTreeSet<Trace>) {
    let read = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
    let raw = || {
        let at = bytes.windows(6).position(|six| six == b"Exif\0\0")?;
        exif::Reader::new().read_raw(bytes.get(at + 6..)?.to_vec()).ok()
    };
    let Some(exif) = read.ok().or_else(raw) else { return };
    for field in exif.fields() {
        let (Tag(context, number), tag) = (field.tag, field.tag);
        let trace = match (context, number) {
            // The version of the tags says nothing yet.
            (Context::Gps, 0) => continue,
            (Context::Gps, _) => Trace::Position,
            // XPAuthor, as Windows writes it.
            (_, 0x9C9D) => Trace::Author,
            _ if [Tag::Artist, Tag::CameraOwnerName, Tag::Copyright].contains(&tag) => Trace::Author,
            // HostComputer.
            (_, 0x013C) => Trace::Device,
            _ if DEVICE.contains(&tag) => Trace::Device,
            _ => continue,
        };
        traces.insert(trace);
    }
}

const DEVICE: [Tag; 9] = [
    Tag::Make,
    Tag::Model,
    Tag::BodySerialNumber,
    Tag::LensMake,
    Tag::LensModel,
    Tag::LensSerialNumber,
    Tag::LensSpecification,
    Tag::MakerNote,
    Tag::ImageUniqueID,
];

/// What stands for a trace wherever it stands: names of XMP (ISO 16684), of films, of IPTC and of office documents.
const NAMES: [(&[u8], Trace); 24] = [
    (b"exif:GPSLatitude", Trace::Position),
    (b"exif:GPSLongitude", Trace::Position),
    (b"photoshop:City", Trace::Position),
    (b"Iptc4xmpCore:Location", Trace::Position),
    (b"com.apple.quicktime.location", Trace::Position),
    (b"\xA9xyz", Trace::Position),
    (b"photoshop:AuthorsPosition", Trace::Author),
    (b"pdf:Author", Trace::Author),
    (b"tiff:Artist", Trace::Author),
    (b"xmpRights:Owner", Trace::Author),
    (b"exifEX:CameraOwnerName", Trace::Author),
    (b"aux:OwnerName", Trace::Author),
    (b" w:author=\"", Trace::Author),
    (b"<text:initial-creator>", Trace::Author),
    (b"tiff:Make", Trace::Device),
    (b"tiff:Model", Trace::Device),
    (b"aux:SerialNumber", Trace::Device),
    (b"aux:Lens", Trace::Device),
    (b"exifEX:BodySerialNumber", Trace::Device),
    (b"exifEX:LensModel", Trace::Device),
    (b"com.apple.quicktime.make", Trace::Device),
    (b"com.apple.quicktime.model", Trace::Device),
    (b"\x1C\x02\x50\0", Trace::Author),
    (b"\x1C\x02\x5A\0", Trace::Position),
];

/// Elements with an author in them, in XMP and office documents. A book says openly who wrote it, so that they count
/// only there.
const AUTHORS: [&str; 4] = ["dc:creator", "cp:lastModifiedBy", "meta:initial-creator", "meta:printed-by"];

fn named(part: &Part<'_>, traces: &mut BTreeSet<Trace>) {
    let bytes = part.bytes;
    // Prose may speak of all these things.
    let about = part.state != State::Text
        || matches!(part.name, "docProps/core.xml" | "meta.xml")
        || part.name.starts_with("word/");
    if !about && !has(bytes, b"<x:xmpmeta") {
        return;
    }
    for (name, trace) in NAMES {
        if !traces.contains(&trace) && has(bytes, name) {
            traces.insert(trace);
        }
    }
    if has(bytes, b"<x:xmpmeta") || part.state == State::Text {
        let text = String::from_utf8_lossy(bytes);
        if AUTHORS.iter().any(|element| says(&text, element)) {
            traces.insert(Trace::Author);
        }
    }
}

fn has(bytes: &[u8], name: &[u8]) -> bool {
    memchr::memmem::find(bytes, name).is_some()
}

/// Whether there are words in an element, behind tags of its own.
fn says(text: &str, element: &str) -> bool {
    let start = format!("<{element}");
    let end = format!("</{element}>");
    text.split(&start).skip(1).any(|rest| {
        let inner = rest.split(&end).next().filter(|inner| inner.len() < rest.len()).unwrap_or_default();
        let mut in_tag = true;
        inner.chars().any(|letter| {
            match letter {
                '<' => in_tag = true,
                '>' => in_tag = false,
                _ => return !in_tag && !letter.is_whitespace(),
            }
            false
        })
    })
}

/// Words by which the programs of scanners and phones are known.
const MACHINES: [&str; 14] = [
    "brother", "canon", "epson", "fujitsu", "hp scan", "ipad", "iphone", "konica", "kyocera", "lexmark",
    "ricoh", "samsung", "scan", "xerox",
];

fn pdf(field: &str, words: &[u8], traces: &mut BTreeSet<Trace>) {
    let words = String::from_utf8_lossy(words).to_lowercase();
    match field {
        "Author" if !words.trim().is_empty() => {
            traces.insert(Trace::Author);
        }
        "Creator" | "Producer" if MACHINES.iter().any(|machine| words.contains(machine)) => {
            traces.insert(Trace::Device);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
