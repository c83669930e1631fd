//! What a theme is given: owned, sorted, already redacted, documented field by field.
//!
//! Views are made from [`Public`](crate::publish::Public) alone, so they cannot name what is withheld. [`Book`] makes
//! them: it holds what all pages share, and makes each page when it is asked for.

mod address;
mod article;
mod book;
mod changes;
mod choices;
mod citation;
mod claim;
mod document;
mod editions;
mod embed;
mod evidence;
mod feed;
mod flows;
mod glance;
mod head;
mod lines;
mod moments;
mod names;
mod order;
mod overview;
mod pages;
mod parts;
mod people;
mod posters;
mod reference;
mod searched;
mod shape;
mod share;
mod since;
mod source;
#[cfg(test)]
mod tests;
mod timeline;
#[expect(clippy::module_inception, reason = "it says which views there are")]
mod view;
mod words;

pub use address::permalink;
pub(crate) use address::prints;
pub use book::Book;
pub use embed::Offer;
pub use feed::{Feed, FeedEntry};
pub use flows::Flow;
pub use glance::Glance;
pub use moments::{Between, Lane, Moment};
pub use pages::*;
pub use parts::*;
pub use posters::Poster;
pub use reference::{Reference, Sort};
pub use searched::Searched;
pub use shape::{FieldShape, Given, Shape, Type};
pub use since::{Changed, Since};
pub use view::{ArticleText, Page, Tie, View};
