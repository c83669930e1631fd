//! What the picture of time shows: what happened, and what became known, each with the days it may mean.

use jiff::civil::Date as Day;

use super::book::Book;
use super::{address, names, words};
use crate::model::{Date, Precision};

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
    /// The id of the list below the picture in which it stands.
    pub list: String,
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

impl Book<'_> {
    /// Everything on the timeline, in the order of time: what happened, and then what became known. A date that has
    /// neither beginning nor end has no place in a picture.
    pub(super) fn moments(&self, lists: impl Fn(&str) -> Option<String>) -> Vec<Moment> {
        let mut moments = Vec::new();
        for &key in self.order.dates.iter() {
            let Some(event) = self.facts.dates.get(key) else { continue };
            let address = address::entry(crate::model::Kind::Date, &event.entry.id);
            let list = lists(&address).unwrap_or_default();
            moments.push(moment(Lane::Happened, event.title.value.clone(), &event.date.value, address, list));
        }
        let mut known: Vec<Moment> = self
            .log
            .days
            .iter()
            .map(|known| {
                let words = words::capital(&words::many(
                    super::lines::size(known.moves.len()),
                    "claim changed its standing",
                    "claims changed their standing",
                ));
                let date = Date::of_day(known.day);
                moment(Lane::Known, words, &date, address::known(known.day), "known".to_owned())
            })
            .collect();
        for &key in self.order.documents.iter() {
            let Some(document) = self.facts.documents.get(key) else { continue };
            let published = document.published.as_ref().filter(|date| date.value.exact_day().is_some());
            if let (Some(date), Some(link)) = (published, names::link(self.facts, key)) {
                let words = format!("Published: {}", words::quoted(&link.words));
                known.push(moment(Lane::Known, words, &date.value, link.address, "known".to_owned()));
            }
        }
        known.sort_by_key(|moment| moment.from);
        moments.extend(known);
        moments.retain(|moment| moment.from.is_some() || moment.to.is_some());
        moments
    }
}

fn moment(lane: Lane, words: String, date: &Date, address: String, list: String) -> Moment {
    let between = match date.precision() {
        _ if date.is_uncertain() || date.is_approximate() => Between::About,
        Precision::Day | Precision::Time | Precision::Interval => Between::All,
        _ => Between::One,
    };
    Moment {
        lane,
        words,
        when: date.short(),
        address,
        from: date.earliest().day(),
        to: date.latest().day(),
        between,
        list,
    }
}
