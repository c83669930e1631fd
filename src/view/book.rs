//! The site as a whole: which pages there are, where they stand, and what each is given.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::changes::Log;
use super::lines::{place_of, size};
use super::names::Names;
use super::order::Order;
use super::parts::{ClaimLine, Link, Mark, Site};
use super::view::{Page, View};
use super::{address, words};
use crate::ledger::Publication;
use crate::link::{Backlinks, Roots};
use crate::model::{Any, Claim, Facts, Id, Key, Kind};
use crate::publish::Public;
use crate::speech::Speech;

/// What all pages share: the report, its claims in a line, what leads to what, and every order, made once.
#[derive(Debug)]
pub struct Book<'p> {
    pub(super) public: &'p Public,
    pub(super) facts: &'p Facts,
    pub(super) speech: &'p Speech,
    pub(super) names: Names<'p>,
    pub(super) roots: Roots,
    pub(super) order: Order,
    pub(super) backlinks: &'p Backlinks,
    pub(super) publications: &'p [Publication],
    pub(super) log: Log,
    /// Claims by standing, in the order of the legend.
    pub(super) standings: [Vec<Key<Claim>>; words::LEGEND.len()],
    /// Claims in a line, by the place of their key; each made when a page wants it first.
    pub(super) claims: Vec<OnceLock<Arc<ClaimLine>>>,
    /// How many claims use each document, by the place of its key: lines of documents stand on many pages.
    pub(super) used_by: Vec<u32>,
    /// Which standings the claims about each date have, by the place of its key, in the order of the legend.
    pub(super) stand_about: Vec<[bool; words::LEGEND.len()]>,
    /// What each id names; made when it is asked first.
    by_id: OnceLock<FxHashMap<Id, Any>>,
    site: Site,
}

impl<'p> Book<'p> {
    /// Of what may be published, told in a language.
    #[must_use]
    pub fn new(public: &'p Public, speech: &'p Speech) -> Self {
        let facts = public.facts();
        let names = Names::new(facts, speech);
        let roots = Roots::of(facts);
        let order = Order::of(facts, names);
        let log = Log::of(facts);
        let mut standings: [Vec<Key<Claim>>; words::LEGEND.len()] = Default::default();
        for &key in order.claims.iter() {
            standings[place_of(facts.claims[key].status.value)].push(key);
        }
        let site = site(facts, &standings, speech);
        let backlinks = public.backlinks();
        let mut book = Self {
            public,
            speech,
            names,
            used_by: vec![0; facts.documents.slots()],
            stand_about: vec![Default::default(); facts.dates.slots()],
            facts,
            backlinks,
            publications: public.publications(),
            roots,
            order,
            log,
            standings,
            claims: std::iter::repeat_with(OnceLock::new).take(facts.claims.slots()).collect(),
            by_id: OnceLock::new(),
            site,
        };
        for key in facts.documents.keys() {
            book.used_by[key.index()] = size(book.uses(key).len());
        }
        for key in facts.dates.keys() {
            let about = backlinks.date(key).about.iter().filter_map(|claim| facts.claims.get(*claim));
            for claim in about {
                book.stand_about[key.index()][place_of(claim.status.value)] = true;
            }
        }
        book
    }

