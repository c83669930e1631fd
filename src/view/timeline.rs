//! What happened and what became known: the timeline, its dates, and the days on which standings changed.

use std::sync::Arc;

use jiff::civil::Date as Day;

use super::book::{Book, marks};
use super::changes::Known;
use super::lines::size;
use super::moments::{Found, Moment, periods};
use super::pages::{
    AsKnownPage, DatePage, KnownDay, KnownLine, StandingGroup, TimelineEvent, TimelinePage, TimelineYear,
};
use super::parts::ClaimLine;
use super::view::Page;
use super::{address, choices, words};
use crate::model::{Any, Date, Event, Key};
use crate::speech::told;

/// Up to how many claims a report may have for all of them to be listed as they stood on each day: days times claims
/// is more than anyone can read, or any host wants to keep.
const LISTED: usize = 500;

impl Book<'_> {
    /// The timeline, and what its picture shows, in the order of time: what happened, and then what became known. A
    /// date that has neither beginning nor end has no place in the picture.
    pub(super) fn timeline(&self) -> (TimelinePage, Vec<Moment>) {
        let (mut happened, mut known) = (self.happened(), self.became_known());
        let periods =
            periods(happened.iter_mut().chain(&mut known).map(|found| &mut found.moment), self.speech);
        let choices = choices::choices(happened.iter().chain(&known).map(|found| &found.tags), self.speech);
        let mut years: Vec<TimelineYear> = Vec::new();
        for (&key, found) in self.order.dates.iter().zip(&happened) {
            let (Some(event), Some(line)) = (self.facts.dates.get(key), self.event_line(key)) else {
                continue;
            };
            let year = self.year(&event.date.value);
            let event = TimelineEvent {
                event: line,
                item: found.moment.item.clone(),
                tags: choices::text(&found.tags),
                period: found.moment.period.clone(),
            };
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.events.push(event),
                None => years.push(TimelineYear { year, events: vec![event] }),
            }
        }
        let page = TimelinePage {
            head: self.head(&Page::Timeline, self.speech.say("page-timeline"), &self.in_short(&years)),
            years,
            known: known.iter().filter_map(|found| self.known_line(found)).collect(),
            choices,
            periods,
        };
        let mut moments: Vec<Moment> = happened.into_iter().chain(known).map(|found| found.moment).collect();
        moments.retain(|moment| moment.from.is_some() || moment.to.is_some());
        (page, moments)
    }

    /// How much happened, from what to what.
    fn in_short(&self, years: &[TimelineYear]) -> String {
        let first = years.first().and_then(|year| year.events.first());
        let last = years.last().and_then(|year| year.events.last());
        let (Some(first), Some(last)) = (first, last) else {
            return words::empty(self.speech, crate::model::Kind::Date);
        };
        let count = size(self.order.dates.len());
        let (first, last) = (first.event.title.trim(), last.event.title.trim());
        words::capital(&told!(self.speech, "about-timeline", count = count, first = first, last = last))
    }

    fn known_line(&self, found: &Found) -> Option<KnownLine> {
        let moment = &found.moment;
        Some(KnownLine {
            date: self.when(&Date::of_day(moment.from?), &[]),
            words: moment.words.clone(),
            address: moment.address.clone(),
            item: moment.item.clone(),
            tags: choices::text(&found.tags),
            period: moment.period.clone(),
        })
    }

    fn known_day(&self, known: &Known) -> KnownDay {
        KnownDay {
            date: self.when(&Date::of_day(known.day), &[]),
            address: address::known(known.day),
            changes: size(known.moves.len()),
        }
    }

    pub(super) fn as_known(&self, day: Day) -> Option<AsKnownPage> {
        let at = self.log.days.binary_search_by_key(&day, |known| known.day).ok()?;
        let known = self.log.days.get(at)?;
        let next_to = |at: Option<usize>| self.log.days.get(at?).map(|known| self.known_day(known));
        let date = self.when(&Date::of_day(day), &[]);
        let needed = self.facts.report.policy.corroborated_origins;
        let totals = words::LEGEND.iter().copied().zip(known.totals).filter(|(_, claims)| *claims > 0);
        let first = known.moves.first().and_then(|one| self.names.name(Any::Claim(one.claim)));
        let count = size(known.moves.len());
        let first = first.unwrap_or_default().trim();
        let description = told!(self.speech, "about-known", date = &date.words, count = count, first = first);
        let title = told!(self.speech, "known-on", date = &date.words);
        Some(AsKnownPage {
            head: self.head(&Page::AsKnown(day), &title, &description),
            changes: known.moves.iter().filter_map(|one| self.moved(one)).collect(),
            totals: marks(totals, needed, self.speech),
            standings: if self.order.claims.len() > LISTED { Vec::new() } else { self.stood_on(day) },
            place: size(at + 1),
            days: size(self.log.days.len()),
            previous: next_to(at.checked_sub(1)),
            next: next_to(Some(at + 1)),
            date,
        })
    }

    /// All claims that were known by then, as they stood at the end of a day.
    fn stood_on(&self, day: Day) -> Vec<StandingGroup> {
        let mut groups: [Vec<Arc<ClaimLine>>; words::LEGEND.len()] = Default::default();
        for &key in self.order.claims.iter() {
            let Some(claim) = self.facts.claims.get(key) else { continue };
            let (Some(standing), Some(line)) = (claim.standing_on(day), self.claim(key)) else { continue };
            let status = standing.status.value;
            let mut line = line;
            if status != claim.status.value {
                let then = Arc::make_mut(&mut line);
                then.status = status.word();
                then.sentence = words::standing_with(self.speech, status, claim.support.origins);
            }
            groups[super::lines::place_of(status)].push(line);
        }
        self.grouped(groups, usize::MAX)
    }

    /// Claims by standing, those standings left out that no claim has; of each at most so many.
    pub(super) fn grouped(
        &self,
        groups: [Vec<Arc<ClaimLine>>; words::LEGEND.len()],
        most: usize,
    ) -> Vec<StandingGroup> {
        let needed = self.facts.report.policy.corroborated_origins;
        let counts: Vec<u32> = groups.iter().map(|claims| size(claims.len())).collect();
        let all =
            marks(words::LEGEND.iter().copied().zip(counts), needed, self.speech).into_iter().zip(groups);
        let there = all.filter(|(_, claims)| !claims.is_empty());
        there
            .map(|(mark, mut claims)| {
                let all = (claims.len() > most).then(|| self.all_that_stand(mark.word));
                claims.truncate(most);
                StandingGroup { mark, claims, all }
            })
            .collect()
    }

    pub(super) fn date_page(&self, key: Key<Event>) -> Option<DatePage> {
        let event = self.facts.dates.get(key)?;
        let line = self.event_line(key)?;
        let at = self.order.dates.place(key);
        let next_to = |at: Option<usize>| self.event_line(*self.order.dates.get(at?)?);
        let mut description =
            format!("{}: {}", words::capital(&line.date.words), words::closed(&event.title));
        if let Some(summary) = &line.summary {
            description = format!("{description} {}", words::closed(summary));
        }
        let position = event.location.as_ref().and_then(|location| location.position);
        Some(DatePage {
            head: self.head(&Page::Date(key), &event.title, &description),
            subject: self.subject(Any::Date(key))?,
            event: line,
            position: position.map(|(north, east)| format!("{north}, {east}")),
            claims: self.claims_in_order(self.backlinks.date(key).about.iter().copied()),
            previous: next_to(at.checked_sub(1)),
            next: next_to(Some(at + 1)),
            articles: self.article_links(key),
        })
    }

    /// The year in which a date begins, or, where that is not known, ends: so the years are in the order of the dates.
    fn year(&self, date: &Date) -> String {
        let year = date.earliest().day().or(date.latest().day()).map(Day::year);
        year.map_or_else(|| self.speech.say("undated").to_owned(), |year| words::year(self.speech, year))
    }
}
