//! Words made safe to stand in HTML and in XML.

/// The words, for the text or a quoted attribute of an HTML page. Control characters, which HTML has no place for,
/// are left out.
///
/// ```
/// use casebook::render::html_escaped;
/// assert_eq!(html_escaped("„R&D“ <b>\u{8}"), "„R&amp;D“ &lt;b&gt;");
/// ```
#[must_use]
pub fn html_escaped(words: &str) -> String {
    escaped(words, |letter| letter.is_control() && !matches!(letter, '\n' | '\t'))
}

/// The words, for the text or a quoted attribute of an XML file. What XML 1.0 forbids even as a reference (control
/// characters, U+FFFE, U+FFFF) is left out.
///
/// ```
/// use casebook::render::xml_escaped;
/// assert_eq!(xml_escaped("Łódź\u{b} & \"co.\"\u{ffff}"), "Łódź &amp; &quot;co.&quot;");
/// ```
#[must_use]
pub fn xml_escaped(words: &str) -> String {
    escaped(words, |letter| {
        letter.is_control() && !matches!(letter, '\n' | '\t') || matches!(letter, '\u{fffe}' | '\u{ffff}')
    })
}

/// The address, for a quoted attribute: letters that an address cannot hold are written as `%C5%82`. What is
/// encoded already stays as it is.
///
/// ```
/// use casebook::render::address_escaped;
/// assert_eq!(address_escaped("media/Gr\u{e4}fe 1.jpg?a=1&b=%20"), "media/Gr%C3%A4fe%201.jpg?a=1&amp;b=%20");
/// ```
#[must_use]
pub fn address_escaped(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'&' => encoded.push_str("&amp;"),
            b'\'' => encoded.push_str("&#39;"),
            _ if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$()*+,;=%".contains(&byte) => {
                encoded.push(char::from(byte));
            }
            _ => {
                let digit =
                    |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
                encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
}

fn escaped(words: &str, forbidden: impl Fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(words.len() + words.len() / 16);
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ if forbidden(letter) => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}
