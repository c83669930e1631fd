//! What was opened, for programs that keep references: CSL-JSON (Citation Style Language 1.0.2) and BibTeX.

use biblatex::{Bibliography, Chunk, Entry, EntryType, Spanned};
use serde_json::{Map, Value, json};

use crate::model::{Author, Date, Document, DocumentType, Facts, Name, Precision, Speaker};
use crate::text::At;

/// `data/citations.json`: every document, in the order of the sheets.
#[must_use]
pub fn csl_json(facts: &Facts) -> Vec<u8> {
    let items: Vec<Value> = facts.documents.values().map(|document| item(document, facts)).collect();
    let mut bytes = serde_json::to_vec_pretty(&items).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// `data/citations.bib`: the same as BibTeX (in the fields of BibLaTeX).
#[must_use]
pub fn bibtex(facts: &Facts) -> String {
    let mut bibliography = Bibliography::new();
    for document in facts.documents.values() {
        bibliography.insert(entry(document, facts));
    }
    bibliography.to_biblatex_string()
}

fn item(document: &Document, facts: &Facts) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    let words = |field: &Option<At<String>>| field.as_ref().map(|words| Value::from(words.value.as_str()));
    put("id", Some(document.entry.id.as_str().into()));
    put("type", Some(csl_type(document.kind.value).into()));
    put("title", Some(document.title.value.as_str().into()));
    let authors: Vec<Value> = document
        .authors
        .iter()
        .filter_map(|author| name(&author.value, facts))
        .map(|name| json!({"literal": name}))
        .collect();
    put("author", (!authors.is_empty()).then(|| authors.into()));
    put("container-title", words(&document.container));
    put("publisher", publisher(document, facts).map(Value::from));
    put("volume", words(&document.volume));
    put("issue", words(&document.issue));
    put("page", words(&document.pages));
    put("DOI", words(&document.doi));
    put("ISBN", words(&document.isbn));
    put("URL", words(&document.entry.url));
    put("language", words(&document.language));
    put("genre", genre(document.kind.value).map(Value::from));
    put(
        "issued",
        document.published.as_ref().or(document.created.as_ref()).map(|date| csl_date(&date.value)),
    );
    put("accessed", document.accessed.as_ref().map(|date| csl_date(&date.value)));
    item.into()
}

/// The types of CSL 1.0.2.
fn csl_type(kind: DocumentType) -> &'static str {
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
fn genre(kind: DocumentType) -> Option<&'static str> {
    let has_none = matches!(
        kind,
        DocumentType::Wire | DocumentType::Recording | DocumentType::Transcript | DocumentType::Statement
    );
    has_none.then(|| kind.word())
}

fn publisher(document: &Document, facts: &Facts) -> Option<String> {
    called(document.source.as_ref()?.value, facts)
}

fn name(author: &Author, facts: &Facts) -> Option<String> {
    match author {
        Author::Words(words) => Some(words.clone()),
        Author::Speaker(speaker) => called(*speaker, facts),
    }
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

fn entry(document: &Document, facts: &Facts) -> Entry {
    let kind = match document.kind.value {
        DocumentType::Article | DocumentType::Wire => EntryType::Article,
        DocumentType::Book => EntryType::Book,
        DocumentType::Report => EntryType::Report,
        DocumentType::Dataset => EntryType::Dataset,
        DocumentType::Post => EntryType::Online,
        _ => EntryType::Misc,
    };
    let mut entry = Entry::new(document.entry.id.to_string(), kind);
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
    let words = |field: &'_ Option<At<String>>| field.as_ref().map(|words| words.value.clone());
    let authors: Vec<String> = document
        .authors
        .iter()
        .filter_map(|author| name(&author.value, facts))
        // Braces keep a name whole: which part of it is the family's, nobody has said.
        .map(|name| format!("{{{name}}}"))
        .collect();
    set("title", Some(&document.title.value));
    set("author", Some(&authors.join(" and ")));
    let publisher = publisher(document, facts);
    let is_article = matches!(document.kind.value, DocumentType::Article | DocumentType::Wire);
    let container = words(&document.container).or_else(|| publisher.clone().filter(|_| is_article));
    set(if is_article { "journaltitle" } else { "booktitle" }, container.as_deref());
    set("publisher", publisher.as_deref().filter(|_| !is_article));
    set("volume", words(&document.volume).as_deref());
    set("number", words(&document.issue).as_deref());
    set("pages", words(&document.pages).as_deref());
    set("doi", words(&document.doi).as_deref());
    set("isbn", words(&document.isbn).as_deref());
    set("url", words(&document.entry.url).as_deref());
    set("langid", words(&document.language).as_deref());
    // BibLaTeX reads EDTF.
    let date = document.published.as_ref().or(document.created.as_ref());
    let typed = |date: &At<Date>| date.value.as_typed().split('T').next().unwrap_or_default().to_owned();
    set("date", date.map(typed).as_deref());
    set("urldate", document.accessed.as_ref().map(typed).as_deref());
    entry
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use crate::model::Facts;
    use crate::text::{Input, Inputs};

    fn facts(documents: &str) -> Facts {
        let sheet = format!(
            "sources:\n  gazeta: {{name: Gazeta Łódzka}}\n  insider:\n    name: Jan Geheim\n    confidential: {{described_as: A person briefed, reason: Fear.}}\ndocuments:\n{documents}"
        );
        let files = [("content/report.yaml", "title: Das Leck\n"), ("content/facts/d.yaml", &sheet)];
        let files = files.map(|(path, text)| Input { path: path.into(), text: text.into() });
        let inputs = Inputs::new(files.into(), BTreeMap::new());
        let (drafts, _) = crate::load::load(&inputs);
        crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH).0.facts
    }

    #[test]
    fn a_document_is_told_in_the_words_of_csl() {
        let facts = facts(
            "  leck: {title: \"Przeciek & {wyciek}\", type: wire, source: gazeta, authors: [Änne Łoś], published: 2024-03-12T14:56-04:00, accessed: 2026-11-23, language: pl, url: \"https://example.org/a_b\", volume: 3}\n  brief: {title: Brief, type: letter, source: insider, created: 2024-03~}\n",
        );
        let items: Value = serde_json::from_slice(&super::csl_json(&facts)).unwrap();
        assert_eq!(items[0]["type"], "article-newspaper");
        assert_eq!(items[0]["genre"], "wire");
        assert_eq!(items[0]["author"], json!([{"literal": "Änne Łoś"}]));
        assert_eq!(items[0]["accessed"], json!({"date-parts": [[2026, 11, 23]]}));
        assert_eq!(items[1]["issued"], json!({"date-parts": [[2024, 3]], "circa": true}));
        assert_eq!(items[1]["publisher"], "A person briefed");

        // Read by the library that reads it for others.
        let bib = super::bibtex(&facts);
        let read = biblatex::Bibliography::parse(&bib).unwrap();
        let entry = read.get("leck").unwrap();
        let title = entry.get("title").unwrap();
        let title: String = title.iter().map(|chunk| chunk.v.get().to_owned()).collect();
        assert_eq!(title, "Przeciek & {wyciek}");
        assert_eq!(entry.get_as::<String>("url").unwrap(), "https://example.org/a_b");
        assert!(!bib.contains("Geheim"));
    }
}
