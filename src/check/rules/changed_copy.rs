//! A kept copy that is not the file it was.

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, KeptCopy};
use crate::text::Inputs;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let documents = matter.asked().documents.iter();
    let found = documents.filter_map(|(key, document)| {
        let finding = changed(&document.archive.as_ref()?.value, matter.inputs)?;
        Some(Found { entry: Any::Document(key), finding })
    });
    found.collect()
}

/// What is no digest at all (`bad-digest`), or has no file (`missing-archive`), was told where it was linked.
fn changed(copy: &KeptCopy, inputs: &Inputs) -> Option<Finding> {
    let digest = copy.sha256.as_ref().filter(|digest| digest.value.len() == 64)?;
    let path = format!("content/{}", copy.file.value);
    let real = inputs.asset(&path)?.sha256.as_deref()?;
    if real == digest.value {
        return None;
    }
    let message = format!("`{path}` is not the file that had this digest");
    let help = format!(
        "its digest is `{real}`: put the file back that was filed, or, if this is the right one, file it anew with that digest"
    );
    Some(Finding::error("changed-copy", digest.place, message).help(help))
}
