//! `data/people.json`, `data/organisations.json` and `data/sources.json`.

use super::row::row;
use super::{EntryRow, id, ids, speakers, typed, words};
use crate::model::{Any, Body, End, Entry, Facts, Kind, Name, Organisation, Person, Source, Speaker};
use crate::text::At;

row! {
    /// A person.
    pub struct PersonRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// As the report calls them.
        pub name: &'a str,
        /// Offices and functions.
        pub roles: Vec<RoleRow<'a>>,
        /// Bodies they count as one origin with.
        pub speaks_for: Vec<SpanRow<'a>>,
        /// Whether they are a party to the matter themselves.
        pub interested: bool,
    }
}

row! {
    /// An office or function.
    pub struct RoleRow<'a> {
        /// What it is called.
        pub title: &'a str,
        /// The id of the body.
        pub organisation: Option<&'a str>,
        /// Since when.
        pub from: Option<&'a str>,
        /// Until when; `..` where it has not ended.
        pub until: Option<&'a str>,
    }
}

row! {
    /// A body, for a time.
    pub struct SpanRow<'a> {
        /// The id of the body.
        pub organisation: Option<&'a str>,
        /// Since when.
        pub from: Option<&'a str>,
        /// Until when; `..` where it has not ended.
        pub until: Option<&'a str>,
    }
}

row! {
    /// A body that acts in the story.
    pub struct OrganisationRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// As the report calls it.
        pub name: &'a str,
        /// What it is: `ministry`.
        pub kind: Option<&'a str>,
        /// ISO 3166-1 alpha-2.
        pub country: Option<&'a str>,
        /// What it belongs to.
        pub part_of: Vec<&'a str>,
        /// Who owns it.
        pub owner: Vec<&'a str>,
        /// Whether it is a party to the matter itself.
        pub interested: bool,
    }
}

row! {
    /// Who informs. Of a confidential source nothing is told but its id and `confidential`.
    pub struct SourceRow<'a> {
        /// What every entry has.
        #[serde(flatten)]
        pub entry: EntryRow<'a>,
        /// Its name; nothing where it is confidential.
        pub name: Option<&'a str>,
        /// That it is not named, where it is confidential.
        pub confidential: Option<ConfidentialRow<'a>>,
        /// What it is: `news agency`.
        pub kind: Option<&'a str>,
        /// ISO 3166-1 alpha-2.
        pub country: Option<&'a str>,
        /// What it belongs to.
        pub part_of: Vec<&'a str>,
        /// Who owns it.
        pub owner: Vec<&'a str>,
        /// Whether it is a party to the matter itself.
        pub interested: bool,
    }
}

row! {
    /// What may be said of a confidential source.
    pub struct ConfidentialRow<'a> {
        /// The words it is shown under.
        pub described_as: Option<&'a str>,
        /// Why it is not named.
        pub reason: Option<&'a str>,
    }
}

fn bodies<'a>(list: &[At<Body>], facts: &'a Facts) -> Vec<&'a str> {
    ids(list, |body| Speaker::from(body).into(), facts)
}

fn body(of: Body, facts: &Facts) -> Option<&str> {
    id(Any::from(Speaker::from(of)), facts)
}

fn end(until: Option<&At<End>>) -> Option<&str> {
    until.map(|until| match &until.value {
        End::Open => "..",
        End::On(date) => date.as_typed(),
    })
}

impl<'a> PersonRow<'a> {
    pub(super) fn of(person: &'a Person, facts: &'a Facts) -> Self {
        let roles = person.roles.iter().map(|role| RoleRow {
            title: &role.title.value,
            organisation: role.organisation.and_then(|of| body(of.value, facts)),
            from: typed(role.from.as_ref()),
            until: end(role.until.as_ref()),
        });
        let speaks_for = person.speaks_for.iter().map(|span| SpanRow {
            organisation: body(span.body.value, facts),
            from: typed(span.from.as_ref()),
            until: end(span.until.as_ref()),
        });
        Self {
            entry: EntryRow::of(&person.entry, Kind::Person),
            name: &person.name.value,
            roles: roles.collect(),
            speaks_for: speaks_for.collect(),
            interested: person.interested,
        }
    }
}

impl<'a> OrganisationRow<'a> {
    pub(super) fn of(organisation: &'a Organisation, facts: &'a Facts) -> Self {
        Self {
            entry: EntryRow::of(&organisation.entry, Kind::Organisation),
            name: &organisation.name.value,
            kind: words(organisation.kind.as_ref()),
            country: words(organisation.country.as_ref()),
            part_of: bodies(&organisation.part_of, facts),
            owner: speakers(&organisation.owner, facts),
            interested: organisation.interested,
        }
    }
}

impl<'a> SourceRow<'a> {
    pub(super) fn of(source: &'a Source, facts: &'a Facts) -> Self {
        match &source.name {
            Name::Known(name) => Self {
                entry: EntryRow::of(&source.entry, Kind::Source),
                name: Some(&name.value),
                confidential: None,
                kind: words(source.kind.as_ref()),
                country: words(source.country.as_ref()),
                part_of: bodies(&source.part_of, facts),
                owner: speakers(&source.owner, facts),
                interested: source.interested,
            },
            Name::Confidential { described_as, reason } => {
                let confidential = ConfidentialRow {
                    described_as: words(described_as.as_ref()),
                    reason: words(reason.as_ref()),
                };
                Self::confidential(&source.entry, confidential)
            }
        }
    }

    /// Its kind, its country and what it belongs to would help to guess who it is.
    fn confidential(entry: &'a Entry, confidential: ConfidentialRow<'a>) -> Self {
        let whole = EntryRow::of(entry, Kind::Source);
        Self {
            entry: EntryRow {
                summary: None,
                also: Vec::new(),
                web: None,
                was: whole.was,
                id: whole.id,
                url: whole.url,
            },
            name: None,
            confidential: Some(confidential),
            kind: None,
            country: None,
            part_of: Vec::new(),
            owner: Vec::new(),
            interested: false,
        }
    }
}
