//! A weekday that the date is not.

use jiff::civil::{Date as Day, Weekday};
use rayon::prelude::*;

use crate::check::spoken::Spoken;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, ClaimKind, Key, day_words};
use crate::reading::when::Mention;
use crate::text::Place;

pub(super) const LOOK: Look = Look::Prose(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let claims = matter.claims();
    let claims = claims.collect::<Vec<_>>().into_par_iter().flat_map_iter(|(key, claim)| {
        of_claim(key, claim, matter).into_iter().map(move |finding| Found { entry: Any::Claim(key), finding })
    });
    let articles = matter.reading.articles.par_iter().flat_map_iter(|article| {
        let sentences = article.sentences().flat_map(move |sentence| {
            let mentions = sentence.mentions.iter();
            let wrong = mentions.filter_map(|mention| Some((wrong(mention, mention.date()?)?, mention)));
            wrong.map(|(wrong, mention)| wrong.finding(sentence.place_of(mention.span.range())))
        });
        sentences.map(move |finding| Found { entry: Any::Article(article.key), finding })
    });
    claims.chain(articles).collect()
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
    let dated = claim.date.as_ref().and_then(|date| Some((date.value.exact_day()?, date.place)));
    let mut findings = Vec::new();
    for (spoken, mentions) in Spoken::all(key, claim, matter) {
        for mention in mentions.iter().filter(|mention| mention.weekday.is_some()) {
            let place = || spoken.place(mention.span, matter);
            if let Some(day) = mention.date() {
                findings.extend(wrong(mention, day).map(|wrong| wrong.finding(place())));
            } else if let Some((day, date_place)) = dated
                && means(mention, day, claim, &spoken, mentions)
                && let Some(wrong) = wrong(mention, day)
            {
                findings.push(wrong.finding(place()).also(date_place, "the date"));
            }
        }
    }
    findings
}

/// Whether a weekday without a whole date can be no other day than the claim's: it stands beside its day and month,
/// or is the only day that is said, and neither that of a telling nor one end of a night.
fn means(mention: &Mention, day: Day, claim: &Claim, spoken: &Spoken<'_>, mentions: &[Mention]) -> bool {
    if let Mention { day: Some(number), month: Some(month), .. } = mention {
        return (*number, *month) == (day.day(), day.month());
    }
    let happened = matches!(claim.kind, ClaimKind::Occurrence | ClaimKind::Assessment);
    let alone = mentions.iter().all(|other| other.weekday == mention.weekday && other.date().is_none());
    happened && alone && mention.is_relative() && !spoken.leave_day_open()
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
