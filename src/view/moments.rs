//! What the picture of time shows: what happened, and what became known, each with the days it may mean.

use jiff::civil::Date as Day;

use super::book::Book;
use super::changes::Known;
use super::choices::Tags;
use super::lines::size;
use super::pages::TimelineChoice;
use super::{address, words};
use crate::model::{Date, Precision};
use crate::speech::{Speech, told};

/// Something on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// In which lane it stands.
    pub lane: Lane,
    /// What it is called.
    pub words: String,
    /// When, in few words.
    pub when: String,
    /// The address of its page, from the report's top.
    pub address: String,
    /// The first day it may mean; nothing where the beginning is open or unknown.
    pub from: Option<Day>,
    /// The last day it may mean; nothing where the end is open or unknown.
    pub to: Option<Day>,
    /// How the days between are to be taken.
    pub between: Between,
    /// The id of its place in the list below the picture.
    pub item: String,
    /// The period in which it begins, where there are several: one of the page's.
    pub period: Option<String>,
}

/// The lanes of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// What happened.
    Happened,
    /// What became known.
    Known,
}

/// How the days that a date may mean are to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// It is this day, or it lasted all these days.
    All,
    /// It was one of these days.
    One,
    /// It was about then, or that it was then is doubtful.
    About,
}

/// A moment, and what it can be found by.
#[derive(Debug)]
pub(super) struct Found {
    pub moment: Moment,
    pub tags: Tags,
}

impl Book<'_> {
    /// What happened, in the order of the dates, those that have neither beginning nor end included.
    pub(super) fn happened(&self) -> Vec<Found> {
        let all = self.order.dates.iter().filter_map(|&key| {
            let event = self.facts.dates.get(key)?;
            let address = address::entry(crate::model::Kind::Date, &event.entry.id);
            let moment = self.moment(Lane::Happened, event.title.value.clone(), &event.date.value, address);
            Some(Found { moment, tags: self.tags_of_event(key) })
        });
        numbered("happened", all.collect())
    }

    /// What became known on exact days, in the order of time.
    pub(super) fn became_known(&self) -> Vec<Found> {
        let mut known: Vec<Found> = self.log.days.iter().map(|known| self.day_found(known)).collect();
        for &key in self.order.documents.iter() {
            let Some(document) = self.facts.documents.get(key) else { continue };
            let published = document.published.as_ref().filter(|date| date.value.exact_day().is_some());
            if let (Some(date), Some(link)) = (published, self.names.link(key)) {
                let words = told!(self.speech, "known-published", title = link.words.trim());
                let moment = self.moment(Lane::Known, words, &date.value, link.address);
                known.push(Found { moment, tags: self.tags_of_document(document) });
            }
        }
        known.sort_by_key(|found| found.moment.from);
        numbered("known", known)
    }

    fn moment(&self, lane: Lane, words: String, date: &Date, address: String) -> Moment {
        let between = match date.precision() {
            _ if date.is_uncertain() || date.is_approximate() => Between::About,
            Precision::Day | Precision::Time | Precision::Interval => Between::All,
            _ => Between::One,
        };
        Moment {
            lane,
            words,
            when: date.short_in(self.speech),
            address,
            from: date.earliest().day(),
            to: date.latest().day(),
            between,
            item: String::new(),
            period: None,
        }
    }

    fn day_found(&self, known: &Known) -> Found {
        let words = words::capital(&told!(self.speech, "known-moves", count = size(known.moves.len())));
        let claims = known.moves.iter().map(|one| {
            let claim = self.facts.claims.get(one.claim);
            let standing = claim.and_then(|claim| claim.history.get(one.standing));
            (one.claim, standing.map(|standing| standing.status.value))
        });
        Found {
            moment: self.moment(Lane::Known, words, &Date::of_day(known.day), address::known(known.day)),
            tags: self.tags_of_claims(claims),
        }
    }
}

/// Gives each its place in the list.
fn numbered(list: &str, mut all: Vec<Found>) -> Vec<Found> {
    for (nth, found) in all.iter_mut().enumerate() {
        found.moment.item = format!("{list}-{}", nth + 1);
    }
    all
}

/// Puts moments into periods: years, or within a single year months; says which there are. A single month is none.
pub(super) fn periods<'m>(
    moments: impl Iterator<Item = &'m mut Moment>,
    speech: &Speech,
) -> Vec<TimelineChoice> {
    let mut dated: Vec<(Day, &mut Moment)> =
        moments.filter_map(|moment| Some((moment.from.or(moment.to)?, moment))).collect();
    dated.sort_by_key(|(day, _)| *day);
    let first = dated.first().map(|(day, _)| day.year());
    let one_year = dated.iter().all(|(day, _)| Some(day.year()) == first);
    let mut periods: Vec<TimelineChoice> = Vec::new();
    for (day, _) in &dated {
        let (word, words) = period(*day, one_year, speech);
        if periods.last().is_none_or(|last| last.word != word) {
            periods.push(TimelineChoice { word, words });
        }
    }
    if periods.len() < 2 {
        return Vec::new();
    }
    for (day, moment) in dated {
        moment.period = Some(period(day, one_year, speech).0);
    }
    periods
}

/// The word for the period a day is in, and what it is called.
fn period(day: Day, one_year: bool, speech: &Speech) -> (String, String) {
    if one_year {
        let word = format!("{:04}-{:02}", day.year(), day.month());
        let words = Date::parse(&word).map_or_else(|_| word.clone(), |month| month.words_in(speech));
        (word, words)
    } else {
        (day.year().to_string(), words::year(speech, day.year()))
    }
}
