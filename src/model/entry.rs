//! What every entry can carry.

use super::{Id, Key};
use crate::text::{At, Place};

/// The public part of what people, organisations, sources, documents, dates, claims and articles have in common.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id, and so its address.
    pub id: Id,
    /// Where its id is written; for an article, the top of its file.
    pub place: Place,
    /// A line on what it is.
    pub summary: Option<At<String>>,
    /// Other spellings or names.
    pub also: Vec<At<String>>,
    /// Its address on the web: http or https.
    pub url: Option<At<String>>,
    /// A picture of it.
    pub image: Option<At<Key<Picture>>>,
    /// Ids it was published under before; their addresses redirect.
    pub was: Vec<At<Id>>,
}

impl Entry {
    /// Its id, and then those that it had before.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        std::iter::once(&self.id).chain(self.was.iter().map(|old| &old.value))
    }
}

/// A picture that is used, and what must be said of it.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Below `content/`, with `/`: `media/graefe.jpg`.
    pub path: String,
    /// Where it is described under `media`; nothing where nobody did.
    pub place: Option<Place>,
    /// What it shows, for those who cannot see it.
    pub alt: Option<At<String>>,
    /// Who made it.
    pub credit: Option<At<String>>,
    /// Under which licence we show it.
    pub licence: Option<At<String>>,
    /// The words under it.
    pub caption: Option<At<String>>,
    /// Whether it stands for something it does not itself show.
    pub symbolic: bool,
    /// Whether all that is said of it could be read.
    pub whole: bool,
    /// How large it is; nothing where that could not be found out.
    pub measure: Option<Measure>,
}

/// How large a picture is, and at which widths it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// From left to right, in pixels, when the right way is up.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
    /// The widths of its prints, narrowest first; none for what moves.
    pub prints: Vec<u32>,
    /// The beginning of the digest of its bytes: prints of another picture have other names.
    pub digest: String,
}
