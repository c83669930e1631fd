//! A text and its words, each once as typed and once in small letters.

use std::ops::Range;

/// A text whose words can be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    text: String,
    /// The text in small letters, byte for byte as long: where a small letter would be longer, the letter stays.
    folded: String,
    words: Vec<(u32, u32)>,
}

/// A word of a [`Wording`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'w> {
    /// As typed.
    pub text: &'w str,
    /// In small letters.
    pub folded: &'w str,
    /// The byte it begins at.
    pub start: usize,
}

impl Word<'_> {
    /// The bytes it takes up in the text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Whether it begins with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

impl Wording {
    /// The words of `text`: runs of letters and digits, with the apostrophes and hyphens between them. Points and
    /// commas between digits belong to a number: `1,500` is one word.
    ///
    /// ```
    /// use casebook::reading::Wording;
    /// let wording = Wording::new("Łoś wasn't in Baden-Baden at 12.30.");
    /// let words: Vec<&str> = wording.words().map(|word| word.folded).collect();
    /// assert_eq!(words, ["łoś", "wasn't", "in", "baden-baden", "at", "12.30"]);
    /// ```
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let words = words(&text);
        let folded = folded(&text);
        Self { text, folded, words }
    }

    /// As typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// In small letters; each letter at the same byte as in the text.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word at `index`, from 0.
    #[must_use]
    pub fn word(&self, index: usize) -> Option<Word<'_>> {
        let (start, end) = *self.words.get(index)?;
        let range = start as usize..end as usize;
        Some(Word {
            text: self.text.get(range.clone())?,
            folded: self.folded.get(range)?,
            start: start as usize,
        })
    }

    /// Every word, in order.
    #[must_use]
    pub fn words(&self) -> impl DoubleEndedIterator<Item = Word<'_>> {
        (0..self.words.len()).filter_map(|index| self.word(index))
    }

    /// What stands before the first word.
    #[must_use]
    pub fn before(&self) -> &str {
        let first = self.words.first().map_or(self.text.len(), |(start, _)| *start as usize);
        self.text.get(..first).unwrap_or_default()
    }

    /// What stands between the word at `index` and the next one.
    #[must_use]
    pub fn after(&self, index: usize) -> &str {
        let end = self.words.get(index).map_or(0, |(_, end)| *end as usize);
        let next = self.words.get(index + 1).map_or(self.text.len(), |(start, _)| *start as usize);
        self.text.get(end..next).unwrap_or_default()
    }
}

fn words(text: &str) -> Vec<(u32, u32)> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut letters = text.char_indices().peekable();
    let mut start = None;
    let mut last = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let joins = match letter {
            '\'' | '’' | '-' | '‑' => last.is_alphanumeric() && next.is_alphanumeric(),
            '.' | ',' => last.is_ascii_digit() && next.is_ascii_digit(),
            '\u{301}' => start.is_some(),
            _ => letter.is_alphanumeric(),
        };
        match (joins, start) {
            (true, None) => start = Some(at),
            (false, Some(begun)) => {
                words.push((cut(begun), cut(at)));
                start = None;
            }
            _ => {}
        }
        last = letter;
    }
    words.extend(start.map(|begun| (cut(begun), cut(text.len()))));
    words
}

fn cut(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let small = |letter: char| {
        let mut small = letter.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
            _ => letter,
        }
    };
    text.chars().map(small).collect()
}
