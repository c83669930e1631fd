//! The small values of sheets: words, references, dates, paths.

use super::decode::{Decode, Decoder, item_of, vocabulary};
use super::shape::Shape;
use super::yaml::{Node, Value};
use crate::diagnostic::Finding;
use crate::model::{
    Basis, ClaimKind, CorrectionKind, Date, Digest, DocumentType, End, Id, Inferred, Outcome, SigningRole,
    Stance, Status, is_web,
};
use crate::text::{At, Span};

/// Words as they were typed: `NO` and `007` stay what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub String);

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Decode for Text {
    const WHAT: &'static str = "words";

    fn shape() -> Shape {
        Shape::Words
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if let Value::List(_) | Value::Map(_) = node.value {
            let source = decoder.source(node).lines().next().unwrap_or_default();
            let help = format!("if these are words, put them in quotes: `\"{}\"`", source.trim());
            decoder.wrong_type(node, Self::WHAT, Some(&help));
            return None;
        }
        let word = decoder.word(node, Self::WHAT)?;
        if word.trim().is_empty() {
            let place = decoder.place(node.span);
            let finding = Finding::error("wrong-type", place, "these words are empty");
            decoder.findings.push(finding.help("write the words, or take the field out"));
            return None;
        }
        cut_off(node, decoder);
        Some(Self(word.trim().to_owned()))
    }
}

/// Warns of words that YAML takes for a comment: those from ` #` on, where the sign belongs to the word behind it.
fn cut_off(node: &Node, decoder: &mut Decoder<'_>) {
    let Value::Word { plain: true, .. } = node.value else { return };
    let end = node.span.end as usize;
    let rest = decoder.text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let rest = rest.split(" # ").next().unwrap_or_default().trim_end();
    let comment = rest.trim_start();
    let is_word = |text: &str| text.starts_with(char::is_alphanumeric);
    if !comment.strip_prefix('#').is_some_and(is_word) {
        return;
    }
    let place = decoder.place(Span::new(end + rest.len() - comment.len(), end + rest.len()));
    let message = format!("`{comment}` is a comment to YAML, and not read");
    let words = format!("{}{rest}", decoder.source(node));
    let help = if words.contains(['"', '\\', '\n']) || words.chars().count() > 80 {
        "if it belongs to the words before it, put all of them in quotes; if not, put a space behind the `#`"
            .to_owned()
    } else {
        format!(
            "if it belongs to the words before it, put all of them in quotes: `\"{words}\"`; if not, put a space behind the `#`"
        )
    };
    decoder.findings.push(Finding::warning("cut-off-words", place, message).help(help));
}

/// The id of another entry, before anyone has looked whether there is one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ref(pub String);

impl Decode for Ref {
    const WHAT: &'static str = "an id";

    fn shape() -> Shape {
        Shape::Id
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?;
        if Id::parse_path(word).is_some() {
            return Some(Self(word.to_owned()));
        }
        let place = decoder.place(node.span);
        let finding = Finding::error("bad-id", place, format!("`{word}` is not an id"));
        let help = match word.strip_prefix('@') {
            Some(bare) if Id::parse_path(bare).is_some() => {
                format!("in a sheet ids stand without `@`: `{bare}`")
            }
            _ if word.contains(' ') => {
                format!("write the id that its entry stands under, not its name; {}", id_help(word))
            }
            _ => id_help(word),
        };
        decoder.findings.push(finding.help(help));
        None
    }
}

/// How an id may look, with the one that was probably meant.
pub(super) fn id_help(word: &str) -> String {
    let rule = "ids are lower-case letters a to z and digits, joined by hyphens";
    match Id::plain(word) {
        Some(id) if id.as_str() != word && !word.contains('/') => format!("{rule}: `{id}`"),
        _ if word == "index" => "`index` is taken: each folder's own page has that address".to_owned(),
        _ => rule.to_owned(),
    }
}

impl Decode for Id {
    const WHAT: &'static str = "an id";

    fn shape() -> Shape {
        Shape::Id
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Ref(word) = Ref::decode(node, decoder)?;
        Self::parse_path(&word)
    }
}

impl Decode for Date {
    const WHAT: &'static str = "a date";

    fn shape() -> Shape {
        Shape::Date
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        // A set is a list to YAML: `[2024-03-01..2024-03-11]`. The date is what was typed.
        let typed = match &node.value {
            Value::Word { text, .. } => text.trim().to_owned(),
            Value::Missing => {
                decoder.wrong_type(node, Self::WHAT, None);
                return None;
            }
            Value::List(_) | Value::Map(_) => decoder.source(node).split_whitespace().collect(),
        };
        match Self::parse(&typed) {
            Ok(date) => Some(date),
            Err(error) => {
                let place = decoder.first_line(node);
                let mut finding = Finding::error("bad-date", place, error.to_string());
                finding.help = error.help();
                decoder.findings.push(finding);
                None
            }
        }
    }
}

impl Decode for End {
    const WHAT: &'static str = "a date, or `..` where there is no end yet";

    fn shape() -> Shape {
        Shape::End
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Word { text, .. } if text.trim() == ".." => Some(Self::Open),
            Value::Word { text, .. } if is_now(text) => {
                let message = format!("`{}` is not a date: it is another day each day", text.trim());
                let finding = Finding::error("bad-date", decoder.place(node.span), message);
                decoder.findings.push(finding.help("write `..` where it has not ended, or leave it out"));
                None
            }
            _ => Date::decode(node, decoder).map(Self::On),
        }
    }
}

