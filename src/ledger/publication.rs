//! Publications: what was published when, each with the digest of the one before.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::book::Ledger;
use super::content::{article_digest, claim_digest};
use super::digest::digest_of;
use super::prose::{article_words, words_digest};
use crate::model::{Any, Digest, Id, Kind, Record, Status};
use crate::text::Place;

/// What one publication changed: whatever is not in it was as in the publication before.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// The first is 1.
    pub number: u32,
    /// When it was published.
    pub at: Timestamp,
    /// The digest of the publication before.
    pub previous: Option<Digest>,
    /// Claims that were new or had changed.
    pub claims: BTreeMap<Id, PublishedClaim>,
    /// Articles that were new or had changed.
    pub articles: BTreeMap<Id, PublishedArticle>,
    /// What else was new, so that its address is not lost.
    pub others: BTreeMap<Kind, BTreeMap<Id, Option<Place>>>,
    /// What was no longer there under its id.
    pub gone: Vec<Gone>,
    /// The digest of all this, as it is written in the record.
    pub sha256: Digest,
    /// Where that is written.
    pub place: Option<Place>,
}

/// A claim as it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedClaim {
    /// The digest of the claim with its evidence.
    pub sha256: Digest,
    /// The digest of its words.
    pub words: Digest,
    /// How it stood.
    pub status: Status,
    /// How many entries its history had.
    pub history: u32,
    /// How many corrections it had.
    pub corrections: u32,
    /// Its words, unless they were struck out later.
    pub text: Option<String>,
    /// Where it is written in the record; nothing while it is being made.
    pub place: Option<Place>,
}

/// An article as it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedArticle {
    /// The digest of the article.
    pub sha256: Digest,
    /// The digest of its words.
    pub words: Digest,
    /// How many corrections it had.
    pub corrections: u32,
    /// Its title and its words block by block; none where they were struck out later.
    pub text: Vec<String>,
    /// Where it is written in the record; nothing while it is being made.
    pub place: Option<Place>,
}

/// An id that nothing public had any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The id.
    pub id: Id,
    /// The id of what took its place.
    pub now: Option<Id>,
}

impl Publication {
    /// What its digest is made of. Words are in it by their digests alone, so that they can be struck out of a record
    /// without breaking it.
    #[must_use]
    pub fn content(&self) -> Value {
        let claims: Map<_, _> =
            self.claims.iter().map(|(id, claim)| (id.to_string(), claim.content())).collect();
        let articles: Map<_, _> =
            self.articles.iter().map(|(id, article)| (id.to_string(), article.content())).collect();
        let mut content = json!({
            "number": self.number,
            "at": self.at.to_string(),
            "previous": self.previous.map(|digest| digest.to_string()),
            "claims": claims,
            "articles": articles,
            "gone": self.gone.iter().map(|gone| json!({
                "id": gone.id.as_str(),
                "now": gone.now.as_ref().map(Id::as_str),
            })).collect::<Vec<_>>(),
        });
        for kind in OTHERS {
            let ids = self.others.get(&kind).into_iter().flat_map(BTreeMap::keys);
            content[kind.section()] = ids.map(Id::as_str).collect();
        }
        content
    }

    /// The digest of its content.
    #[must_use]
    pub fn digest(&self) -> Digest {
        digest_of(&self.content())
    }
}

impl PublishedClaim {
    fn content(&self) -> Value {
        json!({
            "sha256": self.sha256.to_string(),
            "words": self.words.to_string(),
            "status": self.status.word(),
            "history": self.history,
            "corrections": self.corrections,
        })
    }

    /// Whether another is in no way different.
    fn is_as(&self, other: &Self) -> bool {
        (self.sha256, self.words, self.status) == (other.sha256, other.words, other.status)
    }
}

impl PublishedArticle {
    fn content(&self) -> Value {
        json!({
            "sha256": self.sha256.to_string(),
            "words": self.words.to_string(),
            "corrections": self.corrections,
        })
    }
}

/// The kinds of which only the addresses are recorded.
pub(super) const OTHERS: [Kind; 5] =
    [Kind::Person, Kind::Organisation, Kind::Source, Kind::Document, Kind::Date];

/// All that is published, as the last publication left it.
#[derive(Debug, Clone, Default)]
pub struct Published<'l> {
    /// Claims.
    pub claims: BTreeMap<&'l Id, &'l PublishedClaim>,
    /// Articles.
    pub articles: BTreeMap<&'l Id, &'l PublishedArticle>,
    /// All else, with where it is written.
    pub others: BTreeMap<&'l Id, (Kind, Option<Place>)>,
}

impl<'l> Published<'l> {
    /// As these publications left it, one after the other.
    #[must_use]
    pub fn after(publications: &'l [Publication]) -> Self {
        let mut published = Self::default();
        for publication in publications {
            published.then(publication);
        }
        published
    }

