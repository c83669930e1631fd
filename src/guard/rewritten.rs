//! A text that says the same in other bytes than a reader sees: words parted at the end of a line, letters of an older
//! alphabet, what mail programs write for whatever is no ASCII.

use encoding_rs::{ISO_8859_2, WINDOWS_1250, WINDOWS_1251};
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders as _};

/// Where the head of a letter is looked for.
const HEAD: usize = 16 << 10;

/// Calls `take` with each other reading of a text.
pub(super) fn each(bytes: &[u8], take: &mut dyn FnMut(&[u8])) {
    if let Some(joined) = joined(bytes) {
        take(&joined);
    }
    if std::str::from_utf8(bytes).is_err() {
        for encoding in [ISO_8859_2, WINDOWS_1250, WINDOWS_1251] {
            take(encoding.decode_without_bom_handling(bytes).0.as_bytes());
        }
    }
    if is_letter(bytes)
        && let Some(letter) = MessageParser::default().parse(bytes)
    {
        of_letter(&letter, take);
    }
}

/// With words in one that go on in the next line behind a hyphen; nothing where there are none.
fn joined(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    let mut rest = bytes;
    while let Some(at) = memchr::memmem::find_iter(rest, b"-").find(|at| goes_on(rest, *at).is_some()) {
        let (before, _) = rest.split_at(at);
        joined.extend_from_slice(before);
        rest = goes_on(rest, at)?;
    }
    (!joined.is_empty()).then(|| [&joined, rest].concat())
}

/// What follows on the next line, where a hyphen ends this one behind a letter.
fn goes_on(bytes: &[u8], hyphen: usize) -> Option<&[u8]> {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let after = bytes.get(hyphen + 1..)?;
    let next = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n"))?.trim_ascii_start();
    let before = hyphen.checked_sub(1).and_then(|before| bytes.get(before));
    (before.is_some_and(is_letter) && next.first().is_some_and(is_letter)).then_some(next)
}

/// Whether it has a head as letters have, and pages that a browser keeps as one.
fn is_letter(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let names: [&[u8]; 4] = [b"mime-version:", b"content-transfer-encoding:", b"message-id:", b"subject:"];
    let begins = |line: &[u8]| {
        names.iter().any(|name| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
    };
    head.split(|byte| *byte == b'\n').any(begins)
}

fn of_letter(letter: &Message<'_>, take: &mut dyn FnMut(&[u8])) {
    for part in &letter.parts {
        for header in &part.headers {
            said(&header.value, &mut |words| take(words.as_bytes()));
        }
        if let Some(name) = part.attachment_name() {
            take(name.as_bytes());
        }
        match part.message() {
            Some(inner) => of_letter(inner, take),
            None => take(part.contents()),
        }
    }
}

fn said(value: &HeaderValue<'_>, take: &mut dyn FnMut(&str)) {
    match value {
        HeaderValue::Text(words) => take(words),
        HeaderValue::TextList(list) => list.iter().for_each(|words| take(words)),
        HeaderValue::Address(address) => {
            for one in address.iter() {
                one.name.iter().chain(&one.address).for_each(|words| take(words));
            }
        }
        HeaderValue::ContentType(kind) => {
            kind.attributes.iter().flatten().for_each(|attribute| take(&attribute.value));
        }
        HeaderValue::Received(_) | HeaderValue::DateTime(_) | HeaderValue::Empty => {}
    }
}
