//! From YAML's tree to typed drafts, with a finding at every word that does not fit.

use super::shape::Shape;
use super::together;
use super::yaml::{Key, Node, Value, slip};
use crate::diagnostic::Finding;
use crate::text::{At, FileId, Place, Span};

/// A field that a map can have: what the decoder accepts, the reference explains and the schema lists.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name, as typed.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Tells what its value may look like.
    pub(super) shape: fn() -> Shape,
    /// An example of it, as typed; without one, its shape has one.
    pub(super) example: Option<&'static str>,
}

/// Something that can be read from a node.
pub trait Decode: Sized {
    /// What it is, for messages: `a date`.
    const WHAT: &'static str;

    /// What is accepted. What it does not tell of is refused by `decode` too.
    fn shape() -> Shape;

    /// Reads it; nothing where a finding says why not.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self>;
}

/// Something made of fields, which can also be part of another such thing.
pub trait Fields: Default {
    /// The whole, once all fields are there.
    type Whole;

    /// The fields it knows.
    const FIELDS: &'static [Field];

    /// Reads the field `key` names, if it knows it.
    fn take(&mut self, key: &Key, node: &Node, decoder: &mut Decoder<'_>) -> bool;

    /// All of it; nothing where a finding names a required field that is missing.
    fn whole(self, place: Place, decoder: &mut Decoder<'_>) -> Option<Self::Whole>;

    /// All fields, those of its parts included.
    fn all(into: &mut Vec<Field>) {
        into.extend(Self::FIELDS);
    }
}

/// One file being decoded.
pub struct Decoder<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its number.
    pub file: FileId,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// The key whose value is being read: where something missing is reported.
    pub here: Place,
    /// Fields of the map that is being read of which a finding says already that they are typed in a wrong way: they
    /// are not missing.
    pub(super) told: Vec<Box<str>>,
}

impl<'a> Decoder<'a> {
    /// A decoder at the top of a file.
    #[must_use]
    pub fn new(file: FileId, text: &'a str) -> Self {
        let here = Place { file, span: Span::default() };
        Self { text, file, findings: Vec::new(), here, told: Vec::new() }
    }

    /// The place of some bytes of this file.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place { file: self.file, span }
    }

