//! `casebook build`: content to site.

use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::customs::{Customs, Seized};
use super::read::{Read, read};
use super::{CommandError, Outcome, Surroundings};
use crate::Vocabulary as _;
use crate::diagnostic::{Finding, Level, in_order};
use crate::disk::{DiskError, Output, Written};
use crate::guard::{Guard, Words};
use crate::model::{Record, Status};
use crate::publish::{Public, publish};
use crate::render::{self, Copied, SiteFile};
use crate::report;
use crate::session::{Edition, Verdict};

/// Builds the site of a report into `output`, or its own `output/`. Where anything stands in the way, all of it is
/// said, and the old site stays as it was.
///
/// # Errors
/// If the folder cannot be read, the site cannot be written, or nobody takes what is said.
pub fn build(
    project: &Path,
    output: Option<&Path>,
    around: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    make(read(project, around)?, project, output, around, out, err)
}

/// Builds the site of a report that was read, and says all that was found; where that stands in the way, the old site
/// stays as it was.
pub(super) fn make(
    read: Read,
    project: &Path,
    output: Option<&Path>,
    around: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let Read { edition: Edition { loaded, record, ledger, theme, .. }, verdict } = read;
    let Verdict { mut inputs, mut findings, .. } = verdict;
    let bar = record.facts.report.policy.deny.min(Level::Error);
    let stops = |findings: &[Finding]| findings.iter().any(|finding| finding.level >= bar);
    if !stops(&findings) {
        let claims = claims_by_status(&record);
        let guard = Guard::new(Words::of(&loaded.drafts, &record), &record);
        drop(loaded);
        let public = publish(record, ledger.publications);
        let customs = Customs::new(project, guard, &public)?;
        let folder = output.map_or_else(|| project.join("output"), Path::to_path_buf);
        let writing =
            Writing { output: Output::open(&folder)?, files: AtomicUsize::new(0), error: Mutex::new(None) };
        let found = with_progress(around, err, &writing, || writing.site(&public, &theme, &customs));
        findings.extend(found);
        let Seized { findings: found, secret } = customs.seized();
        if !found.is_empty() {
            inputs = inputs.masked(secret.into_iter());
        }
        findings.extend(found);
        in_order(&mut findings);
        if !stops(&findings) {
            let (files, written) = writing.finish()?;
            write!(out, "{}", report::human(&findings, &inputs, around.colour))?;
            writeln!(out, "{}", closing_line(&folder, files, &claims, &findings, written, around))?;
            return Ok(Outcome::Clean);
        }
        if let Some(error) = writing.into_error() {
            return Err(error.into());
        }
    }
    write!(out, "{}{}", report::human(&findings, &inputs, around.colour), report::by_rule(&findings))?;
    writeln!(out, "{}; nothing was written", report::summary(&findings))?;
    Ok(Outcome::Findings)
}

/// The site on its way to the disk.
struct Writing {
    output: Output,
    files: AtomicUsize,
    /// The first thing the disk refused; after it nothing more is tried.
    error: Mutex<Option<DiskError>>,
}

impl Writing {
    /// Renders every file of the site straight to the disk, past the last look at it; what is wrong with a template is
    /// a finding.
    fn site(&self, public: &Public, theme: &render::Theme, customs: &Customs<'_>) -> Vec<Finding> {
        render::site(public, theme, &|file| {
            if self.error.lock().is_ok_and(|error| error.is_some()) {
                return;
            }
            let address = match file {
                SiteFile::Made { address, .. }
                | SiteFile::Drawn { address, .. }
                | SiteFile::Copied { address, .. } => address,
            };
            // Their names tell of what they are made: those of an earlier build are as good as new ones.
            let is_named_so =
                matches!(file, SiteFile::Drawn { .. } | SiteFile::Copied { what: Copied::Print(..), .. });
            if is_named_so && self.output.keep(address) {
                self.files.fetch_add(1, Ordering::Relaxed);
                return;
            }
            let put = customs.pass(&file).and_then(|bytes| self.output.put(address, &bytes));
            self.files.fetch_add(1, Ordering::Relaxed);
            if let (Err(error), Ok(mut first)) = (put, self.error.lock()) {
                first.get_or_insert(error);
            }
        })
    }

    fn finish(self) -> Result<(usize, Written), DiskError> {
        let files = self.files.load(Ordering::Relaxed);
        match self.error.into_inner().ok().flatten() {
            Some(error) => Err(error),
            None => Ok((files, self.output.finish()?)),
        }
    }

    fn into_error(self) -> Option<DiskError> {
        self.error.into_inner().ok().flatten()
    }
}

/// Does the work; on a terminal, shows every half second how far it has come.
fn with_progress<T: Send>(
    around: &Surroundings,
    err: &mut dyn Write,
    writing: &Writing,
    work: impl FnOnce() -> T + Send,
) -> T {
    if !around.progress {
        return work();
    }
    std::thread::scope(|scope| {
        let work = scope.spawn(work);
        let mut shown = false;
        while !work.is_finished() {
            std::thread::park_timeout(Duration::from_millis(50));
            if around.started.elapsed() > Duration::from_millis(700) {
                shown = true;
                let files = writing.files.load(Ordering::Relaxed);
                let _ = write!(err, "\r{files} files …");
                let _ = err.flush();
            }
        }
        if shown {
            let _ = write!(err, "\r\u{1b}[K");
        }
        match work.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// How many claims that may be published stand how, in the order of the legend, and how many there are.
fn claims_by_status(record: &Record) -> String {
    let mut counts = vec![0_usize; Status::ALL.len()];
    for (key, claim) in record.facts.claims.iter() {
        if !record.desk.withheld.contains_key(&key.into()) {
            counts[claim.status.value as usize] += 1;
        }
    }
    let parts = Status::ALL.iter().zip(&counts).filter(|(_, count)| **count > 0);
    let parts: Vec<String> = parts.map(|(status, count)| format!("{count} {}", status.word())).collect();
    let all = number(counts.iter().sum(), "claim", "claims");
    if parts.is_empty() { all } else { format!("{all} ({})", parts.join(", ")) }
}

fn closing_line(
    folder: &Path,
    files: usize,
    claims: &str,
    findings: &[Finding],
    written: Written,
    around: &Surroundings,
) -> String {
    let warnings = findings.iter().filter(|finding| finding.level == Level::Warning).count();
    let Written { written, unchanged, removed } = written;
    let changes = match (written, removed) {
        (0, 0) => "nothing changed".to_owned(),
        (written, 0) => format!("{written} written, {unchanged} unchanged"),
        (written, removed) => format!("{written} written, {unchanged} unchanged, {removed} removed"),
    };
    format!(
        "built {} in {}: {claims}, {}; {changes}; {:.2} s",
        number(files, "file", "files"),
        folder.strip_prefix(".").unwrap_or(folder).display(),
        number(warnings, "warning", "warnings"),
        around.started.elapsed().as_secs_f64(),
    )
}

/// `no claims`, `1 claim`, `2 claims`.
pub(super) fn number(count: usize, one: &str, more: &str) -> String {
    match count {
        0 => format!("no {more}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    }
}
