//! Bytes of any file as the words a reader would take from them: behind markup, entities, escapes and percent signs;
//! without capitals, marks on letters or punctuation. It knows nothing of what the words mean.

mod one;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use one::{One, one};

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
const WITHIN_WORDS: [u64; 31] = [
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
    // Cells of a table that an office program wrote.
    tag(b"r"),
    tag(b"rpr"),
    tag(b"s"),
    tag(b"samp"),
    tag(b"small"),
    tag(b"span"),
    tag(b"strong"),
    tag(b"sub"),
    tag(b"sup"),
    tag(b"t"),
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

/// What office programs begin their tags with: they part words where the cursor stood, and a sentence ends with its
/// paragraph alone.
const OFFICE: [&[u8]; 3] = [b"w:", b"a:", b"text:"];
const OFFICE_PARAGRAPHS: [u64; 2] = [tag(b"p"), tag(b"h")];
const OFFICE_SPACES: [u64; 7] =
    [tag(b"br"), tag(b"tab"), tag(b"cr"), tag(b"ptab"), tag(b"s"), tag(b"line"), tag(b"drawing")];

fn stop(rest: &[u8]) -> Stop {
    let rest = rest.strip_prefix(b"/").unwrap_or(rest);
    let named = |rest: &[u8]| {
        let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        tag(rest.get(..end).unwrap_or_default())
    };
    if let Some(rest) = OFFICE.iter().find_map(|office| rest.strip_prefix(*office)) {
        return match named(rest) {
            tag if OFFICE_PARAGRAPHS.contains(&tag) => Stop::Pause,
            tag if OFFICE_SPACES.contains(&tag) => Stop::Space,
            _ => Stop::Goes,
        };
    }
    let tag = named(rest);
    // Without a name it is a comment, or an instruction.
    if tag == 0 || WITHIN_WORDS.contains(&tag) {
        Stop::Goes
    } else if BETWEEN_WORDS.contains(&tag) {
        Stop::Space
    } else {
        Stop::Pause
    }
}

#[cfg(test)]
mod tests;
