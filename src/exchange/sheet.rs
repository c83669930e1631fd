//! New entries as they are typed: a sheet of their own, or at the end of their sections in one that is there.

use std::fmt::Write as _;

use super::place::New;
use super::told::Value;
use crate::Vocabulary as _;
use crate::load::yaml;
use crate::load::{Draft, load_file};
use crate::model::Kind;
use crate::text::FileId;

/// A sheet that holds these entries alone, under a line that says where they came from.
#[must_use]
pub fn sheet(new: &[New], file: &str) -> String {
    let mut text = format!(
        "# Taken in from {}. Go over it, and move the entries where you want them.\n",
        file.replace(char::is_control, " ")
    );
    for kind in Kind::ALL {
        let entries: Vec<String> =
            new.iter().filter(|new| new.kind == *kind).map(|new| entry(new, 2)).collect();
        if !entries.is_empty() {
            let _ = write!(text, "\n{}:\n{}", kind.section(), entries.join("\n"));
        }
    }
    text
}

/// A sheet with these entries added at the end of their sections; nothing where they cannot be put there without
/// touching anything else.
#[must_use]
pub fn added(text: &str, new: &[New]) -> Option<String> {
    let mut after = text.to_owned();
    for kind in Kind::ALL {
        let entries: Vec<&New> = new.iter().filter(|new| new.kind == *kind).collect();
        if !entries.is_empty() {
            after = with_section(&after, *kind, &entries)?;
        }
    }
    (holds(&after, text, new)).then_some(after)
}

fn with_section(text: &str, kind: Kind, new: &[&New]) -> Option<String> {
    let parsed = yaml::parse(FileId(0), text, 0);
    let sections = match parsed.root.map(|root| root.value) {
        Some(yaml::Value::Map(sections)) => sections,
        None => Vec::new(),
        Some(_) => return None,
    };
    let Some(at) = sections.iter().position(|(key, _)| *key.word == *kind.section()) else {
        let entries: Vec<String> = new.iter().map(|new| entry(new, 2)).collect();
        return Some(format!("{}\n\n{}:\n{}", text.trim_end(), kind.section(), entries.join("\n")));
    };
    let (_, node) = sections.get(at)?;
    let indent = match &node.value {
        yaml::Value::Map(entries) => {
            let start = entries.first()?.0.span.start as usize;
            let line = text.get(..start)?.rsplit('\n').next()?;
            line.chars().all(|sign| sign == ' ').then_some(line.len())?
        }
        _ => return None,
    };
    let entries: Vec<String> = new.iter().map(|new| entry(new, indent)).collect();
    // Up to where the next section begins; blank lines and comments above it are its own.
    let end = sections.get(at + 1).map_or(text.len(), |(key, _)| key.span.start as usize);
    let own = text.get(..end)?;
    let mut kept = own.len();
    for line in own.split_inclusive('\n').rev() {
        if !(line.trim().is_empty() || (line.starts_with('#') && end < text.len())) {
            break;
        }
        kept -= line.len();
    }
    let (before, behind) = (text.get(..kept)?, text.get(kept..)?);
    let gap = if before.ends_with('\n') { "" } else { "\n" };
    Some(format!("{before}{gap}\n{}{behind}", entries.join("\n")))
}

/// Whether a sheet has all the ids that it had, the new ones, and no mistake more.
fn holds(after: &str, before: &str, new: &[New]) -> bool {
    let load = |text: &str| match load_file(FileId(0), "content/facts/x.yaml", text) {
        Some((Draft::Sheet(sheet), findings)) => {
            let mut ids: Vec<String> = sheet.ids().map(ToString::to_string).collect();
            ids.sort();
            let wrong = findings.iter().filter(|finding| finding.rule != "missing-field").count();
            Some((ids, wrong))
        }
        _ => None,
    };
    let (Some((mut had, was_wrong)), Some((has, is_wrong))) = (load(before), load(after)) else {
        return false;
    };
    had.extend(new.iter().map(|new| new.id.to_string()));
    had.sort();
    had == has && is_wrong <= was_wrong
}

fn entry(new: &New, indent: usize) -> String {
    let mut text = format!("{}{}:\n", " ".repeat(indent), plain_or_quoted(new.id.as_str(), true));
    for (name, value) in &new.fields {
        text.push_str(&field_text(name, value, indent + 2));
    }
    text
}

/// A field that holds words, as it is typed, so many blanks in.
#[must_use]
pub fn field_line(name: &str, typed: &str, indent: usize) -> String {
    field_text(name, &Value::Words(typed.to_owned()), indent)
}

/// A field as lines, so many blanks in.
pub(super) fn field_text(name: &str, value: &Value, indent: usize) -> String {
    let blanks = " ".repeat(indent);
    match value {
        Value::Words(words) if words.contains('\n') => {
            let lines = words.lines().map(|line| format!("{blanks}  {}\n", line.trim()));
            format!("{blanks}{name}: |-\n{}", lines.collect::<String>())
        }
        Value::List(items) if items.iter().any(|item| matches!(item, Value::Fields(_))) => {
            let items = items.iter().map(|item| item_text(item, indent + 2));
            format!("{blanks}{name}:\n{}", items.collect::<String>())
        }
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| in_brackets(&words(item))).collect();
            format!("{blanks}{name}: [{}]\n", items.join(", "))
        }
        Value::Fields(fields) => {
            let fields = fields.iter().map(|(name, value)| field_text(name, value, indent + 2));
            format!("{blanks}{name}:\n{}", fields.collect::<String>())
        }
        other => format!("{blanks}{name}: {}\n", on_a_line(&words(other))),
    }
}

/// An item of a list of fields, behind its hyphen.
fn item_text(item: &Value, indent: usize) -> String {
    let blanks = " ".repeat(indent);
    let Value::Fields(fields) = item else { return format!("{blanks}- {}\n", on_a_line(&words(item))) };
    let lines: String = fields.iter().map(|(name, value)| field_text(name, value, indent + 2)).collect();
    lines.strip_prefix(&format!("{blanks}  ")).map_or_else(String::new, |first| format!("{blanks}- {first}"))
}

fn words(value: &Value) -> String {
    match value {
        Value::Words(words) | Value::Entry(words) | Value::Author(words) => words.clone(),
        Value::Speaker { name, .. } => name.clone(),
        Value::List(_) | Value::Fields(_) | Value::Told(_) => String::new(),
    }
}

/// Words as they are where YAML leaves them as they are, and in quotes otherwise.
fn on_a_line(words: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -_/.,()+~’“”„–—…?=%;:&'".contains(letter);
    plain_or_quoted(words, words.chars().all(is_plain) && !words.contains(": ") && !words.ends_with(':'))
}

fn in_brackets(words: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -_/.()+~’“”„–—…".contains(letter);
    plain_or_quoted(words, words.chars().all(is_plain))
}

fn plain_or_quoted(words: &str, may_be_plain: bool) -> String {
    // Words that some program takes for more than words.
    const TAKEN: [&str; 7] = ["null", "yes", "no", "on", "off", "y", "n"];
    let starts =
        words.starts_with(char::is_alphanumeric) || words.starts_with('/') || words.starts_with("..");
    let is_taken = TAKEN.contains(&words.to_lowercase().as_str());
    let ends = words.ends_with(char::is_whitespace);
    if may_be_plain && starts && !is_taken && !ends {
        return words.to_owned();
    }
    // Strings of JSON are words in double quotes to YAML.
    serde_json::Value::from(words).to_string()
}
