//! Dates, countries and languages as FollowTheMoney takes them: exact beginnings of ISO 8601, small letters, three
//! letters.

use crate::model::{Date, End, Precision};

/// A date as far as it is exact; nothing where it is not: an estimate would be taken for a fact.
pub(super) fn exact(date: &Date) -> Option<String> {
    if date.is_approximate() || date.is_uncertain() {
        return None;
    }
    let (first, last) = (date.earliest().day()?, date.latest().day()?);
    if first.year() < 1 {
        return None;
    }
    match date.precision() {
        Precision::Time => date.instant().map(|instant| instant.strftime("%Y-%m-%dT%H:%M:%S").to_string()),
        Precision::Day => date.exact_day().map(|day| day.to_string()),
        Precision::Month if (first.year(), first.month()) == (last.year(), last.month()) => {
            Some(first.strftime("%Y-%m").to_string())
        }
        Precision::Year if first.year() == last.year() => Some(first.strftime("%Y").to_string()),
        _ => None,
    }
}

/// The end of a role, where there is one.
pub(super) fn end(end: &End) -> Option<String> {
    match end {
        End::Open => None,
        End::On(date) => exact(date),
    }
}

/// A language in the three letters of ISO 639-3; others are left out.
pub(super) fn language(code: &str) -> Option<&'static str> {
    const LETTERS: [(&str, &str); 44] = [
        ("ar", "ara"),
        ("be", "bel"),
        ("bg", "bul"),
        ("bs", "bos"),
        ("ca", "cat"),
        ("cs", "ces"),
        ("da", "dan"),
        ("de", "deu"),
        ("el", "ell"),
        ("en", "eng"),
        ("es", "spa"),
        ("et", "est"),
        ("fa", "fas"),
        ("fi", "fin"),
        ("fr", "fra"),
        ("he", "heb"),
        ("hi", "hin"),
        ("hr", "hrv"),
        ("hu", "hun"),
        ("hy", "hye"),
        ("id", "ind"),
        ("is", "isl"),
        ("it", "ita"),
        ("ja", "jpn"),
        ("ka", "kat"),
        ("ko", "kor"),
        ("lt", "lit"),
        ("lv", "lav"),
        ("mk", "mkd"),
        ("nl", "nld"),
        ("pl", "pol"),
        ("pt", "por"),
        ("ro", "ron"),
        ("ru", "rus"),
        ("sk", "slk"),
        ("sl", "slv"),
        ("sq", "sqi"),
        ("sr", "srp"),
        ("sv", "swe"),
        ("tr", "tur"),
        ("uk", "ukr"),
        ("ur", "urd"),
        ("vi", "vie"),
        ("zh", "zho"),
    ];
    let start = code.split('-').next().unwrap_or_default().to_lowercase();
    LETTERS.iter().find(|(two, three)| *two == start || *three == start).map(|(_, three)| *three)
}
