//! Who speaks and what happened: people, organisations, sources and dates.

use std::ops::Range;

use casebook::model::Id;

use super::dice::Dice;
use super::entry::{Entry, sheets};
use super::prose::{BODIES, Day, FIRST_NAMES, LAST_NAMES, NOTES, PAPERS, PLACES, SECRET_NAMES};

/// Anyone whose words can be evidence.
pub(crate) struct Speaker {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) country: &'static str,
    /// Speakers of one camp may count as one origin; of different camps, never do.
    pub(crate) camp: usize,
    pub(crate) confidential: bool,
}

/// How many of each kind a report has.
pub(crate) struct Size {
    pub(crate) people: usize,
    pub(crate) organisations: usize,
    pub(crate) sources: usize,
    pub(crate) documents: usize,
    pub(crate) dates: usize,
}

impl Size {
    /// One other entry for five claims, most of them documents and people.
    pub(crate) fn of_report(claims: usize) -> Self {
        let share = |percent: usize| (claims * percent / 100).max(8);
        Self {
            people: share(6),
            organisations: share(2),
            sources: share(2),
            documents: share(7),
            dates: share(3),
        }
    }
}

/// All who speak, and what happened.
pub(crate) struct Cast {
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) people: Range<usize>,
    pub(crate) organisations: Range<usize>,
    pub(crate) sources: Range<usize>,
    /// The sources among them that asked not to be named; at least one.
    pub(crate) confidential: Vec<usize>,
    /// The ids of what happened.
    pub(crate) occasions: Vec<String>,
    entries: [(&'static str, Vec<String>); 4],
}

impl Cast {
    pub(crate) fn new(size: &Size, dice: &mut Dice) -> Self {
        let mut making = Making { dice, speakers: Vec::new(), camps: Camps::default() };
        let organisations = making.each(size.organisations, Making::organisation);
        let bodies = 0..size.organisations;
        let people = making.each(size.people, |making, number| making.person(number, &bodies));
        let persons = bodies.end..bodies.end + size.people;
        let sources = making.each(size.sources, |making, number| making.source(number, &bodies, &persons));
        let Making { dice, mut speakers, mut camps } = making;
        for (index, speaker) in speakers.iter_mut().enumerate() {
            speaker.camp = camps.of(index);
        }
        let confidential = (0..speakers.len()).filter(|speaker| speakers[*speaker].confidential).collect();
        let mut cast = Self {
            confidential,
            sources: persons.end..speakers.len(),
            people: persons,
            organisations: bodies,
            speakers,
            occasions: Vec::new(),
            entries: [
                ("people", people),
                ("organisations", organisations),
                ("sources", sources),
                ("dates", Vec::new()),
            ],
        };
        for number in 0..size.dates {
            let (id, entry) = cast.occasion(number, dice);
            cast.occasions.push(id);
            cast.entries[3].1.push(entry);
        }
        cast
    }

    pub(crate) fn sheets(&self) -> impl Iterator<Item = (String, String)> {
        self.entries.iter().flat_map(|(kind, entries)| sheets(kind, entries))
    }

    fn occasion(&self, number: usize, dice: &mut Dice) -> (String, String) {
        let place = *dice.one(&PLACES);
        let id = format!("{}-{number}", plain(place));
        let mut entry = Entry::new(&id);
        let (typed, day) = date(dice);
        entry.field("title", format_args!("The meeting in {place}")).field("date", typed);
        if day.is_some() && dice.percent(5) {
            entry.list("inferred", &["year"]);
        }
        let people: Vec<&str> = (0..dice.within(1..4)).map(|_| self.any(&self.people, dice)).collect();
        entry.list("people", &distinct(people));
        if dice.percent(60) {
            entry.list("organisations", &[self.any(&self.organisations, dice)]);
        }
        if dice.percent(15) {
            entry.field("unnamed", dice.within(1..4));
        }
        match dice.within(0..3) {
            0 => entry.field("place", place),
            1 => {
                let (lat, lon) = (dice.within(4700..5500), dice.within(600..2300));
                let position =
                    format!("lat: {}.{:02}, lon: {}.{:02}", lat / 100, lat % 100, lon / 100, lon % 100);
                entry.field("place", format_args!("{{name: {place}, {position}}}"))
            }
            _ => &mut entry,
        };
        common(&mut entry, &id, dice);
        (id, entry.into_text())
    }

    fn any(&self, speakers: &Range<usize>, dice: &mut Dice) -> &str {
        &self.speakers[dice.within(speakers.clone())].id
    }
}

/// The speakers so far, while they are thought up.
struct Making<'d> {
    dice: &'d mut Dice,
    speakers: Vec<Speaker>,
    camps: Camps,
}

