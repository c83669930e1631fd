//! The whole site: every page, feed and data file, as bytes.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::citations::cited;
use super::glance::glance;
use super::linked::linked;
use super::oembed;
use super::since::since;
use super::social;
use super::theme::Beside;
use super::{SitemapPage, Theme, data, feed, picture, prose, search, sitemap};
use super::{bibtex, calendar, csl_json};
use crate::diagnostic::{Finding, in_order};
use crate::model::Facts;
use crate::publish::Public;
use crate::text::Place;
use crate::view::{Book, Page, Poster, View, prints};

/// A file of the site.
#[derive(Debug)]
pub enum SiteFile<'a> {
    /// Made from the record.
    Made {
        /// Its address from the site's top.
        address: &'a str,
        /// All of it.
        bytes: &'a [u8],
    },
    /// A picture to be drawn: its name tells what it shows.
    Drawn {
        /// Its address from the site's top.
        address: &'a str,
        /// The drawing, as SVG; it is to be PNG.
        svg: &'a str,
    },
    /// Somebody else's bytes, below the project's folder.
    Copied {
        /// Its address from the site's top.
        address: &'a str,
        /// Where it is, below the project's folder.
        from: &'a str,
        /// What it is.
        what: Copied,
    },
}

/// What a file is that is not made from the record. Each has the place where the content names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// A picture: it is published without what it tells of its making.
    Picture(Place),
    /// A print of a picture, at a width.
    Print(Place, u32),
    /// A kept copy: its bytes are never altered.
    Kept(Place),
    /// A file of the theme, as it is; the place is where the theme is named.
    Theme(Place),
}

/// Makes every file of the site, in parallel and in no particular order, and hands each over as soon as it is there.
/// What is wrong with a template comes back as findings, each once; the site is not whole then.
pub fn site(public: &Public, theme: &Theme, take: &(dyn Fn(SiteFile<'_>) + Sync)) -> Vec<Finding> {
    let book = Book::new(public, theme.speech());
    let front = poster_of(&book, &Page::Front);
    let findings = Mutex::new(Vec::new());
    let make = |page: &Page| match rendered(&book, theme, page, front.as_deref()) {
        Ok(html) => take(SiteFile::Made { address: &book.address(page), bytes: html.as_bytes() }),
        Err(finding) => {
            if let Ok(mut findings) = findings.lock() {
                findings.push(*finding);
            }
        }
    };
    rayon::join(|| book.pages().par_iter().for_each(make), || beside_pages(&book, public, theme, take));
    let mut findings = findings.into_inner().unwrap_or_default();
    in_order(&mut findings);
    findings
}

/// Feeds, data, what is searched, pictures, kept copies and the theme's files.
fn beside_pages(book: &Book<'_>, public: &Public, theme: &Theme, take: &(dyn Fn(SiteFile<'_>) + Sync)) {
    let made = |address: &str, bytes: &[u8]| take(SiteFile::Made { address, bytes });
    for one in book.feeds() {
        made(&one.address, feed(&one, book.site()).as_bytes());
    }
    if let Some(base_url) = &book.site().base_url {
        let pages = book.sitemap().into_iter().map(|(address, changed)| SitemapPage { address, changed });
        for (address, xml) in sitemap(base_url, &pages.collect::<Vec<_>>()) {
            made(&address, xml.as_bytes());
        }
    }
    for (address, bytes) in data::data(public) {
        made(&address, &bytes);
    }
    let facts = public.facts();
    made("timeline.ics", calendar(facts, book.speech()).as_bytes());
    let references = book.references();
    made("data/citations.json", &csl_json(&references));
    made("data/citations.bib", bibtex(&references).as_bytes());
    for (address, text) in search(&book.searched()) {
        made(&address, text.as_bytes());
    }
    for offer in book.offers() {
        made(&offer.address, &oembed::oembed(&offer));
    }
    let (address, text) = since(&book.since(), book.speech());
    made(&address, text.as_bytes());
    for (address, text) in glance(&book.glances(), &book.site().language, book.speech()) {
        made(&address, text.as_bytes());
    }
    let posters = book.posters();
    posters.par_iter().for_each(|poster| {
        let (address, svg) = drawn(poster);
        take(SiteFile::Drawn { address: &address, svg: &svg });
    });
    copies(public, theme, take);
}

/// The address of the poster of a page.
fn poster_of(book: &Book<'_>, page: &Page) -> Option<String> {
    book.poster(page).map(|poster| drawn(&poster).0)
}

/// The address of a poster, with what it shows told in it, and the drawing.
fn drawn(poster: &Poster) -> (String, String) {
    let svg = social::svg(poster);
    let digest: String = crate::ledger::sha256(&svg).to_string().chars().take(10).collect();
    (format!("{}.{digest}.png", poster.address), svg)
}

/// The site file by file, each made when it is asked for.
#[derive(Debug)]
pub struct Shelf<'p> {
    public: &'p Public,
    theme: &'p Theme,
    book: Book<'p>,
    front: Option<String>,
    pages: FxHashMap<String, Page>,
    /// What is not a page; made all at once, when the first of it is asked for.
    rest: OnceLock<BTreeMap<String, Rest>>,
}

/// A file that is not a page.
#[derive(Debug)]
enum Rest {
    Made(Vec<u8>),
    Drawn(String),
    Copied(String, Copied),
}

