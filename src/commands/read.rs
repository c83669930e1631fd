//! From a folder to a checked record: the part that `build` and `check` have in common.

use std::path::Path;

use super::{CommandError, Surroundings};
use crate::check::{Checked, Excepted, Matter, check};
use crate::diagnostic::{Finding, Level, in_order};
use crate::model::Record;
use crate::render::Theme;
use crate::text::Inputs;

/// All that was read and found.
pub(super) struct Read {
    pub inputs: Inputs,
    pub record: Record,
    pub theme: Theme,
    /// In the order of files and places.
    pub findings: Vec<Finding>,
    /// What an exception lowered, raised or silenced.
    pub excepted: Vec<Excepted>,
}

/// Reads, links and checks a report.
pub(super) fn read(project: &Path, around: &Surroundings) -> Result<Read, CommandError> {
    let (inputs, mut findings) = crate::disk::read(project)?;
    let (drafts, found) = crate::load::load(&inputs);
    findings.extend(found);
    let (record, found) = crate::link::link(&drafts, &inputs, around.now);
    findings.extend(found);
    let today = record.facts.report.time_zone.to_datetime(around.now).date();
    let sound = findings.iter().all(|finding| finding.level != Level::Error);
    let matter = Matter { record: &record, inputs: &inputs, sound, today };
    let Checked { findings: found, excepted } = check(&matter);
    findings.extend(found);
    let (theme, found) = Theme::new(&inputs, &record.facts.report);
    findings.extend(found);
    in_order(&mut findings);
    Ok(Read { inputs, record, theme, findings, excepted })
}
