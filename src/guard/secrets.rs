//! What may be seen of a report and what may not, word by word as it was typed.
//!
//! It goes by the sheets themselves and not by the fields of the record: a field that is new tomorrow is secret
//! wherever its entry is, without anyone thinking of it here.

use rustc_hash::FxHashSet;

use super::sentences::sentences;
use crate::load::yaml::{Node, Value};
use crate::load::{Draft, SheetDraft, own_notes};
use crate::model::{Any, Facts, Id, Record, Withheld};
use crate::text::{At, FileId, Place, Span};

/// Words that must not come out.
#[derive(Debug, Clone)]
pub struct Secret {
    /// The entry, by its id; of a picture, its path.
    pub entry: String,
    /// Where the id is written.
    pub place: Place,
    /// The record's own word for the entry; nothing for a picture.
    pub any: Option<Any>,
    /// The field the words are typed in; nothing for the text of an article.
    pub field: Option<String>,
    /// Why they must not come out.
    pub why: Why,
    /// The words, and where they are typed.
    pub words: Vec<At<String>>,
}

/// Why words must not come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// What is said of a confidential source.
    Source,
    /// What a confidential source is called.
    Name,
    /// For the desk alone.
    Desk,
    /// They stand in a draft.
    Draft,
    /// They stand in what is under embargo.
    Embargo,
    /// They describe a picture that nothing public shows.
    Picture,
}

/// Fields that are for the desk in any entry.
const DESK: [&str; 2] = ["notes", "allow"];

/// What anybody is called.
const CALLED: [&str; 2] = ["name", "also"];

/// What may be seen of a confidential source.
const SEEN_OF_SOURCE: [&str; 8] =
    ["was", "kind", "country", "part_of", "owner", "interested", "draft", "embargo"];

/// What may be seen of a source's `confidential`.
const SEEN_OF_CONFIDENCE: [&str; 2] = ["described_as", "reason"];

/// What the content says, in its two halves.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// What may not be seen.
    pub secret: Vec<Secret>,
    /// What may be seen, and where it is typed; of the text of an article, where that begins.
    pub public: Vec<At<String>>,
    /// What people, organisations and sources are called openly, among `public` too.
    pub names: Vec<String>,
}

impl Words {
    /// What is secret of confidential sources, be they declared rightly or not.
    #[must_use]
    pub fn of_sources(drafts: &[(FileId, Draft)], record: &Record) -> Vec<Secret> {
        let mut sorting = Sorting { record, half: Half::Secret, words: Self::default() };
        let drafts = drafts.iter().filter(|(_, draft)| confidential_sources(draft) > 0);
        drafts.for_each(|draft| sorting.draft(draft, &FxHashSet::default()));
        let mut secret = sorting.words.secret;
        secret.retain(|secret| matches!(secret.why, Why::Name | Why::Source));
        secret
    }

    /// What may be seen of what these say in fields.
    #[must_use]
    pub fn public<'d>(drafts: impl Iterator<Item = &'d (FileId, Draft)>, record: &Record) -> Vec<At<String>> {
        let mut sorting = Sorting { record, half: Half::Both, words: Self::default() };
        let pictures = public_pictures(record);
        drafts.for_each(|draft| sorting.draft(draft, &pictures));
        sorting.words.public
    }

    /// All words of the content; where nothing is secret, none.
    #[must_use]
    pub fn of(drafts: &[(FileId, Draft)], record: &Record) -> Self {
        let secret = Self::sorted(drafts, record, Half::Secret);
        if secret.secret.is_empty() { secret } else { Self::sorted(drafts, record, Half::Both) }
    }

    fn sorted(drafts: &[(FileId, Draft)], record: &Record, half: Half) -> Self {
        let mut sorting = Sorting { record, half, words: Self::default() };
        let pictures = public_pictures(record);
        for draft in drafts {
            sorting.draft(draft, &pictures);
        }
        for (key, article) in record.facts.articles.iter() {
            let why = withheld(record, key.into());
            if why.is_none() && half == Half::Secret {
                continue;
            }
            let place = article.entry.place;
            let sentences = sentences(article, &record.facts).into_iter();
            let words = sentences.map(|sentence| At::new(sentence, place));
            let Some(why) = why else {
                sorting.words.public.extend(words);
                continue;
            };
            sorting.words.secret.push(Secret {
                entry: article.entry.id.to_string(),
                place,
                any: Some(key.into()),
                field: None,
                why,
                words: words.collect(),
            });
        }
        sorting.words
    }
}

/// Whether a source says that it is confidential, in whatever way.
fn is_confidential(source: &Node) -> bool {
    matches!(&source.value, Value::Map(fields) if fields.iter().any(|(key, _)| &*key.word == "confidential"))
}

/// How many sources a sheet has that say so.
pub(super) fn confidential_sources(draft: &Draft) -> usize {
    let Draft::Sheet(sheet) = draft else { return 0 };
    let Some(Value::Map(sections)) = sheet.typed.as_ref().map(|typed| &typed.value) else { return 0 };
    let sources = sections.iter().filter(|(section, _)| &*section.word == "sources");
    let entries = sources.filter_map(|(_, entries)| match &entries.value {
        Value::Map(entries) => Some(entries),
        _ => None,
    });
    entries.flatten().filter(|(_, source)| is_confidential(source)).count()
}

/// Which words are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Secret,
    Both,
}

fn withheld(record: &Record, any: Any) -> Option<Why> {
    record.desk.withheld.get(&any).map(|withheld| match withheld.value {
        Withheld::Draft => Why::Draft,
        Withheld::Embargo(_) => Why::Embargo,
    })
}

