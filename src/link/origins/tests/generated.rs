//! What must hold however a report looks.

use proptest::prelude::*;

use super::{linked, sides};
use crate::model::Count;

const DOCUMENTS: [&str; 14] = [
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
type Piece = (usize, usize, usize, Option<Vec<usize>>, bool, bool);

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

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    proptest::collection::vec(piece(), 1..7)
}

fn typed((document, speaker, basis, relays, shown, disputes): &Piece) -> String {
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
        text.push_str(", shown: true");
    }
    if *disputes {
        text.push_str(", stance: disputes");
    }
    text
}

fn both(sheet: &str, pieces: &[Piece]) -> (Count, Count) {
    let evidence: Vec<String> = pieces.iter().map(typed).collect();
    sides(&linked(sheet, "", &evidence.join("\n")))
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
        let (one, other) = (both("", &pieces), both("", &turned));
        prop_assert_eq!((one.0.origins, one.0.ways, one.1.origins, one.1.ways), (other.0.origins, other.0.ways, other.1.origins, other.1.ways));
    }

    /// Whoever repeats a document adds nothing to what it says.
    #[test]
    fn a_copy_more_raises_nothing(pieces in pieces(), at in 0_usize..6) {
        let (document, speaker, basis, _, _, disputes) = pieces[at % pieces.len()].clone();
        let sheet = format!("documents: {{another-copy: {{title: Kopie, type: article, source: rt, copy_of: {}}}}}", DOCUMENTS[document]);
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
        prop_assume!(pieces[at].3.is_some());
        let mut longer = pieces.clone();
        if let Some(relays) = &mut longer[at].3 {
            relays.push(relay);
        }
        let (before, after) = (both("", &pieces), both("", &longer));
        prop_assert!(after.0.origins <= before.0.origins && after.0.ways <= before.0.ways);
    }

    #[test]
    fn taking_a_document_back_raises_nothing(pieces in pieces(), gone in 0..DOCUMENTS.len()) {
        let evidence: Vec<String> = pieces.iter().map(typed).collect();
        let before = sides(&linked("", "", &evidence.join("\n")));
        let record = linked("", "", &evidence.join("\n"));
        let after = super::sides_without(&record, DOCUMENTS[gone]);
        prop_assert!(after.0.origins <= before.0.origins && after.0.ways <= before.0.ways, "{evidence:?} without {}", DOCUMENTS[gone]);
        prop_assert!(after.1.origins <= before.1.origins && after.1.ways <= before.1.ways);
    }
}
