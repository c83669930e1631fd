//! What was found: what blocks the publication, the rest, and what exceptions answered.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Laid;
use super::names::spot;
use crate::diagnostic::{Finding, Level};
use crate::model::{Any, Id};
use crate::text::{Place, Places};

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    rule: &'static str,
    level: &'static str,
    message: String,
    label: String,
    help: Option<String>,
    at: String,
    /// The entry it concerns.
    entry: Option<String>,
    /// Whether that is a claim, which has a row.
    is_claim: bool,
    others: Vec<Other>,
}

#[derive(Debug, Serialize)]
struct Other {
    what: String,
    at: String,
}

/// Findings of one rule.
#[derive(Debug, Serialize)]
pub(super) struct OfRule {
    rule: &'static str,
    level: &'static str,
    findings: Vec<Told>,
}

/// A finding that an exception answered, or an exception that answers nothing.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    /// What was found; nothing: the exception has nothing to answer.
    found: Option<Told>,
    rule: String,
    /// The level it now has: `off`, `note`, …
    level: &'static str,
    why: String,
    at: String,
}

/// Findings from a level on, or below it, by rule: the heaviest and most frequent first.
pub(super) fn by_rule(
    laid: &Laid<'_>,
    wanted: impl Fn(Level) -> bool,
    places: &mut Places<'_>,
) -> Vec<OfRule> {
    let mut rules: Vec<OfRule> = Vec::new();
    for finding in laid.findings.iter().filter(|finding| wanted(finding.level)) {
        let level = finding.level.word();
        let told = told(finding, laid, places);
        match rules.iter_mut().find(|of| of.rule == finding.rule && of.level == level) {
            Some(of) => of.findings.push(told),
            None => rules.push(OfRule { rule: finding.rule, level, findings: vec![told] }),
        }
    }
    let weight = |level: &str| ["error", "warning", "note"].iter().position(|word| *word == level);
    rules.sort_by(|a, b| {
        weight(a.level)
            .cmp(&weight(b.level))
            .then(b.findings.len().cmp(&a.findings.len()))
            .then(a.rule.cmp(b.rule))
    });
    rules
}

fn told(finding: &Finding, laid: &Laid<'_>, places: &mut Places<'_>) -> Told {
    let others = finding.others.iter();
    let id = finding.entry.as_deref().and_then(Id::parse_path);
    Told {
        rule: finding.rule,
        level: finding.level.word(),
        message: finding.message.clone(),
        label: finding.label.clone(),
        help: finding.help.clone(),
        at: spot(finding.place, places),
        entry: finding.entry.clone(),
        is_claim: id.is_some_and(|id| matches!(laid.record.ids.get(&id), Some(Any::Claim(_)))),
        others: others.map(|(place, what)| Other { what: what.clone(), at: spot(*place, places) }).collect(),
    }
}

/// All exceptions with their reasons. Those that answer nothing come last: they may have had their day.
pub(super) fn answers(laid: &Laid<'_>, places: &mut Places<'_>) -> Vec<Answer> {
    let level = |level: Option<Level>| level.map_or("off", Level::word);
    let mut answers: Vec<Answer> = laid
        .excepted
        .iter()
        .map(|excepted| Answer {
            rule: excepted.finding.rule.to_owned(),
            level: level(excepted.level),
            why: excepted.why.value.clone(),
            at: spot(excepted.why.place, places),
            found: Some(told(&excepted.finding, laid, places)),
        })
        .collect();
    let used: BTreeSet<Place> = laid.excepted.iter().map(|excepted| excepted.why.place).collect();
    for exception in &laid.record.facts.report.exceptions {
        if !used.contains(&exception.why.place) {
            answers.push(Answer {
                found: None,
                rule: exception.rule.value.clone(),
                level: level(exception.level),
                why: exception.why.value.clone(),
                at: spot(exception.why.place, places),
            });
        }
    }
    for (any, _) in laid.record.facts.entries() {
        for allowed in laid.record.desk.allowed.get(&any).into_iter().flatten() {
            if !used.contains(&allowed.why.place) {
                answers.push(Answer {
                    found: None,
                    rule: allowed.rule.value.clone(),
                    level: "off",
                    why: allowed.why.value.clone(),
                    at: spot(allowed.why.place, places),
                });
            }
        }
    }
    answers
}
