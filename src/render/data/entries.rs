//! `data/documents.json`, `data/dates.json` and `data/articles.json`.

use super::row::row;
use super::{CorrectionRow, EntryRow, id, ids, typed, words};
use crate::model::{Any, Article, Author, Document, Event, Facts, Kind};
use crate::text::At;

row! {
    /// Something that was opened, or that is known of.
    pub struct DocumentRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// Its title.
        pub title: &'a str,
        /// What it is: `article`, `statement`.
        #[serde(rename = "type")]
        pub kind: &'static str,
        /// Who published it.
        pub source: Option<&'a str>,
        /// Who wrote it.
        pub authors: Vec<AuthorRow<'a>>,
        /// What it appeared in.
        #[serde(rename = "in")]
        pub container: Option<&'a str>,
        /// The volume.
        pub volume: Option<&'a str>,
        /// The issue.
        pub issue: Option<&'a str>,
        /// The pages.
        pub pages: Option<&'a str>,
        /// Its Digital Object Identifier.
        pub doi: Option<&'a str>,
        /// Its International Standard Book Number.
        pub isbn: Option<&'a str>,
        /// What it repeats.
        pub copy_of: Option<&'a str>,
        /// What it is made from.
        pub derived_from: Vec<&'a str>,
        /// When it was published.
        pub published: Option<&'a str>,
        /// When it was written or recorded.
        pub created: Option<&'a str>,
        /// When we opened it; nothing: it is only known of.
        pub accessed: Option<&'a str>,
        /// Its language (BCP 47).
        pub language: Option<&'a str>,
        /// The copy we keep.
        pub archive: Option<ArchiveRow<'a>>,
        /// That it was taken back.
        pub withdrawn: Option<WithdrawalRow<'a>>,
    }
}

row! {
    /// Who wrote something: somebody with an id, or words.
    pub struct AuthorRow<'a> {
        /// Their id, where they have one.
        pub id: Option<&'a str>,
        /// Their name as typed, where they have none.
        pub name: Option<&'a str>,
    }
}

row! {
    /// A kept copy.
    pub struct ArchiveRow<'a> {
        /// SHA-256 of its bytes in hexadecimal.
        pub sha256: Option<&'a str>,
        /// In bytes.
        pub size: u64,
        /// Whether it is published itself.
        pub public: bool,
    }
}

row! {
    /// That a document was taken back.
    pub struct WithdrawalRow<'a> {
        /// When.
        pub date: &'a str,
        /// Why.
        pub why: &'a str,
    }
}

row! {
    /// Something that happened.
    pub struct DateRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// What happened.
        pub title: &'a str,
        /// When.
        pub date: &'a str,
        /// Parts of the date that the wording left out and we filled in: `year`.
        pub inferred: Vec<&'static str>,
        /// Who took part.
        pub people: Vec<&'a str>,
        /// Which bodies took part.
        pub organisations: Vec<&'a str>,
        /// How many took part who have no name here.
        pub unnamed: Option<u32>,
        /// Where.
        pub place: Option<PlaceRow<'a>>,
    }
}

row! {
    /// Where something happened.
    pub struct PlaceRow<'a> {
        /// Its name.
        pub name: &'a str,
        /// ISO 3166-1 alpha-2.
        pub country: Option<&'a str>,
        /// Latitude in degrees, WGS 84.
        pub lat: Option<f64>,
        /// Longitude in degrees, WGS 84.
        pub lon: Option<f64>,
    }
}

row! {
    /// An article.
    pub struct ArticleRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// Its title.
        pub title: &'a str,
        /// When it was first published.
        pub date: Option<&'a str>,
        /// When it was last changed.
        pub updated: Option<&'a str>,
        /// Who wrote it.
        pub authors: Vec<AuthorRow<'a>>,
        /// Its language (BCP 47): its own, or else the report's.
        pub language: &'a str,
        /// The id of the article it translates.
        pub translation_of: Option<&'a str>,
        /// How many words it has.
        pub words: u32,
        /// Ids of the claims its words are tied to, each once, in the order of the text.
        pub claims: Vec<&'a str>,
        /// What we changed in it.
        pub corrections: Vec<CorrectionRow<'a>>,
    }
}

