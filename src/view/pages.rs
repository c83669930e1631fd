//! One typed page for each template.

mod entry;
mod overview;

pub use entry::*;
pub use overview::*;
