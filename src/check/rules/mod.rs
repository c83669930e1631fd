//! All rules, each with its page beside it.

use super::rule::Rule;
use crate::diagnostic::Level;

mod leans_on_withheld;
mod missing_supersession;
mod overstated_status;
mod revealing_id;
mod unsourced_claim;

/// Every rule, by group and in the order in which `casebook explain` lists them.
pub const RULES: &[Rule] = &[
    rule("unsourced-claim", Level::Error, include_str!("unsourced_claim.md"), unsourced_claim::look),
    rule("overstated-status", Level::Error, include_str!("overstated_status.md"), overstated_status::look),
    rule(
        "missing-supersession",
        Level::Error,
        include_str!("missing_supersession.md"),
        missing_supersession::look,
    ),
    rule("leans-on-withheld", Level::Error, include_str!("leans_on_withheld.md"), leans_on_withheld::look),
    rule("revealing-id", Level::Error, include_str!("revealing_id.md"), revealing_id::look),
];

const fn rule(
    name: &'static str,
    level: Level,
    page: &'static str,
    look: fn(&crate::model::Record) -> Vec<super::Found>,
) -> Rule {
    Rule { name, level, page, look }
}
