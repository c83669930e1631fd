//! Articles and claims that were read before, so that each is read again only where it, or a name, has changed.
//!
//! While somebody types, one article at most is another than before, and reading all of them takes longer than asking
//! all rules.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::heard::Hearings;
use super::names::Names;
use super::{ReadArticle, Reading, read_one};
use crate::model::{Allowed, Any, Article, Facts, Form, Key, Prose, Record, Reference, Table};
use crate::text::{Inputs, Place};

/// Readings that were made before.
#[derive(Debug, Default)]
pub struct Readings {
    names: Names,
    known: FxHashMap<Key<Article>, (Given, Arc<ReadArticle>)>,
    hearings: Hearings,
}

/// All that the reading of an article depends on, beside the names of the record.
#[derive(Debug)]
struct Given {
    place: Place,
    /// Its text: the same only where it is the very same, which is kept here so that no other can be taken for it.
    prose: Arc<Prose>,
    references: Vec<Reference<Any>>,
    /// The names that are filled in where only an id is written.
    called: Vec<Option<String>>,
    language: String,
    allowed: Vec<Allowed>,
}

impl Readings {
    /// What these articles say now, and every claim: the same as if all were read anew.
    #[must_use]
    pub fn read(&mut self, articles: &Table<Article>, record: &Record, inputs: &Inputs) -> Reading {
        if articles.is_empty() {
            return self.hear(record);
        }
        let names = Names::of(&record.facts);
        if names != self.names {
            self.known.clear();
            self.names = names;
        }
        let articles: Vec<(Key<Article>, &Article)> = articles.iter().collect();
        let (known, names) = (&self.known, &self.names);
        let read: Vec<_> = articles
            .par_iter()
            .map(|(key, article)| {
                let before = known.get(key).filter(|(given, _)| given.is_of(*key, article, record));
                if let Some((_, read)) = before {
                    return (*key, None, Arc::clone(read));
                }
                let read = Arc::new(read_one(*key, article, record, inputs, names));
                (*key, Some(Given::of(*key, article, record)), read)
            })
            .collect();
        let heard = self.hearings.hear(&record.facts);
        let mut reading = Reading { articles: Vec::with_capacity(read.len()), heard };
        for (key, given, read) in read {
            if let Some(given) = given {
                self.known.insert(key, (given, Arc::clone(&read)));
            }
            reading.articles.push(read);
        }
        reading
    }

    /// What every claim says of when; no article is read.
    #[must_use]
    pub fn hear(&mut self, record: &Record) -> Reading {
        Reading { articles: Vec::new(), heard: self.hearings.hear(&record.facts) }
    }
}

impl Given {
    fn of(key: Key<Article>, article: &Article, record: &Record) -> Self {
        Self {
            place: article.entry.place,
            prose: Arc::clone(&article.prose),
            references: article.references.clone(),
            called: called(article, &record.facts).map(|name| name.map(str::to_owned)).collect(),
            language: language(article, &record.facts).to_owned(),
            allowed: allowed(key, record).to_vec(),
        }
    }

    fn is_of(&self, key: Key<Article>, article: &Article, record: &Record) -> bool {
        self.place == article.entry.place
            && Arc::ptr_eq(&self.prose, &article.prose)
            && self.references == article.references
            && called(article, &record.facts).eq(self.called.iter().map(Option::as_deref))
            && self.language == language(article, &record.facts)
            && self.allowed == allowed(key, record)
    }
}

fn called<'f>(article: &'f Article, facts: &'f Facts) -> impl Iterator<Item = Option<&'f str>> {
    let names = article.references.iter().filter(|reference| reference.form == Form::Name);
    names.map(|reference| reference.targets.first().and_then(|target| facts.name(target.value)))
}

fn language<'f>(article: &'f Article, facts: &'f Facts) -> &'f str {
    article.language.as_ref().map_or(facts.report.language.as_str(), |tag| tag.value.as_str())
}

fn allowed(key: Key<Article>, record: &Record) -> &[Allowed] {
    record.desk.allowed.get(&Any::Article(key)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Readings;
    use crate::link::Linker;
    use crate::load::Loaded;
    use crate::text::{Input, Inputs};

    const SHEET: &str = "
people: {anna-los: {name: Änne Łoś}, jan: {name: Jan Gräfe}}
claims:
  one: {text: One., status: unverified}
  two: {text: Two., status: unverified, evidence: [{document: letter, quote: Es war am Montag, at: line 2}]}
";
    const DOCUMENTS: &str = "
sources: {gazeta: {name: Gazeta}}
documents: {letter: {title: Brief, type: letter, source: gazeta, language: en}}
";

    /// Whether readings that were kept are as they are when all is read anew, over a row of states of a report.
    #[test]
    fn whatever_changes_kept_readings_are_as_if_read_anew() {
        let article = "---\ntitle: A\n---\n[](@jan) met Änne Łoś on 3 May. [@one]\n";
        let other = "---\ntitle: B\n---\nFour officers met Änne Łoś. [@two]\n";
        let states = [
            ("", SHEET.to_owned(), article.to_owned()),
            ("", SHEET.to_owned(), article.to_owned()),
            ("", SHEET.to_owned(), article.replace("met", "called 😀")),
            ("", SHEET.replace("Jan Gräfe", "Ida Gräfe"), article.to_owned()),
            ("", SHEET.replace("Änne Łoś", "Änne Łosoś"), article.to_owned()),
            ("", SHEET.replace("people: {", "people: {ab: {name: Ab}, "), article.to_owned()),
            (
                "",
                SHEET.replace("one: {", "zero: {text: Zero., status: unverified}, one: {"),
                article.to_owned(),
            ),
            ("language: de\n", SHEET.to_owned(), article.to_owned()),
            ("", SHEET.to_owned(), article.replace("title: A", "title: A\nlang: pl")),
            (
                "",
                SHEET.to_owned(),
                article.replace("title: A", "title: A\nallow: [{rule: uncited-statement, why: So.}]"),
            ),
            ("", SHEET.to_owned(), article.replace("@one", "@nobody")),
            ("", SHEET.to_owned(), article.to_owned()),
        ];
        let mut readings = Readings::default();
        let (mut loaded, mut linker) = (Loaded::default(), Linker::default());
        for (number, (report, sheet, article)) in states.into_iter().enumerate() {
            let documents = DOCUMENTS.replace(": en", if number % 2 == 0 { ": en" } else { ": de" });
            let file = |path: &str, text: &str| Input { path: path.to_owned(), text: text.into() };
            let files = vec![
                file("content/report.yaml", &format!("title: The leak\n{report}")),
                file("content/articles/a.md", &article),
                file("content/articles/b.md", other),
                file("content/facts/f.yaml", &sheet),
                file("content/facts/g.yaml", &documents),
            ];
            let inputs = Inputs::new(files, BTreeMap::new());
            loaded = loaded.again(&inputs);
            let (record, _) = linker.link(&loaded.drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
            let kept = format!("{:?}", readings.read(&record.facts.articles, &record, &inputs));
            assert_eq!(
                kept,
                format!("{:?}", crate::reading::read(&record, &inputs)),
                "{report}{sheet}{article}"
            );
        }
    }
}