/// Whether a word means that something goes on.
fn is_now(word: &str) -> bool {
    const WORDS: [&str; 9] =
        ["today", "now", "present", "current", "ongoing", "heute", "jetzt", "aktuell", "andauernd"];
    WORDS.contains(&word.trim().to_lowercase().as_str())
}

/// A moment with its zone: `2024-03-12T18:00+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(pub jiff::Timestamp);

impl Decode for Moment {
    const WHAT: &'static str = "a moment, `2024-03-12T18:00+01:00`";

    fn shape() -> Shape {
        Shape::Moment
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let date = Date::decode(node, decoder)?;
        if date.instant().is_none() {
            let place = decoder.place(node.span);
            let message =
                format!("`{}` does not say when exactly: a moment needs a time and a zone", date.as_typed());
            decoder
                .findings
                .push(Finding::error("bad-date", place, message).help("write `2024-03-12T18:00+01:00`"));
        }
        date.instant().map(Self)
    }
}

impl Decode for Digest {
    const WHAT: &'static str = "a SHA-256 digest";

    fn shape() -> Shape {
        Shape::Digest
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?.trim();
        let digest = Self::parse(word);
        if digest.is_none() {
            let place = decoder.place(node.span);
            let finding = Finding::error("bad-value", place, format!("`{word}` is not {}", Self::WHAT));
            decoder.findings.push(finding.help("a digest has 64 digits, 0 to 9 and a to f"));
        }
        digest
    }
}

/// A country, in two letters (ISO 3166-1): `DE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country(pub String);

impl AsRef<str> for Country {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Decode for Country {
    const WHAT: &'static str = "a country in two letters (ISO 3166-1)";

    fn shape() -> Shape {
        Shape::Country
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?.trim();
        if word.len() == 2 && word.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            return Some(Self(word.to_ascii_uppercase()));
        }
        let place = decoder.place(node.span);
        let finding = Finding::error("bad-value", place, format!("`{word}` is not {}", Self::WHAT));
        decoder.findings.push(finding.help("`DE` is Germany, `PL` Poland, `GB` the United Kingdom"));
        None
    }
}

/// An address on the web: http or https.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web(pub String);

impl Decode for Web {
    const WHAT: &'static str = "a web address";

    fn shape() -> Shape {
        Shape::Web
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?.trim();
        if is_web(word) {
            return Some(Self(word.to_owned()));
        }
        let place = decoder.place(node.span);
        let finding = Finding::error("bad-address", place, format!("`{word}` is not a web address"));
        decoder
            .findings
            .push(finding.help("web addresses begin with `https://` or `http://` and have no spaces"));
        None
    }
}

/// A file below `content/`, its path cleaned: `media/graefe.jpg`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Path(pub String);

impl Decode for Path {
    const WHAT: &'static str = "a path below `content/`";

    fn shape() -> Shape {
        Shape::Path
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?.trim();
        let path = clean_path("", word.strip_prefix('/').unwrap_or(word));
        let place = decoder.place(node.span);
        if let Some(path) = word.contains('\\').then(|| from_windows(word)).flatten() {
            let message = format!("`{word}` is written with `\\` between its parts");
            let help = format!("write `/`, not `\\`: `{path}`");
            decoder.findings.push(Finding::error("path-out-of-content", place, message).help(help));
            return None;
        }
        if path.is_none() {
            let finding =
                Finding::error("path-out-of-content", place, format!("`{word}` leads out of `content/`"));
            decoder
                .findings
                .push(finding.help("paths start at `content/` and stay in it: `media/graefe.jpg`"));
        }
        path.map(Self)
    }
}

/// The path below `content/` that somebody copied from Windows, whole or in part.
fn from_windows(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let below = path.rsplit_once("content/").map_or(&*path, |(_, below)| below);
    clean_path("", below).filter(|path| !path.contains(':'))
}

/// `path`, seen from `folder`, without `.` and `..`; nothing where it leads out.
pub(super) fn clean_path(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ if part.contains(['\\', '\0']) => return None,
            _ => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// One, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Many<T>(pub Vec<At<T>>);

impl<T: Decode> Decode for Many<T> {
    const WHAT: &'static str = T::WHAT;

    fn shape() -> Shape {
        Shape::OneOrList(Box::new(T::shape()))
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                Some(Self(items.iter().filter_map(|item| item_of(item, decoder)).collect()))
            }
            _ => Some(Self(vec![At::new(T::decode(node, decoder)?, decoder.place(node.span))])),
        }
    }
}

/// An author: an id or a name. Which of the two only linking can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawAuthor(pub String);

impl Decode for RawAuthor {
    const WHAT: &'static str = "an id or a name";

    fn shape() -> Shape {
        Shape::Author
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Text::decode(node, decoder).map(|Text(words)| Self(words))
    }
}

/// Reads a closed vocabulary under its rule's name.
macro_rules! vocabularies {
    ($($type:ty = $rule:literal, $what:literal;)+) => {$(
        impl Decode for $type {
            const WHAT: &'static str = $what;

            fn shape() -> Shape {
                Shape::words::<Self>()
            }

            fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
                vocabulary(node, decoder, $rule, $what)
            }
        }
    )+};
}

vocabularies! {
    Status = "bad-status", "a status";
    ClaimKind = "bad-value", "a kind of claim";
    Basis = "bad-value", "a basis";
    Stance = "bad-value", "a stance";
    Outcome = "bad-value", "an outcome";
    CorrectionKind = "bad-value", "a kind of correction";
    Inferred = "bad-value", "a part of a date";
    DocumentType = "bad-value", "a type of document";
    SigningRole = "bad-value", "a role to sign in";
}
