//! From texts to a checked record: what every command does with a report, once or at every change.
//!
//! An [`Edition`] is what the texts say at one moment; a [`Verdict`] is what the rules find in it. They are made one
//! after the other, so that a page can be shown before the rules have looked at everything. Nothing here touches a file.

use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use rustc_hash::FxHashMap;

use crate::check::{Checked, Matter, check, is_near, reads_prose};
use crate::copies::{Copies, Known};
use crate::diagnostic::{Excepted, Finding, Level, in_order};
use crate::guard::{SECRET, hush, masked, named};
use crate::ledger::Ledger;
use crate::link::{Linker, explain_names};
use crate::load::Loaded;
use crate::model::{Measure, Record, Report};
use crate::prints::Size;
use crate::reading::{Reading, Readings};
use crate::render::{Making, Theme};
use crate::text::{Asset, FileId, Inputs};

/// A report while it is being written: what its files said last.
#[derive(Debug, Default)]
pub struct Session {
    loaded: Arc<Loaded>,
    /// What was linked last.
    linker: Linker,
    /// Pictures that were measured, with what the disk said of them then.
    measured: FxHashMap<String, (Asset, Option<Measure>)>,
    /// The theme, with what it was made of and what is wrong with it.
    theme: Option<(Making, Arc<Theme>, Vec<Finding>)>,
}

/// What a report says at one moment.
#[derive(Debug)]
pub struct Edition {
    /// The texts, as they were typed: what is secret of a source stands in them.
    pub inputs: Inputs,
    /// What each file says by itself.
    pub loaded: Arc<Loaded>,
    /// All of it linked into one.
    pub record: Record,
    /// What was signed, and what was published.
    pub ledger: Ledger,
    /// What pages are made with.
    pub theme: Arc<Theme>,
    /// What is wrong with the texts themselves: they cannot be read, or lead nowhere.
    pub findings: Vec<Finding>,
    /// When it was read.
    pub now: Timestamp,
}

/// What is found in an edition.
#[derive(Debug)]
pub struct Verdict {
    /// The texts as they can be shown to anybody: what is secret of a source is masked. Findings end up in logs.
    pub inputs: Inputs,
    /// All that was found; in the order of files and places.
    pub findings: Vec<Finding>,
    /// What an exception lowered, raised or silenced.
    pub excepted: Vec<Excepted>,
    /// The articles, sentence by sentence.
    pub reading: Reading,
    /// The kept copies that are quoted.
    pub copies: Copies,
}

/// What was read to answer the rules: articles, claims, kept copies.
#[derive(Debug, Default)]
pub struct Memory {
    readings: Readings,
    copies: Known,
}

/// The threads on which the rules are asked while somebody waits for pages or answers, so that nothing of those waits
/// for the rules.
#[derive(Debug)]
pub struct Threads(Option<ThreadPool>);

impl Default for Threads {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() - 1).max(1);
        Self(ThreadPoolBuilder::new().num_threads(threads).build().ok())
    }
}

