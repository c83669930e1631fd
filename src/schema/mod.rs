//! What sheets, front matter and `report.yaml` look like, for editors that complete them and people who look it up.
//!
//! Both the JSON Schemas and the reference are made from what the decoder says of itself, so that no field can be in
//! one and not in the other. It reads no sheet and touches no file.

mod json;
mod reference;
mod resolved;

pub use json::schema;
pub use reference::reference;
pub use resolved::resolved;

use crate::load::{Form, MediaDraft, ReportDraft, form_of};
use crate::model::Kind;

crate::words! {
    /// What is written by hand, and can be completed.
    pub enum Written {
        /// A fact sheet below `content/facts/`.
        Sheet = "sheet",
        /// The front matter of an article below `content/articles/`.
        Article = "article",
        /// `content/report.yaml`.
        Report = "report",
    }
}

/// The kinds of entry that stand in sheets, in the order in which a sheet lists them.
fn kinds() -> impl Iterator<Item = Kind> {
    <Kind as crate::Vocabulary>::ALL.iter().copied().filter(|kind| *kind != Kind::Article)
}

/// Every part of a sheet: the key at the left edge, and what stands under an id, or a path, below it.
fn sections() -> impl Iterator<Item = (&'static str, Form)> {
    kinds().map(|kind| (kind.section(), form_of(kind))).chain([("media", MediaDraft::form())])
}

fn report() -> Form {
    ReportDraft::form()
}

/// What a form is called where an article, quotation marks or an ending would be in the way: `claim`, `archive`.
fn name(form: &Form) -> String {
    let words = form.what.replace('`', "");
    let words =
        ["an ", "a ", "the "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words);
    crate::text::plain(words).replace("'s ", "-").replace(' ', "-")
}
