//! What there is to know of an entry in one look, as Markdown: what it says, how it stands, and on what that rests.
//!
//! A confidential source is called what readers may call it: screens are shared.

use std::fmt::Write;

use crate::Vocabulary as _;
use crate::link::{Origin, Roots, origin_of};
use crate::model::{
    Any, Claim, Count, Document, End, Event, Evidence, Facts, Person, Record, Reply, Role, Stance, Status,
    Withheld,
};

/// The card of an entry; empty where it could not be read.
#[must_use]
pub fn card(record: &Record, any: Any) -> String {
    let facts = &record.facts;
    let Some(entry) = facts.entry(any) else { return String::new() };
    let mut card = format!("**{}**", escaped(facts.name(any).unwrap_or("a confidential source")));
    let means = match any {
        Any::Claim(key) => lowered(facts.claims[key].status.value.meaning()),
        _ => String::new(),
    };
    let standing = standing(record, any);
    line(&mut card, &format!("{standing}{means} · `{}`{}", entry.id, withheld(record, any)));
    match any {
        Any::Claim(key) => claim(&mut card, facts, &facts.claims[key]),
        Any::Person(key) => person(&mut card, facts, &facts.people[key]),
        Any::Document(key) => document(&mut card, facts, &facts.documents[key]),
        Any::Date(key) => event(&mut card, facts, &facts.dates[key]),
        Any::Organisation(_) | Any::Source(_) | Any::Article(_) => {}
    }
    if !entry.also.is_empty() {
        let also: Vec<String> = entry.also.iter().map(|also| escaped(&also.value)).collect();
        line(&mut card, &format!("also {}", also.join(", ")));
    }
    if let Some(summary) = &entry.summary {
        line(&mut card, &escaped(&summary.value));
    }
    card
}

/// What it is, and how it stands: `claim, reported`, `source, news agency`.
pub(super) fn standing(record: &Record, any: Any) -> String {
    let facts = &record.facts;
    let more = match any {
        Any::Claim(key) => facts.claims.get(key).map(|claim| claim.status.value.word().to_owned()),
        Any::Organisation(key) => {
            facts.organisations.get(key).and_then(|body| body.kind.as_ref()).map(|kind| kind.value.clone())
        }
        Any::Source(key) => {
            facts.sources.get(key).and_then(|source| source.kind.as_ref()).map(|kind| kind.value.clone())
        }
        Any::Document(key) => facts.documents.get(key).map(|document| document.kind.word().to_owned()),
        Any::Date(key) => facts.dates.get(key).map(|event| event.date.value.as_typed().to_owned()),
        Any::Person(_) | Any::Article(_) => None,
    };
    let kind = any.kind().word();
    more.map_or_else(|| kind.to_owned(), |more| format!("{kind}, {more}"))
}

/// That readers do not see it.
pub(super) fn withheld(record: &Record, any: Any) -> &'static str {
    match record.desk.withheld.get(&any).map(|withheld| &withheld.value) {
        Some(Withheld::Draft) => " · draft, not public",
        Some(Withheld::Embargo(_)) => " · under embargo, not public",
        None => "",
    }
}

fn claim(card: &mut String, facts: &Facts, claim: &Claim) {
    line(card, &counted(&claim.support, &claim.dispute));
    if let Some(speaker) = claim.speaker {
        line(card, &format!("{} of {}", claim.kind.word(), name(facts, speaker.value.into())));
    }
    let roots = Roots::of(facts);
    for evidence in &claim.evidence {
        item(card, &piece(facts, claim, evidence, &roots));
    }
    for response in &claim.responses {
        let party = name(facts, response.party.value.into());
        item(
            card,
            &match &response.reply {
                Reply::Claim(answer) => format!("{party}: {}", name(facts, answer.value.into())),
                Reply::Outcome { outcome, .. } => format!("{party}: {}", outcome.value.word()),
            },
        );
    }
    if let (Status::Superseded, Some(successor)) = (claim.status.value, claim.superseded_by) {
        line(card, &format!("replaced by: {}", name(facts, successor.value.into())));
    }
}

