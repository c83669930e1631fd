//! `casebook new`: an entry or an article with its fields in place, asked for at a terminal.

mod asking;
mod entry;

use std::io::Write;
use std::path::Path;

pub use asking::Dialogue;
use entry::{article, entry};

use super::{CommandError, Outcome, kind_of};
use crate::disk;
use crate::exchange::{Known, Value, id_for, refusal};
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
    let (inputs, _) = disk::read(project)?;
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
        (None, None) if title.is_empty() => return Err(usage("say its id: `casebook new claim first-call`")),
        (None, None) => id_for(kind, title, &known),
    };
    let path = match kind {
        Kind::Article => {
            let path = format!("content/articles/{id}.md");
            disk::create(&project.join(&path), article(&id, &fields).as_bytes())?;
            path
        }
        _ => add_to_sheet(kind, &id, &fields, &inputs, project)?,
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

/// Writes an entry at the end of the sheet `content/facts/<section>.yaml` where that sheet ends with this section,
/// and into a sheet of its own otherwise.
fn add_to_sheet(
    kind: Kind,
    id: &Id,
    given: &[Given],
    inputs: &Inputs,
    project: &Path,
) -> Result<String, CommandError> {
    let section = kind.section();
    let path = format!("content/facts/{section}.yaml");
    let Some(file) = inputs.find(&path) else {
        let text = format!("{section}:\n{}", entry(kind, id, given));
        disk::create(&project.join(&path), text.as_bytes())?;
        return Ok(path);
    };
    let text = &inputs.file(file).text;
    if ends_with_section(text, section) {
        let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
        disk::replace(&project.join(&path), format!("{text}{gap}{}", entry(kind, id, given)).as_bytes())?;
        return Ok(path);
    }
    let path = format!("content/facts/{id}.yaml");
    disk::create(&project.join(&path), format!("{section}:\n{}", entry(kind, id, given)).as_bytes())?;
    Ok(path)
}

/// Whether the last key that stands at the left edge opens this section, with entries below it two spaces in.
fn ends_with_section(text: &str, section: &str) -> bool {
    let lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    let mut last = None;
    let mut two_in = true;
    for line in lines {
        if line.starts_with(' ') {
            let indent = line.len() - line.trim_start().len();
            two_in &= indent != 1 && indent != 3;
        } else {
            last = Some(line);
            two_in = true;
        }
    }
    two_in && last.is_some_and(|line| line.strip_suffix(':') == Some(section))
}
