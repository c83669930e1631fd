//! What must hold however a report looks.

use proptest::prelude::*;

use super::{CAST, cast_entry_by_entry, linked, names, record, said, sides, told, without};
use crate::model::{Count, Facts, Speaker};

pub(crate) const DOCUMENTS: [&str; 14] = [
    "spiegel-piece",
    "pap-report",
    "dpa-report",
    "rt-recording",
    "gazeta-piece",
    "kurier-piece",
    "ministry-statement",
    "committee-report",
    "pap-copy",
    "pap-online",
    "pap-copy-of-copy",
    "round-up",
    "round-up-two",
    "round-up-three",
];
const SPEAKERS: [&str; 12] = [
    "",
    "",
    "",
    "boris",
    "sprecherin",
    "former",
    "ministry",
    "luftwaffe",
    "committee",
    "spiegel",
    "insider",
    "deep-one",
];
const BASES: [&str; 4] = ["", "", "unstated", "own-reporting"];
const RELAYS: [&str; 4] = ["pap", "dpa", "gazeta", "rt"];

/// A piece of evidence: document, speaker, basis, relays if given, shown, disputes.
pub(crate) type Piece = (usize, usize, usize, Option<Vec<usize>>, bool, bool);

fn piece() -> impl Strategy<Value = Piece> {
    let relays = proptest::option::weighted(0.3, proptest::collection::vec(0..RELAYS.len(), 0..3));
    (
        0..DOCUMENTS.len(),
        0..SPEAKERS.len(),
        0..BASES.len(),
        relays,
        proptest::bool::weighted(0.1),
        proptest::bool::weighted(0.2),
    )
}

pub(crate) fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    proptest::collection::vec(piece(), 1..7)
}

pub(crate) fn typed((document, speaker, basis, relays, shown, disputes): &Piece) -> String {
    let mut text = format!("document: {}", DOCUMENTS[*document]);
    for (name, value) in [("said_by", SPEAKERS[*speaker]), ("basis", BASES[*basis])] {
        if !value.is_empty() {
            text.extend([", ", name, ": ", value]);
        }
    }
    if let Some(relays) = relays {
        let mut names: Vec<&str> = relays.iter().map(|relay| RELAYS[*relay]).collect();
        names.dedup();
        text.extend([", via: [", &names.join(", "), "]"]);
    }
    if *shown {
        text.push_str(", shown: true, at: Seite 1");
    }
    if *disputes {
        text.push_str(", stance: disputes");
    }
    text
}

/// All pieces as they are typed, one to a line.
pub(crate) fn lines(pieces: &[Piece]) -> String {
    pieces.iter().map(typed).collect::<Vec<_>>().join("\n")
}

fn both(sheet: &str, pieces: &[Piece]) -> (Count, Count) {
    sides(&linked(sheet, "", &lines(pieces)))
}

/// What a reader is told of a count, with names in the order of the alphabet: they are listed as the sheets are.
fn told_in_order(count: &Count, facts: &Facts) -> String {
    let text = told(count, facts);
    let mut parts = text.split(" | ").map(|part| {
        let (who, rest) = part.split_once(": ").unwrap_or((part, ""));
        let mut who: Vec<&str> = who.split(" + ").collect();
        who.sort_unstable();
        format!("{}: {rest}", who.join(" + "))
    });
    let first = parts.next().unwrap_or_default();
    let mut parts: Vec<String> = parts.collect();
    parts.sort();
    format!("{first} | {}", parts.join(" | "))
}

/// Who passed each piece on. Where two pieces give different hands for one document, a third has both, in the order in
/// which they are given.
fn hands(count: &Count, facts: &Facts) -> Vec<Vec<String>> {
    let named = |relays: &Vec<Speaker>| {
        let mut hands: Vec<String> = relays.iter().map(|relay| names(&[*relay], facts)).collect();
        hands.sort_unstable();
        hands
    };
    count.relays.iter().map(named).collect()
}

