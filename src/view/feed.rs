//! Feeds and the sitemap, before they are written. Their dates come from the content alone.

use jiff::Timestamp;

use super::book::Book;
use super::view::Page;
use super::{address, words};
use crate::model::{Article, Claim, Correction, Date, Key};
use crate::speech::told;

/// A feed: articles, or corrections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it is called.
    pub title: String,
    /// Its address from the report's top: `feed.xml`.
    pub address: String,
    /// When the newest of its entries was last changed (RFC 3339).
    pub updated: String,
    /// Its entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// Something new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// What it is called.
    pub title: String,
    /// The address of its page, from the report's top.
    pub address: String,
    /// When it was last changed (RFC 3339).
    pub updated: String,
    /// When it was first published (RFC 3339).
    pub published: Option<String>,
    /// What it tells, in a line or two.
    pub summary: Option<String>,
    /// What it is known by for good: an IRI, or words that no other entry of the report's feeds has.
    pub id: String,
}

impl Book<'_> {
    /// The feeds of the report: articles, and corrections. They are there from the first day on, so that readers can
    /// wait for what they will hold.
    #[must_use]
    pub fn feeds(&self) -> Vec<Feed> {
        let title = &self.facts.report.title;
        let articles = self.order.articles.iter().filter_map(|key| self.article_entry(*key)).collect();
        let corrections = self.log.all.iter().filter_map(|logged| match *logged {
            super::changes::Logged::Standing(..) => None,
            super::changes::Logged::Claim(key, at) => self.claim_correction(key, at),
            super::changes::Logged::Article(key, at) => self.article_correction(key, at),
        });
        let corrections = corrections.collect();
        vec![
            self.feed(title.clone(), "feed.xml", articles),
            self.feed(
                told!(self.speech, "feed-of-corrections", report = title),
                "corrections.xml",
                corrections,
            ),
        ]
    }

    /// Every page that search engines may list, with the day on which what it shows last changed (W3C Datetime).
    #[must_use]
    pub fn sitemap(&self) -> Vec<(String, Option<String>)> {
        let listed = |page: &Page| !matches!(page, Page::Redirect { .. } | Page::NotFound);
        let pages = self.pages().into_iter().filter(listed);
        pages
            .map(|page| {
                let changed = self.changed(&page);
                let day = changed.and_then(|date| date.counts_from(&self.facts.report.time_zone));
                (address::served(&self.address(&page)).to_owned(), day.map(|day| day.to_string()))
            })
            .collect()
    }

    fn feed(&self, title: String, address: &str, entries: Vec<FeedEntry>) -> Feed {
        let newest = entries.iter().map(|entry| entry.updated.clone()).max();
        let newest = newest.or_else(|| self.changed(&Page::Front).and_then(|date| self.instant(&date)));
        // A feed must say when it changed; one of a report without any date has not changed since time was counted.
        let updated = newest.unwrap_or_else(|| Timestamp::UNIX_EPOCH.to_string());
        Feed { title, address: address.to_owned(), updated, entries }
    }

    /// A date as an instant: a day counts from its start in the report's time zone, and what is not exact from the
    /// last day that it may mean.
    fn instant(&self, date: &Date) -> Option<String> {
        let zone = &self.facts.report.time_zone;
        let instant = match date.instant() {
            Some(instant) => instant,
            None => {
                zone.to_timestamp(date.counts_from(zone)?.to_datetime(jiff::civil::Time::midnight())).ok()?
            }
        };
        Some(instant.to_string())
    }

    /// An article without a date is in no feed: nobody could say since when it is new.
    fn article_entry(&self, key: Key<Article>) -> Option<FeedEntry> {
        let article = self.facts.articles.get(key)?;
        let published = article.date.as_ref().and_then(|date| self.instant(&date.value));
        let updated = article.updated.as_ref().and_then(|date| self.instant(&date.value));
        let gist = words::cut(&self.gist(article), SUMMARY);
        let address = address::entry(crate::model::Kind::Article, &article.entry.id);
        Some(FeedEntry {
            title: article.title.value.clone(),
            updated: updated.or_else(|| published.clone())?,
            published,
            summary: Some(gist).filter(|gist| !gist.is_empty()),
            id: address.clone(),
            address,
        })
    }

    fn claim_correction(&self, key: Key<Claim>, at: usize) -> Option<FeedEntry> {
        let claim = self.facts.claims.get(key)?;
        self.correction_entry(self.names.link(key)?, claim.corrections.get(at)?, at)
    }

    fn article_correction(&self, key: Key<Article>, at: usize) -> Option<FeedEntry> {
        let article = self.facts.articles.get(key)?;
        self.correction_entry(self.names.link(key)?, article.corrections.get(at)?, at)
    }

    fn correction_entry(
        &self,
        subject: super::Link,
        correction: &Correction,
        at: usize,
    ) -> Option<FeedEntry> {
        let updated = self.instant(&correction.date.value)?;
        let text = |field: &Option<crate::text::At<String>>| field.as_ref().map(|words| words.value.clone());
        let said = words::corrected(
            self.speech,
            text(&correction.said),
            text(&correction.now),
            text(&correction.why),
        );
        Some(FeedEntry {
            title: {
                let kind = told!(self.speech, "change-kind", kind = correction.kind.word());
                format!("{}: {}", words::capital(&kind), subject.words)
            },
            published: Some(updated.clone()),
            summary: Some(said).filter(|said| !said.is_empty()),
            // Corrections are listed in the order in which they were made, so an old one keeps its number.
            id: format!("{}#correction-{}", subject.address, at + 1),
            address: subject.address,
            updated,
        })
    }
}

/// How long the summary of an article may be.
const SUMMARY: usize = 400;
