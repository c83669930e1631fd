//! CSL-JSON (Citation Style Language 1.0.2), as Zotero, Better BibTeX and Mendeley write it.

use serde_json::Value;

use super::super::told::Told;
use super::citation::Citation;
use super::{Unread, all_words, date, json, words};

/// Every item of a library.
pub(super) fn read(text: &str) -> Result<Vec<Told>, Unread> {
    let items = match json(text)? {
        Value::Array(items) => items,
        // As the programming interface of Zotero gives them, and a single one.
        Value::Object(mut library) => match library.remove("items") {
            Some(Value::Array(items)) => items,
            _ => vec![Value::Object(library)],
        },
        _ => Vec::new(),
    };
    let items: Vec<_> = items.iter().enumerate().map(|(number, item)| (number, item.as_object())).collect();
    if let Some((number, _)) =
        items.iter().find(|(_, item)| item.is_none_or(|item| !item.contains_key("type")))
    {
        return Err(Unread(format!("item {} is no reference of CSL-JSON: it has no `type`", number + 1)));
    }
    Ok(items.into_iter().filter_map(|(number, item)| Some(told(number, item?))).collect())
}

fn told(number: usize, item: &serde_json::Map<String, Value>) -> Told {
    let mut citation = Citation { place: format!("item {}", number + 1), ..Citation::default() };
    let key = item.get("citation-key").or_else(|| item.get("id"));
    citation.key = key.and_then(words).unwrap_or_default();
    for (name, value) in item {
        let said = || words(value).unwrap_or_default();
        let whole = match name.as_str() {
            "id" | "citation-key" => true,
            "type" => fill(&mut citation.kind, said()),
            "genre" => fill(&mut citation.genre, said()),
            "title" => fill(&mut citation.title, said()),
            "container-title" => fill(&mut citation.container, said()),
            "publisher" => fill(&mut citation.publisher, said()),
            "volume" => fill(&mut citation.volume, said()),
            "issue" => fill(&mut citation.issue, said()),
            "page" => fill(&mut citation.pages, said()),
            "DOI" => fill(&mut citation.doi, said()),
            "ISBN" => fill(&mut citation.isbn, said()),
            "URL" => fill(&mut citation.url, said()),
            "language" => fill(&mut citation.language, said()),
            "author" => {
                citation.authors = value.as_array().into_iter().flatten().filter_map(name_of).collect();
                !citation.authors.is_empty()
            }
            "issued" => fill(&mut citation.published, date_of(value).unwrap_or_default()),
            "accessed" => fill(&mut citation.accessed, date_of(value).unwrap_or_default()),
            _ => false,
        };
        if !whole {
            let names: Option<Vec<String>> =
                value.as_array().map(|all| all.iter().filter_map(name_of).collect());
            let names = names.filter(|names| !names.is_empty()).map(|names| names.join("; "));
            citation.keep(name, &names.or_else(|| date_of(value)).unwrap_or_else(|| all_words(value)));
        }
    }
    citation.told()
}

/// Puts words into a field; tells whether there were any.
fn fill(field: &mut String, words: String) -> bool {
    *field = words;
    !field.is_empty()
}

fn name_of(name: &Value) -> Option<String> {
    let part = |part: &str| name.get(part).and_then(words);
    if let Some(whole) = part("literal") {
        return Some(whole);
    }
    let family = [part("dropping-particle"), part("non-dropping-particle"), part("family")];
    let parts = std::iter::once(part("given")).chain(family).flatten().collect::<Vec<_>>().join(" ");
    let suffix = part("suffix").map(|suffix| format!(", {suffix}")).unwrap_or_default();
    (!parts.is_empty()).then(|| format!("{parts}{suffix}"))
}

/// `{"date-parts": [[2024, 3, 12]]}`, with a second date where it is a stretch of time; or words.
fn date_of(date: &Value) -> Option<String> {
    let said = |name: &str| date.get(name).and_then(words);
    let parts = |parts: &Value| {
        let part = |at: usize| parts.get(at).and_then(words).unwrap_or_default();
        date::from_parts(&part(0), &part(1), &part(2))
    };
    let mut days = date.get("date-parts").and_then(Value::as_array).into_iter().flatten();
    let first = days.next().and_then(parts);
    let circa = said("circa").is_some_and(|circa| !matches!(circa.as_str(), "0" | "false"));
    let mark = if circa { "~" } else { "" };
    let seasoned = |first: String| match said("season").and_then(|season| season.parse::<u8>().ok()) {
        Some(season @ 1..=4) if first.len() == 4 => format!("{first}-{}", 20 + season),
        _ => first,
    };
    match (first.map(seasoned), days.next().and_then(parts)) {
        (Some(first), Some(last)) => Some(format!("{first}{mark}/{last}{mark}")),
        (Some(first), None) => Some(format!("{first}{mark}")),
        (None, _) => said("raw").or_else(|| said("literal")).map(|typed| date::from_iso(&typed)),
    }
}
