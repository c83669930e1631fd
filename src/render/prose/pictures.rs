//! Pictures in an article: within a line, or as figures with their credit.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Writer;
use crate::model::{Leads, is_own_picture, leads};
use crate::render::escape::{address_escaped, html_escaped};
use crate::view::Image;

impl<'a, E> Writer<'a, E> {
    /// Where the text goes on after the paragraph at `at`, if a picture is all there is in it.
    pub(super) fn lone_picture(&self, at: usize) -> Option<usize> {
        let events = &self.text.prose.events;
        matches!(events.get(at + 1)?, (Event::Start(Tag::Image { .. }), _)).then_some(())?;
        let end = self.past(at + 1);
        matches!(events.get(end)?, (Event::End(TagEnd::Paragraph), _)).then_some(end + 1)
    }

    /// A picture within a line; says where the text goes on.
    pub(super) fn picture(&mut self, at: usize) -> usize {
        let (image, words, end) = self.take_picture(at);
        match image {
            Some(image) => {
                let credit = self.credit(image);
                let html = format!(
                    "{}{}",
                    self.img(image, &words),
                    credit
                        .map_or(String::new(), |credit| format!(" <small class=\"credit\">{credit}</small>"))
                );
                self.write(&html);
            }
            None => self.words(&words),
        }
        end
    }

    /// A picture with the words under it.
    pub(super) fn figure(&mut self, at: usize) {
        let (image, words, _) = self.take_picture(at);
        let Some(image) = image else {
            self.write(&format!("<p>{}</p>\n", html_escaped(&words)));
            return;
        };
        let mut under = Vec::new();
        under.extend(
            image
                .caption
                .as_deref()
                .map(|caption| format!("<span class=\"caption\">{}</span>", html_escaped(caption))),
        );
        under.extend(self.credit(image).map(|credit| format!("<small class=\"credit\">{credit}</small>")));
        let under = if under.is_empty() {
            String::new()
        } else {
            format!("<figcaption>{}</figcaption>\n", under.join(" "))
        };
        let html = format!("<figure>\n{}\n{under}</figure>\n", self.img(image, &words));
        self.write(&html);
    }

    /// The picture at `at`, the words typed for it, and where the text goes on. Ties among those words are come to,
    /// though nothing can be marked in them.
    fn take_picture(&mut self, at: usize) -> (Option<&'a Image>, String, usize) {
        let events = &self.text.prose.events;
        let end = self.past(at);
        let mut image = None;
        let mut words = String::new();
        for (index, (event, _)) in events.get(..end).unwrap_or_default().iter().enumerate().skip(at) {
            match event {
                Event::Start(Tag::Image { dest_url, .. }) if is_own_picture(dest_url) => {
                    let next = self.images.next();
                    if index == at {
                        image = next;
                    }
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    if matches!(leads(*link_type, dest_url), Leads::Record(_) | Leads::File(_)) {
                        self.next_ties();
                    }
                }
                Event::Text(more) | Event::Code(more) => words.push_str(more),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
        }
        (image, words, end)
    }

    /// Words typed in the article tell what a picture shows there; without any, those of the picture's own entry do.
    fn img(&self, image: &Image, words: &str) -> String {
        let alt = if words.trim().is_empty() { &image.alt } else { words };
        let (root, address) = (address_escaped(self.root), address_escaped(&image.address));
        let size = match (image.width, image.height) {
            (Some(width), Some(height)) => format!(" width=\"{width}\" height=\"{height}\""),
            _ => String::new(),
        };
        let img =
            format!("<img src=\"{root}{address}\" alt=\"{}\"{size} loading=\"lazy\">", html_escaped(alt));
        if image.prints.is_empty() {
            return img;
        }
        let prints = image.prints.iter();
        let prints: Vec<String> = prints
            .map(|print| format!("{root}{} {}w", address_escaped(&print.address), print.width))
            .collect();
        format!(
            "<picture><source type=\"image/webp\" sizes=\"(min-width: 700px) 38rem, 100vw\" srcset=\"{}\">{img}</picture>",
            prints.join(", ")
        )
    }

    /// Who made it, under which licence, and whether it only stands for something.
    fn credit(&self, image: &Image) -> Option<String> {
        let symbolic = image.symbolic.then_some(self.speech.say("prose-symbolic"));
        let said: Vec<String> = [symbolic, image.credit.as_deref(), image.licence.as_deref()]
            .into_iter()
            .flatten()
            .map(html_escaped)
            .collect();
        (!said.is_empty()).then(|| said.join(" · "))
    }
}
