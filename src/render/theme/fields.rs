//! Looks for fields that templates name and nothing has.
//!
//! Where such a field is written out, the page itself fails; in a condition it is silently false, and the part of the
//! page that hangs on it is silently missing. So every template is gone through as each page would, with what the
//! names in it stand for as far as that is certain. Only what is wrong for every page that comes to it is reported.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::given;
use super::tags::{Is, Tag, Word, tags};
use crate::text::nearest;
use crate::view::Type;

/// A field that is named and not there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Missing {
    /// The template.
    pub template: String,
    /// The field's bytes in it.
    pub at: Range<usize>,
    /// What is said of it.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Every field in `templates` that no page has, in the order of templates and places.
pub(super) fn missing(templates: &BTreeMap<String, &str>) -> Vec<Missing> {
    let parsed: BTreeMap<&str, Vec<Tag<'_>>> =
        templates.iter().map(|(name, text)| (name.as_str(), tags(text))).collect();
    let bound = parsed.values().flatten().flat_map(binds).collect();
    let mut reading = Reading { parsed: &parsed, bound, seen: BTreeMap::new() };
    for (name, page) in given::pages() {
        reading.template(name, scope(given::of_page(page)), 0);
    }
    reading.template("card.html", scope(given::of_card()), 0);
    let seen = reading.seen.into_iter();
    seen.filter_map(|((template, start), said)| {
        let (end, message, help) = said?;
        Some(Missing { template: template.to_owned(), at: start..end, message, help })
    })
    .collect()
}

/// What a name stands for; nothing where that is not certain.
type Known = Option<Type>;
/// Names with what they stand for; the last one of a name counts.
type Scope<'t> = Vec<(&'t str, Known)>;
/// Where a field ends, what is said of it, and what to do.
type Said = (usize, String, String);

fn scope(names: Vec<(&'static str, Type)>) -> Scope<'static> {
    names.into_iter().map(|(name, holds)| (name, Some(holds))).collect()
}

/// Deeper than this templates do not include each other, but in a circle.
const DEEPEST: usize = 16;

struct Reading<'t> {
    parsed: &'t BTreeMap<&'t str, Vec<Tag<'t>>>,
    /// Every name that any template gives itself: what it stands for where another template uses it is not certain.
    bound: BTreeSet<&'t str>,
    /// What was found at each place that could be judged: nothing, if the field was there even once.
    seen: BTreeMap<(&'t str, usize), Option<Said>>,
}

impl<'t> Reading<'t> {
    fn template(&mut self, name: &str, mut scope: Scope<'t>, depth: usize) {
        let parsed = self.parsed;
        let Some((name, tags)) = parsed.get_key_value(name) else { return };
        if depth > DEEPEST {
            return;
        }
        let mut loops = Vec::new();
        let mut in_component = false;
        for tag in tags {
            let first = if tag.does { name_at(&tag.words, 0) } else { None };
            match first {
                Some("component") => in_component = true,
                Some("endcomponent") => in_component = false,
                // What a component is given only those who call it know.
                _ if in_component => {}
                Some("block" | "endblock" | "filter") => {}
                Some("extends" | "include") => {
                    let others = tag.words.iter().filter_map(|word| match word.is {
                        Is::Quoted(other) => Some(other),
                        _ => None,
                    });
                    for other in others {
                        self.template(other, scope.clone(), depth + 1);
                    }
                }
                Some("for") => {
                    let of = tag.words.iter().position(|word| word.is == Is::Name("in")).unwrap_or(0);
                    let (names, list) = tag.words.split_at(of);
                    let list = list.get(1..).unwrap_or_default();
                    self.expression(name, list, &scope);
                    loops.push(scope.len());
                    let each = match self.whole(list, &scope) {
                        Some(Type::List(each)) => Some(*each),
                        _ => None,
                    };
                    let names: Vec<_> = names.iter().skip(1).filter_map(named).collect();
                    match names.as_slice() {
                        [one] => scope.push((one, each)),
                        several => scope.extend(several.iter().map(|name| (*name, None))),
                    }
                    scope.push(("loop", None));
                }
                Some("endfor") => scope.truncate(loops.pop().unwrap_or(scope.len())),
                Some("set" | "set_global") => {
                    let value = tag.words.get(3..).unwrap_or_default();
                    self.expression(name, value, &scope);
                    if let Some(set) = name_at(&tag.words, 1) {
                        let holds = self.whole(value, &scope);
                        let before = scope.iter().rev().find(|(known, _)| *known == set);
                        // Which of two settings counts may hang on a condition.
                        let differs = before.is_some_and(|(_, before)| *before != holds);
                        scope.push((set, if differs { None } else { holds }));
                    }
                }
                Some(_) => self.expression(name, tag.words.get(1..).unwrap_or_default(), &scope),
                None => self.expression(name, &tag.words, &scope),
            }
        }
    }

    /// What an expression stands for that is one path and nothing else.
    fn whole(&self, words: &[Word<'t>], scope: &Scope<'t>) -> Known {
        let (path, next) = path(words, 0)?;
        (next == words.len()).then(|| self.follow(&path, scope).ok().flatten())?
    }

    /// Looks at every path of an expression.
    fn expression(&mut self, template: &'t str, words: &[Word<'t>], scope: &Scope<'t>) {
        // `[x.id for x in page.claims]` binds a name of its own.
        let own: Vec<_> = words
            .windows(2)
            .filter(|pair| pair.first().is_some_and(|word| word.is == Is::Name("for")))
            .filter_map(|pair| pair.get(1).and_then(named))
            .collect();
        let mut at = 0;
        while at < words.len() {
            let Some((found, next)) = path(words, at) else {
                at += 1;
                continue;
            };
            let asked = is_asked_for(words, next);
            at = next;
            if asked || found.first().and_then(|word| named(word)).is_some_and(|name| own.contains(&name)) {
                continue;
            }
            match self.follow(&found, scope) {
                Ok(_) => self.seen.extend(found.iter().map(|word| ((template, word.at.start), None))),
                Err((word, said)) => {
                    self.seen.entry((template, word.at.start)).or_insert(Some(said));
                }
            }
        }
    }

    /// What a path leads to; or the word that leads nowhere, and what to say of it.
    fn follow<'w>(&self, path: &[&'w Word<'t>], scope: &Scope<'t>) -> Result<Known, (&'w Word<'t>, Said)> {
        let Some((word, steps)) = path.split_first() else { return Ok(None) };
        let Some(name) = named(word) else { return Ok(None) };
        let Some((_, holds)) = scope.iter().rev().find(|(known, _)| *known == name) else {
            if self.bound.contains(name) {
                return Ok(None);
            }
            let names: BTreeSet<_> = scope.iter().map(|(known, _)| *known).collect();
            let said = said(
                word.at.end,
                name,
                "is not given to this template",
                "given",
                &names.into_iter().collect::<Vec<_>>(),
            );
            return Err((word, said));
        };
        let Some(mut holds) = holds.clone() else { return Ok(None) };
        for word in steps {
            let Some(step) = named(word) else { return Ok(None) };
            while let Type::Maybe(inner) = holds {
                holds = *inner;
            }
            let Type::Of(shape) = holds else {
                let what = match &holds {
                    Type::List(_) => "a list",
                    Type::Number => "a number",
                    Type::Truth => "true or false",
                    _ => "words",
                };
                let message = format!("there is no field `{step}` here: this is {what}");
                let help = "take the step away; docs/themes.md says what each field holds".to_owned();
                return Err((word, (word.at.end, message, help)));
            };
            if let Some(field) = shape.fields.iter().find(|field| field.name == step) {
                holds = (field.holds)();
            } else {
                let fields: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
                let why = format!("is not a field of {}", shape.name);
                return Err((word, said(word.at.end, step, &why, "its fields", &fields)));
            }
        }
        Ok(Some(holds))
    }
}

fn said(end: usize, word: &str, why: &str, list: &str, known: &[&str]) -> Said {
    let near = nearest(word, known.iter().copied(), 2);
    let meant = match near.as_slice() {
        [] => String::new(),
        near => format!("did you mean `{}`? ", near.join("` or `")),
    };
    (end, format!("`{word}` {why}"), format!("{meant}{list}: {}", known.join(", ")))
}

/// The words that are neither fields nor names.
const KEYWORDS: [&str; 16] = [
    "and", "or", "not", "in", "is", "if", "else", "true", "false", "True", "False", "none", "None", "null",
    "for", "set",
];

fn named<'t>(word: &Word<'t>) -> Option<&'t str> {
    match word.is {
        Is::Name(name) => Some(name),
        _ => None,
    }
}

