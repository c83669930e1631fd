//! Lists of words that rules look for: one file for each language below `words/`, one word or phrase to a line.

/// The languages there are lists for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    German,
    Polish,
}

impl Tongue {
    /// The language a BCP 47 tag begins with.
    pub(super) fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            tag if tag.eq_ignore_ascii_case("en") => Some(Self::English),
            tag if tag.eq_ignore_ascii_case("de") => Some(Self::German),
            tag if tag.eq_ignore_ascii_case("pl") => Some(Self::Polish),
            _ => None,
        }
    }
}

/// The phrases of a list, in lower case as they stand there. Lines that begin with `#`, and empty ones, are for people.
pub(super) fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of a text, in lower case. What stands between two letters belongs to neither: `Gräfe's` is `gräfe`, `s`.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
