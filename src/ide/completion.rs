//! Ids that can be typed at a place: after `@` in an article, in the id fields of a sheet.

use rustc_hash::FxHashSet;

use super::{Known, card, field, kinds};
use crate::load::Draft;
use crate::model::{Any, Id, Kind, Record};
use crate::text::{FileId, Place, Span, plain};

/// How many ids are offered at once: nobody reads more, and an editor asks again with the next letter.
const MOST: usize = 100;

/// What can stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// The letters that are there already.
    pub place: Place,
    /// Ids that fit what is typed of them, the likeliest first. There may be more, and with the next letter others.
    pub offered: Vec<Offered>,
}

/// An id that can be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The id.
    pub id: Id,
    /// What it is the id of.
    pub kind: Kind,
    /// What it is, and how it stands, in words: `claim, reported`.
    pub standing: String,
    /// What it is called: the text of a claim, the title of a document.
    pub name: String,
    /// The words that were found in it, from what was typed on, which is as it was typed: whoever looks for that in
    /// these words alone finds it where it was found here.
    pub found: String,
}

/// The ids that fit where `at` is; nothing where none belongs.
#[must_use]
pub fn completions(known: Known<'_>, file: FileId, at: usize) -> Option<Completions> {
    let input = known.now.inputs.file(file);
    let text = &*input.text;
    let word = field::word_at(text, at);
    let start = word.start as usize;
    let is_article = input.path.starts_with("content/articles/");
    let kinds = if is_article && field::is_in_prose(text, start) {
        after_at_sign(text.get(..start)?)?
    } else {
        field::kinds_at(&input.path, text, start)?
    };
    let typed = text.get(start..at.max(start)).unwrap_or_default();
    let looked_for = plain(typed);
    let mut fitting = Vec::new();
    for (id, record, any) in entries(known) {
        let Some(place) = kinds.iter().position(|kind| *kind == any.kind()) else { continue };
        let name = record.facts.name(any).unwrap_or_default();
        if let Some((rank, rest)) = fit(&looked_for, id.as_str(), name) {
            fitting.push((rank, place, id, record, any, rest));
        }
    }
    fitting.sort_unstable_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let offered = fitting.into_iter().take(MOST).map(|(.., id, record, any, rest)| Offered {
        id: id.clone(),
        kind: any.kind(),
        standing: format!("{}{}", card::standing(record, any), card::withheld(record, any)),
        name: record.facts.name(any).unwrap_or("a confidential source").to_owned(),
        found: format!("{typed}{rest}"),
    });
    let span = Span::new(start, word.end as usize);
    Some(Completions { place: Place { file, span }, offered: offered.collect() })
}

/// The kinds that are tied to words by the `@` at the end of a text, the likeliest first; nothing where there is no `@`,
/// or it is that of a mail address.
pub(super) fn after_at_sign(before: &str) -> Option<&'static [Kind]> {
    const NAMED_FIRST: &[Kind] = &[
        Kind::Person,
        Kind::Organisation,
        Kind::Source,
        Kind::Document,
        Kind::Date,
        Kind::Article,
        Kind::Claim,
    ];
    let before = before.strip_suffix('@')?;
    if before.ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_')) {
        return None;
    }
    Some(if before.ends_with("[](") { NAMED_FIRST } else { kinds::ALL })
}

/// Every entry there is, and those that were there before the present mistake and still stand in their file.
fn entries(known: Known<'_>) -> Vec<(&Id, &Record, Any)> {
    let now = &known.now.record;
    let mut all: Vec<_> = now.facts.entries().map(|(any, entry)| (&entry.id, now, any)).collect();
    let Some(before) = known.before else { return all };
    let mut unread: FxHashSet<&Id> = FxHashSet::default();
    for (_, draft) in &known.now.loaded.drafts {
        match draft {
            Draft::Report(_) => {}
            Draft::Sheet(sheet) => unread.extend(sheet.ids().filter(|id| !now.ids.contains_key(*id))),
            Draft::Article(article) => {
                unread.extend(article.id.iter().map(|id| &id.value).filter(|id| !now.ids.contains_key(*id)));
            }
        }
    }
    let gone = before.record.facts.entries().filter(|(_, entry)| unread.contains(&entry.id));
    all.extend(gone.map(|(any, entry)| (&entry.id, &before.record, any)));
    all
}

/// How well what was typed fits an entry, best first, and how the words that it fits go on; nothing where it does not.
/// Whatever is found elsewhere than at its beginning, an id follows: some editors take the shorter words to fit better.
fn fit(typed: &str, id: &str, name: &str) -> Option<(u8, String)> {
    let begins_in = |words: &str| {
        let mut places = words.match_indices(typed).map(|(at, _)| at);
        places.find(|at| !words.get(..*at).is_some_and(|before| before.ends_with(char::is_alphanumeric)))
    };
    let rest = |words: &str, at: usize| words.get(at + typed.len()..).unwrap_or_default().to_owned();
    let then_id = |rest: String| format!("{rest} {id}");
    match begins_in(id) {
        Some(0) => return Some((0, rest(id, 0))),
        Some(at) => return Some((1, then_id(rest(id, at)))),
        None => {}
    }
    let name = plain(name);
    if let Some(at) = begins_in(&name) {
        return Some((2, then_id(rest(&name, at))));
    }
    id.find(typed).map(|at| (3, then_id(rest(id, at))))
}
