//! Somebody who did not answer, and had little time to.

use std::cell::LazyCell;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Date, Key, Outcome, Reply, Response};
use crate::text::At;

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let published = LazyCell::new(|| publications(matter));
    let mut found = Vec::new();
    for (key, claim) in matter.claims() {
        let published = || published.get(key.index()).copied().flatten();
        let findings = claim.responses.iter().filter_map(|response| short(response, published, matter));
        found.extend(findings.map(|finding| Found { entry: Any::Claim(key), finding }));
    }
    found
}

/// For each claim, by its number, when the first public article stated it.
fn publications<'m>(matter: &Matter<'m>) -> Vec<Option<&'m At<Date>>> {
    let record = matter.record;
    let mut published: Vec<Option<&At<Date>>> = vec![None; record.facts.claims.slots()];
    for (key, article) in record.facts.articles.iter() {
        let Some(date) = &article.date else { continue };
        if record.desk.withheld.contains_key(&Any::Article(key)) {
            continue;
        }
        let targets = article.references.iter().flat_map(|reference| &reference.targets);
        for claim in targets.filter_map(|target| as_claim(target.value)) {
            if let Some(first) = published.get_mut(claim.index())
                && first.is_none_or(|first| date.value < first.value)
            {
                *first = Some(date);
            }
        }
    }
    published
}

fn as_claim(any: Any) -> Option<Key<Claim>> {
    match any {
        Any::Claim(key) => Some(key),
        _ => None,
    }
}

fn short<'m>(
    response: &'m Response,
    published: impl Fn() -> Option<&'m At<Date>>,
    matter: &Matter<'m>,
) -> Option<Finding> {
    let report = &matter.record.facts.report;
    let Reply::Outcome { outcome, asked: Some(asked), deadline, .. } = &response.reply else { return None };
    // Whoever answered to the matter had time enough to.
    if !matches!(outcome.value, Outcome::NoReply | Outcome::NoComment) {
        return None;
    }
    let zone = &report.time_zone;
    let first = first_instant(&asked.value, zone)?;
    // A deadline before the question cannot be, which is for another rule; an article older than it was changed later,
    // nobody wrote down when.
    let is_later = |date: &&At<Date>| !date.value.certainly_before(&asked.value);
    let published = published().filter(is_later);
    let ends = [
        (deadline.as_ref().filter(is_later), "the deadline"),
        (published, "an article states the claim from here on"),
    ];
    let ends =
        ends.into_iter().filter_map(|(end, what)| Some((last_instant(&end?.value, zone)?, end?, what)));
    let (end, place, what) =
        ends.min_by_key(|(end, ..)| *end).map(|(end, date, what)| (end, date.place, what))?;

    let needed = i64::from(report.policy.reply_hours);
    let hours = (end.as_second() - first.as_second()).max(0).div_euclid(3600);
    if hours >= needed {
        return None;
    }
    let message = format!("there were at most {hours} hours to answer, and `reply_hours` is {needed}");
    let help = "give them longer before it is published; where that could not be, say why in `allow`";
    Some(Finding::warning("short-reply-window", asked.place, message).also(place, what).help(help))
}

/// The first instant a date may mean; nothing where it is doubtful or has no beginning.
fn first_instant(date: &Date, zone: &TimeZone) -> Option<Timestamp> {
    match date.instant() {
        _ if date.is_uncertain() || date.is_approximate() => None,
        Some(instant) => Some(instant),
        None => Some(date.earliest().day()?.to_zoned_datetime(zone.clone()).ok()?.timestamp()),
    }
}

/// The end of all that a date may mean; nothing where it is doubtful or has no end.
fn last_instant(date: &Date, zone: &TimeZone) -> Option<Timestamp> {
    match date.instant() {
        _ if date.is_uncertain() || date.is_approximate() => None,
        Some(instant) => Some(instant),
        None => Some(date.latest().day()?.tomorrow().ok()?.to_zoned_datetime(zone.clone()).ok()?.timestamp()),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found_in;

    /// What is found of a reply, with the date of the article that states the claim.
    fn asked(reply: &str, article: &str) -> String {
        let sheet = format!(
            "
people: {{anne-los: {{name: Änne Łoś}}}}
claims:
  leak: {{text: Es war Łoś., status: reported, adverse_to: [anne-los], responses: [{{party: anne-los, {reply}}}]}}
"
        );
        let article = format!("---\ntitle: Das Leck\n{article}\n---\n\n[Es war Łoś](@leak).\n");
        let report = "title: Das Leck\ntime_zone: Europe/Berlin\n";
        let files = [
            ("content/report.yaml", report),
            ("content/facts/leak.yaml", sheet.as_str()),
            ("content/articles/bericht.md", article.as_str()),
        ];
        found_in("short-reply-window", &files)
    }

    #[test]
    fn the_longest_that_the_time_can_have_been_is_measured() {
        let short = |hours: u32| {
            format!("Warning 4: there were at most {hours} hours to answer, and `reply_hours` is 48")
        };
        let cases = [
            ("outcome: no reply, asked: 2024-03-04, deadline: 2024-03-04", "", short(24)),
            // From the first minute of the one day to the last of the other.
            ("outcome: no reply, asked: 2024-03-04, deadline: 2024-03-05", "", String::new()),
            // The clock went forward on that day.
            ("outcome: no reply, asked: 2024-03-31, deadline: 2024-03-31", "", short(23)),
            (
                "outcome: no reply, asked: 2024-03-04T18:00+01:00, deadline: 2024-03-05T12:00+01:00",
                "",
                short(18),
            ),
            (
                "outcome: no reply, asked: 2024-03-04T18:00+01:00, deadline: 2024-03-06T17:59+01:00",
                "",
                short(47),
            ),
            (
                "outcome: no reply, asked: 2024-03-04T18:00+01:00, deadline: 2024-03-06T18:00+01:00",
                "",
                String::new(),
            ),
            ("outcome: no comment, asked: 2024-03-04T18:00+01:00, deadline: 2024-03-05", "", short(30)),
            ("outcome: no reply, asked: 2024-03-04, deadline: 2024-03-01", "", String::new()),
            // Whoever answered had time; who was not asked needed none.
            ("outcome: denied, asked: 2024-03-04, deadline: 2024-03-04", "", String::new()),
            ("outcome: not sought, why: So.", "", String::new()),
            // What is not known exactly may have been enough.
            ("outcome: no reply, asked: 2024-03, deadline: 2024-03-04", "", String::new()),
            ("outcome: no reply, asked: 2024-03-04?, deadline: 2024-03-04", "", String::new()),
            ("outcome: no reply, asked: ../2024-03-04, deadline: 2024-03-04", "", String::new()),
            ("outcome: no reply, asked: 2024-03-04", "", String::new()),
            // An article that came out before the time was over ends it.
            ("outcome: no reply, asked: 2024-03-04", "date: 2024-03-04", short(24)),
            ("outcome: no reply, asked: 2024-03-04, deadline: 2024-03-20", "date: 2024-03-04", short(24)),
            ("outcome: no reply, asked: 2024-03-04, deadline: 2024-03-20", "date: 2024-03-08", String::new()),
            ("outcome: no reply, asked: 2024-03-04", "date: 2024-03-04\ndraft: true", String::new()),
            // The claim was added to an older article later.
            ("outcome: no reply, asked: 2024-03-04", "date: 2024-02-01", String::new()),
        ];
        for (reply, article, expected) in cases {
            assert_eq!(asked(reply, article), expected, "{reply} {article}");
        }
    }
}
