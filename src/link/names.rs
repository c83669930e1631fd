//! Every id there is, and what it names.

use std::sync::Arc;

use jiff::tz::TimeZone;
use rustc_hash::FxHashMap;

use super::pictures::Pictures;
use crate::diagnostic::Finding;
use crate::load::{
    AllowedDraft, ArticleDraft, ClaimDraft, Common, DocumentDraft, Draft, EntryDraft, EventDraft,
    OrganisationDraft, PersonDraft, Ref, SourceDraft, Text,
};
use crate::model::{
    Allowed, Any, Article, Body, Claim, Document, Entry, Event, Facts, Id, Key, Kind, Organisation, Person,
    Secret, Slots, Source, Speaker, Withheld,
};
use crate::text::{At, FileId, Inputs, Place, nearest};

/// What an id names.
#[derive(Debug, Clone, Copy)]
struct Named {
    /// The entry; nothing where it stands in a part of a sheet that could not be read at all.
    any: Option<Any>,
    /// Whether the entry itself could be read.
    readable: bool,
    place: Place,
}

/// Every id there is.
#[derive(Debug, Default)]
pub(super) struct Names {
    named: FxHashMap<Id, Named>,
    /// Articles by their file below `content/`.
    articles: FxHashMap<String, Id>,
    /// Documents by their kept copy below `content/`.
    copies: FxHashMap<String, Id>,
}

/// What all files say, with a slot for every entry.
pub(super) struct Gathered<'d> {
    pub(super) slots: AllSlots,
    /// In their order.
    pub(super) files: Vec<OfFile<'d>>,
}

/// The entries of one file that have a slot, in their order.
pub(super) struct OfFile<'d> {
    pub(super) file: FileId,
    pub(super) draft: &'d Draft,
    /// Whether all of its entries have one: none has an id that was another's before.
    pub(super) is_all: bool,
    pub(super) people: Vec<&'d EntryDraft<PersonDraft>>,
    pub(super) organisations: Vec<&'d EntryDraft<OrganisationDraft>>,
    pub(super) sources: Vec<&'d EntryDraft<SourceDraft>>,
    pub(super) documents: Vec<&'d EntryDraft<DocumentDraft>>,
    pub(super) dates: Vec<&'d EntryDraft<EventDraft>>,
    pub(super) claims: Vec<&'d EntryDraft<ClaimDraft>>,
    /// One at most.
    pub(super) articles: Vec<&'d ArticleDraft>,
}

/// The slots of all tables.
#[derive(Default)]
pub(super) struct AllSlots {
    pub(super) people: Slots<Person>,
    pub(super) organisations: Slots<Organisation>,
    pub(super) sources: Slots<Source>,
    pub(super) documents: Slots<Document>,
    pub(super) dates: Slots<Event>,
    pub(super) claims: Slots<Claim>,
    pub(super) articles: Slots<Article>,
}

/// Gives every entry a key, in the order of the files.
pub(super) fn gather<'d>(
    drafts: &'d [(FileId, Draft)],
    findings: &mut Vec<Finding>,
) -> (Names, Gathered<'d>) {
    let mut names = Names::default();
    let mut slots = AllSlots::default();
    let mut files = Vec::with_capacity(drafts.len());
    for (file, draft) in drafts {
        let found = findings.len();
        let entries = match draft {
            Draft::Report(_) => continue,
            Draft::Sheet(sheet) => {
                names.copies(&sheet.documents);
                let mut take = Take { names: &mut names, findings };
                OfFile {
                    people: take.each(&sheet.people, || Any::Person(slots.people.reserve())),
                    organisations: take
                        .each(&sheet.organisations, || Any::Organisation(slots.organisations.reserve())),
                    sources: take.each(&sheet.sources, || Any::Source(slots.sources.reserve())),
                    documents: take.each(&sheet.documents, || Any::Document(slots.documents.reserve())),
                    dates: take.each(&sheet.dates, || Any::Date(slots.dates.reserve())),
                    claims: take.each(&sheet.claims, || Any::Claim(slots.claims.reserve())),
                    ..OfFile::new(*file, draft)
                }
            }
            Draft::Article(article) => {
                let reserve = || Any::Article(slots.articles.reserve());
                let articles = names.article(article, reserve, findings).into_iter().collect();
                OfFile { articles, ..OfFile::new(*file, draft) }
            }
        };
        files.push(OfFile { is_all: findings.len() == found, ..entries });
    }
    // Ids in parts that could not be read are known, so that nobody is told that they are not.
    for (_, draft) in drafts {
        let Draft::Sheet(sheet) = draft else { continue };
        for id in &sheet.lost {
            names.named.entry(id.value.clone()).or_insert(Named {
                any: None,
                readable: false,
                place: id.place,
            });
        }
    }
    (names, Gathered { slots, files })
}

