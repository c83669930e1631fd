//! What leads to an entry, kind by kind: gathered once, so that a page costs no more than what is on it.
//!
//! Claims, documents, dates and articles are taken in the order in which pages list them, so every list here already
//! stands in that order.

use rustc_hash::FxHashMap;

use super::order::Order;
use crate::link::{Roots, origin_of};
use crate::model::{
    Any, Article, Author, Claim, Count, Document, Event, Facts, Group, Key, Person, Reply, Speaker, Stance, Why,
};

/// What leads to one entry.
#[derive(Debug, Default)]
pub(super) struct Thread {
    /// Claims about it.
    pub about: Vec<Key<Claim>>,
    /// Claims that may harm it.
    pub adverse: Vec<Key<Claim>>,
    /// Claims it said first, or whose words are its own.
    pub said: Vec<Key<Claim>>,
    /// Claims with no other origin.
    pub alone: Vec<Key<Claim>>,
    /// Claims that it and others said first.
    pub shared: Vec<Key<Claim>>,
    /// Claims it passed on.
    pub passed_on: Vec<Key<Claim>>,
    /// Claims it speaks against.
    pub disputed: Vec<Key<Claim>>,
    /// Through whom what it said first reached us.
    pub through: Vec<Speaker>,
    /// Claims that use a document.
    pub uses: Vec<Key<Claim>>,
    /// Documents it wrote or published.
    pub documents: Vec<Key<Document>>,
    /// Documents that repeat this one or are made from it.
    pub copies: Vec<Key<Document>>,
    /// Dates it took part in.
    pub dates: Vec<Key<Event>>,
    /// Articles that refer to it.
    pub articles: Vec<Key<Article>>,
    /// Bodies that belong to it, or are owned by it.
    pub parts: Vec<Speaker>,
    /// People with a role in it or who speak for it.
    pub people: Vec<Key<Person>>,
    /// Claims that make this one more exact.
    pub refined_by: Vec<Key<Claim>>,
    /// Claims that this one replaced.
    pub supersedes: Vec<Key<Claim>>,
    /// Articles that translate this one.
    pub translations: Vec<Key<Article>>,
}

/// What leads to each entry.
#[derive(Debug, Default)]
pub(super) struct Threads {
    threads: FxHashMap<Any, Thread>,
    nothing: Thread,
}

impl Threads {
    /// Gathers them.
    pub(super) fn of(facts: &Facts, roots: &Roots, order: &Order) -> Self {
        let mut threads = Self::default();
        for &key in &order.claims {
            threads.claim(facts, roots, key);
        }
        for &key in &order.documents {
            let document = &facts.documents[key];
            let authors = document.authors.iter().filter_map(|author| match author.value {
                Author::Speaker(speaker) => Some(speaker),
                Author::Words(_) => None,
            });
            for speaker in authors.chain(document.source.map(|source| source.value)) {
                once(&mut threads.at(speaker).documents, key);
            }
            for base in document.bases() {
                once(&mut threads.at(base.value).copies, key);
            }
        }
        for &key in &order.dates {
            let event = &facts.dates[key];
            for person in &event.people {
                once(&mut threads.at(person.value).dates, key);
            }
            for body in &event.organisations {
                once(&mut threads.at(body.value).dates, key);
            }
        }
        threads.bodies(facts, order);
        for &key in &order.articles {
            let article = &facts.articles[key];
            for target in article.references.iter().flat_map(|reference| &reference.targets) {
                once(&mut threads.at(target.value).articles, key);
            }
            if let Some(original) = article.translation_of {
                once(&mut threads.at(original.value).translations, key);
            }
        }
        threads
    }

    /// What leads to an entry.
    pub(super) fn to(&self, any: impl Into<Any>) -> &Thread {
        self.threads.get(&any.into()).unwrap_or(&self.nothing)
    }

    fn at(&mut self, any: impl Into<Any>) -> &mut Thread {
        self.threads.entry(any.into()).or_default()
    }

