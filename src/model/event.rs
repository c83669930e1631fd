//! What happened: the entries under `dates`.

use super::{Date, Entry, Inferred, Key, Organisation, Person};
use crate::text::At;

/// An event on the timeline.
#[derive(Debug, Clone)]
pub struct Event {
    /// What every entry has.
    pub entry: Entry,
    /// What happened, in a line.
    pub title: At<String>,
    /// When.
    pub date: At<Date>,
    /// What the wording left out of the date and we filled in.
    pub inferred: Vec<At<Inferred>>,
    /// Who took part.
    pub people: Vec<At<Key<Person>>>,
    /// Which bodies took part.
    pub organisations: Vec<At<Key<Organisation>>>,
    /// How many took part who have no name here.
    pub unnamed: Option<At<u32>>,
    /// Where.
    pub location: Option<At<Location>>,
}

/// Where something happened (schema.org: Place).
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Latitude and longitude in degrees, WGS 84.
    pub position: Option<(f64, f64)>,
}