/// `2 independent origins, on 1 way; 1 against`.
fn counted(support: &Count, dispute: &Count) -> String {
    let number = |count: u32, one: &str, many: &str| match count {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    };
    let mut words = number(support.origins, "independent origin", "independent origins");
    if support.origins > 0 {
        let _ = write!(words, ", on {}", number(support.ways, "way", "ways"));
    }
    if dispute.origins > 0 {
        let _ = write!(words, "; {} against", dispute.origins);
    }
    words
}

fn piece(facts: &Facts, claim: &Claim, evidence: &Evidence, roots: &Roots) -> String {
    let mut words = match evidence.stance {
        Stance::Supports => String::new(),
        Stance::Disputes => "against: ".to_owned(),
        Stance::Context => "for context: ".to_owned(),
    };
    let origins = match origin_of(evidence, claim, facts, roots) {
        Origin::One(speaker) => vec![name(facts, speaker.into())],
        Origin::RoundUp(speakers) => {
            speakers.into_iter().map(|speaker| name(facts, speaker.into())).collect()
        }
        Origin::Nobody => vec!["nobody who is named".to_owned()],
    };
    let _ = write!(words, "{}, in {}", origins.join(" and "), name(facts, evidence.document.value.into()));
    if let Some(at) = &evidence.at {
        let _ = write!(words, ", {}", escaped(&at.value));
    }
    if let Some(quote) = &evidence.quote {
        let _ = write!(words, ": “{}”", escaped(&quote.value));
    }
    words
}

fn person(card: &mut String, facts: &Facts, person: &Person) {
    for role in &person.roles {
        item(card, &office(facts, role));
    }
    let bodies: Vec<String> =
        person.speaks_for.iter().map(|span| name(facts, span.body.value.into())).collect();
    if !bodies.is_empty() {
        line(card, &format!("speaks for {}", bodies.join(", ")));
    }
}

fn office(facts: &Facts, role: &Role) -> String {
    let mut words = escaped(&role.title.value);
    if let Some(body) = role.organisation {
        let _ = write!(words, ", {}", name(facts, body.value.into()));
    }
    let from = role.from.as_ref().map(|from| from.value.as_typed());
    let until = role.until.as_ref().map(|until| match &until.value {
        End::Open => "..",
        End::On(date) => date.as_typed(),
    });
    if from.is_some() || until.is_some() {
        let _ = write!(words, " ({} to {})", from.unwrap_or("?"), until.unwrap_or("?"));
    }
    words
}

fn document(card: &mut String, facts: &Facts, document: &Document) {
    if let Some(source) = document.source {
        let date = document.published.as_ref().map(|date| format!(", {}", date.value.as_typed()));
        line(card, &format!("{}{}", name(facts, source.value.into()), date.unwrap_or_default()));
    }
    for base in document.bases() {
        item(card, &format!("from {}", name(facts, base.value.into())));
    }
    if document.withdrawn.is_some() {
        line(card, "taken back by whoever published it");
    }
}

fn event(card: &mut String, facts: &Facts, event: &Event) {
    let people = event.people.iter().map(|person| name(facts, person.value.into()));
    let bodies = event.organisations.iter().map(|body| name(facts, body.value.into()));
    let all: Vec<String> = people.chain(bodies).collect();
    if !all.is_empty() {
        line(card, &all.join(", "));
    }
}

fn name(facts: &Facts, any: Any) -> String {
    escaped(facts.name(any).unwrap_or("a confidential source"))
}

fn line(card: &mut String, words: &str) {
    card.push_str("\n\n");
    card.push_str(words);
}

/// Items of a list stand close together.
fn item(card: &mut String, words: &str) {
    let follows = card.lines().next_back().is_some_and(|line| line.starts_with("- "));
    card.push_str(if follows { "\n- " } else { "\n\n- " });
    card.push_str(words);
}

fn lowered(meaning: &str) -> String {
    format!(" ({})", meaning.trim_end_matches('.').to_lowercase())
}

/// Words as Markdown shows them: its signs are letters, and lines do not end inside.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '|' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}
