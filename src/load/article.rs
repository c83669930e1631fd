//! Articles as typed: front matter and Markdown.

use super::decode::Decoder;
use super::drafts::{Common, CommonPartial, CorrectionDraft};
use super::fields::fields;
use super::language::Tag;
use super::markdown::{self, Body};
use super::values::{RawAuthor, Ref, Text};
use super::yaml::{self, Value};
use crate::diagnostic::Finding;
use crate::load::Decode as _;
use crate::model::{Date, Id};
use crate::text::{At, FileId, Place, Span};

fields! {
    /// The fields at the top of an article.
    pub struct FrontMatter / FrontMatterPartial = "an article's front matter" {
        /// Its title.
        "title" title: Text = required as "A line that was not secure",
        /// Its id, if not made from the path of its file.
        "id" id: Ref as "background/the-line",
        /// When it was first published.
        "date" date: Date,
        /// When it was last changed.
        "updated" updated: Date,
        /// Who wrote it: ids or names.
        "authors" authors: Vec<At<RawAuthor>> as "[Änne Gräfe]",
        /// Its language (BCP 47), if not the report's.
        "lang" lang: Tag as "de",
        /// The article it translates.
        "translation_of" translation_of: Ref as "the-leak",
        /// `true`: the front page leads with it; one for each language.
        "lead" lead: bool,
        /// When we changed what we had said.
        "corrections" corrections: Vec<At<CorrectionDraft>> as "[{date: 2024-03-14, kind: correction, said: two officers, now: three officers, why: We had counted wrongly.}]",
        ..common: Common / CommonPartial
    }
}

/// What one article's file says.
#[derive(Debug, Clone)]
pub struct ArticleDraft {
    /// Its file below the project's folder.
    pub path: String,
    /// Its id; nothing where neither path nor front matter gives one.
    pub id: Option<At<Id>>,
    /// Its front matter; nothing where it could not be read.
    pub front: Option<FrontMatter>,
    /// All of its front matter as it was typed.
    pub typed: Option<yaml::Node>,
    /// Whether there was nothing wrong with its front matter.
    pub sound: bool,
    /// Its text.
    pub body: Body,
}

/// Reads an article.
pub(super) fn load(file: FileId, path: &str, text: &str) -> (ArticleDraft, Vec<Finding>) {
    let mut decoder = Decoder::new(file, text);
    let (front, typed, start) = front_matter(&mut decoder);
    let sound = decoder.findings.is_empty() && front.is_some();
    let id = id_of(path, front.as_ref(), &mut decoder);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (body, findings) =
        markdown::read(file, text, start, folder.strip_prefix("content/").unwrap_or_default());
    decoder.findings.extend(findings);
    (ArticleDraft { path: path.to_owned(), id, front, typed, sound, body }, decoder.findings)
}

/// The front matter, as it is read and as it was typed, and where the Markdown begins.
fn front_matter(decoder: &mut Decoder<'_>) -> (Option<FrontMatter>, Option<yaml::Node>, usize) {
    let text = decoder.text;
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = Lines { text, at: bom };
    let first = lines.next().unwrap_or_default();
    let top = decoder.place(Span::new(bom, bom + first.trim_end().len()));
    if first.trim_end() != "---" {
        let comes_late = text.get(bom..).is_some_and(|text| text.trim_start().starts_with("---"));
        let (message, help) = if comes_late {
            ("something blank stands before the front matter", "let the file begin with the line `---`")
        } else {
            (
                "this article has no front matter",
                "begin the file with a line `---`, then `title: …`, then another line `---`",
            )
        };
        decoder.findings.push(Finding::error("bad-front-matter", top, message).help(help));
        return (None, None, bom);
    }
    let start = lines.at;
    loop {
        let end = lines.at;
        let Some(line) = lines.next() else {
            let finding =
                Finding::error("bad-front-matter", top, "the front matter that begins here does not end");
            decoder.findings.push(finding.help("put a line `---` between the fields and the text"));
            return (None, None, text.len());
        };
        if matches!(line.trim_end(), "---" | "...") {
            let (front, typed) = fields_of(decoder, start, end, top);
            return (front, typed, lines.at);
        }
    }
}

fn fields_of(
    decoder: &mut Decoder<'_>,
    start: usize,
    end: usize,
    top: Place,
) -> (Option<FrontMatter>, Option<yaml::Node>) {
    let source = decoder.text.get(start..end).unwrap_or_default();
    let parsed = yaml::parse(decoder.file, source, start);
    let broken = !parsed.findings.is_empty();
    decoder.findings.extend(parsed.findings);
    decoder.here = top;
    decoder.told = parsed.lost.into_iter().map(|key| key.word).collect();
    let front = match &parsed.root {
        Some(root) => FrontMatter::decode(root, decoder),
        None if broken => None,
        None => {
            let empty = yaml::Node { span: Span::new(start, start), value: Value::Map(Vec::new()) };
            FrontMatter::decode(&empty, decoder)
        }
    };
    (front, parsed.root)
}

fn id_of(path: &str, front: Option<&FrontMatter>, decoder: &mut Decoder<'_>) -> Option<At<Id>> {
    if let Some(given) = front.and_then(|front| front.id.as_ref()) {
        return Id::parse_path(&given.value.0).map(|id| At::new(id, given.place));
    }
    let below = path.strip_prefix("content/articles/").unwrap_or(path);
    let name = below.strip_suffix(".md").unwrap_or(below);
    let top = decoder.place(Span::default());
    let id = Id::plain(name);
    if id.is_none() {
        let finding =
            Finding::error("bad-id", top, format!("no id can be made from the file's name `{name}`"));
        decoder
            .findings
            .push(finding.help("give the file another name, or write `id: …` in the front matter"));
    }
    id.map(|id| At::new(id, top))
}

/// Lines with their ends, each beginning at `at`.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        self.at += line.len();
        Some(line)
    }
}
