//! From a folder to a checked record: the part that `build` and `check` have in common.

use std::path::Path;

use super::{CommandError, Surroundings};
use crate::check::{Checked, Matter, check, reads_prose};
use crate::copies::Copies;
use crate::diagnostic::{Excepted, Finding, Level, in_order};
use crate::guard::masked;
use crate::ledger::Ledger;
use crate::load::Draft;
use crate::model::Record;
use crate::reading::Reading;
use crate::render::Theme;
use crate::text::{FileId, Inputs};

/// All that was read and found.
pub(super) struct Read {
    /// The texts as they can be shown to anybody: what is secret of a source is masked. Findings end up in logs.
    pub inputs: Inputs,
    pub drafts: Vec<(FileId, Draft)>,
    pub record: Record,
    pub ledger: Ledger,
    pub theme: Theme,
    /// In the order of files and places.
    pub findings: Vec<Finding>,
    /// What an exception lowered, raised or silenced.
    pub excepted: Vec<Excepted>,
    /// The articles, sentence by sentence.
    pub reading: Reading,
}

/// Reads, links and checks a report.
pub(super) fn read(project: &Path, around: &Surroundings) -> Result<Read, CommandError> {
    let (inputs, mut findings) = crate::disk::read(project)?;
    let (drafts, found) = crate::load::load(&inputs);
    findings.extend(found);
    let (record, found) = crate::link::link(&drafts, &inputs, around.now);
    findings.extend(found);
    let (ledger, found) = Ledger::read(&inputs, &drafts, &record);
    findings.extend(found);
    let today = record.facts.report.time_zone.to_datetime(around.now).date();
    let sound = findings.iter().all(|finding| finding.level != Level::Error);
    let reading = if reads_prose(&record.facts.report) {
        crate::reading::read(&record, &inputs)
    } else {
        Reading::default()
    };
    let copies = Copies::gather(&record.facts, &inputs, |path| crate::disk::bytes(&project.join(path)).ok());
    let matter = Matter {
        record: &record,
        reading: &reading,
        inputs: &inputs,
        copies: &copies,
        ledger: &ledger,
        sound,
        today,
    };
    let Checked { findings: found, excepted } = check(&matter);
    findings.extend(found);
    let (theme, found) = Theme::new(&inputs, &record.facts.report);
    findings.extend(found);
    in_order(&mut findings);
    let inputs = masked(&inputs, &drafts, &record, &mut findings);
    Ok(Read { inputs, drafts, record, ledger, theme, findings, excepted, reading })
}
