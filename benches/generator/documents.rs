//! What was opened: originals, copies of them, round-ups, and the copies that are kept.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::cast::{Cast, common, plain};
use super::dice::Dice;
use super::entry::{Entry, sheets};
use super::prose::{Day, Language, PLACES, filler};

/// A document, with what it needs to be known whether two of them are independent.
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) language: Language,
    /// Who published it, as a number of the cast.
    pub(crate) source: usize,
    /// Who published it and what it is made from, nearest to the original first.
    pub(crate) way: Vec<usize>,
    /// The originals it goes back to; itself, where it is one.
    pub(crate) roots: BTreeSet<usize>,
    /// The camps of all on the way.
    pub(crate) camps: BTreeSet<usize>,
    pub(crate) kept: bool,
    pub(crate) withdrawn: bool,
    /// The passages that evidence quotes; the kept copy holds them all.
    passages: Vec<String>,
    entry: Entry,
}

/// All documents of a report.
pub(crate) struct Library {
    pub(crate) documents: Vec<Document>,
}

impl Library {
    /// Documents in the order in which they were published, so that each is made from earlier ones.
    pub(crate) fn new(count: usize, cast: &Cast, dice: &mut Dice) -> Self {
        let mut library = Self { documents: Vec::with_capacity(count) };
        for number in 0..count {
            let document = library.document(number, count, cast, dice);
            library.documents.push(document);
        }
        library
    }

    /// Quotes from a document: the passage is part of its kept copy from now on.
    pub(crate) fn quote(&mut self, document: usize, passage: String) {
        self.documents[document].passages.push(passage);
    }

    /// The sheets, and the kept copies whose digests they give. Nothing can be quoted any more.
    pub(crate) fn into_files(self, dice: &mut Dice) -> Vec<(String, String)> {
        let mut files = Vec::new();
        let mut entries = Vec::with_capacity(self.documents.len());
        for mut document in self.documents {
            if document.kept {
                let path = format!("archive/{}.txt", document.id);
                let text = kept_copy(&document, dice);
                let digest: Vec<String> =
                    Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
                let digest = digest.concat();
                let public = dice.percent(30);
                document
                    .entry
                    .field("archive", format_args!("{{file: {path}, sha256: {digest}, public: {public}}}"));
                files.push((format!("content/{path}"), text));
            }
            entries.push(document.entry.into_text());
        }
        files.extend(sheets("documents", &entries));
        files
    }

    /// One in ten is an original of which a copy is kept; of the others a quarter copies, some are made from one
    /// other document, and one in twelve is a round-up.
    fn document(&self, number: usize, count: usize, cast: &Cast, dice: &mut Dice) -> Document {
        let kept = number.is_multiple_of(10);
        let withdrawn = !kept && number % 97 == 96;
        let mut bases = BTreeSet::new();
        let wanted = if kept || number < 4 { 0 } else { dice.weighted(&[(53, 0), (39, 1), (8, 3)]) };
        for _ in 0..wanted {
            let earlier = dice.within(0..number);
            if !self.documents[earlier].withdrawn {
                bases.insert(earlier);
            }
        }

        let statement = bases.is_empty() && dice.percent(20);
        let source = loop {
            let speakers = if statement { &cast.organisations } else { &cast.sources };
            let source = dice.within(speakers.clone());
            if !cast.speakers[source].confidential {
                break source;
            }
        };
        let mut way = Vec::new();
        let mut camps = BTreeSet::from([cast.speakers[source].camp]);
        let mut roots = BTreeSet::new();
        for basis in bases.iter().map(|basis| &self.documents[*basis]) {
            way.extend(basis.way.iter().filter(|relay| **relay != source));
            camps.extend(&basis.camps);
            roots.extend(&basis.roots);
        }
        way.push(source);
        if roots.is_empty() {
            roots.insert(number);
        }

        let publisher = &cast.speakers[source];
        let language = Language::of_country(publisher.country);
        let place = *dice.one(&PLACES);
        let words = ["Findings from", "Akten aus", "Doniesienia z"];
        let title = format!("{} {place}", language.pick(&words));
        let id = format!("{}-{number}", plain(&title));
        let mut entry = Entry::new(&id);
        let kind = match (statement, kept) {
            (true, _) => "statement",
            (_, true) => "transcript",
            _ => dice.weighted(&[
                (6, "article"),
                (2, "wire"),
                (1, "broadcast"),
                (1, "interview"),
                (1, "letter"),
            ]),
        };
        entry.field("title", &title).field("type", kind).field("source", &publisher.id);
        entry.list("authors", &author(cast, dice));
        let ids: Vec<&str> = bases.iter().map(|basis| self.documents[*basis].id.as_str()).collect();
        match ids.as_slice() {
            [original] if dice.percent(65) => entry.field("copy_of", original),
            _ => entry.list("derived_from", &ids),
        };
        if kind == "article" && dice.percent(20) {
            entry.field("in", format_args!("Beilage {place}")).field("pages", "12–14");
        }
        let day = Day::after(2024, number * 500 / count.max(1));
        match dice.within(0..4) {
            0 => entry.field("published", format_args!("{}T14:56+01:00", day.iso())),
            _ => entry.field("published", day.iso()),
        };
        entry.field("accessed", "2026-09-14").field("language", language.tag());
        entry.field("url", format_args!("https://{}.example/{number}", publisher.id));
        if withdrawn {
            entry.field("withdrawn", "{date: 2026-02-03, why: The publisher took it back.}");
        }
        common(&mut entry, &id, dice);
        Document { id, language, source, way, roots, camps, kept, withdrawn, passages: Vec::new(), entry }
    }
}

/// Somebody of the cast, somebody else, or nobody.
fn author(cast: &Cast, dice: &mut Dice) -> Vec<String> {
    match dice.within(0..4) {
        0 => vec![cast.speakers[dice.within(cast.people.clone())].id.clone()],
        1 => vec!["Bärbel Nowak".to_owned()],
        _ => Vec::new(),
    }
}

fn kept_copy(document: &Document, dice: &mut Dice) -> String {
    let mut paragraphs = Vec::new();
    for passage in &document.passages {
        paragraphs.push(format!("{}. {passage}.", filler(document.language, dice)));
    }
    paragraphs.push(format!("{}.\n", filler(document.language, dice)));
    paragraphs.join("\n\n")
}
