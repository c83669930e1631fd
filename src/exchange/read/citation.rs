//! What CSL-JSON, BibTeX and RIS all tell of a document, and what becomes of it.

use super::super::known::bare_doi;
use super::super::told::{Told, Value};
use super::html::stripped;
use crate::Vocabulary as _;
use crate::model::{DocumentType, Kind};

/// A reference. What is empty is not said.
#[derive(Debug, Default)]
pub(super) struct Citation {
    pub place: String,
    pub key: String,
    pub kind: String,
    pub genre: String,
    pub title: String,
    pub authors: Vec<String>,
    pub container: String,
    pub publisher: String,
    pub volume: String,
    pub issue: String,
    pub pages: String,
    pub doi: String,
    pub isbn: String,
    pub published: String,
    pub accessed: String,
    pub language: String,
    pub url: String,
    pub left: Vec<(String, String)>,
}

/// What a foreign type is here: whether it says all that the foreign one says, and what its publisher is.
struct Sort {
    kind: DocumentType,
    is_same: bool,
    outlet: Option<&'static str>,
}

/// Foreign types, of CSL, BibLaTeX and RIS.
fn sort(foreign: &str, genre: &str) -> Sort {
    use DocumentType as D;
    let same = |kind, outlet| Sort { kind, is_same: true, outlet };
    let near = |kind, outlet| Sort { kind, is_same: false, outlet };
    if let Some(kind) = D::parse(genre) {
        return same(kind, matches!(kind, D::Wire).then_some("news agency"));
    }
    match foreign.to_lowercase().as_str() {
        "article-newspaper" | "news" => same(D::Article, Some("newspaper")),
        "article-magazine" | "mgzn" => same(D::Article, Some("magazine")),
        "article" => same(D::Article, None),
        "article-journal" | "jour" | "ejour" => same(D::Article, Some("journal")),
        "jfull" | "periodical" | "suppperiodical" => near(D::Article, Some("journal")),
        "webpage" | "elec" | "online" | "www" => same(D::Article, Some("website")),
        "post" | "post-weblog" | "blog" => same(D::Post, Some("website")),
        "broadcast" => same(D::Broadcast, Some("broadcaster")),
        "motion_picture" | "mpct" | "video" | "movie" | "advs" | "multi" => same(D::Film, None),
        "song" | "sound" | "music" | "audio" | "performance" => same(D::Recording, None),
        "interview" => same(D::Interview, None),
        "personal_communication" | "letter" | "pcomm" | "icomm" => same(D::Letter, None),
        "report" | "rprt" | "techreport" | "govdoc" => same(D::Report, None),
        "book" | "ebook" | "mvbook" => same(D::Book, Some("publisher")),
        "collection" | "edbook" | "ser" | "clswk" | "reference" | "proceedings" => {
            near(D::Book, Some("publisher"))
        }
        "chapter" | "chap" | "echap" | "entry" | "entry-encyclopedia" | "entry-dictionary"
        | "incollection" | "inbook" | "inreference" | "suppbook" | "suppcollection" | "bookinbook"
        | "ency" | "dict" | "booklet" => near(D::Book, Some("publisher")),
        "dataset" | "data" | "dbase" => same(D::Dataset, None),
        "software" | "comp" | "aggr" => near(D::Dataset, None),
        "graphic" => same(D::Photograph, None),
        "figure" | "map" | "art" | "artwork" | "image" | "chart" => near(D::Photograph, None),
        "speech" | "hearing" | "hear" | "slide" | "unpublished" => near(D::Transcript, None),
        "thesis" | "thes" | "phdthesis" | "mastersthesis" | "manuscript" | "manscpt" | "manual" | "stand"
        | "standard" | "pamphlet" | "pamp" | "document" => near(D::Report, None),
        "bill" | "legislation" | "legal_case" | "regulation" | "treaty" | "patent" | "case" | "legal"
        | "stat" | "unbill" | "pat" | "jurisdiction" => near(D::Statement, None),
        _ => near(D::Article, None),
    }
}

impl Citation {
    /// Keeps words that no field takes.
    pub(super) fn keep(&mut self, called: &str, words: &str) {
        if !words.trim().is_empty() {
            self.left.push((called.to_owned(), words.to_owned()));
        }
    }

    /// The document that it is.
    pub(super) fn told(self) -> Told {
        let Sort { kind, is_same, outlet } = sort(&self.kind, &self.genre);
        let mut told = Told::new(Kind::Document, self.place);
        told.key = Some(self.key.trim().to_owned()).filter(|key| !key.is_empty());
        told.put("title", &stripped(&self.title));
        told.put("type", kind.word());
        if !is_same {
            told.guessed.push("type");
            told.keep("type", &self.kind);
            told.open.push(format!(
                "`type: {}` stands for `{}`: see whether that fits",
                kind.word(),
                self.kind
            ));
        }
        if DocumentType::parse(&self.genre).is_none() {
            told.keep("genre", &self.genre);
        }
        let (container, publisher) = (stripped(&self.container), stripped(&self.publisher));
        // A paper is known by what it is called, a book by who brought it out.
        let is_part = matches!(kind, DocumentType::Book | DocumentType::Report | DocumentType::Dataset);
        let (source, other) = if container.is_empty() || (is_part && !publisher.is_empty()) {
            (&publisher, &container)
        } else {
            (&container, &publisher)
        };
        if source.is_empty() {
            told.open.push(format!("it does not say who published it: fill in `source`{}", host(&self.url)));
        } else {
            let fields = outlet.map(|outlet| ("kind", outlet.to_owned())).into_iter().collect();
            told.fields.push(("source", Value::Speaker { name: source.clone(), kind: Kind::Source, fields }));
        }
        if is_part {
            told.put("in", other);
        } else if other != source {
            told.keep("publisher", other);
        }
        let authors: Vec<Value> = self
            .authors
            .iter()
            .map(|name| stripped(name))
            .filter(|name| !name.is_empty())
            .map(Value::Author)
            .collect();
        if !authors.is_empty() {
            told.fields.push(("authors", Value::List(authors)));
        }
        told.put("volume", &self.volume);
        told.put("issue", &self.issue);
        told.put("pages", &self.pages.replace("--", "-"));
        told.put("doi", bare_doi(&self.doi));
        told.put("isbn", &self.isbn);
        told.put("published", &self.published);
        told.put("accessed", &self.accessed);
        told.put_language("language", &self.language);
        told.put("url", &self.url);
        for (called, words) in self.left {
            told.keep(&called, &stripped(&words));
        }
        told
    }
}

/// Where it was published, as a hint to who did.
fn host(url: &str) -> String {
    let host =
        url.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    if host.is_empty() { String::new() } else { format!(" (it is from {host})") }
}

/// `Łoś, Änne` is Änne Łoś; `Łoś, Änne, Jr.` too.
pub(super) fn name_in_order(name: &str) -> String {
    let mut parts = name.split(',').map(str::trim);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(family), Some(given), suffix) if !given.is_empty() => {
            let suffix = suffix.filter(|suffix| !suffix.is_empty()).map(|suffix| format!(", {suffix}"));
            format!("{given} {family}{}", suffix.unwrap_or_default())
        }
        _ => name.trim().trim_end_matches(',').to_owned(),
    }
}
