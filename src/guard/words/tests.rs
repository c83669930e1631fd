//! What a reader takes from bytes in any dress.

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
    for same in
        ["<td>Jan</td><td>Łoś", "Jan&nbsp;Łoś", "Jan%20Łoś", "Jan<br>Łoś", "Jan\\nŁoś", "jan-los", "Jan_Łoś"]
    {
        assert_eq!(words(same.as_bytes()), two, "{same}");
    }
    assert_ne!(words(b"JanLos"), two);
    assert_ne!(words(b"abcdefgh"), words(b"abcdefghabcdefgh"));
}

#[test]
fn a_spelling_keeps_capitals_and_marks() {
    for same in ["Łoś", "Łos\u{301}", "Ł<b>o</b>ś", "&Lstrok;o&sacute;", "\\u0141o\\u015b", "%C5%81o%C5%9B"]
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
