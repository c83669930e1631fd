//! The words of kept copies, and whether a quotation is among them.
//!
//! Bytes become text here, and texts are folded so that what printers do differently (quotation marks, dashes, spaces,
//! line ends) does not count. The room touches no files: it asks for the bytes of the copies that quotations need.

mod decode;
mod fold;
mod html;
mod near;
mod pdf;
mod quotation;
mod read;

pub use near::{Index, Passage};
pub use quotation::{Missing, Quotation};
pub use read::{Copy, LARGEST, Unread, read};

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::model::{Claim, Document, Facts, Key, Reply, Table};
use crate::text::Inputs;

/// The kept copies that quotations are compared with.
#[derive(Debug, Default)]
pub struct Copies {
    of: FxHashMap<Key<Document>, Arc<Result<Copy, Unread>>>,
}

/// Copies that were read before, by path and digest: the same file is not read again.
#[derive(Debug, Default)]
pub struct Known(FxHashMap<(String, String), Arc<Result<Copy, Unread>>>);

impl Copies {
    /// Reads the copies of all documents that claims quote, but for those that are not the file that was filed.
    ///
    /// `bytes` fetches a file by its path (`content/archive/report.pdf`), from several threads at once; nothing where
    /// it cannot.
    #[must_use]
    pub fn gather(
        claims: &Table<Claim>,
        facts: &Facts,
        inputs: &Inputs,
        known: &mut Known,
        bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Self {
        let mut wanted: BTreeMap<(String, String), Vec<Key<Document>>> = BTreeMap::new();
        for key in quoted(claims) {
            let Some(file) = filed(&facts.documents[key], inputs) else { continue };
            wanted.entry(file).or_default().push(key);
        }
        let before = &known.0;
        let files: Vec<_> = wanted.keys().collect();
        let copies: Vec<_> = files
            .into_par_iter()
            .map(|file| {
                if let Some(copy) = before.get(file) {
                    return (Arc::clone(copy), true);
                }
                let (path, _) = file;
                let size = inputs.asset(path).map_or(0, |asset| asset.size);
                if size > LARGEST {
                    return (Arc::new(Err(Unread::TooLarge)), true);
                }
                let bytes = bytes(path);
                let is_there = bytes.is_some();
                let copy = bytes.ok_or(Unread::Broken).and_then(|bytes| read(path, bytes));
                (Arc::new(copy), is_there)
            })
            .collect();
        let (mut now, mut of) = (FxHashMap::default(), FxHashMap::default());
        for ((file, keys), (copy, is_there)) in wanted.into_iter().zip(copies) {
            of.extend(keys.into_iter().map(|key| (key, Arc::clone(&copy))));
            // What could not be fetched may be there the next time.
            if is_there {
                now.insert(file, copy);
            }
        }
        known.0 = now;
        Self { of }
    }

    /// The words of a document's kept copy, or why it cannot be compared; nothing where there is none that counts, or
    /// nothing is quoted from it.
    #[must_use]
    pub fn of(&self, document: Key<Document>) -> Option<Result<&Copy, Unread>> {
        self.of.get(&document).map(|copy| copy.as_ref().as_ref().map_err(|why| *why))
    }
}

/// Documents that words are quoted from, each once, in their order.
fn quoted(claims: &Table<Claim>) -> Vec<Key<Document>> {
    let mut keys = Vec::new();
    for claim in claims.values() {
        let pieces = claim.evidence.iter().filter(|piece| piece.quote.is_some());
        keys.extend(pieces.map(|piece| piece.document.value));
        keys.extend(claim.responses.iter().filter_map(|response| match &response.reply {
            Reply::Outcome { quote: Some(_), document: Some(document), .. } => Some(document.value),
            _ => None,
        }));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Where the copy lies, and its digest, if it is there and is the file whose digest the sheet gives.
fn filed(document: &Document, inputs: &Inputs) -> Option<(String, String)> {
    let archive = &document.archive.as_ref()?.value;
    let path = format!("content/{}", archive.file.value);
    let real = inputs.asset(&path)?.sha256.as_deref()?;
    archive.sha256.as_ref().is_none_or(|filed| filed.value == real).then(|| (path, real.to_owned()))
}

#[cfg(test)]
mod tests;
