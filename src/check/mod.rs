//! Whether the record holds what it says: rules over everything that was linked.
//!
//! A rule is data: a name, a group, a level, a page that explains it, and a function from the matter to findings.
//! Mistakes of form are found where words are read ([`load`](crate::load)) and tied together ([`link`](crate::link)).

mod copies;
mod exceptions;
mod matter;
mod rests;
mod rule;
mod rules;
mod standing;
#[cfg(test)]
mod tests;
mod voice;

use copies::Copies;
pub use exceptions::Excepted;
pub use matter::Matter;
use rests::Rest;
pub use rule::{Found, Group, Look, Rule};
pub use rules::RULES;
use standing::rests_on_withdrawn;
pub use standing::{Shortfall, shortfall};

use rayon::prelude::*;

use crate::diagnostic::Finding;

/// What the rules found.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// What stands, in no particular order.
    pub findings: Vec<Finding>,
    /// What an exception lowered, raised or silenced, with the reason: for the desk to see.
    pub excepted: Vec<Excepted>,
}

/// Holds a matter against every rule, with the report's own exceptions applied.
#[must_use]
pub fn check(matter: &Matter<'_>) -> Checked {
    let (exceptions, findings) = exceptions::Exceptions::of(matter);
    let mut checked = Checked { findings, excepted: Vec::new() };
    let found: Vec<Vec<Found>> = RULES
        .par_iter()
        .map(|rule| match rule.look {
            Look::Matter(look) => look(matter),
            Look::Elsewhere => Vec::new(),
        })
        .collect();
    for found in found.into_iter().flatten() {
        exceptions.apply(found, &mut checked);
    }
    checked
}
