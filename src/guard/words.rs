//! Bytes of any file as the words a reader would take from them: behind markup, entities, escapes and percent signs;
//! without capitals, marks on letters or punctuation. It knows nothing of what the words mean.

use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

/// Takes words in, one after the other.
pub(super) trait Ear {
    /// A word, as a number that is the same for the same letters, and where it stands.
    fn word(&mut self, word: u64, at: std::ops::Range<usize>, track: Track);
    /// What comes next does not go on from what came before.
    fn pause(&mut self, track: Track);
}

/// Where words stand: a sentence goes on behind a tag, and what is in the tag is a text of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Track {
    /// Between tags.
    Outside,
    /// In a tag.
    Inside,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Prose or markup, in which quotation marks stand within sentences.
    Prose,
    /// JSON and the like: each text ends at its quotation mark.
    Quoted,
}

/// Reads bytes as words. Nothing is too broken to be read: what is not UTF-8 is read as Latin-1, and zero bytes are
/// passed over, so that UTF-16 is read too.
pub(super) fn read(bytes: &[u8], form: Form, ear: &mut impl Ear) {
    let (outside, inside) = (Word::default(), Word::default());
    let mut reader = Reader { bytes, form, ear, words: [outside, inside], track: Track::Outside };
    reader.run();
}

/// A page in pieces that can be read one by one: each begins on a new line, with a tag that ends whatever was said
/// before it.
pub(super) fn pieces(page: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = page;
    std::iter::from_fn(move || {
        let after_short = rest.get(SHORT..).unwrap_or_default();
        let ends = memchr::memchr_iter(b'\n', after_short).map(|at| SHORT + at + 1);
        let mut ends = ends.filter(|end| begins_anew(rest.get(*end..).unwrap_or_default()));
        let (piece, others) = rest.split_at(ends.next().unwrap_or(rest.len()));
        rest = others;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Fewer bytes are read sooner than they are known again.
const SHORT: usize = 60;

fn begins_anew(rest: &[u8]) -> bool {
    match one(rest, 0) {
        (One::TagStart, next) => matches!(stop(rest.get(next..).unwrap_or_default()), Stop::Pause),
        _ => false,
    }
}

/// The letters of a word as they were typed, entities and escapes read.
pub(super) fn spelling(bytes: &[u8]) -> String {
    let mut spelling = String::new();
    let mut at = 0;
    let mut in_tag = false;
    while at < bytes.len() {
        let (what, next) = one(bytes, at);
        match what {
            One::Letter(letter) | One::Mark(letter) if !in_tag => spelling.push(letter),
            One::TagStart => in_tag = true,
            One::TagEnd => in_tag = false,
            _ => {}
        }
        at = next;
    }
    unicode_normalization::UnicodeNormalization::nfc(spelling.as_str()).collect()
}

/// A word while it is being read.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    start: usize,
    /// The last letters, eight at most, and a digest of those before.
    last: u64,
    before: u64,
    letters: u32,
}

/// The bit of lower-case letters, which digits have too.
const LOWER: u8 = 0x20;

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// How many letters and digits of ASCII stand at the front of eight bytes.
#[inline]
fn letters_in_front(eight: u64) -> u32 {
    // Whether a byte is at least so much is told by its highest bit, once as much is added as is lacking to 128.
    let low = eight & each(0x7F);
    let at_least = |bytes: u64, least: u8| bytes + each(0x80 - least);
    let letters = {
        let lower = low | each(LOWER);
        at_least(lower, b'a') & !at_least(lower, b'z' + 1)
    };
    let digits = at_least(low, b'0') & !at_least(low, b'9' + 1);
    let plain = (letters | digits) & !eight & each(0x80);
    (plain ^ each(0x80)).leading_zeros() / 8
}

const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

impl Word {
    #[inline]
    fn push(&mut self, byte: u8) {
        self.last = self.last << 8 | u64::from(byte);
        self.letters += 1;
        if self.letters.is_multiple_of(8) {
            self.before = (self.before ^ self.last).wrapping_mul(MIX).rotate_left(29);
            self.last = 0;
        }
    }

    /// The first letters of a word, fewer than eight: those at the front of eight bytes.
    #[inline]
    fn begin(&mut self, eight: u64, letters: u32) {
        let behind = 64 - 8 * letters;
        self.last = (eight | each(LOWER)) >> behind;
        self.letters = letters;
    }

    #[inline]
    fn digest(self) -> u64 {
        let mixed = (self.before ^ self.last ^ u64::from(self.letters) << 56).wrapping_mul(MIX);
        mixed ^ mixed >> 32
    }
}

/// What stands at a byte.
enum One {
    /// A letter or digit.
    Letter(char),
    /// A mark on the letter before.
    Mark(char),
    /// A soft hyphen, say: as if it were not there.
    Nothing,
    /// Anything between words.
    Space,
    /// `"`: it ends an attribute, or a text in JSON.
    Quote,
    /// A tag begins.
    TagStart,
    /// A tag ends.
    TagEnd,
}

struct Reader<'r, E> {
    bytes: &'r [u8],
    form: Form,
    ear: &'r mut E,
    /// By track.
    words: [Word; 2],
    track: Track,
}

/// What to do at a byte: take it as a letter (its lower case), end the word, or look closer (0).
const PLAIN: [u8; 256] = plain();
const SPACE: u8 = 1;

const fn plain() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 1_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => byte,
            b'A'..=b'Z' => byte + 32,
            b'<' | b'>' | b'&' | b'%' | b'\\' | b'"' => 0,
            _ => SPACE,
        };
        byte += 1;
    }
    table
}

