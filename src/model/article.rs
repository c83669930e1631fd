//! Articles: prose in which words are tied to the record.

use pulldown_cmark::Event as Markdown;

use super::{Any, Correction, Date, Entry, Key, Picture, Speaker};
use crate::text::{At, Place, Span};

/// A Markdown article.
#[derive(Debug, Clone)]
pub struct Article {
    /// What every entry has.
    pub entry: Entry,
    /// Its title.
    pub title: At<String>,
    /// When it was first published.
    pub date: Option<At<Date>>,
    /// When it was last changed.
    pub updated: Option<At<Date>>,
    /// Who wrote it.
    pub authors: Vec<At<Author>>,
    /// Its language (BCP 47); nothing: the report's.
    pub language: Option<At<String>>,
    /// The article it translates.
    pub translation_of: Option<At<Key<Article>>>,
    /// Where it says that the front page leads with it, if it does.
    pub lead: Option<Place>,
    /// What we changed in it.
    pub corrections: Vec<Correction>,
    /// Its text.
    pub prose: std::sync::Arc<Prose>,
    /// What its words refer to, in the order of the text.
    pub references: Vec<Reference<Any>>,
    /// Its pictures, in the order of the text.
    pub pictures: Vec<At<Key<Picture>>>,
}

/// Who wrote something: somebody with an entry of their own, or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// Somebody the record knows.
    Speaker(Speaker),
    /// A name.
    Words(String),
}

/// A Markdown text as a series of events, each with its place in the file.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The events. Ties to the record are links among them, in the order of the article's references; pictures are
    /// images, in the order of the article's pictures.
    pub events: Vec<(Markdown<'static>, Span)>,
    /// How many words it has.
    pub words: u32,
}

/// Words of an article that are tied to the record. `T` is what they are tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<T> {
    /// How they are tied.
    pub form: Form,
    /// The whole of it, brackets included.
    pub place: Place,
    /// What to: one thing, or several for a citation.
    pub targets: Vec<At<T>>,
}

/// How words are tied to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `[these words](@id)` state the claim, or name the thing.
    Words,
    /// `[](@id)`: its name is written here.
    Name,
    /// `[@id]`: cited after what was said.
    Citation,
}
