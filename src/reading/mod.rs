//! Articles read sentence by sentence: where each stands in its file, what carries it, and what it states that can be
//! checked.
//!
//! A reading is made once from the record and shared by all rules that look at prose. It knows no files: places lead
//! to them.

mod block;
mod carry;
mod coverage;
mod cut;
pub mod headcount;
mod language;
mod lists;
mod names;
mod phrases;
mod sentence;
mod split;
mod states;
mod tokens;
mod typed;
mod vocabulary;
pub mod when;
mod wording;

pub use block::BlockKind;
pub use coverage::Coverage;
pub use language::Language;
pub use lists::Lists;
pub use phrases::{Met, Phrases};
pub use sentence::{Sentence, Tie};
pub use states::{Stated, States};
pub use wording::{Word, Wording};

use rayon::prelude::*;

use crate::model::{Article, Facts, Key};
use names::Names;

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
    /// How much of it claims carry.
    pub coverage: Coverage,
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

impl Reading {
    /// How much of all articles together claims carry.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.articles.iter().map(|article| article.coverage).fold(Coverage::default(), Coverage::and)
    }
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
    let names = Names::of(facts);
    let read = |(key, article): &(Key<Article>, &Article)| read_article(*key, article, facts, &names);
    Reading { articles: articles.par_iter().map(read).collect() }
}

fn read_article(key: Key<Article>, article: &Article, facts: &Facts, names: &Names) -> ReadArticle {
    let tag = article.language.as_ref().map_or(facts.report.language.as_str(), |tag| tag.value.as_str());
    let language = Language::of(tag);
    let mut blocks = cut::cut(&block::blocks(article, facts), language);
    for block in &mut blocks {
        let mut quoted = false;
        for sentence in &mut block.sentences {
            let states = states::states(sentence, block.kind, language, names, &mut quoted);
            sentence.needs_claim = !states::needs_no_claim(sentence, block.kind, language, &states);
            sentence.quoted_on = quoted;
            sentence.states = states;
        }
    }
    carry::carry(&mut blocks);
    let coverage = Coverage::of(blocks.iter().flat_map(|block| &block.sentences));
    ReadArticle { key, language, blocks, coverage }
}

#[cfg(test)]
mod tests;
