//! Names that were written where an id belongs.

use rustc_hash::FxHashMap;

use crate::diagnostic::Finding;
use crate::model::{Any, Entry, Facts, Id};
use crate::text::Inputs;

/// Every entry that is openly called so: by its name or title, or another spelling of it.
#[must_use]
pub fn called<'f>(name: &str, facts: &'f Facts) -> Vec<(Any, &'f Entry)> {
    let name = folded(name);
    let is_so = |(any, entry): &(Any, &Entry)| names(*any, entry, facts).any(|known| folded(known) == name);
    if name.is_empty() { Vec::new() } else { facts.entries().filter(is_so).collect() }
}

/// Says of a name that stands where an id belongs which entry is called so.
pub fn explain_names(findings: &mut [Finding], inputs: &Inputs, facts: &Facts) {
    let mut known: FxHashMap<(String, &str), Option<String>> = FxHashMap::default();
    for finding in findings.iter_mut().filter(|finding| matches!(finding.rule, "bad-id" | "bad-reference")) {
        let written = typed(finding, inputs).filter(|(name, _)| Id::parse_path(name).is_none());
        let Some((name, form)) = written else { continue };
        let help = known.entry((name.to_owned(), form)).or_insert_with(|| {
            let called = called(name, facts);
            let ids: Vec<_> = called
                .iter()
                .map(|(any, entry)| format!("the {} `{}`", any.kind().word(), entry.id))
                .collect();
            let [first, ..] = called.as_slice() else { return None };
            Some(format!(
                "`{name}` is {}: write `{}`",
                ids.join(", or "),
                form.replace("id", first.1.id.as_str())
            ))
        });
        if let Some(help) = help {
            finding.help = Some(help.clone());
        }
    }
}

/// The name that was typed, and how its id is written there.
fn typed<'i>(finding: &Finding, inputs: &'i Inputs) -> Option<(&'i str, &'static str)> {
    let words = inputs.words(finding.place);
    let text = &inputs.file(finding.place.file).text;
    if finding.rule == "bad-id" {
        // In the place of an entry's own id it is the name of another.
        let is_key = text.get(finding.place.span.end as usize..)?.trim_start().starts_with(':');
        return (!is_key).then(|| (words.trim_matches(['"', '\'', '@']), "id"));
    }
    if let Some(name) = words.strip_prefix('@') {
        return Some((name, "@id"));
    }
    // What is not read as a reference is marked at its first sign.
    let rest = text.get(finding.place.span.start as usize..)?.lines().next()?;
    let (name, _) = rest.strip_prefix("](@")?.split_once(')')?;
    Some((name, "(@id)"))
}

/// What an entry is openly called.
fn names<'f>(any: Any, entry: &'f Entry, facts: &'f Facts) -> impl Iterator<Item = &'f str> {
    facts.name(any).into_iter().chain(entry.also.iter().map(|also| also.value.as_str()))
}

fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
