//! A claim that no article leads to, and an entry that nothing refers to.

use rustc_hash::FxHashSet;

use crate::check::{Look, Matter};
use crate::diagnostic::Finding;
use crate::link::mentions;
use crate::model::{Any, Record, Status};

pub(super) const LOOK: Look = Look::Whole(look);

fn look(matter: &Matter<'_>) -> Vec<Finding> {
    let record = matter.record;
    // Whatever uses it may stand where something could not be read.
    if !matter.sound {
        return Vec::new();
    }
    let referred_to = referred_to(record);
    let told = told(record);
    let mut findings = Vec::new();
    for (any, entry) in record.facts.entries() {
        // What is held back is written ahead of its use.
        if record.desk.withheld.contains_key(&any) {
            continue;
        }
        let finding = match any {
            Any::Article(_) => continue,
            Any::Claim(key) => {
                let kept = matches!(
                    record.facts.claims[key].status.value,
                    Status::Superseded | Status::Refuted | Status::Withdrawn
                );
                if kept || record.facts.articles.is_empty() || told.contains(&any) {
                    continue;
                }
                let help =
                    format!("state it (`[words](@{0})`) or cite it (`[@{0}]`), or take it out", entry.id);
                Finding::note("unused-claim", entry.place, "no article uses this claim").help(help)
            }
            _ if referred_to.contains(&any) => continue,
            _ => {
                let message = format!("nothing refers to this {}", any.kind().word());
                Finding::note("unused-claim", entry.place, message).help("use it, or take it out")
            }
        };
        findings.push(Finding { entry: Some(entry.id.to_string()), ..finding });
    }
    findings
}

/// Everything another entry refers to.
fn referred_to(record: &Record) -> FxHashSet<Any> {
    let mut all = FxHashSet::default();
    for (any, _) in record.facts.entries() {
        all.extend(mentions(&record.facts, any).into_iter().map(|to| to.value).filter(|to| *to != any));
    }
    // Whom a confidential source counts with is referred to, if not for all to see.
    #[expect(clippy::iter_over_hash_type, reason = "what is gathered has no order")]
    for secret in record.desk.secrets.values() {
        all.extend(secret.counts_with.iter().map(|tie| Any::from(tie.value)));
    }
    all
}

/// Everything that articles refer to, and the claims that those claims show: replies, successors, contradictions.
fn told(record: &Record) -> FxHashSet<Any> {
    let facts = &record.facts;
    let mut told = FxHashSet::default();
    let mut next: Vec<Any> = facts.articles.iter().map(|(key, _)| Any::Article(key)).collect();
    while let Some(any) = next.pop() {
        let mentions = mentions(facts, any).into_iter().map(|to| to.value);
        let back = match any {
            Any::Claim(key) => facts.claims[key].contradicted_by.as_slice(),
            _ => &[],
        };
        for to in mentions.chain(back.iter().map(|key| Any::Claim(*key))) {
            if told.insert(to) && matches!(to, Any::Claim(_)) {
                next.push(to);
            }
        }
    }
    told
}
