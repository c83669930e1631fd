//! Kept copies whose words nobody could compare with what is quoted from them: somebody has to look.

use serde::Serialize;

use super::Laid;
use crate::copies::Unread;
use crate::model::{Document, Facts, Key};

/// A copy that a person has to compare.
#[derive(Debug, Serialize)]
pub(super) struct Uncompared {
    title: String,
    id: String,
    file: String,
    why: &'static str,
    /// The ids of the claims that quote from it.
    claims: Vec<String>,
}

/// Every one of them, in the order of the sheets.
pub(super) fn uncompared(laid: &Laid<'_>) -> Vec<Uncompared> {
    let facts = &laid.record.facts;
    let each = facts.documents.iter().filter_map(|(key, document)| {
        let why = laid.copies.of(key)?.err()?;
        Some(Uncompared {
            title: document.title.value.clone(),
            id: document.entry.id.to_string(),
            file: document.archive.as_ref()?.value.file.value.clone(),
            why: said(why),
            claims: quoting(key, facts),
        })
    });
    each.collect()
}

fn said(why: Unread) -> &'static str {
    match why {
        Unread::Format => "no words are read from files of this kind",
        Unread::TooLarge => "it is too large to be read here",
        Unread::Broken => "it is damaged, or not what its name says",
        Unread::NoWords => "its pages are pictures, without words",
    }
}

fn quoting(document: Key<Document>, facts: &Facts) -> Vec<String> {
    let quotes = facts.claims.values().filter(|claim| {
        claim.evidence.iter().any(|piece| piece.quote.is_some() && piece.document.value == document)
    });
    quotes.map(|claim| claim.entry.id.to_string()).collect()
}
