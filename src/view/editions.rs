//! When a claim or an article was published, and what had changed each time, from the record of publications.

use super::book::Book;
use super::lines::size;
use super::pages::RecordLine;
use super::parts::Edition;
use crate::ledger::{Publication, PublishedArticle, PublishedClaim, RECORD};
use crate::model::{Article, Claim, Date, Status};
use crate::speech::{Speech, told};

impl Book<'_> {
    /// When a claim was published, newest first.
    pub(super) fn claim_editions(&self, claim: &Claim) -> Vec<Edition> {
        let mut before: Option<&PublishedClaim> = None;
        let mut editions = Vec::new();
        for publication in self.publications {
            let Some(published) = claim.entry.ids().find_map(|id| publication.claims.get(id)) else {
                continue;
            };
            let what = before.map_or_else(
                || self.speech.say("edition-first").to_owned(),
                |before| changed(self.speech, before, published),
            );
            editions.push(self.edition(
                publication,
                what,
                Some(published.status),
                published.sha256.to_string(),
            ));
            before = Some(published);
        }
        editions.reverse();
        editions
    }

    /// When an article was published, newest first.
    pub(super) fn article_editions(&self, article: &Article) -> Vec<Edition> {
        let mut before: Option<&PublishedArticle> = None;
        let mut editions = Vec::new();
        for publication in self.publications {
            let Some(published) = article.entry.ids().find_map(|id| publication.articles.get(id)) else {
                continue;
            };
            let what = match before {
                None => "edition-first",
                Some(before) if before.words != published.words => "edition-words",
                Some(before) if before.sha256 != published.sha256 => "edition-beside",
                Some(_) => "edition-moved",
            };
            editions.push(self.edition(
                publication,
                self.speech.say(what).to_owned(),
                None,
                published.sha256.to_string(),
            ));
            before = Some(published);
        }
        editions.reverse();
        editions
    }

    /// The record as a whole.
    pub(super) fn record(&self) -> Option<RecordLine> {
        let last = self.publications.last()?;
        Some(RecordLine {
            publications: size(self.publications.len()),
            date: self.when(&self.day_of(last), &[]),
            sha256: last.sha256.to_string(),
            address: RECORD,
        })
    }

    fn edition(
        &self,
        publication: &Publication,
        what: String,
        status: Option<Status>,
        sha256: String,
    ) -> Edition {
        Edition {
            number: publication.number,
            date: self.when(&self.day_of(publication), &[]),
            what,
            status: status.map(Status::word),
            sha256,
        }
    }

    fn day_of(&self, publication: &Publication) -> Date {
        Date::of_day(self.facts.report.time_zone.to_datetime(publication.at).date())
    }
}

fn changed(speech: &Speech, before: &PublishedClaim, published: &PublishedClaim) -> String {
    let words = before.words != published.words;
    let standing = before.status != published.status;
    let stood = before.status.word();
    match (words, standing) {
        (true, true) => told!(speech, "edition-words-and-standing", status = stood),
        (true, false) => speech.say("edition-words").to_owned(),
        (false, true) => told!(speech, "edition-stood", status = stood),
        (false, false) if before.sha256 != published.sha256 => speech.say("edition-evidence").to_owned(),
        (false, false) => speech.say("edition-moved").to_owned(),
    }
}
