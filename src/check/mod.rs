//! Whether the record holds what it says: rules over everything that was linked.
//!
//! A rule is data: a name, a group, a level, a page that explains it, and a function from the matter to findings.
//! Mistakes of form are found where words are read ([`load`](crate::load)) and tied together ([`link`](crate::link)).

mod blocks;
mod exceptions;
mod forms;
mod matter;
mod quoted;
mod repeats;
mod rests;
mod rule;
mod rules;
mod spoken;
mod standing;
#[cfg(test)]
mod tests;
mod voice;

pub use forms::{FORMS, Form};
pub use matter::Matter;
use repeats::Repeats;
use rests::Rest;
pub use rule::{Found, Group, Look, Rule};
pub use rules::RULES;
use standing::rests_on_withdrawn;
pub use standing::{Shortfall, shortfall};

use rayon::prelude::*;

use crate::diagnostic::{Excepted, Finding};
use crate::model::{Any, Id, Record, Report};

/// What the rules found.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// What stands, in no particular order.
    pub findings: Vec<Finding>,
    /// What an exception lowered, raised or silenced, with the reason: for the desk to see.
    pub excepted: Vec<Excepted>,
}

/// Whether any rule that is not switched off for all looks at articles sentence by sentence.
#[must_use]
pub fn reads_prose(report: &Report) -> bool {
    let is_off = |rule: &Rule| {
        let of_rule = report.exceptions.iter().filter(|exception| exception.rule.value == rule.name);
        let (mut for_all, mut for_some) = (None, false);
        for exception in of_rule {
            if exception.ids.is_empty() {
                for_all = Some(exception.level);
            } else {
                for_some |= exception.level.is_some();
            }
        }
        for_all == Some(None) && !for_some
    };
    RULES.iter().any(|rule| matches!(rule.look, Look::Prose(_)) && !is_off(rule))
}

/// Whether a finding is one that comes of asking about the entries of its own file alone: it stands where its entry does,
/// and its rule is not for the report as a whole.
#[must_use]
pub fn is_near(finding: &Finding, record: &Record) -> bool {
    let rule = RULES.iter().find(|rule| rule.name == finding.rule);
    if rule.is_none_or(|rule| matches!(rule.look, Look::Elsewhere)) {
        return true;
    }
    let id = finding.entry.as_deref().and_then(Id::parse_path);
    let entry = id.and_then(|id| record.facts.entry(*record.ids.get(&id)?));
    let is_there = entry.is_some_and(|entry| entry.place.file == finding.place.file);
    is_there && rule.is_some_and(|rule| !matches!(rule.look, Look::Whole(_)))
}

/// Holds a matter against every rule, with the report's own exceptions applied. Where only a part is asked about, rules
/// for the report as a whole are left out.
#[must_use]
pub fn check(matter: &Matter<'_>) -> Checked {
    let (exceptions, findings) = exceptions::Exceptions::of(matter);
    let mut checked = Checked { findings, excepted: Vec::new() };
    let found: Vec<Vec<(Option<Any>, Finding)>> = RULES
        .par_iter()
        .map(|rule| match rule.look {
            Look::Matter(look) | Look::Prose(look) => {
                let found = look(matter).into_iter();
                let asked = found.filter(|found| matter.asked().entry(found.entry).is_some());
                asked.map(|Found { entry, finding }| (Some(entry), finding)).collect()
            }
            Look::Whole(_) if matter.part.is_some() => Vec::new(),
            Look::Whole(look) => look(matter).into_iter().map(|finding| (None, finding)).collect(),
            Look::Elsewhere => Vec::new(),
        })
        .collect();
    for (entry, finding) in found.into_iter().flatten() {
        exceptions.apply(entry, finding, &mut checked);
    }
    checked
}
