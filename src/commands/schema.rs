//! `casebook schema`: what sheets, front matter and `report.yaml` look like, for editors that complete them.

use std::io::Write;
use std::path::Path;

use super::{CommandError, Outcome};
use crate::Vocabulary;
use crate::disk::{self, DiskError};
use crate::schema::{Written, schema as json_schema};

/// Where a report keeps the schemas, so that editors find them without a network.
pub(super) const FOLDER: &str = ".casebook";

/// The schema that was named, or every one there is, with the name of its file.
pub(super) fn files(named: Option<Written>) -> impl Iterator<Item = (String, String)> {
    let all = <Written as Vocabulary>::ALL.iter().copied();
    let wanted = all.filter(move |written| named.is_none_or(|named| named == *written));
    wanted.map(|written| (format!("{}.schema.json", written.word()), json_schema(written)))
}

/// Prints the schema of what is written (`sheet` if nothing is said), or writes it, or all of them, into a folder,
/// over those of another day.
///
/// # Errors
/// If there is no such schema, the disk refuses, or nobody takes what is said.
pub fn schema(
    written: Option<&str>,
    folder: Option<&Path>,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let named = written.map(|word| {
        let known = <Written as Vocabulary>::parse(word);
        known.ok_or_else(|| CommandError::Usage(format!("there is no schema of `{word}`")))
    });
    let named = named.transpose()?;
    match folder {
        None => write!(out, "{}", json_schema(named.unwrap_or(Written::Sheet)))?,
        Some(folder) => {
            for (name, text) in files(named) {
                put(&folder.join(name), &text, out)?;
            }
        }
    }
    Ok(Outcome::Clean)
}

fn put(path: &Path, text: &str, out: &mut dyn Write) -> Result<(), CommandError> {
    match disk::create(path, text.as_bytes()) {
        Err(DiskError::Exists(_)) => disk::replace(path, text.as_bytes())?,
        other => other?,
    }
    writeln!(out, "wrote {}", path.display())?;
    Ok(())
}