fn authors<'a>(list: &'a [At<Author>], facts: &'a Facts) -> Vec<AuthorRow<'a>> {
    let row = |author: &'a At<Author>| match &author.value {
        Author::Speaker(speaker) => AuthorRow { id: id(*speaker, facts), name: None },
        Author::Words(name) => AuthorRow { id: None, name: Some(name) },
    };
    list.iter().map(row).collect()
}

impl<'a> DocumentRow<'a> {
    pub(super) fn of(document: &'a Document, facts: &'a Facts) -> Self {
        let archive = document.archive.as_ref().map(|copy| ArchiveRow {
            sha256: words(copy.sha256.as_ref()),
            size: copy.size,
            public: copy.public,
        });
        let withdrawn = document.withdrawn.as_ref().map(|withdrawn| WithdrawalRow {
            date: withdrawn.date.value.as_typed(),
            why: &withdrawn.why.value,
        });
        Self {
            entry: EntryRow::of(&document.entry, Kind::Document),
            title: &document.title.value,
            kind: document.kind.word(),
            source: document.source.and_then(|source| id(source.value, facts)),
            authors: authors(&document.authors, facts),
            container: words(document.container.as_ref()),
            volume: words(document.volume.as_ref()),
            issue: words(document.issue.as_ref()),
            pages: words(document.pages.as_ref()),
            doi: words(document.doi.as_ref()),
            isbn: words(document.isbn.as_ref()),
            copy_of: document.copy_of.and_then(|original| id(Any::Document(original.value), facts)),
            derived_from: ids(&document.derived_from, Any::Document, facts),
            published: typed(document.published.as_ref()),
            created: typed(document.created.as_ref()),
            accessed: typed(document.accessed.as_ref()),
            language: words(document.language.as_ref()),
            archive,
            withdrawn,
        }
    }
}

impl<'a> DateRow<'a> {
    pub(super) fn of(date: &'a Event, facts: &'a Facts) -> Self {
        let place = date.location.as_ref().map(|location| PlaceRow {
            name: &location.name,
            country: location.country.as_deref(),
            lat: location.position.map(|(lat, _)| lat),
            lon: location.position.map(|(_, lon)| lon),
        });
        Self {
            entry: EntryRow::of(&date.entry, Kind::Date),
            title: &date.title.value,
            date: date.date.value.as_typed(),
            inferred: date.inferred.iter().map(|part| part.word()).collect(),
            people: ids(&date.people, Any::Person, facts),
            organisations: ids(&date.organisations, Any::Organisation, facts),
            unnamed: date.unnamed.map(|unnamed| unnamed.value),
            place,
        }
    }
}

impl<'a> ArticleRow<'a> {
    pub(super) fn of(article: &'a Article, facts: &'a Facts) -> Self {
        let mut claims: Vec<&str> = Vec::new();
        let targets = article.references.iter().flat_map(|reference| &reference.targets);
        for target in targets.filter(|target| matches!(target.value, Any::Claim(_))) {
            let claim = id(target.value, facts);
            claims.extend(claim.filter(|claim| !claims.contains(claim)));
        }
        Self {
            entry: EntryRow::of(&article.entry, Kind::Article),
            title: &article.title.value,
            date: typed(article.date.as_ref()),
            updated: typed(article.updated.as_ref()),
            authors: authors(&article.authors, facts),
            language: words(article.language.as_ref()).unwrap_or(&facts.report.language),
            translation_of: article
                .translation_of
                .and_then(|original| id(Any::Article(original.value), facts)),
            words: article.prose.words,
            claims,
            corrections: article.corrections.iter().map(CorrectionRow::of).collect(),
        }
    }
}
