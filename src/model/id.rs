//! Ids: the words by which entries are known in sheets, in articles and in addresses.

use std::fmt;
use std::sync::Arc;

/// A checked id: lower-case ASCII words and digits joined by hyphens. An article's id may have several such parts
/// joined by `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id `text` spells, if it is one.
    ///
    /// ```
    /// use casebook::model::Id;
    /// assert!(Id::parse("frank-graefe").is_some());
    /// assert!(Id::parse("Frank Graefe").is_none());
    /// assert!(Id::parse("index").is_none(), "each folder's own page has that address");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (is_word(text) && text != "index").then(|| Self(text.into()))
    }

    /// The id of an article, whose parts are joined by `/`: `background/how-we-know`.
    #[must_use]
    pub fn parse_path(text: &str) -> Option<Self> {
        let last = text.rsplit('/').next()?;
        (text.split('/').all(is_word) && last != "index").then(|| Self(text.into()))
    }

    /// The id made of words typed for people: letters without their marks, anything else a hyphen. Nothing where no
    /// letter or digit is left.
    ///
    /// ```
    /// use casebook::model::Id;
    /// assert_eq!(Id::plain("Über die Leitung").unwrap().as_str(), "uber-die-leitung");
    /// assert_eq!(Id::plain("Łódź, straße 7").unwrap().as_str(), "lodz-strasse-7");
    /// assert_eq!(Id::plain("…"), None);
    /// ```
    #[must_use]
    pub fn plain(text: &str) -> Option<Self> {
        let parts: Vec<String> = text.split('/').map(plain_word).collect();
        Self::parse_path(&parts.join("/"))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

fn plain_word(text: &str) -> String {
    let mut word = String::new();
    for letter in crate::text::plain(text).chars() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter);
        } else if !word.is_empty() && !word.ends_with('-') {
            word.push('-');
        }
    }
    word.truncate(word.trim_end_matches('-').len());
    word
}
