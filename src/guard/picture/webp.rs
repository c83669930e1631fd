//! WebP (RFC 9649): the chunks that are needed to show it. What follows the last is left out.

use super::{Uncleanable, array, is_common_profile, take, upright};

/// In the flags of `VP8X`.
const HAS_PROFILE: u8 = 0x20;
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub(super) fn cleaned(bytes: &[u8], up: Option<u8>) -> Result<Vec<u8>, Uncleanable> {
    let mut rest = bytes.get(4..).ok_or(Uncleanable::Broken)?;
    let length = u32::from_le_bytes(array(&mut rest)?) as usize;
    let mut rest = take(&mut rest, length)?;
    take(&mut rest, 4)?;
    let mut clean = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut extended = None;
    let mut has_profile = false;
    while !rest.is_empty() {
        let (kind, content) = chunk(&mut rest)?;
        match &kind {
            b"VP8X" => {
                extended = Some(clean.len() + 8);
                write(&mut clean, kind, content);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" => write(&mut clean, kind, content),
            b"ANMF" => write(&mut clean, kind, &frame(content)?),
            b"ICCP" if is_common_profile(content) => {
                has_profile = true;
                write(&mut clean, kind, content);
            }
            _ => {}
        }
    }
    // Without `VP8X` there was no EXIF to say which way is up.
    if let Some(flags) = extended {
        if let Some(up) = up {
            write(&mut clean, *b"EXIF", &upright(up));
        }
        let flags = clean.get_mut(flags).ok_or(Uncleanable::Broken)?;
        *flags &= !(HAS_PROFILE | HAS_EXIF | HAS_XMP);
        *flags |= if has_profile { HAS_PROFILE } else { 0 } | if up.is_some() { HAS_EXIF } else { 0 };
    }
    let length = u32::try_from(clean.len() - 8).map_err(|_| Uncleanable::Broken)?;
    clean.get_mut(4..8).ok_or(Uncleanable::Broken)?.copy_from_slice(&length.to_le_bytes());
    Ok(clean)
}

/// A frame of a moving picture, with the chunks that show it.
fn frame(content: &[u8]) -> Result<Vec<u8>, Uncleanable> {
    let mut rest = content;
    let mut clean = take(&mut rest, 16)?.to_vec();
    while !rest.is_empty() {
        let (kind, content) = chunk(&mut rest)?;
        if matches!(&kind, b"VP8 " | b"VP8L" | b"ALPH") {
            write(&mut clean, kind, content);
        }
    }
    Ok(clean)
}

fn chunk<'b>(rest: &mut &'b [u8]) -> Result<([u8; 4], &'b [u8]), Uncleanable> {
    let kind = array(rest)?;
    let length = u32::from_le_bytes(array(rest)?) as usize;
    let content = take(rest, length)?;
    // Chunks begin at even bytes; some writers leave the last byte out.
    if length % 2 == 1 && !rest.is_empty() {
        take(rest, 1)?;
    }
    Ok((kind, content))
}

fn write(clean: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    clean.extend(kind);
    clean.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_le_bytes());
    clean.extend(content);
    if content.len() % 2 == 1 {
        clean.push(0);
    }
}
