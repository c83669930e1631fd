//! JPEG (ITU T.81): segments up to the end of the picture. What follows the end, as second pictures of phones do, is
//! left out.

use super::{Uncleanable, array, is_common_profile, take, upright};

const END: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
const PROFILE: &[u8] = b"ICC_PROFILE\0";

pub(super) fn cleaned(bytes: &[u8], up: Option<u8>) -> Result<Vec<u8>, Uncleanable> {
    let (segments, profile) = (segments(bytes)?, profile(bytes)?);
    let keep_profile = is_common_profile(&profile);
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend([0xFF, 0xD8]);
    let mut told_up = up.is_none();
    for segment in segments {
        let Segment { marker, content, scan } = segment;
        // The frame's own application segment comes first, and orientation is looked for right behind it.
        if let Some(up) = up.filter(|_| !told_up && marker != 0xE0) {
            write(&mut clean, 0xE1, &[b"Exif\0\0", upright(up).as_slice()].concat());
            told_up = true;
        }
        match marker {
            // JFIF: version, density; without the small picture that may follow.
            0xE0 if content.starts_with(b"JFIF\0") && content.len() >= 14 => {
                let mut frame = content.get(..12).unwrap_or_default().to_vec();
                frame.extend([0, 0]);
                write(&mut clean, marker, &frame);
            }
            0xE2 if keep_profile && content.starts_with(PROFILE) => write(&mut clean, marker, content),
            // How colours were transformed; without it they are wrong.
            0xEE if content.starts_with(b"Adobe") => {
                write(&mut clean, marker, content.get(..12).ok_or(Uncleanable::Broken)?);
            }
            0xE0..=0xEF | 0xFE => {}
            _ => {
                write(&mut clean, marker, content);
                clean.extend(scan);
            }
        }
    }
    clean.extend([0xFF, END]);
    Ok(clean)
}

struct Segment<'b> {
    marker: u8,
    content: &'b [u8],
    /// The picture itself, behind the start of a scan.
    scan: &'b [u8],
}

fn segments(bytes: &[u8]) -> Result<Vec<Segment<'_>>, Uncleanable> {
    let mut rest = bytes.get(2..).ok_or(Uncleanable::Broken)?;
    let mut segments = Vec::new();
    loop {
        let marker = match array::<1>(&mut rest)? {
            [0xFF] => loop {
                let [marker] = array::<1>(&mut rest)?;
                if marker != 0xFF {
                    break marker;
                }
            },
            _ => return Err(Uncleanable::Broken),
        };
        match marker {
            END => break,
            0x01 | 0xD0..=0xD8 => {}
            0 => return Err(Uncleanable::Broken),
            _ => {
                let length = usize::from(u16::from_be_bytes(array(&mut rest)?));
                let content = take(&mut rest, length.checked_sub(2).ok_or(Uncleanable::Broken)?)?;
                let scan = if marker == START_OF_SCAN { scan(&mut rest)? } else { &[] };
                segments.push(Segment { marker, content, scan });
            }
        }
    }
    let is_picture = segments.iter().any(|segment| segment.marker == START_OF_SCAN);
    if is_picture { Ok(segments) } else { Err(Uncleanable::Broken) }
}

/// What stands between a start of scan and the next marker that is neither a stuffed byte nor a restart.
fn scan<'b>(rest: &mut &'b [u8]) -> Result<&'b [u8], Uncleanable> {
    let mut pairs = rest.windows(2);
    let end = pairs.position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xFF | 0xD0..=0xD7));
    take(rest, end.ok_or(Uncleanable::Broken)?)
}

/// The profile, put together of its parts.
fn profile(bytes: &[u8]) -> Result<Vec<u8>, Uncleanable> {
    let parts = segments(bytes)?.into_iter().filter(|segment| segment.marker == 0xE2);
    let parts = parts.filter_map(|segment| segment.content.strip_prefix(PROFILE)?.get(2..));
    Ok(parts.collect::<Vec<_>>().concat())
}

fn write(clean: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    clean.extend([0xFF, marker]);
    clean.extend(length.to_be_bytes());
    clean.extend(content);
}
