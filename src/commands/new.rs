//! `casebook new`: an entry or an article with its fields in place.

use std::io::Write;
use std::path::Path;

use super::{CommandError, Outcome, kind_of};
use crate::disk;
use crate::edits::{Added, added, applied};
use crate::load::{Draft, load};
use crate::model::{Id, Kind};
use crate::text::Inputs;

/// Adds an entry to a sheet of its own kind, or an article.
///
/// # Errors
/// If there is no such kind, the id is none or is taken, there is no report, or the disk refuses.
pub fn new(kind: &str, id: &str, project: &Path, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    let kind = kind_of(kind)?;
    let id = id_of(kind, id)?;
    let (inputs, _) = disk::read(project)?;
    if let Some(path) = taken(&id, &inputs) {
        return Err(CommandError::Usage(format!("`{id}` is taken: it stands in {path}; choose another id")));
    }
    let path = match added(kind, &id, None, &inputs) {
        Some(Added::To(edit)) => {
            let path = inputs.file(edit.place.file).path.clone();
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
fn taken(id: &Id, inputs: &Inputs) -> Option<String> {
    let (drafts, _) = load(inputs);
    let file = drafts.iter().find_map(|(file, draft)| match draft {
        Draft::Report(_) => None,
        Draft::Sheet(sheet) => sheet.ids().any(|known| known == id).then_some(*file),
        Draft::Article(article) => {
            article.id.as_ref().is_some_and(|known| known.value == *id).then_some(*file)
        }
    })?;
    Some(inputs.file(file).path.clone())
}
