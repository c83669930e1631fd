//! The order in which pages list things.

use std::cmp::Reverse;
use std::ops::Deref;

use super::names::Names;
use crate::model::{Any, Article, Claim, Document, Event, Facts, Key, Organisation, Person, Source, Table};

/// The entries of a kind in their order.
#[derive(Debug)]
pub(super) struct Listed<T> {
    keys: Vec<Key<T>>,
    /// The place of each key in the order.
    places: Vec<usize>,
}

impl<T> Listed<T> {
    fn of(keys: Vec<Key<T>>, slots: usize) -> Self {
        let mut places = vec![0; slots];
        for (place, key) in keys.iter().enumerate() {
            places[key.index()] = place;
        }
        Self { keys, places }
    }

    /// The place of an entry in the order, from 0.
    pub(super) fn place(&self, key: Key<T>) -> usize {
        self.places.get(key.index()).copied().unwrap_or_default()
    }

    /// Some of the entries in this order, each once.
    pub(super) fn sorted(&self, some: impl IntoIterator<Item = Key<T>>) -> Vec<Key<T>> {
        let mut some: Vec<Key<T>> = some.into_iter().collect();
        some.sort_unstable_by_key(|key| self.place(*key));
        some.dedup();
        some
    }
}

impl<T> Deref for Listed<T> {
    type Target = [Key<T>];

    fn deref(&self) -> &[Key<T>] {
        &self.keys
    }
}

/// Every kind in its order.
#[derive(Debug)]
pub(super) struct Order {
    /// By name.
    pub people: Listed<Person>,
    /// By name.
    pub organisations: Listed<Organisation>,
    /// By the name they are shown under.
    pub sources: Listed<Source>,
    /// Newest first, those without a date last.
    pub documents: Listed<Document>,
    /// In the order of time.
    pub dates: Listed<Event>,
    /// In the order of time, those without a date last, then in the order of the sheets.
    pub claims: Listed<Claim>,
    /// Newest first, those without a date last.
    pub articles: Listed<Article>,
}

impl Order {
    pub(super) fn of(facts: &Facts, names: Names<'_>) -> Self {
        let mut documents = facts.documents.keys();
        documents.sort_by_cached_key(|&key| {
            let document = &facts.documents[key];
            let date = document.published.as_ref().or(document.created.as_ref());
            (Reverse(date.map(|date| date.value.clone())), key)
        });
        let mut dates = facts.dates.keys();
        dates.sort_by(|&a, &b| facts.dates[a].date.value.cmp(&facts.dates[b].date.value).then(a.cmp(&b)));
        let mut claims = facts.claims.keys();
        claims.sort_by(|&a, &b| {
            let date = |key: Key<Claim>| facts.claims[key].date.as_ref().map(|date| &date.value);
            let undated_last = date(a).is_none().cmp(&date(b).is_none());
            undated_last.then_with(|| date(a).cmp(&date(b))).then(a.cmp(&b))
        });
        let mut articles = facts.articles.keys();
        articles.sort_by_cached_key(|&key| {
            (Reverse(facts.articles[key].date.as_ref().map(|date| date.value.clone())), key)
        });
        Self {
            people: by_name(names, &facts.people),
            organisations: by_name(names, &facts.organisations),
            sources: by_name(names, &facts.sources),
            documents: Listed::of(documents, facts.documents.slots()),
            dates: Listed::of(dates, facts.dates.slots()),
            claims: Listed::of(claims, facts.claims.slots()),
            articles: Listed::of(articles, facts.articles.slots()),
        }
    }
}

fn by_name<T>(names: Names<'_>, table: &Table<T>) -> Listed<T>
where
    Key<T>: Into<Any>,
{
    let mut keys = table.keys();
    keys.sort_by_cached_key(|&key| (names.place(key.into()), key));
    Listed::of(keys, table.slots())
}
