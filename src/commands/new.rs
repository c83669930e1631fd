//! `casebook new`: an entry or an article with its fields in place, asked for at a terminal.

mod asking;

use std::io::Write;
use std::path::Path;

pub use asking::Dialogue;

use super::read::may_be_written;
use super::{CommandError, Outcome, kind_of};
use crate::disk;
use crate::edits::{Added, added, applied};
use crate::exchange::{Known, Value, field_line, id_for, refusal};
use crate::load::{Draft, Shape, form_of, load};
use crate::model::{Id, Kind};
use crate::text::{FileId, Inputs, nearest};

/// What is known of a new entry before anybody is asked.
#[derive(Debug, Default)]
pub struct NewEntry<'a> {
    /// What it is.
    pub kind: Option<&'a str>,
    /// Its id.
    pub id: Option<&'a str>,
    /// Fields, as typed.
    pub fields: Vec<Given>,
}

/// A field with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name in the sheet.
    pub field: &'static str,
    /// What it is to hold.
    pub words: String,
}

/// Adds an entry to a sheet of its own kind, or an article. Where there is somebody to ask, what is missing is asked
/// for.
///
/// # Errors
/// If there is no such kind, the id is none or is taken, a field cannot hold what is given; if kind, or id and title,
/// are not given and nobody can be asked; if there is no report, or the disk refuses.
pub fn new(
    new: NewEntry<'_>,
    project: &Path,
    mut dialogue: Option<Dialogue<'_>>,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let NewEntry { kind, id, mut fields } = new;
    let given_kind = kind.map(kind_of).transpose()?;
    let given_id = given_kind.zip(id).map(|(kind, id)| id_of(kind, id)).transpose()?;
    let (inputs, found) = disk::read(project)?;
    let (drafts, _) = load(&inputs);
    let known = Known::of(&drafts, &inputs);
    if let Some(dialogue) = &mut dialogue {
        dialogue.begin()?;
    }
    let kind = match (given_kind, &mut dialogue) {
        (Some(kind), _) => kind,
        (None, Some(dialogue)) => dialogue.kind()?,
        (None, None) => return Err(usage("say what it is, and its id: `casebook new claim first-call`")),
    };
    if let Some(path) = given_id.as_ref().and_then(|id| taken(id, &drafts, &inputs)) {
        return Err(is_taken(given_id.as_ref().map_or("", Id::as_str), path));
    }
    for Given { field, words } in &fields {
        if let Some(mistake) = mistake(kind, field, words, &known) {
            return Err(usage(&format!("`--{field}`: {mistake}")));
        }
    }
    if let Some(dialogue) = &mut dialogue {
        dialogue.fields(kind, &mut fields, &known)?;
    }
    let title = fields.iter().find(|given| matches!(given.field, "name" | "title" | "text"));
    let title = title.map_or("", |given| &given.words);
    let id = match (given_id, &mut dialogue) {
        (Some(id), _) => id,
        (None, Some(dialogue)) => {
            let mistake = |typed: &str| match id_of(kind, typed) {
                Err(error) => Some(error.to_string()),
                Ok(id) => taken(&id, &drafts, &inputs).map(|path| is_taken(typed, path).to_string()),
            };
            let id = dialogue.id(kind, title, &known, mistake)?;
            id.ok_or_else(|| usage("an entry needs an id, or a title to make one of: nothing was added"))?
        }
        (None, None) if title.is_empty() => {
            return Err(CommandError::Usage(format!("say its id: `casebook new {} its-id`", kind.word())));
        }
        (None, None) => id_for(kind, title, &known),
    };
    let indent = if kind == Kind::Article { 0 } else { 4 };
    let lines = fields.iter().map(|given| (given.field, field_line(given.field, &given.words, indent)));
    let path = match added(kind, &id, &lines.collect::<Vec<_>>(), &inputs) {
        Some(Added::To(edit)) => {
            let path = inputs.file(edit.place.file).path.clone();
            may_be_written(&path, &inputs, &found)?;
            let texts = applied(&inputs, std::slice::from_ref(&edit)).unwrap_or_default();
            for text in texts.values() {
                disk::replace(&project.join(&path), text.as_bytes())?;
            }
            path
        }
        Some(Added::New { path, text }) => {
            disk::create(&project.join(&path), text.as_bytes())?;
            path
        }
        None => {
            return Err(CommandError::Usage(format!("the file that `{id}` would stand in is there already")));
        }
    };
    writeln!(out, "added {} `{id}` to {path}; fill its fields in, then `casebook check`", kind.word())?;
    Ok(Outcome::Clean)
}

fn usage(words: &str) -> CommandError {
    CommandError::Usage(words.to_owned())
}

fn is_taken(id: &str, path: &str) -> CommandError {
    CommandError::Usage(format!("`{id}` is taken: it stands in {path}; choose another id"))
}

/// Why a field of an entry cannot hold some words; nothing where it can. An id must be that of an entry.
fn mistake(kind: Kind, field: &str, words: &str, known: &Known<'_>) -> Option<String> {
    let form = form_of(kind);
    let Some(found) = form.fields.iter().find(|known| known.name == field) else {
        let fields: Vec<&str> = form.fields.iter().map(|field| field.name).collect();
        return Some(format!("{} has no field `{field}`; it has {}", kind.with_article(), fields.join(", ")));
    };
    if let Some(finding) = refusal(kind, field, &Value::Words(words.to_owned())) {
        let help = finding.help.map_or_else(String::new, |help| format!("; {help}"));
        return Some(finding.message + &help);
    }
    if !matches!(found.shape(), Shape::Id) {
        return None;
    }
    let speakers = known.speakers();
    if let Some(entry) = known.entry(words) {
        let what = entry.kind.with_article();
        let speaks = speakers.contains(&words);
        return (!speaks).then(|| format!("`{words}` is {what}; people, organisations and sources speak"));
    }
    let near = nearest(words, speakers.into_iter(), 1);
    let meant = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Some(format!("nothing has the id `{words}`{meant}"))
}

pub(super) fn id_of(kind: Kind, typed: &str) -> Result<Id, CommandError> {
    let id = if kind == Kind::Article { Id::parse_path(typed) } else { Id::parse(typed) };
    id.ok_or_else(|| {
        let meant = Id::plain(typed).map_or_else(String::new, |id| format!("; `{id}` would be one"));
        CommandError::Usage(format!(
            "`{typed}` is not an id: ids are lower-case letters a to z and digits, joined by hyphens{meant}"
        ))
    })
}

/// The file in which an id is taken.
fn taken<'i>(id: &Id, drafts: &[(FileId, Draft)], inputs: &'i Inputs) -> Option<&'i str> {
    let file = drafts.iter().find_map(|(file, draft)| match draft {
        Draft::Report(_) => None,
        Draft::Sheet(sheet) => sheet.ids().any(|known| known == id).then_some(*file),
        Draft::Article(article) => {
            article.id.as_ref().is_some_and(|known| known.value == *id).then_some(*file)
        }
    })?;
    Some(&inputs.file(file).path)
}