    /// The bytes of a node as typed.
    #[must_use]
    pub fn source(&self, node: &Node) -> &'a str {
        self.text.get(node.span.range()).unwrap_or_default()
    }

    /// A node's first line, for pointing at maps and lists that run over many.
    #[must_use]
    pub fn first_line(&self, node: &Node) -> Place {
        let source = self.source(node);
        let line = source.split(['\n', '\r']).next().unwrap_or_default().trim_end();
        let start = node.span.start as usize;
        self.place(Span::new(start, start + line.len()))
    }

    /// Says that a node is not what is wanted there.
    pub fn wrong_type(&mut self, node: &Node, wanted: &str, help: Option<&str>) {
        let found = match &node.value {
            Value::Missing => "nothing",
            Value::Word { .. } => "words",
            Value::List(_) => "a list",
            Value::Map(_) => "fields",
        };
        let place = self.first_line(node);
        let typed = !matches!(node.value, Value::List(_) | Value::Word { plain: false, .. });
        if let Some(slip) = slip(self.text.get(place.span.range()).unwrap_or_default()).filter(|_| typed) {
            self.findings.push(Finding::error("yaml-syntax", place, slip.message).help(slip.help));
            return;
        }
        let mut finding =
            Finding::error("wrong-type", place, format!("this should be {wanted}, not {found}"));
        finding.help = help.map(Into::into);
        self.findings.push(finding);
    }

    /// The words of a scalar; a finding where it is not one.
    pub fn word<'n>(&mut self, node: &'n Node, wanted: &str) -> Option<&'n str> {
        if let Value::Word { text, .. } = &node.value {
            return Some(text);
        }
        self.wrong_type(node, wanted, None);
        None
    }

    /// The fields of a map; a finding where it is none.
    pub fn map<'n>(&mut self, node: &'n Node, wanted: &str) -> Option<&'n [(Key, Node)]> {
        if let Value::Map(fields) = &node.value {
            return Some(fields);
        }
        let help = "write its fields below it, one level in, each on a line of its own: `name: …`";
        self.wrong_type(node, wanted, Some(help));
        None
    }

    /// Reads a field's value, pointing at its key for what is missing in it.
    pub fn field<T: Decode>(&mut self, key: &Key, node: &Node) -> Option<At<T>> {
        if matches!(node.value, Value::Missing) && !KEEPS_SECRET.contains(&&*key.word) {
            return None;
        }
        let here = self.place(key.span);
        let outer = std::mem::replace(&mut self.here, here);
        let value = T::decode(node, self);
        self.here = outer;
        Some(At::new(value?, self.place(node.span)))
    }

    /// Says that a field is unknown, with the nearest that is known; gives that.
    pub fn unknown_key(&mut self, key: &Key, what: &str, known: &[&'static str]) -> Option<&'static str> {
        let place = self.place(key.span);
        // In braces `name:Anna` is one word.
        let without_space = key.word.split_once(':').filter(|(name, _)| known.contains(name));
        let (message, help) = match without_space {
            Some((name, value)) => {
                ("a space is missing behind this colon".to_owned(), format!("write `{name}: {value}`"))
            }
            None => (format!("{what} has no field `{}`", key.word), suggest(&key.word, known)),
        };
        self.findings.push(Finding::error("unknown-key", place, message).help(help));
        let typed = without_space.map_or(&*key.word, |(name, _)| name);
        crate::text::nearest(typed, known.iter().copied(), 1).first().copied()
    }

    /// Says that a required field is missing, where nothing else was said of it.
    pub fn missing(&mut self, place: Place, what: &str, name: &str) {
        if self.told.iter().any(|told| **told == *name) {
            return;
        }
        let finding = Finding::error("missing-field", place, format!("{what} needs `{name}`"));
        self.findings.push(finding.help(format!("add `{name}: …`")));
    }

    /// Reads a map of fields.
    pub fn fields<F: Fields>(&mut self, node: &Node, what: &'static str) -> Option<F::Whole> {
        let place = if matches!(node.value, Value::Map(_)) && self.here.span == Span::default() {
            self.first_line(node)
        } else {
            self.here
        };
        let Value::Map(fields) = &node.value else {
            let must_be = names::<F>(|field| field.required);
            let first = must_be.first().copied().or_else(|| names::<F>(|_| true).first().copied());
            let help = how_to_write::<F>(node, first.unwrap_or_default());
            // `confidential` is the name of a field, and not of a thing.
            let wanted =
                if what.starts_with('`') { format!("the fields of {what}") } else { what.to_owned() };
            self.wrong_type(node, &wanted, Some(&help));
            return None;
        };
        let mut partial = F::default();
        let mut told = std::mem::take(&mut self.told);
        let mut unknown = Vec::new();
        for (key, value) in fields {
            if !partial.take(key, value, self) {
                unknown.push(key);
            }
        }
        if !unknown.is_empty() {
            let known = names::<F>(|_| true);
            let slips = together::slips(node, what, &known, self);
            told.append(&mut self.told);
            for key in unknown.into_iter().filter(|key| !slips.contains(&key.span)) {
                told.extend(self.unknown_key(key, what, &known).map(Into::into));
            }
        }
        self.told = told;
        let whole = partial.whole(place, self);
        self.told.clear();
        whole
    }
}

/// Fields that keep something from the public. Left empty they would keep nothing, and nobody means that.
const KEEPS_SECRET: [&str; 3] = ["confidential", "draft", "embargo"];

/// The names of those of its fields that are asked for.
fn names<F: Fields>(wanted: impl Fn(&Field) -> bool) -> Vec<&'static str> {
    let mut fields = Vec::new();
    F::all(&mut fields);
    fields.iter().filter(|field| wanted(field)).map(|field| field.name).collect()
}

/// How fields are written where something else stands: most often that is what the first of them should hold.
fn how_to_write<F: Fields>(node: &Node, first: &str) -> String {
    // `yes` and `no` are no value of the first of them.
    let flag = if let Value::Word { text, .. } = &node.value { flag(text) } else { None };
    if let Some(flag) = flag {
        let mut fields = Vec::new();
        F::all(&mut fields);
        let form = super::Form { what: "", about: "", fields };
        let out = if flag { "" } else { "take it out, or " };
        return format!("{out}write its fields in braces: `{}`", form.example());
    }
    format!("write its fields in braces, `{}`, or each on a line of its own below", in_braces(node, first))
}

/// The first field in braces, with what is typed in its place, where that could be its value.
fn in_braces(node: &Node, first: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -_.".contains(letter);
    let words = match &node.value {
        Value::Word { text, .. } if text.chars().count() <= 60 && text.chars().all(is_plain) => text,
        _ => "…",
    };
    format!("{{{first}: {words}}}")
}

/// "did you mean", or the whole list where nothing is near.
#[must_use]
pub(super) fn suggest(word: &str, known: &[&str]) -> String {
    /// Names of fields that are another's in another kind of file.
    const OTHERWISE: [(&str, &str); 2] = [("lang", "language"), ("language", "lang")];
    let otherwise = OTHERWISE.iter().find(|(typed, name)| *typed == word && known.contains(name));
    let near = crate::text::nearest(word, known.iter().copied(), 1);
    match otherwise.map(|(_, name)| name).or(near.first()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "it may be one of: {}",
            known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ),
    }
}

