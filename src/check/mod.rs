//! Whether the record holds what it says: rules over everything that was linked.
//!
//! A rule is data: a name, a level, a page that explains it, and a function from the record to findings. Mistakes of
//! form are found where words are read ([`load`](crate::load)) and tied together ([`link`](crate::link)).

mod exceptions;
mod rule;
mod rules;
mod standing;

pub use rule::{Found, Rule};
pub use rules::RULES;
pub use standing::{Shortfall, shortfall};

use rayon::prelude::*;

use crate::diagnostic::Finding;
use crate::model::Record;

/// Holds a record against every rule, with the report's own exceptions applied; findings in no particular order.
#[must_use]
pub fn check(record: &Record) -> Vec<Finding> {
    let (exceptions, mut findings) = exceptions::Exceptions::of(&record.facts.report);
    let found: Vec<Vec<Found>> = RULES.par_iter().map(|rule| (rule.look)(record)).collect();
    for (rule, found) in RULES.iter().zip(found) {
        findings.extend(found.into_iter().filter_map(|found| exceptions.apply(rule, found, record)));
    }
    findings
}