impl<E: Ear> Reader<'_, E> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(&byte) = self.bytes.get(at) {
            let plain = PLAIN[byte as usize];
            match plain {
                0 => at = self.special(at),
                SPACE => {
                    self.end(at);
                    at += 1;
                }
                _ => at = self.letters(at),
            }
        }
        self.end(at);
        self.track = if self.track == Track::Inside { Track::Outside } else { Track::Inside };
        self.end(at);
    }

    /// Takes plain letters in, up to the first byte that is none.
    #[inline]
    fn letters(&mut self, mut at: usize) -> usize {
        let mut word = self.words[self.track as usize];
        if word.letters == 0 {
            word.start = at;
        }
        let rest = self.bytes.get(at..).unwrap_or_default();
        let eight = rest.first_chunk().map_or(0, |eight| u64::from_be_bytes(*eight));
        let length = letters_in_front(eight);
        // Most words are short, and begin here.
        if word.letters == 0 && (1..8).contains(&length) {
            word.begin(eight, length);
            at += length as usize;
        } else {
            while let Some(letter) = self.bytes.get(at).filter(|byte| PLAIN[**byte as usize] > SPACE) {
                word.push(letter | LOWER);
                at += 1;
            }
        }
        self.words[self.track as usize] = word;
        at
    }

    #[inline]
    fn end(&mut self, at: usize) {
        let word = &mut self.words[self.track as usize];
        if word.letters > 0 {
            let ended = std::mem::take(word);
            self.ear.word(ended.digest(), ended.start..at, self.track);
        }
    }

    fn pause(&mut self, at: usize) {
        self.end(at);
        self.ear.pause(self.track);
    }

    fn special(&mut self, at: usize) -> usize {
        let (what, next) = one(self.bytes, at);
        match what {
            One::Letter(letter) => {
                let word = &mut self.words[self.track as usize];
                if word.letters == 0 {
                    word.start = at;
                }
                fold(letter, |byte| word.push(byte));
            }
            One::Mark(_) | One::Nothing => {}
            One::Quote if self.form == Form::Quoted || self.track == Track::Inside => self.pause(at),
            One::TagStart => {
                if self.track == Track::Inside {
                    self.pause(at);
                }
                self.track = Track::Outside;
                match stop(self.bytes.get(next..).unwrap_or_default()) {
                    Stop::Goes => {}
                    Stop::Space => self.end(at),
                    Stop::Pause => self.pause(at),
                }
                self.track = Track::Inside;
            }
            One::TagEnd if self.track == Track::Inside => {
                self.pause(at);
                self.track = Track::Outside;
            }
            One::Space | One::Quote | One::TagEnd => self.end(at),
        }
        next
    }
}

/// What stands at a byte, and where the next begins.
fn one(bytes: &[u8], at: usize) -> (One, usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest {
        [0, ..] => (One::Nothing, at + 1),
        [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'?', ..] => (One::TagStart, at + 1),
        [b'>', ..] => (One::TagEnd, at + 1),
        [b'"', ..] => (One::Quote, at + 1),
        [b'&', ..] => entity(rest).map_or((One::Space, at + 1), |(what, length)| (what, at + length)),
        [b'\\', ..] => escape(rest).map_or((One::Space, at + 1), |(what, length)| (what, at + length)),
        [b'%', ..] => percent(rest).map_or((One::Space, at + 1), |(what, length)| (what, at + length)),
        [byte, ..] if byte.is_ascii_alphanumeric() => (One::Letter(char::from(*byte)), at + 1),
        [byte, ..] if byte.is_ascii() => (One::Space, at + 1),
        [byte, ..] => {
            let (letter, length) = decoded(rest).unwrap_or((char::from(*byte), 1));
            (what(letter), at + length)
        }
        [] => (One::Space, at + 1),
    }
}

