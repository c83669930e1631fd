//! Every sentence the pages say of themselves, in one place and in English.

use crate::model::{Basis, DocumentType, Inferred, Kind, Outcome, Status, Why};

/// What a confidential source is called where nothing else may be said of it.
pub(super) const CONFIDENTIAL: &str = "A confidential source";

/// What the front page is called.
pub(super) const FRONT: &str = "Front page";
/// What the timeline is called.
pub(super) const TIMELINE: &str = "Timeline";
/// What the page of attributions is called.
pub(super) const ATTRIBUTION: &str = "Who says what";
/// What the page of corrections is called.
pub(super) const CORRECTIONS: &str = "Corrections";
/// What the page of the method is called.
pub(super) const METHOD: &str = "How we verify";
/// What the page that lists everything is called.
pub(super) const SEARCH: &str = "Search";

/// Why a draft is not public.
pub(super) const DRAFT: &str = "a draft";

/// Until when something is under embargo.
pub(super) fn embargo(until: jiff::Timestamp, zone: &jiff::tz::TimeZone) -> String {
    let name = zone.iana_name().unwrap_or("the report’s time zone");
    format!("under embargo until {} ({name})", zone.to_datetime(until).strftime("%-d %B %Y, %H:%M"))
}

/// That a document was not opened.
pub(super) const NOT_OPENED: &str = "known of, not opened by us";

/// What is said where there are no corrections.
pub(super) const NO_CORRECTIONS: &str =
    "No corrections so far. When we correct something, it is listed here.";
/// What the page of the method holds.
pub(super) const METHOD_ABOUT: &str =
    "What each standing means, what the evidence must show for it, and how we count independent origins.";
/// What the page that lists everything holds.
pub(super) const SEARCH_ABOUT: &str = "Everyone and everything in this report by letter: people, organisations, sources, documents and articles.";
/// What a page is called that is not there.
pub(super) const NOT_FOUND: &str = "No such page";
/// What is said where a page is not there.
pub(super) const NOT_FOUND_ABOUT: &str = "There is no page at this address.";
/// What dates are listed under whose beginning is not known.
pub(super) const UNDATED: &str = "undated";

/// Why a source is not named, where the sheet gives no reason.
pub(super) const NO_REASON: &str = "It is not named here; the reason is not given.";

/// What somebody's words for a body are listed as.
pub(super) const SPEAKS_FOR: &str = "Speaks for it";

/// The standings in the order in which they are explained: what we have seen first, what we no longer say last.
pub(super) const LEGEND: [Status; 8] = [
    Status::Verified,
    Status::Corroborated,
    Status::Reported,
    Status::Unverified,
    Status::Disputed,
    Status::Refuted,
    Status::Superseded,
    Status::Withdrawn,
];

/// What a standing means.
pub(super) fn standing(status: Status) -> &'static str {
    match status {
        Status::Verified => "We have seen the proof ourselves.",
        Status::Corroborated => "Two or more independent origins agree.",
        Status::Reported => "One origin says so; we have not seen it for ourselves.",
        Status::Unverified => "Said, but not assessed, or we do not know by whom.",
        Status::Disputed => "There is evidence on both sides.",
        Status::Refuted => "Shown to be false.",
        Status::Superseded => "Replaced by what was found later.",
        Status::Withdrawn => "We no longer say this.",
    }
}

/// What the standing of a claim means that has so many origins: more than one may say what is only reported.
pub(super) fn standing_with(status: Status, origins: u32) -> &'static str {
    match status {
        Status::Reported if origins > 1 => "More than one origin says so; we have not seen it for ourselves.",
        _ => standing(status),
    }
}

/// What a standing means in a report that asks for so many origins.
pub(super) fn standing_here(status: Status, corroborated: u32) -> String {
    match status {
        Status::Corroborated if corroborated != 2 => {
            format!("{} or more independent origins agree.", capital(&number(corroborated)))
        }
        _ => standing(status).to_owned(),
    }
}

/// What the evidence must show for a standing.
pub(super) fn takes(status: Status, corroborated: u32) -> String {
    let words = match status {
        Status::Verified => {
            "A kept copy in which we point at the place that shows it, or a check of our own that says who looked, when and how."
        }
        Status::Corroborated => {
            let many = number(corroborated);
            return format!("At least {many} independent origins, which reached us on at least {many} ways.");
        }
        Status::Reported => "At least one origin, by name or described.",
        Status::Unverified => "At least one document in which it is said.",
        Status::Disputed => {
            "At least one piece of evidence that supports it, and one that speaks against it."
        }
        Status::Refuted => {
            "Evidence against it that would be enough to call its opposite corroborated or verified."
        }
        Status::Superseded => "The later claim that replaced it.",
        Status::Withdrawn => "The reason, with its date.",
    };
    words.to_owned()
}

