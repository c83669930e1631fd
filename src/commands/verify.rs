//! `casebook verify`: whether a built site is what its own record says that was published.

use std::io::Write;
use std::path::Path;

use super::build::number;
use super::{CommandError, Outcome};
use crate::disk::{self, DiskError};
use crate::ledger;

/// Compares a site, in a folder, with the record in it.
///
/// # Errors
/// If there is no such folder, or nobody takes what is said.
pub fn verify(site: &Path, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    if !site.exists() {
        return Err(DiskError::NoSite(site.to_path_buf()).into());
    }
    if !site.is_dir() {
        return Err(DiskError::NotAFolder(site.to_path_buf()).into());
    }
    let verified = ledger::verify(&|address| disk::bytes(&site.join(address)).ok());
    for sentence in &verified.wrong {
        writeln!(out, "{sentence}")?;
    }
    if verified.wrong.is_empty() {
        writeln!(
            out,
            "as recorded: {}, {}, {}",
            number(verified.publications, "publication", "publications"),
            number(verified.claims, "claim", "claims"),
            number(verified.articles, "article", "articles"),
        )?;
        writeln!(
            out,
            "compared: words, standings and evidence in data/; the words of claims, quotations and articles on their \
             pages; every address. For all else, build the site anew and compare the bytes"
        )?;
    } else {
        writeln!(out, "not as recorded: {}", number(verified.wrong.len(), "difference", "differences"))?;
    }
    if let Some(sha256) = verified.sha256 {
        writeln!(out, "digest of the record: {sha256}; compare it with one that you or somebody else kept")?;
    }
    Ok(if verified.wrong.is_empty() { Outcome::Clean } else { Outcome::Findings })
}
