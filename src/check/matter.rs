//! What is laid before the rules.

use jiff::civil::Date as Day;

use crate::copies::Copies;
use crate::ledger::Ledger;
use crate::model::{Claim, Facts, Key, Record};
use crate::reading::Reading;
use crate::text::Inputs;

/// All that a rule may look at. Whatever takes long to find out and serves several rules is found out once, and is
/// here.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'m> {
    /// All that was read, linked into one.
    pub record: &'m Record,
    /// The entries of which findings are wanted, where not of all.
    pub part: Option<&'m Facts>,
    /// The articles that are asked about, sentence by sentence, and all claims.
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

impl<'m> Matter<'m> {
    /// The entries that are asked about: what a rule is to judge. What they lead to stands in [`record`](Self::record).
    #[must_use]
    pub fn asked(&self) -> &'m Facts {
        self.part.unwrap_or(&self.record.facts)
    }

    /// The claims that are asked about, but for those of which not all could be read: what is missing is held against
    /// nobody.
    pub fn claims(&self) -> impl Iterator<Item = (Key<Claim>, &'m Claim)> + use<'m> {
        self.asked().claims.iter().filter(|(_, claim)| claim.whole)
    }
}