impl<'d> OfFile<'d> {
    /// Without entries.
    fn new(file: FileId, draft: &'d Draft) -> Self {
        Self {
            file,
            draft,
            is_all: true,
            people: Vec::new(),
            organisations: Vec::new(),
            sources: Vec::new(),
            documents: Vec::new(),
            dates: Vec::new(),
            claims: Vec::new(),
            articles: Vec::new(),
        }
    }
}

/// Gives the entries of a sheet their keys.
struct Take<'n> {
    names: &'n mut Names,
    findings: &'n mut Vec<Finding>,
}

impl Take<'_> {
    fn each<'d, T>(
        &mut self,
        entries: &'d [EntryDraft<T>],
        mut reserve: impl FnMut() -> Any,
    ) -> Vec<&'d EntryDraft<T>> {
        let mut taken = Vec::with_capacity(entries.len());
        for entry in entries {
            if self.names.free(&entry.id, self.findings) {
                let known =
                    Named { any: Some(reserve()), readable: entry.draft.is_some(), place: entry.id.place };
                self.names.named.insert(entry.id.value.clone(), known);
                taken.push(entry);
            }
        }
        taken
    }
}

impl Names {
    /// Whether an id is free; a finding that names both places where it is not.
    fn free(&self, id: &At<Id>, findings: &mut Vec<Finding>) -> bool {
        let Some(first) = self.named.get(&id.value) else { return true };
        let kind = first.any.map_or("another entry", |any| a_kind(any.kind()));
        let finding =
            Finding::error("duplicate-id", id.place, format!("`{}` is already the id of {kind}", id.value));
        findings.push(
            finding
                .also(first.place, "first used here")
                .help("ids are unique over the whole report; give one of the two another"),
        );
        false
    }