    /// What may be seen, as the record has it.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        self.facts
    }

    /// The report as a whole.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Every page, in the same order each time: overviews, then entries kind by kind, then addresses that have moved.
    #[must_use]
    pub fn pages(&self) -> Vec<Page> {
        let mut pages = self.overviews();
        pages.extend(self.facts.entries().map(|(any, _)| page_of(any)));
        pages.extend(self.facts.claims.keys().into_iter().map(Page::Embed));
        pages.extend(self.old_addresses());
        pages
    }

    /// Every page that is not of one entry.
    #[must_use]
    pub fn overviews(&self) -> Vec<Page> {
        let mut pages = vec![Page::Front, Page::Timeline, Page::Attribution, Page::Corrections];
        pages.extend([Page::Method, Page::Search, Page::NotFound]);
        pages.extend(LISTS.map(Page::List));
        pages.extend((2..=self.parts_of_claims()).map(Page::MoreClaims));
        pages.extend(self.log.days.iter().map(|known| Page::AsKnown(known.day)));
        pages
    }

    /// Every old address of an entry.
    #[must_use]
    pub fn old_addresses(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        for (any, entry) in self.facts.entries() {
            for old in &entry.was {
                let Some(to) = self.names.link(any) else { continue };
                let from = address::entry(any.kind(), &old.value);
                if from != to.address {
                    if any.kind() == Kind::Claim {
                        let to = Link { address: address::embed(&to.address), ..to.clone() };
                        pages.push(Page::Redirect { from: address::embed(&from), to });
                    }
                    pages.push(Page::Redirect { from, to });
                }
            }
        }
        pages
    }

    /// The page of an entry, or its card, by its address.
    #[must_use]
    pub fn entry_at(&self, address: &str) -> Option<Page> {
        let entries = || self.facts.entries().map(|(any, entry)| (entry.id.clone(), any)).collect();
        let (section, page) = address.strip_suffix(".html")?.split_once('/')?;
        let id = page.strip_suffix(".embed").unwrap_or(page);
        let any = *self.by_id.get_or_init(entries).get(&Id::parse_path(id)?)?;
        match any {
            _ if any.kind().section() != section => None,
            Any::Claim(key) if id != page => Some(Page::Embed(key)),
            _ if id != page => None,
            _ => Some(page_of(any)),
        }
    }

    /// What is said on its pages, and how.
    #[must_use]
    pub fn speech(&self) -> &'p Speech {
        self.speech
    }

    /// Where a page stands, from the report's top.
    #[must_use]
    pub fn address(&self, page: &Page) -> String {
        let entry = |any: Any| self.names.address_of(any).unwrap_or_else(|| "404.html".to_owned());
        match page {
            Page::Front => "index.html".to_owned(),
            Page::List(kind) => address::list(*kind),
            Page::MoreClaims(part) => address::claims(*part),
            Page::Person(key) => entry(Any::Person(*key)),
            Page::Organisation(key) => entry(Any::Organisation(*key)),
            Page::Source(key) => entry(Any::Source(*key)),
            Page::Document(key) => entry(Any::Document(*key)),
            Page::Date(key) => entry(Any::Date(*key)),
            Page::Claim(key) => entry(Any::Claim(*key)),
            Page::Embed(key) => address::embed(&entry(Any::Claim(*key))),
            Page::Article(key) => entry(Any::Article(*key)),
            Page::Timeline => "timeline.html".to_owned(),
            Page::Attribution => "attribution.html".to_owned(),
            Page::AsKnown(day) => address::known(*day),
            Page::Corrections => "corrections.html".to_owned(),
            Page::Method => "method.html".to_owned(),
            Page::Search => "search.html".to_owned(),
            Page::NotFound => "404.html".to_owned(),
            Page::Redirect { from, .. } => from.clone(),
        }
    }

    /// What a page is given. A page of something that is not public is given what `404.html` is.
    #[must_use]
    pub fn view(&self, page: &Page) -> View {
        let view = match page {
            Page::Front => Some(View::Front(Box::new(self.front()))),
            Page::List(Kind::Claim) => Some(View::Claims(Box::new(self.claims_page(1)))),
            Page::MoreClaims(part) => Some(View::Claims(Box::new(self.claims_page(*part)))),
            Page::List(kind) => Some(View::List(Box::new(self.list(*kind)))),
            Page::Person(key) => self.person_page(*key).map(|page| View::Person(Box::new(page))),
            Page::Organisation(key) => {
                self.organisation_page(*key).map(|page| View::Organisation(Box::new(page)))
            }
            Page::Source(key) => self.source_page(*key).map(|page| View::Source(Box::new(page))),
            Page::Document(key) => self.document_page(*key).map(|page| View::Document(Box::new(page))),
            Page::Date(key) => self.date_page(*key).map(|page| View::Date(Box::new(page))),
            Page::Claim(key) => self.claim_page(*key).map(|page| View::Claim(Box::new(page))),
            Page::Embed(key) => self.embed_page(*key).map(|page| View::Embed(Box::new(page))),
            Page::Article(key) => {
                self.article_page(*key).map(|(page, text)| View::Article(Box::new(page), Box::new(text)))
            }
            Page::Timeline => {
                let (page, moments) = self.timeline();
                Some(View::Timeline(Box::new(page), moments))
            }
            Page::Attribution => Some(View::Attribution(Box::new(self.attribution()), self.flows())),
            Page::AsKnown(day) => self.as_known(*day).map(|page| View::AsKnown(Box::new(page))),
            Page::Corrections => Some(View::Corrections(Box::new(self.corrections()))),
            Page::Method => Some(View::Method(Box::new(self.method()))),
            Page::Search => Some(View::Search(Box::new(self.search()))),
            Page::NotFound => None,
            Page::Redirect { from, to } => Some(View::Redirect(Box::new(self.moved_page(from, to)))),
        };
        view.unwrap_or_else(|| View::NotFound(Box::new(self.not_found())))
    }
}

