//! The script that keeps an open page up to date; it is in no site that is built.

use super::{Answer, OWN, kind_of};

const SCRIPT: &str = include_str!("live.js");

/// Our own file at an address, if it is there.
pub(super) fn own(address: &str) -> Option<Answer> {
    let name = address.strip_prefix(OWN)?;
    (name == "live.js").then(|| Answer::Found { kind: kind_of(name), bytes: SCRIPT.into() })
}

/// A page with the script at its end.
#[must_use]
pub fn with_script(page: &[u8]) -> Vec<u8> {
    let tag = format!("<script src=\"/{OWN}live.js\"></script>\n");
    let end = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(end);
    [before, tag.as_bytes(), after].concat()
}
