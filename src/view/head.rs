//! What every page has: its title, where it stands, when it last changed.

use super::book::{Book, subject_of};
use super::changes::correction;
use super::parts::{Band, Head, Link};
use super::view::Page;
use super::{address, words};
use crate::model::{Any, Article, Claim, Date, Key, Kind, Speaker, Withheld};

/// How long a description may be for search engines to show all of it.
const DESCRIPTION: usize = 160;

impl Book<'_> {
    pub(super) fn head(&self, page: &Page, title: &str, description: &str) -> Head {
        let address = self.address(page);
        let root = match page {
            Page::NotFound => {
                self.facts.report.base_url.as_deref().map_or_else(|| "/".to_owned(), address::path_of)
            }
            _ => address::root(&address),
        };
        let language = match page {
            Page::Article(key) => self.facts.articles.get(*key).map(|article| self.language_of(article)),
            _ => None,
        };
        let description = words::cut(description, DESCRIPTION);
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        Head {
            description: if description.is_empty() { words::cut(&title, DESCRIPTION) } else { description },
            title,
            // Of the card and the page of a claim, the page is the one to find.
            canonical: self.permalink(&match page {
                Page::Embed(key) => self.names.address_of(Any::Claim(*key)).unwrap_or_default(),
                _ => address.clone(),
            }),
            address,
            root,
            kind: kind(page),
            language: language.unwrap_or_else(|| self.facts.report.language.clone()),
            crumbs: self.crumbs(page),
            changed: self.changed(page).map(|date| self.when(&date, &[])),
            band: self.band(page),
        }
    }

    /// The way from the front page.
    fn crumbs(&self, page: &Page) -> Vec<Link> {
        let front = || Link {
            address: "index.html".to_owned(),
            words: self.speech.say("page-front").to_owned(),
            kind: "page",
        };
        let list = |kind: Kind| {
            let list = Link {
                address: address::list(kind),
                words: words::list_title(self.speech, kind),
                kind: "page",
            };
            vec![front(), list]
        };
        match page {
            Page::Front => Vec::new(),
            Page::Person(_) => list(Kind::Person),
            Page::Organisation(_) => list(Kind::Organisation),
            Page::Source(_) => list(Kind::Source),
            Page::Document(_) => list(Kind::Document),
            Page::Claim(_) | Page::MoreClaims(_) => list(Kind::Claim),
            Page::Article(_) => list(Kind::Article),
            Page::Date(_) | Page::AsKnown(_) => {
                let timeline = Link {
                    address: "timeline.html".to_owned(),
                    words: self.speech.say("page-timeline").to_owned(),
                    kind: "page",
                };
                vec![front(), timeline]
            }
            _ => vec![front()],
        }
    }

    /// The full address of a page, where the report has a `base_url`.
    pub(super) fn permalink(&self, address: &str) -> Option<String> {
        Some(address::permalink(self.facts.report.base_url.as_ref()?, address))
    }

    fn band(&self, page: &Page) -> Option<Band> {
        let unpublished = self.public.unpublished(subject_of(page)?)?;
        let why = unpublished.why.map(|why| match why {
            Withheld::Draft => self.speech.say("band-draft").to_owned(),
            Withheld::Embargo(until) => words::embargo(self.speech, until, &self.facts.report.time_zone),
        });
        Some(Band { why, notes: unpublished.notes.clone() })
    }

    /// When what a page shows last changed, as far as the sheets say.
    pub(super) fn changed(&self, page: &Page) -> Option<Date> {
        let newest = |logged: Option<&super::changes::Logged>| self.log.date(self.facts, *logged?).cloned();
        let newest_article = || {
            let articles = self.facts.articles.values();
            articles
                .filter_map(|article| article.updated.as_ref().or(article.date.as_ref()))
                .map(|date| &date.value)
                .max()
        };
        match page {
            Page::Claim(key) | Page::Embed(key) => self.claim_changed(*key).cloned(),
            Page::Person(key) => self.speaker_changed(Speaker::Person(*key)),
            Page::Organisation(key) => self.speaker_changed(Speaker::Organisation(*key)),
            Page::Source(key) => self.speaker_changed(Speaker::Source(*key)),
            Page::Document(key) => {
                let links = self.backlinks.document(*key);
                let used = links.evidence.iter().map(|at| at.claim);
                self.newest(used.chain(links.about.iter().copied()))
            }
            Page::Date(key) => self.newest(self.backlinks.date(*key).about.iter().copied()),
            Page::Article(key) => self.article_changed(*key),
            Page::AsKnown(day) => Some(Date::of_day(*day)),
            Page::Front => newest(self.log.all.first()).max(newest_article().cloned()),
            Page::List(Kind::Article) => newest_article().cloned(),
            Page::List(_) | Page::MoreClaims(_) | Page::Attribution | Page::Timeline => {
                newest(self.log.all.first())
            }
            Page::Corrections => {
                newest(self.log.all.iter().find(|logged| correction(self.facts, **logged).is_some()))
            }
            _ => None,
        }
    }

    /// When what is said of somebody, by them or through them last changed.
    fn speaker_changed(&self, speaker: Speaker) -> Option<Date> {
        let links = self.backlinks.speaker(speaker);
        let pieces = links.origin.iter().chain(&links.passed_on).map(|at| at.claim);
        let claims = links.about.iter().chain(&links.adverse).chain(&links.said);
        self.newest(claims.copied().chain(pieces))
    }

    fn newest(&self, claims: impl Iterator<Item = Key<Claim>>) -> Option<Date> {
        claims.filter_map(|key| self.claim_changed(key)).max().cloned()
    }

    fn claim_changed(&self, key: Key<Claim>) -> Option<&Date> {
        let claim = self.facts.claims.get(key)?;
        let standings = claim.history.iter().map(|standing| &standing.date);
        let corrections = claim.corrections.iter().map(|correction| &correction.date);
        standings.chain(corrections).chain(&claim.reviewed).map(|date| &date.value).max()
    }

    fn article_changed(&self, key: Key<Article>) -> Option<Date> {
        let article = self.facts.articles.get(key)?;
        let corrections = article.corrections.iter().map(|correction| &correction.date);
        corrections.chain(&article.updated).chain(&article.date).map(|date| &date.value).max().cloned()
    }
}

/// What sort of page it is.
fn kind(page: &Page) -> &'static str {
    match page {
        Page::Front => "front",
        Page::List(kind) => kind.section(),
        Page::MoreClaims(_) => Kind::Claim.section(),
        Page::Person(_) => Kind::Person.word(),
        Page::Organisation(_) => Kind::Organisation.word(),
        Page::Source(_) => Kind::Source.word(),
        Page::Document(_) => Kind::Document.word(),
        Page::Date(_) => Kind::Date.word(),
        Page::Claim(_) => Kind::Claim.word(),
        Page::Embed(_) => "embed",
        Page::Article(_) => Kind::Article.word(),
        Page::Timeline => "timeline",
        Page::Attribution => "attribution",
        Page::AsKnown(_) => "as-known",
        Page::Corrections => "corrections",
        Page::Method => "method",
        Page::Search => "search",
        Page::NotFound => "not-found",
        Page::Redirect { .. } => "redirect",
    }
}
