//! The pictures that other sites show with links: which there are, and what is on them.

use super::book::Book;
use super::view::Page;
use super::words;
use crate::model::{Kind, Status};
use crate::speech::told;

/// What is on such a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// Its address from the report's top, without what its name tells of what it shows.
    pub address: String,
    /// The words.
    pub words: String,
    /// How they stand, where they are a claim.
    pub status: Option<Status>,
    /// That in words: `Unverified: …`.
    pub standing: Option<String>,
    /// The report.
    pub report: String,
}

/// With more claims than these, claims share the report's picture, and so do articles: a picture for each would take
/// longer than all else.
const MOST: usize = 300;

impl Book<'_> {
    /// Whether a page has a picture of its own.
    #[must_use]
    pub fn has_own_poster(&self, page: &Page) -> bool {
        match page {
            Page::Article(_) => self.order.articles.len() <= MOST,
            Page::Claim(_) => self.order.claims.len() <= MOST,
            _ => false,
        }
    }

    /// The picture of a page: its own for articles and claims, the report's for all others. Nothing where the report has
    /// no `base_url`: nobody could find it.
    #[must_use]
    pub fn poster(&self, page: &Page) -> Option<Poster> {
        self.facts.report.base_url.as_ref()?;
        let report = self.facts.report.title.clone();
        let of = |kind: Kind, id: &str, words: &str, status: Option<Status>| Poster {
            address: format!("og/{}/{id}", kind.section()),
            words: words.to_owned(),
            status,
            standing: status.map(|status| {
                let (status, words) = (status.word(), words::standing(self.speech, status));
                words::capital(&told!(self.speech, "status-of", status = status, words = &words))
            }),
            report: report.clone(),
        };
        Some(match page {
            Page::Article(key) if self.has_own_poster(page) => {
                let article = self.facts.articles.get(*key)?;
                of(Kind::Article, article.entry.id.as_str(), &article.title.value, None)
            }
            Page::Claim(key) if self.has_own_poster(page) => {
                let claim = self.facts.claims.get(*key)?;
                of(Kind::Claim, claim.entry.id.as_str(), &claim.text.value, Some(claim.status.value))
            }
            _ => Poster {
                address: "og/report".to_owned(),
                words: report.clone(),
                status: None,
                standing: None,
                report: self.facts.report.publisher.name.clone().unwrap_or_default(),
            },
        })
    }

    /// Every one of them, each once.
    #[must_use]
    pub fn posters(&self) -> Vec<Poster> {
        let pages = self.pages();
        let own = pages.iter().filter(|page| **page == Page::Front || self.has_own_poster(page));
        let mut posters: Vec<Poster> = own.filter_map(|page| self.poster(page)).collect();
        posters.sort_by(|one, other| one.address.cmp(&other.address));
        posters.dedup();
        posters
    }
}
