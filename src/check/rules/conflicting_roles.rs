//! Two offices of one person in one body that cannot both be.

use std::sync::LazyLock;

use jiff::civil::Date as Day;

use super::phrases::{phrases, words};
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Body, Date, End, Facts, Person, Role};

pub(super) const LOOK: Look = Look::Matter(look);

/// Words of titles that leave room for another in the same body, in all languages: titles say no language of theirs.
static BESIDE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lists = [
        include_str!("words/offices.en.txt"),
        include_str!("words/offices.de.txt"),
        include_str!("words/offices.pl.txt"),
    ];
    lists.into_iter().flat_map(phrases).collect()
});

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let record = matter.record;
    let mut found = Vec::new();
    for (key, person) in matter.asked().people.iter().filter(|(key, _)| record.is_whole(Any::Person(*key))) {
        let findings = conflicts(person, &record.facts);
        found.extend(findings.into_iter().map(|finding| Found { entry: Any::Person(key), finding }));
    }
    found
}

/// One finding for each role that conflicts with one before it.
fn conflicts(person: &Person, facts: &Facts) -> Vec<Finding> {
    let offices: Vec<(&Role, Body)> = person
        .roles
        .iter()
        .filter(|role| takes_the_whole_office(&role.title.value))
        .filter_map(|role| Some((role, role.organisation.as_ref()?.value)))
        .collect();
    let mut findings = Vec::new();
    for (index, (role, body)) in offices.iter().enumerate() {
        let before = offices[..index].iter().filter(|(_, other)| other == body);
        let conflict = before.map(|(other, _)| *other).find_map(|other| Some((other, at_once(other, role)?)));
        let (Some((other, when)), Some(entry)) = (conflict, facts.entry((*body).into())) else { continue };
        let message =
            format!("`{}` and `{}`, both in `{}`, {when}", other.title.value, role.title.value, entry.id);
        let finding = Finding::warning("conflicting-roles", role.title.place, message)
            .also(other.title.place, "the other one")
            .help("say from when until when each was held (`from`, `until`), or keep the one that is right");
        findings.push(finding);
    }
    findings
}

fn takes_the_whole_office(title: &str) -> bool {
    let fits = |word: &String, beside: &str| match beside.strip_prefix('-') {
        Some(end) => word.ends_with(end),
        None => word == beside,
    };
    !words(title).iter().any(|word| BESIDE.iter().any(|beside| fits(word, beside)))
}

/// How it is that two roles were held at once, where that must be thought.
fn at_once(one: &Role, other: &Role) -> Option<&'static str> {
    if words(&one.title.value) == words(&other.title.value) {
        return None;
    }
    if [one, other].iter().any(|role| role.from.is_none() && role.until.is_none()) {
        return Some("at times that are not given");
    }
    let (held, also_held) = (Held::of(one)?, Held::of(other)?);
    if held.overlaps(&also_held) {
        return Some("at the same time");
    }
    begin_alike(one, other).then_some("at times that may be the same")
}

/// Whether two roles of which no end is known may have begun at the same time: then neither followed the other.
fn begin_alike(one: &Role, other: &Role) -> bool {
    let runs_on = |role: &Role| role.until.as_ref().is_none_or(|until| until.value == End::Open);
    let (Some(from), Some(other_from)) = (&one.from, &other.from) else { return false };
    let (from, other_from) = (&from.value, &other_from.value);
    runs_on(one) && runs_on(other) && !from.certainly_before(other_from) && !other_from.certainly_before(from)
}

/// The days on which a role was held for sure.
struct Held {
    first: Day,
    last: Day,
    /// Whether it is said when it began.
    begins: bool,
    /// Whether it is said when it ended.
    ends: bool,
}

impl Held {
    /// Nothing where a date is doubtful. Of a role with one end known, that one day is all that is sure.
    fn of(role: &Role) -> Option<Self> {
        let sure = |date: &Date| !date.is_uncertain() && !date.is_approximate();
        let until = match role.until.as_ref().map(|until| &until.value) {
            Some(End::Open) => Some(Day::MAX),
            Some(End::On(date)) if sure(date) => Some(date.earliest().day()?),
            Some(End::On(_)) => return None,
            None => None,
        };
        let from = match role.from.as_ref().map(|from| &from.value) {
            Some(date) if sure(date) => Some(date.latest().day()?),
            Some(_) => return None,
            None => None,
        };
        let (first, last) = (from.or(until)?, until.or(from)?);
        Some(Self { first, last, begins: from.is_some(), ends: until.is_some() })
    }

