//! What a report says of itself, in the reader's language: sentences, numbers, lists, days, and the order of letters.
//!
//! Sentences stand in `themes/<name>/words/<language>.ftl` (Project Fluent); plurals, days, lists and order are those of
//! the Unicode CLDR. Nothing here knows a record, a page or a template.

mod calendar;
mod mistakes;
mod number;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_list::options::ListFormatterOptions;
use icu_list::{ListFormatter, ListFormatterPreferences};
use icu_locale_core::{Locale, locale};
use rustc_hash::FxHashMap;

pub use calendar::{Calendar, Length};
pub use mistakes::Mistake;

/// The languages whose words are built in, English first: what another language lacks is said in it.
const BUILT_IN: [(&str, &str); 3] = [
    ("en", include_str!("../../themes/default/words/en.ftl")),
    ("de", include_str!("../../themes/default/words/de.ftl")),
    ("pl", include_str!("../../themes/default/words/pl.ftl")),
];

/// All that is said in one language.
pub struct Speech {
    language: String,
    /// What is asked for words, in this order.
    layers: Vec<FluentBundle<FluentResource>>,
    /// What can be put into each sentence.
    variables: FxHashMap<String, Vec<String>>,
    /// What is said without anything put in, made once.
    plain: FxHashMap<String, String>,
    calendar: Calendar,
    and: ListFormatter,
    or: ListFormatter,
    order: CollatorBorrowed<'static>,
    /// The order in which letters with and without marks are one, where the language has them so.
    letters: CollatorBorrowed<'static>,
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Speech").field("language", &self.language).finish_non_exhaustive()
    }
}

/// What is put into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// Words, as they are.
    Words(&'a str),
    /// A number, which decides what form the words around it take.
    Number(u32),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(words)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Words(words) => words.into(),
            Arg::Number(number) => number.into(),
        }
    }
}

/// A sentence with what is put into it: `told!(speech, "claims", count = 3)`.
macro_rules! told {
    ($speech:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $speech.tell($key, &[$((stringify!($name), $crate::speech::Arg::from($value))),*])
    };
}
pub(crate) use told;

impl Speech {
    /// In a language (BCP 47), with a theme's own words before the built-in ones. What is wrong with the theme's words
    /// comes with it; the rest of them is used all the same.
    #[must_use]
    pub fn new(language: &str, own: Option<&str>) -> (Self, Vec<Mistake>) {
        let locale = Locale::try_from_str(language).unwrap_or(locale!("en"));
        let primary = locale.id.language.as_str().to_owned();
        let built_in = |wanted: &str| BUILT_IN.iter().find(|(language, _)| *language == wanted);
        let spoken = if own.is_some() || built_in(&primary).is_some() { primary.as_str() } else { "en" };
        let mut layers = Vec::new();
        let mut mistakes = Vec::new();
        if let Some(own) = own {
            let (resource, found) = mistakes::read(own, english_text());
            mistakes = found;
            layers.push(bundle(spoken, resource));
        }
        let beneath = built_in(spoken).into_iter().chain(BUILT_IN.first().filter(|_| spoken != "en"));
        layers.extend(beneath.map(|(language, text)| bundle(language, mistakes::read(text, text).0)));
        // Lists and days as they are set in Europe, where English alone names no country.
        let locale = match spoken {
            "en" if locale.id.language.as_str() != "en" || locale.id.region.is_none() => locale!("en-GB"),
            _ => locale,
        };
        let mut speech = Self {
            language: spoken.to_owned(),
            layers,
            variables: mistakes::variables(english_text()).into_iter().collect(),
            plain: FxHashMap::default(),
            calendar: Calendar::new(&locale),
            and: list(&locale, ListFormatter::try_new_and),
            or: list(&locale, ListFormatter::try_new_or),
            order: collator(&locale, CollatorOptions::default()),
            letters: collator(&locale, by_letter()),
        };
        for (key, names) in own.map(mistakes::variables).unwrap_or_default() {
            speech.variables.entry(key).or_insert(names);
        }
        let plain = speech.variables.iter().filter(|(_, names)| names.is_empty());
        speech.plain = plain.map(|(key, _)| (key.clone(), speech.tell(key, &[]))).collect();
        (speech, mistakes)
    }

