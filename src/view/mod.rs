//! What a theme is given: owned, sorted, already redacted, documented field by field.
//!
//! Views are made from [`Public`](crate::publish::Public) alone, so they cannot name what is withheld.

mod pages;
mod parts;
mod shape;
mod view;

pub use pages::*;
pub use parts::*;
pub use shape::{FieldShape, Given, Shape, Type};
pub use view::{ArticleText, Page, Tie, View};
