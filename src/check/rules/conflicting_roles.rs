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
        let message = format!(
            "`{}` and `{}`, both in `{}`, {when}",
            other.title.value, role.title.value, entry.id
        );
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
    overlap(held(one)?, held(other)?).then_some("at the same time")
}

/// The days on which a role was held for sure, both included. Nothing where a date is doubtful.
fn held(role: &Role) -> Option<(Day, Day)> {
    let sure = |date: &Date| !date.is_uncertain() && !date.is_approximate();
    let from = role.from.as_ref().map(|from| &from.value);
    let until = role.until.as_ref().map(|until| &until.value);
    let until = match until {
        Some(End::Open) => Some(Day::MAX),
        Some(End::On(date)) if sure(date) => Some(date.earliest().day()?),
        Some(End::On(_)) => return None,
        None => None,
    };
    let from = match from {
        Some(date) if sure(date) => Some(date.latest().day()?),
        Some(_) => return None,
        None => None,
    };
    // Of a role with one end known, that one day is all that is sure.
    Some((from.or(until)?, until.or(from)?))
}

/// Whether two stretches have more in common than the day of a handover.
fn overlap(one: (Day, Day), other: (Day, Day)) -> bool {
    let (first, last) = (one.0.max(other.0), one.1.min(other.1));
    first < last || first == last && [one, other].iter().any(|held| held.0 < first && first < held.1)
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
            let said = roles(&format!("{{title: {one}, organisation: army}}, {{title: {other}, organisation: army}}"));
            assert_eq!(said.lines().count(), expected, "{one} / {other}: {said}");
        }
        let elsewhere = "{title: Inspector, organisation: army}, {title: Commander, organisation: office}";
        assert_eq!(roles(elsewhere), "");
        assert_eq!(roles("{title: Inspector}, {title: Commander}"), "");
        // A person of whom something could not be read is not judged.
        let broken = "{title: Inspector, organisation: army}, {title: Commander, organisation: army, form: 2020}";
        assert_eq!(roles(broken), "");
    }
}
