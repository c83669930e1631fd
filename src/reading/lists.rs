//! Lists of words for each language, one to a line, in `lists/`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Language;

/// What is known of a language's words.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) abbreviations: FxHashMap<&'static str, Abbreviation>,
    /// Names of months, in the forms in which a date has them.
    pub(super) months: FxHashSet<&'static str>,
    /// Small words that begin sentences, and are no names even where they are capitalised.
    pub(super) openers: FxHashSet<&'static str>,
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

impl Lists {
    /// The lists of a language; empty ones where there are none.
    pub(super) fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<Lists> = LazyLock::new(|| {
            Lists::read(
                include_str!("lists/en.abbreviations.txt"),
                include_str!("lists/en.months.txt"),
                include_str!("lists/en.openers.txt"),
            )
        });
        static GERMAN: LazyLock<Lists> = LazyLock::new(|| {
            Lists::read(
                include_str!("lists/de.abbreviations.txt"),
                include_str!("lists/de.months.txt"),
                include_str!("lists/de.openers.txt"),
            )
        });
        static POLISH: LazyLock<Lists> = LazyLock::new(|| {
            Lists::read(
                include_str!("lists/pl.abbreviations.txt"),
                include_str!("lists/pl.months.txt"),
                include_str!("lists/pl.openers.txt"),
            )
        });
        static OTHER: LazyLock<Lists> = LazyLock::new(Lists::default);
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
            Language::Polish => &POLISH,
            Language::Other => &OTHER,
        }
    }

    fn read(abbreviations: &'static str, months: &'static str, openers: &'static str) -> Self {
        let abbreviation = |line: &'static str| match line.split_once(' ') {
            Some((word, "#")) => (word, Abbreviation::BeforeNumber),
            Some((word, _)) => (word, Abbreviation::AtEnd),
            None => (line, Abbreviation::Within),
        };
        Self {
            abbreviations: entries(abbreviations).map(abbreviation).collect(),
            months: entries(months).collect(),
            openers: entries(openers).collect(),
        }
    }
}