impl<T: Decode> Decode for Vec<At<T>> {
    const WHAT: &'static str = "a list";

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            let help = match (&node.value, T::shape()) {
                (Value::Word { .. }, Shape::Fields(form)) => {
                    let first = form.fields.iter().find(|field| field.required).or(form.fields.first());
                    let first = first.map_or("", |field| field.name);
                    Some(format!("put its fields into brackets and braces: `[{}]`", in_braces(node, first)))
                }
                (Value::Word { text, .. }, _) => Some(format!("put it in brackets: `[{text}]`")),
                (Value::Map(_), Shape::Fields(_)) => Some(
                    "put `- ` before the first field of each item, and the others below that field"
                        .to_owned(),
                ),
                _ => None,
            };
            decoder.wrong_type(node, &format!("a list (each item {})", T::WHAT), help.as_deref());
            return None;
        };
        Some(items.iter().filter_map(|item| item_of(item, decoder)).collect())
    }
}

/// Reads one item of a list, pointing at its first line for what is missing in it.
pub(super) fn item_of<T: Decode>(item: &Node, decoder: &mut Decoder<'_>) -> Option<At<T>> {
    if matches!(item.value, Value::Missing) {
        let finding = Finding::error(
            "wrong-type",
            decoder.here,
            format!("an item of this list is empty; {} belongs there", T::WHAT),
        );
        decoder.findings.push(finding);
        return None;
    }
    let here = decoder.first_line(item);
    let outer = std::mem::replace(&mut decoder.here, here);
    let value = T::decode(item, decoder);
    decoder.here = outer;
    Some(At::new(value?, decoder.place(item.span)))
}

impl Decode for bool {
    const WHAT: &'static str = "`true` or `false`";

    fn shape() -> Shape {
        Shape::Flag
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.word(node, Self::WHAT)? {
            "true" => Some(true),
            "false" => Some(false),
            word => {
                let message = format!("`{word}` is neither `true` nor `false`");
                let place = decoder.place(node.span);
                let help = match flag(word) {
                    Some(meant) => format!("write `{meant}`"),
                    None => "write `true` or `false`".to_owned(),
                };
                decoder.findings.push(Finding::error("wrong-type", place, message).help(help));
                None
            }
        }
    }
}

/// What a word for yes or no means.
fn flag(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "ja" | "tak" => Some(true),
        "false" | "no" | "n" | "off" | "nein" | "nie" => Some(false),
        _ => None,
    }
}

/// Reads a whole number in decimal digits.
macro_rules! whole_number {
    ($($type:ty),+) => {$(
        impl Decode for $type {
            const WHAT: &'static str = "a whole number";

            fn shape() -> Shape {
                Shape::Whole
            }

            fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
                let word = decoder.word(node, Self::WHAT)?;
                let number = word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten();
                if number.is_none() {
                    let place = decoder.place(node.span);
                    let finding = Finding::error("wrong-type", place, format!("`{word}` is not a whole number"));
                    decoder.findings.push(finding.help("write it in digits, `2`"));
                }
                number
            }
        }
    )+};
}
whole_number!(u32);

impl Decode for f64 {
    const WHAT: &'static str = "a number";

    fn shape() -> Shape {
        Shape::Number
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = decoder.word(node, Self::WHAT)?;
        let number = word.parse::<f64>().ok().filter(|number| number.is_finite());
        if number.is_none() {
            let place = decoder.place(node.span);
            let finding = Finding::error("wrong-type", place, format!("`{word}` is not a number"));
            let point = word.replace(',', ".");
            let help = match point.parse::<f64>() {
                Ok(_) => format!("write `{point}`"),
                Err(_) => "write it in digits, with a point for the fraction: `13.4`".to_owned(),
            };
            decoder.findings.push(finding.help(help));
        }
        number
    }
}

/// Reads a word of a closed vocabulary.
pub(super) fn vocabulary<V: crate::Vocabulary>(
    node: &Node,
    decoder: &mut Decoder<'_>,
    rule: &'static str,
    what: &'static str,
) -> Option<V> {
    let word = decoder.word(node, what)?;
    let value = V::parse(word);
    if value.is_none() {
        let known: Vec<_> = V::ALL.iter().map(|value| value.word()).collect();
        let place = decoder.place(node.span);
        let finding = Finding::error(rule, place, format!("`{word}` is not {what}"));
        decoder.findings.push(finding.help(suggest(&word.to_lowercase(), &known)));
    }
    value
}
