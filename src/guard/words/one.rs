//! What stands at a byte: a letter as it is, or behind an entity, an escape or a percent sign.

use unicode_normalization::char::{compose, is_combining_mark};

/// What stands at a byte.
pub(super) enum One {
    /// A letter or digit.
    Letter(char),
    /// A mark on the letter before.
    Mark(char),
    /// A soft hyphen, say: as if it were not there.
    Nothing,
    /// Anything between words.
    Space,
    /// `"`: it ends an attribute, or a text in JSON.
    Quote,
    /// A tag begins.
    TagStart,
    /// A tag ends.
    TagEnd,
}

/// What stands at a byte, and where the next begins.
pub(super) fn one(bytes: &[u8], at: usize) -> (One, usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest {
        [0, ..] => (One::Nothing, at + 1),
        [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'?', ..] => (One::TagStart, at + 1),
        [b'>', ..] => (One::TagEnd, at + 1),
        [b'"', ..] => (One::Quote, at + 1),
        [b'&', ..] => entity(rest).map_or((One::Space, at + 1), |(what, length)| (what, at + length)),
        [b'\\', ..] => escape(rest).map_or((One::Space, at + 1), |(what, length)| (what, at + length)),
        [b'%', ..] => percent(rest).map_or((One::Space, at + 1), |(what, length)| (what, at + length)),
        [byte, ..] if byte.is_ascii_alphanumeric() => (One::Letter(char::from(*byte)), at + 1),
        [byte, ..] if byte.is_ascii() => (One::Space, at + 1),
        [byte, ..] => {
            let (letter, length) = decoded(rest).unwrap_or((char::from(*byte), 1));
            (what(letter), at + length)
        }
        [] => (One::Space, at + 1),
    }
}

/// The first character, if it is UTF-8.
fn decoded(bytes: &[u8]) -> Option<(char, usize)> {
    let length = match bytes.first()? {
        0..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let letter = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((letter, length))
}

fn what(letter: char) -> One {
    match letter {
        '\0' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => One::Nothing,
        _ if is_combining_mark(letter) => One::Mark(letter),
        _ if letter.is_alphanumeric() => One::Letter(letter),
        _ => One::Space,
    }
}

/// `&#228;`, `&#xe4;`, `&auml;`, `&amp;`: of a named letter the first letters are the letter itself.
fn entity(rest: &[u8]) -> Option<(One, usize)> {
    let end = rest.iter().take(12).position(|byte| *byte == b';')?;
    let name = std::str::from_utf8(rest.get(1..end)?).ok()?;
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(number).map_or(One::Space, what), end + 1));
    }
    let one = match name {
        "lt" if rest.get(end + 1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') => {
            One::TagStart
        }
        "gt" => One::TagEnd,
        "szlig" => One::Letter('ß'),
        "aelig" | "AElig" => One::Letter('æ'),
        "oelig" | "OElig" => One::Letter('œ'),
        "thorn" | "THORN" => One::Letter('þ'),
        "eth" | "ETH" => One::Letter('ð'),
        "inodot" => One::Letter('ı'),
        "shy" | "zwj" | "zwnj" | "NoBreak" | "ZeroWidthSpace" => One::Nothing,
        _ => {
            let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
            marked(letter, name.get(1..)?).map_or(One::Space, One::Letter)
        }
    };
    Some((one, end + 1))
}

/// A letter with a mark, by the name that HTML gives the mark.
fn marked(letter: char, mark: &str) -> Option<char> {
    let mark = match mark {
        "acute" => '\u{301}',
        "breve" => '\u{306}',
        "caron" => '\u{30c}',
        "cedil" => '\u{327}',
        "circ" => '\u{302}',
        "dblac" => '\u{30b}',
        "dot" => '\u{307}',
        "grave" => '\u{300}',
        "macr" => '\u{304}',
        "ogon" => '\u{328}',
        "ring" => '\u{30a}',
        "tilde" => '\u{303}',
        "uml" => '\u{308}',
        "slash" | "strok" => {
            return match letter {
                'l' => Some('ł'),
                'L' => Some('Ł'),
                'o' => Some('ø'),
                'O' => Some('Ø'),
                'd' => Some('đ'),
                'D' => Some('Đ'),
                _ => None,
            };
        }
        _ => return None,
    };
    Some(compose(letter, mark).unwrap_or(letter))
}

/// `\u00e4`, `\xe4`, `\n`.
fn escape(rest: &[u8]) -> Option<(One, usize)> {
    let digits = match rest.get(1)? {
        b'u' => 4,
        b'x' => 2,
        b'n' | b't' | b'r' | b'f' | b'b' | b'"' | b'\\' => return Some((One::Space, 2)),
        _ => return None,
    };
    let number = hexadecimal(rest.get(2..2 + digits)?)?;
    // A tag in JSON is often written without its signs.
    let one = match char::from_u32(number) {
        Some('<') => One::TagStart,
        Some('>') => One::TagEnd,
        Some(letter) if letter.is_ascii_alphanumeric() || !letter.is_ascii() => what(letter),
        _ => One::Space,
    };
    Some((one, 2 + digits))
}

/// `%C3%A4`.
fn percent(rest: &[u8]) -> Option<(One, usize)> {
    let byte = |index: usize| {
        let digits = rest.get(3 * index..3 * index + 3)?.strip_prefix(b"%")?;
        u8::try_from(hexadecimal(digits)?).ok()
    };
    let bytes: Vec<u8> = (0..4).map_while(byte).collect();
    let (letter, length) = decoded(&bytes).or_else(|| Some((char::from(*bytes.first()?), 1)))?;
    Some((what(letter), 3 * length))
}

fn hexadecimal(digits: &[u8]) -> Option<u32> {
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
