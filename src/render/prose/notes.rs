//! Footnotes: gathered at the end, in the order in which the text comes to them.

use std::collections::BTreeMap;

use super::{Frame, Open, Room, Writer};
use crate::render::escape::html_escaped;

/// The footnotes of an article, by number.
#[derive(Default)]
pub(super) struct Notes {
    numbers: BTreeMap<String, usize>,
    notes: Vec<Note>,
}

#[derive(Default)]
struct Note {
    references: usize,
    html: Option<String>,
}

impl Notes {
    /// The number of a note, from 1.
    fn number(&mut self, label: &str) -> usize {
        if let Some(number) = self.numbers.get(label) {
            return *number;
        }
        self.notes.push(Note::default());
        self.numbers.insert(label.to_owned(), self.notes.len());
        self.notes.len()
    }

    fn note(&mut self, number: usize) -> Option<&mut Note> {
        self.notes.get_mut(number.checked_sub(1)?)
    }
}

/// The id of a place that refers to a note: `fnref_2`, and for the third that refers to it `fnref_2_3`. Ids made of
/// a heading's words have no underscores.
fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref_{number}") } else { format!("fnref_{number}_{reference}") }
}

impl<E> Writer<'_, E> {
    pub(super) fn note_reference(&mut self, label: &str) {
        let number = self.notes.number(label);
        let Some(note) = self.notes.note(number) else { return };
        note.references += 1;
        let id = reference_id(number, note.references);
        let html = format!(
            "<sup class=\"note\"><a href=\"#fn_{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        );
        self.write(&html);
    }

    pub(super) fn start_note(&mut self, label: &str) {
        let mut note = self.notes.number(label);
        if self.notes.note(note).is_some_and(|note| note.html.is_some()) {
            // The same label a second time: the first is the one that is referred to, and no words are lost.
            self.notes.notes.push(Note::default());
            note = self.notes.notes.len();
        }
        if let Some(note) = self.notes.note(note) {
            note.html = Some(String::new());
        }
        let open = vec![Open { end: "".into(), room: Room::Cards }];
        let frame = Frame { open, note, ..Frame::default() };
        self.around.push(std::mem::replace(&mut self.frame, frame));
    }

    pub(super) fn end_note(&mut self) -> Result<(), E> {
        self.before_block()?;
        let Some(around) = self.around.pop() else { return Ok(()) };
        let frame = std::mem::replace(&mut self.frame, around);
        if let Some(note) = self.notes.note(frame.note) {
            note.html = Some(frame.html);
        }
        Ok(())
    }

    pub(super) fn write_notes(&mut self) {
        if self.notes.notes.is_empty() {
            return;
        }
        let label = html_escaped(self.speech.say("prose-notes"));
        let back = html_escaped(self.speech.say("prose-back"));
        self.write(&format!(
            "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"{label}\">\n<ol>\n"
        ));
        for (index, note) in std::mem::take(&mut self.notes.notes).into_iter().enumerate() {
            let number = index + 1;
            self.write(&format!("<li id=\"fn_{number}\">{}", note.html.unwrap_or_default()));
            for reference in 1..=note.references {
                let id = reference_id(number, reference);
                self.write(&format!(
                    "<a class=\"back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a>"
                ));
            }
            self.write("</li>\n");
        }
        self.write("</ol>\n</section>\n");
    }
}
