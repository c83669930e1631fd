//! Every sentence the pages say of themselves that takes more than a key: which one it is, and what is put into it. The
//! words are the theme's, by [`Speech`].

use crate::model::{Basis, DocumentType, Inferred, Kind, Outcome, Status, Why};
use crate::speech::{Length, Speech, told};
pub(super) use crate::text::capital;

/// Until when something is under embargo.
pub(super) fn embargo(speech: &Speech, until: jiff::Timestamp, zone: &jiff::tz::TimeZone) -> String {
    let then = zone.to_datetime(until);
    let day = speech.calendar().day(then.date(), Length::Long).unwrap_or_default();
    let clock = then.strftime("%H:%M").to_string();
    told!(speech, "band-embargo", date = &day, clock = &clock, zone = zone.iana_name().unwrap_or_default())
}

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

/// What a standing is called.
pub(super) fn status(speech: &Speech, status: Status) -> String {
    told!(speech, "status", status = status.word())
}

/// What a standing means.
pub(super) fn standing(speech: &Speech, status: Status) -> String {
    told!(speech, "standing", status = status.word())
}

/// What the standing of a claim means that has so many origins: more than one may say what is only reported.
pub(super) fn standing_with(speech: &Speech, status: Status, origins: u32) -> String {
    match status {
        Status::Reported if origins > 1 => speech.say("standing-reported-by-several").to_owned(),
        _ => standing(speech, status),
    }
}

/// What a standing means in a report that asks for so many origins.
pub(super) fn standing_here(speech: &Speech, status: Status, corroborated: u32) -> String {
    match status {
        Status::Corroborated if corroborated != 2 => {
            capital(&told!(speech, "standing-corroborated-by", count = corroborated))
        }
        _ => standing(speech, status),
    }
}

/// What the evidence must show for a standing.
pub(super) fn takes(speech: &Speech, status: Status, corroborated: u32) -> String {
    told!(speech, "standing-takes", status = status.word(), count = corroborated)
}

/// A year of our era, or before it.
pub(super) fn year(speech: &Speech, year: i16) -> String {
    if year > 0 {
        return year.to_string();
    }
    told!(speech, "date-before-our-era", year = &(1 - i32::from(year)).to_string())
}

/// In quotation marks.
pub(super) fn quoted(speech: &Speech, words: &str) -> String {
    told!(speech, "quoted", words = words.trim())
}

/// With a mark at its end.
pub(super) fn closed(words: &str) -> String {
    let words = words.trim();
    let ends = words.trim_end_matches(['”', '"', '’', ')', '»', '“']).ends_with(['.', '!', '?', '…']);
    if ends || words.is_empty() { words.to_owned() } else { format!("{words}.") }
}

/// At most `length` letters, cut between words.
pub(super) fn cut(words: &str, length: usize) -> String {
    let mut plain = String::new();
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
        // No letter has more than four bytes: the rest is cut off in any case.
        if plain.len() > 4 * length {
            break;
        }
    }
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
pub(super) fn filled_in(speech: &Speech, parts: &[Inferred]) -> Option<String> {
    let names = parts.iter().map(|part| told!(speech, "filled-in-part", part = part.word()));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| told!(speech, "filled-in", parts = &speech.all_of(&names)))
}

/// Who or how many is meant when something is said of them again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// A body or a source.
    It,
    /// A person, or several.
    They,
}

impl Voice {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::They => "they",
        }
    }
}

/// How an origin knows.
pub(super) fn knows(speech: &Speech, basis: Basis, voice: Voice) -> String {
    told!(speech, "knows", basis = basis.word(), voice = voice.word())
}

/// `Der Spiegel says so; it does not say how it knows`.
pub(super) fn says_so(speech: &Speech, names: &[String], basis: Basis, voice: Voice) -> String {
    if names.is_empty() {
        return speech.say("says-nobody").to_owned();
    }
    let count = super::lines::size(names.len());
    let (basis, voice) = (basis.word(), voice.word());
    told!(speech, "says-so", names = &speech.all_of(names), count = count, basis = basis, voice = voice)
}

/// `RT says it is not so`.
pub(super) fn disputes(speech: &Speech, names: &[String]) -> String {
    let count = super::lines::size(names.len());
    told!(speech, "disputed-by", names = &speech.all_of(names), count = count)
}

/// What is done with a document.
pub(super) fn opened_verb(kind: DocumentType) -> &'static str {
    match kind {
        DocumentType::Recording | DocumentType::Broadcast => "heard",
        DocumentType::Film | DocumentType::Photograph => "saw",
        _ => "read",
    }
}

/// `one origin, passed on by two outlets`.
pub(super) fn counted(speech: &Speech, origins: u32, ways: u32, relays: u32, all_outlets: bool) -> String {
    let passed = match (relays, all_outlets) {
        (0, _) => String::new(),
        (count, true) => told!(speech, "counted-by-outlets", count = count),
        (count, false) => told!(speech, "counted-by-others", count = count),
    };
    let counted = match (origins, ways) {
        (0, _) => speech.say("counted-none").to_owned(),
        (1, _) => speech.say("counted-one").to_owned(),
        (origins, ways) if ways < origins => {
            told!(speech, "counted-on-ways", origins = origins, ways = ways)
        }
        (origins, _) => told!(speech, "counted-independent", origins = origins),
    };
    counted + &passed
}

