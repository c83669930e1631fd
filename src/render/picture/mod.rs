//! Pictures drawn while the site is built: plain SVG that says in lines what the page says in words.
//!
//! They know views and no theme: colours and letters are the style sheet's, which finds them by their classes.

mod letters;
mod scale;
mod svg;
mod timeline;
mod way;

pub(super) use timeline::timeline;
pub(super) use way::way;
