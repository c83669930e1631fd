//! What templates say: `{{ say(key="claim-why") }}`, with whatever else the sentence asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::WORDS;
use super::fields::Missing;
use super::tags::{Is, Tag, Word, tags};
use crate::diagnostic::Finding;
use crate::speech::{Arg, Speech};
use crate::text::{Inputs, Place, Span, nearest};

/// In the language of the report, with the theme's own words before the built-in ones.
pub(super) fn speech(inputs: &Inputs, folder: &str, language: &str) -> (Speech, Vec<Finding>) {
    let primary = language.split('-').next().unwrap_or_default().to_lowercase();
    let file = inputs.find(&format!("{folder}{WORDS}{primary}.ftl"));
    let (speech, mistakes) = Speech::new(language, file.map(|file| &*inputs.file(file).text));
    let findings = mistakes.into_iter().filter_map(|mistake| {
        let place = Place { file: file?, span: Span::new(mistake.at.start, mistake.at.end) };
        Some(Finding::error("unknown-words", place, mistake.message).help(mistake.help))
    });
    (speech, findings.collect())
}

/// A template engine whose templates can speak.
pub(super) fn speaking(speech: &Arc<Speech>) -> Tera {
    let mut tera = Tera::new();
    let speech = Arc::clone(speech);
    let plain = speech.keys().filter(|key| speech.asks_for(key).is_some_and(<[String]>::is_empty));
    let plain = plain.map(|key| (key.to_owned(), Value::from(speech.say(key)))).collect();
    tera.register_function("say", move |given: Kwargs, _: &State<'_>| say(&speech, &plain, &given));
    tera
}

/// `plain` holds what is said without anything put in, which is most of what pages say.
fn say(speech: &Speech, plain: &FxHashMap<String, Value>, given: &Kwargs) -> TeraResult<Value> {
    let key: &str = given.must_get("key")?;
    if let Some(words) = plain.get(key) {
        return Ok(words.clone());
    }
    let Some(names) = speech.asks_for(key) else {
        return Err(Error::message(format!("there are no words `{key}`")));
    };
    let mut values: Vec<(&str, Value)> = Vec::with_capacity(names.len());
    for name in names {
        let value: Option<Value> = given.get(name)?;
        let value =
            value.ok_or_else(|| Error::message(format!("the words `{key}` are not given `{name}`")))?;
        values.push((name, value));
    }
    let args = values.iter().map(|(name, value)| {
        let number = value.as_i128().and_then(|number| u32::try_from(number).ok());
        let arg = number.map_or_else(|| Arg::Words(value.as_str().unwrap_or_default()), Arg::Number);
        (*name, arg)
    });
    Ok(Value::from(speech.tell(key, &args.collect::<Vec<_>>())))
}

/// Everything that templates say and there are no words for, in the order of templates and places.
pub(super) fn missing(templates: &BTreeMap<String, &str>, speech: &Speech) -> Vec<Missing> {
    let mut missing = Vec::new();
    for (template, text) in templates {
        for tag in tags(text) {
            missing.extend(wrong(&tag, speech).into_iter().map(|(word, message, help)| Missing {
                template: template.clone(),
                at: word.at.clone(),
                message,
                help,
            }));
        }
    }
    missing
}

type Wrong<'t> = (Word<'t>, String, String);

fn wrong<'t>(tag: &Tag<'t>, speech: &Speech) -> Vec<Wrong<'t>> {
    let mut wrong = Vec::new();
    for (at, word) in tag.words.iter().enumerate() {
        let called = tag.words.get(at + 1).is_some_and(|next| next.is == Is::Sign('('));
        if word.is != Is::Name("say") || !called {
            continue;
        }
        let (given, key) = arguments(&tag.words, at + 2);
        let Some(key) = key else {
            let message = "`say` is not given a `key`".to_owned();
            wrong.push((word.clone(), message, "write `say(key=\"…\")`".to_owned()));
            continue;
        };
        let Is::Quoted(name) = key.is else { continue };
        let Some(names) = speech.asks_for(name) else {
            let near = nearest(name, speech.keys(), 2);
            let meant = match near.as_slice() {
                [] => String::new(),
                near => format!("did you mean `{}`? ", near.join("` or `")),
            };
            let help = format!("{meant}words of your own stand in the theme, in `{WORDS}<language>.ftl`");
            wrong.push((key.clone(), format!("there are no words `{name}`"), help));
            continue;
        };
        for asked in names.iter().filter(|asked| !given.contains(&asked.as_str())) {
            let message = format!("the words `{name}` are not given `{asked}`");
            wrong.push((key.clone(), message, format!("write `{asked}=…` beside the key")));
        }
    }
    wrong
}

/// The names of what is given to a call, and the word that stands for its key.
fn arguments<'w, 't>(words: &'w [Word<'t>], from: usize) -> (Vec<&'t str>, Option<&'w Word<'t>>) {
    let mut given = Vec::new();
    let mut key = None;
    let mut depth = 0_u32;
    for (at, word) in words.iter().enumerate().skip(from) {
        match word.is {
            Is::Sign('(') => depth += 1,
            Is::Sign(')') if depth == 0 => break,
            Is::Sign(')') => depth -= 1,
            Is::Name(name) if depth == 0 => {
                let set = words.get(at + 1).is_some_and(|next| next.is == Is::Sign('='));
                let compared = words.get(at + 2).is_some_and(|next| next.is == Is::Sign('='));
                if set && !compared {
                    given.push(name);
                    if name == "key" {
                        key = words.get(at + 2);
                    }
                }
            }
            _ => {}
        }
    }
    (given, key)
}
