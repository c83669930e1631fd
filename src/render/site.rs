//! The whole site, as bytes.

use std::sync::Mutex;

use rayon::prelude::*;

use super::beside::{BESIDE, Take, Whole};
use super::citations::cited;
use super::linked::linked;
use super::theme::Beside;
use super::{Theme, picture, prose, social};
use crate::diagnostic::{Finding, in_order};
use crate::publish::Public;
use crate::text::Place;
use crate::view::{Book, Page, Poster, View};

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
pub fn site(public: &Public, theme: &Theme, take: Take<'_>) -> Vec<Finding> {
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
    let whole = Whole { book: &book, public, theme };
    let beside = || BESIDE.par_iter().for_each(|group| (group.make)(whole, take));
    rayon::join(|| book.pages().par_iter().for_each(make), beside);
    let mut findings = findings.into_inner().unwrap_or_default();
    in_order(&mut findings);
    findings
}

/// The address of the poster of a page.
pub(super) fn poster_of(book: &Book<'_>, page: &Page) -> Option<String> {
    book.poster(page).map(|poster| drawn(&poster).0)
}

/// The address of a poster, with what it shows told in it, and the drawing.
pub(super) fn drawn(poster: &Poster) -> (String, String) {
    let svg = social::svg(poster);
    let digest: String = crate::ledger::sha256(&svg).to_string().chars().take(10).collect();
    (format!("{}.{digest}.png", poster.address), svg)
}

/// `front` is the address of the report's own poster, which most pages share.
pub(super) fn rendered(
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
