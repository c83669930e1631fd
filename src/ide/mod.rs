//! What an editor asks while somebody writes: an edition, a file and a byte in, plain values out.
//!
//! It knows no protocol, no lines and columns, and touches no file.

mod card;
mod completion;
mod field;
mod fixes;
mod kinds;
mod outline;
mod rename;
#[cfg(test)]
mod tests;
mod ties;

pub use card::card;
pub use completion::{Completions, Offered, completions};
pub use fixes::{Fix, fixes};
pub use outline::{Heading, Stands, Symbol, outline, symbols};
pub use rename::{renamable, rename};

use crate::edits::Edit;
use crate::load::{Draft, yaml};
use crate::model::{Any, Id};
use crate::session::Edition;
use crate::text::{FileId, Inputs, Place, Span};
use ties::{Role, Tie, To};

/// What is known of a report: as it reads now, and as it read when all of it could be read last. While somebody is in
/// the middle of a line, the entry around it often cannot be read, and is still asked of.
#[derive(Debug, Clone, Copy)]
pub struct Known<'e> {
    /// The report as it reads now. All places are in its texts.
    pub now: &'e Edition,
    /// As it read before the present mistake.
    pub before: Option<&'e Edition>,
}

/// What is to become of the files of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Edits, in files as they are called now.
    pub edits: Vec<Edit>,
    /// A file that gets another path.
    pub moved: Option<(FileId, String)>,
    /// A new file: its path and its text.
    pub created: Option<(String, String)>,
}

impl<'e> Known<'e> {
    /// What an id names, and the edition that says so.
    fn entry(self, id: &Id) -> Option<(&'e Edition, Any)> {
        let in_edition = |edition: &'e Edition| edition.record.ids.get(id).map(|any| (edition, *any));
        in_edition(self.now).or_else(|| self.before.and_then(in_edition))
    }
}

/// The id that stands at a byte of a file, or leads from there, and the words that say so.
#[must_use]
pub fn pointed(known: Known<'_>, file: FileId, at: usize) -> Option<(Id, Place)> {
    let edition = known.now;
    let mut found: Option<(Id, Place)> = None;
    ties::each(edition, file, &mut |tie| {
        let range = tie.place.span.range();
        // Of a link and what is inside it, the smaller is meant.
        let smaller = found.as_ref().is_none_or(|(_, place)| place.span.range().len() > range.len());
        if range.start <= at && at <= range.end && smaller {
            found = tie.id(edition).map(|id| (id, tie.place)).or(found.take());
        }
    });
    found.or_else(|| in_what_cannot_be_read(known, file, at))
}

/// The word at a byte where that is in a file with a mistake in it, and is an id: its entry cannot be read as such now.
fn in_what_cannot_be_read(known: Known<'_>, file: FileId, at: usize) -> Option<(Id, Place)> {
    if !known.now.loaded.findings().iter().any(|finding| finding.place.file == file) {
        return None;
    }
    let text = &known.now.inputs.file(file).text;
    let span = field::word_at(text, at);
    let id = Id::parse_path(text.get(span.range())?)?;
    known.entry(&id)?;
    Some((id, Place { file, span }))
}

/// Where what is pointed at is written: the id of an entry, or the top of an article.
#[must_use]
pub fn definition(known: Known<'_>, file: FileId, at: usize) -> Option<Place> {
    let (id, _) = pointed(known, file, at)?;
    written(known.now, &id)
}

/// Where an id is given to an entry.
fn given(edition: &Edition, id: &Id) -> Option<Place> {
    let any = edition.record.ids.get(id)?;
    edition.record.facts.entry(*any).map(|entry| entry.place)
}

