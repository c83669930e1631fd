//! HTML that an author typed in an article.

use super::{Room, Writer};
use crate::render::escape::html_escaped;
use crate::render::sanitise;

impl<E> Writer<'_, E> {
    /// HTML as an author typed it: shown as it is, or made safe where the report lets it through.
    pub(super) fn raw_html(&mut self, html: &str) {
        if let Some(block) = &mut self.raw {
            block.push_str(html);
            return;
        }
        if !self.text.raw_html {
            self.words(html);
            return;
        }
        match sanitise::tag(html) {
            sanitise::Tag::Opens(name, start) => self.open(&start, format!("</{name}>"), Room::Raw),
            sanitise::Tag::Closes(name) => self.close_one(name),
            sanitise::Tag::Alone(tag) => self.write(tag),
            sanitise::Tag::Barred => {}
        }
    }

    /// Ends a tag that was typed in this line, and those typed after it; one that was not opened here is left out.
    fn close_one(&mut self, name: &str) {
        let end = format!("</{name}>");
        let typed = self.frame.open.iter().rev().take_while(|open| open.room == Room::Raw);
        let Some(inner) = typed.into_iter().position(|open| open.end == end) else { return };
        for _ in 0..=inner {
            if let Some(open) = self.frame.open.pop() {
                self.write(&open.end);
            }
        }
    }

    pub(super) fn typed_block(&mut self) {
        let Some(block) = self.raw.take() else { return };
        if self.text.raw_html {
            self.write(sanitise::block(&block).trim());
            self.write("\n");
        } else {
            self.write(&format!("<p>{}</p>\n", html_escaped(block.trim())));
        }
    }
}
