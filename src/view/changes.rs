//! What changed when: standings, and our own words. Gathered once; the totals of each day follow from the day before.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date as Day;

use super::book::Book;
use super::lines::place_of;
use super::parts::Change;
use super::{address, words};
use crate::model::{Any, Article, Claim, Correction, CorrectionKind, Date, Facts, Key, Standing, Status};

/// A standing that changed.
#[derive(Debug, Clone)]
pub(super) struct Move {
    pub claim: Key<Claim>,
    /// The place of its new standing in the claim's history.
    pub standing: usize,
    /// How it stood the day before; nothing where it was not known.
    pub before: Option<Status>,
    /// Whether it changed on that very day; otherwise on that day at the latest.
    pub exact: bool,
}

/// A day on which a standing changed.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub day: Day,
    /// What changed, in the order of the sheets.
    pub moves: Vec<Move>,
    /// How many claims stood how at its end, in the order of the legend.
    pub totals: [u32; words::LEGEND.len()],
}

/// One of the changes that pages list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Logged {
    /// A standing that changed: the place of the day, and of the change in it.
    Standing(usize, usize),
    /// A correction of a claim.
    Claim(Key<Claim>, usize),
    /// A correction of an article.
    Article(Key<Article>, usize),
}

/// All that changed.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// The exact days on which standings changed, in the order of time.
    pub days: Vec<Known>,
    /// Newest first; on the same day withdrawals first, for whoever quoted a claim must see it go.
    pub all: Vec<Logged>,
}

impl Log {
    pub(super) fn of(facts: &Facts) -> Self {
        let mut log = Self { days: days(facts), all: Vec::new() };
        for (at, known) in log.days.iter().enumerate() {
            let exact = known.moves.iter().enumerate().filter(|(_, one)| one.exact);
            log.all.extend(exact.map(|(one, _)| Logged::Standing(at, one)));
        }
        for (key, claim) in facts.claims.iter() {
            log.all.extend((0..claim.corrections.len()).map(|at| Logged::Claim(key, at)));
        }
        for (key, article) in facts.articles.iter() {
            log.all.extend((0..article.corrections.len()).map(|at| Logged::Article(key, at)));
        }
        let mut all = std::mem::take(&mut log.all);
        all.sort_by_cached_key(|&logged| {
            let withdrawal = correction(facts, logged).map(|correction| correction.kind.value);
            let place = match withdrawal {
                Some(CorrectionKind::Withdrawal) => 0,
                Some(_) => 1,
                None => 2,
            };
            let date = log.date(facts, logged);
            let day = date.and_then(|date| date.counts_from(&facts.report.time_zone));
            (Reverse(day), place, Reverse(date.cloned()))
        });
        log.all = all;
        log
    }

    /// All but how claims stood first, newest first.
    pub(super) fn changed(&self) -> impl Iterator<Item = Logged> {
        let first = |logged: &Logged| match *logged {
            Logged::Standing(day, one) => self
                .days
                .get(day)
                .and_then(|known| known.moves.get(one))
                .is_some_and(|one| one.before.is_none()),
            Logged::Claim(..) | Logged::Article(..) => false,
        };
        self.all.iter().copied().filter(move |logged| !first(logged))
    }

    /// When it was.
    pub(super) fn date<'f>(&self, facts: &'f Facts, logged: Logged) -> Option<&'f Date> {
        match logged {
            Logged::Standing(day, one) => {
                let one = self.days.get(day)?.moves.get(one)?;
                Some(&facts.claims.get(one.claim)?.history.get(one.standing)?.date.value)
            }
            _ => correction(facts, logged).map(|correction| &correction.date.value),
        }
    }
}

/// The correction, if it is one.
pub(super) fn correction(facts: &Facts, logged: Logged) -> Option<&Correction> {
    match logged {
        Logged::Standing(..) => None,
        Logged::Claim(key, at) => facts.claims.get(key)?.corrections.get(at),
        Logged::Article(key, at) => facts.articles.get(key)?.corrections.get(at),
    }
}

/// A claim's history in the order of time, each entry with its place in the sheet; what has no end comes first.
pub(super) fn in_time(claim: &Claim) -> Vec<(usize, &Standing)> {
    let mut history: Vec<(usize, &Standing)> = claim.history.iter().enumerate().collect();
    history.sort_by_key(|(_, standing)| standing.from);
    history
}

