//! `casebook fmt`: sheets and `report.yaml` in order.

use std::io::Write;
use std::path::Path;

use super::build::number;
use super::{CommandError, Outcome};
use crate::disk::{self, Change};
use crate::edits::{Ordered, in_order};
use crate::load::yaml;

/// What is done about sheets that are not in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tidying {
    /// They are put in order.
    Write,
    /// They are named, and nothing is written.
    Check,
}

/// Puts fields in the order of the documentation, two blanks a level; comments, entries and words stay as they are.
///
/// # Errors
/// If the folder cannot be read or a sheet not written, or nobody takes what is said. All sheets are written, or none.
pub fn fmt(tidying: Tidying, project: &Path, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    let (inputs, findings) = disk::read(project)?;
    let mut changes = Vec::new();
    for (file, input) in inputs.iter() {
        let (path, text) = (input.path.as_str(), &*input.text);
        let what = if path == "content/report.yaml" { Ordered::Report } else { Ordered::Sheet };
        let is_unread = findings.iter().any(|finding| finding.place.file == file);
        if is_unread || (what == Ordered::Sheet && !path.starts_with("content/facts/")) {
            continue;
        }
        match in_order(what, text) {
            Some(ordered) if ordered != text => {
                writeln!(out, "{path}")?;
                changes.push(Change::Replace(project.join(path), ordered.into_bytes()));
            }
            Some(_) => {}
            None if yaml::parse(file, text, 0).findings.is_empty() => {
                writeln!(out, "{path} stays as it is: its lines cannot be moved safely")?;
            }
            None => writeln!(out, "{path} stays as it is: there are mistakes in it, see `casebook check`")?,
        }
    }
    let sheets = number(changes.len(), "sheet", "sheets");
    if changes.is_empty() {
        writeln!(out, "nothing to put in order")?;
        return Ok(Outcome::Clean);
    }
    if tidying == Tidying::Check {
        writeln!(out, "{sheets} not in order: `casebook fmt` mends that")?;
        return Ok(Outcome::Findings);
    }
    disk::change(&changes)?;
    writeln!(out, "{sheets} put in order")?;
    Ok(Outcome::Clean)
}