/// `one` to `twelve`, then digits.
pub(super) fn number(number: u32) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let word = usize::try_from(number).ok().and_then(|number| WORDS.get(number));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `one claim`, `three claims`.
pub(super) fn many(count: u32, one: &str, more: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { more })
}

/// A year of our era, or before it.
pub(super) fn year(year: i16) -> String {
    if year <= 0 { format!("{} BC", 1 - i32::from(year)) } else { year.to_string() }
}

/// With a capital letter at its beginning.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `A`, `A and B`, `A, B and C`.
pub(super) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.as_ref().to_owned(),
        Some((last, others)) => {
            let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", others.join(", "), last.as_ref())
        }
    }
}

/// In quotation marks.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", words.trim())
}

/// With a mark at its end.
pub(super) fn closed(words: &str) -> String {
    let words = words.trim();
    let ends = words.trim_end_matches(['”', '"', '’', ')', '»', '“']).ends_with(['.', '!', '?', '…']);
    if ends || words.is_empty() { words.to_owned() } else { format!("{words}.") }
}

/// At most `length` letters, cut between words.
pub(super) fn cut(words: &str, length: usize) -> String {
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.chars().count() <= length {
        return plain;
    }
    let room = length.saturating_sub(1);
    let head: String = plain.chars().take(room).collect();
    let at_end_of_word = plain.chars().nth(room) == Some(' ');
    let last_space = head.rfind(' ').filter(|_| !at_end_of_word);
    let whole = last_space.and_then(|at| head.get(..at)).unwrap_or(&head);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '–', '-', ' ']))
}

/// `year filled in by us`.
pub(super) fn filled_in(parts: &[Inferred]) -> Option<String> {
    let names: Vec<&str> = parts.iter().map(|part| part.word()).collect();
    (!names.is_empty()).then(|| format!("{} filled in by us", listed(&names)))
}

/// Who or how many is meant when something is said of them again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// A body or a source.
    It,
    /// A person, or several.
    They,
}

/// How an origin knows.
pub(super) fn knows(basis: Basis, voice: Voice) -> &'static str {
    match (basis, voice) {
        (Basis::Witness, Voice::It) => "it was there",
        (Basis::Witness, Voice::They) => "they were there",
        (Basis::OwnReporting, Voice::It) => "it found this out itself",
        (Basis::OwnReporting, Voice::They) => "they found this out themselves",
        (Basis::Document, Voice::It) => "it has a document",
        (Basis::Document, Voice::They) => "they have a document",
        (Basis::Recording, Voice::It) => "it has a recording",
        (Basis::Recording, Voice::They) => "they have a recording",
        (Basis::Statement, Voice::It) => "it speaks in its own name",
        (Basis::Statement, Voice::They) => "they speak in their own name",
        (Basis::Unstated, Voice::It) => "it does not say how it knows",
        (Basis::Unstated, Voice::They) => "they do not say how they know",
    }
}

/// `Der Spiegel says so; it does not say how it knows`.
pub(super) fn says_so(names: &[String], plural: bool, basis: Basis, voice: Voice) -> String {
    if names.is_empty() {
        return "Who said it first is not known".to_owned();
    }
    let says = if plural { "say" } else { "says" };
    let names = listed(names);
    match (basis, voice) {
        (Basis::Statement, Voice::It) => format!("{names} {says} so, in its own name"),
        (Basis::Statement, Voice::They) => format!("{names} {says} so, in their own name"),
        _ => format!("{names} {says} so; {}", knows(basis, voice)),
    }
}

/// `RT says it is not so`.
pub(super) fn disputes(names: &[String]) -> String {
    match names {
        [] => "There is evidence against it.".to_owned(),
        [name] => format!("{name} says it is not so."),
        names => format!("{} say it is not so.", listed(names)),
    }
}

/// What is done with a document.
pub(super) fn opened_verb(kind: DocumentType) -> &'static str {
    match kind {
        DocumentType::Recording | DocumentType::Broadcast => "heard",
        DocumentType::Film | DocumentType::Photograph => "saw",
        _ => "read",
    }
}

/// What a document is called in a sentence.
pub(super) fn document_noun(kind: DocumentType) -> &'static str {
    match kind {
        DocumentType::Wire => "report",
        other => other.word(),
    }
}

/// `PAP’s`.
pub(super) fn possessive(name: &str) -> String {
    if name.ends_with(['s', 'x', 'z', 'ß']) { format!("{name}’") } else { format!("{name}’s") }
}

