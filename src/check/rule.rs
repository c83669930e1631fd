//! What a rule is.

use crate::diagnostic::{Finding, Level};
use crate::model::{Any, Record};

/// A rule of the desk.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which reads after "allow": `unsourced-claim`.
    pub name: &'static str,
    /// How much its findings weigh, unless `report.yaml` says otherwise.
    pub level: Level,
    /// What it catches, why, an example, and how to mend it; Markdown.
    pub page: &'static str,
    /// Finds what it catches.
    pub look: fn(&Record) -> Vec<Found>,
}

/// Something a rule found, and the entry it concerns.
#[derive(Debug, Clone)]
pub struct Found {
    /// The entry an exception would name.
    pub entry: Any,
    /// What is to be said.
    pub finding: Finding,
}
