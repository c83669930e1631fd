//! All rules, each with its page beside it.

mod phrases;

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
    "uncited-statement" uncited_statement: Sources, Warning;
    "low-coverage" low_coverage: Sources, Warning;
    "unused-claim" unused_claim: Sources, Note;
    "origin-unknown" origin_unknown: Sources, Warning;
    "incomplete-chain" incomplete_chain: Sources, Warning;
    "missing-publisher" missing_publisher: Sources, Error;
    "circular-attribution" circular_attribution: Sources, Error;
    "one-way" one_way: Sources, Note;
    "wire-counted-twice" wire_counted_twice: Sources, Error;
    "plural-sources-one" plural_sources_one: Sources, Warning;
    "sole-interested-party" sole_interested_party: Sources, Warning;
    "vague-attribution" vague_attribution: Sources, Warning;
    "unjustified-anonymity" unjustified_anonymity: Sources, Error;
    "anonymous-opinion" anonymous_opinion: Sources, Error;
    "anonymous-serious-solo" anonymous_serious_solo: Sources, Error;

    "overstated-status" overstated_status: Standing, Error;
    "missing-supersession" missing_supersession: Standing, Error;
    "verified-contradiction" verified_contradiction: Standing, Error;
    "stale-claim" stale_claim: Standing, Warning;
    "status-without-history" status_without_history: Standing, Error;
    "withdrawn-support" withdrawn_support: Standing, Error;
    "superseded-as-current" superseded_as_current: Standing, Error;

    "quote-not-in-document" quote_not_in_document: Words, Error;
    "altered-quote" altered_quote: Words, Error;
    "unlocated-quote" unlocated_quote: Words, Warning;
    "dropped-hedge" dropped_hedge: Words, Error;
    "undisclosed-translation" undisclosed_translation: Words, Warning;
    "borrowed-quotation-marks" borrowed_quotation_marks: Words, Warning;
    "undated-utterance" undated_utterance: Words, Warning;

    "reported-before-it-happened" reported_before_it_happened: Dates, Error;
    "impossible-times" impossible_times: Dates, Error;
    "unresolved-relative-date" unresolved_relative_date: Dates, Error;
    "undeclared-inference" undeclared_inference: Dates, Warning;
    "wrong-weekday" wrong_weekday: Dates, Error;
    "missing-time-zone" missing_time_zone: Dates, Warning;

    "no-reply-sought" no_reply_sought: Fairness, Error;
    "short-reply-window" short_reply_window: Fairness, Warning;
    "reply-not-shown" reply_not_shown: Fairness, Error;
    "unknown-person" unknown_person: Fairness, Warning;
    "conflicting-roles" conflicting_roles: Fairness, Warning;
    "headcount-mismatch" headcount_mismatch: Fairness, Warning;

    "silent-change" silent_change: Record, Error;
    "lost-address" lost_address: Record, Error;
    "broken-record" broken_record: Record, Error;
    "incomplete-correction" incomplete_correction: Record, Error;
    "stale-sign-off" stale_sign_off: Record, Error;
    "missing-sign-off" missing_sign_off: Record, Warning;
    "no-kept-copy" no_kept_copy: Record, Error;
    "changed-copy" changed_copy: Record, Error;

    "picture-rights" picture_rights: Pictures, Error;
    "unlabelled-symbol-picture" unlabelled_symbol_picture: Pictures, Warning;

    "leans-on-withheld" leans_on_withheld: Secrets, Error;
    "revealing-id" revealing_id: Secrets, Error;
    "telling-tie" telling_tie: Secrets, Warning;
    "secret-in-output" secret_in_output: Secrets, Error;
}
