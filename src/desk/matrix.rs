//! Claims and what they rest on: a row for each claim.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::Laid;
use super::accusations::{Reply, replies};
use super::names::{line, name, number, speakers};
use super::withheld::held_back;
use crate::diagnostic::Level;
use crate::link::{Roots, origin_of};
use crate::model::{Claim, Count, Document, Evidence, Facts, Stance};
use crate::text::Places;

/// A claim.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    id: String,
    text: String,
    at: String,
    /// That it is not public, and why.
    withheld: Option<String>,
    status: &'static str,
    /// Its place in the order of standings, for sorting.
    rank: usize,
    origins: u32,
    counted: String,
    pieces: Vec<Piece>,
    replies: Vec<Reply>,
    /// Whether it may harm somebody.
    adverse: bool,
    errors: usize,
    warnings: usize,
}

/// A piece of evidence: the way from whoever said it first to what we opened.
#[derive(Debug, Serialize)]
struct Piece {
    /// `supports`, `disputes`, `context`.
    stance: &'static str,
    /// Who said it first and who passed it on.
    way: Vec<String>,
    document: String,
    copy: &'static str,
}

impl Row {
    pub(super) fn status(&self) -> &'static str {
        self.status
    }
}

/// A row for each claim, in the order of the sheets.
pub(super) fn rows(laid: &Laid<'_>, places: &mut Places<'_>) -> Vec<Row> {
    let facts = &laid.record.facts;
    let roots = Roots::of(facts);
    let mut found: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for finding in laid.findings {
        let Some(entry) = finding.entry.as_deref() else { continue };
        let (errors, warnings) = found.entry(entry).or_default();
        match finding.level {
            Level::Error => *errors += 1,
            Level::Warning => *warnings += 1,
            Level::Note => {}
        }
    }
    let rows = facts.claims.iter().map(|(key, claim)| {
        let id = claim.entry.id.as_str();
        let (errors, warnings) = found.get(id).copied().unwrap_or_default();
        Row {
            id: id.to_owned(),
            text: claim.text.value.clone(),
            at: line(claim.entry.place, places),
            withheld: held_back(laid.record, key.into()),
            status: claim.status.value.word(),
            rank: claim.status.value as usize,
            origins: claim.support.origins,
            counted: counted(&claim.support),
            pieces: pieces(claim, facts, &roots),
            replies: replies(claim, facts),
            adverse: !claim.adverse_to.is_empty(),
            errors,
            warnings,
        }
    });
    rows.collect()
}

/// `one origin`, `3 origins on one way`.
fn counted(count: &Count) -> String {
    let origins = number(count.origins as usize, "origin", "origins");
    if count.ways < count.origins {
        format!("{origins} on {}", number(count.ways as usize, "way", "ways"))
    } else {
        origins
    }
}

fn pieces(claim: &Claim, facts: &Facts, roots: &Roots) -> Vec<Piece> {
    let pieces = claim.evidence.iter().enumerate().map(|(index, piece)| {
        let count = if piece.stance == Stance::Disputes { &claim.dispute } else { &claim.support };
        let relays = count.relays.get(index).map(Vec::as_slice).unwrap_or_default();
        let origin = origin_of(piece, claim, facts, roots);
        let first = match origin.speakers() {
            [] => "nobody known".to_owned(),
            several => speakers(facts, several),
        };
        let way = std::iter::once(first).chain(relays.iter().map(|relay| name(facts, (*relay).into())));
        Piece {
            stance: piece.stance.word(),
            way: way.collect(),
            document: name(facts, piece.document.value.into()),
            copy: facts.documents.get(piece.document.value).map_or("", |document| copy(document, piece)),
        }
    });
    pieces.collect()
}

/// What we have of a document.
fn copy(document: &Document, piece: &Evidence) -> &'static str {
    match (&document.archive, &document.accessed, &document.withdrawn) {
        (_, _, Some(_)) => "taken back",
        (Some(_), _, _) if piece.shown => "kept, and shows it",
        (Some(_), _, _) => "kept",
        (None, Some(_), _) => "no copy kept",
        (None, None, _) => "not opened",
    }
}