/// The first character, if it is UTF-8.
fn decoded(bytes: &[u8]) -> Option<(char, usize)> {
    let length = match bytes.first()? {
        0..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let letter = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((letter, length))
}

fn what(letter: char) -> One {
    match letter {
        '\0' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => One::Nothing,
        _ if is_combining_mark(letter) => One::Mark(letter),
        _ if letter.is_alphanumeric() => One::Letter(letter),
        _ => One::Space,
    }
}

/// Lower case, without marks: `Ä` is `a`, `ł` is `l`, `ß` is `ss`, `ﬁ` is `fi`.
fn fold(letter: char, mut take: impl FnMut(u8)) {
    let mut folded = |letter: char| {
        let plain = match letter {
            'ł' => "l",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'ı' => "i",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            _ => {
                letter.encode_utf8(&mut [0; 4]).bytes().for_each(&mut take);
                return;
            }
        };
        plain.bytes().for_each(&mut take);
    };
    for letter in letter.to_lowercase() {
        decompose_compatible(letter, |part| {
            if !is_combining_mark(part) {
                part.to_lowercase().for_each(&mut folded);
            }
        });
    }
}

/// What a tag does to the sentence it stands in.
enum Stop {
    /// A word may go on behind it: `Gr<b>ä</b>fe`.
    Goes,
    /// A word ends, and the sentence goes on.
    Space,
    /// The sentence ends.
    Pause,
}

/// Tags in the middle of words.
const WITHIN_WORDS: [u64; 28] = [
    tag(b"a"),
    tag(b"abbr"),
    tag(b"b"),
    tag(b"bdi"),
    tag(b"bdo"),
    tag(b"cite"),
    tag(b"code"),
    tag(b"data"),
    tag(b"del"),
    tag(b"dfn"),
    tag(b"em"),
    tag(b"font"),
    tag(b"i"),
    tag(b"ins"),
    tag(b"kbd"),
    tag(b"mark"),
    tag(b"q"),
    tag(b"s"),
    tag(b"samp"),
    tag(b"small"),
    tag(b"span"),
    tag(b"strong"),
    tag(b"sub"),
    tag(b"sup"),
    tag(b"time"),
    tag(b"tspan"),
    tag(b"u"),
    tag(b"wbr"),
];

const BETWEEN_WORDS: [u64; 2] = [tag(b"br"), tag(b"img")];

/// A tag's name as a number; of a long one, its end.
const fn tag(name: &[u8]) -> u64 {
    let mut number = 0;
    let mut at = 0;
    while at < name.len() {
        number = number << 8 | name[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    number
}

fn stop(rest: &[u8]) -> Stop {
    let rest = rest.strip_prefix(b"/").unwrap_or(rest);
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let tag = tag(rest.get(..end).unwrap_or_default());
    // Without a name it is a comment, or an instruction.
    if tag == 0 || WITHIN_WORDS.contains(&tag) {
        Stop::Goes
    } else if BETWEEN_WORDS.contains(&tag) {
        Stop::Space
    } else {
        Stop::Pause
    }
}

/// `&#228;`, `&#xe4;`, `&auml;`, `&amp;`: of a named letter the first letters are the letter itself.
fn entity(rest: &[u8]) -> Option<(One, usize)> {
    let end = rest.iter().take(12).position(|byte| *byte == b';')?;
    let name = std::str::from_utf8(rest.get(1..end)?).ok()?;
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(number).map_or(One::Space, what), end + 1));
    }
    let one = match name {
        "lt" if rest.get(end + 1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') => {
            One::TagStart
        }
        "gt" => One::TagEnd,
        "szlig" => One::Letter('ß'),
        "aelig" | "AElig" => One::Letter('æ'),
        "oelig" | "OElig" => One::Letter('œ'),
        "thorn" | "THORN" => One::Letter('þ'),
        "eth" | "ETH" => One::Letter('ð'),
        "inodot" => One::Letter('ı'),
        "shy" | "zwj" | "zwnj" | "NoBreak" | "ZeroWidthSpace" => One::Nothing,
        _ => {
            let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
            marked(letter, name.get(1..)?).map_or(One::Space, One::Letter)
        }
    };
    Some((one, end + 1))
}

