//! Every place of a file where an id is given or used, as the decoder itself tells.

use crate::Vocabulary as _;
use crate::edits::ids;
use crate::load::yaml::{self, Node, Value};
use crate::load::{ArticleDraft, Draft, ReportDraft, SignedDraft, Target, form_of};
use crate::model::{Id, Kind};
use crate::session::Edition;
use crate::text::{FileId, Place, Span};

/// What an id is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is given to an entry.
    Entry,
    /// It leads to one.
    Use,
}

/// What words lead to.
#[derive(Debug, Clone, Copy)]
pub(super) enum To<'t> {
    /// An id, which may be nobody's.
    Id(&'t str),
    /// A file below `content/`.
    File(&'t str),
}

/// Words that lead to an entry, or name it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tie<'t> {
    pub(super) to: To<'t>,
    /// The id alone, without `@` and quotation marks; of a link to a file, all of it.
    pub(super) place: Place,
    pub(super) role: Role,
}

impl Tie<'_> {
    /// The id it leads to; nothing where the words are a name, and for a file that is no article.
    pub(super) fn id(&self, edition: &Edition) -> Option<Id> {
        match self.to {
            To::Id(word) => Id::parse_path(word),
            To::File(path) => edition.loaded.drafts.iter().find_map(|(_, draft)| match draft {
                Draft::Article(article) if article.path.strip_prefix("content/") == Some(path) => {
                    article.id.as_ref().map(|id| id.value.clone())
                }
                _ => None,
            }),
        }
    }
}

/// Every tie of a file, in no particular order.
pub(super) fn each(edition: &Edition, file: FileId, found: &mut dyn FnMut(Tie<'_>)) {
    let input = edition.inputs.file(file);
    let mut used = |word: &str, span: Span| {
        let (_, place) = super::bare(&edition.inputs, Place { file, span });
        found(Tie { to: To::Id(word), place, role: Role::Use });
    };
    match super::draft(edition, file) {
        Some(Draft::Report(_)) => {
            if let Some(Node { value: Value::Map(fields), .. }) = yaml::parse(file, &input.text, 0).root {
                ids(&fields, &ReportDraft::form(), &mut used);
            }
        }
        Some(Draft::Sheet(sheet)) => {
            if let Some(root) = &sheet.typed {
                of_sheet(edition, file, root, found);
            }
        }
        Some(Draft::Article(article)) => of_article(edition, file, article, found),
        None if input.path.starts_with("content/sign-offs/") => {
            let root = yaml::parse(file, &input.text, 0).root;
            let Some(Node { value: Value::List(items), .. }) = root else { return };
            for item in &items {
                if let Value::Map(fields) = &item.value {
                    ids(fields, &SignedDraft::form(), &mut used);
                }
            }
        }
        None => {}
    }
}

fn of_sheet(edition: &Edition, file: FileId, root: &Node, found: &mut dyn FnMut(Tie<'_>)) {
    let place = |span| super::bare(&edition.inputs, Place { file, span }).1;
    let Value::Map(sections) = &root.value else { return };
    for (section, entries) in sections {
        let kind = Kind::ALL.iter().find(|kind| kind.section() == &*section.word);
        let (Some(kind), Value::Map(entries)) = (kind, &entries.value) else { continue };
        let form = form_of(*kind);
        for (key, node) in entries {
            found(Tie { to: To::Id(&key.word), place: place(key.span), role: Role::Entry });
            if let Value::Map(fields) = &node.value {
                ids(fields, &form, &mut |word, span| {
                    found(Tie { to: To::Id(word), place: place(span), role: Role::Use });
                });
            }
        }
    }
}

fn of_article(edition: &Edition, file: FileId, article: &ArticleDraft, found: &mut dyn FnMut(Tie<'_>)) {
    let own = article.front.as_ref().and_then(|front| front.id.as_ref()).map(|id| id.place.span);
    if let Some(Node { value: Value::Map(fields), .. }) = &article.typed {
        ids(fields, &form_of(Kind::Article), &mut |word, span| {
            let role = if own == Some(span) { Role::Entry } else { Role::Use };
            let (_, place) = super::bare(&edition.inputs, Place { file, span });
            found(Tie { to: To::Id(word), place, role });
        });
    }
    for target in article.body.references.iter().flat_map(|tie| &tie.targets) {
        match &target.value {
            Target::Id(id) => {
                let (_, place) = super::bare(&edition.inputs, target.place);
                found(Tie { to: To::Id(id), place, role: Role::Use });
            }
            Target::File(path) => found(Tie { to: To::File(path), place: target.place, role: Role::Use }),
        }
    }
}