proptest! {
    #[test]
    fn ways_never_exceed_origins_and_the_groups_add_up(pieces in pieces()) {
        let (support, dispute) = both("", &pieces);
        for (count, disputes) in [(&support, false), (&dispute, true)] {
            prop_assert!(count.ways <= count.origins);
            prop_assert_eq!(count.ways == 0, count.origins == 0);
            prop_assert_eq!(count.groups.iter().map(|group| group.counts).sum::<u32>(), count.origins);
            let mut all: Vec<usize> = count.groups.iter().flat_map(|group| group.evidence.iter().copied()).collect();
            all.sort_unstable();
            let side: Vec<usize> = pieces.iter().enumerate().filter(|(_, piece)| piece.5 == disputes).map(|(at, _)| at).collect();
            prop_assert_eq!(all, side, "each piece is in one group");
        }
    }

    #[test]
    fn the_order_of_the_evidence_changes_no_number(pieces in pieces(), turn in 0_usize..6) {
        let mut turned = pieces.clone();
        turned.rotate_left(turn % pieces.len());
        let (record, turned) = (linked("", "", &lines(&pieces)), linked("", "", &lines(&turned)));
        let (one, other) = (sides(&record), sides(&turned));
        for (mut one, other) in [(one.0, other.0), (one.1, other.1)] {
            prop_assert_eq!((one.origins, one.ways), (other.origins, other.ways));
            // Of several that are one, the first is named.
            prop_assert_eq!(one.narrow.len(), other.narrow.len());
            one.relays.rotate_left(turn % pieces.len());
            prop_assert_eq!(hands(&one, &record.facts), hands(&other, &turned.facts));
        }
    }

    /// Which sheet comes first is nobody's to decide.
    #[test]
    fn the_order_of_the_sheets_changes_nothing(pieces in pieces(), cast in Just(cast_entry_by_entry()).prop_shuffle()) {
        let claim = said("", &lines(&pieces));
        let paths: Vec<String> = (0..cast.len()).map(|at| format!("{at:02}")).collect();
        let mut sheets: Vec<(&str, &str)> = paths.iter().map(String::as_str).zip(cast.iter().map(String::as_str)).collect();
        sheets.push(("claims", &claim));
        let (one, other) = (linked("", "", &lines(&pieces)), record(&sheets));
        for (one_side, other_side) in [(sides(&one).0, sides(&other).0), (sides(&one).1, sides(&other).1)] {
            prop_assert_eq!(told_in_order(&one_side, &one.facts), told_in_order(&other_side, &other.facts));
        }
    }

    /// Whoever repeats a document adds nothing to what it says. The copy has a date, as all have for whom it matters
    /// when they spoke: what is undated is tied to more.
    #[test]
    fn a_copy_more_raises_nothing(pieces in pieces(), at in 0_usize..6) {
        let (document, speaker, basis, _, _, disputes) = pieces[at % pieces.len()].clone();
        let sheet = format!("documents: {{another-copy: {{title: Kopie, type: article, source: rt, published: 2024-03-20, copy_of: {}}}}}", DOCUMENTS[document]);
        let before = both("", &pieces);
        let copy = typed(&(document, speaker, basis, None, false, disputes));
        let copy = copy.replacen(&format!("document: {}", DOCUMENTS[document]), "document: another-copy", 1);
        let mut evidence: Vec<String> = pieces.iter().map(typed).collect();
        evidence.push(copy);
        let after = sides(&linked(&sheet, "", &evidence.join("\n")));
        prop_assert!(after.0.origins <= before.0.origins && after.1.origins <= before.1.origins, "{evidence:?}");
        prop_assert!(after.0.ways <= before.0.ways && after.1.ways <= before.1.ways, "{evidence:?}");
    }

    /// One more hand on the way makes nothing surer.
    #[test]
    fn a_relay_more_raises_nothing(pieces in pieces(), at in 0_usize..6, relay in 0..RELAYS.len()) {
        let at = at % pieces.len();
        let before = both("", &pieces);
        // Where nobody is given, those on the way to the document are, and one more. What a confidential tie brings to it
        // nobody is shown, so that it is looked up as if the tie were open.
        let open = record(&[
            ("cast", &CAST.replace("counts_with", "part_of")),
            ("said", &said("", &lines(&pieces))),
        ]);
        let (support, dispute) = sides(&open);
        let side = if pieces[at].5 { dispute } else { support };
        let known = side.relays[at].iter().map(|speaker| names(&[*speaker], &open.facts));
        let mut hands: Vec<String> = known.collect();
        if hands.iter().all(|hand| hand != RELAYS[relay]) {
            hands.push(RELAYS[relay].to_owned());
        }
        let mut piece = pieces[at].clone();
        piece.3 = None;
        let mut evidence: Vec<String> = pieces.iter().map(typed).collect();
        evidence[at] = format!("{}, via: [{}]", typed(&piece), hands.join(", "));
        let after = sides(&linked("", "", &evidence.join("\n")));
        prop_assert!(after.0.origins <= before.0.origins && after.0.ways <= before.0.ways, "{evidence:?}");
        prop_assert!(after.1.origins <= before.1.origins && after.1.ways <= before.1.ways, "{evidence:?}");
    }

    #[test]
    fn taking_a_document_back_raises_nothing(pieces in pieces(), gone in 0..DOCUMENTS.len()) {
        let record = linked("", "", &lines(&pieces));
        let (before, after) = (sides(&record), sides(&without(&record, DOCUMENTS[gone])));
        prop_assert!(after.0.origins <= before.0.origins && after.0.ways <= before.0.ways, "{} without {}", lines(&pieces), DOCUMENTS[gone]);
        prop_assert!(after.1.origins <= before.1.origins && after.1.ways <= before.1.ways);
    }
}