/// A letter with a mark, by the name that HTML gives the mark.
fn marked(letter: char, mark: &str) -> Option<char> {
    let mark = match mark {
        "acute" => '\u{301}',
        "breve" => '\u{306}',
        "caron" => '\u{30c}',
        "cedil" => '\u{327}',
        "circ" => '\u{302}',
        "dblac" => '\u{30b}',
        "dot" => '\u{307}',
        "grave" => '\u{300}',
        "macr" => '\u{304}',
        "ogon" => '\u{328}',
        "ring" => '\u{30a}',
        "tilde" => '\u{303}',
        "uml" => '\u{308}',
        "slash" | "strok" => {
            return match letter {
                'l' => Some('ł'),
                'L' => Some('Ł'),
                'o' => Some('ø'),
                'O' => Some('Ø'),
                'd' => Some('đ'),
                'D' => Some('Đ'),
                _ => None,
            };
        }
        _ => return None,
    };
    Some(compose(letter, mark).unwrap_or(letter))
}

/// `\u00e4`, `\xe4`, `\n`.
fn escape(rest: &[u8]) -> Option<(One, usize)> {
    let digits = match rest.get(1)? {
        b'u' => 4,
        b'x' => 2,
        b'n' | b't' | b'r' | b'f' | b'b' | b'"' | b'\\' => return Some((One::Space, 2)),
        _ => return None,
    };
    let number = hexadecimal(rest.get(2..2 + digits)?)?;
    // A tag in JSON is often written without its signs.
    let one = match char::from_u32(number) {
        Some('<') => One::TagStart,
        Some('>') => One::TagEnd,
        Some(letter) if letter.is_ascii_alphanumeric() || !letter.is_ascii() => what(letter),
        _ => One::Space,
    };
    Some((one, 2 + digits))
}

/// `%C3%A4`.
fn percent(rest: &[u8]) -> Option<(One, usize)> {
    let byte = |index: usize| {
        let digits = rest.get(3 * index..3 * index + 3)?.strip_prefix(b"%")?;
        u8::try_from(hexadecimal(digits)?).ok()
    };
    let bytes: Vec<u8> = (0..4).map_while(byte).collect();
    let (letter, length) = decoded(&bytes).or_else(|| Some((char::from(*bytes.first()?), 1)))?;
    Some((what(letter), 3 * length))
}

