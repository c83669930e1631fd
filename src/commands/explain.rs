//! `casebook explain`: what a rule catches, why, and how to mend it.

use std::io::Write;

use super::{CommandError, Outcome};
use crate::check::RULES;

/// Prints the page of a rule, or the list of rules.
///
/// # Errors
/// If there is no such rule, or nobody takes what is said.
pub fn explain(rule: Option<&str>, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    let Some(name) = rule else {
        for rule in RULES {
            let catches = rule.page.lines().find(|line| line.starts_with("Catches")).unwrap_or_default();
            writeln!(out, "{:<22} {catches}", rule.name)?;
        }
        return Ok(Outcome::Clean);
    };
    if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
        write!(out, "{}", rule.page)?;
        return Ok(Outcome::Clean);
    }
    let near = crate::text::nearest(name, RULES.iter().map(|rule| rule.name), 1);
    let meant = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(CommandError::Usage(format!("there is no rule `{name}`{meant}")))
}
