//! From a folder to a checked record: the part that `build` and `check` have in common.

use std::path::Path;

use super::{CommandError, Surroundings};
use crate::disk;
use crate::reading::Readings;
use crate::session::{Edition, Session, Verdict};

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
    let verdict = edition.verdict(&mut Readings::default(), bytes);
    Ok(Read { edition, verdict })
}
