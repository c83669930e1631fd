//! From a folder to a checked record: the part that `build` and `check` have in common.

use std::path::Path;

use super::{CommandError, Surroundings};
use crate::diagnostic::{Finding, Level};
use crate::disk;
use crate::session::{Edition, Memory, Session, Verdict};
use crate::text::Inputs;

/// All that was read and found.
pub(super) struct Read {
    pub edition: Edition,
    pub verdict: Verdict,
}

/// Reads, links and checks a report.
pub(super) fn read(project: &Path, around: &Surroundings) -> Result<Read, CommandError> {
    let (inputs, findings) = disk::read(project)?;
    let bytes = |path: &str| disk::bytes(&project.join(path)).ok();
    let edition = Session::default().edition(inputs, findings, around.now, bytes);
    let verdict = edition.verdict(&mut Memory::default(), bytes);
    Ok(Read { edition, verdict })
}

/// Refuses to write a file anew that was not read byte by byte: its letters would be lost.
pub(super) fn may_be_written(path: &str, inputs: &Inputs, found: &[Finding]) -> Result<(), CommandError> {
    let file = inputs.find(path);
    match found.iter().find(|finding| Some(finding.place.file) == file && finding.level == Level::Error) {
        None => Ok(()),
        Some(finding) => Err(CommandError::Usage(format!(
            "nothing was changed: {path} could not be read as it is ({}), and would lose letters; see `casebook check`, \
             and mend it first",
            finding.message
        ))),
    }
}
