//! Articles read sentence by sentence: where each stands in its file, what carries it, and what it states that can be
//! checked.
//!
//! A reading is made once from the record and shared by all rules that look at prose. It knows no files: places lead
//! to them.

mod block;
pub mod headcount;
mod language;
mod lists;
mod sentence;
mod split;
mod states;
mod tokens;
mod typed;
mod vocabulary;
pub mod when;
mod wording;

pub use block::BlockKind;
pub use language::Language;
pub use sentence::{Sentence, Tie};
pub use states::{Stated, States};
pub use wording::{Word, Wording};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::model::{Article, Facts, Form, Key};
use block::RawBlock;

/// Every article, read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// In the order of the record.
    pub articles: Vec<ReadArticle>,
}

/// An article, read.
#[derive(Debug, Clone)]
pub struct ReadArticle {
    /// Which.
    pub key: Key<Article>,
    /// What it is written in.
    pub language: Language,
    /// Its text, from the top.
    pub blocks: Vec<Block>,
}

/// A paragraph, a heading, a cell: what stands on its own.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The table row it is in: cells of one row of one table have the same number, which no other row has.
    pub row: Option<u32>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

impl ReadArticle {
    /// Every sentence, in the order of the text.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.blocks.iter().flat_map(|block| &block.sentences)
    }
}

/// Reads every article, in parallel.
#[must_use]
pub fn read(facts: &Facts) -> Reading {
    let articles: Vec<(Key<Article>, &Article)> = facts.articles.iter().collect();
    Reading {
        articles: articles.par_iter().map(|(key, article)| read_article(*key, article, facts)).collect(),
    }
}

fn read_article(key: Key<Article>, article: &Article, facts: &Facts) -> ReadArticle {
    let tag = article.language.as_ref().map_or(facts.report.language.as_str(), |tag| tag.value.as_str());
    let language = Language::of(tag);
    let raw = block::blocks(article, facts);
    let notes = notes(&raw);
    let mut blocks: Vec<Block> = Vec::with_capacity(raw.len());
    for block in raw {
        let cut = cut(&block, language, &notes);
        if cut.sentences.is_empty() {
            // A citation on a line of its own covers the sentence before it.
            let last = blocks.last_mut().and_then(|block| block.sentences.last_mut());
            if let Some(last) = last {
                let end = last.text().len();
                last.ties.extend(block.ties.iter().map(|tie| at_end(tie, end)));
            }
        } else {
            blocks.push(cut);
        }
    }
    ReadArticle { key, language, blocks }
}

/// The ties of each footnote: they carry the sentence that calls it.
type Notes = FxHashMap<String, Vec<block::BlockTie>>;

fn notes(blocks: &[RawBlock]) -> Notes {
    let mut notes = Notes::default();
    for block in blocks {
        if let Some(label) = &block.note {
            notes.entry(label.clone()).or_default().extend(block.ties.iter().cloned());
        }
    }
    notes
}

/// Cuts a block into sentences, each with its ties.
fn cut(block: &RawBlock, language: Language, notes: &Notes) -> Block {
    let text = &block.typed.text;
    let ranges = split::split(text, language);
    let mut sentences: Vec<Sentence> = ranges
        .iter()
        .map(|range| Sentence {
            wording: Wording::new(text.get(range.clone()).unwrap_or_default()),
            place: block.typed.map.place(range),
            ties: Vec::new(),
            states: Vec::new(),
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
    for (at, label) in &block.notes {
        let covered = covered(text, *at, &ranges);
        if let (Some(sentence), Some(ties)) = (sentences.get_mut(covered), notes.get(label)) {
            let end = sentence.text().len();
            sentence.ties.extend(ties.iter().map(|tie| at_end(tie, end)));
        }
    }
    Block { kind: block.kind, row: block.row, sentences }
}

/// The sentence that something after it belongs to: the one with the last letter before `at`.
fn covered(text: &str, at: usize, ranges: &[std::ops::Range<usize>]) -> usize {
    let before = text.get(..at).unwrap_or_default().trim_end().len();
    ranges.partition_point(|range| range.end < before).min(ranges.len().saturating_sub(1))
}

/// A tie without words of its own in the sentence.
fn at_end(tie: &block::BlockTie, end: usize) -> Tie {
    Tie { form: Form::Citation, target: tie.target, place: tie.place, words: end..end }
}

#[cfg(test)]
mod tests;
