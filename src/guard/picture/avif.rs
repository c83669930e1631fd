//! AVIF (AOMedia): its parts are found by their distance from the start, so that none can be taken out without drawing
//! up all of it anew. One that tells nothing passes as it is.

use super::{Uncleanable, array, is_common_profile, take};

pub(super) fn untold(bytes: &[u8]) -> Result<Vec<u8>, Uncleanable> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let length = u32::from_be_bytes(array(&mut rest)?) as usize;
        let kind: [u8; 4] = array(&mut rest)?;
        let content = match length {
            0 => std::mem::take(&mut rest),
            // A length of eight bytes is for films.
            1 => return Err(Uncleanable::Unknown),
            _ => take(&mut rest, length.checked_sub(8).ok_or(Uncleanable::Broken)?)?,
        };
        match &kind {
            b"ftyp" | b"mdat" | b"moov" => {}
            b"meta" => tells_nothing(content)?,
            b"free" | b"skip" if content.iter().all(|byte| *byte == 0) => {}
            _ => return Err(Uncleanable::Carries),
        }
    }
    Ok(bytes.to_vec())
}

/// Items are named in `meta`: `Exif`, and `mime` for XMP.
fn tells_nothing(meta: &[u8]) -> Result<(), Uncleanable> {
    let has = |name: &[u8]| memchr::memmem::find(meta, name).is_some();
    let profile = has(b"colrprof") || has(b"colrrICC");
    if has(b"Exif") || has(b"mime") || has(b"uuid") || profile && !is_common_profile(meta) {
        return Err(Uncleanable::Carries);
    }
    Ok(())
}
