//! The editors' desk: what an editor wants in one look, as one page that asks nothing of anybody.
//!
//! It shows what is not public, drafts and notes, and says so; who a confidential source is it never shows. It is a
//! plain function from what was read and found to HTML, and knows no files.

mod accusations;
mod ages;
mod articles;
mod changes;
mod findings;
mod matrix;
mod names;
mod page;
mod reliance;
mod signatures;
mod unread;
mod withheld;

use jiff::Timestamp;
use jiff::civil::Date as Day;

use crate::copies::Copies;
use crate::diagnostic::{Excepted, Finding, Level};
use crate::ledger::Ledger;
use crate::model::Record;
use crate::reading::Reading;
use crate::text::Inputs;

/// What is laid on the desk.
#[derive(Debug, Clone, Copy)]
pub struct Laid<'d> {
    /// All that was read, linked into one.
    pub record: &'d Record,
    /// The articles, sentence by sentence.
    pub reading: &'d Reading,
    /// The kept copies, as far as they could be compared.
    pub copies: &'d Copies,
    /// What was signed, and what was published.
    pub ledger: &'d Ledger,
    /// The texts, for the places that are named.
    pub inputs: &'d Inputs,
    /// What stands, in order.
    pub findings: &'d [Finding],
    /// What an exception lowered, raised or silenced.
    pub excepted: &'d [Excepted],
    /// From which level on a finding stops the publication.
    pub bar: Level,
    /// Now.
    pub now: Timestamp,
}

impl Laid<'_> {
    /// Today, in the report's time zone.
    fn today(&self) -> Day {
        self.record.facts.report.time_zone.to_datetime(self.now).date()
    }
}

/// The page: HTML with its style and script in it, and a policy by which a browser loads nothing else.
///
/// # Panics
/// Never: the template is compiled in, and tests render it.
#[must_use]
pub fn desk(laid: &Laid<'_>) -> String {
    page::render(&page::Desk::of(laid))
}
