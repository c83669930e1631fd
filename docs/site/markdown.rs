//! One page's Markdown as HTML: headings with their anchors, links as they are in the site, code that can be read.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;

/// A page, rendered.
pub(crate) struct Rendered {
    /// Its first heading.
    pub title: String,
    pub html: String,
    /// Its headings of the second level, and of the third where there are not too many.
    pub contents: Vec<Heading>,
}

#[derive(Serialize)]
pub(crate) struct Heading {
    pub words: String,
    pub anchor: String,
    pub level: u8,
}

/// More headings than these are no table of contents any more.
const CONTENTS: usize = 40;

/// Renders a page; `leads_to` says what a link is in the site.
pub(crate) fn render(text: &str, leads_to: &dyn Fn(&str) -> String) -> Rendered {
    let mut headings = headings(text);
    let mut anchors = headings.iter().map(|heading| heading.anchor.clone()).collect::<Vec<_>>().into_iter();
    let mut events = Vec::new();
    let mut code = None::<(String, String)>;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let link = |to: &str| CowStr::from(leads_to(to));
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = match &kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                code = Some((info, String::new()));
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((info, text)) = code.take() {
                    events.push(Event::Html(shown(&info, &text).into()));
                }
            }
            Event::Text(words) if code.is_some() => {
                if let Some((_, text)) = &mut code {
                    text.push_str(&words);
                }
            }
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                let id = anchors.next().map(CowStr::from);
                events.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                events.push(Event::Start(Tag::Link { link_type, dest_url: link(&dest_url), title, id }));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                if let Some(wide) = dest_url.strip_suffix(".svg") {
                    let narrow = link(&format!("{wide}.narrow.svg"));
                    let source =
                        format!("<picture><source media=\"(max-width: 699px)\" srcset=\"{narrow}\">");
                    events.push(Event::InlineHtml(source.into()));
                }
                events.push(Event::Start(Tag::Image { link_type, dest_url: link(&dest_url), title, id }));
            }
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Html(
                    "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">".into(),
                ));
                events.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                events.push(event);
                events.push(Event::Html("</div>\n".into()));
            }
            event => events.push(event),
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    let title = headings.iter().find(|heading| heading.level == 1).map(|heading| heading.words.clone());
    headings.retain(|heading| heading.level == 2 || heading.level == 3);
    if headings.len() > CONTENTS {
        headings.retain(|heading| heading.level == 2);
    }
    Rendered { title: title.unwrap_or_default(), html: closed(&out), contents: headings }
}

/// A picture ends where its image does.
fn closed(html: &str) -> String {
    let mut parts = html.split("<picture>");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (image, rest) = part.split_once(" />").unwrap_or((part, ""));
        out.extend(["<picture>", image, " /></picture>", rest]);
    }
    out
}

/// Code: what is typed stands out from what is answered, what comes from what goes.
fn shown(info: &str, text: &str) -> String {
    let mut words = info.split(' ');
    let language = words.next().unwrap_or_default();
    let mut lines = String::new();
    for line in text.lines() {
        let mark = match (language, line.get(..1)) {
            ("console", Some("$")) => Some("typed"),
            // What points at words in the line above cannot break; a sentence can.
            ("console", _)
                if !line
                    .trim_start_matches(|letter: char| letter == ' ' || letter.is_ascii_digit())
                    .starts_with('|') =>
            {
                Some("words")
            }
            ("diff", Some("+")) => Some("new"),
            ("diff", Some("-")) => Some("old"),
            _ => None,
        };
        let line = escaped(line);
        match mark {
            Some(mark) => lines.extend(["<span class=\"", mark, "\">", &line, "</span>\n"]),
            None => lines.extend([&line, "\n"]),
        }
    }
    // The examples of the rules say behind the language which file they are.
    let file = words.find(|word| word.contains('/'));
    let file = file.map_or_else(String::new, |file| format!("<p class=\"file\">{}</p>\n", escaped(file)));
    let class = if language == "console" { "code--console" } else { "code--file" };
    format!("{file}<pre class=\"{class}\" tabindex=\"0\"><code>{lines}</code></pre>\n")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// All headings, with the anchors that GitHub gives them.
fn headings(text: &str) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut open = None::<(u8, String)>;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = Some((number(level), String::new())),
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, words)) = open.take() {
                    let plain = anchor(&words);
                    let count = known.entry(plain.clone()).or_default();
                    let anchor = if *count == 0 { plain } else { format!("{plain}-{count}") };
                    *count += 1;
                    headings.push(Heading { words, anchor, level });
                }
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, heading)) = &mut open {
                    heading.push_str(&words);
                }
            }
            _ => {}
        }
    }
    headings
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Lower-case, blanks as hyphens, without punctuation.
fn anchor(words: &str) -> String {
    let letters = words.trim().chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        '-' | '_' => Some(letter),
        letter => letter.is_alphanumeric().then_some(letter),
    });
    letters.flat_map(char::to_lowercase).collect()
}

/// The lists of a page by the heading above them: the first link of each item, its words and where it leads.
pub(crate) fn lists(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut lists: Vec<(String, Vec<(String, String)>)> = Vec::new();
    let mut heading = None::<String>;
    let mut link = None::<(String, String)>;
    let mut is_first = false;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                lists.extend(heading.take().map(|heading| (heading, Vec::new())));
            }
            Event::Start(Tag::Item) => is_first = true,
            Event::Start(Tag::Link { dest_url, .. }) if is_first => {
                link = Some((String::new(), dest_url.to_string()));
                is_first = false;
            }
            Event::End(TagEnd::Link) => {
                if let (Some(link), Some((_, links))) = (link.take(), lists.last_mut()) {
                    links.push(link);
                }
            }
            Event::Text(words) | Event::Code(words) => match (&mut link, &mut heading) {
                (Some((title, _)), _) | (None, Some(title)) => title.push_str(&words),
                (None, None) => {}
            },
            _ => {}
        }
    }
    lists
}
