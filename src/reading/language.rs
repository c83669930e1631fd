//! The languages whose sentences are read with lists of words; sentences of others are read without.

/// A language that there are lists of words for, or any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// `en`.
    English,
    /// `de`.
    German,
    /// `pl`.
    Polish,
    /// Any other: nothing is known of its abbreviations and turns of phrase.
    Other,
}

impl Language {
    /// The languages that there are lists for.
    pub const LISTED: [Self; 3] = [Self::English, Self::German, Self::Polish];

    /// What a BCP 47 tag says: `de-AT` is German.
    ///
    /// ```
    /// use casebook::reading::Language;
    /// assert_eq!(Language::of("de-AT"), Language::German);
    /// assert_eq!(Language::of("den"), Language::Other, "the base of the tag is what counts");
    /// ```
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let base = tag.split(['-', '_']).next().unwrap_or_default();
        match base.to_ascii_lowercase().as_str() {
            "en" | "eng" => Self::English,
            "de" | "deu" | "ger" => Self::German,
            "pl" | "pol" => Self::Polish,
            _ => Self::Other,
        }
    }
}