/// Where an id is given to an entry, even if that cannot be read.
fn written(edition: &Edition, id: &Id) -> Option<Place> {
    if let Some(place) = given(edition, id) {
        return Some(place);
    }
    edition.loaded.drafts.iter().find_map(|(file, draft)| match draft {
        Draft::Report(_) => None,
        Draft::Article(article) => article.id.as_ref().filter(|own| own.value == *id).map(|own| own.place),
        Draft::Sheet(sheet) => {
            let lost = sheet.lost.iter().find(|lost| lost.value == *id).map(|lost| lost.place);
            lost.or_else(|| {
                let mut place = None;
                ties::each(edition, *file, &mut |tie| {
                    if tie.role == Role::Entry && matches!(tie.to, To::Id(word) if word == id.as_str()) {
                        place = Some(tie.place);
                    }
                });
                place
            })
        }
    })
}

/// The words in an article that lead to an entry, and where it is written.
#[must_use]
pub fn links(edition: &Edition, file: FileId) -> Vec<(Place, Place)> {
    let mut links = Vec::new();
    if edition.inputs.file(file).path.starts_with("content/articles/") {
        ties::each(edition, file, &mut |tie| {
            if let (To::Id(word), Role::Use) = (tie.to, tie.role) {
                let to = Id::parse_path(word).and_then(|id| given(edition, &id));
                links.extend(to.map(|to| (tie.place, to)));
            }
        });
    }
    links.sort_unstable();
    links
}

/// Every place that leads to what is pointed at, in the order of files; with `itself`, the id as it is given, too.
#[must_use]
pub fn references(known: Known<'_>, file: FileId, at: usize, itself: bool) -> Vec<Place> {
    let Some((id, _)) = pointed(known, file, at) else { return Vec::new() };
    let edition = known.now;
    let own_file = edition.loaded.drafts.iter().find_map(|(_, draft)| match draft {
        Draft::Article(article) if article.id.as_ref().is_some_and(|own| own.value == id) => {
            article.path.strip_prefix("content/")
        }
        _ => None,
    });
    let mut places = Vec::new();
    for (file, _) in edition.inputs.iter() {
        ties::each(edition, file, &mut |tie: Tie<'_>| {
            let leads = match tie.to {
                To::Id(word) => word == id.as_str(),
                To::File(path) => own_file == Some(path),
            };
            if leads && (itself || tie.role == Role::Use) {
                places.push(tie.place);
            }
        });
    }
    // An article that is known by its path has its id nowhere; it is the top of its file.
    let own = written(edition, &id).filter(|place| itself && !places.contains(place));
    places.extend(own);
    places.sort_unstable();
    places.dedup();
    places
}

/// What there is to know of what is pointed at, as Markdown, and the words that point.
#[must_use]
pub fn hover(known: Known<'_>, file: FileId, at: usize) -> Option<(String, Place)> {
    let (id, place) = pointed(known, file, at)?;
    let (edition, any) = known.entry(&id)?;
    Some((card(&edition.record, any), place))
}

/// The tree of a sheet, or of the front matter of an article, as it is now.
fn tree(edition: &Edition, file: FileId) -> Option<&yaml::Node> {
    match draft(edition, file)? {
        Draft::Report(_) => None,
        Draft::Sheet(sheet) => sheet.typed.as_deref(),
        Draft::Article(article) => article.typed.as_ref(),
    }
}

/// What a file says.
fn draft(edition: &Edition, file: FileId) -> Option<&Draft> {
    let drafts = &edition.loaded.drafts;
    let index = drafts.binary_search_by_key(&file, |(file, _)| *file).ok()?;
    drafts.get(index).map(|(_, draft)| draft)
}

/// An id as it was typed at a place, without `@` and quotation marks; and the place of that alone.
fn bare(inputs: &Inputs, place: Place) -> (&str, Place) {
    let typed = inputs.words(place);
    let word = typed.trim_start_matches(['@', '"', '\'']);
    let start = place.span.start as usize + typed.len() - word.len();
    let word = word.trim_end_matches(['"', '\'']);
    (word, Place { file: place.file, span: Span::new(start, start + word.len()) })
}
