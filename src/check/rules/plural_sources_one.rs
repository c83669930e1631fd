//! Several are said to say so, and there is one.

use std::collections::BTreeSet;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Key, Speaker};
use crate::reading::{Language, Lists, Met, Phrases, Sentence, Wording};

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let report = Lists::of(Language::of(&facts.report.language));
    let mut found = Vec::new();
    for article in &matter.reading.articles {
        let lists = Lists::of(article.language);
        let stated: BTreeSet<Key<Claim>> =
            article.sentences().flat_map(|sentence| &sentence.claims).copied().collect();
        let stated: Vec<Key<Claim>> = stated.into_iter().collect();
        let carried = article.sentences().filter(|sentence| sentence.is_carried());
        let carried = carried.map(|sentence| (sentence, sentence.claims.as_slice()));
        // The title and the summary tell of all that the text states.
        let head = article.head_sentences().map(|sentence| (sentence, stated.as_slice()));
        for (sentence, claims) in carried.chain(head) {
            let Some(met) = plural(&lists.plural, sentence) else { continue };
            let claims: Vec<&Claim> = claims.iter().filter_map(|claim| facts.claims.get(*claim)).collect();
            let [claim, ..] = claims.as_slice() else { continue };
            if let Some(finding) = finding(sentence, met, claim, &claims, report) {
                found.push(Found { entry: Any::Article(article.key), finding });
            }
        }
    }
    found
}

fn plural(phrases: &Phrases, sentence: &Sentence) -> Option<Met> {
    phrases.find(&sentence.wording).find(|met| !sentence.is_quoted(met.range.start))
}

fn finding(
    sentence: &Sentence,
    met: Met,
    claim: &Claim,
    claims: &[&Claim],
    report: &Lists,
) -> Option<Finding> {
    // A claim that says itself that there are several (`The paper cites several sources`) is stated as it is.
    let says_so =
        |claim: &&Claim| report.plural.find(&Wording::new(claim.text.value.as_str())).next().is_some();
    if !claims.iter().all(|claim| claim.whole) || claims.iter().any(says_so) || origins(claims) > 1 {
        return None;
    }
    let words = sentence.text().get(met.range.clone()).unwrap_or_default();
    let message = format!("`{words}` are several, and one origin says so");
    let finding = Finding::warning("plural-sources-one", sentence.place_of(met.range), message)
        .also(claim.text.place, format!("`{}` has {}", claim.entry.id, counted(claim)))
        .help("name the one who says so, or add evidence of other origins to the claim");
    Some(finding)
}

fn counted(claim: &Claim) -> &'static str {
    if claim.support.origins == 0 { "no origin" } else { "one origin" }
}

/// How many origins say what a sentence states: those of the claim that has most, or all that its claims have between
/// them.
fn origins(claims: &[&Claim]) -> usize {
    let most = claims.iter().map(|claim| claim.support.origins as usize).max().unwrap_or_default();
    let mut firsts: Vec<Speaker> = Vec::new();
    for group in claims.iter().flat_map(|claim| &claim.support.groups).filter(|group| group.counts > 0) {
        firsts.extend(group.speakers.first().filter(|first| !firsts.contains(first)).copied());
    }
    most.max(firsts.len())
}
