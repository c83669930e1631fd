//! From blocks to sentences, each with the ties that are its own.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::block::{BlockTie, RawBlock};
use super::{Block, Language, Need, Sentence, Tie, Wording, split};
use crate::model::Form;

/// Cuts blocks into sentences. A citation on a line of its own belongs to the sentence before it.
pub(super) fn cut(raw: &[RawBlock], language: Language) -> Vec<Block> {
    let notes = notes(raw);
    let mut blocks: Vec<Block> = Vec::with_capacity(raw.len());
    for block in raw {
        let cut = sentences(block, language, &notes);
        if !cut.is_empty() {
            blocks.push(Block { kind: block.kind, row: block.row, sentences: cut });
        } else if let Some(last) = blocks.last_mut().and_then(|block| block.sentences.last_mut()) {
            let end = last.text().len();
            last.ties.extend(block.ties.iter().map(|tie| at_end(tie, end)));
        }
    }
    blocks
}

/// The ties of each footnote: they carry the sentence that calls it.
type Notes = FxHashMap<String, Vec<BlockTie>>;

fn notes(blocks: &[RawBlock]) -> Notes {
    let mut notes = Notes::default();
    for block in blocks {
        if let Some(label) = &block.note {
            notes.entry(label.clone()).or_default().extend(block.ties.iter().cloned());
        }
    }
    notes
}

/// The sentences of a block, each with its ties.
fn sentences(block: &RawBlock, language: Language, notes: &Notes) -> Vec<Sentence> {
    let text = &block.typed.text;
    let ranges = split::split(text, language);
    let mut sentences: Vec<Sentence> = ranges
        .iter()
        .map(|range| Sentence {
            wording: Wording::new(text.get(range.clone()).unwrap_or_default()),
            place: block.typed.map.place(range),
            ties: Vec::new(),
            states: Vec::new(),
            claims: Vec::new(),
            mentions: Vec::new(),
            need: Need::Claim,
            quoted_on: false,
            lost: false,
            map: block.typed.map.part(range),
        })
        .collect();
    for tie in &block.ties {
        if tie.form == Form::Citation || tie.at.is_empty() {
            let covered = covered(text, tie.at.start, &ranges);
            if let Some(sentence) = sentences.get_mut(covered) {
                sentence.ties.push(at_end(tie, sentence.text().len()));
            }
            continue;
        }
        for (range, sentence) in ranges.iter().zip(&mut sentences) {
            let (start, end) = (tie.at.start.max(range.start), tie.at.end.min(range.end));
            if start < end {
                let words = start - range.start..end - range.start;
                sentence.ties.push(Tie { form: tie.form, target: tie.target, place: tie.place, words });
            }
        }
    }
    for at in &block.lost {
        if let Some(sentence) = sentences.get_mut(covered(text, *at, &ranges)) {
            sentence.lost = true;
        }
    }
    for (at, label) in &block.notes {
        let covered = covered(text, *at, &ranges);
        if let (Some(sentence), Some(ties)) = (sentences.get_mut(covered), notes.get(label)) {
            let end = sentence.text().len();
            sentence.ties.extend(ties.iter().map(|tie| at_end(tie, end)));
        }
    }
    sentences
}

/// The sentence that something after it belongs to: the one with the last letter before `at`.
fn covered(text: &str, at: usize, ranges: &[Range<usize>]) -> usize {
    let before = text.get(..at).unwrap_or_default().trim_end().len();
    ranges.partition_point(|range| range.end < before).min(ranges.len().saturating_sub(1))
}

/// A tie without words of its own in the sentence.
fn at_end(tie: &BlockTie, end: usize) -> Tie {
    Tie { form: Form::Citation, target: tie.target, place: tie.place, words: end..end }
}
