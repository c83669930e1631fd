//! A sentence that states something, and no claim behind it.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Any;
use crate::reading::{Block, BlockKind, Sentence};

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for article in &matter.reading.articles {
        let mut told = None;
        for block in &article.blocks {
            if block.row.is_some() && block.row == told {
                continue;
            }
            // One claim carries a row of a table, and one a quotation.
            let is_one = block.kind == BlockKind::Quotation || block.row.is_some();
            let most = if is_one { 1 } else { usize::MAX };
            for sentence in block.sentences.iter().filter(|sentence| sentence.is_uncited()).take(most) {
                told = block.row;
                found.push(Found { entry: Any::Article(article.key), finding: finding(block, sentence) });
            }
        }
    }
    found
}

fn finding(block: &Block, sentence: &Sentence) -> Finding {
    let what = if block.row.is_some() { "row" } else { "sentence" };
    let message = format!("no claim is behind this {what}");
    Finding::warning("uncited-statement", sentence.place, message)
        .label(stated(sentence))
        .help("tie its words to the claim they state, `[words](@id)`, or cite one behind it: `[@id]`")
}

/// What it states: `a name and a date`.
fn stated(sentence: &Sentence) -> String {
    let mut words: Vec<&str> = Vec::new();
    for stated in &sentence.states {
        if !words.contains(&stated.what.word()) {
            words.push(stated.what.word());
        }
    }
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}
