//! Closed vocabularies: enums whose values are the words typed in a sheet.

/// A closed set of words.
pub trait Vocabulary: Copy + 'static {
    /// Every value, in the order in which a list of them reads well.
    const ALL: &'static [Self];

    /// The word for it, as it is typed and shown.
    fn word(self) -> &'static str;

    /// What it means, in a sentence.
    fn meaning(self) -> &'static str;

    /// The value a word stands for.
    #[must_use]
    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Declares an enum and its words in one list, so that decoder, schema and pages cannot disagree.
macro_rules! words {
    ($(#[$about:meta])* pub enum $name:ident { $(#[doc = $meaning:literal] $value:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $meaning] $value,)+ }

        impl $crate::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$value),+];

            fn word(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }

            fn meaning(self) -> &'static str {
                match self { $(Self::$value => $meaning.trim_ascii(),)+ }
            }
        }

        impl $name {
            /// The word for it, as it is typed and shown.
            #[must_use]
            pub fn word(self) -> &'static str {
                $crate::Vocabulary::word(self)
            }
        }
    };
}

pub(crate) use words;
