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

use crate::model::{Document, Facts, Key, Reply};
use crate::text::Inputs;

/// The kept copies that quotations are compared with.
#[derive(Debug, Default)]
pub struct Copies {
    of: FxHashMap<Key<Document>, Arc<Result<Copy, Unread>>>,
}

impl Copies {
    /// Reads the copies of all documents that are quoted, but for those that are not the file that was filed.
    ///
    /// `bytes` fetches a file by its path (`content/archive/report.pdf`), from several threads at once; nothing where
    /// it cannot.
    #[must_use]
    pub fn gather(facts: &Facts, inputs: &Inputs, bytes: impl Fn(&str) -> Option<Vec<u8>> + Sync) -> Self {
        let mut wanted: BTreeMap<String, Vec<Key<Document>>> = BTreeMap::new();
        for key in quoted(facts) {
            let Some(path) = filed(&facts.documents[key], inputs) else { continue };
            wanted.entry(path).or_default().push(key);
        }
        let wanted: Vec<_> = wanted.into_iter().collect();
        let copies: Vec<_> = wanted
            .into_par_iter()
            .map(|(path, keys)| {
                let size = inputs.asset(&path).map_or(0, |asset| asset.size);
                let copy = if size > LARGEST {
                    Err(Unread::TooLarge)
                } else {
                    bytes(&path).ok_or(Unread::Broken).and_then(|bytes| read(&path, bytes))
                };
                (keys, Arc::new(copy))
            })
            .collect();
        let each = copies.into_iter().flat_map(|(keys, copy)| {
            keys.into_iter().map(move |key| (key, Arc::clone(&copy))).collect::<Vec<_>>()
        });
        Self { of: each.collect() }
    }

    /// The words of a document's kept copy, or why it cannot be compared; nothing where there is none that counts, or
    /// nothing is quoted from it.
    #[must_use]
    pub fn of(&self, document: Key<Document>) -> Option<Result<&Copy, Unread>> {
        self.of.get(&document).map(|copy| copy.as_ref().as_ref().map_err(|why| *why))
    }
}

/// Documents that words are quoted from, each once, in their order.
fn quoted(facts: &Facts) -> Vec<Key<Document>> {
    let mut keys = Vec::new();
    for (_, claim) in facts.claims.iter() {
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

/// Where the copy lies, if it is there and is the file whose digest the sheet gives.
fn filed(document: &Document, inputs: &Inputs) -> Option<String> {
    let archive = &document.archive.as_ref()?.value;
    let path = format!("content/{}", archive.file.value);
    let real = inputs.asset(&path)?.sha256.as_deref()?;
    archive.sha256.as_ref().is_none_or(|filed| filed.value == real).then_some(path)
}

#[cfg(test)]
mod tests;
