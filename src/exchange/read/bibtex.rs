//! BibTeX and BibLaTeX, as Zotero, JabRef and the pages of journals write them.

use std::collections::BTreeMap;

use biblatex::{Bibliography, Chunk, ChunksExt as _, Entry, EntryType, Person, RawBibliography};

use super::super::told::Told;
use super::Unread;
use super::citation::Citation;
use super::date;

/// Every entry of a bibliography.
pub(super) fn read(text: &str) -> Result<Vec<Told>, Unread> {
    let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let broken =
        |error: biblatex::ParseError| Unread(format!("line {}: {}", line(error.span.start), error.kind));
    let raw = RawBibliography::parse(text).map_err(broken)?;
    let typed: BTreeMap<String, (usize, String)> = raw
        .entries
        .iter()
        .map(|entry| (entry.v.key.v.to_owned(), (line(entry.span.start), entry.v.kind.v.to_lowercase())))
        .collect();
    let bibliography = Bibliography::from_raw(raw).map_err(broken)?;
    let told: Vec<Told> = bibliography
        .iter()
        .map(|entry| {
            let (line, kind) = typed.get(&entry.key).cloned().unwrap_or_default();
            reference(entry, line, kind)
        })
        .collect();
    if told.is_empty() {
        return Err(Unread("there is no entry of BibTeX in it: they begin with `@article{`".to_owned()));
    }
    Ok(told)
}

fn reference(entry: &Entry, line: usize, kind: String) -> Told {
    let mut citation =
        Citation { place: format!("line {line}"), key: entry.key.clone(), kind, ..Citation::default() };
    let words =
        |name: &str| entry.get(name).map(|chunks| plain(&chunks.format_verbatim())).unwrap_or_default();
    let first = |names: &[&str]| {
        names.iter().map(|name| words(name)).find(|words| !words.is_empty()).unwrap_or_default()
    };
    let subtitle = first(&["subtitle"]);
    citation.title =
        if subtitle.is_empty() { words("title") } else { format!("{}: {subtitle}", words("title")) };
    let people: Vec<Person> = entry.get_as("author").unwrap_or_default();
    citation.authors = people.iter().map(name_of).collect();
    citation.container = first(&["journaltitle", "journal", "booktitle", "maintitle"]);
    citation.publisher = first(&["publisher", "institution", "organization", "school", "howpublished"]);
    citation.volume = words("volume");
    citation.issue = first(&["number", "issue"]);
    citation.pages = words("pages").replace('\u{2013}', "-");
    citation.doi = words("doi");
    citation.isbn = words("isbn");
    citation.published = match words("date") {
        date if date.is_empty() => {
            date::from_parts(&words("year"), &words("month"), &words("day")).unwrap_or_else(|| words("year"))
        }
        date => date::from_iso(&date),
    };
    citation.accessed = date::from_iso(&words("urldate"));
    citation.language = first(&["langid", "language"]);
    citation.url = match words("url") {
        url if url.is_empty() && words("howpublished").starts_with("http") => words("howpublished"),
        url => url,
    };
    if citation.publisher.starts_with("http") {
        citation.publisher = first(&["publisher", "institution", "organization", "school"]);
    }
    let taken = |name: &str| {
        const TAKEN: [&str; 17] = [
            "title", "subtitle", "author", "volume", "number", "issue", "pages", "doi", "isbn", "date",
            "year", "month", "day", "urldate", "langid", "language", "url",
        ];
        TAKEN.contains(&name)
    };
    for (name, chunks) in &entry.fields {
        let said = plain(&chunks.format_verbatim());
        let is_used = taken(name)
            || [&citation.container, &citation.publisher, &citation.url]
                .into_iter()
                .any(|used| *used == said);
        if !is_used {
            citation.left.push((name.clone(), said));
        }
    }
    // What the number of a report or patent is called, nobody could tell from `issue`.
    if matches!(entry.entry_type, EntryType::Report | EntryType::TechReport | EntryType::Patent) {
        let number = std::mem::take(&mut citation.issue);
        citation.keep("number", &number);
    }
    if entry.fields.values().flatten().any(|chunk| matches!(chunk.v, Chunk::Math(_))) {
        citation.keep("formula", "there are formulas in it, in the letters of TeX");
    }
    citation.told()
}

fn name_of(person: &Person) -> String {
    let parts = [&person.given_name, &person.prefix, &person.name];
    let name = parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    if person.suffix.is_empty() { name } else { format!("{name}, {}", person.suffix) }
}

/// Words without the commands of TeX that only say how they look: `\textit{other}` is `other`.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('\\') {
        let (before, command) = rest.split_at(at);
        plain.push_str(before);
        let name = command.get(1..).unwrap_or_default();
        let behind = name.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
        if behind.len() == name.len() {
            // A sign that stands for itself: `\&`.
            rest = name;
            continue;
        }
        let (name, _) = name.split_at(name.len() - behind.len());
        rest = behind.trim_start();
        if let Some(sign) = sign(name) {
            plain.push(sign);
            rest = behind.strip_prefix("{}").or_else(|| behind.strip_prefix(' ')).unwrap_or(behind);
        } else if let Some((inner, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            plain.push_str(inner);
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// Signs that TeX has names for.
fn sign(name: &str) -> Option<char> {
    Some(match name {
        "quotedblbase" => '„',
        "quotesinglbase" => '‚',
        "textquotedblleft" => '“',
        "textquotedblright" => '”',
        "textquoteleft" => '‘',
        "textquoteright" => '’',
        "guillemotleft" => '«',
        "guillemotright" => '»',
        "textendash" => '–',
        "textemdash" => '—',
        "ldots" | "dots" | "textellipsis" => '…',
        "textasciitilde" => '~',
        "textunderscore" => '_',
        "textdollar" => '$',
        "textbackslash" => '\\',
        _ => return None,
    })
}
