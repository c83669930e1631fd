//! The reference of every field, in Markdown, for `docs/reference.md`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{kinds, name, report};
use crate::load::{Form, MediaDraft, Shape, Word, form_of};
use crate::model::Kind;

/// Tables of every field that can be written in sheets, in front matter and in `report.yaml`, and of every word that
/// stands for something. Each form has a heading of its own, so that others can point at it.
#[must_use]
pub fn reference() -> String {
    let mut pages = Pages::default();
    let mut text = String::from("## In a sheet\n");
    for kind in kinds() {
        text.push_str(&pages.form(&form_of(kind), Some(kind.section())));
    }
    text.push_str(&pages.form(&MediaDraft::form(), Some("media")));
    text.push_str(&pages.rest());
    text.push_str("\n## In an article's front matter\n");
    text.push_str(&pages.form(&form_of(Kind::Article), None));
    text.push_str(&pages.rest());
    text.push_str("\n## In `report.yaml`\n");
    text.push_str(&pages.form(&report(), None));
    text.push_str(&pages.rest());
    text
}

/// Forms that were named and have no table yet, and those that have.
#[derive(Default)]
struct Pages {
    named: Vec<Form>,
    known: BTreeSet<String>,
}

impl Pages {
    /// The tables of forms that were named since, and of those that these name.
    fn rest(&mut self) -> String {
        let mut text = String::new();
        while !self.named.is_empty() {
            for form in std::mem::take(&mut self.named) {
                text.push_str(&self.form(&form, None));
            }
        }
        text
    }

    fn form(&mut self, form: &Form, section: Option<&str>) -> String {
        self.known.insert(name(form));
        let mut text = format!("\n### {}\n\n{}", heading(form), form.about);
        if let Some(section) = section {
            let under = if section == "media" { "its path" } else { "its id" };
            let _ = write!(text, " Under `{section}`, each under {under}.");
        }
        text.push_str("\n\n| field | meaning | takes | example |\n|---|---|---|---|\n");
        let mut words = Vec::new();
        for field in &form.fields {
            let shape = field.shape();
            let must = if field.required { " **Required.**" } else { "" };
            let takes = self.takes(&shape);
            let example = field.example().replace('|', "\\|");
            let _ = writeln!(text, "| `{}` | {}{must} | {takes} | `{example}` |", field.name, field.about);
            words.extend(vocabulary(&shape).map(|words| (field.name, words)));
        }
        for (field, words) in words {
            let _ = writeln!(text, "\n| `{field}` | means |\n|---|---|");
            for Word { word, meaning } in words {
                let _ = writeln!(text, "| `{word}` | {meaning} |");
            }
        }
        text
    }

    /// What a value may be, in a few words.
    fn takes(&mut self, shape: &Shape) -> String {
        match shape {
            Shape::Words => "words".to_owned(),
            Shape::Flag => "`true` or `false`".to_owned(),
            Shape::Whole => "a whole number".to_owned(),
            Shape::From(least) => format!("a whole number, {least} or more"),
            Shape::Share => "a number from 0 to 1".to_owned(),
            Shape::Number => "a number".to_owned(),
            Shape::Id => "an id".to_owned(),
            Shape::Author => "an id or a name".to_owned(),
            Shape::Date => "a [date](#dates)".to_owned(),
            Shape::End => "a [date](#dates), or `..`".to_owned(),
            Shape::Moment => "a [date](#dates) with a time and a zone".to_owned(),
            Shape::Language => "a language tag (BCP 47)".to_owned(),
            Shape::Country => "a country in two letters (ISO 3166-1)".to_owned(),
            Shape::Web => "a web address".to_owned(),
            Shape::Path => "a path below `content/`".to_owned(),
            Shape::Digest => "64 hexadecimal digits".to_owned(),
            Shape::OneOf(_) => "one of the words below".to_owned(),
            Shape::List(of) => format!("a list, each item {}", self.takes(of)),
            Shape::OneOrList(of) => {
                let one = self.takes(of);
                format!("{one}; or a list of these")
            }
            Shape::Fields(form) => self.name(form),
            Shape::Either(plain, form) => format!("{}, or {}", self.takes(plain), self.name(form)),
            Shape::Listed(of) => format!("{}, each under its id", self.takes(of)),
        }
    }

    /// A form's name, which leads to its table.
    fn name(&mut self, form: &Form) -> String {
        if self.known.insert(name(form)) {
            self.named.push(form.clone());
        }
        format!("[{}](#{})", form.what.replace('`', ""), anchor(form))
    }
}

fn vocabulary(shape: &Shape) -> Option<Vec<Word>> {
    match shape {
        Shape::OneOf(words) => Some(words.clone()),
        Shape::List(of) | Shape::OneOrList(of) => vocabulary(of),
        _ => None,
    }
}

fn heading(form: &Form) -> String {
    crate::text::capital(&form.what.replace('`', ""))
}

/// What GitHub and others make of a heading.
fn anchor(form: &Form) -> String {
    heading(form)
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}