impl Making<'_> {
    fn each(&mut self, count: usize, make: impl Fn(&mut Self, usize) -> (Speaker, Entry)) -> Vec<String> {
        (0..count)
            .map(|number| {
                self.camps.found();
                let (speaker, mut entry) = make(self, number);
                common(&mut entry, &speaker.id, self.dice);
                self.speakers.push(speaker);
                entry.into_text()
            })
            .collect()
    }

    /// Three in four are part of the one before: authorities of a ministry.
    fn organisation(&mut self, number: usize) -> (Speaker, Entry) {
        let name =
            format!("{} {}", BODIES[number % BODIES.len()], PLACES[number / BODIES.len() % PLACES.len()]);
        let speaker = self.speaker(&name, number);
        let mut entry = Entry::new(&speaker.id);
        entry.field("name", &speaker.name).field("kind", "authority").field("country", speaker.country);
        if !number.is_multiple_of(4) {
            entry.field("part_of", self.joined(number - 1));
        }
        self.interest(&mut entry, 5);
        (speaker, entry)
    }

    /// One in three speaks for a body, some of them for a time only.
    fn person(&mut self, number: usize, bodies: &Range<usize>) -> (Speaker, Entry) {
        let first = self.dice.one(&FIRST_NAMES);
        let last = self.dice.one(&LAST_NAMES);
        let speaker = self.speaker(&format!("{first} {last}"), number);
        let mut entry = Entry::new(&speaker.id);
        entry.field("name", &speaker.name);
        if self.dice.percent(15) {
            let initial: String = first.chars().take(1).collect();
            entry.list("also", &[format!("{initial}. {last}")]);
        }
        entry.line(4, "roles:");
        let body = self.dice.within(bodies.clone());
        let id = self.speakers[body].id.clone();
        if self.dice.percent(30) {
            entry.line(6, &format!("- {{title: Deputy, organisation: {id}, from: 2015, until: 2019-12}}"));
        }
        entry.line(6, &format!("- {{title: Head of Section, organisation: {id}, from: 2020-02, until: ..}}"));
        if number.is_multiple_of(3) {
            let body = self.joined(body);
            if self.dice.percent(25) {
                entry.line(4, "speaks_for:");
                entry.line(6, &format!("- {{organisation: {body}, from: 2020-02, until: ..}}"));
            } else {
                entry.field("speaks_for", body);
            }
        }
        if self.dice.percent(50) {
            entry.field(
                "summary",
                format_args!("Has been with the authority in {} for years.", self.dice.one(&PLACES)),
            );
        }
        self.interest(&mut entry, 3);
        (speaker, entry)
    }

    /// One in ten asked not to be named, one in six belongs to another source, and a few to an authority.
    fn source(&mut self, number: usize, bodies: &Range<usize>, people: &Range<usize>) -> (Speaker, Entry) {
        if number % 10 == 7 {
            return self.confidential(number, bodies, people);
        }
        let place = PLACES[number / PAPERS.len() % PLACES.len()];
        let speaker = self.speaker(&format!("{place} {}", PAPERS[number % PAPERS.len()]), number);
        let mut entry = Entry::new(&speaker.id);
        entry.field("name", &speaker.name).field("kind", "newspaper").field("country", speaker.country);
        entry.field("url", format_args!("https://{}.example", speaker.id));
        if number % 6 == 5 && !self.speakers[people.end + number - 1].confidential {
            entry.field("owner", self.joined(people.end + number - 1));
        } else if number % 12 == 3 {
            let body = self.dice.within(bodies.clone());
            entry.list("owner", &[self.joined(body)]);
        }
        self.interest(&mut entry, 4);
        (speaker, entry)
    }

    fn confidential(
        &mut self,
        number: usize,
        bodies: &Range<usize>,
        people: &Range<usize>,
    ) -> (Speaker, Entry) {
        let secret = SECRET_NAMES[number / 10 % SECRET_NAMES.len()];
        let id = format!("informant-{number}");
        let mut entry = Entry::new(&id);
        entry.field("name", format_args!("{} {secret}", self.dice.one(&FIRST_NAMES)));
        let body = self.dice.within(bodies.clone());
        let mut bound = vec![self.joined(body)];
        if self.dice.percent(30) {
            let person = self.dice.within(people.clone());
            bound.push(self.joined(person));
        }
        entry.list("counts_with", &bound).line(4, "confidential:");
        entry.line(6, "described_as: A person briefed on the inquiry");
        entry.line(6, "reason: Fears dismissal.").line(6, "approved_by: desk");
        let name = "A person briefed on the inquiry".to_owned();
        (Speaker { id, name, country: "DE", camp: 0, confidential: true }, entry)
    }

    fn speaker(&mut self, name: &str, number: usize) -> Speaker {
        let country = self.dice.weighted(&[(5, "DE"), (3, "PL"), (2, "GB"), (1, "IE")]);
        let (id, name) = (format!("{}-{number}", plain(name)), name.to_owned());
        Speaker { id, name, country, camp: 0, confidential: false }
    }

    /// Puts the speaker that is being made into the camp of `other`, and says its id.
    fn joined(&mut self, other: usize) -> String {
        self.camps.join(self.speakers.len(), other);
        self.speakers[other].id.clone()
    }

    fn interest(&mut self, entry: &mut Entry, percent: usize) {
        if self.dice.percent(percent) {
            entry.field("interested", true);
        }
    }
}

