//! RIS: one tag and its words to a line, `TY  - ` first and `ER  - ` last.

use super::super::told::Told;
use super::Unread;
use super::citation::{Citation, name_in_order};
use super::date;

/// Every reference of a file.
pub(super) fn read(text: &str) -> Result<Vec<Told>, Unread> {
    let mut told = Vec::new();
    let mut open: Option<(usize, Vec<(String, String)>)> = None;
    for (number, line) in text.lines().enumerate() {
        match tag(line) {
            Some(("TY", kind)) => {
                told.extend(
                    open.replace((number + 1, vec![("TY".to_owned(), kind.to_owned())])).map(reference),
                );
            }
            Some(("ER", _)) => told.extend(open.take().map(reference)),
            Some((tag, words)) => {
                if let Some((_, lines)) = &mut open {
                    lines.push((tag.to_owned(), words.to_owned()));
                }
            }
            // Words that go on in the next line.
            None => {
                if let Some((_, words)) = open.as_mut().and_then(|(_, lines)| lines.last_mut()) {
                    words.push(' ');
                    words.push_str(line.trim());
                }
            }
        }
    }
    told.extend(open.take().map(reference));
    if told.is_empty() {
        return Err(Unread("there is no reference of RIS in it: they begin with `TY  - `".to_owned()));
    }
    Ok(told)
}

/// `TI  - A title`: the tag and the words.
fn tag(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let tag = line.get(..2)?;
    let is_tag = tag.starts_with(|sign: char| sign.is_ascii_uppercase())
        && tag.ends_with(|sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    let words = line.get(2..)?.trim_start().strip_prefix('-')?;
    let is_apart = line.get(2..)?.starts_with(' ') && (words.is_empty() || words.starts_with(' '));
    (is_tag && is_apart).then(|| (tag, words.trim()))
}

fn reference((line, lines): (usize, Vec<(String, String)>)) -> Told {
    let mut citation = Citation { place: format!("line {line}"), ..Citation::default() };
    let kind = lines.first().map(|(_, kind)| kind.clone()).unwrap_or_default();
    let is_whole = matches!(kind.as_str(), "BOOK" | "EBOOK" | "EDBOOK" | "RPRT" | "THES");
    let (mut first, mut last) = (String::new(), String::new());
    for (tag, words) in lines {
        let taken = match tag.as_str() {
            "TY" => once(&mut citation.kind, &words),
            "ID" => once(&mut citation.key, &words),
            "TI" | "T1" | "CT" => once(&mut citation.title, &words),
            "BT" if is_whole => once(&mut citation.title, &words),
            "AU" | "A1" => {
                citation.authors.push(name_in_order(&words));
                true
            }
            "T2" if is_whole => false,
            "JF" | "T2" | "BT" | "JO" => once(&mut citation.container, &words),
            "PB" => once(&mut citation.publisher, &words),
            "VL" => once(&mut citation.volume, &words),
            "IS" => once(&mut citation.issue, &words),
            "SP" => once(&mut first, &words),
            "EP" => once(&mut last, &words),
            "DO" => once(&mut citation.doi, &words),
            "M3" if words.starts_with("10.") => once(&mut citation.doi, &words),
            "SN" if is_isbn(&words) => once(&mut citation.isbn, &words),
            "DA" => {
                citation.published = day(&words);
                true
            }
            "PY" | "Y1" => {
                citation.published.is_empty().then(|| citation.published = day(&words)).is_some()
                    || year_is_same(&citation.published, &words)
            }
            "Y2" => {
                let moment = day(&words);
                let (day, time) = moment.split_once('T').unwrap_or((&moment, ""));
                citation.keep("time of access", time);
                once(&mut citation.accessed, day)
            }
            "LA" => once(&mut citation.language, &words),
            "UR" => once(&mut citation.url, &words),
            _ => false,
        };
        if !taken {
            citation.keep(called(&tag), &words);
        }
    }
    citation.pages = match (first.as_str(), last.as_str()) {
        (first, "") => first.to_owned(),
        ("", last) => last.to_owned(),
        (first, last) if first.contains(['-', '–']) => {
            citation.keep("end page", last);
            first.to_owned()
        }
        (first, last) => format!("{first}-{last}"),
    };
    citation.told()
}

/// Whether it has as many digits as an ISBN; the numbers of journals and reports stand in the same place.
fn is_isbn(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_one = number.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '-' | ' ' | 'X' | 'x'));
    is_one && matches!(digits, 9 | 10 | 13)
}

/// Fills a field that is empty; tells whether nothing was lost.
fn once(field: &mut String, words: &str) -> bool {
    if field.is_empty() {
        words.clone_into(field);
    }
    field.as_str() == words
}

/// `2024/03/12/` and what is left out of it; a time of day is kept where programs add one in the same way.
fn day(typed: &str) -> String {
    let mut parts = typed.splitn(4, '/');
    let mut part = || parts.next().unwrap_or_default().trim();
    if !typed.contains('/') {
        return date::from_iso(typed);
    }
    let (year, month, day) = (part(), part(), part());
    let rest = part();
    match date::from_parts(year, month, day) {
        Some(date) if rest.starts_with(|sign: char| sign.is_ascii_digit()) && rest.contains(':') => {
            date::from_iso(&format!("{date}T{rest}"))
        }
        Some(date) => date,
        None => typed.to_owned(),
    }
}

fn year_is_same(published: &str, words: &str) -> bool {
    day(words).get(..4).is_some_and(|year| published.starts_with(year))
}

/// What a tag is called for people.
fn called(tag: &str) -> &str {
    match tag {
        "AB" | "N2" => "abstract",
        "N1" => "note",
        "KW" => "keyword",
        "CY" | "PP" => "place",
        "ED" | "A2" => "editor",
        "A3" => "series editor",
        "A4" => "translator",
        "ET" => "edition",
        "SN" => "number (ISSN or other)",
        "CN" => "call number",
        "DB" => "data base",
        "DP" => "provider",
        "L1" | "L2" | "L3" | "L4" => "attached file",
        "JA" | "J2" | "JO" => "short title of the journal",
        "ST" => "short title",
        "T2" | "T3" => "series",
        "UR" => "another address",
        "M3" => "sort of work",
        "DA" | "PY" | "Y1" => "another date",
        other => other,
    }
}
