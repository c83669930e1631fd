//! Which claims carry which sentence.

use rustc_hash::FxHashMap;

use super::block::BlockKind;
use super::{Block, Sentence};
use crate::model::{Claim, Key};

/// Says of every sentence which claims carry it: those of its own ties; in a table those of its row; in a quotation those
/// of all its sentences, as its source stands once, at the end.
pub(super) fn carry(blocks: &mut [Block]) {
    let mut rows: FxHashMap<u32, Vec<Key<Claim>>> = FxHashMap::default();
    for block in &mut *blocks {
        for sentence in &mut block.sentences {
            sentence.claims = once(sentence.ties.iter().filter_map(super::Tie::claim));
        }
        let whole = block.kind == BlockKind::Quotation;
        for quotation in block.sentences.chunk_by_mut(|before, _| whole || before.quoted_on) {
            share(quotation);
        }
        if let Some(row) = block.row {
            rows.entry(row).or_default().extend(block.sentences.iter().flat_map(|sentence| &sentence.claims));
        }
    }
    for block in blocks.iter_mut().filter(|block| block.row.is_some()) {
        let claims = block.row.and_then(|row| rows.get(&row));
        let claims = once(claims.into_iter().flatten().copied());
        for sentence in &mut block.sentences {
            sentence.claims.clone_from(&claims);
        }
    }
}

fn share(sentences: &mut [Sentence]) {
    if sentences.len() < 2 {
        return;
    }
    let claims = once(sentences.iter().flat_map(|sentence| sentence.claims.iter().copied()));
    for sentence in sentences {
        sentence.claims.clone_from(&claims);
    }
}

/// Each once, in order.
fn once(claims: impl Iterator<Item = Key<Claim>>) -> Vec<Key<Claim>> {
    let mut once = Vec::new();
    for claim in claims {
        if !once.contains(&claim) {
            once.push(claim);
        }
    }
    once
}
