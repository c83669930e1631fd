//! Which findings are asked for: those of some rules, or those that concern what changed.

use std::collections::BTreeSet;
use std::path::Path;

use super::CommandError;
use crate::Vocabulary as _;
use crate::check::{FORMS, Group, RULES};
use crate::diagnostic::Finding;
use crate::disk;
use crate::model::{Any, Document, Facts, Id, Key, Record};
use crate::text::{FileId, Inputs};

/// The group of the mistakes of form, which have no pages.
const FORM: &str = "form";

/// Rules that were asked for; none: all.
pub(super) struct Rules(Option<BTreeSet<&'static str>>);

impl Rules {
    /// The rules of these names, which may also be names of groups.
    pub(super) fn named(names: &[String]) -> Result<Self, CommandError> {
        if names.is_empty() {
            return Ok(Self(None));
        }
        let mut rules = BTreeSet::new();
        for name in names {
            let before = rules.len();
            let of_group = |group: Group| group.slug() == *name || group.word() == name;
            rules.extend(
                RULES.iter().filter(|rule| rule.name == name || of_group(rule.group)).map(|rule| rule.name),
            );
            rules.extend(FORMS.iter().filter(|form| form.name == name || name == FORM).map(|form| form.name));
            let is_group = Group::ALL.iter().any(|group| of_group(*group));
            if rules.len() == before && !is_group && !rules.contains(name.as_str()) {
                return Err(unknown(name));
            }
        }
        Ok(Self(Some(rules)))
    }

    pub(super) fn hold(&self, rule: &str) -> bool {
        self.0.as_ref().is_none_or(|rules| rules.contains(rule))
    }
}

fn unknown(name: &str) -> CommandError {
    let groups: Vec<String> = Group::ALL.iter().map(|group| group.slug()).collect();
    let known = RULES.iter().map(|rule| rule.name).chain(FORMS.iter().map(|form| form.name));
    let near = crate::text::nearest(name, known.chain(groups.iter().map(String::as_str)).chain([FORM]), 1);
    let meant = match near.first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`casebook explain` lists them".to_owned(),
    };
    CommandError::Usage(format!("there is no rule or group of rules `{name}`; {meant}"))
}

/// What changed since a revision.
pub(super) struct Changes<'r> {
    record: &'r Record,
    files: BTreeSet<FileId>,
    /// Paths of what is not text: kept copies and pictures.
    others: BTreeSet<String>,
}

impl<'r> Changes<'r> {
    /// What git says changed in a report since `revision`.
    pub(super) fn since(
        project: &Path,
        revision: &str,
        record: &'r Record,
        inputs: &Inputs,
    ) -> Result<Self, CommandError> {
        let (mut files, mut others) = (BTreeSet::new(), BTreeSet::new());
        for path in disk::changed_since(project, revision)? {
            match inputs.find(&path) {
                Some(file) => drop(files.insert(file)),
                None => drop(others.insert(path)),
            }
        }
        Ok(Self { record, files, others })
    }

    /// Whether a finding stands in what changed, names a place there, or is about an entry that is written there or
    /// rests on a kept copy that changed.
    pub(super) fn concern(&self, finding: &Finding) -> bool {
        let mut places = finding.others.iter().map(|(place, _)| place).chain([&finding.place]);
        places.any(|place| self.files.contains(&place.file))
            || finding.entry.as_deref().is_some_and(|entry| self.concern_entry(entry))
    }

    fn concern_entry(&self, id: &str) -> bool {
        let facts = &self.record.facts;
        let any = Id::parse_path(id).and_then(|id| self.record.ids.get(&id).copied());
        let Some((any, entry)) = any.and_then(|any| Some((any, facts.entry(any)?))) else { return false };
        if self.files.contains(&entry.place.file) {
            return true;
        }
        match any {
            Any::Document(key) => self.copy_changed(facts, key),
            Any::Claim(key) => {
                let evidence = facts.claims.get(key).map_or(&[][..], |claim| &claim.evidence);
                evidence.iter().any(|piece| self.copy_changed(facts, piece.document.value))
            }
            _ => false,
        }
    }

    fn copy_changed(&self, facts: &Facts, document: Key<Document>) -> bool {
        let copy = facts.documents.get(document).and_then(|document| document.archive.as_ref());
        copy.is_some_and(|copy| self.others.contains(&format!("content/{}", copy.file.value)))
    }
}
