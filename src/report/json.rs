//! Findings for programs, in a shape of our own: `docs/check.md` tells it field by field, and `docs/check.schema.json`
//! to machines.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Report;
use crate::diagnostic::{Finding, Level};
use crate::text::{Place, Places};

/// Rises when a field goes or changes its meaning; a new field alone does not raise it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    tool: Tool,
    findings: Vec<Told<'r>>,
    excepted: Vec<Excepted<'r>>,
    counts: Counts<'r>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Told<'r> {
    rule: &'r str,
    level: &'static str,
    message: &'r str,
    label: Option<&'r str>,
    help: Option<&'r str>,
    entry: Option<&'r str>,
    #[serde(flatten)]
    at: Spot<'r>,
    others: Vec<Other<'r>>,
}

#[derive(Serialize)]
struct Other<'r> {
    what: &'r str,
    #[serde(flatten)]
    at: Spot<'r>,
}

#[derive(Serialize)]
struct Excepted<'r> {
    finding: Told<'r>,
    level: &'static str,
    why: &'r str,
    #[serde(flatten)]
    at: Spot<'r>,
}

#[derive(Serialize)]
struct Spot<'r> {
    path: &'r str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Counts<'r> {
    errors: usize,
    warnings: usize,
    notes: usize,
    excepted: usize,
    rules: BTreeMap<&'r str, usize>,
}

/// All of it as one JSON document, with a line break at the end.
///
/// # Panics
/// Never: JSON can write every value it is made of.
#[must_use]
pub fn json(report: &Report<'_>) -> String {
    let mut places = Places::new(report.inputs);
    let count = |level| report.findings.iter().filter(|finding| finding.level == level).count();
    let mut rules = BTreeMap::new();
    for finding in report.findings {
        *rules.entry(finding.rule).or_default() += 1;
    }
    let document = Document {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        findings: report.findings.iter().map(|finding| told(finding, &mut places)).collect(),
        excepted: report
            .excepted
            .iter()
            .map(|excepted| Excepted {
                finding: told(&excepted.finding, &mut places),
                level: excepted.level.map_or("off", Level::word),
                why: &excepted.why.value,
                at: spot(excepted.why.place, &mut places),
            })
            .collect(),
        counts: Counts {
            errors: count(Level::Error),
            warnings: count(Level::Warning),
            notes: count(Level::Note),
            excepted: report.excepted.len(),
            rules,
        },
    };
    serde_json::to_string_pretty(&document).expect("JSON can write words and numbers") + "\n"
}

fn told<'r>(finding: &'r Finding, places: &mut Places<'r>) -> Told<'r> {
    let others =
        finding.others.iter().map(|(place, what)| Other { what, at: spot(*place, places) }).collect();
    Told {
        rule: finding.rule,
        level: finding.level.word(),
        message: &finding.message,
        label: Some(finding.label.as_str()).filter(|label| !label.is_empty()),
        help: finding.help.as_deref(),
        entry: finding.entry.as_deref(),
        at: spot(finding.place, places),
        others,
    }
}

fn spot<'r>(place: Place, places: &mut Places<'r>) -> Spot<'r> {
    let spot = places.spot(place);
    Spot {
        path: spot.path,
        line: spot.start.line,
        column: spot.start.column,
        end_line: spot.end.line,
        end_column: spot.end.column,
    }
}
