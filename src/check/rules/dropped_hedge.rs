//! What the evidence says with a reservation, said flatly.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Facts, Form};
use crate::reading::{Language, Lists, ReadArticle, Sentence, Tie, Wording};

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let mut found = in_claims(matter);
    for article in matter.reading.articles.iter().filter(|article| article.language != Language::Other) {
        found.extend(in_article(article, facts));
    }
    found
}

fn in_claims(matter: &Matter<'_>) -> Vec<Found> {
    let language = Language::of(&matter.record.facts.report.language);
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        let Some(hedge) = &claim.hedge else { continue };
        let text = Wording::new(claim.text.value.as_str());
        let Some(fault) = Reservation::of(hedge).fault(&text, language) else { continue };
        if language == Language::Other {
            continue;
        }
        let finding = Finding::error("dropped-hedge", claim.text.place, message("this text", fault, hedge))
            .also(hedge.place, "the reservation")
            .help("put the reservation into the text, as weak or strong as the evidence has it");
        found.push(Found { entry: Any::Claim(key), finding });
    }
    found
}

fn in_article(article: &ReadArticle, facts: &Facts) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in article.sentences().filter(|sentence| !sentence.is_question()) {
        for tie in &sentence.ties {
            let Some(claim) = tie.claim().and_then(|claim| facts.claims.get(claim)) else { continue };
            let Some(hedge) = claim.hedge.as_ref().filter(|_| claim.whole && states(sentence, tie, facts))
            else {
                continue;
            };
            let Some(fault) = Reservation::of(hedge).fault(&sentence.wording, article.language) else {
                continue;
            };
            let what = if tie.form == Form::Citation { "this sentence" } else { "these words" };
            let finding = Finding::error("dropped-hedge", place(sentence, tie), message(what, fault, hedge))
                .also(hedge.place, format!("the reservation of `{}`", claim.entry.id))
                .help("put the reservation into the words or their sentence, as weak or strong as the evidence has it");
            found.push(Found { entry: Any::Article(article.key), finding });
        }
    }
    found
}

/// Whether the sentence states the claim. A name written for it is the claim's own text. What is cited behind a
/// sentence that states nothing, or with other claims, may be there for something else.
fn states(sentence: &Sentence, tie: &Tie, facts: &Facts) -> bool {
    let hedged = |claim: &Claim| claim.hedge.is_some();
    match tie.form {
        Form::Words => true,
        Form::Name => false,
        Form::Citation => {
            let mut claims = sentence.claims.iter().filter_map(|claim| facts.claims.get(*claim));
            sentence.is_checkable() && claims.all(hedged)
        }
    }
}

fn place(sentence: &Sentence, tie: &Tie) -> crate::text::Place {
    if tie.form == Form::Citation { tie.place } else { sentence.place_of(tie.words.clone()) }
}

/// How a text treats a reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It says it flatly.
    Flat,
    /// It calls likely what is called possible.
    Likelier,
}

fn message(what: &str, fault: Fault, hedge: &str) -> String {
    match fault {
        Fault::Flat => format!("the evidence says `{hedge}`, and {what} say{} so flatly", plural(what)),
        Fault::Likelier => {
            format!("the evidence says `{hedge}`, and {what} make{} it likelier", plural(what))
        }
    }
}

fn plural(what: &str) -> &'static str {
    if what.starts_with("these") { "" } else { "s" }
}

/// A reservation in the source's own words, in whichever language.
struct Reservation<'h> {
    words: &'h str,
    /// It only says that a number is not exact.
    of_number: bool,
    /// It says that something may be so, and not that it is likely.
    faint: bool,
}

impl<'h> Reservation<'h> {
    fn of(words: &'h str) -> Self {
        let wording = Wording::new(words);
        let marks: Vec<Option<char>> = Language::LISTED
            .into_iter()
            .flat_map(|language| {
                Lists::of(language).hedges.find(&wording).map(|met| met.mark).collect::<Vec<_>>()
            })
            .collect();
        let all = |mark: char| !marks.is_empty() && marks.iter().all(|met| *met == Some(mark));
        Self { words, of_number: all('~'), faint: all('<') }
    }

    /// What is wrong with how a text has it; nothing, if it has it.
    fn fault(&self, text: &Wording, language: Language) -> Option<Fault> {
        if text.folded().contains(&self.words.to_lowercase()) {
            return None;
        }
        let mut likely = false;
        for met in Lists::of(language).hedges.find(text) {
            match met.mark {
                Some('~') if !self.of_number => {}
                Some('>') if self.faint => likely = true,
                _ => return None,
            }
        }
        Some(if likely { Fault::Likelier } else { Fault::Flat })
    }
}