    /// Gives an article its key, if its id is free.
    fn article<'d>(
        &mut self,
        article: &'d ArticleDraft,
        reserve: impl FnOnce() -> Any,
        findings: &mut Vec<Finding>,
    ) -> Option<&'d ArticleDraft> {
        let id = article.id.as_ref().filter(|id| self.free(id, findings))?;
        let entry = Named { any: Some(reserve()), readable: article.front.is_some(), place: id.place };
        self.named.insert(id.value.clone(), entry);
        let below = article.path.strip_prefix("content/").unwrap_or(&article.path);
        self.articles.insert(below.to_owned(), id.value.clone());
        Some(article)
    }

    fn copies(&mut self, documents: &[EntryDraft<DocumentDraft>]) {
        for document in documents {
            let archive = document.draft.as_ref().and_then(|draft| draft.archive.as_ref());
            if let Some(archive) = archive {
                self.copies.insert(archive.file.value.0.clone(), document.id.value.clone());
            }
        }
    }

    fn find(&self, id: &str) -> Option<Named> {
        Id::parse_path(id).and_then(|id| self.named.get(&id).copied())
    }

    /// Whether somebody has this id.
    pub(super) fn knows(&self, id: &Id) -> bool {
        self.named.contains_key(id)
    }

    /// The id of the article or document whose file this is.
    pub(super) fn of_file(&self, path: &str) -> Option<&Id> {
        self.articles.get(path).or_else(|| self.copies.get(path))
    }

    /// Findings for ids nobody has, with those that may have been meant.
    pub(super) fn explain(&self, unknown: Vec<Unknown>) -> Vec<Finding> {
        /// Looking for what was meant takes time; after so many different words it is plain that something else is wrong.
        const SUGGESTIONS: usize = 200;
        let mut known: Vec<&str> = self.named.keys().map(Id::as_str).collect();
        known.sort_unstable();
        let mut meant: FxHashMap<String, String> = FxHashMap::default();
        let mut findings = Vec::with_capacity(unknown.len());
        for Unknown { word, place, wanted } in unknown {
            let help = match meant.get(&word) {
                Some(help) => help.clone(),
                None if meant.len() >= SUGGESTIONS => "add an entry with this id, or correct it".to_owned(),
                None => {
                    let help = self.meant(&word, &known);
                    meant.insert(word.clone(), help.clone());
                    help
                }
            };
            findings.push(
                Finding::error("unknown-id", place, format!("no entry has the id `{word}`"))
                    .label(format!("{wanted} belongs here"))
                    .help(help),
            );
        }
        findings
    }

    fn meant(&self, word: &str, known: &[&str]) -> String {
        let near = nearest(word, known.iter().copied(), 3);
        if near.is_empty() {
            return "add an entry with this id, or correct it".to_owned();
        }
        let named = |id: &&str| match self.find(id).and_then(|named| named.any) {
            Some(any) => format!("`{id}` ({})", any.kind().word()),
            None => format!("`{id}`"),
        };
        format!("did you mean {}?", near.iter().map(named).collect::<Vec<_>>().join(" or "))
    }

    /// What every id that could be read names.
    pub(super) fn ids(&self) -> FxHashMap<Id, Any> {
        let readable = self.named.iter().filter(|(_, named)| named.readable);
        readable.filter_map(|(id, named)| Some((id.clone(), named.any?))).collect()
    }

    /// Whether every id, and every file, leads to the same as in others. Where entries stand is another matter: no
    /// entry that was linked without a finding says it of another.
    pub(super) fn lead_as(&self, others: &Self) -> bool {
        let as_in_others = |(id, named): (&Id, &Named)| {
            let other = others.named.get(id);
            other.is_some_and(|other| other.any == named.any && other.readable == named.readable)
        };
        self.named.len() == others.named.len()
            && self.named.iter().all(as_in_others)
            && self.articles == others.articles
            && self.copies == others.copies
    }
}

/// Looks after former ids: each belongs to one entry, and to no living one.
pub(super) fn former_ids(facts: &Facts, names: &Names, findings: &mut Vec<Finding>) {
    let mut former: FxHashMap<&Id, Place> = FxHashMap::default();
    let people = facts.people.values().map(|person| &person.entry);
    let organisations = facts.organisations.values().map(|organisation| &organisation.entry);
    let sources = facts.sources.values().map(|source| &source.entry);
    let documents = facts.documents.values().map(|document| &document.entry);
    let dates = facts.dates.values().map(|date| &date.entry);
    let claims = facts.claims.values().map(|claim| &claim.entry);
    let articles = facts.articles.values().map(|article| &article.entry);
    let all = people
        .chain(organisations)
        .chain(sources)
        .chain(documents)
        .chain(dates)
        .chain(claims)
        .chain(articles);
    for id in all.flat_map(|entry: &Entry| &entry.was) {
        if let Some(living) = names.named.get(&id.value) {
            let finding = Finding::error(
                "former-id-in-use",
                id.place,
                format!("`{}` is still the id of an entry", id.value),
            );
            findings.push(
                finding.also(living.place, "this entry").help("`was` lists ids that nothing has any more"),
            );
        } else if let Some(first) = former.insert(&id.value, id.place) {
            let finding = Finding::error(
                "duplicate-id",
                id.place,
                format!("`{}` is named as a former id twice", id.value),
            );
            findings.push(
                finding.also(first, "first named here").help("an old address can lead to one entry only"),
            );
        }
    }
}

/// An id nobody has.
#[derive(Debug, Clone)]
pub(super) struct Unknown {
    word: String,
    place: Place,
    wanted: &'static str,
}

