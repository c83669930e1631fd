//! The report itself: `content/report.yaml`.

use super::{Id, Status};
use crate::diagnostic::Level;
use crate::text::At;

/// What the report is called, who answers for it, and what it holds itself to.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// What it is about, in a line or two.
    pub summary: Option<String>,
    /// The language of the interface and, where nothing else is said, of the text (BCP 47).
    pub language: String,
    /// Where it will be published: http or https, ending in `/`.
    pub base_url: Option<String>,
    /// The theme's folder below `themes/`.
    pub theme: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Under which licence (SPDX).
    pub licence: Option<String>,
    /// In which a day begins and ends.
    pub time_zone: jiff::tz::TimeZone,
    /// Its name in the IANA data base: `Europe/Berlin`.
    pub time_zone_name: String,
    /// Whether HTML in articles is let through, made safe; otherwise it is shown as it was typed.
    pub raw_html: bool,
    /// What the report holds itself to.
    pub policy: Policy,
    /// Rules raised, lowered or switched off.
    pub exceptions: Vec<Exception>,
}

/// Who publishes the report.
#[derive(Debug, Clone, Default)]
pub struct Publisher {
    /// Their name.
    pub name: Option<String>,
    /// Their address on the web.
    pub url: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
}

crate::words! {
    /// As what somebody reads and signs.
    pub enum SigningRole {
        /// Whether it is so, and the evidence shows it.
        FactCheck = "fact-check",
        /// Whether it may be said.
        Legal = "legal",
        /// Whether we say it.
        Editor = "editor",
    }
}

/// The numbers a report holds itself to.
#[derive(Debug, Clone)]
pub struct Policy {
    /// How many independent origins, on as many ways, make a claim corroborated; 2 if not given.
    pub corroborated_origins: u32,
    /// After how many days a reported claim is stale; 90 if not given.
    pub stale_days: u32,
    /// How many hours somebody must have had to reply; 48 if not given.
    pub reply_hours: u32,
    /// The share of checkable sentences that must be carried by a claim, from 0 to 1; 0.9 if not given.
    pub coverage: f64,
    /// From which level on a finding stops the publication; errors if not given.
    pub deny: Level,
    /// Which roles must have signed claims of a status.
    pub sign_off_status: Vec<(Status, Vec<SigningRole>)>,
    /// Which roles must have signed claims that may harm somebody.
    pub sign_off_adverse: Vec<SigningRole>,
    /// Which roles must have signed the publication as a whole.
    pub sign_off_publication: Vec<At<SigningRole>>,
}

/// A rule raised, lowered or switched off, with the reason.
#[derive(Debug, Clone)]
pub struct Exception {
    /// The rule's name.
    pub rule: At<String>,
    /// For which entries; empty: for all.
    pub ids: Vec<At<Id>>,
    /// The level it then has; nothing: off.
    pub level: Option<Level>,
    /// Why.
    pub why: At<String>,
}