fn name_at<'t>(words: &[Word<'t>], at: usize) -> Option<&'t str> {
    words.get(at).and_then(named)
}

fn sign_at(words: &[Word<'_>], at: usize, sign: char) -> bool {
    words.get(at).is_some_and(|word| word.is == Is::Sign(sign))
}

/// The path that begins at a word, if one does, and where the expression goes on.
fn path<'w, 't>(words: &'w [Word<'t>], at: usize) -> Option<(Vec<&'w Word<'t>>, usize)> {
    let first = words.get(at)?;
    let name = named(first)?;
    if KEYWORDS.contains(&name) || name.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|before| words.get(before)).map(|word| word.is);
    let is_test = match before {
        Some(Is::Name("is")) => true,
        Some(Is::Name("not")) => at.checked_sub(2).is_some_and(|at| name_at(words, at) == Some("is")),
        _ => false,
    };
    // A filter, a step after brackets, a component, an argument of its own name.
    if is_test || matches!(before, Some(Is::Sign('|' | '.' | '<' | '/' | '@'))) {
        return None;
    }
    let mut path = vec![first];
    let mut next = at + 1;
    while sign_at(words, next, '.') && name_at(words, next + 1).is_some() {
        path.extend(words.get(next + 1));
        next += 2;
    }
    let called = sign_at(words, next, '(') || sign_at(words, next, ':');
    let assigned = sign_at(words, next, '=') && !sign_at(words, next + 1, '=');
    (!called && !assigned).then_some((path, next))
}

/// Whether a path is only asked whether it is there, or is followed with care.
fn is_asked_for(words: &[Word<'_>], next: usize) -> bool {
    let test = match (name_at(words, next), name_at(words, next + 1)) {
        (Some("is"), Some("not")) => name_at(words, next + 2),
        (Some("is"), test) => test,
        _ => None,
    };
    matches!(test, Some("defined" | "undefined")) || sign_at(words, next, '?')
}

/// The names a tag gives.
fn binds<'t>(tag: &Tag<'t>) -> Vec<&'t str> {
    match name_at(&tag.words, 0) {
        Some("set" | "set_global") if tag.does => name_at(&tag.words, 1).into_iter().collect(),
        Some("for") if tag.does => {
            let names = tag.words.iter().skip(1).take_while(|word| word.is != Is::Name("in"));
            names.filter_map(named).collect()
        }
        _ => Vec::new(),
    }
}
