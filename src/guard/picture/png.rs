//! PNG (W3C, third edition): the chunks that are needed to show it. What follows the last is left out.

use std::io::Read;

use super::{Uncleanable, array, is_common_profile, take, upright};

const SHOWN: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn cleaned(bytes: &[u8], up: Option<u8>) -> Result<Vec<u8>, Uncleanable> {
    let mut rest = bytes;
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend(take(&mut rest, 8)?);
    loop {
        let start = rest;
        let length = u32::from_be_bytes(array(&mut rest)?) as usize;
        let kind: [u8; 4] = array(&mut rest)?;
        let content = take(&mut rest, length)?;
        take(&mut rest, 4)?;
        let chunk = start.get(..length + 12).ok_or(Uncleanable::Broken)?;
        let keep = SHOWN.contains(&&kind)
            || kind == *b"iCCP" && profile(content).is_some_and(|icc| is_common_profile(&icc));
        if keep {
            clean.extend(chunk);
        }
        if let (b"IHDR", Some(up)) = (&kind, up) {
            write(&mut clean, *b"eXIf", &upright(up));
        }
        if kind == *b"IEND" {
            return Ok(clean);
        }
    }
}

/// The profile in a chunk. Its name is free text, and read along with it.
fn profile(content: &[u8]) -> Option<Vec<u8>> {
    let end = content.iter().position(|byte| *byte == 0)?;
    let (name, packed) = (content.get(..end)?, content.get(end + 2..)?);
    let mut profile = Vec::new();
    flate2::read::ZlibDecoder::new(packed).take(1 << 20).read_to_end(&mut profile).ok()?;
    let common = name.eq_ignore_ascii_case(b"ICC Profile") || is_common_profile(name);
    common.then_some(profile)
}

fn write(clean: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    let mut sum = flate2::Crc::new();
    sum.update(&kind);
    sum.update(content);
    clean.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes());
    clean.extend(kind);
    clean.extend(content);
    clean.extend(sum.sum().to_be_bytes());
}
