//! Languages, as sheets name them.

use icu_locale_core::Locale;

use super::decode::{Decode, Decoder};
use super::shape::Shape;
use super::yaml::Node;
use crate::diagnostic::Finding;

/// A language (BCP 47): `en`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(pub String);

impl AsRef<str> for Tag {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// What people and programs write for a language, beside its tag: its names, those of TeX, and countries that have
/// another code.
const LANGUAGES: [(&[&str], &str); 18] = [
    (&["english", "american", "usenglish", "us"], "en"),
    (&["british", "ukenglish", "gb"], "en-GB"),
    (&["german", "ngerman", "deutsch"], "de"),
    (&["austrian", "naustrian"], "de-AT"),
    (&["polish", "polski"], "pl"),
    (&["russian", "русский"], "ru"),
    (&["ukrainian", "українська", "ua"], "uk"),
    (&["french", "français"], "fr"),
    (&["spanish", "español"], "es"),
    (&["italian", "italiano"], "it"),
    (&["dutch", "nederlands"], "nl"),
    (&["czech", "čeština", "cz"], "cs"),
    (&["danish", "dansk", "dk"], "da"),
    (&["portuguese", "português"], "pt"),
    (&["turkish", "türkçe"], "tr"),
    (&["greek", "ελληνικά", "gr"], "el"),
    (&["chinese", "中文", "cn"], "zh"),
    (&["japanese", "日本語", "jp"], "ja"),
];

impl Tag {
    /// The tag of a language that is written as its name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<&'static str> {
        let name = name.to_lowercase();
        LANGUAGES.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, tag)| *tag)
    }

    fn parse(word: &str) -> Option<Self> {
        let tag = Locale::try_from_str(word).ok()?;
        let language = tag.id.language;
        let is_known = !language.is_unknown() && language.as_str().len() <= 3;
        is_known.then(|| Self(tag.to_string()))
    }
}

impl Decode for Tag {
    const WHAT: &'static str = "a language tag (BCP 47)";

    fn shape() -> Shape {
        Shape::Language
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?.trim();
        let named = Self::of_name(word);
        let tag = Self::parse(word).filter(|_| named.is_none());
        if tag.is_none() {
            let place = decoder.place(node.span);
            let finding = Finding::error("bad-value", place, format!("`{word}` is not {}", Self::WHAT));
            let hyphened = || Self::parse(&word.replace('_', "-")).map(|tag| tag.0);
            let help = match named.map(str::to_owned).or_else(hyphened) {
                Some(tag) => format!("write `{tag}`"),
                None => {
                    "two or three letters, and what else there is to say behind hyphens: `en`, `pl`, `pt-BR`"
                        .to_owned()
                }
            };
            decoder.findings.push(finding.help(help));
        }
        tag
    }
}