/// Where the pictures are described that something public shows.
fn public_pictures(record: &Record) -> FxHashSet<Place> {
    let facts: &Facts = &record.facts;
    let shown = facts.entries().filter(|(any, _)| withheld(record, *any).is_none());
    let images = shown.filter_map(|(_, entry)| entry.image.as_ref());
    let articles = facts.articles.iter().filter(|(key, _)| withheld(record, (*key).into()).is_none());
    let in_text = articles.flat_map(|(_, article)| &article.pictures);
    images.chain(in_text).filter_map(|picture| facts.pictures.get(picture.value)?.place).collect()
}

struct Sorting<'r> {
    record: &'r Record,
    half: Half,
    words: Words,
}

impl Sorting<'_> {
    fn draft(&mut self, (file, draft): &(FileId, Draft), pictures: &FxHashSet<Place>) {
        match draft {
            Draft::Sheet(sheet) => self.sheet(*file, sheet, pictures),
            Draft::Article(article) => {
                let any = article.id.as_ref().and_then(|id| self.record.ids.get(&id.value).copied());
                if let (Some(id), Some(any), Some(typed)) = (&article.id, any, &article.typed) {
                    self.entry(*file, &At::new(id.value.to_string(), id.place), any, typed);
                }
            }
            Draft::Report(_) => {}
        }
    }

    fn sheet(&mut self, file: FileId, sheet: &SheetDraft, pictures: &FxHashSet<Place>) {
        let Some(Value::Map(sections)) = sheet.typed.as_ref().map(|typed| &typed.value) else { return };
        for (section, entries) in sections {
            let Value::Map(entries) = &entries.value else { continue };
            for (key, node) in entries {
                let name = At::new(key.word.to_string(), Place { file, span: key.span });
                if &*section.word == "media" {
                    if pictures.contains(&name.place) {
                        self.seen(file, node);
                    } else {
                        self.hidden(file, &name, None, None, Why::Picture, node);
                    }
                } else if let Some(any) =
                    Id::parse(&key.word).and_then(|id| self.record.ids.get(&id).copied())
                {
                    self.entry(file, &name, any, node);
                } else if &*section.word == "sources" && is_confidential(node) {
                    self.unread(file, &name, node);
                }
            }
        }
    }

    /// A confidential source that could not be read: its id may be its name.
    fn unread(&mut self, file: FileId, id: &At<String>, node: &Node) {
        let Value::Map(fields) = &node.value else { return };
        self.words.secret.push(Secret {
            entry: id.value.clone(),
            place: id.place,
            any: None,
            field: None,
            why: Why::Name,
            words: vec![id.clone()],
        });
        for (key, node) in fields {
            let field = &*key.word;
            let why = if CALLED.contains(&field) { Why::Name } else { Why::Source };
            self.hidden(file, id, None, Some(field), why, node);
        }
    }

    fn entry(&mut self, file: FileId, id: &At<String>, any: Any, node: &Node) {
        let Value::Map(fields) = &node.value else { return };
        let withheld = withheld(self.record, any);
        let confidential = matches!(any, Any::Source(_)) && is_confidential(node);
        if withheld.is_none() && self.half == Half::Both {
            self.words.public.push(id.clone());
        }
        for (key, node) in fields {
            let field = &*key.word;
            let called = CALLED.contains(&field);
            let why = match withheld {
                _ if confidential && called => Some(Why::Name),
                _ if confidential && field == "confidential" => {
                    self.confidence(file, id, any, withheld, node);
                    continue;
                }
                _ if confidential && !SEEN_OF_SOURCE.contains(&field) => Some(Why::Source),
                _ if DESK.contains(&field) => Some(Why::Desk),
                withheld => withheld,
            };
            if let Some(why) = why {
                self.hidden(file, id, Some(any), Some(field), why, node);
                continue;
            }
            self.seen(file, node);
            if called && self.half == Half::Both {
                scalars(node, &mut |word, _| self.words.names.push(word.to_owned()));
            }
        }
    }

    fn confidence(&mut self, file: FileId, id: &At<String>, any: Any, withheld: Option<Why>, node: &Node) {
        let Value::Map(fields) = &node.value else { return };
        for (key, node) in fields {
            if SEEN_OF_CONFIDENCE.contains(&&*key.word) && withheld.is_none() {
                self.seen(file, node);
            } else {
                self.hidden(file, id, Some(any), Some(&key.word), withheld.unwrap_or(Why::Source), node);
            }
        }
    }

    fn seen(&mut self, file: FileId, node: &Node) {
        if self.half == Half::Secret {
            return;
        }
        let public = &mut self.words.public;
        scalars(node, &mut |word, span| public.push(At::new(word.to_owned(), Place { file, span })));
    }

    fn hidden(
        &mut self,
        file: FileId,
        id: &At<String>,
        any: Option<Any>,
        field: Option<&str>,
        why: Why,
        node: &Node,
    ) {
        let mut words = Vec::new();
        scalars(node, &mut |word, span| {
            let own = if field == Some("notes") { own_notes(word) } else { vec![word] };
            words.extend(own.into_iter().map(|own| At::new(own.to_owned(), Place { file, span })));
        });
        let field = field.map(str::to_owned);
        self.words.secret.push(Secret { entry: id.value.clone(), place: id.place, any, field, why, words });
    }
}

/// Every word typed below a key.
fn scalars(node: &Node, take: &mut impl FnMut(&str, Span)) {
    match &node.value {
        Value::Missing => {}
        Value::Word { text, .. } => take(text, node.span),
        Value::List(items) => items.iter().for_each(|item| scalars(item, take)),
        Value::Map(fields) => fields.iter().for_each(|(_, value)| scalars(value, take)),
    }
}
