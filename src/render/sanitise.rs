//! HTML that an author typed, made safe: no scripts, no styles, no ids, nothing from other hosts.
//!
//! Each block of HTML stands by itself: what it opens, it closes. HTML within a line is taken tag by tag, and whoever
//! writes the line keeps the tags in pairs.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Tags that words within a line may stand in.
const INLINE: [&str; 22] = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "strong", "sub", "sup", "u", "var",
];

/// Tags that a block may be made of, beside those within a line. Markdown has lists and headings of its own: an item
/// without its list would break the list around it, and a heading would be missing from the contents.
const BLOCK: [&str; 25] = [
    "a",
    "blockquote",
    "br",
    "caption",
    "col",
    "colgroup",
    "details",
    "div",
    "figcaption",
    "figure",
    "hr",
    "p",
    "pre",
    "rp",
    "rt",
    "ruby",
    "span",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(INLINE.into_iter().chain(BLOCK).chain(["wbr"]).collect())
        .clean_content_tags(HashSet::from(["script", "style", "template", "title"]))
        .generic_attributes(HashSet::from(["lang", "title", "dir"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("blockquote", HashSet::from(["cite"])),
            ("q", HashSet::from(["cite"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan", "scope"])),
            ("details", HashSet::from(["open"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("external"))
        .strip_comments(true);
    builder
});

/// A block of HTML, balanced and safe.
pub(super) fn block(html: &str) -> String {
    let mut clean = CLEANER.clean(html).to_string();
    // With one tag taken out, others can meet that may not stand in each other: what is written must read the same
    // when a browser takes it in.
    for _ in 0..8 {
        let again = CLEANER.clean(&clean).to_string();
        if again == clean {
            return clean;
        }
        clean = again;
    }
    format!("<p>{}</p>", super::html_escaped(html.trim()))
}

/// A tag within a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// It opens something: its name, and the tag made safe.
    Opens(&'static str, String),
    /// It closes something.
    Closes(&'static str),
    /// It stands alone.
    Alone(&'static str),
    /// It is not let through.
    Barred,
}

/// What a single tag within a line amounts to.
pub(super) fn tag(html: &str) -> Tag {
    let inner = html.strip_prefix('<').unwrap_or_default();
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name: String =
        inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    match name.as_str() {
        "br" => return Tag::Alone("<br>"),
        "wbr" => return Tag::Alone("<wbr>"),
        _ => {}
    }
    let Some(name) = INLINE.into_iter().chain(["span"]).find(|known| *known == name) else {
        return Tag::Barred;
    };
    if closes {
        return Tag::Closes(name);
    }
    let clean = block(html);
    match clean.strip_suffix(&format!("</{name}>")) {
        Some(opening) if opening.starts_with(&format!("<{name}")) && opening.matches('<').count() == 1 => {
            Tag::Opens(name, opening.to_owned())
        }
        _ => Tag::Barred,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_keeps_its_words_and_loses_what_acts() {
        let html = "<div style='color:red' onclick=x() id=main class=c><p lang=pl title=\"é\">Łódź<script>alert(1)</script><img src=https://spy.example/x.gif><iframe src=//x></iframe></div>";
        assert_eq!(block(html), "<div><p lang=\"pl\" title=\"é\">Łódź</p></div>");
    }

    #[test]
    fn links_keep_only_addresses_on_the_web() {
        assert_eq!(block("<a href=' jAvaScript:alert(1)'>a</a>"), "<a rel=\"external\">a</a>");
        assert_eq!(
            block("<a href=\"https://a.example/ä\">a</a>"),
            "<a href=\"https://a.example/ä\" rel=\"external\">a</a>"
        );
        assert_eq!(block("<a href=data:text/html,x>a</a>"), "<a rel=\"external\">a</a>");
    }

    #[test]
    fn tags_within_a_line_are_taken_one_by_one() {
        assert_eq!(tag("<B onclick=x lang=pl>"), Tag::Opens("b", "<b lang=\"pl\">".into()));
        assert_eq!(tag("</b >"), Tag::Closes("b"));
        assert_eq!(tag("<br/>"), Tag::Alone("<br>"));
        assert_eq!(tag("<script>"), Tag::Barred);
        assert_eq!(tag("<!-- é -->"), Tag::Barred);
    }
}
