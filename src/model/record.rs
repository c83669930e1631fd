//! The record as a whole.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Article, Body, Claim, Desk, Document, Entry, Event, Id, Key, Name, Organisation, Person, Picture, Report,
    Source, Speaker, Table,
};
use crate::text::FileId;

crate::words! {
    /// The kinds of entry.
    pub enum Kind {
        /// Under `people`.
        Person = "person",
        /// Under `organisations`.
        Organisation = "organisation",
        /// Under `sources`.
        Source = "source",
        /// Under `documents`.
        Document = "document",
        /// Under `dates`.
        Date = "date",
        /// Under `claims`.
        Claim = "claim",
        /// In `content/articles`.
        Article = "article",
    }
}

impl Kind {
    /// With its article: `a claim`, `an organisation`.
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Person => "a person",
            Self::Organisation => "an organisation",
            Self::Source => "a source",
            Self::Document => "a document",
            Self::Date => "a date",
            Self::Claim => "a claim",
            Self::Article => "an article",
        }
    }
}

impl Kind {
    /// The key under which a sheet lists entries of the kind, and the folder of their pages.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organisation => "organisations",
            Self::Source => "sources",
            Self::Document => "documents",
            Self::Date => "dates",
            Self::Claim => "claims",
            Self::Article => "articles",
        }
    }
}

/// Any entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Any {
    /// A person.
    Person(Key<Person>),
    /// An organisation.
    Organisation(Key<Organisation>),
    /// A source.
    Source(Key<Source>),
    /// A document.
    Document(Key<Document>),
    /// A date.
    Date(Key<Event>),
    /// A claim.
    Claim(Key<Claim>),
    /// An article.
    Article(Key<Article>),
}

impl Any {
    /// What kind of entry it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Person(_) => Kind::Person,
            Self::Organisation(_) => Kind::Organisation,
            Self::Source(_) => Kind::Source,
            Self::Document(_) => Kind::Document,
            Self::Date(_) => Kind::Date,
            Self::Claim(_) => Kind::Claim,
            Self::Article(_) => Kind::Article,
        }
    }
}

impl From<Speaker> for Any {
    fn from(speaker: Speaker) -> Self {
        match speaker {
            Speaker::Person(key) => Self::Person(key),
            Speaker::Organisation(key) => Self::Organisation(key),
            Speaker::Source(key) => Self::Source(key),
        }
    }
}

impl From<Body> for Any {
    fn from(body: Body) -> Self {
        Speaker::from(body).into()
    }
}

macro_rules! any_from_key {
    ($($kind:ident($type:ty),)+) => {$(
        impl From<Key<$type>> for Any {
            fn from(key: Key<$type>) -> Self {
                Self::$kind(key)
            }
        }
    )+};
}
any_from_key! {
    Person(Person),
    Organisation(Organisation),
    Source(Source),
    Document(Document),
    Date(Event),
    Claim(Claim),
    Article(Article),
}

/// Everything that may, in time, be published.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The report itself.
    pub report: Report,
    /// People named in it.
    pub people: Table<Person>,
    /// Bodies that act in it.
    pub organisations: Table<Organisation>,
    /// Who informs.
    pub sources: Table<Source>,
    /// What was opened.
    pub documents: Table<Document>,
    /// What happened.
    pub dates: Table<Event>,
    /// What is said.
    pub claims: Table<Claim>,
    /// What is told.
    pub articles: Table<Article>,
    /// Pictures that are used.
    pub pictures: Table<Picture>,
}

impl Facts {
    /// Every entry there is, kind by kind in the order of [`Kind`].
    pub fn entries(&self) -> impl Iterator<Item = (Any, &Entry)> {
        let people = self.people.iter().map(|(key, person)| (Any::Person(key), &person.entry));
        let organisations =
            self.organisations.iter().map(|(key, body)| (Any::Organisation(key), &body.entry));
        let sources = self.sources.iter().map(|(key, source)| (Any::Source(key), &source.entry));
        let documents = self.documents.iter().map(|(key, document)| (Any::Document(key), &document.entry));
        let dates = self.dates.iter().map(|(key, date)| (Any::Date(key), &date.entry));
        let claims = self.claims.iter().map(|(key, claim)| (Any::Claim(key), &claim.entry));
        let articles = self.articles.iter().map(|(key, article)| (Any::Article(key), &article.entry));
        people.chain(organisations).chain(sources).chain(documents).chain(dates).chain(claims).chain(articles)
    }

