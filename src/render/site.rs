//! The whole site: every page, feed and data file, as bytes.

use std::collections::BTreeSet;
use std::sync::Mutex;

use rayon::prelude::*;

use super::{Phrases, SitemapPage, Theme, data, feed, picture, prose, sitemap};
use crate::diagnostic::{Finding, in_order};
use crate::publish::Public;
use crate::view::{Book, Page, View};

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
    /// A picture, kept copy or file of the theme, as it is.
    Copied {
        /// Its address from the site's top.
        address: &'a str,
        /// Where it is, below the project's folder.
        from: &'a str,
    },
}

/// Makes every file of the site, in parallel and in no particular order, and hands each over as soon as it is there.
/// What is wrong with a template comes back as findings, each once; the site is not whole then.
pub fn site(public: &Public, theme: &Theme, take: &(dyn Fn(SiteFile<'_>) + Sync)) -> Vec<Finding> {
    let book = Book::new(public);
    let findings = Mutex::new(Vec::new());
    book.pages().par_iter().for_each(|page| match rendered(&book, theme, page) {
        Ok(html) => take(SiteFile::Made { address: &book.address(page), bytes: html.as_bytes() }),
        Err(finding) => {
            if let Ok(mut findings) = findings.lock() {
                findings.push(*finding);
            }
        }
    });
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
        made(address, &bytes);
    }
    copies(public, theme, take);
    let mut findings = findings.into_inner().unwrap_or_default();
    in_order(&mut findings);
    findings
}

fn rendered(book: &Book<'_>, theme: &Theme, page: &Page) -> Result<String, Box<Finding>> {
    let view = book.view(page);
    let body = match &view {
        View::Article(page, text) => {
            let mut card = |card: &crate::view::CardPage| theme.card(card);
            Some(prose::article(text, &page.head.root, &Phrases::default(), &mut card)?.html)
        }
        View::Claim(page) => picture::way(page),
        View::Attribution(page, flows) => picture::overview(page, flows),
        View::Timeline(page, moments) => picture::timeline(moments, &page.head.root),
        _ => None,
    };
    theme.page(book.site(), &view, body.as_deref())
}

/// Pictures in use, kept copies that are public, and the theme's own files.
fn copies(public: &Public, theme: &Theme, take: &(dyn Fn(SiteFile<'_>) + Sync)) {
    for picture in public.facts().pictures.values() {
        take(SiteFile::Copied { address: &picture.path, from: &format!("content/{}", picture.path) });
    }
    let kept = public.facts().documents.values().filter_map(|document| document.archive.as_ref());
    let kept: BTreeSet<&str> =
        kept.filter(|copy| copy.value.public).map(|copy| copy.value.file.value.as_str()).collect();
    for path in kept {
        take(SiteFile::Copied { address: path, from: &format!("content/{path}") });
    }
    theme.files(take);
}
