//! Names that were written where an id belongs.

use rustc_hash::FxHashMap;

use crate::diagnostic::Finding;
use crate::model::{Any, Entry, Facts, Id};
use crate::text::{At, Inputs, Place, Span};

/// Every entry that is openly called so: by its name or title, or another spelling of it.
#[must_use]
pub fn called<'f>(name: &str, facts: &'f Facts) -> Vec<(Any, &'f Entry)> {
    let name = folded(name);
    let is_so = |(any, entry): &(Any, &Entry)| names(*any, entry, facts).any(|known| folded(known) == name);
    if name.is_empty() { Vec::new() } else { facts.entries().filter(is_so).collect() }
}

/// A name that was written where an id belongs, and where; nothing where a finding is of something else.
#[must_use]
pub fn name_for_an_id<'i>(finding: &Finding, inputs: &'i Inputs) -> Option<At<&'i str>> {
    let Place { file, span } = finding.place;
    let text = &inputs.file(file).text;
    let words = inputs.words(finding.place);
    let name = match finding.rule {
        // In the place of an entry's own id it is the name of another.
        "bad-id" if text.get(span.end as usize..)?.trim_start().starts_with(':') => return None,
        "bad-id" => words.trim_matches(['"', '\'']),
        "bad-reference" if words.starts_with('@') => words.get(1..)?,
        // What is not read as a reference is marked at its first sign.
        "bad-reference" => {
            let rest = text.get(span.start as usize..)?.lines().next()?;
            rest.strip_prefix("](@")?.split_once(')')?.0
        }
        _ => return None,
    };
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    let is_id = Id::parse_path(name).is_some();
    (!is_id).then(|| At::new(name, Place { file, span: Span::new(start, start + name.len()) }))
}

/// Says of names that were written where ids belong which entries are called so.
pub fn explain_names(findings: &mut [Finding], inputs: &Inputs, facts: &Facts) {
    let mut known: FxHashMap<(&str, &str), Option<String>> = FxHashMap::default();
    for finding in findings {
        let Some(At { value: name, .. }) = name_for_an_id(finding, inputs) else { continue };
        let sign = if finding.rule == "bad-reference" { "@" } else { "" };
        if let Some(help) = known.entry((name, sign)).or_insert_with(|| help(name, sign, facts)) {
            finding.help = Some(help.clone());
        }
    }
}

fn help(name: &str, sign: &str, facts: &Facts) -> Option<String> {
    let called = called(name, facts);
    let (_, first) = called.first()?;
    let called = called.iter().map(|(any, entry)| format!("the {} `{}`", any.kind().word(), entry.id));
    Some(format!("`{name}` is {}: write `{sign}{}`", called.collect::<Vec<_>>().join(", or "), first.id))
}

/// What an entry is openly called.
fn names<'f>(any: Any, entry: &'f Entry, facts: &'f Facts) -> impl Iterator<Item = &'f str> {
    facts.name(any).into_iter().chain(entry.also.iter().map(|also| also.value.as_str()))
}

fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
