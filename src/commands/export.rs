//! `casebook export`: what is public of a report, as other programs keep it.

use std::io::Write;
use std::path::Path;

use super::read::read;
use super::{CommandError, Outcome, Surroundings};
use crate::diagnostic::Level;
use crate::disk::{self, DiskError};
use crate::exchange;
use crate::guard::{Guard, Words};
use crate::publish::publish;
use crate::session::Edition;

/// The formats that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exported {
    /// People, bodies and documents, as entities of `FollowTheMoney`: JSON, one to a line.
    FollowTheMoney,
    /// The timeline, as JSON for `TimelineJS`.
    TimelineJs,
}

/// Writes what is public, to a file or to where the terminal reads.
///
/// # Errors
/// If something is found in the report that would stop its publication; if the folder cannot be read, or nobody takes
/// what is written.
pub fn export(
    what: Exported,
    to: Option<&Path>,
    project: &Path,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let read = read(project, around)?;
    let bar = read.edition.record.facts.report.policy.deny.min(Level::Error);
    if read.verdict.findings.iter().any(|finding| finding.level >= bar) {
        return Err(CommandError::Usage(
            "the report could not be published as it stands, and nothing of it is given away: see `casebook check`"
                .to_owned(),
        ));
    }
    let Edition { loaded, record, .. } = read.edition;
    let guard = Guard::new(Words::of(&loaded.drafts, &record), &record);
    let public = publish(record, Vec::new());
    let bytes = match what {
        Exported::FollowTheMoney => exchange::follow_the_money(&public),
        Exported::TimelineJs => exchange::timeline_js(&public),
    };
    guard.look("the export", &bytes);
    if let Some(finding) = guard.findings().first() {
        return Err(CommandError::Usage(format!("{}; nothing was written", finding.message)));
    }
    match to {
        None => out.write_all(&bytes)?,
        Some(path) => {
            match disk::create(path, &bytes) {
                Err(DiskError::Exists(_)) => disk::replace(path, &bytes)?,
                other => other?,
            }
            writeln!(out, "wrote {}", path.display())?;
        }
    }
    Ok(Outcome::Clean)
}
