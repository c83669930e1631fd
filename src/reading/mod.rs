//! What prose says: dates and numbers in words, in the languages we read.
//!
//! It reads and judges nothing. What it cannot tell it passes over in silence, so that what it does tell holds.

pub mod headcount;
mod language;
mod tokens;
mod vocabulary;
pub mod when;

pub use language::Language;
