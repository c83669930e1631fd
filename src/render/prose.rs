//! An article's text as HTML: words tied to claims are marked, and the cards of the claims follow the block in which
//! the text first comes to them.
//!
//! The events of the text and what its words are tied to run side by side. Every tag that is opened is kept on a
//! stack together with whether cards may stand in it, so that the page is well formed whatever was typed.

mod notes;
mod pictures;
#[cfg(test)]
mod tests;
mod ties;
mod typed;

use std::borrow::Cow;
use std::collections::BTreeSet;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::escape::html_escaped;
use crate::speech::Speech;
use crate::text::Span;
use crate::view::{ArticleText, CardPage, Heading, Image, Tie};
use notes::Notes;

/// An article's text, ready to be put into its page.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// Its HTML: a series of blocks.
    pub html: String,
    /// Its headings, in the order of the text.
    pub contents: Vec<Heading>,
}

/// Makes HTML of an article's text.
///
/// `root` is what to put before an address to reach it from the article; `card` makes the HTML of a card, which is
/// put in as it is.
///
/// # Errors
/// The first error of `card`: a theme whose card cannot be written.
pub fn article<E>(
    text: &ArticleText,
    root: &str,
    speech: &Speech,
    card: &mut dyn FnMut(&CardPage) -> Result<String, E>,
) -> Result<Rendered, E> {
    let mut writer = Writer {
        text,
        root,
        speech,
        card,
        ties: text.ties.iter(),
        images: text.images.iter(),
        frame: Frame::default(),
        around: Vec::new(),
        shown: vec![false; text.cards.len()],
        heading: None,
        contents: Vec::new(),
        taken: text.cards.iter().map(anchor).collect(),
        notes: Notes::default(),
        alignments: Vec::new(),
        column: 0,
        in_head: false,
        raw: None,
    };
    let mut at = 0;
    while let Some((event, _)) = text.prose.events.get(at) {
        at = writer.event(event, at)?;
    }
    writer.finish()
}

/// The id of a claim's card in an article.
fn anchor(card: &crate::view::Card) -> String {
    format!("card-{}", card.claim.id)
}

/// Whether the cards of claims can stand in something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// They can: a list's item, a definition.
    Cards,
    /// They cannot stand in it, but in what is in it: a list.
    Parts,
    /// They have to wait until it ends: a paragraph, a quotation, a table.
    None,
    /// It is HTML that an author typed within a line.
    Raw,
}

/// Something that is open.
struct Open {
    /// What ends it.
    end: Cow<'static, str>,
    room: Room,
}

/// A text of its own: the article, or a footnote.
#[derive(Default)]
struct Frame {
    html: String,
    open: Vec<Open>,
    /// Claims that were come to, and whose cards wait for a place.
    waiting: Vec<usize>,
    /// Where the last block began that stands in nothing else.
    block: usize,
    /// The number of the footnote.
    note: usize,
}

/// The heading that is open.
struct OpenHeading {
    level: u32,
    id: String,
    words: String,
}

struct Writer<'a, E> {
    text: &'a ArticleText,
    root: &'a str,
    speech: &'a Speech,
    card: &'a mut dyn FnMut(&CardPage) -> Result<String, E>,
    ties: std::slice::Iter<'a, Vec<Tie>>,
    images: std::slice::Iter<'a, Image>,
    frame: Frame,
    around: Vec<Frame>,
    shown: Vec<bool>,
    heading: Option<OpenHeading>,
    contents: Vec<Heading>,
    taken: BTreeSet<String>,
    notes: Notes,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    raw: Option<String>,
}

