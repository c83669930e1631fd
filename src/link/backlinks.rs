//! What refers to an entry: the other direction of everything the sheets and articles say.

use super::pieces::origin_of;
use super::roots::Roots;
use crate::model::{
    Any, Article, Author, Body, Claim, Count, Document, Event, Evidence, Facts, Key, Person, Reply, Speaker,
    Stance,
};

/// For every entry, what refers to it. All lists are in the order of the sheets, and nothing is in one twice.
///
/// What was taken out of the facts refers to nothing, and nothing to it.
#[derive(Debug, Clone, Default)]
pub struct Backlinks {
    people: Vec<OfSpeaker>,
    organisations: Vec<OfSpeaker>,
    sources: Vec<OfSpeaker>,
    documents: Vec<OfDocument>,
    dates: Vec<OfDate>,
    claims: Vec<OfClaim>,
    articles: Vec<OfArticle>,
    /// Every change to our own words, claims before articles.
    pub corrections: Vec<CorrectionAt>,
}

/// A piece of evidence: whose, and its place there, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PieceAt {
    /// The claim it belongs to.
    pub claim: Key<Claim>,
    /// Its place in [`Claim::evidence`].
    pub piece: usize,
}

/// A reply: to which claim, and its place there, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplyAt {
    /// The claim it answers.
    pub claim: Key<Claim>,
    /// Its place in [`Claim::responses`].
    pub response: usize,
}

/// A correction: of what, and its place there, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CorrectionAt {
    /// The claim or article that was corrected.
    pub entry: Any,
    /// Its place in the entry's corrections.
    pub correction: usize,
}

/// What refers to a person, an organisation or a source.
#[derive(Debug, Clone, Default)]
pub struct OfSpeaker {
    /// Claims about them.
    pub about: Vec<Key<Claim>>,
    /// Claims that may harm them.
    pub adverse: Vec<Key<Claim>>,
    /// Claims that are their words.
    pub said: Vec<Key<Claim>>,
    /// Pieces of evidence of which they are the origin, alone or among those of a round-up.
    pub origin: Vec<PieceAt>,
    /// Pieces of evidence they passed on.
    pub passed_on: Vec<PieceAt>,
    /// What came of asking them.
    pub replies: Vec<ReplyAt>,
    /// Documents they published.
    pub documents: Vec<Key<Document>>,
    /// Documents they wrote.
    pub wrote: Vec<Key<Document>>,
    /// What they took part in.
    pub dates: Vec<Key<Event>>,
    /// People who have or had a role there.
    pub members: Vec<Key<Person>>,
    /// People whose words count as theirs, at any time.
    pub spoken_for_by: Vec<Key<Person>>,
    /// What is part of them.
    pub parts: Vec<Speaker>,
    /// What they own.
    pub owns: Vec<Speaker>,
    /// Articles that name them.
    pub articles: Vec<Key<Article>>,
    /// Articles they wrote.
    pub articles_written: Vec<Key<Article>>,
}

/// What refers to a document.
#[derive(Debug, Clone, Default)]
pub struct OfDocument {
    /// Pieces of evidence it was opened for.
    pub evidence: Vec<PieceAt>,
    /// Replies that can be read in it.
    pub replies: Vec<ReplyAt>,
    /// Claims about it.
    pub about: Vec<Key<Claim>>,
    /// Documents that repeat it.
    pub copies: Vec<Key<Document>>,
    /// Documents made from it in another way.
    pub derived: Vec<Key<Document>>,
    /// Articles that name it.
    pub articles: Vec<Key<Article>>,
}

/// What refers to a date.
#[derive(Debug, Clone, Default)]
pub struct OfDate {
    /// Claims about it.
    pub about: Vec<Key<Claim>>,
    /// Articles that name it.
    pub articles: Vec<Key<Article>>,
}

/// What refers to a claim.
#[derive(Debug, Clone, Default)]
pub struct OfClaim {
    /// Claims about it.
    pub about: Vec<Key<Claim>>,
    /// Claims that cannot be true with it.
    pub contradicted_by: Vec<Key<Claim>>,
    /// Claims that make it more exact; the one that replaced it does.
    pub refined_by: Vec<Key<Claim>>,
    /// Claims it replaced.
    pub supersedes: Vec<Key<Claim>>,
    /// Replies that it holds.
    pub answers: Vec<ReplyAt>,
    /// Articles that state or cite it.
    pub articles: Vec<Key<Article>>,
}