/// What is said where no two origins reached us through the same hands.
pub(super) fn as_many_ways(ways: u32) -> String {
    format!(" They reached us on {} ways, each through other hands.", number(ways))
}

/// `one origin, passed on by two outlets`.
pub(super) fn counted(origins: u32, ways: u32, relays: u32, all_outlets: bool) -> String {
    let passed = match (relays, all_outlets) {
        (0, _) => String::new(),
        (1, true) => ", passed on by one outlet".to_owned(),
        (more, true) => format!(", passed on by {} outlets", number(more)),
        (1, false) => ", passed on by one other".to_owned(),
        (more, false) => format!(", passed on by {} others", number(more)),
    };
    match (origins, ways) {
        (0, _) => format!("no known origin{passed}"),
        (1, _) => format!("one origin{passed}"),
        (origins, 1) => format!("{} independent origins, on one way{passed}", number(origins)),
        (origins, ways) if ways < origins => {
            format!("{} independent origins, on {} ways{passed}", number(origins), number(ways))
        }
        (origins, _) => format!("{} independent origins{passed}", number(origins)),
    }
}

/// What everything that counts came through.
pub(super) fn narrow(names: &[String]) -> String {
    format!("All of it came through {}.", listed(names))
}

/// Why a group of origins counts, or does not. A tie that is kept confidential is not told.
pub(super) fn why(why: Why, counts: u32) -> &'static str {
    match (why, counts) {
        (Why::Known, _) => "It says how it knows: one origin.",
        (Why::Merged, _) => "Counted as one origin: they belong together.",
        (Why::OnlyUnstated, _) => {
            "It does not say how it knows. All that do not are counted as one origin, for there is no other."
        }
        (Why::Unstated, _) => {
            "Adds no origin: it does not say how it knows, and may have copied from another."
        }
        (Why::Secret, 0) => {
            "Adds no origin: it is not independent of another, for a reason that is kept confidential."
        }
        (Why::Secret, _) => "Counted as one origin with another, for a reason that is kept confidential.",
        (Why::RoundUpOfNamed, _) => "Adds no origin: a round-up of others that are named already.",
        (Why::RoundUp, 0) => "Adds no origin: a round-up that shares its sources with another.",
        (Why::RoundUp, _) => "A round-up of others that are not named otherwise: one origin together.",
        (Why::Circle, _) => {
            "Adds no origin: its documents derive from one another in a circle, so nobody is known to have said it first."
        }
        (Why::Withdrawn, _) => "Adds no origin: the document, or what it repeats, was withdrawn.",
    }
}

/// What came of asking, without the full stop.
pub(super) fn outcome(
    name: &str,
    outcome: Outcome,
    asked: Option<&str>,
    deadline: Option<&str>,
    date: Option<&str>,
) -> String {
    let on = |date: Option<&str>| date.map_or(String::new(), |date| format!(" ({date})"));
    match outcome {
        Outcome::NotSought => format!("{name} was not asked"),
        Outcome::NoReply => match deadline {
            Some(deadline) => format!(
                "{name} was asked{} and had not replied when the time given had passed ({deadline})",
                on(asked)
            ),
            None => format!("{name} was asked{} and has not replied", on(asked)),
        },
        Outcome::NoComment => format!("{name} was asked{} and would not comment{}", on(asked), on(date)),
        Outcome::Denied => format!("{name} says it is not so{}", on(date.or(asked))),
        Outcome::Confirmed => format!("{name} says it is so{}", on(date.or(asked))),
    }
}

/// That nothing is known of an answer.
pub(super) fn nothing_recorded(name: &str) -> String {
    format!("No reply from {name} is recorded here.")
}

/// An answer that is a claim of its own.
pub(super) fn answers(name: &str, text: &str) -> String {
    format!("{name} answers: {}", quoted(text))
}

/// What is said where a list is empty.
pub(super) fn empty(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "No person is named in this report so far.",
        Kind::Organisation => "No organisation acts in this report so far.",
        Kind::Source => "No source has been entered so far.",
        Kind::Document => "No document has been entered so far.",
        Kind::Date => "No dates have been entered so far.",
        Kind::Claim => "No claims have been entered so far.",
        Kind::Article => "No article has been published so far.",
    }
}

/// What the list of a kind is called.
pub(super) fn list_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "People",
        Kind::Organisation => "Organisations",
        Kind::Source => "Sources",
        Kind::Document => "Documents",
        Kind::Date => "Dates",
        Kind::Claim => "Claims",
        Kind::Article => "Articles",
    }
}

