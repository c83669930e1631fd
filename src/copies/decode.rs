//! Bytes as letters: what they say of themselves, then UTF-8, then what a page declares, then a guess.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// A plain text; nothing where these bytes are none.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if Encoding::for_bom(bytes).is_none() && bytes.contains(&0) {
        return None;
    }
    Some(decoded(bytes, None))
}

/// A page, by the encoding that it declares.
pub(super) fn html(bytes: &[u8]) -> Cow<'_, str> {
    decoded(bytes, declared(bytes))
}

fn decoded<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Cow<'b, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    // Browsers save pages as UTF-8 and leave the old declaration in them.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let encoding = declared.unwrap_or_else(|| guessed(bytes));
    encoding.decode_without_bom_handling(bytes).0
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The encoding named by `<meta charset=…>` or `<meta … content="text/html; charset=…">` in the first 1,024 bytes,
/// which is as far as the standard has browsers look.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(1024))?.to_ascii_lowercase();
    let mut rest = start.as_slice();
    while let Some(at) = memchr::memmem::find(rest, b"charset") {
        rest = rest.get(at + b"charset".len()..)?;
        let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|byte| b"\"'; />".contains(byte)).unwrap_or(value.len());
        if let Some(encoding) = value.get(..end).and_then(Encoding::for_label) {
            return Some(encoding);
        }
    }
    None
}
