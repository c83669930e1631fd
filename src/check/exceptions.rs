//! Rules raised, lowered or switched off in `report.yaml`, for all or for some entries.

use rustc_hash::FxHashMap;

use super::rule::{Found, Rule};
use super::rules::RULES;
use crate::diagnostic::{Finding, Level};
use crate::model::{Id, Record, Report};

/// The level a rule has by the report's own decision; an empty level switches it off.
#[derive(Debug, Default)]
pub(super) struct Exceptions<'r> {
    for_all: FxHashMap<&'r str, Option<Level>>,
    for_one: FxHashMap<(&'r str, &'r Id), Option<Level>>,
}

impl<'r> Exceptions<'r> {
    /// The report's exceptions, and a finding for each that names no rule. A later one replaces an earlier one.
    pub(super) fn of(report: &'r Report) -> (Self, Vec<Finding>) {
        let mut exceptions = Self::default();
        let mut findings = Vec::new();
        for exception in &report.exceptions {
            let name = exception.rule.value.as_str();
            if !RULES.iter().any(|rule| rule.name == name) {
                findings.push(unknown(name, exception.rule.place));
            }
            if exception.ids.is_empty() {
                exceptions.for_all.insert(name, exception.level);
            }
            for id in &exception.ids {
                exceptions.for_one.insert((name, &id.value), exception.level);
            }
        }
        (exceptions, findings)
    }

    /// What is left of a finding: an exception for its entry goes before one for all.
    pub(super) fn apply(&self, rule: &Rule, found: Found, record: &Record) -> Option<Finding> {
        let Found { entry, mut finding } = found;
        let one = record.facts.entry(entry).and_then(|entry| self.for_one.get(&(rule.name, &entry.id)));
        finding.level = match one.or_else(|| self.for_all.get(rule.name)) {
            Some(level) => (*level)?,
            None => finding.level,
        };
        Some(finding)
    }
}

fn unknown(name: &str, place: crate::text::Place) -> Finding {
    let near = crate::text::nearest(name, RULES.iter().map(|rule| rule.name), 1);
    let help = match near.first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`casebook explain` lists the rules there are".to_owned(),
    };
    Finding::error("unknown-rule", place, format!("there is no rule `{name}`")).help(help)
}
