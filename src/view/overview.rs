//! Pages that show the report as a whole: the front page, lists, corrections, the method, the index.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::{Book, marks};
use super::changes::correction;
use super::lines::size;
use super::names;
use super::pages::{
    Choice, ClaimsPage, CorrectionsPage, FrontPage, Letter, ListPage, MethodPage, MethodStanding,
    NotFoundPage, RedirectPage, SearchPage,
};
use super::parts::{ClaimLine, Link};
use super::view::Page;
use super::words;
use crate::model::{Any, Article, Key, Kind, Speaker};

/// How many changes the front page shows.
const LATEST: usize = 10;
/// How many claims of each standing the front page shows.
const OF_EACH: usize = 8;

impl Book<'_> {
    pub(super) fn front(&self) -> FrontPage {
        let lead = self.lead();
        let others = self.order.articles.iter().filter(|key| Some(**key) != lead);
        let report = &self.facts.report;
        FrontPage {
            head: self.head(&Page::Front, &report.title, report.summary.as_deref().unwrap_or_default()),
            lead: lead.and_then(|key| self.article_line(key)),
            articles: others.filter_map(|key| self.article_line(*key)).collect(),
            events: self.event_lines(&self.order.dates),
            standings: self.by_standing(OF_EACH),
            changes: self.changes(self.log.changed().take(LATEST)),
        }
    }

    /// The article that the front page leads with: in the report's own language if there is one, and the only one
    /// there is, if there is but one.
    fn lead(&self) -> Option<Key<Article>> {
        let leading = || self.facts.articles.iter().filter(|(_, article)| article.lead);
        let own = leading().find(|(_, article)| self.language_of(article) == self.facts.report.language);
        let only = if let [only] = &self.order.articles[..] { Some(*only) } else { None };
        own.or_else(|| leading().next()).map(|(key, _)| key).or(only)
    }

    fn by_standing(&self, most: usize) -> Vec<super::pages::StandingGroup> {
        let mut groups: [Vec<Arc<ClaimLine>>; words::LEGEND.len()] = Default::default();
        for (group, keys) in groups.iter_mut().zip(&self.standings) {
            *group = self.claims(keys);
        }
        self.grouped(groups, most)
    }

    pub(super) fn list(&self, kind: Kind) -> ListPage {
        let speakers: Vec<Speaker> = match kind {
            Kind::Person => self.order.people.iter().map(|key| Speaker::Person(*key)).collect(),
            Kind::Organisation => {
                self.order.organisations.iter().map(|key| Speaker::Organisation(*key)).collect()
            }
            Kind::Source => self.order.sources.iter().map(|key| Speaker::Source(*key)).collect(),
            Kind::Document | Kind::Date | Kind::Claim | Kind::Article => Vec::new(),
        };
        let entries: Vec<_> = speakers.into_iter().filter_map(|speaker| self.entry_line(speaker)).collect();
        let documents =
            if kind == Kind::Document { self.document_lines(&self.order.documents) } else { Vec::new() };
        let events = if kind == Kind::Date { self.event_lines(&self.order.dates) } else { Vec::new() };
        let articles = if kind == Kind::Article { &self.order.articles[..] } else { &[] };
        let articles: Vec<_> = articles.iter().filter_map(|key| self.article_line(*key)).collect();
        let names = entries.iter().map(|entry| entry.name.as_str());
        let names = names.chain(documents.iter().map(|document| document.title.as_str()));
        let names = names.chain(events.iter().map(|event| event.title.as_str()));
        let names: Vec<&str> = names.chain(articles.iter().map(|article| article.title.as_str())).collect();
        let description = if names.is_empty() {
            words::empty(kind).to_owned()
        } else {
            format!("{}: {}", words::list_about(kind, size(names.len())), names.join(", "))
        };
        ListPage {
            head: self.head(&Page::List(kind), words::list_title(kind), &description),
            entries,
            documents,
            articles,
            events,
            empty: words::empty(kind).to_owned(),
        }
    }

    pub(super) fn claims_page(&self) -> ClaimsPage {
        let there = words::LEGEND.iter().zip(&self.standings).filter(|(_, claims)| !claims.is_empty());
        let parts: Vec<String> =
            there.map(|(status, claims)| format!("{} {}", claims.len(), status.word())).collect();
        let description = if parts.is_empty() {
            words::empty(Kind::Claim).to_owned()
        } else {
            format!(
                "{}: {}.",
                words::list_about(Kind::Claim, size(self.order.claims.len())),
                words::listed(&parts)
            )
        };
        ClaimsPage {
            head: self.head(&Page::List(Kind::Claim), words::list_title(Kind::Claim), &description),
            standings: self.by_standing(usize::MAX),
        }
    }

    pub(super) fn corrections(&self) -> CorrectionsPage {
        let corrections = self.log.all.iter().filter(|one| correction(self.facts, **one).is_some());
        let changes = self.changes(corrections.copied());
        let description = match changes.first() {
            None => words::NO_CORRECTIONS.to_owned(),
            Some(latest) => {
                let count = words::many(size(changes.len()), "change", "changes");
                format!(
                    "{} to what we had said; the latest concerns {}.",
                    words::capital(&count),
                    words::quoted(&latest.subject.words)
                )
            }
        };
        CorrectionsPage { head: self.head(&Page::Corrections, words::CORRECTIONS, &description), changes }
    }

    pub(super) fn method(&self) -> MethodPage {
        let needed = self.facts.report.policy.corroborated_origins;
        let counts =
            words::LEGEND.iter().zip(&self.standings).map(|(status, claims)| (*status, size(claims.len())));
        let standings = marks(counts, needed).into_iter().zip(words::LEGEND);
        let claims = || self.facts.claims.values();
        let adverse = || claims().filter(|claim| !claim.adverse_to.is_empty());
        let answered = adverse().filter(|claim| {
            let mut parties = claim.adverse_to.iter();
            parties.all(|party| claim.responses.iter().any(|response| response.party.value == party.value))
        });
        let opened = self.facts.documents.values().filter(|document| document.accessed.is_some()).count();
        MethodPage {
            head: self.head(&Page::Method, words::METHOD, words::METHOD_ABOUT),
            standings: standings
                .map(|(mark, status)| MethodStanding { mark, takes: words::takes(status, needed) })
                .collect(),
            adverse: size(adverse().count()),
            answered: size(answered.count()),
            single: size(claims().filter(|claim| claim.support.origins == 1).count()),
            opened: size(opened),
            known_of: size(self.order.documents.len() - opened),
            record: self.record(),
        }
    }

    pub(super) fn search(&self) -> SearchPage {
        let mut all: Vec<(String, Link)> = Vec::new();
        let listed = self.facts.entries().filter(|(any, _)| !matches!(any, Any::Claim(_) | Any::Date(_)));
        for (any, entry) in listed {
            let Some(link) = names::link(self.facts, any) else { continue };
            for other in &entry.also {
                let words = words::see(&other.value, &link.words);
                all.push((names::sort_key(&other.value), Link { words, ..link.clone() }));
            }
            all.push((names::sort_key(&link.words), link));
        }
        all.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.address.cmp(&other.address)));
        // What begins with no letter stands at the end.
        let mut letters: BTreeMap<(bool, String), Vec<Link>> = BTreeMap::new();
        for (key, link) in all {
            let first = key.chars().next().filter(|first| first.is_alphabetic());
            let letter = first.map_or_else(|| "#".to_owned(), |first| first.to_uppercase().collect());
            letters.entry((first.is_none(), letter)).or_default().push(link);
        }
        let letters: Vec<Letter> =
            letters.into_iter().map(|((_, letter), links)| Letter { letter, links }).collect();
        let kinds = <Kind as crate::Vocabulary>::ALL.iter();
        let there = |kind: &&Kind| self.facts.entries().any(|(any, _)| any.kind() == **kind);
        let kinds =
            kinds.filter(there).map(|kind| Choice { word: kind.word(), words: words::list_title(*kind) });
        SearchPage {
            head: self.head(&Page::Search, words::SEARCH, words::SEARCH_ABOUT),
            kinds: kinds.collect(),
            letters,
        }
    }

    pub(super) fn not_found(&self) -> NotFoundPage {
        NotFoundPage { head: self.head(&Page::NotFound, words::NOT_FOUND, words::NOT_FOUND_ABOUT) }
    }

    pub(super) fn moved_page(&self, from: &str, to: &Link) -> RedirectPage {
        let page = Page::Redirect { from: from.to_owned(), to: to.clone() };
        RedirectPage { head: self.head(&page, &to.words, &words::moved(&to.words)), to: to.clone() }
    }
}
