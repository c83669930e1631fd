//! Rules raised, lowered or switched off in `report.yaml`, for all or for some entries, and findings that an entry itself
//! answers with `allow`.

use rustc_hash::FxHashMap;

use super::rules::RULES;
use super::{Checked, Matter};
use crate::diagnostic::{Excepted, Finding, Level};
use crate::model::{Any, Id};
use crate::text::At;

/// The report's own decisions.
#[derive(Debug)]
pub(super) struct Exceptions<'m> {
    matter: &'m Matter<'m>,
    for_all: FxHashMap<&'m str, Decision<'m>>,
    for_one: FxHashMap<(&'m str, &'m Id), Decision<'m>>,
}

/// A level, an empty one for none, and the reason.
#[derive(Debug, Clone, Copy)]
struct Decision<'m> {
    level: Option<Level>,
    why: &'m At<String>,
}

impl<'m> Exceptions<'m> {
    /// The report's exceptions, and a finding for each that names no rule. A later one replaces an earlier one.
    pub(super) fn of(matter: &'m Matter<'m>) -> (Self, Vec<Finding>) {
        let mut exceptions = Self { matter, for_all: FxHashMap::default(), for_one: FxHashMap::default() };
        let mut findings = Vec::new();
        for exception in &matter.record.facts.report.exceptions {
            let name = exception.rule.value.as_str();
            findings.extend(unknown(&exception.rule));
            let decision = Decision { level: exception.level, why: &exception.why };
            if exception.ids.is_empty() {
                exceptions.for_all.insert(name, decision);
            }
            for id in &exception.ids {
                exceptions.for_one.insert((name, &id.value), decision);
            }
        }
        for (any, _) in matter.asked().entries() {
            let allowed = matter.record.desk.allowed.get(&any).into_iter().flatten();
            findings.extend(allowed.filter_map(|allowed| unknown(&allowed.rule)));
        }
        (exceptions, findings)
    }

    /// Files a finding: what an entry itself allows goes before an exception for it, and that before one for all.
    pub(super) fn apply(&self, entry: Option<Any>, mut finding: Finding, checked: &mut Checked) {
        let record = self.matter.record;
        let about = entry.and_then(|entry| record.facts.entry(entry));
        let id = about.map(|entry| entry.id.clone()).or_else(|| Id::parse_path(finding.entry.as_deref()?));
        let entry = entry.or_else(|| record.ids.get(id.as_ref()?).copied());
        finding.entry = id.as_ref().map(Id::to_string);
        let allowed = entry.and_then(|entry| self.allowed(entry, &finding));
        let one = id.and_then(|id| self.for_one.get(&(finding.rule, &id)).copied());
        let decision = allowed.or(one).or_else(|| self.for_all.get(finding.rule).copied());
        let Some(Decision { level, why }) = decision else {
            checked.findings.push(finding);
            return;
        };
        checked.excepted.push(Excepted { finding: finding.clone(), level, why: why.clone() });
        if let Some(level) = level {
            finding.level = level;
            checked.findings.push(finding);
        }
    }

    fn allowed(&self, entry: Any, finding: &Finding) -> Option<Decision<'m>> {
        let allowed = self.matter.record.desk.allowed.get(&entry)?;
        let there = self.matter.inputs.words(finding.place);
        let mut answering = allowed.iter().filter(|one| one.answers(finding.rule, there));
        answering.next().map(|one| Decision { level: None, why: &one.why })
    }
}

fn unknown(rule: &At<String>) -> Option<Finding> {
    let name = rule.value.as_str();
    if RULES.iter().any(|rule| rule.name == name) {
        return None;
    }
    let near = crate::text::nearest(name, RULES.iter().map(|rule| rule.name), 1);
    let help = match near.first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`casebook explain` lists the rules there are".to_owned(),
    };
    Some(Finding::error("unknown-rule", rule.place, format!("there is no rule `{name}`")).help(help))
}
