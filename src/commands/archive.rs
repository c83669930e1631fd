//! `casebook archive`: a copy of a document filed as evidence, digested, and written down in its sheet.

use std::io::Write;
use std::path::Path;

use super::read::may_be_written;
use super::{CommandError, Outcome, Surroundings, unknown_id};
use crate::disk::{self, Change};
use crate::edits::{Nested, applied, set};
use crate::ledger::sha256;
use crate::load::yaml::{Node, Value};
use crate::load::{DocumentDraft, Draft, EntryDraft, load_file};
use crate::model::{Date, Digest, Id, Kind};
use crate::text::{FileId, Inputs, Places};

/// Files a copy below `content/archive/`, and fills `archive` and, where nobody has said, `accessed` into the sheet.
///
/// # Errors
/// If there is no such document, or a copy of it is kept already; if the file cannot be read, or the sheet cannot be
/// filled in; if the disk refuses. Nothing is changed then.
pub fn archive(
    document: &str,
    file: &Path,
    project: &Path,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let (inputs, found) = disk::read(project)?;
    let (drafts, _) = crate::load::load(&inputs);
    let (record, _) = crate::link::link(&drafts, &inputs, around.now);
    let Some((sheet, node, draft)) = find(document, &drafts) else {
        return Err(match Id::parse_path(document).and_then(|id| record.ids.get(&id)) {
            Some(any) if any.kind() != Kind::Document => {
                let what = any.kind().with_article();
                CommandError::Usage(format!("`{document}` is {what}; copies are kept of documents"))
            }
            _ => unknown_id(document, record.facts.documents.iter().map(|(_, document)| &document.entry)),
        });
    };
    let spot = Places::new(&inputs).spot(draft.id.place);
    let (path, line) = (spot.path, spot.start.line);
    may_be_written(path, &inputs, &found)?;
    let Some(known) = &draft.draft else {
        return Err(CommandError::Usage(format!(
            "something is wrong with `{document}` ({path}:{line}): see `casebook check`, mend it, and file the copy then"
        )));
    };
    if let Some(copy) = &known.archive {
        return Err(CommandError::Usage(format!(
            "a copy of `{document}` is kept already: content/{} ({path}:{line}); what was filed is evidence and stays \
             as it is",
            copy.value.file.value.0
        )));
    }
    let bytes = disk::bytes(file)?;
    let digest = sha256(&bytes);
    let today = Date::of_day(record.facts.report.time_zone.to_datetime(around.now).date());
    let kept = filed_already(&digest, &inputs);
    let copy = match kept {
        Some(kept) => kept.to_owned(),
        None => format!("archive/{}", name(&draft.id.value, known, &today, file)),
    };
    let text = &inputs.file(sheet).text;
    let fields = vec![("file", copy.clone()), ("sha256", digest.to_string()), ("public", "false".to_owned())];
    let form = DocumentDraft::form();
    let mut edits = set(sheet, text, node, &form, ("archive", &Nested::Fields(fields)));
    if known.accessed.is_none() {
        let day = Nested::Typed(today.as_typed().to_owned());
        edits = edits.and_then(|mut edits| {
            edits.extend(set(sheet, text, node, &form, ("accessed", &day))?);
            Some(edits)
        });
    }
    let after = edits.and_then(|edits| applied(&inputs, &edits)?.remove(&sheet));
    let after = after.filter(|after| holds(after, &draft.id.value, &digest, (sheet, path)));
    let Some(after) = after else {
        return Err(CommandError::Usage(format!(
            "`{document}` ({path}:{line}) is written in a way that cannot be filled in: write its fields below its id, \
             each on a line of its own, and file the copy then"
        )));
    };
    let mut changes = vec![Change::Replace(project.join(path), after.into_bytes())];
    if kept.is_none() {
        changes.push(Change::Create(project.join("content").join(&copy), bytes));
    }
    disk::change(&changes)?;
    match kept {
        Some(_) => {
            writeln!(out, "the same bytes are filed already, as content/{copy}: no second copy was made")?;
        }
        None => writeln!(out, "filed {} as content/{copy}", file.display())?,
    }
    writeln!(out, "its digest, SHA-256, is {digest}")?;
    let and_accessed = if known.accessed.is_none() {
        format!(" and `accessed: {}`", today.as_typed())
    } else {
        String::new()
    };
    writeln!(out, "wrote `archive`{and_accessed} into `{document}` in {path}")?;
    writeln!(out, "the copy is not published, its digest is; `public: true` would publish it too")?;
    Ok(Outcome::Clean)
}

/// A document as it is typed, and as it is read.
fn find<'d>(
    document: &str,
    drafts: &'d [(FileId, Draft)],
) -> Option<(FileId, &'d Node, &'d EntryDraft<DocumentDraft>)> {
    drafts.iter().find_map(|(file, draft)| {
        let Draft::Sheet(sheet) = draft else { return None };
        let entry = sheet.documents.iter().find(|entry| entry.id.value.as_str() == document)?;
        let Value::Map(sections) = &sheet.typed.as_ref()?.value else { return None };
        let (_, entries) = sections.iter().find(|(key, _)| &*key.word == Kind::Document.section())?;
        let Value::Map(entries) = &entries.value else { return None };
        let (_, node) = entries.iter().find(|(key, _)| *key.word == *document)?;
        Some((*file, node, entry))
    })
}

/// Where these bytes are kept already, below `content/`.
fn filed_already<'i>(digest: &Digest, inputs: &'i Inputs) -> Option<&'i str> {
    let digest = digest.to_string();
    let mut kept = inputs.assets().filter(|(_, asset)| asset.sha256.as_deref() == Some(&*digest));
    kept.find_map(|(path, _)| path.strip_prefix("content/").filter(|path| path.starts_with("archive/")))
}

/// What a copy is called: its document's id and day, and the ending that it came with.
fn name(id: &Id, document: &DocumentDraft, today: &Date, file: &Path) -> String {
    let date = document.published.as_ref().or(document.created.as_ref()).map_or(today, |date| &date.value);
    let day: String =
        date.as_typed().chars().take_while(|sign| sign.is_ascii_digit() || *sign == '-').collect();
    let day = day.trim_end_matches('-');
    let day = if day.is_empty() || id.as_str().ends_with(day) { String::new() } else { format!("-{day}") };
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let ending = ending.filter(|ending| ending.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    format!("{id}{day}{}", ending.map_or_else(String::new, |ending| format!(".{ending}")))
}

/// Whether a sheet, read again, says of a document what it is to say.
fn holds(text: &str, id: &Id, digest: &Digest, (sheet, path): (FileId, &str)) -> bool {
    let Some((Draft::Sheet(sheet), _)) = load_file(sheet, path, text) else { return false };
    let entry = sheet.documents.iter().find(|entry| entry.id.value == *id);
    let copy = entry.and_then(|entry| entry.draft.as_ref()?.archive.as_ref()?.value.sha256.as_ref());
    copy.is_some_and(|copy| copy.value.0 == digest.to_string())
}
