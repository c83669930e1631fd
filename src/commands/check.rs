//! `casebook check`: all mistakes of all files, and all that the rules find.

use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::{Component, Path};

use super::build::number;
use super::narrow::{Changes, Rules};
use super::read::{Read, read};
use super::{CommandError, Outcome, Surroundings};
use crate::check::{FORMS, RULES};
use crate::desk::{Laid, desk};
use crate::diagnostic::{Finding, Level};
use crate::disk;
use crate::report::{self, Report, RuleAbout};
use crate::session::{Edition, Verdict};

/// What a check is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// From which level on a finding fails it; without it, `policy.deny` decides.
    pub deny: Option<Level>,
    /// In which form to tell what was found.
    pub format: Format,
    /// The rules or groups of rules to tell of; all if empty.
    pub only: &'a [String],
    /// The revision since which a file must have changed for a finding in it to be told.
    pub changed_since: Option<&'a str>,
    /// Where to put the editors' desk, which shows all that there is, whatever else is asked for.
    pub desk: Option<&'a Path>,
}

/// In which form findings are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, with the lines themselves.
    #[default]
    Human,
    /// For programs: our own JSON.
    Json,
    /// For platforms that keep findings: SARIF 2.1.0.
    Sarif,
    /// For GitHub's workflows: annotations.
    Github,
}

/// Checks a report, and tells what was asked for.
///
/// # Errors
/// If the folder cannot be read, a rule or revision is not known, or nobody takes what is said.
pub fn check(
    project: &Path,
    asked: Asked<'_>,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let rules = Rules::named(asked.only)?;
    // The program ends with this command: what was read is left to the system, which is quicker at it.
    let read = ManuallyDrop::new(read(project, around)?);
    let Read { edition: Edition { record, ledger, .. }, verdict } = &*read;
    let Verdict { inputs, reading, copies, .. } = verdict;
    let (mut findings, mut excepted) = (verdict.findings.clone(), verdict.excepted.clone());
    let bar = asked.deny.unwrap_or(record.facts.report.policy.deny);
    if let Some(path) = asked.desk {
        let laid = Laid {
            record,
            reading,
            copies,
            ledger,
            inputs,
            findings: &findings,
            excepted: &excepted,
            bar: bar.min(Level::Error),
            now: around.now,
        };
        disk::write_aside(project, path, desk(&laid).as_bytes())?;
    }
    findings.retain(|finding| rules.hold(finding.rule));
    excepted.retain(|excepted| rules.hold(excepted.finding.rule));
    if let Some(revision) = asked.changed_since {
        let changes = Changes::since(project, revision, record, inputs)?;
        findings.retain(|finding| changes.concern(finding));
        excepted.retain(|excepted| changes.concern(&excepted.finding));
    }
    let folder = folder(project);
    let report = Report { findings: &findings, excepted: &excepted, inputs, folder: &folder };
    match asked.format {
        Format::Human => {
            let by_rule = report::by_rule(&findings);
            write!(out, "{}{by_rule}", report::human(&findings, inputs, around.colour))?;
        }
        Format::Json => write!(out, "{}", report::json(&report))?,
        Format::Sarif => write!(out, "{}", report::sarif(&report, &about_rules(&findings)))?,
        Format::Github => write!(out, "{}", report::github(&report))?,
    }
    if matches!(asked.format, Format::Human | Format::Github) {
        let narrowed = !asked.only.is_empty() || asked.changed_since.is_some();
        let sum = match (findings.is_empty(), narrowed) {
            (true, true) => "nothing to mend in what was asked for".to_owned(),
            (true, false) => {
                format!("nothing to mend: {}", number(record.facts.claims.len(), "claim", "claims"))
            }
            (false, _) => report::summary(&findings),
        };
        let answered = match excepted.len() {
            0 => String::new(),
            answered => format!("; {} answered by exceptions", number(answered, "finding", "findings")),
        };
        let carried =
            reading.coverage().percent().filter(|_| !narrowed).map_or_else(String::new, |percent| {
                format!("; claims carry {percent} % of the sentences that can be checked")
            });
        writeln!(out, "{sum}{answered}{carried}")?;
        if let Some(path) = asked.desk {
            writeln!(out, "the editors’ desk is in {}; it shows what is not public", path.display())?;
        }
    }
    let denied = findings.iter().any(|finding| finding.level >= bar);
    Ok(if denied { Outcome::Findings } else { Outcome::Clean })
}

/// The way to the report's folder as others in the repository know it. An absolute one is not theirs.
fn folder(project: &Path) -> String {
    let mut parts = Vec::new();
    for component in project.components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy()),
            Component::ParentDir if parts.pop().is_some() => {}
            Component::CurDir => {}
            _ => return String::new(),
        }
    }
    parts.join("/")
}

/// Every rule, and the mistakes of form that were found.
fn about_rules(findings: &[Finding]) -> Vec<RuleAbout> {
    let rules = RULES.iter().map(|rule| RuleAbout {
        name: rule.name.to_owned(),
        catches: rule.catches().to_owned(),
        page: Some(rule.page.to_owned()),
        group: rule.group.word().to_owned(),
        level: rule.level,
    });
    let forms = FORMS.iter().filter(|form| findings.iter().any(|finding| finding.rule == form.name));
    let forms = forms.map(|form| RuleAbout {
        name: form.name.to_owned(),
        catches: form.sentence(),
        page: None,
        group: "form".to_owned(),
        level: Level::Error,
    });
    rules.chain(forms).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::folder;

    #[test]
    fn the_way_to_a_report_is_told_as_the_repository_knows_it() {
        for (typed, told) in [
            (".", ""),
            ("./leak", "leak"),
            ("reports/leak/", "reports/leak"),
            ("a/../b", "b"),
            ("../b", ""),
            ("/b", ""),
        ] {
            assert_eq!(folder(Path::new(typed)), told, "{typed}");
        }
    }
}
