//! Those who speak: people, organisations and sources.

use super::{Any, Date, Entry, Key};
use crate::text::At;

/// Anyone whose words can be evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speaker {
    /// A person.
    Person(Key<Person>),
    /// A body that acts in the story.
    Organisation(Key<Organisation>),
    /// Who informs.
    Source(Key<Source>),
}

impl Speaker {
    /// The speaker that an entry is, if it is one.
    #[must_use]
    pub fn of(any: Any) -> Option<Self> {
        match any {
            Any::Person(key) => Some(Self::Person(key)),
            Any::Organisation(key) => Some(Self::Organisation(key)),
            Any::Source(key) => Some(Self::Source(key)),
            Any::Document(_) | Any::Date(_) | Any::Claim(_) | Any::Article(_) => None,
        }
    }
}

/// What a person can have a role in or speak for, and what another can be part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Body {
    /// A body that acts in the story.
    Organisation(Key<Organisation>),
    /// Who informs.
    Source(Key<Source>),
}

impl From<Body> for Speaker {
    fn from(body: Body) -> Self {
        match body {
            Body::Organisation(key) => Self::Organisation(key),
            Body::Source(key) => Self::Source(key),
        }
    }
}

/// A person named in the report.
#[derive(Debug, Clone)]
pub struct Person {
    /// What every entry has.
    pub entry: Entry,
    /// As the report calls them.
    pub name: At<String>,
    /// Offices and functions, as listed.
    pub roles: Vec<Role>,
    /// Bodies they count as one origin with, and when.
    pub speaks_for: Vec<SpeaksFor>,
    /// Whether they are a party to the matter themselves.
    pub interested: bool,
}

/// An office or function.
#[derive(Debug, Clone)]
pub struct Role {
    /// What it is called.
    pub title: At<String>,
    /// Where.
    pub organisation: Option<At<Body>>,
    /// Since when; nothing where it is not known.
    pub from: Option<At<Date>>,
    /// Until when; nothing where it is not known.
    pub until: Option<At<End>>,
}

/// The end of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// `..`: it has not ended.
    Open,
    /// It ended then.
    On(Date),
}

/// A body a person's words count as.
#[derive(Debug, Clone)]
pub struct SpeaksFor {
    /// The body.
    pub body: At<Body>,
    /// Since when; nothing: always, as far as we know.
    pub from: Option<At<Date>>,
    /// Until when; nothing: still, as far as we know.
    pub until: Option<At<End>>,
}

/// A body that acts in the story: a ministry, a committee, an army.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// What every entry has.
    pub entry: Entry,
    /// As the report calls it.
    pub name: At<String>,
    /// What it is, in a word or two: `ministry`.
    pub kind: Option<At<String>>,
    /// ISO 3166-1 alpha-2: `DE`.
    pub country: Option<At<String>>,
    /// What it belongs to; counts as one origin with it.
    pub part_of: Vec<At<Body>>,
    /// Who owns it; counts as one origin with them.
    pub owner: Vec<At<Speaker>>,
    /// Whether it is a party to the matter itself.
    pub interested: bool,
}

/// Who informs: an outlet or agency, or a confidential source.
#[derive(Debug, Clone)]
pub struct Source {
    /// What every entry has; of a confidential source its id and nothing else.
    pub entry: Entry,
    /// What it may be called.
    pub name: Name,
    /// What it is, in a word or two: `news agency`.
    pub kind: Option<At<String>>,
    /// ISO 3166-1 alpha-2: `PL`.
    pub country: Option<At<String>>,
    /// What it belongs to; counts as one origin with it.
    pub part_of: Vec<At<Body>>,
    /// Who owns it; counts as one origin with them.
    pub owner: Vec<At<Speaker>>,
    /// Whether it is a party to the matter itself.
    pub interested: bool,
}

/// What a source may be called. The real name of a confidential one is in the [`Desk`](super::Desk) alone.
#[derive(Debug, Clone)]
pub enum Name {
    /// Its name.
    Known(At<String>),
    /// It asked not to be named.
    Confidential {
        /// The words it is shown under: `A person briefed on the inquiry`.
        described_as: Option<At<String>>,
        /// Why it is not named.
        reason: Option<At<String>>,
    },
}