/// What a list is for, with how many there are.
pub(super) fn list_about(kind: Kind, count: u32) -> String {
    let words = match kind {
        Kind::Person => many(count, "person named", "people named"),
        Kind::Organisation => many(count, "organisation that acts", "organisations that act"),
        Kind::Source => many(count, "source that informs us", "sources that inform us"),
        Kind::Document => many(
            count,
            "document that was opened or is known of",
            "documents that were opened or are known of",
        ),
        Kind::Date => many(count, "thing that happened", "things that happened"),
        Kind::Claim => many(count, "claim, by how it stands", "claims, by how they stand"),
        Kind::Article => many(count, "article", "articles"),
    };
    capital(&words)
}

/// How much of a report rests on a source.
pub(super) fn weight(alone: u32, shared: u32, passed_on: u32, claims: u32) -> String {
    if alone + shared + passed_on == 0 {
        return "No claim in this report rests on it.".to_owned();
    }
    let mut parts = Vec::new();
    if alone > 0 && claims == 1 {
        parts.push("the report’s only claim rests on it alone".to_owned());
    } else if alone > 0 {
        let rests = if alone == 1 { "rests" } else { "rest" };
        parts.push(format!(
            "{} of the report’s {} claims {rests} on it alone",
            number(alone),
            number(claims)
        ));
    }
    if shared > 0 {
        parts.push(format!(
            "{} {} it and on others",
            many(shared, "claim", "claims"),
            if shared == 1 { "rests on" } else { "rest on" }
        ));
    }
    if passed_on > 0 {
        parts.push(format!("it passed on {} that others had said first", many(passed_on, "claim", "claims")));
    }
    let nothing_alone = if alone == 0 { "Nothing rests on it alone; " } else { "" };
    let said = parts.join("; ");
    if nothing_alone.is_empty() { format!("{}.", capital(&said)) } else { format!("{nothing_alone}{said}.") }
}

/// Another name, and whose it is.
pub(super) fn see(other: &str, name: &str) -> String {
    format!("{other} (see {name})")
}

/// Where a page went.
pub(super) fn moved(name: &str) -> String {
    format!("This page has moved: it is now {}.", quoted(name))
}

/// What the feed of corrections is called.
pub(super) fn feed_of_corrections(report: &str) -> String {
    format!("{report}: corrections")
}

/// What was wrong and what is right.
pub(super) fn corrected(said: Option<String>, now: Option<String>, why: Option<String>) -> String {
    let said = said.map(|said| format!("We had said: {}", closed(&quoted(&said))));
    let now = now.map(|now| format!("We say now: {}", closed(&quoted(&now))));
    let parts: Vec<String> = [said, now, why.map(|why| closed(&why))].into_iter().flatten().collect();
    parts.join(" ")
}

/// Bytes in words: `4.2 kB`.
pub(super) fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    for (unit, name) in UNITS {
        if bytes >= unit {
            let tenths = bytes.saturating_mul(10) / unit;
            return if tenths >= 100 || tenths.is_multiple_of(10) {
                format!("{} {name}", tenths / 10)
            } else {
                format!("{}.{} {name}", tenths / 10, tenths % 10)
            };
        }
    }
    if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_and_relays_are_told_in_words() {
        assert_eq!(counted(1, 1, 2, true), "one origin, passed on by two outlets");
        assert_eq!(counted(2, 1, 1, true), "two independent origins, on one way, passed on by one outlet");
        assert_eq!(counted(3, 2, 0, true), "three independent origins, on two ways");
        assert_eq!(counted(2, 2, 0, true), "two independent origins");
        assert_eq!(counted(0, 0, 1, false), "no known origin, passed on by one other");
    }

    #[test]
    fn the_weight_of_a_source_is_a_sentence() {
        assert_eq!(
            weight(3, 0, 1, 12),
            "Three of the report’s twelve claims rest on it alone; it passed on one claim that others had said first."
        );
        assert_eq!(weight(0, 1, 0, 12), "Nothing rests on it alone; one claim rests on it and on others.");
        assert_eq!(weight(1, 0, 0, 1), "The report’s only claim rests on it alone.");
        assert_eq!(weight(0, 0, 0, 12), "No claim in this report rests on it.");
    }

    #[test]
    fn what_is_long_is_cut_between_words() {
        assert_eq!(cut("Der Minister,  der General", 14), "Der Minister…");
        assert_eq!(cut("Der Minister, der General", 15), "Der Minister…");
        assert_eq!(cut("Überlandleitung", 6), "Überl…");
        assert_eq!(cut("kurz", 14), "kurz");
    }

    #[test]
    fn sizes_are_read_at_a_glance() {
        assert_eq!(
            [size(1), size(999), size(4_200), size(12_345_678)],
            ["1 byte", "999 bytes", "4.2 kB", "12 MB"]
        );
    }
}
