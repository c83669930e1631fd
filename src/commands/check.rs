//! `casebook check`: all mistakes of all files, and all that the rules find.

use std::io::Write;
use std::path::Path;

use super::build::number;
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
    let Read { inputs, record, findings, excepted, coverage, .. } = read(project, around)?;
    write!(out, "{}", report::human(&findings, &inputs, around.colour))?;
    let sum = if findings.is_empty() {
        let claims = record.facts.claims.len();
        format!("nothing to mend: {}", number(claims, "claim", "claims"))
    } else {
        report::summary(&findings)
    };
    let answered = match excepted.len() {
        0 => String::new(),
        answered => format!("; {} answered by exceptions", number(answered, "finding", "findings")),
    };
    let carried = coverage.percent().map_or_else(String::new, |percent| {
        format!("; claims carry {percent} % of the sentences that can be checked")
    });
    writeln!(out, "{sum}{answered}{carried}")?;
    let bar = deny.unwrap_or(record.facts.report.policy.deny);
    let denied = findings.iter().any(|finding| finding.level >= bar);
    Ok(if denied { Outcome::Findings } else { Outcome::Clean })
}
