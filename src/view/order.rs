//! The order in which pages list things.

use std::cmp::Reverse;

use super::names::{name, sort_key};
use crate::model::{Any, Article, Claim, Document, Event, Facts, Key, Organisation, Person, Source, Table};

/// Every kind in its order.
#[derive(Debug)]
pub(super) struct Order {
    /// By name.
    pub people: Vec<Key<Person>>,
    /// By name.
    pub organisations: Vec<Key<Organisation>>,
    /// By the name they are shown under.
    pub sources: Vec<Key<Source>>,
    /// Newest first, those without a date last.
    pub documents: Vec<Key<Document>>,
    /// In the order of time.
    pub dates: Vec<Key<Event>>,
    /// In the order of time, those without a date last, then in the order of the sheets.
    pub claims: Vec<Key<Claim>>,
    /// Newest first, those without a date last.
    pub articles: Vec<Key<Article>>,
}

impl Order {
    pub(super) fn of(facts: &Facts) -> Self {
        let mut documents = facts.documents.keys();
        documents.sort_by_cached_key(|&key| {
            let document = &facts.documents[key];
            (Reverse(document.published.as_ref().or(document.created.as_ref()).map(|date| date.value.clone())), key)
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
            people: by_name(facts, &facts.people),
            organisations: by_name(facts, &facts.organisations),
            sources: by_name(facts, &facts.sources),
            documents,
            dates,
            claims,
            articles,
        }
    }
}

fn by_name<T>(facts: &Facts, table: &Table<T>) -> Vec<Key<T>>
where
    Key<T>: Into<Any>,
{
    let mut keys = table.keys();
    keys.sort_by_cached_key(|&key| (sort_key(name(facts, key.into()).unwrap_or_default()), key));
    keys
}
