//! The words in a little HTML, as other programs put it into titles and texts.

/// The words; where paragraphs and lines end, a blank. A `<` that opens no element stays.
pub(super) fn stripped(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        words.push_str(before);
        let opens = tag
            .get(1..)
            .unwrap_or_default()
            .starts_with(|sign: char| sign.is_ascii_alphabetic() || "/!".contains(sign));
        if let Some(end) = tag.find('>').filter(|_| opens) {
            let (element, behind) = tag.split_at(end + 1);
            let name = element.trim_start_matches(['<', '/']).to_ascii_lowercase();
            let breaks = ["p", "br", "div", "li", "h1", "h2", "h3", "blockquote", "tr"];
            let name = name.split(|sign: char| !sign.is_ascii_alphanumeric()).next().unwrap_or_default();
            if breaks.contains(&name) {
                words.push(' ');
            }
            rest = behind;
        } else {
            words.push('<');
            rest = tag.get(1..).unwrap_or_default();
        }
    }
    words.push_str(rest);
    unescaped(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The addresses of links, in their order.
pub(super) fn links(html: &str) -> Vec<String> {
    let found = html.split("href=").skip(1).filter_map(|rest| {
        let quote = rest.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
        rest.get(1..)?.split(quote).next().map(unescaped)
    });
    found.filter(|link| link.starts_with("http")).collect()
}

/// With the letters that `&…;` stands for.
fn unescaped(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let end = from.find(';').filter(|end| *end <= 10);
        let found = end.and_then(|end| Some((letter(from.get(1..end)?)?, from.get(end + 1..)?)));
        if let Some((letter, behind)) = found {
            plain.push(letter);
            rest = behind;
        } else {
            plain.push('&');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    plain.push_str(rest);
    plain
}

fn letter(name: &str) -> Option<char> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(hex.get(1..)?, 16),
            digits => number(digits, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{links, stripped};

    #[test]
    fn words_are_left_and_links_are_kept() {
        let html = "<p class=\"lead\">Über <a href=\"https://example.org/?a=1&amp;b=2\">the leak</a>:</p>a &lt; b &#322; 1 < 2 &c";
        assert_eq!(stripped(html), "Über the leak: a < b ł 1 < 2 &c");
        assert_eq!(links(html), ["https://example.org/?a=1&b=2"]);
        assert_eq!(stripped("a <b"), "a <b");
    }
}