/// Who may count as one origin with whom: each speaker points at another of the camp, or at itself.
#[derive(Default)]
struct Camps(Vec<usize>);

impl Camps {
    fn found(&mut self) {
        self.0.push(self.0.len());
    }

    fn of(&mut self, mut speaker: usize) -> usize {
        while self.0[speaker] != speaker {
            self.0[speaker] = self.0[self.0[speaker]];
            speaker = self.0[speaker];
        }
        speaker
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one] = other;
    }
}

/// What any entry can carry: a former id, a note of the desk.
pub(crate) fn common(entry: &mut Entry, id: &str, dice: &mut Dice) {
    if dice.percent(3) {
        entry.list("was", &[format!("former-{id}")]);
    }
    if dice.percent(4) {
        entry.field("notes", dice.one(&NOTES));
    }
}

/// The words as an id.
pub(crate) fn plain(words: &str) -> String {
    Id::plain(words).map_or_else(|| "entry".to_owned(), |id| id.to_string())
}

/// A date of 2023 or before in one of the forms of EDTF, most of them days; and the day, where it is one.
pub(crate) fn date(dice: &mut Dice) -> (String, Option<Day>) {
    let days = dice.within(0..330);
    let (day, later) = (Day::after(2023, days), Day::after(2023, days + 6));
    let (from, to) = (day.iso(), later.iso());
    let (year, month) = (day.year, day.month);
    let typed = match dice.within(0..32) {
        0..20 => return (from, Some(day)),
        20 => format!("{year}-{month:02}"),
        21 => year.to_string(),
        22 => format!("{year}-{month:02}~"),
        23 => format!("{from}?"),
        24 => format!("{year}-{}", 21 + month % 3),
        25 => "201X".to_owned(),
        26 => format!("{from}/{to}"),
        27 => format!("../{from}"),
        28 => format!("[{from}..{to}]"),
        29 => format!("\"[{from},{to}]\""),
        30 => format!("{from}T14:56+01:00"),
        _ => format!("{from}T09:30+01:00~"),
    };
    (typed, None)
}

/// The same ids, each once.
pub(crate) fn distinct<T: Ord>(mut things: Vec<T>) -> Vec<T> {
    things.sort();
    things.dedup();
    things
}