    /// In English, as built in: for those who write, and where nothing else is known.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Speech> = LazyLock::new(|| Speech::new("en", None).0);
        &ENGLISH
    }

    /// The language that is spoken: the one asked for, or English where there are no words for that.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Words into which nothing is put. A key that there is not says itself.
    #[must_use]
    pub fn say<'s>(&'s self, key: &'s str) -> &'s str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A sentence, with what is put into it. A key that there is not says itself.
    #[must_use]
    pub fn tell(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if args.is_empty()
            && let Some(words) = self.plain.get(key)
        {
            return words.clone();
        }
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        let pattern = self.layers.iter().find_map(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = pattern else { return key.to_owned() };
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// What can be put into a sentence, by name; nothing where there is no such sentence.
    #[must_use]
    pub fn asks_for(&self, key: &str) -> Option<&[String]> {
        self.variables.get(key).map(Vec::as_slice)
    }

    /// Every key there is.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    /// Days, months and years.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// A number in words where the language has them, and otherwise in digits.
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        told!(self, "number", count = number)
    }

    /// `A, B and C`.
    #[must_use]
    pub fn all_of<S: AsRef<str>>(&self, names: &[S]) -> String {
        self.and.format(names.iter().map(AsRef::as_ref)).to_string()
    }

    /// `A, B or C`.
    #[must_use]
    pub fn one_of<S: AsRef<str>>(&self, names: &[S]) -> String {
        self.or.format(names.iter().map(AsRef::as_ref)).to_string()
    }

    /// Where words stand in an alphabetic list: quotation marks before them do not count, 9 comes before 10.
    #[must_use]
    pub fn place(&self, words: &str) -> Vec<u8> {
        let words = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let mut place = Vec::with_capacity(words.len() + 8);
        let Ok(()) = self.order.write_sort_key_to(words, &mut place);
        place
    }

    /// Whether two letters stand under the same letter of an index: `Ä` and `A` do in German, `Ł` and `L` do not in
    /// Polish.
    #[must_use]
    pub fn same_letter(&self, one: char, other: char) -> bool {
        let (mut first, mut second) = ([0; 4], [0; 4]);
        self.letters.compare(one.encode_utf8(&mut first), other.encode_utf8(&mut second)) == Ordering::Equal
    }
}

/// Everything that is said in the languages that are built in, as it stands in their files.
pub fn built_in_texts() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(_, text)| *text)
}

fn english_text() -> &'static str {
    BUILT_IN.first().map_or("", |(_, text)| text)
}

fn bundle(language: &str, resource: FluentResource) -> FluentBundle<FluentResource> {
    let language = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks that part languages within a line would end up in titles, feeds and addresses.
    bundle.set_use_isolating(false);
    number::teach(&mut bundle, &resource);
    bundle.add_resource_overriding(resource);
    bundle
}

fn list(
    locale: &Locale,
    make: fn(
        ListFormatterPreferences,
        ListFormatterOptions,
    ) -> Result<ListFormatter, icu_provider::DataError>,
) -> ListFormatter {
    make(locale.into(), ListFormatterOptions::default())
        .or_else(|_| make((&locale!("en-GB")).into(), ListFormatterOptions::default()))
        .expect("the lists of English are compiled in")
}

fn by_letter() -> CollatorOptions {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Primary);
    options
}

/// Numbers within names stand by their value: 9 before 10.
fn collator(locale: &Locale, options: CollatorOptions) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, options)
        .or_else(|_| CollatorBorrowed::try_new((&locale!("en")).into(), options))
        .expect("the order of English letters is compiled in")
}
