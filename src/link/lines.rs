//! Lines upward: what stands above a speaker, and so whose words theirs count as.

use std::borrow::Cow;

use super::roots::roots_of;
use crate::model::{Body, Date, Desk, Document, End, Facts, Key, Speaker, SpeaksFor};

/// Which ties a line follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ties {
    /// What anyone may know.
    Open,
    /// Those kept confidential too.
    All,
}

/// A speaker by a number that people, organisations and sources share.
pub type Member = u32;

/// Everybody a speaker's words count as, the speaker included; in order.
pub type Line<'l> = Cow<'l, [Member]>;

/// The lines of all speakers.
pub struct Lines<'f> {
    facts: &'f Facts,
    people: usize,
    organisations: usize,
    /// By their number.
    speakers: Vec<Speaker>,
    steps: Vec<Vec<Step<'f>>>,
    open: Vec<Known>,
    /// Empty where no tie is kept confidential.
    all: Vec<Known>,
}

/// One step upward.
struct Step<'f> {
    to: Member,
    when: When<'f>,
}

/// When a step holds.
enum When<'f> {
    Always,
    Then(&'f SpeaksFor),
    /// Always, and nobody is to know.
    Secretly,
}

/// A line, as far as it can be known without a date.
enum Known {
    Always(Box<[Member]>),
    /// Somebody on it speaks for another at times only.
    AtTimes,
}

impl<'f> Lines<'f> {
    /// The lines that anyone may know.
    #[must_use]
    pub fn open(facts: &'f Facts) -> Self {
        Self::new(facts, None)
    }

    /// With the ties that are kept confidential, where there is a desk to know them.
    pub(super) fn new(facts: &'f Facts, desk: Option<&Desk>) -> Self {
        let (people, organisations) = (facts.people.slots(), facts.organisations.slots());
        let count = people + organisations + facts.sources.slots();
        let steps = std::iter::repeat_with(Vec::new).take(count).collect();
        let speakers = facts.people.slot_keys().map(Speaker::Person);
        let speakers = speakers.chain(facts.organisations.slot_keys().map(Speaker::Organisation));
        let speakers = speakers.chain(facts.sources.slot_keys().map(Speaker::Source)).collect();
        let (open, all) = Default::default();
        let mut lines = Self { facts, people, organisations, speakers, steps, open, all };
        for (key, person) in facts.people.iter() {
            for span in &person.speaks_for {
                let open_end = span.until.as_ref().is_none_or(|until| until.value == End::Open);
                let when = if span.from.is_none() && open_end { When::Always } else { When::Then(span) };
                lines.step(Speaker::Person(key), span.body.value.into(), when);
            }
        }
        for (key, body) in facts.organisations.iter() {
            lines.belongs(Body::Organisation(key), body.part_of.iter().map(|body| body.value.into()));
            lines.belongs(Body::Organisation(key), body.owner.iter().map(|owner| owner.value));
        }
        let mut secretly = false;
        for (key, source) in facts.sources.iter() {
            lines.belongs(Body::Source(key), source.part_of.iter().map(|body| body.value.into()));
            lines.belongs(Body::Source(key), source.owner.iter().map(|owner| owner.value));
            let secret = desk.and_then(|desk| desk.secrets.get(&key));
            for tie in secret.into_iter().flat_map(|secret| &secret.counts_with) {
                lines.step(Speaker::Source(key), tie.value, When::Secretly);
                secretly = true;
            }
        }
        lines.open = lines.known(Ties::Open);
        if secretly {
            lines.all = lines.known(Ties::All);
        }
        lines
    }

    fn belongs(&mut self, body: Body, above: impl Iterator<Item = Speaker>) {
        for speaker in above {
            self.step(body.into(), speaker, When::Always);
        }
    }

    fn step(&mut self, from: Speaker, to: Speaker, when: When<'f>) {
        let (from, to) = (self.member(from), self.member(to));
        self.steps[from as usize].push(Step { to, when });
    }

    /// The number of a speaker.
    #[must_use]
    pub fn member(&self, speaker: Speaker) -> Member {
        let index = match speaker {
            Speaker::Person(key) => key.index(),
            Speaker::Organisation(key) => self.people + key.index(),
            Speaker::Source(key) => self.people + self.organisations + key.index(),
        };
        Member::try_from(index).unwrap_or(Member::MAX)
    }

    fn known(&self, ties: Ties) -> Vec<Known> {
        // Who was seen in whose line: one mark for each speaker serves all lines.
        let mut seen = vec![Member::MAX; self.steps.len()];
        let mut known = Vec::with_capacity(self.steps.len());
        for index in 0..self.steps.len() {
            let start = Member::try_from(index).unwrap_or(Member::MAX);
            let mut at_times = false;
            seen[index] = start;
            let line = self.climb(start, |step| {
                at_times |= matches!(step.when, When::Then(_));
                let holds = ties == Ties::All || !matches!(step.when, When::Secretly);
                holds && std::mem::replace(&mut seen[step.to as usize], start) != start
            });
            known.push(if at_times { Known::AtTimes } else { Known::Always(line.into()) });
        }
        known
    }

