//! Texts made alike in what printers do differently: white space, quotation marks, dashes, ligatures, line ends.
//!
//! Letters keep their case: a quotation is somebody's words as they stand.

use unicode_normalization::UnicodeNormalization;

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

/// A text, folded. Folded texts are compared byte by byte.
pub(super) fn fold(text: &str, folding: Folding) -> String {
    let mut folder = Folder { folding, text: String::with_capacity(text.len()), space: false, dash: false };
    for letter in text.nfc() {
        match sort(letter) {
            Sort::Nothing => {}
            Sort::Space => folder.space = true,
            Sort::Quote => folder.quote(),
            Sort::Dash => folder.dash(),
            Sort::Letter => folder.letter(letter),
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
    /// There was white space since the last letter.
    space: bool,
    /// There was a dash since the last letter, and it is not known yet whether it counts.
    dash: bool,
}

impl Folder {
    fn last(&self) -> Option<char> {
        self.text.chars().next_back()
    }

    /// Quotation marks stand close in some languages, and apart in others. Two at once are one.
    fn quote(&mut self) {
        self.settle_dash(false);
        self.space = false;
        if self.last() != Some('\'') {
            self.text.push('\'');
        }
    }

    /// Dashes, too; in some places they are made of two or three hyphens.
    fn dash(&mut self) {
        let in_word = !self.space && self.last().is_some_and(char::is_alphabetic);
        self.space = false;
        if self.folding == Folding::Letters && in_word {
            self.dash = true;
        } else if !self.dash && self.last() != Some('-') {
            self.text.push('-');
        }
    }

    fn settle_dash(&mut self, in_word: bool) {
        if std::mem::take(&mut self.dash) && !in_word {
            self.text.push('-');
        }
    }

    fn letter(&mut self, letter: char) {
        self.settle_dash(letter.is_alphabetic());
        let last = self.last();
        let space = std::mem::take(&mut self.space);
        // Marks of old keyboards: ,,so'' and <<so>>.
        let doubled = matches!(letter, ',' | '<' | '>') && last == Some(letter) && !space;
        if doubled {
            self.text.pop();
            self.text.truncate(self.text.trim_end().len());
            self.quote();
            return;
        }
        let close = matches!(last, None | Some('\'' | '-')) || (letter == '.' && last == Some('.'));
        if space && !close && self.folding == Folding::Words {
            self.text.push(' ');
        }
        self.text.push(letter);
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
