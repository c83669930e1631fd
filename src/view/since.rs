//! What changed last, for a reader who was here before: each change with the mark by which their browser knows it again.
//!
//! Browsers compare marks, never days: what was published late counts as new, however old it says it is.

use super::book::Book;
use super::changes::{Logged, correction};
use super::words;
use crate::ledger::sha256;
use crate::model::{Any, Claim, Key};

/// How many changes browsers are told of: the file must stay small.
const MOST: usize = 100;
/// How many letters of a claim or a title are told.
const LONGEST: usize = 120;

/// The newest changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// What tells this report from others on the same host: its address, or else its title.
    pub site: String,
    /// How many changes there are in all.
    pub count: usize,
    /// The newest of them, newest first.
    pub changes: Vec<Changed>,
}

/// One of the newest changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The beginning of a digest of what it is: the same as long as the change is, also under another address.
    pub mark: String,
    /// The address of what it concerns.
    pub address: String,
    /// What that is called.
    pub words: String,
    /// `standing`, or what sort of correction it is.
    pub kind: &'static str,
    /// The standing since, where that changed.
    pub status: Option<&'static str>,
}

impl Book<'_> {
    /// What changed last.
    #[must_use]
    pub fn since(&self) -> Since {
        let report = &self.facts.report;
        let newest = self.log.changed().take(MOST);
        Since {
            site: report.base_url.clone().unwrap_or_else(|| report.title.clone()),
            count: self.log.changed().count(),
            changes: newest.filter_map(|logged| self.since_when(logged)).collect(),
        }
    }

    fn since_when(&self, logged: Logged) -> Option<Changed> {
        let change = self.change(logged)?;
        let subject = match logged {
            Logged::Standing(day, one) => Any::Claim(self.claim_moved(day, one)?),
            Logged::Claim(key, _) => Any::Claim(key),
            Logged::Article(key, _) => Any::Article(key),
        };
        let entry = self.facts.entry(subject)?;
        // Renamed, it keeps its first id among the old ones.
        let id = entry.was.first().map_or_else(|| entry.id.as_str(), |first| first.value.as_str());
        let date = self.log.date(self.facts, logged)?.as_typed();
        let mut told = vec![subject.kind().word(), id, date, change.kind, change.status.unwrap_or_default()];
        // The reason for a standing may be put in better words later; a correction is its words.
        if correction(self.facts, logged).is_some() {
            let words = [&change.said, &change.now, &change.why];
            told.extend(words.map(|words| words.as_deref().unwrap_or_default()));
        }
        let mark = sha256(told.join("\n")).to_string().chars().take(8).collect();
        Some(Changed {
            mark,
            address: change.subject.address,
            words: words::cut(&change.subject.words, LONGEST),
            kind: change.kind,
            status: change.status,
        })
    }

    fn claim_moved(&self, day: usize, one: usize) -> Option<Key<Claim>> {
        Some(self.log.days.get(day)?.moves.get(one)?.claim)
    }
}

impl Changed {
    /// Whether a standing changed; otherwise we corrected our own words.
    #[must_use]
    pub fn is_standing(&self) -> bool {
        self.status.is_some()
    }
}
