//! Small numbers in words, where a language has words for them that fit into any sentence; possessives.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, PatternElement};

use crate::text::capital;

/// Teaches a language to count, and English its possessives. `WORDS($count)` is one of the words of the language's term
/// `-numbers`, which stand in a row from nothing on, or the digits; `WORDS($count, begins: "sentence")` has a capital
/// letter. A language whose numbers change with what is counted has no such term.
pub(super) fn teach(bundle: &mut FluentBundle<FluentResource>, resource: &FluentResource) {
    let words = words_of(resource);
    let counted = bundle.add_function("WORDS", move |given, named| match given.first() {
        Some(FluentValue::Number(number)) => match words.get(place(number.value)) {
            Some(word) if named.get("begins").is_some() => capital(word).into(),
            Some(word) => word.clone().into(),
            None => FluentValue::Number(number.clone()),
        },
        Some(other) => other.to_owned().into_owned(),
        None => FluentValue::Error,
    });
    let possessed = bundle.add_function("POSSESSIVE", |given, _| match given.first() {
        Some(FluentValue::String(name)) if name.ends_with(['s', 'x', 'z', 'ß']) => format!("{name}’").into(),
        Some(FluentValue::String(name)) => format!("{name}’s").into(),
        Some(other) => other.to_owned().into_owned(),
        None => FluentValue::Error,
    });
    debug_assert!(counted.is_ok() && possessed.is_ok(), "a language is taught once");
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts are small and not negative"
)]
fn place(number: f64) -> usize {
    number as usize
}

fn words_of(resource: &FluentResource) -> Vec<String> {
    let numbers = resource.entries().find_map(|entry| match entry {
        Entry::Term(term) if term.id.name == "numbers" => Some(&term.value.elements),
        _ => None,
    });
    let text = numbers.into_iter().flatten().filter_map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    text.flat_map(|words| words.split(',')).map(|word| word.trim().to_owned()).collect()
}