/// Why a group of origins counts, or does not; `within` are those that all of its origins belong to. A tie that is kept
/// confidential is not told.
pub(super) fn why(speech: &Speech, why: Why, counts: u32, within: &[String]) -> String {
    let key = match (why, counts) {
        (Why::Known, _) => "why-known",
        (Why::Merged, _) if !within.is_empty() => {
            return told!(speech, "why-merged-in", names = &speech.all_of(within));
        }
        (Why::Merged, _) => "why-merged",
        (Why::OnlyUnstated, _) => "why-only-unstated",
        (Why::Unstated, _) => "why-unstated",
        (Why::Secret, 0) => "why-secret-none",
        (Why::Secret, _) => "why-secret",
        (Why::RoundUpOfNamed, _) => "why-round-up-of-named",
        (Why::RoundUp, 0) => "why-round-up-none",
        (Why::RoundUp, _) => "why-round-up",
        (Why::Circle, _) => "why-circle",
        (Why::Withdrawn, _) => "why-withdrawn",
    };
    speech.say(key).to_owned()
}

/// What came of asking, without the full stop.
pub(super) fn outcome(
    speech: &Speech,
    name: &str,
    outcome: Outcome,
    [asked, deadline, date]: [Option<&str>; 3],
) -> String {
    let on = |date: Option<&str>| date.map_or(String::new(), |date| format!(" ({date})"));
    match (outcome, deadline) {
        (Outcome::NotSought, _) => told!(speech, "reply-not-sought", name = name),
        (Outcome::NoReply, Some(deadline)) => {
            told!(speech, "reply-none-in-time", name = name, asked = &on(asked), deadline = deadline)
        }
        (Outcome::NoReply, None) => told!(speech, "reply-none", name = name, asked = &on(asked)),
        (Outcome::NoComment, _) => {
            told!(speech, "reply-no-comment", name = name, asked = &on(asked), date = &on(date))
        }
        (Outcome::Denied, _) => told!(speech, "reply-denied", name = name, date = &on(date.or(asked))),
        (Outcome::Confirmed, _) => told!(speech, "reply-confirmed", name = name, date = &on(date.or(asked))),
    }
}

/// What is said where a list is empty.
pub(super) fn empty(speech: &Speech, kind: Kind) -> String {
    told!(speech, "kind-none", kind = kind.word())
}

/// What the list of a kind is called.
pub(super) fn list_title(speech: &Speech, kind: Kind) -> String {
    told!(speech, "kind-list", kind = kind.word())
}

/// What a list is for, with how many there are.
pub(super) fn list_about(speech: &Speech, kind: Kind, count: u32) -> String {
    capital(&told!(speech, "kind-count", kind = kind.word(), count = count))
}

/// How much of a report rests on a source.
pub(super) fn weight(speech: &Speech, alone: u32, shared: u32, passed_on: u32, claims: u32) -> String {
    if alone + shared + passed_on == 0 {
        return speech.say("weight-none").to_owned();
    }
    let mut parts = vec![match (alone, claims) {
        (0, _) => speech.say("weight-nothing-alone").to_owned(),
        (_, 1) => speech.say("weight-only-claim").to_owned(),
        (count, claims) => told!(speech, "weight-alone", count = count, claims = claims),
    }];
    parts.extend((shared > 0).then(|| told!(speech, "weight-shared", count = shared)));
    parts.extend((passed_on > 0).then(|| told!(speech, "weight-passed-on", count = passed_on)));
    format!("{}.", capital(&parts.join("; ")))
}

/// What was wrong and what is right.
pub(super) fn corrected(
    speech: &Speech,
    said: Option<String>,
    now: Option<String>,
    why: Option<String>,
) -> String {
    let whole = |words: String| closed(&quoted(speech, &words));
    let said = said.map(|said| told!(speech, "change-said", words = &whole(said)));
    let now = now.map(|now| told!(speech, "change-now", words = &whole(now)));
    let parts: Vec<String> = [said, now, why.map(|why| closed(&why))].into_iter().flatten().collect();
    parts.join(" ")
}

/// Bytes in words: `4.2 kB`.
pub(super) fn size(speech: &Speech, bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let number = |bytes: u64| u32::try_from(bytes).unwrap_or(u32::MAX);
    for (unit, name) in UNITS {
        if bytes >= unit {
            let tenths = bytes.saturating_mul(10) / unit;
            let (whole, tenths) = (number(tenths / 10), number(tenths % 10));
            return if whole >= 10 || tenths == 0 {
                told!(speech, "size", whole = whole, unit = name)
            } else {
                told!(speech, "size-with-tenths", whole = whole, tenths = tenths, unit = name)
            };
        }
    }
    told!(speech, "bytes", count = number(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> &'static Speech {
        Speech::english()
    }

    #[test]
    fn origins_and_relays_are_told_in_words() {
        assert_eq!(counted(english(), 1, 1, 2, true), "one origin, passed on by two outlets");
        assert_eq!(
            counted(english(), 2, 1, 1, true),
            "two independent origins, on one way, passed on by one outlet"
        );
        assert_eq!(counted(english(), 3, 2, 0, true), "three independent origins, on two ways");
        assert_eq!(counted(english(), 2, 2, 0, true), "two independent origins");
        assert_eq!(counted(english(), 0, 0, 1, false), "no known origin, passed on by one other");
    }

    #[test]
    fn the_weight_of_a_source_is_a_sentence() {
        assert_eq!(
            weight(english(), 3, 0, 1, 12),
            "Three of the report’s twelve claims rest on it alone; it passed on one claim that others had said first."
        );
        assert_eq!(
            weight(english(), 0, 1, 0, 12),
            "Nothing rests on it alone; one claim rests on it and on others."
        );
        assert_eq!(weight(english(), 1, 0, 0, 1), "The report’s only claim rests on it alone.");
        assert_eq!(weight(english(), 0, 0, 0, 12), "No claim in this report rests on it.");
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
            [size(english(), 1), size(english(), 999), size(english(), 4_200), size(english(), 12_345_678)],
            ["1 byte", "999 bytes", "4.2 kB", "12 MB"]
        );
    }
}