    /// Whether two have more in common than the day of a handover.
    fn overlaps(&self, other: &Self) -> bool {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        let hands_over =
            |one: &Self, other: &Self| one.ends && one.last == last && other.begins && other.first == first;
        first < last || first == last && !hands_over(self, other) && !hands_over(other, self)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found;

    fn roles(roles: &str) -> String {
        found(
            "conflicting-roles",
            &format!(
                "
organisations: {{army: {{name: Armee}}, office: {{name: Urząd}}}}
people:
  jan-grafe:
    name: Jan Gräfe
    roles: [{roles}]"
            ),
        )
    }

    #[test]
    fn two_offices_in_one_body_must_lie_apart_in_time() {
        let unknown = "Warning 6: `Inspector` and `Commander`, both in `army`, at times that are not given";
        let same = "Warning 6: `Inspector` and `Commander`, both in `army`, at the same time";
        let alike = "Warning 6: `Inspector` and `Commander`, both in `army`, at times that may be the same";
        let cases = [
            ("", "", unknown),
            ("from: 2018, until: 2020", "", unknown),
            ("from: 2018, until: 2019", "from: 2019, until: 2022", ""),
            ("from: 2018, until: 2020", "from: 2019-03, until: 2022", same),
            ("from: 2018, until: 2020", "from: 2020, until: 2022", ""),
            ("from: 2018-01-01, until: 2020-05-01", "from: 2020-05-01, until: ..", ""),
            ("from: 2018-01-01, until: 2020-05-01", "from: 2020-04-01, until: ..", same),
            ("from: 2018, until: ..", "from: 2020, until: ..", same),
            ("from: 2018, until: ..", "from: 2020", same),
            // The one may have followed the other.
            ("from: 2018", "from: 2020", ""),
            ("from: 2018?, until: ..", "from: 2020, until: ..", ""),
            ("until: 2018", "from: 2020", ""),
            ("until: 2020-05-01", "from: 2020-05-01", ""),
            // Neither can have followed the other.
            ("from: 2023-01-01", "from: 2023-01-01", same),
            ("from: 2023-01-01, until: 2023-06-01", "from: 2023-01-01", same),
            ("from: 2023-01-01", "from: 2023-01-01, until: ..", same),
            ("until: 2023-01-01", "until: 2023-01-01", same),
            ("from: 2023", "from: 2023-05", alike),
            ("from: 2023, until: ..", "from: 2023-05", alike),
            ("from: 2023, until: 2024", "from: 2023-05", ""),
            ("from: 2023?", "from: 2023-05", ""),
        ];
        for (one, other, expected) in cases {
            let of = |title: &str, when: &str| {
                let when = if when.is_empty() { String::new() } else { format!(", {when}") };
                format!("{{title: {title}, organisation: army{when}}}")
            };
            let said = roles(&format!("{}, {}", of("Inspector", one), of("Commander", other)));
            assert_eq!(said, expected, "{one} / {other}");
        }
    }

    #[test]
    fn what_can_go_together_is_let_be() {
        let cases = [
            ("Inspector", "Commander", 1),
            ("Inspekteur", "Befehlshaber", 1),
            ("Minister", "Deputy Minister", 1),
            ("Inspekteur", "Generalleutnant", 0),
            ("Commander", "Brigadier General", 0),
            ("Dowódca", "Generał brygady", 0),
            ("Geschäftsführerin", "Vorstandsmitglied", 0),
            ("Prezes", "Członek zarządu", 0),
            ("Sekretarz", "rzeczniczka", 0),
            ("Inspector", "inspector", 0),
        ];
        for (one, other, expected) in cases {
            let said = roles(&format!(
                "{{title: {one}, organisation: army}}, {{title: {other}, organisation: army}}"
            ));
            assert_eq!(said.lines().count(), expected, "{one} / {other}: {said}");
        }
        let elsewhere = "{title: Inspector, organisation: army}, {title: Commander, organisation: office}";
        assert_eq!(roles(elsewhere), "");
        assert_eq!(roles("{title: Inspector}, {title: Commander}"), "");
        // A person of whom something could not be read is not judged.
        let broken =
            "{title: Inspector, organisation: army}, {title: Commander, organisation: army, form: 2020}";
        assert_eq!(roles(broken), "");
    }
}
