//! Values as words: in the notes of an entry, and as they are told to people.

use super::Fields;
use crate::exchange::known::marked;
use crate::exchange::told::{Told, Value};
use crate::load::{Form, Shape, TAKEN_IN};

/// The notes of a new entry: where it came from, what no field takes, what was noted of it there.
pub(super) fn notes(file: &str, key: Option<&str>, left: &[(String, String)], own: Option<&str>) -> String {
    let mut lines = vec![key.map_or_else(|| format!("{TAKEN_IN}{file}."), |key| marked(file, key))];
    lines.extend(left.iter().map(|(called, words)| format!("{}: {}", cleaned(called), cleaned(words))));
    lines.extend(own.map(cleaned));
    lines.join("\n")
}

/// Words on one line, without signs that nobody sees.
pub(super) fn cleaned(words: &str) -> String {
    let seen = |letter: char| {
        let is_unseen = letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{200b}');
        if is_unseen { ' ' } else { letter }
    };
    let words: String = words.chars().map(seen).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value as it is told to people, on one line.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Words(words) | Value::Entry(words) | Value::Author(words) => words.clone(),
        Value::Speaker { name, .. } => name.clone(),
        Value::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Fields(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{name}: {}", shown(value)));
            fields.collect::<Vec<_>>().join(", ")
        }
        Value::Told(number) => format!("item {}", number + 1),
    }
}

/// What the foreign file knows something by, on one line.
pub(super) fn key_of(told: &Told) -> Option<String> {
    told.key.as_deref().map(cleaned).filter(|key| !key.is_empty())
}

/// Fields in the order in which the reference lists them, those within them too.
pub(super) fn in_order(fields: &mut Fields, form: &Form) {
    fields.sort_by_key(|(name, _)| form.fields.iter().position(|field| field.name == *name));
    for (name, value) in fields {
        if let Some(field) = form.fields.iter().find(|field| field.name == *name) {
            value_in_order(value, &field.shape());
        }
    }
}

fn value_in_order(value: &mut Value, shape: &Shape) {
    match (value, shape) {
        (Value::Fields(fields), Shape::Fields(form) | Shape::Either(_, form)) => in_order(fields, form),
        (Value::List(items), Shape::List(of) | Shape::OneOrList(of)) => {
            for item in items.iter_mut() {
                value_in_order(item, of);
            }
        }
        _ => {}
    }
}
