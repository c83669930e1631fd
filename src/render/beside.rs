//! What stands beside the pages: feeds, data, what is searched, pictures, kept copies and the theme's files.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::glance::glance;
use super::oembed::oembed;
use super::since::since;
use super::site::drawn;
use super::{Copied, SiteFile, SitemapPage, Theme, data, feed, search, sitemap};
use super::{bibtex, calendar, csl_json};
use crate::model::Facts;
use crate::publish::Public;
use crate::text::Place;
use crate::view::{Book, prints};

/// All that a site is made from.
#[derive(Clone, Copy)]
pub(super) struct Whole<'p> {
    pub book: &'p Book<'p>,
    pub public: &'p Public,
    pub theme: &'p Theme,
}

/// Where files go that are made.
pub(super) type Take<'t> = &'t (dyn Fn(SiteFile<'_>) + Sync);

/// Files that are made together.
pub(super) struct Group {
    /// Whether one of them may be at an address.
    pub holds: fn(&str) -> bool,
    pub make: fn(Whole<'_>, Take<'_>),
}

/// Every file that is not a page; each in the first group that holds its address.
pub(super) const BESIDE: [Group; 8] = [
    Group { holds: |address| address == "data/since.js", make: changes },
    Group { holds: |address| address.starts_with("data/glance/"), make: glances },
    Group { holds: |address| address.starts_with("data/search/"), make: index },
    Group { holds: |address| address.starts_with("data/"), make: tables },
    Group { holds: |address| address.ends_with(".oembed.json"), make: cards },
    Group { holds: |address| address.starts_with("og/"), make: posters },
    Group { holds: |address| matches!(address.rsplit_once('.'), Some((_, "xml" | "ics"))), make: feeds },
    Group { holds: |_| true, make: copies },
];

fn changes(Whole { book, .. }: Whole<'_>, take: Take<'_>) {
    let (address, text) = since(&book.since(), book.speech());
    take(made(&address, text.as_bytes()));
}

fn glances(Whole { book, .. }: Whole<'_>, take: Take<'_>) {
    for (address, text) in glance(&book.glances(), &book.site().language, book.speech()) {
        take(made(&address, text.as_bytes()));
    }
}

fn index(Whole { book, .. }: Whole<'_>, take: Take<'_>) {
    for (address, text) in search(&book.searched()) {
        take(made(&address, text.as_bytes()));
    }
}

fn tables(Whole { book, public, .. }: Whole<'_>, take: Take<'_>) {
    for (address, bytes) in data::data(public) {
        take(made(&address, &bytes));
    }
    let references = book.references();
    take(made("data/citations.json", &csl_json(&references)));
    take(made("data/citations.bib", bibtex(&references).as_bytes()));
}

fn cards(Whole { book, .. }: Whole<'_>, take: Take<'_>) {
    for offer in book.offers() {
        take(made(&offer.address, &oembed(&offer)));
    }
}

fn posters(Whole { book, .. }: Whole<'_>, take: Take<'_>) {
    book.posters().par_iter().for_each(|poster| {
        let (address, svg) = drawn(poster);
        take(SiteFile::Drawn { address: &address, svg: &svg });
    });
}

/// What others subscribe to: feeds, the sitemap, the calendar.
fn feeds(Whole { book, public, .. }: Whole<'_>, take: Take<'_>) {
    for one in book.feeds() {
        take(made(&one.address, feed(&one, book.site()).as_bytes()));
    }
    if let Some(base_url) = &book.site().base_url {
        let pages = book.sitemap().into_iter().map(|(address, changed)| SitemapPage { address, changed });
        for (address, xml) in sitemap(base_url, &pages.collect::<Vec<_>>()) {
            take(made(&address, xml.as_bytes()));
        }
    }
    take(made("timeline.ics", calendar(public.facts(), book.speech()).as_bytes()));
}

fn made<'f>(address: &'f str, bytes: &'f [u8]) -> SiteFile<'f> {
    SiteFile::Made { address, bytes }
}

/// Pictures in use, kept copies that are public, and the theme's own files.
fn copies(Whole { public, theme, .. }: Whole<'_>, take: Take<'_>) {
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
