//! `casebook rename`: an id changed everywhere, at the places where it is read as one.

use std::io::Write;
use std::path::Path;

use super::build::number;
use super::new::id_of;
use super::{CommandError, Outcome, Surroundings, unknown_id};
use crate::diagnostic::{Finding, Level};
use crate::disk::{self, Change};
use crate::edits::{Renaming, applied, rename as edits_to_rename};
use crate::ledger::{Ledger, Published, SignOff};
use crate::load::Draft;
use crate::model::{Any, Id, Kind, Record};
use crate::text::{FileId, Input, Inputs, Places};

/// An id, and what it is to be.
#[derive(Debug, Clone, Copy)]
pub struct NewName<'a> {
    /// The id as it is.
    pub old: &'a str,
    /// What it is to be.
    pub new: &'a str,
    /// Whether readers know the old one, whatever the record of publications says.
    pub published: bool,
}

/// Renames an entry or an article in all files, or in none.
///
/// # Errors
/// If the report cannot be read soundly, the old id is not known, the new one is none or is taken, a place cannot be
/// changed, or the disk refuses. Nothing is changed then.
pub fn rename(
    name: NewName<'_>,
    project: &Path,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let (inputs, found) = disk::read(project)?;
    let before = Linked::of(inputs, found, around)?;
    let (old, kind) = known(name.old, &before.record)?;
    let new = id_of(kind, name.new)?;
    if let Some(taken) = taken(&new, &old, &before) {
        return Err(CommandError::Usage(taken));
    }
    let (ledger, _) = Ledger::read(&before.inputs, &before.drafts, &before.record);
    if ledger.broken && !name.published {
        let message = "the record of publications could not be read, so nobody knows whether that id was published: \
            see `casebook check`, or say `--published`";
        return Err(CommandError::Usage(message.to_owned()));
    }
    let published = name.published || Published::after(&ledger.publications).kind(&old).is_some();
    let renaming = Renaming { kind, old: &old, new: &new, published };
    let mut places = Places::new(&before.inputs);
    let renamed = edits_to_rename(renaming, &before.inputs, &before.drafts).map_err(|refused| {
        let spot = places.spot(refused.place);
        let (path, line, column) = (spot.path, spot.start.line, spot.start.column);
        CommandError::Usage(format!(
            "nothing was changed: {} ({path}:{line}:{column}); write it another way, and rename then",
            refused.why
        ))
    })?;
    let by_hand =
        || CommandError::Usage("nothing was changed: not every place could be changed safely".to_owned());
    let texts = applied(&before.inputs, &renamed.edits).ok_or_else(by_hand)?;
    let moved =
        |file: FileId| renamed.moved.as_ref().filter(|(moved, _)| *moved == file).map(|(_, path)| path);
    let mut changes = Vec::new();
    let mut files = Vec::new();
    for (file, input) in before.inputs.iter() {
        let text = texts.get(&file).map_or(&*input.text, String::as_str);
        let path = moved(file).unwrap_or(&input.path);
        let from = project.join(&input.path);
        if *path != input.path {
            changes.push(Change::Move(from, project.join(path), text.as_bytes().to_vec()));
        } else if *text != *input.text {
            changes.push(Change::Replace(from, text.as_bytes().to_vec()));
        }
        files.push(Input { path: path.clone(), text: text.into() });
    }
    let assets = before.inputs.assets().map(|(path, asset)| (path.to_owned(), asset.clone())).collect();
    let after = Linked::of(Inputs::new(files, assets), Vec::new(), around).map_err(|_| by_hand())?;
    if after.record.ids.get(&new).map(|any| any.kind()) != Some(kind) {
        return Err(by_hand());
    }
    disk::change(&changes)?;
    let (at, inside) =
        (number(renamed.edits.len(), "place", "places"), number(changes.len(), "file", "files"));
    writeln!(out, "`{old}` is now `{new}`, {}: {at} in {inside}", kind.with_article())?;
    if let Some((file, path)) = &renamed.moved {
        writeln!(out, "its file {} is now {path}", before.inputs.file(*file).path)?;
    }
    if published {
        writeln!(out, "it was published: `was: [{old}]` leads readers from its old address to the new one")?;
    }
    let stale = signed(&before).saturating_sub(signed(&after));
    if stale > 0 {
        let signatures = number(stale, "signature", "signatures");
        writeln!(
            out,
            "{signatures} of words that name it no longer hold: `casebook check` says which to sign again"
        )?;
    }
    Ok(Outcome::Clean)
}

/// A report that could be read without a mistake.
struct Linked {
    inputs: Inputs,
    drafts: Vec<(FileId, Draft)>,
    record: Record,
}

impl Linked {
    fn of(inputs: Inputs, mut found: Vec<Finding>, around: &Surroundings) -> Result<Self, CommandError> {
        let (drafts, loaded) = crate::load::load(&inputs);
        let (record, linked) = crate::link::link(&drafts, &inputs, around.now);
        found.extend(loaded.into_iter().chain(linked));
        if let Some(finding) = found.iter().find(|finding| finding.level == Level::Error) {
            let mut places = Places::new(&inputs);
            let spot = places.spot(finding.place);
            return Err(CommandError::Usage(format!(
                "not all of the report could be read ({}:{}:{}: {}): see `casebook check`, mend it, and rename then",
                spot.path, spot.start.line, spot.start.column, finding.rule
            )));
        }
        Ok(Self { inputs, drafts, record })
    }
}

fn known(typed: &str, record: &Record) -> Result<(Id, Kind), CommandError> {
    let id = Id::parse_path(typed);
    let any = id.as_ref().and_then(|id| record.ids.get(id));
    if let (Some(id), Some(any)) = (id, any) {
        return Ok((id, any.kind()));
    }
    Err(unknown_id(typed, record.facts.entries().map(|(_, entry)| entry)))
}

/// Why an id cannot be given, in words. An entry may get back an id that it had before.
fn taken(new: &Id, old: &Id, linked: &Linked) -> Option<String> {
    if new == old {
        return Some(format!("`{new}` is its id already"));
    }
    let facts = &linked.record.facts;
    let (any, entry) =
        facts.entries().find(|(_, entry)| entry.id != *old && entry.ids().any(|id| id == new))?;
    let spot = Places::new(&linked.inputs).spot(entry.place);
    let whose = if entry.id == *new { "" } else { "its address still leads to " };
    let what = if matches!(any, Any::Article(_)) { "an article" } else { any.kind().with_article() };
    Some(format!(
        "`{new}` is taken: {whose}{what} in {} has it, line {}; choose another id",
        spot.path, spot.start.line
    ))
}

/// How many signatures hold.
fn signed(linked: &Linked) -> usize {
    let (ledger, _) = Ledger::read(&linked.inputs, &linked.drafts, &linked.record);
    let holds = |sign_off: &&SignOff| {
        Ledger::digest(sign_off.what, &linked.record).as_ref() == Some(&sign_off.sha256.value)
    };
    ledger.sign_offs.iter().filter(holds).count()
}