    /// The entries of one file alone.
    #[must_use]
    pub fn of_file(&self, file: FileId) -> Self {
        let is_there = |entry: &Entry| entry.place.file == file;
        Self {
            report: self.report.clone(),
            people: self.people.only(|person| is_there(&person.entry)),
            organisations: self.organisations.only(|body| is_there(&body.entry)),
            sources: self.sources.only(|source| is_there(&source.entry)),
            documents: self.documents.only(|document| is_there(&document.entry)),
            dates: self.dates.only(|date| is_there(&date.entry)),
            claims: self.claims.only(|claim| is_there(&claim.entry)),
            articles: self.articles.only(|article| is_there(&article.entry)),
            pictures: self.pictures.clone(),
        }
    }

    /// Whether a document, or anything it repeats or is made from, was taken back by whoever published it.
    #[must_use]
    pub fn is_withdrawn(&self, document: Key<Document>) -> bool {
        let mut seen = vec![document];
        let mut next = 0;
        while let Some(&document) = seen.get(next) {
            next += 1;
            let Some(document) = self.documents.get(document) else { continue };
            if document.withdrawn.is_some() {
                return true;
            }
            for base in document.bases() {
                if !seen.contains(&base.value) {
                    seen.push(base.value);
                }
            }
        }
        false
    }

    /// What an entry is called in public; nothing for a source of which nothing may be said, and where it is not there.
    #[must_use]
    pub fn name(&self, any: Any) -> Option<&str> {
        Some(match any {
            Any::Person(key) => &self.people.get(key)?.name.value,
            Any::Organisation(key) => &self.organisations.get(key)?.name.value,
            Any::Source(key) => match &self.sources.get(key)?.name {
                Name::Known(name) => &name.value,
                Name::Confidential { described_as, .. } => &described_as.as_ref()?.value,
            },
            Any::Document(key) => &self.documents.get(key)?.title.value,
            Any::Date(key) => &self.dates.get(key)?.title.value,
            Any::Claim(key) => &self.claims.get(key)?.text.value,
            Any::Article(key) => &self.articles.get(key)?.title.value,
        })
    }

    /// What people, organisations and sources are openly called.
    pub fn open_names(&self) -> impl Iterator<Item = &str> {
        let people = self.people.values().map(|person| (&person.name, &person.entry));
        let bodies = self.organisations.values().map(|body| (&body.name, &body.entry));
        let sources = self.sources.values().filter_map(|source| match &source.name {
            Name::Known(name) => Some((name, &source.entry)),
            Name::Confidential { .. } => None,
        });
        let all = people.chain(bodies).chain(sources);
        let names = all.flat_map(|(name, entry)| std::iter::once(name).chain(&entry.also));
        names.map(|name| name.value.as_str())
    }

    /// What any entry has, if it is there.
    #[must_use]
    pub fn entry(&self, any: Any) -> Option<&Entry> {
        match any {
            Any::Person(key) => self.people.get(key).map(|person| &person.entry),
            Any::Organisation(key) => self.organisations.get(key).map(|organisation| &organisation.entry),
            Any::Source(key) => self.sources.get(key).map(|source| &source.entry),
            Any::Document(key) => self.documents.get(key).map(|document| &document.entry),
            Any::Date(key) => self.dates.get(key).map(|date| &date.entry),
            Any::Claim(key) => self.claims.get(key).map(|claim| &claim.entry),
            Any::Article(key) => self.articles.get(key).map(|article| &article.entry),
        }
    }
}

/// All that was read, linked into one.
#[derive(Debug, Clone)]
pub struct Record {
    /// What may be published.
    pub facts: Facts,
    /// What may not.
    pub desk: Desk,
    /// Every id there is, and what it names.
    pub ids: Arc<FxHashMap<Id, Any>>,
    /// Entries of which some part could not be read, or leads nowhere.
    pub broken: FxHashSet<Any>,
}

impl Record {
    /// Whether all of an entry could be read; of a claim, also all it rests on. What is not whole is not judged by what
    /// seems to be missing.
    #[must_use]
    pub fn is_whole(&self, any: Any) -> bool {
        match any {
            Any::Claim(key) => self.facts.claims.get(key).is_some_and(|claim| claim.whole),
            _ => !self.broken.contains(&any),
        }
    }
}