fn days(facts: &Facts) -> Vec<Known> {
    let mut days: BTreeMap<Day, Vec<Move>> = BTreeMap::new();
    for (key, claim) in facts.claims.iter() {
        // Of several entries for a day the last holds at its end.
        let mut at_end: BTreeMap<Day, (usize, &Standing)> = BTreeMap::new();
        for (at, standing) in in_time(claim) {
            if let Some(day) = standing.from {
                at_end.insert(day, (at, standing));
            }
        }
        let mut before = None;
        for (day, (at, standing)) in at_end {
            let status = standing.status.value;
            if before != Some(status) {
                let exact = standing.date.value.day_in(&facts.report.time_zone).is_some();
                days.entry(day).or_default().push(Move { claim: key, standing: at, before, exact });
            }
            before = Some(status);
        }
    }
    let mut totals = [0_u32; words::LEGEND.len()];
    let mut known = Vec::with_capacity(days.len());
    for (day, moves) in days {
        for one in &moves {
            if let Some(before) = one.before {
                totals[place_of(before)] = totals[place_of(before)].saturating_sub(1);
            }
            if let Some(standing) =
                facts.claims.get(one.claim).and_then(|claim| claim.history.get(one.standing))
            {
                totals[place_of(standing.status.value)] += 1;
            }
        }
        if moves.iter().any(|one| one.exact) {
            known.push(Known { day, moves, totals });
        }
    }
    known
}

impl Book<'_> {
    pub(super) fn changes(&self, logged: impl IntoIterator<Item = Logged>) -> Vec<Change> {
        logged.into_iter().filter_map(|one| self.change(one)).collect()
    }

    pub(super) fn change(&self, logged: Logged) -> Option<Change> {
        match logged {
            Logged::Standing(day, one) => self.moved(self.log.days.get(day)?.moves.get(one)?),
            Logged::Claim(key, at) => {
                self.corrected(key.into(), self.facts.claims.get(key)?.corrections.get(at)?)
            }
            Logged::Article(key, at) => {
                self.corrected(key.into(), self.facts.articles.get(key)?.corrections.get(at)?)
            }
        }
    }

    pub(super) fn moved(&self, one: &Move) -> Option<Change> {
        let standing = self.facts.claims.get(one.claim)?.history.get(one.standing)?;
        self.stood(one.claim, standing, one.before)
    }

    fn stood(&self, claim: Key<Claim>, standing: &Standing, before: Option<Status>) -> Option<Change> {
        Some(Change {
            date: self.when(&standing.date.value, &[]),
            kind: "standing",
            subject: self.names.link(claim)?,
            said: None,
            now: None,
            status: Some(standing.status.word()),
            before: before.map(Status::word),
            why: standing.why.as_ref().map(|why| why.value.clone()),
            known: self.known_on(standing),
        })
    }

    /// The page of what was known on the day from which a standing counts.
    fn known_on(&self, standing: &Standing) -> Option<String> {
        let day = standing.from?;
        self.log.days.binary_search_by_key(&day, |known| known.day).ok()?;
        Some(address::known(day))
    }

    fn corrected(&self, subject: Any, correction: &Correction) -> Option<Change> {
        let text = |field: &Option<crate::text::At<String>>| field.as_ref().map(|words| words.value.clone());
        Some(Change {
            date: self.when(&correction.date.value, &[]),
            kind: correction.kind.word(),
            subject: self.names.link(subject)?,
            said: text(&correction.said),
            now: text(&correction.now),
            status: None,
            before: None,
            why: text(&correction.why),
            known: None,
        })
    }

    /// How a claim stood when, newest first.
    pub(super) fn history(&self, key: Key<Claim>) -> Vec<Change> {
        let Some(claim) = self.facts.claims.get(key) else { return Vec::new() };
        let mut before = None;
        let mut history = Vec::with_capacity(claim.history.len());
        for (_, standing) in in_time(claim) {
            history.extend(self.stood(key, standing, before));
            before = Some(standing.status.value);
        }
        history.reverse();
        history
    }

    /// What was changed in an entry's words, newest first.
    pub(super) fn corrections_of(&self, subject: impl Into<Any>, corrections: &[Correction]) -> Vec<Change> {
        let subject = subject.into();
        let mut newest_first: Vec<&Correction> = corrections.iter().collect();
        newest_first.sort_by(|a, b| b.date.value.cmp(&a.date.value));
        newest_first.into_iter().filter_map(|correction| self.corrected(subject, correction)).collect()
    }
}
