//! The words of an article, as a reader reads them: a line for each block.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::digest::sha256;
use super::visible;
use crate::model::{Any, Article, Digest, Facts, Leads, Name, leads};

/// The title of an article, and its words block by block: paragraphs, headings, items, cells. Names that a tie writes
/// are words; numbers of notes and of cited claims are none, and neither is what is said of pictures.
#[must_use]
pub fn article_words(article: &Article, facts: &Facts) -> Vec<String> {
    let mut reader = Reader {
        facts,
        references: article.references.iter(),
        lines: Vec::new(),
        line: article.title.value.clone(),
        raw: String::new(),
        skipping: 0,
        wordless: None,
    };
    reader.end_line();
    for (event, _) in &article.prose.events {
        reader.event(event);
    }
    reader.end_line();
    reader.lines
}

/// The digest of words: of a claim's text as it is, of an article's lines with an end of line between them.
#[must_use]
pub fn words_digest(lines: &[impl AsRef<str>]) -> Digest {
    let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
    sha256(lines.join("\n"))
}

struct Reader<'a> {
    facts: &'a Facts,
    references: std::slice::Iter<'a, crate::model::Reference<Any>>,
    lines: Vec<String>,
    line: String,
    /// HTML that the report lets through, up to the end of its block.
    raw: String,
    /// How deep we are in something that is not read: a citation, a picture.
    skipping: usize,
    /// The name to be written should the link that is open have no words, and where the line stood when it began.
    wordless: Option<(&'a str, usize)>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>) {
        if self.skipping > 0 {
            match event {
                Event::Start(_) => self.skipping += 1,
                Event::End(_) => self.skipping -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(Tag::Image { .. }) => {
                self.wordless = None;
                self.skipping = 1;
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => self.link(*link_type, dest_url),
            Event::End(TagEnd::Link) => {
                let wordless = self.wordless.take().filter(|(_, start)| *start == self.line.len());
                self.line.push_str(wordless.map_or("", |(name, _)| name));
            }
            Event::Start(tag) if !within_a_line(tag.to_end()) => self.end_line(),
            Event::End(tag) if !within_a_line(*tag) => self.end_line(),
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words) => {
                self.line.push_str(words);
            }
            Event::Html(html) if self.facts.report.raw_html => self.raw.push_str(html),
            Event::InlineHtml(html) if self.facts.report.raw_html => {
                // All other tags that can stand within a line have no words of their own.
                self.line.push_str(if html.starts_with("<br") { " " } else { "" });
            }
            Event::Html(html) | Event::InlineHtml(html) => self.line.push_str(html),
            Event::SoftBreak | Event::HardBreak => self.line.push(' '),
            Event::Rule => self.end_line(),
            _ => {}
        }
    }

    /// Ties to the record are the article's references, in the order of the text.
    fn link(&mut self, link_type: LinkType, to: &str) {
        self.wordless = None;
        if !matches!(leads(link_type, to), Leads::Record(_) | Leads::File(_)) {
            return;
        }
        let targets = self.references.next().map_or(&[][..], |reference| &reference.targets);
        if matches!(link_type, LinkType::ShortcutUnknown | LinkType::CollapsedUnknown) {
            self.skipping = 1;
            let others = targets.iter().filter(|target| !matches!(target.value, Any::Claim(_)));
            for name in others.filter_map(|target| name(self.facts, target.value)) {
                self.line.extend([" (", name, ")"]);
            }
            return;
        }
        let name = targets.first().and_then(|target| name(self.facts, target.value));
        self.wordless = name.map(|name| (name, self.line.len()));
    }

    fn end_line(&mut self) {
        self.line.push_str(&visible::words(&std::mem::take(&mut self.raw)));
        let line = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            self.lines.push(line);
        }
        self.line.clear();
    }
}

fn within_a_line(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// What an entry is called in the text.
fn name(facts: &Facts, any: Any) -> Option<&str> {
    Some(match any {
        Any::Person(key) => &facts.people.get(key)?.name,
        Any::Organisation(key) => &facts.organisations.get(key)?.name,
        Any::Source(key) => match &facts.sources.get(key)?.name {
            Name::Known(name) => name,
            Name::Confidential { described_as, .. } => described_as.as_ref()?,
        },
        Any::Document(key) => &facts.documents.get(key)?.title,
        Any::Date(key) => &facts.dates.get(key)?.title,
        Any::Claim(key) => &facts.claims.get(key)?.text,
        Any::Article(key) => &facts.articles.get(key)?.title,
    })
}
