//! Something published that changed, and nothing that says so to the reader.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::ledger::{Published, PublishedArticle, PublishedClaim, article_words, words_digest};
use crate::model::{Any, Article, Claim, Facts};
use crate::text::Place;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let (facts, ledger) = (&matter.record.facts, matter.ledger);
    if ledger.broken || ledger.publications.is_empty() {
        return Vec::new();
    }
    let published = Published::after(&ledger.publications);
    // What is held back again has lost its address, and `lost-address` says so.
    let is_judged = |any: Any| matter.record.is_whole(any) && !matter.record.desk.withheld.contains_key(&any);
    let mut found = Vec::new();
    for (key, claim) in matter.asked().claims.iter().filter(|(key, _)| is_judged((*key).into())) {
        if let Some(old) = claim.entry.ids().find_map(|id| published.claims.get(id)) {
            let findings = in_claim(claim, old);
            found.extend(findings.into_iter().map(|finding| Found { entry: Any::Claim(key), finding }));
        }
    }
    for (key, article) in matter.asked().articles.iter().filter(|(key, _)| is_judged((*key).into())) {
        if let Some(old) = article.entry.ids().find_map(|id| published.articles.get(id)) {
            let finding = in_article(article, old, facts);
            found.extend(finding.map(|finding| Found { entry: Any::Article(key), finding }));
        }
    }
    found
}

const CORRECTION: &str = "`{date: …, kind: correction, said: …, now: …, why: …}`";

fn in_claim(claim: &Claim, old: &PublishedClaim) -> Vec<Finding> {
    let id = &claim.entry.id;
    let (history, corrections) = (length(&claim.history), length(&claim.corrections));
    let mut findings = Vec::new();
    if words_digest(&[&claim.text.value]) != old.words && corrections <= old.corrections {
        let message = format!("the words of `{id}` were published otherwise, and no correction says so");
        let finding = Finding::error("silent-change", claim.text.place, message);
        let finding = match &old.text {
            Some(text) => finding.label(format!("published: {text}")),
            None => finding,
        };
        let help =
            format!("add to `corrections` of this claim {CORRECTION}, or put the published words back");
        findings.push(published(finding, old.place).help(help));
    }
    let status = claim.status;
    if status.value != old.status && history <= old.history && corrections <= old.corrections {
        let message = format!(
            "`{id}` was published as `{}`, and nothing says why it stands otherwise",
            old.status.word()
        );
        let help = format!(
            "add to `history` of this claim `{{date: …, status: {}, why: …}}` after the entry for `{}`, or put the \
             published status back",
            status.value.word(),
            old.status.word()
        );
        findings
            .push(published(Finding::error("silent-change", status.place, message), old.place).help(help));
    }
    let gone = [("history", history < old.history), ("corrections", corrections < old.corrections)];
    for (field, _) in gone.into_iter().filter(|(_, gone)| *gone) {
        let message = format!("an entry of `{field}` was published with `{id}`, and is gone");
        let finding = Finding::error("silent-change", claim.entry.place, message);
        findings.push(published(finding, old.place).help("put it back: what was told once stays told"));
    }
    findings
}

fn in_article(article: &Article, old: &PublishedArticle, facts: &Facts) -> Option<Finding> {
    let id = &article.entry.id;
    let corrections = length(&article.corrections);
    let place = article.title.place;
    if corrections < old.corrections {
        let message = format!("a correction was published with `{id}`, and is gone");
        let finding = Finding::error("silent-change", place, message);
        return Some(published(finding, old.place).help("put it back: what was told once stays told"));
    }
    let words = article_words(article, facts);
    if words_digest(&words) == old.words || corrections > old.corrections {
        return None;
    }
    let message = format!("the words of `{id}` were published otherwise, and no correction says so");
    let finding = Finding::error("silent-change", place, message);
    let finding = match first_lost(&old.text, &words) {
        Some(line) => finding.label(format!("gone or changed: {line}")),
        None => finding,
    };
    let help = format!("add to `corrections` of this article {CORRECTION}, or put the published words back");
    Some(published(finding, old.place).help(help))
}

/// The first of the published lines that is no longer there, cut short.
fn first_lost(old: &[String], new: &[String]) -> Option<String> {
    const SHOWN: usize = 100;
    let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let line = old.get(same)?;
    let start: String = line.chars().take(SHOWN).collect();
    Some(if start.len() < line.len() { format!("{start}…") } else { start })
}

fn published(finding: Finding, place: Option<Place>) -> Finding {
    match place {
        Some(place) => finding.also(place, "as it was published"),
        None => finding,
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