fn hexadecimal(digits: &[u8]) -> Option<u32> {
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::{Ear, Form, PLAIN, SPACE, Track, letters_in_front, pieces, read, spelling};

    #[derive(Default)]
    struct Listed(Vec<u64>);

    impl Ear for Listed {
        fn word(&mut self, word: u64, _: std::ops::Range<usize>, track: Track) {
            if track == Track::Outside {
                self.0.push(word);
            }
        }
        fn pause(&mut self, _: Track) {}
    }

    fn words(bytes: &[u8]) -> Vec<u64> {
        let mut listed = Listed::default();
        read(bytes, Form::Prose, &mut listed);
        listed.0
    }

    #[test]
    fn a_word_is_the_same_however_it_is_written() {
        let utf16: Vec<u8> = "Kanarienvögelchen".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let same: [&[u8]; 18] = [
            "KANARIENVÖGELCHEN".as_bytes(),
            "kanarienvo\u{308}gelchen".as_bytes(),
            "Kanarien\u{ad}vögelchen".as_bytes(),
            b"Kanarienvogelchen",
            b"Kanarienv&ouml;gelchen",
            b"Kanarienv&#246;gelchen",
            b"Kanarienv&#xF6;gelchen",
            b"Kanarienv\\u00f6gelchen",
            b"Kanarienv%C3%B6gelchen",
            b"Kanarienv\xF6gelchen",
            "Kana<b>rien</b>vögelchen".as_bytes(),
            "Kana<b class=\"x\">rien</b>vögelchen".as_bytes(),
            "Kana&lt;b&gt;rien&lt;/b&gt;vögelchen".as_bytes(),
            "Kana\\u003cb\\u003erien\\u003c/b\\u003evögelchen".as_bytes(),
            "<p>Kana<!-- -->rienvögelchen</p>".as_bytes(),
            "„Kanarienvögelchen“.".as_bytes(),
            &utf16,
            "?Kanarienvo%CC%88gelchen&".as_bytes(),
        ];
        let one = words("Kanarienvögelchen".as_bytes());
        assert_eq!(one.len(), 1);
        for other in same {
            assert_eq!(words(other), one, "{}", String::from_utf8_lossy(other));
        }
        assert_eq!(words("Łoś ﬁel Straße".as_bytes()), words(b"los fiel STRASSE"));
    }

    #[test]
    fn words_next_to_one_another_stay_apart() {
        let two = words(b"Jan Los");
        for same in [
            "<td>Jan</td><td>Łoś",
            "Jan&nbsp;Łoś",
            "Jan%20Łoś",
            "Jan<br>Łoś",
            "Jan\\nŁoś",
            "jan-los",
            "Jan_Łoś",
        ] {
            assert_eq!(words(same.as_bytes()), two, "{same}");
        }
        assert_ne!(words(b"JanLos"), two);
        assert_ne!(words(b"abcdefgh"), words(b"abcdefghabcdefgh"));
    }

    #[test]
    fn a_spelling_keeps_capitals_and_marks() {
        for same in
            ["Łoś", "Łos\u{301}", "Ł<b>o</b>ś", "&Lstrok;o&sacute;", "\\u0141o\\u015b", "%C5%81o%C5%9B"]
        {
            assert_eq!(spelling(same.as_bytes()), "Łoś", "{same}");
        }
        assert_eq!(spelling(b"los"), "los");
    }

    #[test]
    fn eight_bytes_are_judged_as_each_of_them_is() {
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let mut eight = [b'x'; 8];
                eight[at] = byte;
                let expected = if PLAIN[byte as usize] > SPACE { 8 } else { at };
                assert_eq!(letters_in_front(u64::from_be_bytes(eight)) as usize, expected, "{byte} at {at}");
            }
        }
        for times in 1..9 {
            // At the end of a text, and with more behind it.
            let (alone, other) = ("aZ0".repeat(times), format!("{} or not", "Az0".repeat(times)));
            assert_eq!(words(alone.as_bytes()), words(other.as_bytes())[..1]);
        }
    }

    #[test]
    fn a_page_reads_the_same_in_pieces() {
        let long = "so many words that they are not short, ".repeat(3);
        let page = format!(
            "<p>{long}\n<b>go</b> on\n<p title=\"{long}\n<div>{long}</div>\nend <ul>\n<li>{long}\n</li></ul>{long}\n\n<h2>{long}"
        );
        let parts: Vec<&[u8]> = pieces(page.as_bytes()).collect();
        assert_eq!(parts.concat(), page.as_bytes());
        assert_eq!(parts.len(), 6, "{page}");
        let mut in_pieces: Vec<Vec<u64>> = parts.iter().flat_map(|piece| rows(piece)).collect();
        in_pieces.sort();
        assert_eq!(in_pieces, rows(page.as_bytes()));
    }

    /// What pages are made of, and what could be taken for it.
    const PARTS: [&str; 20] = [
        "word",
        " ",
        "\n",
        "<p>",
        "\n<p>",
        "<b>",
        "</div>",
        "\n</div>",
        "<br>",
        "&amp;",
        "&lt;",
        "&shy;",
        "<!-- ",
        "-->",
        "<script>",
        "\n</script>",
        "\"",
        " title=\"",
        "\n<li class='",
        "so many words that they are not short, so many words",
    ];

    proptest::proptest! {
        #[test]
        fn any_page_reads_the_same_in_pieces(parts in proptest::collection::vec(0..PARTS.len(), 0..40)) {
            let page: String = parts.into_iter().map(|part| PARTS[part]).collect();
            let mut in_pieces: Vec<Vec<u64>> = pieces(page.as_bytes()).flat_map(rows).collect();
            in_pieces.sort();
            proptest::prop_assert_eq!(in_pieces, rows(page.as_bytes()));
        }
    }

    /// The words of each sentence, in either track.
    fn rows(bytes: &[u8]) -> Vec<Vec<u64>> {
        #[derive(Default)]
        struct Rows([Vec<u64>; 2], Vec<Vec<u64>>);
        impl Ear for Rows {
            fn word(&mut self, word: u64, _: std::ops::Range<usize>, track: Track) {
                self.0[track as usize].push(word);
            }
            fn pause(&mut self, track: Track) {
                self.1.push(std::mem::take(&mut self.0[track as usize]));
            }
        }
        let mut rows = Rows::default();
        read(bytes, Form::Prose, &mut rows);
        let Rows(last, mut rows) = rows;
        rows.extend(last);
        rows.retain(|row| !row.is_empty());
        rows.sort();
        rows
    }
}
