//! The site file by file, each made when it is asked for.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use rustc_hash::FxHashMap;

use super::beside::{BESIDE, Whole};
use super::site::{poster_of, rendered};
use super::{Copied, SiteFile, Theme};
use crate::diagnostic::Finding;
use crate::publish::Public;
use crate::view::{Book, Page};

/// The site file by file, each made when it is asked for.
#[derive(Debug)]
pub struct Shelf<'p> {
    public: &'p Public,
    theme: &'p Theme,
    book: Book<'p>,
    front: Option<String>,
    /// Pages that are not of one entry.
    pages: FxHashMap<String, Page>,
    /// What is not a page, group by group; each made when the first of it is asked for.
    beside: [OnceLock<Files>; BESIDE.len()],
}

/// Files that are made together, by their address.
type Files = BTreeMap<String, File>;

/// A file that is not a page.
#[derive(Debug)]
enum File {
    Made(Vec<u8>),
    Drawn(String),
    Copied(String, Copied),
}

impl<'p> Shelf<'p> {
    /// Of what may be seen.
    #[must_use]
    pub fn new(public: &'p Public, theme: &'p Theme) -> Self {
        let book = Book::new(public, theme.speech());
        let pages = book.overviews().into_iter().chain(book.old_addresses());
        let pages = pages.map(|page| (book.address(&page), page)).collect();
        let front = poster_of(&book, &Page::Front);
        Self { public, theme, book, front, pages, beside: Default::default() }
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
        let of_entry = self.book.entry_at(address);
        if let Some(page) = of_entry.as_ref().or_else(|| self.pages.get(address)) {
            let html = rendered(&self.book, self.theme, page, self.front.as_deref())?;
            return Ok(Some(take(SiteFile::Made { address, bytes: html.as_bytes() })));
        }
        if let Some(text) = self.theme.text(address) {
            return Ok(Some(take(SiteFile::Made { address, bytes: text.as_bytes() })));
        }
        let group = BESIDE.iter().position(|group| (group.holds)(address));
        let file = group.and_then(|group| self.group(group).get(address));
        Ok(file.map(|file| match file {
            File::Made(bytes) => take(SiteFile::Made { address, bytes }),
            File::Drawn(svg) => take(SiteFile::Drawn { address, svg }),
            File::Copied(from, what) => take(SiteFile::Copied { address, from, what: *what }),
        }))
    }

    fn group(&self, number: usize) -> &Files {
        self.beside[number].get_or_init(|| {
            let files = Mutex::new(Files::new());
            let whole = Whole { book: &self.book, public: self.public, theme: self.theme };
            (BESIDE[number].make)(whole, &|file| {
                let (address, file) = match file {
                    SiteFile::Made { address, bytes } => (address, File::Made(bytes.to_vec())),
                    SiteFile::Drawn { address, svg } => (address, File::Drawn(svg.to_owned())),
                    SiteFile::Copied { address, from, what } => {
                        (address, File::Copied(from.to_owned(), what))
                    }
                };
                if let Ok(mut files) = files.lock() {
                    files.insert(address.to_owned(), file);
                }
            });
            files.into_inner().unwrap_or_default()
        })
    }
}
