//! Lists of words for each language, one to a line, in `lists/`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Language, Phrases};

/// What is known of a language's words.
#[derive(Debug, Default)]
pub struct Lists {
    pub(super) abbreviations: FxHashMap<&'static str, Abbreviation>,
    /// Names of months, in the forms in which a date has them.
    pub(super) months: FxHashSet<&'static str>,
    /// Names of days of the week, in the forms in which a sentence says when.
    pub(super) weekdays: FxHashSet<&'static str>,
    /// Small words that begin sentences, and are no names even where they are capitalised.
    pub(super) openers: FxHashSet<&'static str>,
    /// Numbers in words, from three on.
    pub(super) numbers: FxHashSet<&'static str>,
    /// What says that a sentence speaks of the report itself.
    pub(super) ours: Phrases,
    /// How a sentence begins that only leads elsewhere.
    pub(super) navigation: Phrases,
    /// What stands before a person's name and before nothing else.
    pub(super) titles: Phrases,
    /// What makes of capitalised words something else than a person.
    pub(super) bodies: Phrases,
    /// Attributions that name nobody: `reportedly`, `it is said`.
    pub vague: Phrases,
    /// What says that several say so: `sources say`, `the media`.
    pub plural: Phrases,
    /// What says that something no longer holds: `was withdrawn`, `at first`.
    pub overtaken: Phrases,
    /// Reservations; the mark says of what sort.
    pub hedges: Phrases,
}

/// What the point after an abbreviation says of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// It never ends with it: `Dr.`
    Within,
    /// It goes on where a number follows: `No. 5`. In the lists: `no #`.
    BeforeNumber,
    /// It may end with it: `etc.`, `U.S.` In the lists: `etc ?`.
    AtEnd,
}

/// The entries of a list; lines that begin with `#` say what it is for.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Names that people are given, in all languages.
pub(super) static GIVEN_NAMES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("lists/given-names.txt")).collect());

macro_rules! lists_of {
    ($language:literal) => {
        LazyLock::new(|| Lists {
            abbreviations: abbreviations(include_str!(concat!("lists/", $language, ".abbreviations.txt"))),
            months: entries(include_str!(concat!("lists/", $language, ".months.txt"))).collect(),
            weekdays: entries(include_str!(concat!("lists/", $language, ".weekdays.txt"))).collect(),
            openers: entries(include_str!(concat!("lists/", $language, ".openers.txt"))).collect(),
            numbers: entries(include_str!(concat!("lists/", $language, ".numbers.txt"))).collect(),
            ours: Phrases::read(include_str!(concat!("lists/", $language, ".ours.txt"))),
            navigation: Phrases::read(include_str!(concat!("lists/", $language, ".navigation.txt"))),
            titles: Phrases::read(include_str!(concat!("lists/", $language, ".titles.txt"))),
            bodies: Phrases::read(include_str!(concat!("lists/", $language, ".bodies.txt"))),
            vague: Phrases::read(include_str!(concat!("lists/", $language, ".vague.txt"))),
            plural: Phrases::read(include_str!(concat!("lists/", $language, ".plural.txt"))),
            overtaken: Phrases::read(include_str!(concat!("lists/", $language, ".overtaken.txt"))),
            hedges: Phrases::read(include_str!(concat!("lists/", $language, ".hedges.txt"))),
        })
    };
}

static ENGLISH: LazyLock<Lists> = lists_of!("en");
static GERMAN: LazyLock<Lists> = lists_of!("de");
static POLISH: LazyLock<Lists> = lists_of!("pl");
static OTHER: LazyLock<Lists> = LazyLock::new(Lists::default);

impl Lists {
    /// The lists of a language; empty ones where there are none.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
            Language::Polish => &POLISH,
            Language::Other => &OTHER,
        }
    }
}

fn abbreviations(list: &'static str) -> FxHashMap<&'static str, Abbreviation> {
    let abbreviation = |line: &'static str| match line.split_once(' ') {
        Some((word, "#")) => (word, Abbreviation::BeforeNumber),
        Some((word, _)) => (word, Abbreviation::AtEnd),
        None => (line, Abbreviation::Within),
    };
    entries(list).map(abbreviation).collect()
}