/// What refers to an article.
#[derive(Debug, Clone, Default)]
pub struct OfArticle {
    /// Claims about it.
    pub about: Vec<Key<Claim>>,
    /// Articles that translate it.
    pub translations: Vec<Key<Article>>,
    /// Articles that link to it.
    pub articles: Vec<Key<Article>>,
}

impl Backlinks {
    /// Turns round every reference in the facts.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let mut all = Self {
            people: empty(facts.people.slots()),
            organisations: empty(facts.organisations.slots()),
            sources: empty(facts.sources.slots()),
            documents: empty(facts.documents.slots()),
            dates: empty(facts.dates.slots()),
            claims: empty(facts.claims.slots()),
            articles: empty(facts.articles.slots()),
            corrections: Vec::new(),
        };
        all.add_bodies(facts);
        all.add_documents_and_dates(facts);
        let roots = Roots::of(facts);
        for (key, claim) in facts.claims.iter() {
            all.add_claim(key, claim, facts);
            all.add_evidence(key, claim, facts, &roots);
        }
        all.add_articles(facts);
        all
    }

    /// What refers to a speaker.
    #[must_use]
    pub fn speaker(&self, speaker: Speaker) -> &OfSpeaker {
        match speaker {
            Speaker::Person(key) => &self.people[key.index()],
            Speaker::Organisation(key) => &self.organisations[key.index()],
            Speaker::Source(key) => &self.sources[key.index()],
        }
    }

    /// What refers to a document.
    #[must_use]
    pub fn document(&self, key: Key<Document>) -> &OfDocument {
        &self.documents[key.index()]
    }

    /// What refers to a date.
    #[must_use]
    pub fn date(&self, key: Key<Event>) -> &OfDate {
        &self.dates[key.index()]
    }

    /// What refers to a claim.
    #[must_use]
    pub fn claim(&self, key: Key<Claim>) -> &OfClaim {
        &self.claims[key.index()]
    }

    /// What refers to an article.
    #[must_use]
    pub fn article(&self, key: Key<Article>) -> &OfArticle {
        &self.articles[key.index()]
    }

    /// Claims about an entry of any kind.
    #[must_use]
    pub fn about(&self, any: Any) -> &[Key<Claim>] {
        match any {
            Any::Person(key) => &self.people[key.index()].about,
            Any::Organisation(key) => &self.organisations[key.index()].about,
            Any::Source(key) => &self.sources[key.index()].about,
            Any::Document(key) => &self.documents[key.index()].about,
            Any::Date(key) => &self.dates[key.index()].about,
            Any::Claim(key) => &self.claims[key.index()].about,
            Any::Article(key) => &self.articles[key.index()].about,
        }
    }

    /// Articles that name, state or cite an entry of any kind.
    #[must_use]
    pub fn articles_naming(&self, any: Any) -> &[Key<Article>] {
        match any {
            Any::Person(key) => &self.people[key.index()].articles,
            Any::Organisation(key) => &self.organisations[key.index()].articles,
            Any::Source(key) => &self.sources[key.index()].articles,
            Any::Document(key) => &self.documents[key.index()].articles,
            Any::Date(key) => &self.dates[key.index()].articles,
            Any::Claim(key) => &self.claims[key.index()].articles,
            Any::Article(key) => &self.articles[key.index()].articles,
        }
    }

    fn speaker_mut(&mut self, speaker: Speaker, facts: &Facts) -> Option<&mut OfSpeaker> {
        facts.entry(speaker.into())?;
        match speaker {
            Speaker::Person(key) => self.people.get_mut(key.index()),
            Speaker::Organisation(key) => self.organisations.get_mut(key.index()),
            Speaker::Source(key) => self.sources.get_mut(key.index()),
        }
    }

    fn document_mut(&mut self, key: Key<Document>, facts: &Facts) -> Option<&mut OfDocument> {
        facts.documents.get(key)?;
        self.documents.get_mut(key.index())
    }

    fn claim_mut(&mut self, key: Key<Claim>, facts: &Facts) -> Option<&mut OfClaim> {
        facts.claims.get(key)?;
        self.claims.get_mut(key.index())
    }

    fn add_bodies(&mut self, facts: &Facts) {
        for (key, person) in facts.people.iter() {
            for body in person.roles.iter().filter_map(|role| role.organisation.as_ref()) {
                add(self.speaker_mut(body.value.into(), facts).map(|body| &mut body.members), key);
            }
            for span in &person.speaks_for {
                add(self.speaker_mut(span.body.value.into(), facts).map(|body| &mut body.spoken_for_by), key);
            }
        }
        let organisations = facts.organisations.iter();
        let organisations =
            organisations.map(|(key, body)| (Body::Organisation(key), &body.part_of, &body.owner));
        let sources =
            facts.sources.iter().map(|(key, source)| (Body::Source(key), &source.part_of, &source.owner));
        for (body, part_of, owner) in organisations.chain(sources) {
            let body = Speaker::from(body);
            for above in part_of {
                add(self.speaker_mut(above.value.into(), facts).map(|above| &mut above.parts), body);
            }
            for above in owner {
                add(self.speaker_mut(above.value, facts).map(|above| &mut above.owns), body);
            }
        }
    }

    fn add_documents_and_dates(&mut self, facts: &Facts) {
        for (key, document) in facts.documents.iter() {
            if let Some(source) = &document.source {
                add(self.speaker_mut(source.value, facts).map(|source| &mut source.documents), key);
            }
            for author in document.authors.iter().filter_map(|author| speaking(&author.value)) {
                add(self.speaker_mut(author, facts).map(|author| &mut author.wrote), key);
            }
            if let Some(original) = &document.copy_of {
                add(self.document_mut(original.value, facts).map(|original| &mut original.copies), key);
            }
            for base in &document.derived_from {
                add(self.document_mut(base.value, facts).map(|base| &mut base.derived), key);
            }
        }
        for (key, event) in facts.dates.iter() {
            let people = event.people.iter().map(|person| Speaker::Person(person.value));
            let bodies = event.organisations.iter().map(|body| Speaker::Organisation(body.value));
            for speaker in people.chain(bodies) {
                add(self.speaker_mut(speaker, facts).map(|speaker| &mut speaker.dates), key);
            }
        }
    }

    fn add_claim(&mut self, key: Key<Claim>, claim: &Claim, facts: &Facts) {
        for about in &claim.about {
            if facts.entry(about.value).is_some() {
                add(self.about_mut(about.value), key);
            }
        }
        for party in &claim.adverse_to {
            add(self.speaker_mut(party.value, facts).map(|party| &mut party.adverse), key);
        }
        if let Some(speaker) = &claim.speaker {
            add(self.speaker_mut(speaker.value, facts).map(|speaker| &mut speaker.said), key);
        }
        for (response, answer) in claim.responses.iter().enumerate() {
            let reply = ReplyAt { claim: key, response };
            add(self.speaker_mut(answer.party.value, facts).map(|party| &mut party.replies), reply);
            match &answer.reply {
                Reply::Claim(claim) => {
                    add(self.claim_mut(claim.value, facts).map(|claim| &mut claim.answers), reply);
                }
                Reply::Outcome { document, .. } => {
                    let document =
                        document.as_ref().and_then(|document| self.document_mut(document.value, facts));
                    add(document.map(|document| &mut document.replies), reply);
                }
            }
        }
        for other in &claim.contradicts {
            add(self.claim_mut(other.value, facts).map(|other| &mut other.contradicted_by), key);
        }
        for other in &claim.refines {
            add_in_order(self.claim_mut(other.value, facts).map(|other| &mut other.refined_by), key);
        }
        if let Some(successor) = &claim.superseded_by {
            let known = facts.claims.get(successor.value).is_some();
            add(self.claim_mut(successor.value, facts).map(|successor| &mut successor.supersedes), key);
            add_in_order(
                self.claim_mut(key, facts).filter(|_| known).map(|claim| &mut claim.refined_by),
                successor.value,
            );
        }
        let corrections = 0..claim.corrections.len();
        self.corrections
            .extend(corrections.map(|correction| CorrectionAt { entry: Any::Claim(key), correction }));
    }

    fn add_evidence(&mut self, key: Key<Claim>, claim: &Claim, facts: &Facts, roots: &Roots) {
        for (piece, evidence) in claim.evidence.iter().enumerate() {
            let at = PieceAt { claim: key, piece };
            add(self.document_mut(evidence.document.value, facts).map(|document| &mut document.evidence), at);
            for speaker in origin_of(evidence, claim, facts, roots).speakers() {
                add(self.speaker_mut(*speaker, facts).map(|speaker| &mut speaker.origin), at);
            }
            for speaker in relays(claim, evidence, piece) {
                add(self.speaker_mut(*speaker, facts).map(|speaker| &mut speaker.passed_on), at);
            }
        }
    }

    fn add_articles(&mut self, facts: &Facts) {
        for (key, article) in facts.articles.iter() {
            let targets = article.references.iter().flat_map(|reference| &reference.targets);
            for target in targets.filter(|target| facts.entry(target.value).is_some()) {
                add(self.articles_mut(target.value), key);
            }
            for author in article.authors.iter().filter_map(|author| speaking(&author.value)) {
                add(self.speaker_mut(author, facts).map(|author| &mut author.articles_written), key);
            }
            if let Some(original) = &article.translation_of
                && facts.articles.get(original.value).is_some()
            {
                add(
                    self.articles.get_mut(original.value.index()).map(|original| &mut original.translations),
                    key,
                );
            }
            let corrections = 0..article.corrections.len();
            self.corrections
                .extend(corrections.map(|correction| CorrectionAt { entry: Any::Article(key), correction }));
        }
    }

    fn about_mut(&mut self, any: Any) -> Option<&mut Vec<Key<Claim>>> {
        match any {
            Any::Person(key) => self.people.get_mut(key.index()).map(|of| &mut of.about),
            Any::Organisation(key) => self.organisations.get_mut(key.index()).map(|of| &mut of.about),
            Any::Source(key) => self.sources.get_mut(key.index()).map(|of| &mut of.about),
            Any::Document(key) => self.documents.get_mut(key.index()).map(|of| &mut of.about),
            Any::Date(key) => self.dates.get_mut(key.index()).map(|of| &mut of.about),
            Any::Claim(key) => self.claims.get_mut(key.index()).map(|of| &mut of.about),
            Any::Article(key) => self.articles.get_mut(key.index()).map(|of| &mut of.about),
        }
    }

    fn articles_mut(&mut self, any: Any) -> Option<&mut Vec<Key<Article>>> {
        match any {
            Any::Person(key) => self.people.get_mut(key.index()).map(|of| &mut of.articles),
            Any::Organisation(key) => self.organisations.get_mut(key.index()).map(|of| &mut of.articles),
            Any::Source(key) => self.sources.get_mut(key.index()).map(|of| &mut of.articles),
            Any::Document(key) => self.documents.get_mut(key.index()).map(|of| &mut of.articles),
            Any::Date(key) => self.dates.get_mut(key.index()).map(|of| &mut of.articles),
            Any::Claim(key) => self.claims.get_mut(key.index()).map(|of| &mut of.articles),
            Any::Article(key) => self.articles.get_mut(key.index()).map(|of| &mut of.articles),
        }
    }
}

/// Who passed a piece on, as counted.
fn relays<'c>(claim: &'c Claim, evidence: &Evidence, piece: usize) -> &'c [Speaker] {
    let Count { relays, .. } =
        if evidence.stance == Stance::Disputes { &claim.dispute } else { &claim.support };
    relays.get(piece).map(Vec::as_slice).unwrap_or_default()
}

fn speaking(author: &Author) -> Option<Speaker> {
    match author {
        Author::Speaker(speaker) => Some(*speaker),
        Author::Words(_) => None,
    }
}

fn empty<T: Default>(slots: usize) -> Vec<T> {
    std::iter::repeat_with(T::default).take(slots).collect()
}

/// Adds what comes later in the sheets than all that is there, unless it is the last already.
fn add<T: PartialEq>(list: Option<&mut Vec<T>>, entry: T) {
    if let Some(list) = list
        && list.last() != Some(&entry)
    {
        list.push(entry);
    }
}

/// Adds what may come before something that is there.
fn add_in_order<T: Ord>(list: Option<&mut Vec<T>>, entry: T) {
    if let Some(list) = list
        && let Err(place) = list.binary_search(&entry)
    {
        list.insert(place, entry);
    }
}