impl<'p> Shelf<'p> {
    /// Of what may be seen.
    #[must_use]
    pub fn new(public: &'p Public, theme: &'p Theme) -> Self {
        let book = Book::new(public, theme.speech());
        let pages = book.pages().into_iter().map(|page| (book.address(&page), page)).collect();
        let front = poster_of(&book, &Page::Front);
        Self { public, theme, book, front, pages, rest: OnceLock::new() }
    }

    /// Hands over the file at an address, if there is one there.
    ///
    /// # Errors
    /// If a template of the theme fails; the finding says where.
    pub fn file<T>(
        &self,
        address: &str,
        take: impl FnOnce(SiteFile<'_>) -> T,
    ) -> Result<Option<T>, Box<Finding>> {
        if let Some(page) = self.pages.get(address) {
            let html = rendered(&self.book, self.theme, page, self.front.as_deref())?;
            return Ok(Some(take(SiteFile::Made { address, bytes: html.as_bytes() })));
        }
        if let Some(text) = self.theme.text(address) {
            return Ok(Some(take(SiteFile::Made { address, bytes: text.as_bytes() })));
        }
        Ok(self.rest().get(address).map(|rest| match rest {
            Rest::Made(bytes) => take(SiteFile::Made { address, bytes }),
            Rest::Drawn(svg) => take(SiteFile::Drawn { address, svg }),
            Rest::Copied(from, what) => take(SiteFile::Copied { address, from, what: *what }),
        }))
    }

    fn rest(&self) -> &BTreeMap<String, Rest> {
        self.rest.get_or_init(|| {
            let rest = Mutex::new(BTreeMap::new());
            beside_pages(&self.book, self.public, self.theme, &|file| {
                let (address, file) = match file {
                    SiteFile::Made { address, bytes } => (address, Rest::Made(bytes.to_vec())),
                    SiteFile::Drawn { address, svg } => (address, Rest::Drawn(svg.to_owned())),
                    SiteFile::Copied { address, from, what } => {
                        (address, Rest::Copied(from.to_owned(), what))
                    }
                };
                if let Ok(mut rest) = rest.lock() {
                    rest.insert(address.to_owned(), file);
                }
            });
            rest.into_inner().unwrap_or_default()
        })
    }
}

/// `front` is the address of the report's own poster, which most pages share.
fn rendered(
    book: &Book<'_>,
    theme: &Theme,
    page: &Page,
    front: Option<&str>,
) -> Result<String, Box<Finding>> {
    let view = book.view(page);
    let body = match &view {
        View::Article(page, text) => {
            let mut card = |card: &crate::view::CardPage| theme.card(card);
            Some(prose::article(text, &page.head.root, book.speech(), &mut card)?.html)
        }
        View::Claim(page) => picture::way(page, book.speech()),
        View::Source(page) => picture::weight(page, book.speech()),
        View::Attribution(page, flows) => picture::overview(page, flows, book.speech()),
        View::Timeline(page, moments) => picture::timeline(page, moments, book.speech()),
        _ => None,
    };
    let poster = if book.has_own_poster(page) { poster_of(book, page) } else { front.map(str::to_owned) };
    let linked = linked(page, view.head(), book.facts());
    let cited = book.reference(page).map(|reference| cited(&reference));
    theme.page(
        book.site(),
        &view,
        Beside {
            body: body.as_deref(),
            linked: linked.as_deref(),
            poster: poster.as_deref(),
            cited: cited.as_ref(),
        },
    )
}

/// Pictures in use, kept copies that are public, and the theme's own files.
fn copies(public: &Public, theme: &Theme, take: &(dyn Fn(SiteFile<'_>) + Sync)) {
    let pictures: Vec<_> = shown(public.facts()).into_iter().collect();
    pictures.par_iter().for_each(|(address, place)| {
        take(SiteFile::Copied {
            address,
            from: &format!("content/{address}"),
            what: Copied::Picture(*place),
        });
    });
    for picture in public.facts().pictures.values() {
        let Some((_, place)) = pictures.iter().find(|(address, _)| **address == picture.path) else {
            continue;
        };
        let from = format!("content/{}", picture.path);
        prints(picture).collect::<Vec<_>>().into_par_iter().for_each(|(address, width)| {
            take(SiteFile::Copied { address: &address, from: &from, what: Copied::Print(*place, width) });
        });
    }
    for (address, place) in kept_in_public(public.facts()) {
        take(SiteFile::Copied { address, from: &format!("content/{address}"), what: Copied::Kept(place) });
    }
    theme.files(take);
}

/// Pictures in use, each with the place where it is used first.
fn shown(facts: &Facts) -> BTreeMap<&str, Place> {
    let images = facts.entries().filter_map(|(_, entry)| entry.image.as_ref());
    let in_text = facts.articles.values().flat_map(|article| &article.pictures);
    let mut shown = BTreeMap::new();
    for used in images.chain(in_text) {
        if let Some(picture) = facts.pictures.get(used.value) {
            let place = shown.entry(picture.path.as_str()).or_insert(used.place);
            *place = used.place.min(*place);
        }
    }
    shown
}

/// Kept copies that are public, each with the place where it is named first.
fn kept_in_public(facts: &Facts) -> BTreeMap<&str, Place> {
    let kept = facts.documents.values().filter_map(|document| document.archive.as_ref());
    let mut files = BTreeMap::new();
    for copy in kept.filter(|copy| copy.value.public) {
        let file = &copy.value.file;
        let place = files.entry(file.value.as_str()).or_insert(file.place);
        *place = file.place.min(*place);
    }
    files
}