    fn bodies(&mut self, facts: &Facts, order: &Order) {
        for &key in &order.organisations {
            let body = &facts.organisations[key];
            let above = body.part_of.iter().map(|above| Speaker::from(above.value));
            for above in above.chain(body.owner.iter().map(|owner| owner.value)) {
                once(&mut self.at(above).parts, Speaker::Organisation(key));
            }
        }
        for &key in &order.sources {
            let source = &facts.sources[key];
            let above = source.part_of.iter().map(|above| Speaker::from(above.value));
            for above in above.chain(source.owner.iter().map(|owner| owner.value)) {
                once(&mut self.at(above).parts, Speaker::Source(key));
            }
        }
        for &key in &order.people {
            let person = &facts.people[key];
            let roles = person.roles.iter().filter_map(|role| role.organisation.map(|body| body.value));
            for body in roles.chain(person.speaks_for.iter().map(|span| span.body.value)) {
                once(&mut self.at(body).people, key);
            }
        }
    }

    fn claim(&mut self, facts: &Facts, roots: &Roots, key: Key<Claim>) {
        let claim = &facts.claims[key];
        for about in &claim.about {
            once(&mut self.at(about.value).about, key);
        }
        for party in claim.adverse_to.iter().copied().chain(claim.responses.iter().map(|response| response.party)) {
            once(&mut self.at(party.value).adverse, key);
        }
        for refined in &claim.refines {
            once(&mut self.at(refined.value).refined_by, key);
        }
        if let Some(successor) = claim.superseded_by {
            once(&mut self.at(successor.value).supersedes, key);
        }
        for piece in &claim.evidence {
            once(&mut self.at(piece.document.value).uses, key);
        }
        for response in &claim.responses {
            if let Reply::Outcome { document: Some(document), .. } = &response.reply {
                once(&mut self.at(document.value).uses, key);
            }
        }
        if let Some(speaker) = claim.speaker {
            once(&mut self.at(speaker.value).said, key);
        }
        self.origins(facts, roots, claim, key);
    }

    fn origins(&mut self, facts: &Facts, roots: &Roots, claim: &Claim, key: Key<Claim>) {
        let mut first = Vec::new();
        for group in &claim.support.groups {
            let rests_alone = rests_on(&claim.support, group);
            for &speaker in &group.speakers {
                once(&mut self.at(speaker).said, key);
                add(&mut first, speaker);
                match group.why {
                    Why::Withdrawn | Why::Circle | Why::RoundUpOfNamed => {}
                    _ if rests_alone => once(&mut self.at(speaker).alone, key),
                    _ => once(&mut self.at(speaker).shared, key),
                }
            }
        }
        for speaker in claim.dispute.groups.iter().flat_map(|group| &group.speakers) {
            once(&mut self.at(*speaker).disputed, key);
        }
        for (index, piece) in claim.evidence.iter().enumerate() {
            if piece.stance != Stance::Supports {
                continue;
            }
            let relays = relays(&claim.support, index);
            for &origin in origin_of(piece, claim, facts, roots).speakers() {
                for &relay in relays {
                    add(&mut self.at(origin).through, relay);
                }
            }
            for relay in relays.iter().filter(|relay| !first.contains(relay)) {
                once(&mut self.at(*relay).passed_on, key);
            }
        }
    }
}

/// Whether a claim would have no origin left without this group. Those who do not say how they know stand in for each
/// other: while there are several, it rests on none of them alone.
fn rests_on(count: &Count, group: &Group) -> bool {
    let stands_in = |other: &Group| !matches!(other.why, Why::Withdrawn | Why::Circle | Why::RoundUpOfNamed);
    count.origins == 1
        && group.counts > 0
        && match group.why {
            Why::OnlyUnstated | Why::RoundUp => {
                group.speakers.len() == 1 && count.groups.iter().filter(|other| stands_in(other)).count() == 1
            }
            _ => true,
        }
}

/// Who passed on a piece of evidence, nearest to the origin first.
pub(super) fn relays(count: &Count, piece: usize) -> &[Speaker] {
    count.relays.get(piece).map(Vec::as_slice).unwrap_or_default()
}

/// Entries come in order, so one that is there already is the last.
fn once<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if list.last() != Some(&one) {
        list.push(one);
    }
}

/// Speakers come in any order.
fn add(list: &mut Vec<Speaker>, one: Speaker) {
    if !list.contains(&one) {
        list.push(one);
    }
}
