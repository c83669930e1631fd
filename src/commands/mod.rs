//! One file for each command: what feeds the pipeline, and what takes its result.

mod archive;
mod build;
mod check;
mod customs;
mod error;
mod explain;
mod export;
mod fmt;
mod import;
mod init;
mod list;
mod lsp;
mod narrow;
mod new;
mod publish;
mod read;
mod rename;
mod schema;
mod serve;
mod sign;
mod verify;

pub use crate::exchange::Format as Foreign;
pub use archive::archive;
pub use build::build;
pub use check::{Asked, Format, check};
pub use error::CommandError;
pub use explain::{Subject, explain};
pub use export::{Exported, export};
pub use fmt::{Tidying, fmt};
pub use import::{Import, import};
pub use init::init;
pub use list::{Wanted, list};
pub use lsp::lsp;
pub use new::{Dialogue, Given, NewEntry, new};
pub use publish::publish;
pub use rename::{NewName, rename};
pub use schema::schema;
pub use serve::{Serving, serve};
pub use sign::{Signing, sign};
pub use verify::verify;

use jiff::Timestamp;

use crate::Vocabulary as _;
use crate::model::{Entry, Kind};

/// What a command is told of the world around it.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// The instant at which embargoes are judged; `SOURCE_DATE_EPOCH` where that is set.
    pub now: Timestamp,
    /// Whether standard output is a terminal that shows colour.
    pub colour: bool,
    /// Whether standard error is a terminal on which progress can be shown.
    pub progress: bool,
    /// When the program was started, to say how long it took.
    pub started: std::time::Instant,
}

/// How a command ended that could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Clean,
    /// There are findings at or above the bar.
    Findings,
    /// Whoever it was done for went away before the end.
    CutShort,
}

/// A kind by its word, or by the key of its section: `person`, `people`.
fn kind_of(word: &str) -> Result<Kind, CommandError> {
    let by_section = Kind::ALL.iter().copied().find(|kind| kind.section() == word);
    Kind::parse(word).or(by_section).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        let near = crate::text::nearest(word, kinds.iter().copied(), 1);
        let meant = near.first().map_or_else(
            || format!("it may be {}", kinds.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        CommandError::Usage(format!("there is no kind of entry `{word}`; {meant}"))
    })
}

/// Says that there is no such id, with the nearest that there is.
fn unknown_id<'r>(typed: &str, known: impl Iterator<Item = &'r Entry>) -> CommandError {
    let near = crate::text::nearest(typed, known.map(|entry| entry.id.as_str()), 1);
    let meant = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    CommandError::Usage(format!("nothing has the id `{typed}`{meant}"))
}
