//! What is left of linked entries when the tables are filled.

use jiff::Timestamp;
use rustc_hash::FxHashSet;

use super::files::{Files, LinkedFile};
use super::names::Unknown;
use super::resolver::Linked;
use crate::diagnostic::Finding;
use crate::model::{Any, Desk, Key, Slots, Table, Withheld};

/// All that no table holds.
pub(super) struct Aside {
    /// What only the desk may see.
    pub desk: Desk,
    /// What came up.
    pub findings: Vec<Finding>,
    /// Ids that nobody has.
    pub unknown: Vec<Unknown>,
    /// Entries of which some part could not be read, or leads nowhere.
    pub broken: FxHashSet<Any>,
    now: Timestamp,
}

impl Aside {
    /// What was found before, and the moment at which embargoes are judged.
    pub(super) fn new(findings: Vec<Finding>, now: Timestamp) -> Self {
        let (desk, unknown, broken) = Default::default();
        Self { desk, findings, unknown, broken, now }
    }

    /// Fills the table of a kind, and lays aside what it does not hold.
    pub(super) fn settle<T>(
        &mut self,
        slots: &Slots<T>,
        files: &Files,
        of_kind: fn(&LinkedFile) -> &Vec<Linked<T>>,
        any: fn(Key<T>) -> Any,
    ) -> Table<T> {
        let linked: Vec<&Linked<T>> = files.iter().flat_map(of_kind).collect();
        let table = slots.fill(linked.iter().map(|one| one.entry.clone()).collect());
        for one in &linked {
            self.findings.extend_from_slice(&one.findings);
            self.unknown.extend_from_slice(&one.unknown);
        }
        for (key, _) in table.iter() {
            let Some(one) = linked.get(key.index()) else { continue };
            let any = any(key);
            if let Some(notes) = &one.notes {
                self.desk.notes.insert(any, notes.clone());
            }
            if !one.allowed.is_empty() {
                self.desk.allowed.insert(any, one.allowed.clone());
            }
            if let Some(withheld) = one.withheld.filter(|withheld| !is_over(withheld.value, self.now)) {
                self.desk.withheld.insert(any, withheld);
            }
            if let (Some(secret), Any::Source(source)) = (&one.secret, any) {
                self.desk.secrets.insert(source, secret.clone());
            }
            if !one.whole {
                self.broken.insert(any);
            }
        }
        table
    }
}

fn is_over(withheld: Withheld, now: Timestamp) -> bool {
    matches!(withheld, Withheld::Embargo(until) if until <= now)
}