/// All that linking an entry looks at, beside its own words.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) names: Names,
    pub(super) pictures: Pictures,
    pub(super) inputs: Inputs,
    pub(super) time_zone: TimeZone,
}

impl Context {
    /// Whether an entry that is linked without a finding comes to the same in another.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        self.time_zone == other.time_zone
            && self.pictures.lead_as(&other.pictures)
            && self.inputs.has_assets_of(&other.inputs)
            && self.names.lead_as(&other.names)
    }
}

/// One linked entry, and what came up on the way.
#[derive(Debug)]
pub(super) struct Linked<T> {
    pub(super) entry: Option<Arc<T>>,
    pub(super) whole: bool,
    pub(super) notes: Option<At<String>>,
    pub(super) allowed: Vec<Allowed>,
    /// Why it is held back; an embargo even where it is over.
    pub(super) withheld: Option<At<Withheld>>,
    pub(super) secret: Option<Secret>,
    pub(super) findings: Vec<Finding>,
    pub(super) unknown: Vec<Unknown>,
}

impl<T> Linked<T> {
    /// What came up on the way.
    pub(super) fn aside(&self) -> (&[Finding], &[Unknown]) {
        (&self.findings, &self.unknown)
    }
}

/// Links the references of one entry.
pub(super) struct Resolver<'a> {
    pub(super) context: &'a Context,
    pub(super) findings: Vec<Finding>,
    unknown: Vec<Unknown>,
    pub(super) whole: bool,
}

impl<'a> Resolver<'a> {
    /// For an entry that was read with (`sound`) or without mistakes.
    pub(super) fn new(context: &'a Context, sound: bool) -> Self {
        Self { context, findings: Vec::new(), unknown: Vec::new(), whole: sound }
    }

    /// The finished entry.
    pub(super) fn linked<T>(self, entry: Option<T>, common: Option<&Common>) -> Linked<T> {
        let notes = common.and_then(|common| common.notes.as_ref()).map(text);
        let withheld = common.and_then(withheld);
        Linked {
            entry: entry.map(Arc::new),
            whole: self.whole,
            notes,
            allowed: common.and_then(|common| common.allow.as_ref()).map(allowed).unwrap_or_default(),
            withheld,
            secret: None,
            findings: self.findings,
            unknown: self.unknown,
        }
    }

    /// What a word of an article or sheet names.
    pub(super) fn named(&mut self, word: &str, place: Place, wanted: &'static str) -> Option<Any> {
        match self.context.names.find(word) {
            Some(Named { any: Some(any), readable: true, .. }) => Some(any),
            Some(_) => {
                self.whole = false;
                None
            }
            None => {
                self.whole = false;
                self.unknown.push(Unknown { word: word.to_owned(), place, wanted });
                None
            }
        }
    }

    fn of_kind<T>(
        &mut self,
        reference: &At<Ref>,
        wanted: &'static str,
        fit: impl Fn(Any) -> Option<T>,
    ) -> Option<At<T>> {
        let any = self.named(&reference.value.0, reference.place, wanted)?;
        let fitting = fit(any);
        if fitting.is_none() {
            self.whole = false;
            let message =
                format!("`{}` is {}, and {wanted} belongs here", reference.value.0, a_kind(any.kind()));
            let mut finding = Finding::error("wrong-kind", reference.place, message)
                .help(format!("write the id of {wanted}"));
            if let Some(named) = self.context.names.find(&reference.value.0) {
                finding = finding.also(named.place, "defined here");
            }
            self.findings.push(finding);
        }
        fitting.map(|value| At::new(value, reference.place))
    }

    pub(super) fn any(&mut self, reference: &At<Ref>) -> Option<At<Any>> {
        self.of_kind(reference, "an id", Some)
    }

    pub(super) fn speaker(&mut self, reference: &At<Ref>) -> Option<At<Speaker>> {
        self.of_kind(reference, "a person, an organisation or a source", as_speaker)
    }