impl Threads {
    /// Does some work there; where the machine gave no threads, here.
    pub fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

impl Session {
    /// What the report says now. `found` is what was found while its files were read; `bytes` gives a file below the
    /// project's folder, if it can be had.
    pub fn edition(
        &mut self,
        inputs: Inputs,
        found: Vec<Finding>,
        now: Timestamp,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Edition {
        let before = std::mem::take(&mut self.loaded);
        let loaded = Arc::new(Arc::unwrap_or_clone(before).again(&inputs));
        self.linked(inputs, loaded, found, now, bytes)
    }

    /// The same of texts that were read already.
    pub fn linked(
        &mut self,
        inputs: Inputs,
        loaded: Arc<Loaded>,
        found: Vec<Finding>,
        now: Timestamp,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Edition {
        self.loaded = Arc::clone(&loaded);
        let mut findings = loaded.findings();
        // A report that is not there lacks no field.
        let is_missing = |finding: &Finding| finding.rule == "missing-report";
        if let Some(missing) = found.iter().find(|finding| is_missing(finding)) {
            findings.retain(|finding| finding.place.file != missing.place.file);
        }
        findings.extend(found);
        let (mut record, found) = self.linker.link(&loaded.drafts, &inputs, now);
        self.measure(&mut record, &inputs, bytes);
        findings.extend(found);
        raise_missed(&mut findings);
        let (ledger, found) = Ledger::read(&inputs, &loaded.drafts, &record);
        findings.extend(found);
        let (theme, found) = self.themed(&inputs, &record.facts.report);
        findings.extend(found);
        explain_names(&mut findings, &inputs, &record.facts);
        Edition { inputs, loaded, record, ledger, theme, findings, now }
    }

    /// The theme: the last one, where nothing of it changed.
    fn themed(&mut self, inputs: &Inputs, report: &Report) -> (Arc<Theme>, Vec<Finding>) {
        let making = Making::new(inputs, report);
        if let Some((before, theme, findings)) = &self.theme
            && *before == making
        {
            return (Arc::clone(theme), findings.clone());
        }
        let (theme, findings) = Theme::new(inputs, report);
        let theme = Arc::new(theme);
        self.theme = Some((making, Arc::clone(&theme), findings.clone()));
        (theme, findings)
    }

    /// Measures the pictures that are new or have changed.
    fn measure(
        &mut self,
        record: &mut Record,
        inputs: &Inputs,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) {
        let pictures = &record.facts.pictures;
        let known = &self.measured;
        let new: Vec<_> = pictures
            .keys()
            .into_par_iter()
            .filter_map(|key| {
                let path = format!("content/{}", pictures[key].path);
                let asset = inputs.asset(&path)?;
                let is_known = known.get(&path).is_some_and(|(before, _)| before == asset);
                (!is_known)
                    .then(|| (path.clone(), (asset.clone(), bytes(&path).and_then(|bytes| measure(&bytes)))))
            })
            .collect();
        self.measured.extend(new);
        for key in record.facts.pictures.keys() {
            let path = format!("content/{}", record.facts.pictures[key].path);
            record.facts.pictures[key].measure =
                self.measured.get(&path).and_then(|(_, measure)| measure.clone());
        }
    }
}

/// Makes an error of it that a file is misplaced, where entries are missed that stand in it: no page may do without them.
fn raise_missed(findings: &mut Vec<Finding>) {
    let is_of = |finding: &Finding, level| finding.rule == "misplaced-file" && finding.level == level;
    let mut missed: Vec<_> = findings.extract_if(.., |finding| is_of(finding, Level::Error)).collect();
    for finding in findings.iter_mut().filter(|finding| is_of(finding, Level::Warning)) {
        let before = missed.len();
        missed.retain(|missed| missed.place.file != finding.place.file);
        if missed.len() < before {
            finding.level = Level::Error;
        }
    }
    findings.append(&mut missed);
}

fn measure(bytes: &[u8]) -> Option<Measure> {
    let measured = crate::prints::measured(bytes)?;
    let Size { width, height } = measured.size;
    let digest: String = crate::ledger::sha256(bytes).to_string().chars().take(10).collect();
    Some(Measure { width, height, prints: measured.widths(), digest })
}

impl Edition {
    /// Whether all of it could be read and leads somewhere, so that pages can be made of it.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.level != Level::Error)
    }

    /// What all rules find in it; nothing is read for them again that was read before and is the same. `bytes` gives a
    /// file below the project's folder, if it can be had.
    #[must_use]
    pub fn verdict(&self, memory: &mut Memory, bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync) -> Verdict {
        let Asked { mut findings, excepted, reading, copies } = self.ask(memory, None, bytes);
        let inputs = masked(&self.inputs, &self.loaded.drafts, &self.record, &mut findings);
        Verdict { inputs, findings, excepted, reading, copies }
    }

    /// The same findings, in the order of files and places, for whoever shows no lines of the texts beside them.
    #[must_use]
    pub fn findings(
        &self,
        memory: &mut Memory,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Vec<Finding> {
        let mut findings = self.ask(memory, None, bytes).findings;
        hush(&self.loaded.drafts, &self.record, &mut findings);
        findings
    }

    /// What is found in one file by asking of its entries alone, which is known sooner: all that [is near](Self::is_near).
    #[must_use]
    pub fn findings_in(
        &self,
        file: FileId,
        memory: &mut Memory,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Vec<Finding> {
        let mut findings = self.ask(memory, Some(file), bytes).findings;
        findings.retain(|finding| finding.place.file == file && self.is_near(finding));
        hush(&self.loaded.drafts, &self.record, &mut findings);
        findings
    }

    /// Whether asking of the entries of its own file alone is enough to come upon a finding.
    #[must_use]
    pub fn is_near(&self, finding: &Finding) -> bool {
        // All of a text has to be looked at for secret names, however little of it was typed.
        finding.rule != SECRET && is_near(finding, &self.record)
    }

    fn ask(
        &self,
        memory: &mut Memory,
        only: Option<FileId>,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Asked {
        let record = &self.record;
        let part = only.map(|file| record.facts.of_file(file));
        let part = part.as_ref();
        let asked = part.unwrap_or(&record.facts);
        let reading = if reads_prose(&record.facts.report) {
            memory.readings.read(&asked.articles, record, &self.inputs)
        } else {
            memory.readings.hear(record)
        };
        // An article quotes what is quoted by the claims it cites, wherever they are.
        let quoting = if asked.articles.is_empty() { &asked.claims } else { &record.facts.claims };
        let copies = Copies::gather(quoting, &record.facts, &self.inputs, &mut memory.copies, bytes);
        let matter = Matter {
            record,
            part,
            reading: &reading,
            inputs: &self.inputs,
            copies: &copies,
            ledger: &self.ledger,
            sound: self.is_sound(),
            today: record.facts.report.time_zone.to_datetime(self.now).date(),
        };
        let Checked { findings: found, excepted } = check(&matter);
        let mut findings = self.findings.clone();
        findings.extend(found);
        if only.is_none() {
            findings.extend(named(&self.inputs, &self.loaded.drafts, record));
        }
        in_order(&mut findings);
        Asked { findings, excepted, reading, copies }
    }
}

/// What the rules said; nothing of it is masked yet.
struct Asked {
    findings: Vec<Finding>,
    excepted: Vec<Excepted>,
    reading: Reading,
    copies: Copies,
}

#[cfg(test)]
mod tests;
