//! BibTeX and BibLaTeX, as Zotero, JabRef and the pages of journals write them.

use std::collections::{BTreeMap, BTreeSet};

use biblatex::{
    Bibliography, Chunk, ChunksExt as _, Entry, EntryType, ParseError, ParseErrorKind, Person,
    RawBibliography, RawChunk,
};

use super::super::told::Told;
use super::Unread;
use super::citation::Citation;
use super::date;

/// Every entry of a bibliography.
pub(super) fn read(text: &str) -> Result<Vec<Told>, Unread> {
    let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let broken = |error: ParseError| Unread(format!("line {}: {}", line(error.span.start), error.kind));
    let mut raw =
        RawBibliography::parse(text).map_err(|error| unclosed(text).unwrap_or_else(|| broken(error)))?;
    let keys = distinct_keys(&raw);
    for (entry, key) in raw.entries.iter_mut().zip(&keys) {
        entry.v.key.v = key;
    }
    let typed: BTreeMap<String, (usize, String)> = raw
        .entries
        .iter()
        .map(|entry| (entry.v.key.v.to_owned(), (line(entry.span.start), entry.v.kind.v.to_lowercase())))
        .collect();
    let bibliography = resolved(raw).map_err(broken)?;
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

/// The first entry whose braces do not close, which is found out only where the next one ends.
fn unclosed(text: &str) -> Option<Unread> {
    let mut began = 0;
    let mut open = 0_i32;
    for (number, line) in (1..).zip(text.lines()) {
        if line.starts_with('@') {
            if open > 0 {
                break;
            }
            (began, open) = (number, 0);
        }
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => drop(letters.next()),
                '{' => open += 1,
                '}' => open -= 1,
                _ => {}
            }
        }
    }
    (open > 0).then(|| Unread(format!("line {began}: the entry that begins here has more `{{` than `}}`")))
}

/// The key of every entry; where several have the same, all but the first get a number.
fn distinct_keys(raw: &RawBibliography<'_>) -> Vec<String> {
    let mut taken: BTreeSet<String> = raw.entries.iter().map(|entry| entry.v.key.v.to_owned()).collect();
    let mut seen = BTreeSet::new();
    let key = |key: &str| {
        if seen.insert(key.to_owned()) {
            return key.to_owned();
        }
        let numbered = (2_u32..).map(|number| format!("{key}{number}"));
        numbered.into_iter().find(|key| taken.insert(key.clone())).unwrap_or_default()
    };
    raw.entries.iter().map(|entry| entry.v.key.v).map(key).collect()
}

/// With the words behind abbreviations. One that the file does not explain stands for itself: a library keeps them in
/// another file.
fn resolved(mut raw: RawBibliography<'_>) -> Result<Bibliography, ParseError> {
    loop {
        let unknown = match Bibliography::from_raw(raw.clone()) {
            Err(ParseError { kind: ParseErrorKind::UnknownAbbreviation(word), .. }) => word,
            read => return read,
        };
        let fields =
            raw.entries.iter_mut().flat_map(|entry| &mut entry.v.fields).chain(&mut raw.abbreviations);
        let mut found = false;
        for chunk in fields.flat_map(|field| &mut field.value.v) {
            if let RawChunk::Abbreviation(word) = chunk.v
                && *word == *unknown
            {
                chunk.v = RawChunk::Normal(word);
                found = true;
            }
        }
        if !found {
            return Bibliography::from_raw(raw);
        }
    }
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
