//! GIF (89a): frames, and how they follow one another. Comments, plain texts and what programs add are left out.

use super::{Uncleanable, array, take};

pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, Uncleanable> {
    let mut rest = bytes;
    let mut clean = Vec::with_capacity(bytes.len());
    let head = take(&mut rest, 13)?;
    clean.extend(head);
    clean.extend(colours(&mut rest, head[10])?);
    loop {
        let start = rest;
        let [kind] = array(&mut rest)?;
        let keep = match kind {
            0x3B => {
                clean.push(kind);
                return Ok(clean);
            }
            0x2C => {
                let frame = take(&mut rest, 9)?;
                colours(&mut rest, frame[8])?;
                take(&mut rest, 1)?;
                blocks(&mut rest)?;
                true
            }
            0x21 => {
                let [label] = array(&mut rest)?;
                let first = rest;
                blocks(&mut rest)?;
                // How long a frame is shown, and how often all of them.
                label == 0xF9 || label == 0xFF && first.starts_with(b"\x0bNETSCAPE2.0\x03\x01")
            }
            _ => return Err(Uncleanable::Broken),
        };
        if keep {
            clean.extend(start.get(..start.len() - rest.len()).unwrap_or_default());
        }
    }
}

/// The table of colours that a byte of flags tells of.
fn colours<'b>(rest: &mut &'b [u8], flags: u8) -> Result<&'b [u8], Uncleanable> {
    if flags & 0x80 == 0 { Ok(&[]) } else { take(rest, 3 << ((flags & 7) + 1)) }
}

fn blocks(rest: &mut &[u8]) -> Result<(), Uncleanable> {
    loop {
        match array(rest)? {
            [0] => return Ok(()),
            [length] => take(rest, usize::from(length))?,
        };
    }
}
