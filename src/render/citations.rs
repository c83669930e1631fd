//! What was opened, for programs that keep references: CSL-JSON (Citation Style Language 1.0.2) and BibTeX.

use biblatex::{Bibliography, Chunk, Entry, EntryType, Spanned};
use serde_json::{Map, Value, json};

use crate::model::{Date, DocumentType, Facts, Name, Precision, Speaker};
use crate::view::{Cited, Reference, Sort};

/// `data/citations.json`: every document, in the order of the sheets.
#[must_use]
pub fn csl_json(references: &[Reference]) -> Vec<u8> {
    let items: Vec<Value> = references.iter().map(item).collect();
    let mut bytes = serde_json::to_vec_pretty(&items).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// `data/citations.bib`: the same as BibTeX (in the fields of BibLaTeX).
#[must_use]
pub fn bibtex(references: &[Reference]) -> String {
    let mut bibliography = Bibliography::new();
    for reference in references {
        bibliography.insert(entry(reference));
    }
    written(&bibliography)
}

/// An address is taken letter by letter, so its braces would be part of it; the library sets two pairs.
fn written(bibliography: &Bibliography) -> String {
    let lines = bibliography.to_biblatex_string();
    let lines = lines.lines().map(|line| {
        match line.strip_prefix("url = {{").and_then(|url| url.strip_suffix("}},")) {
            Some(url) => format!("url = {{{url}}},\n"),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

/// One of them, to be shown on its page.
pub(super) fn cited(reference: &Reference) -> Cited {
    let mut bibliography = Bibliography::new();
    bibliography.insert(entry(reference));
    Cited { bibtex: written(&bibliography).trim().to_owned(), csl_json: in_lines(&item(reference)) }
}

/// A field to a line.
fn in_lines(item: &Value) -> String {
    let fields = item.as_object().into_iter().flatten();
    let lines: Vec<String> = fields.map(|(name, value)| format!("  {}: {value}", json!(name))).collect();
    format!("[{{\n{}\n}}]", lines.join(",\n"))
}

fn item(reference: &Reference) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    let words = |field: &Option<String>| field.as_deref().map(Value::from);
    put("id", Some(reference.id.as_str().into()));
    put("type", Some(csl_type(reference.sort).into()));
    put("title", Some(reference.title.as_str().into()));
    let authors: Vec<Value> = reference.authors.iter().map(|name| json!({"literal": name})).collect();
    put("author", (!authors.is_empty()).then(|| authors.into()));
    put("container-title", words(&reference.container));
    put("publisher", words(&reference.publisher));
    put("volume", words(&reference.volume));
    put("issue", words(&reference.issue));
    put("page", words(&reference.pages));
    put("DOI", words(&reference.doi));
    put("ISBN", words(&reference.isbn));
    put("URL", words(&reference.url));
    put("language", words(&reference.language));
    put("genre", genre(reference.sort).map(Value::from));
    put("note", words(&reference.note));
    put("issued", reference.issued.as_ref().map(csl_date));
    put("accessed", reference.accessed.as_ref().map(csl_date));
    item.into()
}

/// The types of CSL 1.0.2.
fn csl_type(sort: Sort) -> &'static str {
    let kind = match sort {
        Sort::Document(kind) => kind,
        Sort::Article => return "article-newspaper",
        Sort::Claim => return "webpage",
    };
    match kind {
        DocumentType::Article | DocumentType::Wire => "article-newspaper",
        DocumentType::Broadcast => "broadcast",
        DocumentType::Film => "motion_picture",
        DocumentType::Interview => "interview",
        DocumentType::Letter => "personal_communication",
        DocumentType::Report => "report",
        DocumentType::Book => "book",
        DocumentType::Dataset => "dataset",
        DocumentType::Photograph => "graphic",
        DocumentType::Post => "post",
        DocumentType::Recording | DocumentType::Transcript | DocumentType::Statement => "document",
    }
}

/// What CSL has no type for, in a word.
fn genre(sort: Sort) -> Option<&'static str> {
    let Sort::Document(kind) = sort else { return None };
    let has_none = matches!(
        kind,
        DocumentType::Wire | DocumentType::Recording | DocumentType::Transcript | DocumentType::Statement
    );
    has_none.then(|| kind.word())
}

/// What a speaker is called openly.
pub(super) fn called(speaker: Speaker, facts: &Facts) -> Option<String> {
    match speaker {
        Speaker::Person(key) => facts.people.get(key).map(|person| person.name.value.clone()),
        Speaker::Organisation(key) => facts.organisations.get(key).map(|body| body.name.value.clone()),
        Speaker::Source(key) => facts.sources.get(key).map(|source| match &source.name {
            Name::Known(name) => name.value.clone(),
            Name::Confidential { described_as, .. } => {
                described_as.as_ref().map(|words| words.value.clone()).unwrap_or_default()
            }
        }),
    }
}

/// A date as CSL has it: parts where it is as exact as a year, a month or a day, and otherwise as typed (EDTF).
fn csl_date(date: &Date) -> Value {
    let day = date.earliest().day();
    let parts = match (date.precision(), day, date.latest().day()) {
        (Precision::Day | Precision::Time, Some(day), _) if date.exact_day().is_some() => {
            json!([[day.year(), day.month(), day.day()]])
        }
        (Precision::Month, Some(first), Some(last))
            if (first.year(), first.month()) == (last.year(), last.month()) =>
        {
            json!([[first.year(), first.month()]])
        }
        (Precision::Year, Some(first), Some(last)) if first.year() == last.year() => json!([[first.year()]]),
        _ => return json!({"raw": date.as_typed()}),
    };
    if date.is_approximate() || date.is_uncertain() {
        return json!({"date-parts": parts, "circa": true});
    }
    json!({"date-parts": parts})
}

fn entry(reference: &Reference) -> Entry {
    let kind = match reference.sort {
        Sort::Document(DocumentType::Article | DocumentType::Wire) | Sort::Article => EntryType::Article,
        Sort::Document(DocumentType::Book) => EntryType::Book,
        Sort::Document(DocumentType::Report) => EntryType::Report,
        Sort::Document(DocumentType::Dataset) => EntryType::Dataset,
        Sort::Document(DocumentType::Post) | Sort::Claim => EntryType::Online,
        Sort::Document(_) => EntryType::Misc,
    };
    let is_article = kind == EntryType::Article;
    // An article of a folder has a stroke in its id, which BibTeX's keys may not have.
    let mut entry = Entry::new(reference.id.replace('/', "-"), kind);
    let mut set = |field: &str, words: Option<&str>| {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            let chunk = if field == "url" {
                Chunk::Verbatim(words.to_owned())
            } else {
                Chunk::Normal(words.to_owned())
            };
            entry.set(field, vec![Spanned::zero(chunk)]);
        }
    };
    // Braces keep a name whole: which part of it is the family's, nobody has said.
    let authors: Vec<String> = reference.authors.iter().map(|name| format!("{{{name}}}")).collect();
    set("title", Some(&reference.title));
    set("author", Some(&authors.join(" and ")));
    let container = reference.container.as_ref().or(reference.publisher.as_ref().filter(|_| is_article));
    set(if is_article { "journaltitle" } else { "booktitle" }, container.map(String::as_str));
    set("publisher", reference.publisher.as_deref().filter(|_| !is_article));
    set("volume", reference.volume.as_deref());
    set("number", reference.issue.as_deref());
    set("pages", reference.pages.as_deref());
    set("doi", reference.doi.as_deref());
    set("isbn", reference.isbn.as_deref());
    set("url", reference.url.as_deref());
    set("langid", reference.language.as_deref());
    set("note", reference.note.as_deref());
    // BibLaTeX reads EDTF.
    let typed = |date: &Date| date.as_typed().split('T').next().unwrap_or_default().to_owned();
    set("date", reference.issued.as_ref().map(typed).as_deref());
    set("urldate", reference.accessed.as_ref().map(typed).as_deref());
    entry
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use crate::publish::publish;
    use crate::speech::Speech;
    use crate::text::{Input, Inputs};
    use crate::view::{Book, Reference};

    fn references(documents: &str) -> Vec<Reference> {
        let sheet = format!(
            "sources:\n  gazeta: {{name: Gazeta Łódzka}}\n  insider:\n    name: Jan Geheim\n    confidential: {{described_as: A person briefed, reason: Fear.}}\ndocuments:\n{documents}"
        );
        let files = [("content/report.yaml", "title: Das Leck\n"), ("content/facts/d.yaml", &sheet)];
        let files = files.map(|(path, text)| Input { path: path.into(), text: text.into() });
        let inputs = Inputs::new(files.into(), BTreeMap::new());
        let (drafts, _) = crate::load::load(&inputs);
        let record = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH).0;
        Book::new(&publish(record, Vec::new()), Speech::english()).references()
    }

    #[test]
    fn a_document_is_told_in_the_words_of_csl() {
        let references = references(
            "  leck: {title: \"Przeciek & {wyciek}\", type: wire, source: gazeta, authors: [Änne Łoś], published: 2024-03-12T14:56-04:00, accessed: 2026-11-23, language: pl, url: \"https://example.org/a_b\", volume: 3}\n  brief: {title: Brief, type: letter, source: insider, created: 2024-03~}\n",
        );
        let items: Value = serde_json::from_slice(&super::csl_json(&references)).unwrap();
        assert_eq!(items[0]["type"], "article-newspaper");
        assert_eq!(items[0]["genre"], "wire");
        assert_eq!(items[0]["author"], json!([{"literal": "Änne Łoś"}]));
        assert_eq!(items[0]["accessed"], json!({"date-parts": [[2026, 11, 23]]}));
        assert_eq!(items[1]["issued"], json!({"date-parts": [[2024, 3]], "circa": true}));
        assert_eq!(items[1]["publisher"], "A person briefed");

        // Read by the library that reads it for others.
        let bib = super::bibtex(&references);
        let read = biblatex::Bibliography::parse(&bib).unwrap();
        let entry = read.get("leck").unwrap();
        let title = entry.get("title").unwrap();
        let title: String = title.iter().map(|chunk| chunk.v.get().to_owned()).collect();
        assert_eq!(title, "Przeciek & {wyciek}");
        assert_eq!(entry.get_as::<String>("url").unwrap(), "https://example.org/a_b");
        assert!(bib.contains("url = {https://example.org/a_b},"), "{bib}");
        assert!(!bib.contains("Geheim"));

        let shown = super::cited(&references[0]);
        assert_eq!(serde_json::from_str::<Value>(&shown.csl_json).unwrap()[0], items[0]);
        assert!(bib.starts_with(&shown.bibtex), "{}", shown.bibtex);
    }
}
