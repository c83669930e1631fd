//! What happened and what became known: the timeline, its dates, and the days on which standings changed.

use std::sync::Arc;

use jiff::civil::Date as Day;

use super::book::{Book, marks};
use super::changes::Known;
use super::lines::size;
use super::moments::Moment;
use super::names;
use super::pages::{AsKnownPage, DatePage, KnownDay, StandingGroup, TimelinePage, TimelineYear};
use super::parts::ClaimLine;
use super::view::Page;
use super::{address, words};
use crate::model::{Any, Date, Event, Key};

/// Up to how many claims a report may have for all of them to be listed as they stood on each day: days times claims
/// is more than anyone can read, or any host wants to keep.
const LISTED: usize = 500;

impl Book<'_> {
    /// The timeline, and what its picture shows.
    pub(super) fn timeline(&self) -> (TimelinePage, Vec<Moment>) {
        let mut years: Vec<TimelineYear> = Vec::new();
        for &key in self.order.dates.iter() {
            let (Some(event), Some(line)) = (self.facts.dates.get(key), self.event_line(key)) else {
                continue;
            };
            let year = year(&event.date.value);
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.events.push(line),
                None => years.push(TimelineYear { year, events: vec![line] }),
            }
        }
        let description = match (years.first(), years.last(), self.order.dates.len()) {
            (Some(first), Some(last), count) => {
                let things = words::many(size(count), "thing that happened", "things that happened");
                let first = first.events.first().map_or("", |event| event.title.as_str());
                let last = last.events.last().map_or("", |event| event.title.as_str());
                format!(
                    "{}, from {} to {}.",
                    words::capital(&things),
                    words::quoted(first),
                    words::quoted(last)
                )
            }
            _ => words::empty(crate::model::Kind::Date).to_owned(),
        };
        let known = self.log.days.iter().map(|known| self.known_day(known)).collect();
        let list = |address: &str| {
            let year =
                years.iter().position(|year| year.events.iter().any(|event| event.address == address))?;
            Some(format!("year-{}", year + 1))
        };
        let moments = self.moments(list);
        (
            TimelinePage { head: self.head(&Page::Timeline, words::TIMELINE, &description), years, known },
            moments,
        )
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
        let changed = words::many(
            size(known.moves.len()),
            "claim changed its standing",
            "claims changed their standing",
        );
        let first = known.moves.first().and_then(|one| names::name(self.facts, Any::Claim(one.claim)));
        let description = format!(
            "How each claim stood at the end of {}. On that day {changed}: {}",
            date.words,
            words::quoted(first.unwrap_or_default())
        );
        let title = format!("As known on {}", date.words);
        Some(AsKnownPage {
            head: self.head(&Page::AsKnown(day), &title, &description),
            changes: known.moves.iter().filter_map(|one| self.moved(one)).collect(),
            totals: marks(totals, needed),
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
                then.sentence = words::standing_with(status, claim.support.origins);
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
        let all = marks(words::LEGEND.iter().copied().zip(counts), needed).into_iter().zip(groups);
        let there = all.filter(|(_, claims)| !claims.is_empty());
        there
            .map(|(mark, mut claims)| {
                claims.truncate(most);
                StandingGroup { mark, claims }
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
}

/// The year in which a date begins, or, where that is not known, ends: so the years are in the order of the dates.
fn year(date: &Date) -> String {
    match date.earliest().day().or(date.latest().day()).map(Day::year) {
        Some(year) if year <= 0 => format!("{} BC", 1 - i32::from(year)),
        Some(year) => year.to_string(),
        None => words::UNDATED.to_owned(),
    }
}
