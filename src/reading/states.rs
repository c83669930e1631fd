//! What a sentence states that can be checked.

use std::ops::Range;

/// Something in a sentence that can be checked, and where in its text it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct States {
    /// What sort of thing.
    pub what: Stated,
    /// The bytes of the sentence's text.
    pub range: Range<usize>,
}

/// What sort of thing can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stated {
    /// A name: that of an entry, or a full name that the record does not know.
    Name,
    /// A number.
    Number,
    /// A day, month or year.
    Date,
    /// Somebody's words in quotation marks.
    Quotation,
}
