//! Casebook turns a folder of Markdown articles and YAML fact sheets into the public website of one incident report.
//!
//! The data goes one way, and each module looks only to the left of this line:
//!
//! ```text
//! disk → load → link → reading → check → publish → view → render → disk
//! bytes  drafts  record  sentences  findings  public  pages   site    files
//! ```
//!
//! [`load`], [`link`], [`reading`] and [`check`] never fail and touch no files: they return a value and findings.

pub mod check;
pub mod cli;
pub mod commands;
pub mod copies;
pub mod desk;
pub mod diagnostic;
pub mod disk;
pub mod edits;
pub mod exchange;
pub mod guard;
pub mod ide;
pub mod ledger;
pub mod link;
pub mod load;
pub mod lsp;
pub mod model;
pub mod prints;
pub mod publish;
pub mod reading;
pub mod render;
pub mod report;
pub mod schema;
pub mod server;
pub mod session;
pub mod speech;
pub mod text;
pub mod view;
mod words;

pub use words::Vocabulary;
pub(crate) use words::words;
