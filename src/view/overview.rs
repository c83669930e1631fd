//! Pages that show the report as a whole: the front page, lists, corrections, the method, the index.

use std::sync::Arc;

use super::address;
use super::book::{Book, marks};
use super::changes::correction;
use super::lines::size;
use super::pages::{
    Choice, ClaimsPage, CorrectionsPage, FrontPage, Letter, ListPage, MethodPage, MethodStanding,
    NotFoundPage, RedirectPage, SearchPage, StandingGroup,
};
use super::parts::{ClaimLine, Link};
use super::view::Page;
use super::words;
use crate::model::{Any, Article, Key, Kind, Speaker};
use crate::speech::told;

/// How many changes the front page shows.
const LATEST: usize = 10;
/// How many claims of each standing the front page shows.
const OF_EACH: usize = 8;
/// How many articles, and how many dates, the front page shows: with more it would be no front page.
const ON_FRONT: usize = 24;
/// How many claims a part of their list holds.
const PART: usize = 500;

impl Book<'_> {
    pub(super) fn front(&self) -> FrontPage {
        let lead = self.lead();
        let others = self.order.articles.iter().filter(|key| Some(**key) != lead);
        let report = &self.facts.report;
        FrontPage {
            head: self.head(&Page::Front, &report.title, report.summary.as_deref().unwrap_or_default()),
            lead: lead.and_then(|key| self.article_line(key)),
            all_articles: (self.order.articles.len() > ON_FRONT).then(|| address::list(Kind::Article)),
            articles: others.take(ON_FRONT).filter_map(|key| self.article_line(*key)).collect(),
            events: self.event_lines(self.order.dates.get(..ON_FRONT).unwrap_or(&self.order.dates)),
            standings: self.by_standing(OF_EACH),
            changes: self.changes(self.log.changed().take(LATEST)),
        }
    }

    /// The article that the front page leads with: in the report's own language if there is one, and the only one
    /// there is, if there is but one.
    fn lead(&self) -> Option<Key<Article>> {
        let leading = || self.facts.articles.iter().filter(|(_, article)| article.lead.is_some());
        let own = leading().find(|(_, article)| self.language_of(article) == self.facts.report.language);
        let only = if let [only] = &self.order.articles[..] { Some(*only) } else { None };
        own.or_else(|| leading().next()).map(|(key, _)| key).or(only)
    }

    fn by_standing(&self, most: usize) -> Vec<StandingGroup> {
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
            words::empty(self.speech, kind)
        } else {
            format!("{}: {}", words::list_about(self.speech, kind, size(names.len())), names.join(", "))
        };
        ListPage {
            head: self.head(&Page::List(kind), &words::list_title(self.speech, kind), &description),
            entries,
            documents,
            articles,
            events,
            empty: words::empty(self.speech, kind),
        }
    }

    /// A part of the claims, by standing, counted from 1.
    pub(super) fn claims_page(&self, part: usize) -> ClaimsPage {
        let there = words::LEGEND.iter().zip(&self.standings).filter(|(_, claims)| !claims.is_empty());
        let parts: Vec<String> = there
            .map(|(status, claims)| {
                let count = size(claims.len());
                told!(self.speech, "status-count", count = count, status = status.word())
            })
            .collect();
        let description = if parts.is_empty() {
            words::empty(self.speech, Kind::Claim)
        } else {
            format!(
                "{}: {}.",
                words::list_about(self.speech, Kind::Claim, size(self.order.claims.len())),
                self.speech.all_of(&parts)
            )
        };
        let parts = self.parts_of_claims();
        let page = if part > 1 { Page::MoreClaims(part) } else { Page::List(Kind::Claim) };
        ClaimsPage {
            head: self.head(&page, &words::list_title(self.speech, Kind::Claim), &description),
            standings: self.standings_in(part),
            part: size(part),
            parts: size(parts),
            previous: (part > 1).then(|| address::claims(part - 1)),
            next: (part < parts).then(|| address::claims(part + 1)),
        }
    }

    /// How many parts the list of claims has.
    pub(super) fn parts_of_claims(&self) -> usize {
        self.order.claims.len().div_ceil(PART).max(1)
    }

    fn standings_in(&self, part: usize) -> Vec<StandingGroup> {
        let mut groups: [Vec<Arc<ClaimLine>>; words::LEGEND.len()] = Default::default();
        let here = (part - 1) * PART..part * PART;
        let mut place = 0;
        for (group, keys) in groups.iter_mut().zip(&self.standings) {
            for key in keys {
                if here.contains(&place) {
                    group.extend(self.claim(*key));
                }
                place += 1;
            }
        }
        let mut groups = self.grouped(groups, usize::MAX);
        for group in &mut groups {
            group.mark.claims = self.how_many_stand(group.mark.word);
        }
        groups
    }

    fn how_many_stand(&self, word: &str) -> u32 {
        let mut all = words::LEGEND.iter().zip(&self.standings);
        all.find(|(status, _)| status.word() == word).map_or(0, |(_, claims)| size(claims.len()))
    }

    /// The address of the first of all claims that stand so.
    pub(super) fn all_that_stand(&self, word: &str) -> String {
        let before =
            words::LEGEND.iter().zip(&self.standings).take_while(|(status, _)| status.word() != word);
        let before: usize = before.map(|(_, claims)| claims.len()).sum();
        format!("{}#standing-{word}", address::claims(before / PART + 1))
    }

    pub(super) fn corrections(&self) -> CorrectionsPage {
        let corrections = self.log.all.iter().filter(|one| correction(self.facts, **one).is_some());
        let changes = self.changes(corrections.copied());
        let description = match changes.first() {
            None => self.speech.say("about-corrections-none").to_owned(),
            Some(latest) => {
                let count = size(changes.len());
                let latest = latest.subject.words.trim();
                words::capital(&told!(self.speech, "about-corrections", count = count, latest = latest))
            }
        };
        CorrectionsPage {
            head: self.head(&Page::Corrections, self.speech.say("page-corrections"), &description),
            changes,
        }
    }

    pub(super) fn method(&self) -> MethodPage {
        let needed = self.facts.report.policy.corroborated_origins;
        let counts =
            words::LEGEND.iter().zip(&self.standings).map(|(status, claims)| (*status, size(claims.len())));
        let standings = marks(counts, needed, self.speech).into_iter().zip(words::LEGEND);
        let claims = || self.facts.claims.values();
        let adverse = || claims().filter(|claim| !claim.adverse_to.is_empty());
        let answered = adverse().filter(|claim| {
            let mut parties = claim.adverse_to.iter();
            parties.all(|party| claim.responses.iter().any(|response| response.party.value == party.value))
        });
        let opened = self.facts.documents.values().filter(|document| document.accessed.is_some()).count();
        MethodPage {
            head: self.head(&Page::Method, self.speech.say("page-method"), self.speech.say("about-method")),
            standings: standings
                .map(|(mark, status)| MethodStanding {
                    address: self.all_that_stand(mark.word),
                    mark,
                    takes: words::takes(self.speech, status, needed),
                })
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
        let mut all: Vec<(Vec<u8>, String, Link)> = Vec::new();
        let listed = self.facts.entries().filter(|(any, _)| !matches!(any, Any::Claim(_) | Any::Date(_)));
        for (any, entry) in listed {
            let Some(link) = self.names.link(any) else { continue };
            for other in &entry.also {
                let words = told!(self.speech, "see-other-name", other = &other.value, name = &link.words);
                let link = Link { words, ..link.clone() };
                all.push((self.speech.place(&other.value), other.value.clone(), link));
            }
            all.push((self.speech.place(&link.words), link.words.clone(), link));
        }
        all.sort_by(|(a, _, one), (b, _, other)| a.cmp(b).then_with(|| one.address.cmp(&other.address)));
        let mut letters: Vec<Letter> = Vec::new();
        let mut others = Vec::new();
        for (_, words, link) in all {
            let Some(letter) = self.letter(&words) else {
                others.push(link);
                continue;
            };
            match letters.last_mut().filter(|last| last.letter == letter) {
                Some(last) => last.links.push(link),
                None => letters.push(Letter { letter, links: vec![link] }),
            }
        }
        // What begins with no letter stands at the end.
        if !others.is_empty() {
            letters.push(Letter { letter: "#".to_owned(), links: others });
        }
        let kinds = <Kind as crate::Vocabulary>::ALL.iter();
        let there = |kind: &&Kind| self.facts.entries().any(|(any, _)| any.kind() == **kind);
        let kinds = kinds
            .filter(there)
            .map(|kind| Choice { word: kind.word(), words: words::list_title(self.speech, *kind) });
        SearchPage {
            head: self.head(&Page::Search, self.speech.say("page-search"), self.speech.say("about-search")),
            kinds: kinds.collect(),
            letters,
        }
    }

    /// Under which letter of the alphabet words stand, if they begin with one.
    fn letter(&self, words: &str) -> Option<String> {
        use unicode_normalization::UnicodeNormalization as _;
        let first =
            words.chars().find(|letter| letter.is_alphanumeric()).filter(|first| first.is_alphabetic())?;
        let plain =
            std::iter::once(first).nfd().next().filter(|plain| self.speech.same_letter(first, *plain));
        Some(plain.unwrap_or(first).to_uppercase().collect())
    }

    pub(super) fn not_found(&self) -> NotFoundPage {
        NotFoundPage {
            head: self.head(
                &Page::NotFound,
                self.speech.say("page-not-found"),
                self.speech.say("about-not-found"),
            ),
        }
    }

    pub(super) fn moved_page(&self, from: &str, to: &Link) -> RedirectPage {
        let page = Page::Redirect { from: from.to_owned(), to: to.clone() };
        RedirectPage {
            head: self.head(&page, &to.words, &told!(self.speech, "page-moved", name = to.words.trim())),
            to: to.clone(),
        }
    }
}
