//! What is laid before the rules.

use jiff::civil::Date as Day;

use crate::copies::Copies;
use crate::ledger::Ledger;
use crate::model::Record;
use crate::reading::Reading;
use crate::text::Inputs;

/// All that a rule may look at. Whatever takes long to find out and serves several rules is found out once, and is
/// here.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'m> {
    /// All that was read, linked into one.
    pub record: &'m Record,
    /// The articles, sentence by sentence.
    pub reading: &'m Reading,
    /// The texts themselves, for the words that were typed.
    pub inputs: &'m Inputs,
    /// The kept copies that are quoted.
    pub copies: &'m Copies,
    /// What was signed, and what was published.
    pub ledger: &'m Ledger,
    /// Whether everything typed could be read and linked: otherwise, what nothing seems to use may be used where it
    /// could not.
    pub sound: bool,
    /// Today, in the report's time zone.
    pub today: Day,
}
