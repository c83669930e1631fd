//! What a foreign file tells of, in the newsroom's words, before anyone knows what the report has of it.

use crate::load::Tag;
use crate::model::{Id, Kind};

/// One thing that a foreign file tells of.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What it would be in a report.
    pub kind: Kind,
    /// Where in the foreign file it stands: `line 12`, `item 3`.
    pub place: String,
    /// What the foreign file knows it by, where it does.
    pub key: Option<String>,
    /// The id that it asks for; one is made of its title or name otherwise.
    pub id: Option<Id>,
    /// What the fields of its sheet are to hold; no field twice.
    pub fields: Vec<(&'static str, Value)>,
    /// Fields that had to be filled in, and that the foreign file does not itself say.
    pub guessed: Vec<&'static str>,
    /// What no field takes: what it is called there, and the words.
    pub left: Vec<(String, String)>,
    /// What somebody has to fill in or look at, each in a sentence without its subject.
    pub open: Vec<String>,
}

/// What a field is to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words; dates, numbers and words of closed vocabularies too.
    Words(String),
    /// Several.
    List(Vec<Value>),
    /// Fields of its own.
    Fields(Vec<(&'static str, Value)>),
    /// An entry, by its id or its name; it has no place where there is none.
    Entry(String),
    /// Who wrote something: an id where the report knows somebody of that name, the name otherwise.
    Author(String),
    /// Who speaks, by name: somebody the report knows, or an entry made for them.
    Speaker {
        /// Their name.
        name: String,
        /// The kind of entry that is made where there is none.
        kind: Kind,
        /// What else that entry says.
        fields: Vec<(&'static str, String)>,
    },
    /// Something else that this file tells of, by its number among all.
    Told(usize),
}

impl Told {
    /// Something with nothing said of it yet.
    #[must_use]
    pub fn new(kind: Kind, place: String) -> Self {
        Self {
            kind,
            place,
            key: None,
            id: None,
            fields: Vec::new(),
            guessed: Vec::new(),
            left: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Fills a field with words, unless they are blank.
    pub fn put(&mut self, field: &'static str, words: &str) {
        if !words.trim().is_empty() {
            self.fields.push((field, Value::Words(words.trim().to_owned())));
        }
    }

    /// Fills a field with a language: its tag, where only its name is given.
    pub fn put_language(&mut self, field: &'static str, words: &str) {
        self.put(field, Tag::of_name(words.trim()).unwrap_or(words));
    }

    /// Keeps words that no field takes, unless they are blank.
    pub fn keep(&mut self, called: &str, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.left.push((called.to_owned(), words));
        }
    }

    /// The words of a field.
    #[must_use]
    pub fn words(&self, field: &str) -> Option<&str> {
        self.fields.iter().find_map(|(name, value)| match value {
            Value::Words(words) if *name == field => Some(words.as_str()),
            _ => None,
        })
    }
}
