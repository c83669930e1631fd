//! Where a foreign file says otherwise than a sheet.

use super::wording::shown;
use crate::exchange::known::KnownEntry;
use crate::exchange::told::Value;
use crate::load::TAKEN_IN;
use crate::load::yaml::{self, Node};
use crate::model::Kind;

/// How much of a value is shown, in letters.
const ENOUGH: usize = 60;

/// Each field of which a foreign file says something else, in words: what it says there, what the sheet says. Of a
/// confidential source no words are shown. An author may be there by name or by the id that `speaker` gives.
pub(super) fn differences<'v>(
    known: &KnownEntry<'_>,
    kind: Kind,
    fields: impl Iterator<Item = &'v (&'static str, Value)>,
    left: &[(String, String)],
    speaker: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut words = Vec::new();
    for (name, value) in fields {
        let node = known.field(name);
        let is_name = kind != known.kind || (*name == "name" && known.kind != Kind::Claim);
        let is_coarser = known.word(name).is_some_and(|typed| is_less_exact(name, &shown(value), typed));
        if is_name
            || is_coarser
            || *name == "notes"
            || node.is_some_and(|node| same(node, value, known.text, &speaker))
        {
            continue;
        }
        words.push(match node {
            _ if known.is_confidential() => format!("the file says otherwise of `{name}`"),
            None => format!("the file gives `{name}`, and the sheet does not: {}", excerpt(&shown(value))),
            Some(node) => {
                let typed = known.text.get(node.span.range()).unwrap_or_default();
                format!("`{name}` is {} there, and {} here", excerpt(&shown(value)), excerpt(typed))
            }
        });
    }
    let notes = known.word("notes").unwrap_or_default();
    if notes.contains(TAKEN_IN) && !known.is_confidential() {
        let more = left.iter().filter(|(_, words)| !notes.contains(words.as_str()));
        words.extend(more.map(|(called, words)| {
            format!("the file says of {called} what its notes do not: {}", excerpt(words))
        }));
    }
    words
}

/// Whether a value stands there in any way in which it could be typed.
fn same(node: &Node, value: &Value, text: &str, speaker: &dyn Fn(&str) -> Option<String>) -> bool {
    let same = |node, value| same(node, value, text, speaker);
    let typed =
        |node: &Node| text.get(node.span.range()).unwrap_or_default().split_whitespace().collect::<String>();
    match (&node.value, value) {
        (yaml::Value::Word { text, .. }, Value::Words(words)) => {
            text.split_whitespace().eq(words.split_whitespace())
        }
        (yaml::Value::Word { text, .. }, Value::Author(name)) => {
            text.split_whitespace().eq(name.split_whitespace()) || speaker(name).as_deref() == Some(&**text)
        }
        // A date that is a set is a list to YAML.
        (_, Value::Words(words)) => typed(node) == words.split_whitespace().collect::<String>(),
        (yaml::Value::List(nodes), Value::List(items)) => {
            nodes.len() == items.len() && nodes.iter().zip(items).all(|(node, item)| same(node, item))
        }
        (_, Value::List(items)) => matches!(items.as_slice(), [item] if same(node, item)),
        (yaml::Value::Map(nodes), Value::Fields(fields)) => fields
            .iter()
            .all(|(name, value)| nodes.iter().any(|(key, node)| *key.word == **name && same(node, value))),
        (yaml::Value::Word { .. }, Value::Fields(fields)) => {
            matches!(fields.as_slice(), [("name" | "organisation", value)] if same(node, value))
        }
        _ => false,
    }
}

/// Whether a foreign date is that of the sheet, less exactly: many formats know no day, or no time.
fn is_less_exact(field: &str, foreign: &str, typed: &str) -> bool {
    let is_date = matches!(field, "published" | "accessed" | "date");
    is_date && typed.strip_prefix(foreign).is_some_and(|rest| rest.starts_with(['-', 'T']))
}

fn excerpt(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let excerpt: String = letters.by_ref().take(ENOUGH).collect();
    if letters.next().is_some() { format!("`{excerpt}…`") } else { format!("`{excerpt}`") }
}
