//! Links: to claims, to other pages of the report, and out of it.

use pulldown_cmark::{Event, LinkType, Tag};

use super::{Room, Writer, anchor, number};
use crate::model::{Leads, leads};
use crate::render::escape::{address_escaped, html_escaped};
use crate::speech::told;
use crate::view::{Card, Link, Tie};

impl<'a, E> Writer<'a, E> {
    /// Writes the beginning of the link at `at`, or all of it where its words are ours; says where to go on.
    pub(super) fn link(&mut self, link_type: LinkType, to: &str, at: usize) -> usize {
        match leads(link_type, to) {
            Leads::Record(_) | Leads::File(_) => {
                let ties = self.next_ties();
                if matches!(link_type, LinkType::ShortcutUnknown | LinkType::CollapsedUnknown) {
                    self.citation(ties);
                    return self.past(at);
                }
                let wordless = self.past(at) == at + 2;
                match ties.first() {
                    Some(tie) => self.tied_words(tie, wordless),
                    None => self.open_link(""),
                }
            }
            Leads::Outside => {
                let scheme =
                    if link_type == LinkType::Email && !to.starts_with("mailto:") { "mailto:" } else { "" };
                self.open_link(&format!("<a href=\"{scheme}{}\" rel=\"external\">", address_escaped(to)));
            }
            Leads::Here => self.open_link(&format!("<a href=\"{}\">", address_escaped(to))),
            Leads::Nowhere | Leads::Barred => self.open_link(""),
        }
        at + 1
    }

    /// What the next tie of the text leads to; nothing where it leads nowhere.
    pub(super) fn next_ties(&mut self) -> &'a [Tie] {
        let ties = self.ties.next().map_or(&[][..], Vec::as_slice);
        for tie in ties {
            if let Tie::Claim(index) = tie {
                self.come_to(*index);
            }
        }
        ties
    }

    /// The card of a claim that is come to for the first time is put after the block.
    fn come_to(&mut self, index: usize) {
        if let Some(shown) = self.shown.get_mut(index).filter(|shown| !**shown) {
            *shown = true;
            self.frame.waiting.push(index);
        }
    }

    fn open_link(&mut self, start: &str) {
        self.open(start, if start.is_empty() { "" } else { "</a>" }, Room::None);
    }

    fn tied_words(&mut self, tie: &'a Tie, wordless: bool) {
        match tie {
            Tie::Claim(index) => {
                let Some(card) = self.text.cards.get(*index) else { return self.open_link("") };
                let status = html_escaped(card.claim.status);
                let anchor = html_escaped(&anchor(card));
                self.open_link(&format!("<a class=\"claim claim--{status}\" href=\"#{anchor}\">"));
                if wordless {
                    self.words(&card.claim.text);
                }
            }
            Tie::Page(link) | Tie::File(link) => {
                let start = self.way_to(link);
                self.open_link(&start);
                if wordless {
                    self.words(&link.words);
                }
            }
        }
    }

    fn way_to(&self, link: &Link) -> String {
        format!("<a href=\"{}{}\">", address_escaped(self.root), address_escaped(&link.address))
    }

    fn citation(&mut self, ties: &'a [Tie]) {
        for tie in ties {
            let html = match tie {
                Tie::Claim(index) => match self.text.cards.get(*index) {
                    Some(card) => self.numbered(card, number(*index)),
                    None => continue,
                },
                Tie::Page(link) | Tie::File(link) => {
                    format!(" ({}{}</a>)", self.way_to(link), html_escaped(&link.words))
                }
            };
            self.write(&html);
        }
    }

    fn numbered(&self, card: &Card, number: u32) -> String {
        let status = html_escaped(card.claim.status);
        let anchor = html_escaped(&anchor(card));
        let claim = html_escaped(self.speech.say("prose-claim"));
        let standing = html_escaped(&told!(self.speech, "status", status = card.claim.status));
        format!(
            "<sup class=\"cites\"><a class=\"cite cite--{status}\" href=\"#{anchor}\" aria-label=\"{claim} {number}, {standing}\">[{number}]</a></sup>"
        )
    }

    /// The language of the block quotation that begins at `at`, where the claims it cites tell: it is that of the
    /// evidence whose words, or whose translation, it repeats.
    pub(super) fn language_of_quotation(&self, at: usize) -> Option<&'a str> {
        let text = self.text;
        let mut ties = self.ties.clone();
        let mut words = String::new();
        let mut cards = Vec::new();
        let mut in_citation = false;
        for (event, _) in text.prose.events.get(at..self.past(at)).unwrap_or_default() {
            match event {
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    in_citation = matches!(link_type, LinkType::ShortcutUnknown | LinkType::CollapsedUnknown);
                    if matches!(leads(*link_type, dest_url), Leads::Record(_) | Leads::File(_)) {
                        let leads_to = ties.next().map_or(&[][..], Vec::as_slice);
                        cards.extend(leads_to.iter().filter_map(|tie| match tie {
                            Tie::Claim(index) => text.cards.get(*index),
                            Tie::Page(_) | Tie::File(_) => None,
                        }));
                    }
                }
                Event::End(pulldown_cmark::TagEnd::Link) => in_citation = false,
                Event::Text(more) | Event::Code(more) if !in_citation => words.push_str(more),
                _ => {}
            }
        }
        let words = letters(&words);
        if words.is_empty() {
            return None;
        }
        cards.into_iter().flat_map(|card| &card.quotes).find_map(|quote| {
            let translation = quote.translation.as_deref().map(letters);
            if letters(&quote.words).contains(&words) {
                quote.language.as_deref()
            } else if translation.is_some_and(|translation| translation.contains(&words)) {
                quote.translation_language.as_deref()
            } else {
                None
            }
        })
    }
}

/// Letters and digits alone: quotation marks, dashes and spaces are set in many ways.
fn letters(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    words.nfc().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
