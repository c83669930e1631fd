//! All rules, each with its page beside it.

use super::rule::{Group, Rule};
use crate::diagnostic::Level;

/// Declares the rules: name, group and level to a line, by group and in the order in which `casebook explain` lists
/// them. The function stands in a file of that name, and the page beside it.
macro_rules! rules {
    ($( $name:literal $file:ident: $group:ident, $level:ident; )+) => {
        $( mod $file; )+

        /// Every rule.
        pub const RULES: &[Rule] = &[$( Rule {
            name: $name,
            group: Group::$group,
            level: Level::$level,
            page: include_str!(concat!(stringify!($file), ".md")),
            look: $file::LOOK,
        } ),+];
    };
}

rules! {
    "unsourced-claim" unsourced_claim: Sources, Error;

    "overstated-status" overstated_status: Standing, Error;
    "missing-supersession" missing_supersession: Standing, Error;

    "unresolved-relative-date" unresolved_relative_date: Dates, Error;
    "undeclared-inference" undeclared_inference: Dates, Warning;
    "wrong-weekday" wrong_weekday: Dates, Error;

    "headcount-mismatch" headcount_mismatch: Fairness, Warning;

    "leans-on-withheld" leans_on_withheld: Secrets, Error;
    "revealing-id" revealing_id: Secrets, Error;
}
