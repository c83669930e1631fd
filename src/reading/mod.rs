//! Articles read sentence by sentence: where each stands in its file, what carries it, and what it states that can be
//! checked.
//!
//! A reading is made once from the record and shared by all rules that look at prose. It knows no files: places lead
//! to them.

mod again;
mod block;
mod carry;
mod coverage;
mod cut;
pub mod headcount;
mod heard;
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

pub use again::Readings;
pub use block::BlockKind;
pub use coverage::Coverage;
pub use heard::{Heard, quoted_in};
pub use language::Language;
pub use lists::Lists;
pub use phrases::{Met, Phrases};
pub use sentence::{Need, Sentence, Tie};
pub use states::{Stated, States};
pub use wording::{Word, Wording};

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{Allowed, Any, Article, Claim, Facts, Key, Record};
use crate::text::Inputs;
use block::RawBlock;
use heard::Hearings;
use names::Names;

/// Every article, read; and every claim, for what it says of when.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// In the order of the record.
    pub articles: Vec<Arc<ReadArticle>>,
    /// What is said of when in each claim; in the order of the record.
    pub heard: Arc<Vec<(Key<Claim>, Arc<Heard>)>>,
}

/// An article, read.
#[derive(Debug, Clone)]
pub struct ReadArticle {
    /// Which.
    pub key: Key<Article>,
    /// What it is written in.
    pub language: Language,
    /// Its title and its summary. They cite nothing: no claim carries them, and none is missed.
    pub head: Vec<Block>,
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
    /// The article, unless it is none of those that could be read.
    #[must_use]
    pub fn article(&self, key: Key<Article>) -> Option<&ReadArticle> {
        let index = self.articles.binary_search_by_key(&key, |article| article.key).ok()?;
        self.articles.get(index).map(|article| &**article)
    }

    /// What is said of when in a claim, if it is one that could be read.
    #[must_use]
    pub fn heard(&self, key: Key<Claim>) -> Option<&Heard> {
        let index = self.heard.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.heard.get(index).map(|(_, heard)| &**heard)
    }

    /// How much of all articles together claims carry.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.articles.iter().map(|article| article.coverage).fold(Coverage::default(), Coverage::and)
    }
}

impl ReadArticle {
    /// Every sentence of its text, in its order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.blocks.iter().flat_map(|block| &block.sentences)
    }

    /// The sentences of its title and its summary.
    pub fn head_sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.head.iter().flat_map(|block| &block.sentences)
    }

    /// Notes which sentences the desk lets stand without a claim.
    fn answer(&mut self, allowed: &[Allowed], inputs: &Inputs) {
        if !allowed.iter().any(|one| one.rule.value == UNCITED) {
            return;
        }
        for sentence in self.blocks.iter_mut().flat_map(|block| &mut block.sentences) {
            let there = inputs.words(sentence.place);
            if sentence.need == Need::Claim && allowed.iter().any(|one| one.answers(UNCITED, there)) {
                sentence.need = Need::Answered;
            }
        }
    }
}

/// The rule by whose name the desk answers that a sentence needs no claim.
const UNCITED: &str = "uncited-statement";

/// Reads every article and claim, in parallel.
#[must_use]
pub fn read(record: &Record, inputs: &Inputs) -> Reading {
    let articles: Vec<(Key<Article>, &Article)> = record.facts.articles.iter().collect();
    let names = Names::of(&record.facts);
    let read =
        |(key, article): &(Key<Article>, &Article)| Arc::new(read_one(*key, article, record, inputs, &names));
    Reading {
        articles: articles.par_iter().map(read).collect(),
        heard: Hearings::default().hear(&record.facts),
    }
}

fn read_one(
    key: Key<Article>,
    article: &Article,
    record: &Record,
    inputs: &Inputs,
    names: &Names,
) -> ReadArticle {
    let mut read = read_article(key, article, &record.facts, inputs, names);
    let allowed = record.desk.allowed.get(&Any::Article(key)).map_or(&[][..], Vec::as_slice);
    read.answer(allowed, inputs);
    read.coverage = Coverage::of(read.sentences());
    read
}

fn read_article(
    key: Key<Article>,
    article: &Article,
    facts: &Facts,
    inputs: &Inputs,
    names: &Names,
) -> ReadArticle {
    let tag = article.language.as_ref().map_or(facts.report.language.as_str(), |tag| tag.value.as_str());
    let language = Language::of(tag);
    let head = read_blocks(&block::head(article, inputs), language, names);
    let mut blocks = read_blocks(&block::blocks(article, facts), language, names);
    carry::carry(&mut blocks);
    ReadArticle { key, language, head, blocks, coverage: Coverage::default() }
}

fn read_blocks(raw: &[RawBlock], language: Language, names: &Names) -> Vec<Block> {
    let mut blocks = cut::cut(raw, language);
    for block in &mut blocks {
        let mut quoted = false;
        for sentence in &mut block.sentences {
            sentence.states = states::states(sentence, block.kind, language, names, &mut quoted);
            if states::needs_no_claim(sentence, block.kind, language) {
                sentence.need = Need::Nothing;
            }
            sentence.quoted_on = quoted;
            sentence.mentions = when::mentions(sentence.text(), language);
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
