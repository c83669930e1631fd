//! What no longer holds, stated as if it did.

use rustc_hash::FxHashMap;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Facts, Key, Status};
use crate::reading::{Block, Language, Lists, ReadArticle, Sentence, Tie};

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    // In other languages we cannot tell whether the text says so.
    let articles = matter.reading.articles.iter().filter(|article| article.language != Language::Other);
    articles.flat_map(|article| in_article(article, facts)).collect()
}

fn in_article(article: &ReadArticle, facts: &Facts) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rows: FxHashMap<u32, Vec<&Block>> = FxHashMap::default();
    for block in &article.blocks {
        if let Some(row) = block.row {
            rows.entry(row).or_default().push(block);
        }
    }
    for block in &article.blocks {
        let alone = [block];
        let around = block.row.and_then(|row| rows.get(&row)).map_or(&alone[..], Vec::as_slice);
        for (tie, key, claim) in block.sentences.iter().flat_map(|sentence| overtaken(sentence, facts)) {
            if !says_so(around, article.language) && !cites_another(around, key, claim) {
                let finding = finding(tie, claim, facts);
                found.push(Found { entry: Any::Article(article.key), finding });
            }
        }
    }
    found
}

/// What a sentence is tied to that no longer holds.
fn overtaken<'a>(sentence: &'a Sentence, facts: &'a Facts) -> Vec<(&'a Tie, Key<Claim>, &'a Claim)> {
    let gone = |claim: &Claim| {
        matches!(claim.status.value, Status::Superseded | Status::Refuted | Status::Withdrawn)
    };
    if sentence.is_question() {
        return Vec::new();
    }
    let claims = sentence.ties.iter().filter_map(|tie| {
        let key = tie.claim()?;
        Some((tie, key, facts.claims.get(key)?))
    });
    claims.filter(|(_, _, claim)| claim.whole && gone(claim)).collect()
}

fn says_so(around: &[&Block], language: Language) -> bool {
    let overtaken = &Lists::of(language).overtaken;
    let mut sentences = around.iter().flat_map(|block| &block.sentences);
    sentences.any(|sentence| overtaken.find(&sentence.wording).next().is_some())
}

/// Whether the claim that holds now is cited beside it: its successor, or one that contradicts it.
fn cites_another(around: &[&Block], key: Key<Claim>, claim: &Claim) -> bool {
    let successor = claim.superseded_by.as_ref().map(|successor| successor.value);
    let others: Vec<Key<Claim>> =
        successor.into_iter().chain(claim.contradictions()).filter(|other| *other != key).collect();
    let mut sentences = around.iter().flat_map(|block| &block.sentences);
    sentences.any(|sentence| sentence.claims.iter().any(|claim| others.contains(claim)))
}

fn finding(tie: &Tie, claim: &Claim, facts: &Facts) -> Finding {
    let (was, as_if) = match claim.status.value {
        Status::Superseded => ("superseded", "stated as if it still held"),
        Status::Refuted => ("refuted", "stated as if it were true"),
        _ => ("withdrawn", "stated as if we still said so"),
    };
    let successor = claim.superseded_by.as_ref().and_then(|successor| facts.claims.get(successor.value));
    let help = match successor {
        Some(successor) => format!(
            "say in its sentence or paragraph that it no longer holds, or cite what does: `[@{}]`",
            successor.entry.id
        ),
        None => "say in its sentence or paragraph that it does not hold, or take it out".to_owned(),
    };
    Finding::error("superseded-as-current", tie.place, format!("`{}` was {was}", claim.entry.id))
        .label(as_if)
        .also(claim.status.place, "its status")
        .help(help)
}