    pub(super) fn body(&mut self, reference: &At<Ref>) -> Option<At<Body>> {
        self.of_kind(reference, "an organisation or a source", |any| match any {
            Any::Organisation(key) => Some(Body::Organisation(key)),
            Any::Source(key) => Some(Body::Source(key)),
            _ => None,
        })
    }

    pub(super) fn person(&mut self, reference: &At<Ref>) -> Option<At<Key<Person>>> {
        self.of_kind(reference, "a person", |any| if let Any::Person(key) = any { Some(key) } else { None })
    }

    pub(super) fn organisation(&mut self, reference: &At<Ref>) -> Option<At<Key<Organisation>>> {
        self.of_kind(reference, "an organisation", |any| {
            if let Any::Organisation(key) = any { Some(key) } else { None }
        })
    }

    pub(super) fn document(&mut self, reference: &At<Ref>) -> Option<At<Key<Document>>> {
        self.of_kind(
            reference,
            "a document",
            |any| if let Any::Document(key) = any { Some(key) } else { None },
        )
    }

    pub(super) fn claim(&mut self, reference: &At<Ref>) -> Option<At<Key<Claim>>> {
        self.of_kind(reference, "a claim", |any| if let Any::Claim(key) = any { Some(key) } else { None })
    }

    pub(super) fn article(&mut self, reference: &At<Ref>) -> Option<At<Key<Article>>> {
        self.of_kind(
            reference,
            "an article",
            |any| if let Any::Article(key) = any { Some(key) } else { None },
        )
    }

    /// Every item of a list that leads somewhere.
    pub(super) fn each<T>(
        &mut self,
        list: Option<&[At<Ref>]>,
        one: impl Fn(&mut Self, &At<Ref>) -> Option<At<T>>,
    ) -> Vec<At<T>> {
        list.unwrap_or_default().iter().filter_map(|reference| one(self, reference)).collect()
    }

    /// The public part that all entries have.
    pub(super) fn entry(&mut self, id: &At<Id>, common: &Common) -> Entry {
        Entry {
            id: id.value.clone(),
            place: id.place,
            summary: common.summary.as_ref().map(text),
            also: texts(common.also.as_ref()),
            url: common.url.as_ref().map(|url| At::new(url.value.0.clone(), url.place)),
            image: common.image.as_ref().and_then(|image| {
                let key = self.context.pictures.find(&image.value.0)?;
                Some(At::new(key, image.place))
            }),
            was: common.was.as_ref().map(|was| was.value.clone()).unwrap_or_default(),
        }
    }
}

/// A speaker, if that is what it is.
pub(super) fn as_speaker(any: Any) -> Option<Speaker> {
    match any {
        Any::Person(key) => Some(Speaker::Person(key)),
        Any::Organisation(key) => Some(Speaker::Organisation(key)),
        Any::Source(key) => Some(Speaker::Source(key)),
        _ => None,
    }
}

fn withheld(common: &Common) -> Option<At<Withheld>> {
    if let Some(draft) = common.draft.as_ref().filter(|draft| draft.value) {
        return Some(At::new(Withheld::Draft, draft.place));
    }
    let embargo = common.embargo.as_ref()?;
    Some(At::new(Withheld::Embargo(embargo.value.0), embargo.place))
}

fn allowed(list: &At<Vec<At<AllowedDraft>>>) -> Vec<Allowed> {
    let allowed = |one: &At<AllowedDraft>| Allowed {
        rule: text(&one.value.rule),
        words: one.value.words.as_ref().map(text),
        why: text(&one.value.why),
    };
    list.value.iter().map(allowed).collect()
}

/// The words themselves.
pub(super) fn text(text: &At<Text>) -> At<String> {
    At::new(text.value.0.clone(), text.place)
}

/// The words of a list.
pub(super) fn texts(list: Option<&At<Vec<At<Text>>>>) -> Vec<At<String>> {
    list.map(|list| list.value.iter().map(text).collect()).unwrap_or_default()
}

/// `a claim`, `an organisation`.
pub(super) fn a_kind(kind: Kind) -> &'static str {
    kind.with_article()
}
