//! The report that ships, in a real browser: what a reader sees and can do.

mod axe;
mod finding;
mod glancing;
mod host;
mod keyboard;
mod reading;
mod returning;
mod serving;
mod time;
mod tools;
mod window;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::project::{files_below, run};
use window::Window;

/// A folder with the site of the report that ships.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
        let built =
            run(Path::new(env!("CARGO_MANIFEST_DIR")), &["build", "--output", &site.to_string_lossy()]);
        assert_eq!(built.code, 0, "{}{}", built.said, built.complained);
        site
    })
}

/// One page of each kind: those at the top, and of each folder the list and the longest page.
fn one_of_each_kind() -> Vec<String> {
    let mut longest: Vec<(String, usize, String)> = Vec::new();
    let mut pages = Vec::new();
    for (address, bytes) in
        files_below(site()).into_iter().filter(|(address, _)| address.rsplit('.').next() == Some("html"))
    {
        let Some((folder, name)) = address.rsplit_once('/').filter(|(_, name)| *name != "index.html") else {
            pages.push(address);
            continue;
        };
        // An embedded card is a page of its own kind.
        let kind = format!("{folder}/{}", name.split_once('.').map_or("", |(_, ending)| ending));
        match longest.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, length, page)) if *length < bytes.len() => (*length, *page) = (bytes.len(), address),
            Some(_) => {}
            None => longest.push((kind, bytes.len(), address)),
        }
    }
    pages.extend(longest.into_iter().map(|(.., page)| page));
    pages
}

/// The widths of a desk's screen and of a phone.
const WIDE: (u32, u32) = (1280, 900);
const PHONE: (u32, u32) = (390, 844);
