//! Letters without their marks and their case, so that `Łódź` is found where somebody types `lodz`.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The words in small letters without marks; everything that is not a letter stays.
///
/// ```
/// assert_eq!(casebook::text::plain("Straße in Łódź, 7"), "strasse in lodz, 7");
/// ```
#[must_use]
pub fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_ascii() {
            plain.push(letter.to_ascii_lowercase());
            continue;
        }
        decompose_canonical(letter, |part| {
            if !is_combining_mark(part) {
                part.to_lowercase().for_each(|letter| push(&mut plain, letter));
            }
        });
    }
    plain
}

/// Letters that are not another with a mark, to those who have a keyboard without them.
fn push(plain: &mut String, letter: char) {
    match letter {
        'ł' => plain.push('l'),
        'ß' => plain.push_str("ss"),
        'æ' => plain.push_str("ae"),
        'œ' => plain.push_str("oe"),
        'ø' => plain.push('o'),
        'đ' | 'ð' => plain.push('d'),
        'þ' => plain.push_str("th"),
        letter => plain.push(letter),
    }
}

/// Letters and their marks in one, as keyboards type them: a Mac takes them apart in the names of files.
///
/// ```
/// assert_eq!(casebook::text::composed("mo\u{308}we.png"), "möwe.png");
/// ```
#[must_use]
pub fn composed(words: &str) -> String {
    words.nfc().collect()
}

/// With a capital letter at its beginning.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// German words as they are typed where there is no `ü`: `Mueller`.
///
/// ```
/// assert_eq!(casebook::text::umlauts_spelt_out("Übermüller"), "Uebermueller");
/// ```
#[must_use]
pub fn umlauts_spelt_out(text: &str) -> String {
    let pairs = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('Ä', "Ae"), ('Ö', "Oe"), ('Ü', "Ue")];
    pairs.iter().fold(text.to_owned(), |text, (umlaut, spelt_out)| text.replace(*umlaut, spelt_out))
}
