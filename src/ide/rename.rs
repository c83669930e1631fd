//! An id changed everywhere, as `casebook rename` does.

use super::{Change, Known, pointed};
use crate::diagnostic::Level;
use crate::edits::{Renaming, rename as edits_to_rename};
use crate::ledger::Published;
use crate::model::{Id, Kind};
use crate::session::Edition;
use crate::text::{FileId, Place, Places};

/// The id at a byte that can be changed, and the letters of it; nothing where none is.
#[must_use]
pub fn renamable(known: Known<'_>, file: FileId, at: usize) -> Option<(Id, Place)> {
    let (id, place) = pointed(known, file, at)?;
    let is_id = known.now.inputs.words(place) == id.as_str();
    (is_id && known.entry(&id).is_some()).then_some((id, place))
}

/// Changes an id at every place where it is read as one. Where readers may know it, its old address leads to the new
/// one from then on (`was`).
///
/// # Errors
/// If not all that is typed can be read, the new id is none or is taken, or a place cannot be changed: in words.
pub fn rename(edition: &Edition, old: &Id, new: &str) -> Result<Change, String> {
    let mut places = Places::new(&edition.inputs);
    let mut at = |place: Place| {
        let spot = places.spot(place);
        format!("{}:{}:{}", spot.path, spot.start.line, spot.start.column)
    };
    let unread = edition.loaded.findings().into_iter().find(|finding| finding.level == Level::Error);
    if let Some(finding) = unread {
        return Err(format!(
            "not all of the report can be read ({}: {}); mend it, and rename then",
            at(finding.place),
            finding.rule
        ));
    }
    let any = edition.record.ids.get(old).ok_or_else(|| format!("nothing has the id `{old}`"))?;
    let kind = any.kind();
    let id = if kind == Kind::Article { Id::parse_path(new) } else { Id::parse(new) };
    let new = id.ok_or_else(|| {
        let meant = Id::plain(new).map_or_else(String::new, |id| format!("; `{id}` would be one"));
        format!(
            "`{new}` is not an id: ids are lower-case letters a to z and digits, joined by hyphens{meant}"
        )
    })?;
    if new == *old {
        return Ok(Change::default());
    }
    let others = edition.record.facts.entries().filter(|(_, entry)| entry.id != *old);
    if let Some((_, other)) = others.into_iter().find(|(_, entry)| entry.ids().any(|id| *id == new)) {
        return Err(format!("`{new}` is taken ({}); choose another id", at(other.place)));
    }
    if edition.ledger.broken {
        return Err("the record of publications cannot be read, so nobody knows whether that id was \
            published: see `casebook check`"
            .to_owned());
    }
    let published = Published::after(&edition.ledger.publications).kind(old).is_some();
    let renaming = Renaming { kind, old, new: &new, published };
    let renamed = edits_to_rename(renaming, &edition.inputs, &edition.loaded.drafts).map_err(|refused| {
        format!("{} ({}); write it another way, and rename then", refused.why, at(refused.place))
    })?;
    let mut edits = renamed.edits;
    edits.sort();
    edits.dedup();
    Ok(Change { edits, moved: renamed.moved, created: None })
}
