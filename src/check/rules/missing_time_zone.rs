//! A clock time that does not say by which clock.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Claim, Correction, Date, Document, End, Facts, Person, Reply, Report};
use crate::text::{At, Place};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let (facts, asked) = (&matter.record.facts, matter.asked());
    let mut zoneless = Zoneless { report: &facts.report, found: Vec::new() };
    for (key, person) in asked.people.iter() {
        zoneless.person(key.into(), person);
    }
    for (key, document) in asked.documents.iter() {
        zoneless.document(key.into(), document);
    }
    for (key, event) in asked.dates.iter() {
        zoneless.each(key.into(), [Some(&event.date)]);
    }
    for (key, claim) in matter.claims() {
        zoneless.claim(key.into(), claim, facts);
    }
    for (key, article) in asked.articles.iter() {
        zoneless.each(key.into(), [article.date.as_ref(), article.updated.as_ref()]);
        zoneless.corrections(key.into(), &article.corrections);
    }
    zoneless.found
}

/// The clock times without a zone found so far.
struct Zoneless<'m> {
    report: &'m Report,
    found: Vec<Found>,
}

impl Zoneless<'_> {
    fn person(&mut self, entry: Any, person: &Person) {
        let roles = person.roles.iter().map(|role| (&role.from, &role.until));
        let spans = person.speaks_for.iter().map(|span| (&span.from, &span.until));
        for (from, until) in roles.chain(spans) {
            self.each(entry, [from.as_ref()]);
            if let Some(At { value: End::On(date), place }) = until {
                self.one(entry, date, *place);
            }
        }
    }

    fn document(&mut self, entry: Any, document: &Document) {
        let Document { published, created, accessed, withdrawn, .. } = document;
        self.each(entry, [published.as_ref(), created.as_ref(), accessed.as_ref()]);
        self.each(entry, [withdrawn.as_ref().map(|withdrawn| &withdrawn.value.date)]);
    }

    fn claim(&mut self, entry: Any, claim: &Claim, facts: &Facts) {
        let own = claim.date.as_ref().filter(|date| !is_of_occasion(date, claim, facts));
        self.each(entry, [own, claim.reviewed.as_ref(), claim.review_by.as_ref()]);
        self.each(entry, [claim.checked.as_ref().map(|checked| &checked.value.date)]);
        self.each(entry, claim.history.iter().map(|standing| Some(&standing.date)));
        self.corrections(entry, &claim.corrections);
        for response in &claim.responses {
            if let Reply::Outcome { asked, deadline, date, .. } = &response.reply {
                self.each(entry, [asked.as_ref(), deadline.as_ref(), date.as_ref()]);
            }
        }
    }

    fn corrections(&mut self, entry: Any, corrections: &[Correction]) {
        self.each(entry, corrections.iter().map(|correction| Some(&correction.date)));
    }

    fn each<'d>(&mut self, entry: Any, dates: impl IntoIterator<Item = Option<&'d At<Date>>>) {
        for date in dates.into_iter().flatten() {
            self.one(entry, &date.value, date.place);
        }
    }

    fn one(&mut self, entry: Any, date: &Date, place: Place) {
        let Some(clock) = date.clock_without_zone() else { return };
        let message = format!("by which clock `{date}` is meant is not said");
        let help = match offset(clock, &self.report.time_zone) {
            Some(offset) => {
                format!("say how far it is from UTC: in `{}` it was `{offset}`", self.report.time_zone_name)
            }
            None => "say how far it is from UTC, as in `+01:00`".to_owned(),
        };
        let finding = Finding::warning("missing-time-zone", place, message).help(help);
        self.found.push(Found { entry, finding });
    }
}

/// Whether a claim's date is that of the one date it is about: it is told there.
fn is_of_occasion(date: &At<Date>, claim: &Claim, facts: &Facts) -> bool {
    claim.about.iter().any(|about| match about.value {
        Any::Date(key) => facts.dates.get(key).is_some_and(|event| event.date.place == date.place),
        _ => false,
    })
}

/// How far the clocks of a zone were from UTC then, as it is typed behind a time.
fn offset(clock: DateTime, zone: &TimeZone) -> Option<String> {
    let minutes = zone.to_zoned_datetime(clock).ok()?.offset().seconds() / 60;
    if minutes == 0 {
        return Some("Z".to_owned());
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    Some(format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found_in;

    fn said(sheet: &str, article: &str) -> String {
        let article = format!("---\ntitle: Das Leck\n{article}\n---\n\nText.\n");
        let report = "title: Das Leck\ntime_zone: America/New_York\n";
        let files = [
            ("content/report.yaml", report),
            ("content/facts/leak.yaml", sheet),
            ("content/articles/bericht.md", article.as_str()),
        ];
        found_in("missing-time-zone", &files)
    }

    #[test]
    fn a_clock_time_names_its_zone_wherever_a_date_can_stand() {
        let sheet = "
people: {anne-los: {name: Änne Łoś, roles: [{title: Dyrektorka, from: §1, until: §2}]}}
organisations: {ministry: {name: Ministerium}}
sources: {gazette: {name: Gazeta Łódzka}}
documents:
  report: {title: Raport, type: article, source: gazette, published: §3, created: §4, accessed: §5, withdrawn: {date: §6, why: So.}}
dates: {call: {title: Der Anruf, date: §7}}
claims:
  one: {text: Eins., status: reported, about: [call], reviewed: §8, history: [{date: §9, status: reported}]}
  two: {text: Zwei., status: reported, date: §10, responses: [{party: gazette, outcome: denied, asked: §11, deadline: §12, date: §13}]}
";
        let front = "date: §14\nupdated: §15";
        let with = |typed: &str| {
            let mut texts = [sheet.to_owned(), front.to_owned()];
            for number in (1..=15).rev() {
                texts = texts.map(|text| text.replace(&format!("§{number}"), typed));
            }
            said(&texts[0], &texts[1])
        };
        let found = with("2024-03-12T14:56");
        assert_eq!(found.lines().count(), 15, "{found}");
        assert_eq!(with("2024-03-12T14:56Z"), "");
        assert_eq!(with("2024-03-12T14:56-04:00"), "");
        assert_eq!(with("2024-03-12"), "");
        assert_eq!(with("2024-03-12T14:56:30~").lines().count(), 15);
    }

    #[test]
    fn what_it_says() {
        let sheet = "dates: {call: {title: Der Anruf, date: 2024-03-12T14:56}}";
        assert_eq!(said(sheet, ""), "Warning 1: by which clock `2024-03-12T14:56` is meant is not said");
    }
}