    /// Takes in the next publication.
    pub fn then(&mut self, publication: &'l Publication) {
        for gone in &publication.gone {
            self.claims.remove(&gone.id);
            self.articles.remove(&gone.id);
            self.others.remove(&gone.id);
        }
        self.claims.extend(&publication.claims);
        self.articles.extend(&publication.articles);
        for (kind, ids) in &publication.others {
            self.others.extend(ids.iter().map(|(id, place)| (id, (*kind, *place))));
        }
    }

    /// The kind of what is published under an id.
    #[must_use]
    pub fn kind(&self, id: &Id) -> Option<Kind> {
        if self.claims.contains_key(id) {
            Some(Kind::Claim)
        } else if self.articles.contains_key(id) {
            Some(Kind::Article)
        } else {
            self.others.get(id).map(|(kind, _)| *kind)
        }
    }

    /// Every id that is published, with its kind and where it is written.
    pub fn ids(&self) -> impl Iterator<Item = (&'l Id, Kind, Option<Place>)> {
        let claims = self.claims.iter().map(|(id, claim)| (*id, Kind::Claim, claim.place));
        let articles = self.articles.iter().map(|(id, article)| (*id, Kind::Article, article.place));
        let others = self.others.iter().map(|(id, (kind, place))| (*id, *kind, *place));
        claims.chain(articles).chain(others)
    }
}

/// What a publication of a record would change, at a moment; nothing where it would change nothing.
#[must_use]
pub fn next(record: &Record, ledger: &Ledger, now: Timestamp) -> Option<Publication> {
    let facts = &record.facts;
    let is_public = |any: Any| !record.desk.withheld.contains_key(&any);
    let published = Published::after(&ledger.publications);

    let claims: Vec<_> = facts.claims.iter().filter(|(key, _)| is_public((*key).into())).collect();
    let claims = claims.into_par_iter().filter_map(|(_, claim)| {
        let new = PublishedClaim {
            sha256: claim_digest(claim, facts),
            words: words_digest(&[&claim.text.value]),
            status: claim.status.value,
            history: count(claim.history.len()),
            corrections: count(claim.corrections.len()),
            text: Some(claim.text.value.clone()),
            place: None,
        };
        let known = published.claims.get(&claim.entry.id).is_some_and(|old| old.is_as(&new));
        (!known).then(|| (claim.entry.id.clone(), new))
    });
    let claims: BTreeMap<_, _> = claims.collect::<Vec<_>>().into_iter().collect();

    let articles: Vec<_> = facts.articles.iter().filter(|(key, _)| is_public((*key).into())).collect();
    let articles = articles.into_par_iter().filter_map(|(_, article)| {
        let text = article_words(article, facts);
        let new = PublishedArticle {
            sha256: article_digest(article, facts),
            words: words_digest(&text),
            corrections: count(article.corrections.len()),
            text,
            place: None,
        };
        let old = published.articles.get(&article.entry.id);
        let known = old.is_some_and(|old| (old.sha256, old.words) == (new.sha256, new.words));
        (!known).then(|| (article.entry.id.clone(), new))
    });
    let articles: BTreeMap<_, _> = articles.collect::<Vec<_>>().into_iter().collect();

    let mut others: BTreeMap<Kind, BTreeMap<Id, Option<Place>>> = BTreeMap::new();
    let mut here: BTreeMap<&Id, Kind> = BTreeMap::new();
    let mut moved: BTreeMap<&Id, &Id> = BTreeMap::new();
    for (any, entry) in facts.entries().filter(|(any, _)| is_public(*any)) {
        here.insert(&entry.id, any.kind());
        moved.extend(entry.was.iter().map(|old| (&old.value, &entry.id)));
        let known = published.others.get(&entry.id).is_some_and(|(kind, _)| *kind == any.kind());
        if OTHERS.contains(&any.kind()) && !known {
            others.entry(any.kind()).or_default().insert(entry.id.clone(), None);
        }
    }
    let gone = published.ids().filter(|(id, kind, _)| here.get(*id) != Some(kind));
    let mut gone: Vec<Gone> =
        gone.map(|(id, ..)| Gone { id: id.clone(), now: moved.get(id).map(|now| (*now).clone()) }).collect();
    gone.sort_by(|a, b| a.id.cmp(&b.id));

    let nothing = claims.is_empty() && articles.is_empty() && others.is_empty() && gone.is_empty();
    if nothing && !ledger.publications.is_empty() {
        return None;
    }
    let last = ledger.publications.last();
    let mut publication = Publication {
        number: last.map_or(1, |last| last.number + 1),
        at: Timestamp::from_second(now.as_second()).unwrap_or(now),
        previous: last.map(|last| last.sha256),
        claims,
        articles,
        others,
        gone,
        sha256: digest_of(&Value::Null),
        place: None,
    };
    publication.sha256 = publication.digest();
    Some(publication)
}

/// A number of entries, as it is recorded.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
