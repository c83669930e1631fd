//! Reading words: what can be put into each sentence, and what is wrong with those of a theme.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::text::nearest;

/// Something wrong in a file of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Reads words; says what is wrong with them, judged by the keys and variables of `known`.
pub(super) fn read(text: &str, known: &str) -> (FluentResource, Vec<Mistake>) {
    let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut mistakes: Vec<Mistake> = errors
        .into_iter()
        .map(|error| Mistake {
            at: within(text, error.pos.clone()),
            message: format!("these words cannot be read: {}", lower(&error.kind.to_string())),
            help: "a line is `key = words`; what is put in stands in braces, like `{ $count }`".to_owned(),
        })
        .collect();
    if !std::ptr::eq(text, known) {
        let known = variables(known);
        let keys: Vec<&str> = known.keys().map(String::as_str).collect();
        for (key, names) in variables_of(&resource) {
            let at = place_of(text, &key);
            let Some(there) = known.get(&key) else {
                // What a theme's own templates say has keys of its own.
                let near = nearest(&key, keys.iter().copied(), 1);
                if let [meant, ..] = near.as_slice() {
                    mistakes.push(Mistake {
                        at,
                        message: format!("nothing says `{key}`"),
                        help: format!("did you mean `{meant}`?"),
                    });
                }
                continue;
            };
            for name in names.iter().filter(|name| !there.contains(name)) {
                let given = there.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ");
                let help = if given.is_empty() {
                    "nothing is put into it".to_owned()
                } else {
                    format!("it is given {given}")
                };
                mistakes.push(Mistake {
                    at: at.clone(),
                    message: format!("`{key}` is not given `${name}`"),
                    help,
                });
            }
        }
    }
    (resource, mistakes)
}

/// What can be put into each sentence, by its key.
pub(super) fn variables(text: &str) -> BTreeMap<String, Vec<String>> {
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    variables_of(&resource)
}

fn variables_of(resource: &FluentResource) -> BTreeMap<String, Vec<String>> {
    let entries: Vec<&Entry<&str>> = resource.entries().collect();
    let patterns: BTreeMap<&str, &Pattern<&str>> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
            _ => None,
        })
        .collect();
    let said = |pattern: &Pattern<&str>| {
        let mut names = BTreeSet::new();
        let mut met = BTreeSet::new();
        gather(pattern, &patterns, &mut met, &mut names);
        names.into_iter().collect()
    };
    patterns.iter().map(|(key, pattern)| ((*key).to_owned(), said(pattern))).collect()
}

/// Every variable of a pattern, and of the sentences it is made of.
fn gather<'p>(
    pattern: &'p Pattern<&'p str>,
    all: &BTreeMap<&'p str, &'p Pattern<&'p str>>,
    met: &mut BTreeSet<&'p str>,
    names: &mut BTreeSet<String>,
) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => gather_inline(inline, all, met, names),
                Expression::Select { selector, variants } => {
                    gather_inline(selector, all, met, names);
                    for variant in variants {
                        gather(&variant.value, all, met, names);
                    }
                }
            }
        }
    }
}

fn gather_inline<'p>(
    inline: &'p InlineExpression<&'p str>,
    all: &BTreeMap<&'p str, &'p Pattern<&'p str>>,
    met: &mut BTreeSet<&'p str>,
    names: &mut BTreeSet<String>,
) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for one in positional {
                gather_inline(one, all, met, names);
            }
        }
        InlineExpression::MessageReference { id, .. } => {
            if let Some(pattern) = all.get(id.name)
                && met.insert(id.name)
            {
                gather(pattern, all, met, names);
            }
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                gather_inline(inner, all, met, names);
            }
        }
        _ => {}
    }
}

/// Where a sentence stands.
fn place_of(text: &str, key: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches('\u{feff}').strip_prefix(key);
        if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            let mark = line.len() - line.trim_start_matches('\u{feff}').len();
            return start + mark..start + mark + key.len();
        }
        start += line.len();
    }
    0..0
}

/// A place that begins and ends between letters.
fn within(text: &str, at: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(at.start.min(text.len()));
    start..text.ceil_char_boundary(at.end.clamp(start, text.len()))
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
