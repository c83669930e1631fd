//! `casebook check`: all mistakes of all files, and all that the rules find.

use std::io::Write;
use std::path::Path;

use super::read::{Read, read};
use super::{CommandError, Outcome, Surroundings};
use crate::diagnostic::Level;
use crate::report;

/// Checks a report. A finding at `deny` or above fails it; without `deny`, `policy.deny` decides.
///
/// # Errors
/// If the folder cannot be read, or nobody takes what is said.
pub fn check(
    project: &Path,
    deny: Option<Level>,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let Read { inputs, record, findings, .. } = read(project, around)?;
    write!(out, "{}", report::human(&findings, &inputs, around.colour))?;
    if findings.is_empty() {
        let claims = record.facts.claims.len();
        writeln!(out, "nothing to mend: {}", super::build::number(claims, "claim", "claims"))?;
    } else {
        writeln!(out, "{}", report::summary(&findings))?;
    }
    let bar = deny.unwrap_or(record.facts.report.policy.deny);
    let denied = findings.iter().any(|finding| finding.level >= bar);
    Ok(if denied { Outcome::Findings } else { Outcome::Clean })
}
