//! Secret names in what is public, where they are typed: whoever writes one learns of it before anything is built.

use super::phrases::{Bond, Phrases};
use super::secrets::{Secret, Why, Words};
use super::words::Form;
use super::{SECRET, answered, number};
use crate::diagnostic::Finding;
use crate::load::Draft;
use crate::model::Record;
use crate::text::{FileId, Inputs, Place, Span};

/// Every secret name that stands in the public words of a report.
#[must_use]
pub fn named(inputs: &Inputs, drafts: &[(FileId, Draft)], record: &Record) -> Vec<Finding> {
    let mut secrets = Words::of_sources(drafts, record);
    secrets.retain(|secret| secret.why == Why::Name);
    let phrases = phrases(&secrets, record);
    let mut findings = Vec::new();
    if phrases.is_empty() {
        return findings;
    }
    for draft in drafts {
        let (file, text) = (draft.0, &*inputs.file(draft.0).text);
        let mut met: Vec<(u32, Span)> = Vec::new();
        phrases.look(text.as_bytes(), Form::Prose, false, |_, phrase, at| {
            met.push((phrase.owner, Span::new(at.start, at.end)));
        });
        // Of a name that is found as a whole and by its last word one is told.
        met.dedup();
        if met.is_empty() {
            continue;
        }
        let mut public: Vec<Span> =
            Words::public(std::iter::once(draft), record).into_iter().map(|words| words.place.span).collect();
        public.extend(body(draft, record, text));
        let is_public =
            |at: &Span| public.iter().any(|public| public.start <= at.start && at.end <= public.end);
        findings.extend(
            met.into_iter()
                .filter(|(_, at)| is_public(at))
                .map(|(owner, span)| told(&secrets[owner as usize].entry, Place { file, span })),
        );
    }
    findings
}

fn phrases(secrets: &[Secret], record: &Record) -> Phrases {
    let mut phrases = Phrases::default();
    for (owner, secret) in secrets.iter().enumerate() {
        if answered(secret, record).all(|words| words.is_some()) {
            secret.words.iter().for_each(|name| phrases.add_name(&name.value, number(owner)));
        }
    }
    for name in record.facts.open_names() {
        phrases.take_out(name.as_bytes(), Form::Prose, Bond::Name, |_| true);
    }
    for secret in secrets {
        for words in answered(secret, record).flatten() {
            let same = |owner: u32| secrets[owner as usize].any == secret.any;
            phrases.take_out(words.as_bytes(), Form::Prose, Bond::Name, same);
        }
    }
    phrases
}

/// Where the text of a public article stands.
fn body((_, draft): &(FileId, Draft), record: &Record, text: &str) -> Option<Span> {
    let Draft::Article(article) = draft else { return None };
    let any = *record.ids.get(&article.id.as_ref()?.value)?;
    if record.desk.withheld.contains_key(&any) {
        return None;
    }
    let start = article.body.prose.events.first()?.1.start as usize;
    Some(Span::new(start, text.len()))
}

fn told(source: &str, place: Place) -> Finding {
    Finding::error(SECRET, place, format!("a secret name of the source `{source}` stands here")).help(format!(
        "write `[](@{source})` in an article, or say it in other words; if it may be seen, say so with `allow` at \
         `{source}`"
    ))
}
