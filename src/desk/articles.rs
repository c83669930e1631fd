//! Articles with their sentences coloured by coverage: what claims carry, and what nothing does.

use serde::Serialize;

use super::Laid;
use super::names::line;
use super::withheld::held_back;
use crate::model::{Claim, Key, Status};
use crate::reading::{Block, BlockKind, Need, ReadArticle, Sentence};
use crate::text::Places;

/// An article, read.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    title: String,
    withheld: Option<String>,
    /// `14 of 16 sentences that can be checked are carried by claims`.
    counted: String,
    /// Whether it is carried less than the report holds itself to.
    below: bool,
    /// How many sentences nothing carries.
    uncited: usize,
    paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Serialize)]
struct Paragraph {
    kind: &'static str,
    sentences: Vec<Line>,
}

/// A sentence.
#[derive(Debug, Serialize)]
struct Line {
    words: String,
    /// `carried`, `uncited`, `answered`, `plain`.
    state: &'static str,
    /// How the weakest of its claims stands.
    status: Option<&'static str>,
    claims: Vec<String>,
    /// Where it is, if something is to be done there.
    at: Option<String>,
}

/// Every article: those that have most to be done come first.
pub(super) fn articles(laid: &Laid<'_>, places: &mut Places<'_>) -> Vec<Told> {
    let articles = laid.reading.articles.iter();
    let mut articles: Vec<Told> = articles.filter_map(|article| told(article, laid, places)).collect();
    articles.sort_by_key(|article| std::cmp::Reverse(article.uncited));
    articles
}

fn told(read: &ReadArticle, laid: &Laid<'_>, places: &mut Places<'_>) -> Option<Told> {
    let article = laid.record.facts.articles.get(read.key)?;
    let coverage = read.coverage;
    let share = coverage.share();
    let paragraphs = read.blocks.iter().map(|block| Paragraph {
        kind: kind(block),
        sentences: block.sentences.iter().map(|sentence| said(sentence, laid, places)).collect(),
    });
    let paragraphs: Vec<Paragraph> = paragraphs.collect();
    Some(Told {
        title: article.title.value.clone(),
        withheld: held_back(laid.record, read.key.into()),
        counted: match coverage.checkable {
            0 => "nothing in it can be checked".to_owned(),
            all => format!("{} of {all} sentences that can be checked carried by claims", coverage.carried),
        },
        below: share.is_some_and(|share| share < laid.record.facts.report.policy.coverage),
        uncited: read.sentences().filter(|sentence| state(sentence) == "uncited").count(),
        paragraphs,
    })
}

fn kind(block: &Block) -> &'static str {
    match block.kind {
        BlockKind::Heading => "heading",
        BlockKind::Quotation => "quotation",
        BlockKind::Item | BlockKind::Term => "item",
        BlockKind::Head | BlockKind::Cell => "cell",
        BlockKind::Paragraph | BlockKind::Footnote | BlockKind::Caption => "paragraph",
    }
}

fn state(sentence: &Sentence) -> &'static str {
    if sentence.is_carried() {
        "carried"
    } else if !sentence.is_checkable() {
        "plain"
    } else if sentence.need == Need::Answered {
        "answered"
    } else {
        "uncited"
    }
}

fn said(sentence: &Sentence, laid: &Laid<'_>, places: &mut Places<'_>) -> Line {
    let claim = |key: &Key<Claim>| laid.record.facts.claims.get(*key);
    let state = state(sentence);
    let weakest = sentence.claims.iter().filter_map(claim).map(|claim| claim.status.value);
    Line {
        words: sentence.text().to_owned(),
        state,
        status: weakest.min_by_key(|status| strength(*status)).map(Status::word),
        claims: sentence.claims.iter().filter_map(claim).map(|claim| claim.entry.id.to_string()).collect(),
        at: (state == "uncited").then(|| line(sentence.place, places)),
    }
}

/// How much a sentence can rest on a claim: what we no longer say first, what we have seen last.
fn strength(status: Status) -> u8 {
    match status {
        Status::Withdrawn => 0,
        Status::Refuted => 1,
        Status::Superseded => 2,
        Status::Disputed => 3,
        Status::Unverified => 4,
        Status::Reported => 5,
        Status::Corroborated => 6,
        Status::Verified => 7,
    }
}
