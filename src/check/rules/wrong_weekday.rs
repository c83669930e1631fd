//! A weekday that the date is not.

use jiff::civil::{Date as Day, Weekday};
use rayon::prelude::*;

use crate::check::spoken::Spoken;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, ClaimKind, Date, Entry, Event, Key, day_words};
use crate::reading::when::{self, Mention};
use crate::text::{At, Place};

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let claims = matter.claims();
    let claims = claims.collect::<Vec<_>>().into_par_iter().flat_map_iter(|(key, claim)| {
        of_claim(key, claim, matter).into_iter().map(move |finding| Found { entry: Any::Claim(key), finding })
    });
    let dates = matter.asked().dates.iter().filter(|(key, _)| matter.record.is_whole(Any::Date(*key)));
    let dates = dates.collect::<Vec<_>>().into_par_iter().flat_map_iter(|(key, event)| {
        of_date(event, matter).into_iter().map(move |finding| Found { entry: Any::Date(key), finding })
    });
    let articles = matter.reading.articles.par_iter().flat_map_iter(|article| {
        let sentences = article.sentences().chain(article.head_sentences()).flat_map(move |sentence| {
            let mentions = sentence.mentions.iter();
            let wrong = mentions.filter_map(|mention| Some((wrong(mention, mention.date()?)?, mention)));
            wrong.map(|(wrong, mention)| wrong.finding(sentence.place_of(mention.span.range())))
        });
        sentences.map(move |finding| Found { entry: Any::Article(article.key), finding })
    });
    claims.chain(dates).chain(articles).collect()
}

/// A weekday, and the day that it was said of.
struct Wrong {
    said: Weekday,
    day: Day,
}

/// What is wrong with a weekday said of `day`, if anything is.
fn wrong(mention: &Mention, day: Day) -> Option<Wrong> {
    let said = mention.weekday.filter(|said| *said != day.weekday())?;
    Some(Wrong { said, day })
}

impl Wrong {
    fn finding(&self, place: Place) -> Finding {
        let Self { said, day } = self;
        let message = format!("{} is a {}, not a {}", day_words(*day), name(day.weekday()), name(*said));
        Finding::error("wrong-weekday", place, message).help("mend the day or the date, whichever is wrong")
    }
}

fn of_claim(key: Key<Claim>, claim: &Claim, matter: &Matter<'_>) -> Vec<Finding> {
    let day = claim.date.as_ref().and_then(Own::of);
    let happened = matches!(claim.kind, ClaimKind::Occurrence | ClaimKind::Assessment);
    let texts = Spoken::all(key, claim, matter);
    let texts = texts.flat_map(|(spoken, mentions)| in_text(&spoken, mentions, day, happened, matter));
    texts.chain(in_summary(&claim.entry, day, matter)).collect()
}

fn of_date(event: &Event, matter: &Matter<'_>) -> Vec<Finding> {
    let day = Own::of(&event.date);
    let title = in_ours(&event.title, day, true, matter);
    title.into_iter().chain(in_summary(&event.entry, day, matter)).collect()
}

/// A summary can go on to other days: there a weekday must stand beside a date.
fn in_summary(entry: &Entry, day: Option<Own>, matter: &Matter<'_>) -> Vec<Finding> {
    entry.summary.iter().flat_map(|summary| in_ours(summary, day, false, matter)).collect()
}

fn in_ours(words: &At<String>, day: Option<Own>, is_of_day: bool, matter: &Matter<'_>) -> Vec<Finding> {
    let spoken = Spoken::ours(words, matter);
    let languages = spoken.languages.iter();
    let mentions: Vec<Mention> =
        languages.flat_map(|language| when::mentions(&words.value, *language)).collect();
    in_text(&spoken, &mentions, day, is_of_day, matter)
}

/// The one day of an entry, and where it is written.
#[derive(Debug, Clone, Copy)]
struct Own {
    day: Day,
    place: Place,
}

impl Own {
    fn of(date: &At<Date>) -> Option<Self> {
        Some(Self { day: date.value.exact_day()?, place: date.place })
    }
}

/// What is wrong in words about something of one day; all they tell may be of that day (`is_of_day`), or not.
fn in_text(
    spoken: &Spoken<'_>,
    mentions: &[Mention],
    own: Option<Own>,
    is_of_day: bool,
    matter: &Matter<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.weekday.is_some()) {
        let place = || spoken.place(mention.span, matter);
        if let Some(day) = mention.date() {
            findings.extend(wrong(mention, day).map(|wrong| wrong.finding(place())));
        } else if let Some(Own { day, place: date_place }) = own
            && (is_beside(mention, day) || is_of_day && is_alone(mention, spoken, mentions))
            && let Some(wrong) = wrong(mention, day)
        {
            findings.push(wrong.finding(place()).also(date_place, "the date"));
        }
    }
    findings
}

/// Whether a weekday without a whole date stands beside a day and month.
fn is_beside(mention: &Mention, day: Day) -> bool {
    (mention.day, mention.month) == (Some(day.day()), Some(day.month()))
}

/// Whether a weekday is the only day that is said, and neither that of a telling nor one end of a night.
fn is_alone(mention: &Mention, spoken: &Spoken<'_>, mentions: &[Mention]) -> bool {
    mention.day.and(mention.month).is_none()
        && mentions.iter().all(|other| other.weekday == mention.weekday && other.date().is_none())
        && mention.is_relative()
        && !spoken.leave_day_open()
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