    /// Everybody above `start` by steps that are `new`.
    fn climb(&self, start: Member, mut new: impl FnMut(&Step<'f>) -> bool) -> Vec<Member> {
        let mut line = vec![start];
        let mut next = 0;
        while let Some(&here) = line.get(next) {
            next += 1;
            for step in &self.steps[here as usize] {
                if new(step) {
                    line.push(step.to);
                }
            }
        }
        line.sort_unstable();
        line
    }

    /// Everybody whom the words of a speaker count as, the speaker included, by what anyone may know; in order. What
    /// holds at times only, holds if it did when `said_in` was written; without a document, if it ever did.
    #[must_use]
    pub fn above(&self, speaker: Speaker, said_in: Option<Key<Document>>) -> Line<'_> {
        self.line(speaker, said_in.and_then(|document| date_of(document, self.facts)), Ties::Open)
    }

    /// The line of a speaker who spoke on `date`. Without a date, every tie holds that ever did.
    pub(super) fn line(&self, speaker: Speaker, date: Option<&Date>, ties: Ties) -> Line<'_> {
        let start = self.member(speaker);
        let known = if ties == Ties::All && !self.all.is_empty() { &self.all } else { &self.open };
        match known.get(start as usize) {
            Some(Known::Always(line)) => Cow::Borrowed(line),
            Some(Known::AtTimes) => {
                let mut seen = vec![start];
                Cow::Owned(self.climb(start, |step| {
                    let holds = match step.when {
                        When::Always => true,
                        When::Secretly => ties == Ties::All,
                        When::Then(span) => date.is_none_or(|date| may_speak(span, date)),
                    };
                    let new = holds && !seen.contains(&step.to);
                    if new {
                        seen.push(step.to);
                    }
                    new
                }))
            }
            None => Cow::Owned(vec![start]),
        }
    }

    /// Of those that are in every line, whoever is nearest to the speakers: who stands above them goes without saying.
    pub(super) fn meeting<'l>(&self, lines: impl Iterator<Item = Line<'l>>) -> Vec<Speaker> {
        let in_both = |common: Vec<Member>, line: &Line<'_>| -> Vec<Member> {
            common.into_iter().filter(|member| line.binary_search(member).is_ok()).collect()
        };
        let mut common: Option<Vec<Member>> = None;
        for line in lines {
            common = Some(common.map_or_else(|| line.to_vec(), |common| in_both(common, &line)));
        }
        let common: Vec<Speaker> = common
            .into_iter()
            .flatten()
            .filter_map(|member| self.speakers.get(member as usize).copied())
            .collect();
        let is_above = |one: Speaker, other: Speaker| {
            one != other && self.line(other, None, Ties::Open).contains(&self.member(one))
        };
        let nearest = common.iter().filter(|one| {
            // In a circle of bodies each stands above the other.
            common.iter().all(|other| !is_above(**one, *other) || is_above(*other, **one))
        });
        nearest.copied().collect()
    }

    /// Whether anybody's line has a tie that is kept confidential.
    pub(super) fn any_secret(&self) -> bool {
        !self.all.is_empty()
    }
}

/// Whether somebody may have spoken for a body on `date`: unless it is certain that they did not yet, or no longer.
fn may_speak(span: &SpeaksFor, date: &Date) -> bool {
    let not_yet = span.from.as_ref().is_some_and(|from| date.certainly_before(&from.value));
    let no_longer = span.until.as_ref().is_some_and(|until| match &until.value {
        End::Open => false,
        End::On(end) => end.certainly_before(date),
    });
    !not_yet && !no_longer
}

/// When a document was written or recorded, or else published. A copy that does not say was made of words that are as
/// old as its original.
pub(super) fn date_of(document: Key<Document>, facts: &Facts) -> Option<&Date> {
    let own = |key| {
        let document = facts.documents.get(key)?;
        document.created.as_ref().or(document.published.as_ref()).map(|date| &date.value)
    };
    own(document).or_else(|| match *roots_of(document, facts) {
        [root] => own(root),
        _ => None,
    })
}

/// Which of several lines meet, over any number of steps.
#[derive(Default)]
pub(super) struct Meetings {
    /// For each line, another of the same class, up to the class's first.
    parent: Vec<usize>,
    /// Who is in which line, in order.
    members: Vec<(Member, usize)>,
}

impl Meetings {
    /// Of lines that each stand for a number; those that stand for the same number are one.
    pub(super) fn of<'l>(count: usize, lines: impl Iterator<Item = (usize, &'l [Member])>) -> Self {
        let mut members: Vec<(Member, usize)> = Vec::with_capacity(count * 2);
        for (number, line) in lines {
            members.extend(line.iter().map(|member| (*member, number)));
        }
        members.sort_unstable();
        let mut meetings = Self { parent: (0..count).collect(), members: Vec::new() };
        for pair in members.windows(2) {
            if let [(one, a), (other, b)] = pair
                && one == other
            {
                meetings.join(*a, *b);
            }
        }
        meetings.members = members;
        meetings
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
    }

    fn first(&mut self, mut number: usize) -> usize {
        while self.parent[number] != number {
            self.parent[number] = self.parent[self.parent[number]];
            number = self.parent[number];
        }
        number
    }

    /// The class of a number: the smallest number that is one with it.
    pub(super) fn class(&self, mut number: usize) -> usize {
        while self.parent[number] != number {
            number = self.parent[number];
        }
        number
    }

    /// The classes that another line meets; a class can come several times.
    pub(super) fn met_by<'m>(&'m self, line: &'m [Member]) -> impl Iterator<Item = usize> + 'm {
        line.iter().flat_map(|member| {
            let start = self.members.partition_point(|(known, _)| known < member);
            let same = self.members[start..].iter().take_while(move |(known, _)| known == member);
            same.map(|(_, number)| self.class(*number))
        })
    }
}
