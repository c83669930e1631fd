//! Ids for what has none: words of its title, plain letters, not too long.

use crate::model::{Id, Kind};

/// How long an id becomes that is made of a title, in letters.
const LONGEST: usize = 48;

/// The field that says what an entry is called.
pub(super) fn title_field(kind: Kind) -> &'static str {
    match kind {
        Kind::Person | Kind::Organisation | Kind::Source => "name",
        Kind::Document | Kind::Date | Kind::Article => "title",
        Kind::Claim => "text",
    }
}

/// An id that is free: of the title, else of a foreign key, else of the kind; where it is taken, with the year, then
/// with a number.
pub(super) fn free_id(
    kind: Kind,
    title: &str,
    key: Option<&str>,
    when: Option<&str>,
    is_free: impl Fn(&str) -> bool,
) -> Id {
    let plain = |words: &str| Id::plain(&words.replace('/', " ")).map(|id| short(id.as_str()));
    let base = plain(title).or_else(|| plain(key?)).unwrap_or_else(|| kind.word().to_owned());
    let year =
        when.and_then(|when| when.get(..4)).filter(|year| year.bytes().all(|sign| sign.is_ascii_digit()));
    let dated = year.filter(|year| !base.ends_with(year)).map(|year| format!("{base}-{year}"));
    let start = dated.clone().unwrap_or_else(|| base.clone());
    let numbered = (2_u32..).map(|number| format!("{start}-{number}"));
    let mut candidates = std::iter::once(base).chain(dated).chain(numbered);
    let free = candidates.find_map(|word| Id::parse(&word).filter(|_| is_free(&word)));
    free.expect("there are more numbers than entries")
}

/// As many whole words as fit; the beginning of one that is too long by itself.
fn short(id: &str) -> String {
    let mut short = String::new();
    for word in id.split('-') {
        if !short.is_empty() && short.len() + word.len() >= LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(LONGEST));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::{Kind, free_id};

    #[test]
    fn ids_are_plain_short_and_free() {
        let id = |title: &str, key, when, taken: &[&str]| {
            free_id(Kind::Document, title, key, when, |id| !taken.contains(&id)).to_string()
        };
        assert_eq!(id("Łódź: eine Straße", None, None, &[]), "lodz-eine-strasse");
        assert_eq!(id("Index", None, None, &[]), "document", "an index is each folder's own page");
        assert_eq!(id("Leak", None, Some("2024-03"), &["leak"]), "leak-2024");
        assert_eq!(id("Leak", None, Some("2024-03"), &["leak", "leak-2024"]), "leak-2024-2");
        assert_eq!(id("Утечка", Some("Gazeta2024"), None, &[]), "gazeta2024");
        assert_eq!(id("…", None, None, &[]), "document");
        let long = id("A title that goes on and on until nobody would want to type it", None, None, &[]);
        assert_eq!(long, "a-title-that-goes-on-and-on-until-nobody-would");
    }
}
