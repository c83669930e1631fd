//! The pictures that are used, and what must be said of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::resolver::text;
use crate::diagnostic::Finding;
use crate::load::{Common, Draft, MediaDraft, PictureDraft};
use crate::model::{Key, Picture, Slots, Table};
use crate::text::{FileId, Inputs, Place, composed};

/// Pictures by their path below `content/`.
#[derive(Debug)]
pub(super) struct Pictures {
    pub(super) table: Table<Picture>,
    keys: FxHashMap<String, Key<Picture>>,
}

impl Pictures {
    /// The picture at a path as typed; nothing where there is none (which was reported).
    pub(super) fn find(&self, path: &str) -> Option<Key<Picture>> {
        self.keys.get(path).copied()
    }

    /// Whether every path leads to the same as in others.
    pub(super) fn lead_as(&self, others: &Self) -> bool {
        self.keys == others.keys
    }
}

/// Gathers every picture that is used, in the order of their paths.
pub(super) fn gather(drafts: &[(FileId, Draft)], inputs: &Inputs, findings: &mut Vec<Finding>) -> Pictures {
    let mut described: FxHashMap<&str, &PictureDraft> = FxHashMap::default();
    let mut used: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    // A picture is published: what lies beside the pictures, kept copies above all, must not get out as one.
    let there = |path: &str| {
        let called = path.starts_with("media/").then(|| inputs.asset_called(&format!("content/{path}")));
        called.flatten().and_then(|path| path.strip_prefix("content/"))
    };
    for (_, draft) in drafts {
        if let Draft::Sheet(sheet) = draft {
            for picture in &sheet.media {
                let path = &picture.path;
                let found = there(&path.value.0);
                if let Some(first) = described.insert(found.unwrap_or(&path.value.0), picture) {
                    let message = format!("`{}` is described twice", path.value.0);
                    let finding = Finding::error("duplicate-id", path.place, message)
                        .also(first.path.place, "first described here")
                        .help("keep one description");
                    findings.push(finding);
                }
                if found.is_none() {
                    findings.push(missing(&path.value.0, path.place, draft, inputs));
                }
            }
        }
        for (path, place) in uses(draft) {
            match there(path) {
                Some(found) => used.entry(found).or_default().push(path),
                None => findings.push(missing(path, place, draft, inputs)),
            }
        }
    }
    let mut slots = Slots::default();
    let mut entries = Vec::with_capacity(used.len());
    let mut keys = FxHashMap::default();
    for (path, typed) in used {
        let key = slots.reserve();
        keys.extend(typed.into_iter().map(|typed| (typed.to_owned(), key)));
        entries.push(Some(Arc::new(picture(path, described.get(path).copied()))));
    }
    Pictures { table: slots.fill(entries), keys }
}

fn picture(path: &str, described: Option<&PictureDraft>) -> Picture {
    let media = described.and_then(|described| described.draft.as_ref());
    let words = |field: fn(&MediaDraft) -> Option<&crate::text::At<crate::load::Text>>| {
        media.and_then(field).map(text)
    };
    Picture {
        path: path.to_owned(),
        place: described.map(|described| described.path.place),
        alt: words(|media| media.alt.as_ref()),
        credit: words(|media| media.credit.as_ref()),
        licence: words(|media| media.licence.as_ref()),
        caption: words(|media| media.caption.as_ref()),
        symbolic: media.and_then(|media| media.symbolic.as_ref()).is_some_and(|symbolic| symbolic.value),
        whole: described.is_none_or(|described| described.sound),
        measure: None,
    }
}

fn missing(path: &str, place: Place, draft: &Draft, inputs: &Inputs) -> Finding {
    let known = inputs.assets().filter_map(|(known, _)| known.strip_prefix("content/"));
    let known: Vec<&str> = known.filter(|known| known.starts_with("media/")).collect();
    if !path.starts_with("media/") {
        let message = format!("`{path}` is not among the pictures");
        let help = match (meant(path, &known), draft) {
            // From an article's folder, `media/x.jpg` leads beside the article.
            (Some(meant), Draft::Article(article))
                if article.body.pictures.iter().any(|of| of.place == place) =>
            {
                format!("write `/{meant}`: a path that begins with `/` begins in `content/`")
            }
            (Some(meant), _) => format!("write `{meant}`: paths begin in `content/`"),
            (None, _) => {
                "pictures lie in `content/media/`: put it there, and write `/media/` and its name".to_owned()
            }
        };
        return Finding::error("missing-picture", place, message).help(help);
    }
    let near = crate::text::nearest(path, known.into_iter(), 1);
    let help = match near.first() {
        Some(near) => format!("did you mean `/{near}`?"),
        None => "put the file there, or correct the path".to_owned(),
    };
    Finding::error("missing-picture", place, format!("there is no picture `content/{path}`")).help(help)
}

/// Of the files there are, the one whose path begins elsewhere than was typed, or that lies in another folder.
pub(super) fn meant<'k>(path: &str, known: &[&'k str]) -> Option<&'k str> {
    let name = |path: &str| path.rsplit('/').next().map(composed);
    let whole = known.iter().find(|known| path.ends_with(*known));
    whole.or_else(|| known.iter().find(|known| name(known) == name(path))).copied()
}

/// The paths of all pictures a file uses, each with its place.
fn uses(draft: &Draft) -> Vec<(&str, Place)> {
    let mut uses = Vec::new();
    match draft {
        Draft::Report(_) => {}
        Draft::Sheet(sheet) => {
            uses.extend(sheet.people.iter().filter_map(|entry| image(&entry.draft.as_ref()?.common)));
            uses.extend(sheet.organisations.iter().filter_map(|entry| image(&entry.draft.as_ref()?.common)));
            uses.extend(sheet.sources.iter().filter_map(|entry| image(&entry.draft.as_ref()?.common)));
            uses.extend(sheet.documents.iter().filter_map(|entry| image(&entry.draft.as_ref()?.common)));
            uses.extend(sheet.dates.iter().filter_map(|entry| image(&entry.draft.as_ref()?.common)));
            uses.extend(sheet.claims.iter().filter_map(|entry| image(&entry.draft.as_ref()?.common)));
        }
        Draft::Article(article) => {
            uses.extend(article.front.iter().filter_map(|front| image(&front.common)));
            uses.extend(article.body.pictures.iter().map(|path| (path.value.as_str(), path.place)));
        }
    }
    uses
}

fn image(common: &Common) -> Option<(&str, Place)> {
    common.image.as_ref().map(|image| (image.value.0.as_str(), image.place))
}
