//! The words that a page shows: HTML without its tags.

/// The words between the tags, with one space for any white space. Numbers of notes and of cited claims are left out:
/// they are no words of the text.
///
/// It knows just enough of HTML for pages that were made by a theme; it is no parser.
pub(super) fn words(html: &str) -> String {
    let mut words = String::with_capacity(html.len() / 2);
    let mut rest = html;
    let mut hidden: Option<&str> = None;
    while let Some((text, after)) = rest.split_once('<') {
        if hidden.is_none() {
            unescape(text, &mut words);
        }
        let comment =
            after.strip_prefix("!--").map(|comment| comment.split_once("-->").map_or("", |(_, rest)| rest));
        if let Some(after) = comment {
            rest = after;
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let end = tag.strip_prefix('/');
        let name = name_of(end.unwrap_or(tag));
        if let Some(open) = hidden {
            if end.is_some() && name == open {
                hidden = None;
            }
            continue;
        }
        if end.is_none() {
            let number = name == "sup" && (tag.contains("\"cites\"") || tag.contains("\"note\""));
            hidden = HIDDEN.into_iter().find(|hidden| *hidden == name).or(number.then_some("sup"));
        }
        if !WITHIN_A_LINE.contains(&name.as_str()) {
            words.push(' ');
        }
    }
    if hidden.is_none() {
        unescape(rest, &mut words);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn name_of(tag: &str) -> String {
    tag.split([' ', '\n', '\t', '/']).next().unwrap_or_default().to_ascii_lowercase()
}

/// What is not words of the text.
const HIDDEN: [&str; 3] = ["script", "style", "svg"];

/// Tags between whose words there is no space.
const WITHIN_A_LINE: [&str; 18] = [
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time",
];

fn unescape(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        into.push_str(before);
        let entity = after.split_once(';').and_then(|(name, after)| Some((letter(name)?, after)));
        let (letter, after) = entity.unwrap_or(('&', after));
        into.push(letter);
        rest = after;
    }
    into.push_str(rest);
}

fn letter(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_page_is_read_as_its_words() {
        let html = "<style>p {}</style><p>The <em>call</em>,\n<a href=\"x>\">it</a> was 10<sup>6</sup><sup class=\"cites\">[1]</sup>.</p><p>Łoś &amp; Co &#x27;s &lt;b&gt;</p>";
        assert_eq!(words(html), "The call, \">it was 106. Łoś & Co 's <b>");
        assert_eq!(words("a <!-- <p> no --> b & c &unknown; d"), "a b & c &unknown; d");
        assert_eq!(words("one<br>two</td><td>three"), "one two three");
    }
}
