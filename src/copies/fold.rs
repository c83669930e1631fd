//! Texts made alike in what printers do differently: white space, quotation marks, dashes, ligatures, line ends.
//!
//! Letters keep their case: a quotation is somebody's words as they stand.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How much is made alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folding {
    /// Words are told apart by white space, however much.
    Words,
    /// White space does not count, nor do hyphens within words: for texts that break words at the end of lines, and
    /// for PDFs, where gaps between letters may be anything.
    Letters,
}

/// What a letter is to the comparison.
enum Sort {
    Nothing,
    Space,
    Quote,
    Dash,
    Letter,
    Letters(&'static str),
}

/// A text in NFC; most are.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// A text, folded. Folded texts are compared byte by byte.
pub(super) fn fold(text: &str, folding: Folding) -> String {
    let text = composed(text);
    let mut folder =
        Folder { folding, text: String::with_capacity(text.len()), last: None, space: false, dash: false };
    let mut rest = text.as_ref();
    while let Some(letter) = rest.chars().next() {
        let (_, behind) = rest.split_at(letter.len_utf8());
        rest = behind;
        match sort(letter) {
            Sort::Nothing => {}
            Sort::Space => folder.space = true,
            Sort::Quote => folder.quote(),
            Sort::Dash => folder.dash(),
            Sort::Letter => {
                folder.letter(letter);
                // What follows within a word is taken over at once.
                let end = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
                let (word, behind) = rest.split_at(end);
                folder.push(word);
                rest = behind;
            }
            Sort::Letters(letters) => letters.chars().for_each(|letter| folder.letter(letter)),
        }
    }
    folder.settle_dash(false);
    folder.text
}

/// Whether words of a text are broken at the end of lines.
pub(super) fn breaks_words(text: &str) -> bool {
    text.lines().zip(text.lines().skip(1)).any(|(line, next)| {
        let mut end = line.trim_end().chars().rev();
        matches!(end.next(), Some('-' | '\u{2010}' | '\u{ad}'))
            && end.next().is_some_and(char::is_alphabetic)
            && next.trim_start().starts_with(char::is_lowercase)
    })
}

struct Folder {
    folding: Folding,
    text: String,
    /// The last letter of `text`.
    last: Option<char>,
    /// There was white space since the last letter.
    space: bool,
    /// There was a dash since the last letter, and it is not known yet whether it counts.
    dash: bool,
}

impl Folder {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.last = word.chars().next_back().or(self.last);
    }

    /// Quotation marks stand close in some languages, and apart in others. Two at once are one.
    fn quote(&mut self) {
        self.settle_dash(false);
        self.space = false;
        if self.last != Some('\'') {
            self.push("'");
        }
    }

    /// Dashes, too; in some places they are made of two or three hyphens.
    fn dash(&mut self) {
        let in_word = !self.space && self.last.is_some_and(char::is_alphabetic);
        self.space = false;
        if self.folding == Folding::Letters && in_word {
            self.dash = true;
        } else if !self.dash && self.last != Some('-') {
            self.push("-");
        }
    }

    fn settle_dash(&mut self, in_word: bool) {
        if std::mem::take(&mut self.dash) && !in_word {
            self.push("-");
        }
    }

    fn letter(&mut self, letter: char) {
        self.settle_dash(letter.is_alphabetic());
        let space = std::mem::take(&mut self.space);
        // Marks of old keyboards: ,,so'' and <<so>>.
        if matches!(letter, ',' | '<' | '>') && self.last == Some(letter) && !space {
            self.text.pop();
            self.text.truncate(self.text.trim_end().len());
            self.last = self.text.chars().next_back();
            self.quote();
            return;
        }
        let close = matches!(self.last, None | Some('\'' | '-')) || (letter == '.' && self.last == Some('.'));
        if space && !close && self.folding == Folding::Words {
            self.text.push(' ');
        }
        self.text.push(letter);
        self.last = Some(letter);
    }
}

fn sort(letter: char) -> Sort {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Sort::Letter,
        '"'
        | '\''
        | '`'
        | '´'
        | '«'
        | '»'
        | '‹'
        | '›'
        | '‘'..='‟'
        | '′'
        | '″'
        | '‵'
        | '‶'
        | 'ʼ'
        | '❛'..='❞'
        | '「'..='』'
        | '〝'..='〟'
        | '＂'
        | '＇' => Sort::Quote,
        '-' | '‐'..='―' | '−' | '﹘' | '﹣' | '－' => Sort::Dash,
        '…' => Sort::Letters("..."),
        'ﬀ' => Sort::Letters("ff"),
        'ﬁ' => Sort::Letters("fi"),
        'ﬂ' => Sort::Letters("fl"),
        'ﬃ' => Sort::Letters("ffi"),
        'ﬄ' => Sort::Letters("ffl"),
        'ﬅ' | 'ﬆ' => Sort::Letters("st"),
        // Soft hyphens, joiners, marks of direction and of byte order are not seen.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => Sort::Nothing,
        _ if letter.is_whitespace() || letter.is_control() => Sort::Space,
        _ => Sort::Letter,
    }
}