impl<'a, E> Writer<'a, E> {
    /// Writes the event at `at`; says where the next one is.
    fn event(&mut self, event: &'a Event<'static>, at: usize) -> Result<usize, E> {
        if self.frame.open.is_empty() && self.frame.waiting.is_empty() {
            self.frame.block = self.frame.html.len();
        }
        match event {
            Event::Start(Tag::Paragraph) if let Some(end) = self.lone_picture(at) => {
                self.before_block()?;
                self.figure(at + 1);
                self.place_cards()?;
                return Ok(end);
            }
            Event::Start(Tag::Image { .. }) => return Ok(self.picture(at)),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                return Ok(self.link(*link_type, dest_url, at));
            }
            Event::Start(tag) => self.start(tag, at)?,
            Event::End(tag) => self.end(*tag)?,
            Event::Text(words) => self.words(words),
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.write("<code>");
                self.words(words);
                self.write("</code>");
            }
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html),
            Event::FootnoteReference(label) => self.note_reference(label),
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => self.write("<br>\n"),
            Event::Rule => {
                self.before_block()?;
                self.write("<hr>\n");
            }
            Event::TaskListMarker(done) => {
                let checked = if *done { " checked" } else { "" };
                self.write(&format!("<input type=\"checkbox\" disabled{checked}> "));
            }
        }
        Ok(at + 1)
    }

    fn write(&mut self, html: &str) {
        self.frame.html.push_str(html);
    }

    /// Writes words as words.
    fn words(&mut self, words: &str) {
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(words);
        }
        self.write(&html_escaped(words));
    }

    fn open(&mut self, start: &str, end: impl Into<Cow<'static, str>>, room: Room) {
        self.write(start);
        self.frame.open.push(Open { end: end.into(), room });
    }

    /// Ends what was opened last, and any HTML that was typed in it and not closed.
    fn close(&mut self) {
        self.close_typed();
        if let Some(open) = self.frame.open.pop() {
            self.write(&open.end);
        }
    }

    /// Ends the HTML that an author opened within the line and did not close.
    fn close_typed(&mut self) {
        while let Some(open) = self.frame.open.pop_if(|open| open.room == Room::Raw) {
            self.write(&open.end);
        }
    }

    /// A block can begin within a list's item without a paragraph around the item's words: they end here.
    fn before_block(&mut self) -> Result<(), E> {
        self.close_typed();
        self.place_cards()
    }

    /// Puts the cards that wait here, if cards can stand here.
    fn place_cards(&mut self) -> Result<(), E> {
        let open = &self.frame.open;
        let here = open.last().is_none_or(|open| open.room == Room::Cards);
        if !here || open.iter().any(|open| matches!(open.room, Room::None | Room::Raw)) {
            return Ok(());
        }
        let stands_alone = open.is_empty();
        let waiting = std::mem::take(&mut self.frame.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        // A block and its cards are one passage, so that they can stand side by side.
        if stands_alone {
            self.frame.html.insert_str(self.frame.block, "<div class=\"passage\">\n");
        }
        self.write("<div class=\"cards\">\n");
        for index in waiting {
            let Some(card) = self.text.cards.get(index) else { continue };
            let page = CardPage {
                card: card.clone(),
                root: self.root.to_owned(),
                anchor: anchor(card),
                number: number(index),
            };
            let html = (self.card)(&page)?;
            self.write(html.trim_end());
            self.write("\n");
        }
        self.write(if stands_alone { "</div>\n</div>\n" } else { "</div>\n" });
        Ok(())
    }

    fn start(&mut self, tag: &'a Tag<'static>, at: usize) -> Result<(), E> {
        match tag {
            Tag::Emphasis => self.open("<em>", "</em>", Room::None),
            Tag::Strong => self.open("<strong>", "</strong>", Room::None),
            Tag::Strikethrough => self.open("<s>", "</s>", Room::None),
            Tag::Superscript => self.open("<sup>", "</sup>", Room::None),
            Tag::Subscript => self.open("<sub>", "</sub>", Room::None),
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.open("<thead>\n<tr>", "</tr>\n</thead>\n", Room::Parts);
            }
            Tag::TableRow => {
                self.column = 0;
                self.open("<tr>", "</tr>\n", Room::Parts);
            }
            Tag::TableCell => self.cell(),
            Tag::Link { .. } | Tag::Image { .. } => {}
            _ => {
                self.before_block()?;
                self.start_block(tag, at);
            }
        }
        Ok(())
    }

    fn start_block(&mut self, tag: &'a Tag<'static>, at: usize) {
        match tag {
            Tag::Paragraph => self.open("<p>", "</p>\n", Room::None),
            Tag::Heading { level, id, .. } => self.start_heading(*level, id.as_deref()),
            Tag::BlockQuote(_) => {
                let language = self.language_of_quotation(at);
                let language = language
                    .map_or(String::new(), |language| format!(" lang=\"{}\"", html_escaped(language)));
                self.open(&format!("<blockquote{language}>\n"), "</blockquote>\n", Room::None);
            }
            Tag::CodeBlock(kind) => {
                let name = match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                let class = if name.is_empty() {
                    String::new()
                } else {
                    format!(" class=\"language-{}\"", html_escaped(name))
                };
                self.open(&format!("<pre tabindex=\"0\"><code{class}>"), "</code></pre>\n", Room::None);
            }
            Tag::HtmlBlock => {
                self.raw = Some(String::new());
                self.open("", "", Room::None);
            }
            Tag::List(None) => self.open("<ul>\n", "</ul>\n", Room::Parts),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n", Room::Parts),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n", Room::Parts),
            Tag::Item => self.open("<li>", "</li>\n", Room::Cards),
            Tag::DefinitionList => self.open("<dl>\n", "</dl>\n", Room::Parts),
            Tag::DefinitionListTitle => self.open("<dt>", "</dt>\n", Room::None),
            Tag::DefinitionListDefinition => self.open("<dd>", "</dd>\n", Room::Cards),
            Tag::FootnoteDefinition(label) => self.start_note(label),
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                let label = html_escaped(self.speech.say("prose-table"));
                let start = format!(
                    "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n"
                );
                self.open(&start, "</tbody>\n</table>\n</div>\n", Room::None);
            }
            // Front matter was taken off before the text was read; what is left is not for readers.
            _ => self.open("", "", Room::None),
        }
    }

    fn cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"centre\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.column += 1;
        if self.in_head {
            self.open(&format!("<th scope=\"col\"{class}>"), "</th>", Room::None);
        } else {
            self.open(&format!("<td{class}>"), "</td>", Room::None);
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>) {
        let base = id.filter(|id| !id.is_empty()).unwrap_or("section");
        let mut id = base.to_owned();
        let mut count = 1;
        while !self.taken.insert(id.clone()) {
            count += 1;
            id = format!("{base}-{count}");
        }
        let level = level as u32;
        self.open(&format!("<h{level} id=\"{}\">", html_escaped(&id)), format!("</h{level}>\n"), Room::None);
        self.heading = Some(OpenHeading { level, id, words: String::new() });
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), E> {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::TableCell
            | TagEnd::TableRow => self.close(),
            TagEnd::TableHead => {
                self.in_head = false;
                self.close();
                self.write("<tbody>\n");
            }
            TagEnd::Image => {}
            TagEnd::FootnoteDefinition => self.end_note()?,
            TagEnd::Item | TagEnd::DefinitionListDefinition => {
                self.before_block()?;
                self.close();
            }
            TagEnd::HtmlBlock => {
                self.typed_block();
                self.close();
            }
            _ => {
                self.close();
                if let (TagEnd::Heading(_), Some(OpenHeading { level, id, words })) =
                    (tag, self.heading.take())
                {
                    self.contents.push(Heading {
                        level,
                        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
                        id,
                    });
                }
                self.place_cards()?;
            }
        }
        Ok(())
    }

    /// The event after the one that ends what begins at `at`.
    fn past(&self, at: usize) -> usize {
        let events: &[(Event<'static>, Span)] = &self.text.prose.events;
        let mut depth = 0_usize;
        for (index, (event, _)) in events.iter().enumerate().skip(at) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index + 1;
            }
        }
        events.len()
    }

    fn finish(mut self) -> Result<Rendered, E> {
        while !self.frame.open.is_empty() {
            self.close();
        }
        self.place_cards()?;
        self.write_notes();
        Ok(Rendered { html: self.frame.html, contents: self.contents })
    }
}

/// The number of a claim in an article, from 1.
fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}
