//! `casebook import`: entries from the files of other programs.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::build::number;
use super::read::may_be_written;
use super::{CommandError, Outcome, kind_of};
use crate::Vocabulary as _;
use crate::diagnostic::Finding;
use crate::disk::{self, Change};
use crate::exchange::{self, Format, Known, New, Placed};
use crate::load::{Field, form_of, load};
use crate::model::{Id, Kind};
use crate::text::{Inputs, Places};

/// What is taken in.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// The file.
    pub file: &'a Path,
    /// Its format, where it does not show.
    pub from: Option<Format>,
    /// What the rows of a table are, where it does not show.
    pub kind: Option<&'a str>,
}

/// Adds what a file tells of and the report does not have; what the report has stays as it is.
///
/// # Errors
/// If the file cannot be read or is in no format that is known, or the disk refuses. Nothing is changed then.
pub fn import(import: Import<'_>, project: &Path, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    let bytes = disk::bytes(import.file)?;
    let text = exchange::text(&bytes);
    let name = import.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let format = match import.from {
        Some(format) => format,
        None => exchange::format_of(&name, &text).ok_or_else(|| {
            CommandError::Usage(format!(
                "what is in {name} does not show its format: say it with `--from`, {}",
                formats()
            ))
        })?,
    };
    let kind = import.kind.map(kind_of).transpose()?.or_else(|| exchange::kind_of_table(&name, &text));
    let lists = if format == Format::Csv { lists_of(import.file, kind) } else { Vec::new() };
    let told = exchange::read(format, &text, kind, &lists)
        .map_err(|error| CommandError::Usage(format!("{name}: {error}")))?;
    let (inputs, found) = disk::read(project)?;
    let (drafts, _) = load(&inputs);
    let placed = exchange::place(&told, &Known::of(&drafts, &inputs), &name);
    let written = write(&placed.new, &name, (&inputs, &found), project)?;
    say(&placed, &name, written.as_deref(), &inputs, out)?;
    Ok(Outcome::Clean)
}

fn formats() -> String {
    let words: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
    words.join(", ")
}

/// The tables of lists that lie beside a table: `claims-evidence.csv` beside `claims.csv`, by the name of the field.
fn lists_of(file: &Path, kind: Option<Kind>) -> Vec<(String, String)> {
    let Some(kind) = kind else { return Vec::new() };
    let form = form_of(kind);
    let list = |field: &Field| {
        let name = format!("{}-{}.csv", kind.section(), field.name.replace('_', "-"));
        let bytes = disk::bytes(&file.with_file_name(name)).ok()?;
        Some((field.name.to_owned(), exchange::text(&bytes).into_owned()))
    };
    let is_ours = file.file_name().is_some_and(|name| *name == *format!("{}.csv", kind.section()));
    if is_ours { form.fields.iter().filter_map(list).collect() } else { Vec::new() }
}

/// Writes what is new, and says into which sheet: `content/facts/imported-<file>.yaml`, or another like it where that
/// one is written in a way to which nothing can be added.
fn write(
    new: &[New],
    name: &str,
    (inputs, found): (&Inputs, &[Finding]),
    project: &Path,
) -> Result<Option<String>, CommandError> {
    if new.is_empty() {
        return Ok(None);
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('/', " ");
    let stem = Id::plain(&stem).map_or_else(|| "file".to_owned(), |id| id.to_string());
    let paths = (1_u32..).map(|number| match number {
        1 => format!("content/facts/imported-{stem}.yaml"),
        number => format!("content/facts/imported-{stem}-{number}.yaml"),
    });
    for path in paths {
        let place = project.join(&path);
        let Some(file) = inputs.find(&path) else {
            disk::create(&place, exchange::sheet(new, name).as_bytes())?;
            return Ok(Some(path));
        };
        may_be_written(&path, inputs, found)?;
        if let Some(text) = exchange::added(&inputs.file(file).text, new) {
            disk::change(&[Change::Replace(place, text.into_bytes())])?;
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn say(
    placed: &Placed,
    name: &str,
    written: Option<&str>,
    inputs: &Inputs,
    out: &mut dyn Write,
) -> Result<(), CommandError> {
    let mut spots = Places::new(inputs);
    for remark in &placed.remarks {
        let known = remark.known.map(|place| spots.spot(place));
        let known = known.map_or_else(String::new, |spot| format!(" ({}:{})", spot.path, spot.start.line));
        writeln!(out, "{name}, {}: {}{known}", remark.place, remark.words)?;
    }
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for new in &placed.new {
        *counts.entry(new.kind).or_default() += 1;
    }
    let counts: Vec<String> =
        counts.into_iter().map(|(kind, count)| number(count, kind.word(), plural(kind))).collect();
    let known = number(placed.known, "entry", "entries");
    let closing = match (written, placed.known) {
        (Some(path), 0) => {
            format!("added {} to {path}; go over it, then `casebook check`", counts.join(", "))
        }
        (Some(path), _) => format!("added {} to {path}; {known} known already", counts.join(", ")),
        (None, 0) => format!("there is nothing in {name} to take in"),
        (None, _) => format!("nothing to add: {known} known already"),
    };
    writeln!(out, "{closing}")?;
    Ok(())
}

/// The word for several of a kind, which is the key of their section.
fn plural(kind: Kind) -> &'static str {
    kind.section()
}