const LISTS: [Kind; 7] =
    [Kind::Article, Kind::Person, Kind::Organisation, Kind::Source, Kind::Document, Kind::Date, Kind::Claim];

/// What a page is of, if it is of one thing.
pub(super) fn subject_of(page: &Page) -> Option<Any> {
    Some(match page {
        Page::Person(key) => Any::Person(*key),
        Page::Organisation(key) => Any::Organisation(*key),
        Page::Source(key) => Any::Source(*key),
        Page::Document(key) => Any::Document(*key),
        Page::Date(key) => Any::Date(*key),
        Page::Claim(key) | Page::Embed(key) => Any::Claim(*key),
        Page::Article(key) => Any::Article(*key),
        _ => return None,
    })
}

fn page_of(any: Any) -> Page {
    match any {
        Any::Person(key) => Page::Person(key),
        Any::Organisation(key) => Page::Organisation(key),
        Any::Source(key) => Page::Source(key),
        Any::Document(key) => Page::Document(key),
        Any::Date(key) => Page::Date(key),
        Any::Claim(key) => Page::Claim(key),
        Any::Article(key) => Page::Article(key),
    }
}

fn site(facts: &Facts, standings: &[Vec<Key<Claim>>; words::LEGEND.len()], speech: &Speech) -> Site {
    let report = &facts.report;
    let needed = report.policy.corroborated_origins;
    Site {
        title: report.title.clone(),
        summary: report.summary.clone(),
        language: report.language.clone(),
        spoken: speech.language().to_owned(),
        base_url: report.base_url.clone(),
        publisher: report.publisher.name.clone(),
        publisher_url: report.publisher.url.clone(),
        contact: report.publisher.contact.clone(),
        licence: report.licence.clone(),
        menu: menu(facts, speech),
        standings: marks(
            words::LEGEND.iter().zip(standings).map(|(status, claims)| (*status, size(claims.len()))),
            needed,
            speech,
        ),
        claims: size(facts.claims.len()),
        corroborated_origins: needed,
    }
}

/// Standings with how many claims stand so.
pub(super) fn marks(
    counts: impl Iterator<Item = (crate::model::Status, u32)>,
    corroborated: u32,
    speech: &Speech,
) -> Vec<Mark> {
    let mark = |(status, claims): (crate::model::Status, u32)| Mark {
        word: status.word(),
        sentence: words::standing_here(speech, status, corroborated),
        claims,
    };
    counts.map(mark).collect()
}

/// The ways into the report: only what has something in it.
fn menu(facts: &Facts, speech: &Speech) -> Vec<Link> {
    let list = |kind: Kind, there: bool| {
        there.then(|| Link {
            address: address::list(kind),
            words: words::list_title(speech, kind),
            kind: "page",
        })
    };
    let page = |address: &str, words: &str, there: bool| {
        there.then(|| Link { address: address.to_owned(), words: words.to_owned(), kind: "page" })
    };
    let ways = [
        page("index.html", speech.say("page-front"), true),
        list(Kind::Article, facts.articles.len() > 1),
        page("timeline.html", speech.say("page-timeline"), !facts.dates.is_empty()),
        list(Kind::Person, !facts.people.is_empty()),
        list(Kind::Organisation, !facts.organisations.is_empty()),
        list(Kind::Source, !facts.sources.is_empty()),
        list(Kind::Document, !facts.documents.is_empty()),
        list(Kind::Claim, !facts.claims.is_empty()),
        page("attribution.html", speech.say("page-attribution"), !facts.claims.is_empty()),
        page("corrections.html", speech.say("page-corrections"), true),
        page("method.html", speech.say("page-method"), true),
        page("search.html", speech.say("page-search"), true),
    ];
    ways.into_iter().flatten().collect()
}
