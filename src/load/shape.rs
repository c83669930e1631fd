//! What a value may look like as typed: told by the decoder itself, for those who complete, explain and document sheets.
//!
//! It knows no schema language and no page.

use super::decode::Field;
use crate::Vocabulary;

/// What is accepted in the place of a value.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Words, whatever YAML would make of them.
    Words,
    /// `true` or `false`.
    Flag,
    /// A whole number, not negative.
    Whole,
    /// A whole number, this or more.
    From(u32),
    /// A number from 0 to 1.
    Share,
    /// A number.
    Number,
    /// An id, which may have parts joined by `/`.
    Id,
    /// An id or a name.
    Author,
    /// A date (EDTF). A set is a list or a map to YAML.
    Date,
    /// A date, or `..`.
    End,
    /// A date with a time and a zone.
    Moment,
    /// A language (BCP 47).
    Language,
    /// A country in two letters (ISO 3166-1).
    Country,
    /// An address on the web.
    Web,
    /// A file below `content/`.
    Path,
    /// SHA-256 in hexadecimal.
    Digest,
    /// One of these words.
    OneOf(Vec<Word>),
    /// A list.
    List(Box<Shape>),
    /// One, or a list.
    OneOrList(Box<Shape>),
    /// Fields.
    Fields(Form),
    /// Something plain, or fields that say more.
    Either(Box<Shape>, Form),
    /// Entries, each under its id.
    Listed(Box<Shape>),
}

/// A word of a closed vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As typed.
    pub word: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

/// A map of known fields.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is, as messages call it: `a claim`.
    pub what: &'static str,
    /// What that is, in a sentence.
    pub about: &'static str,
    /// Its fields, in the order in which a sheet reads well.
    pub fields: Vec<Field>,
}

impl Shape {
    /// The words of a closed vocabulary.
    #[must_use]
    pub fn words<V: Vocabulary>() -> Self {
        Self::OneOf(
            V::ALL.iter().map(|value| Word { word: value.word(), meaning: value.meaning() }).collect(),
        )
    }

    /// An example, as it could be typed on one line.
    #[must_use]
    pub fn example(&self) -> String {
        match self {
            Self::Words => "some words".to_owned(),
            Self::Flag => "true".to_owned(),
            Self::Whole => "2".to_owned(),
            Self::From(least) => least.max(&2).to_string(),
            Self::Share => "0.9".to_owned(),
            Self::Number => "13.4".to_owned(),
            Self::Id | Self::Author => "frank-graefe".to_owned(),
            Self::Date => "2024-03-12".to_owned(),
            Self::End => "..".to_owned(),
            Self::Moment => "2024-03-12T18:00+01:00".to_owned(),
            Self::Language => "en".to_owned(),
            Self::Country => "DE".to_owned(),
            Self::Web => "https://example.org/article".to_owned(),
            Self::Path => "media/graefe.jpg".to_owned(),
            Self::Digest => "0".repeat(64),
            Self::OneOf(words) => words.first().map(|word| word.word.to_owned()).unwrap_or_default(),
            Self::List(of) => format!("[{}]", of.example()),
            Self::OneOrList(of) | Self::Either(of, _) => of.example(),
            Self::Fields(form) => form.example(),
            Self::Listed(of) => format!("{{frank-graefe: {}}}", of.example()),
        }
    }
}

impl Form {
    /// The fields that must be there; all of them where none must.
    #[must_use]
    pub fn example(&self) -> String {
        let none_must = !self.fields.iter().any(|field| field.required);
        let shown = self.fields.iter().filter(|field| none_must || field.required);
        let fields: Vec<_> = shown.map(|field| format!("{}: {}", field.name, field.example())).collect();
        format!("{{{}}}", fields.join(", "))
    }
}

impl Field {
    /// What its value may look like.
    #[must_use]
    pub fn shape(&self) -> Shape {
        (self.shape)()
    }

    /// An example of its value, as it could be typed on one line.
    #[must_use]
    pub fn example(&self) -> String {
        self.example.map_or_else(|| self.shape().example(), ToOwned::to_owned)
    }
}
