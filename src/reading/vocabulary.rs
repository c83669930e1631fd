//! What single words mean, from a file for each language.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;

use super::Language;

/// What a word can mean; a word can mean several of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Weekday(Weekday),
    Month(i8),
    /// A part of a day: evening.
    Part,
    /// Belongs to two days.
    Night,
    /// An hour with a name: noon.
    Hour,
    /// What stands beside the figures of an hour: pm, Uhr, godz.
    Clock,
    /// A day that depends on when it was said: yesterday.
    Relative,
    /// Makes of what follows one that depends on when it was said: last.
    Shift,
    /// So does `this`, but not of a day: "this day" is one that was named before.
    This,
    /// What can be last or next: week.
    Period,
    /// A day, which can be the next.
    Day,
    /// What can be counted backwards: days.
    Spell,
    /// Counts backwards what stands before it: ago.
    Ago,
    /// Counts backwards what comes after it: vor.
    Since,
    /// In place of a number: a few.
    Few,
    /// May stand between the parts of one date.
    Glue,
    /// Stands before a month that has no day.
    Before,
    /// Makes a weekday none in particular: every.
    Any,
    Number(u32),
    /// Anybody that can be counted.
    Anybody,
    /// People of one sort.
    People,
    /// May stand between a number and those it counts.
    Describing,
    /// Beside those named before.
    Others,
    /// Counts people and nothing else: `trzej`.
    Personal,
    /// Shows that what stands before it has no noun: `trzech innych było`.
    Alone,
    /// Makes a number vague.
    About,
    /// A verb of telling.
    Telling,
}

/// The words of a language; none of one that we do not read.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: FxHashMap<String, Vec<Meaning>>,
    /// Names that have a day's word in them, each in words.
    names: Vec<Vec<String>>,
}

static ENGLISH: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(include_str!("lists/en.when.txt")));
static GERMAN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(include_str!("lists/de.when.txt")).with_joined_numbers());
static POLISH: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(include_str!("lists/pl.when.txt")));
static OTHER: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(""));

impl Vocabulary {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
            Language::Polish => &POLISH,
            Language::Other => &OTHER,
        }
    }

    /// What a word means, as it stands or else in small letters.
    pub(super) fn meanings(&self, word: &str) -> &[Meaning] {
        if let Some(meanings) = self.words.get(word) {
            return meanings;
        }
        if !word.starts_with(char::is_uppercase) {
            return &[];
        }
        self.words.get(&word.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn names(&self) -> &[Vec<String>] {
        &self.names
    }

    fn read(text: &str) -> Self {
        let mut vocabulary = Self { words: FxHashMap::default(), names: Vec::new() };
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (head, words) = line.split_once(": ").unwrap_or_default();
            if head == "name" {
                vocabulary.names.push(words.split(' ').map(str::to_owned).collect());
                continue;
            }
            let meaning = meaning(head).unwrap_or_else(|| panic!("`{head}` is a meaning"));
            for word in words.split(' ') {
                vocabulary.words.entry(word.to_owned()).or_default().push(meaning);
            }
        }
        vocabulary.with_joined_parts()
    }

    /// Weekdays and parts of days that are written in one word: `Montagabend`.
    fn with_joined_parts(mut self) -> Self {
        let days = self.having(|meaning| matches!(meaning, Meaning::Weekday(_)));
        let parts = self.having(|meaning| meaning == Meaning::Part);
        for (day, meaning) in &days {
            for (part, _) in &parts {
                let mut meanings = vec![*meaning];
                meanings.extend(self.meanings(part).iter().filter(|meaning| **meaning == Meaning::Night));
                self.words.insert(format!("{day}{part}"), meanings);
            }
        }
        self
    }

    /// Numbers that are written in one word: `einundzwanzig`.
    fn with_joined_numbers(mut self) -> Self {
        let numbers = self.having(|meaning| matches!(meaning, Meaning::Number(_)));
        for (tens, ten) in &numbers {
            for (units, unit) in &numbers {
                if let (Meaning::Number(ten @ 20..), Meaning::Number(unit @ 1..=9)) = (ten, unit) {
                    let both = Meaning::Number(ten + unit);
                    self.words.insert(format!("{units}und{tens}"), vec![both]);
                }
            }
        }
        self
    }

    fn having(&self, wanted: impl Fn(Meaning) -> bool) -> Vec<(String, Meaning)> {
        let mut found: Vec<_> = self
            .words
            .iter()
            .flat_map(|(word, meanings)| meanings.iter().map(move |meaning| (word.clone(), *meaning)))
            .filter(|(_, meaning)| wanted(*meaning))
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }
}

fn meaning(head: &str) -> Option<Meaning> {
    let (kind, number) = head.split_once(' ').unwrap_or((head, "0"));
    let number: i8 = number.parse().ok()?;
    Some(match kind {
        "weekday" => Meaning::Weekday(Weekday::from_monday_one_offset(number).ok()?),
        "month" => Meaning::Month(number),
        "number" => Meaning::Number(u32::try_from(number).ok()?),
        "part" => Meaning::Part,
        "night" => Meaning::Night,
        "hour" => Meaning::Hour,
        "clock" => Meaning::Clock,
        "relative" => Meaning::Relative,
        "shift" => Meaning::Shift,
        "this" => Meaning::This,
        "period" => Meaning::Period,
        "day" => Meaning::Day,
        "spell" => Meaning::Spell,
        "ago" => Meaning::Ago,
        "since" => Meaning::Since,
        "few" => Meaning::Few,
        "glue" => Meaning::Glue,
        "before" => Meaning::Before,
        "any" => Meaning::Any,
        "anybody" => Meaning::Anybody,
        "people" => Meaning::People,
        "describing" => Meaning::Describing,
        "others" => Meaning::Others,
        "personal" => Meaning::Personal,
        "alone" => Meaning::Alone,
        "about" => Meaning::About,
        "telling" => Meaning::Telling,
        _ => return None,
    })
}
