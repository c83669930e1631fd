//! The rules of counting, one case for each sentence of them.

use super::{counted, counted_with, disputed, linked, names, passed_on, sides, told, without};

/// What is counted for some evidence.
fn check(evidence: &str, expected: &str) {
    assert_eq!(counted(evidence), expected, "{evidence}");
}

#[test]
fn the_origin_is_whoever_said_it_first() {
    check(
        "document: pap-report, said_by: spiegel",
        "1 origin, 1 way | spiegel: 1 OnlyUnstated (1) | through pap | through pap-report",
    );
    check("document: spiegel-piece", "1 origin, 1 way | spiegel: 1 OnlyUnstated (1) | through spiegel-piece");
    check(
        "document: pap-copy",
        "1 origin, 1 way | pap: 1 OnlyUnstated (1) | through gazeta | through pap-report",
    );
    check(
        "document: pap-copy-of-copy",
        "1 origin, 1 way | pap: 1 OnlyUnstated (1) | through gazeta | through rt | through pap-report",
    );
}

#[test]
fn a_speaker_is_the_origin_of_what_they_say() {
    let record = linked("", "    kind: utterance\n    speaker: boris\n", "document: pap-report");
    assert_eq!(
        told(&sides(&record).0, &record.facts),
        "1 origin, 1 way | boris: 1 Known (1) | through pap | through pap-report"
    );
    let record =
        linked("", "    kind: utterance\n    speaker: boris\n", "document: pap-report, said_by: spiegel");
    assert_eq!(
        told(&sides(&record).0, &record.facts),
        "1 origin, 1 way | spiegel: 1 OnlyUnstated (1) | through pap | through pap-report"
    );
}

#[test]
fn a_basis_left_out_is_a_statement_of_people_and_bodies_and_unstated_of_sources() {
    check(
        "document: ministry-statement",
        "1 origin, 1 way | ministry: 1 Known (1) | through ministry-statement",
    );
    check(
        "document: pap-report, said_by: boris",
        "1 origin, 1 way | boris: 1 Known (1) | through pap | through pap-report",
    );
    check(
        "document: spiegel-piece, basis: own-reporting",
        "1 origin, 1 way | spiegel: 1 Known (1) | through spiegel-piece",
    );
}

#[test]
fn passing_on_adds_no_origin() {
    check(
        "document: spiegel-piece, basis: own-reporting\ndocument: pap-report, said_by: spiegel\ndocument: pap-copy, said_by: spiegel",
        "1 origin, 1 way | spiegel: 1 Known (1 2 3)",
    );
    check(
        "document: pap-report, basis: own-reporting\ndocument: pap-copy\ndocument: pap-copy-of-copy",
        "1 origin, 1 way | pap: 1 Known (1 2 3) | through pap-report",
    );
}

#[test]
fn origins_under_one_roof_are_one() {
    check(
        "document: gazeta-piece, basis: own-reporting\ndocument: kurier-piece, basis: own-reporting",
        "1 origin, 1 way | gazeta + kurier: 1 Merged (1 2)",
    );
    // Merging goes on from one to the next: the weekly has an owner of its own, and one in common with the others.
    check(
        "document: gazeta-piece, basis: own-reporting\ndocument: wochenblatt-piece, basis: own-reporting\ndocument: pap-report, said_by: owner",
        "1 origin, 1 way | gazeta + wochenblatt + owner: 1 Merged (1 2 3)",
    );
    // The ministry stands above both, and is itself no origin here.
    check(
        "document: pap-report, said_by: luftwaffe\ndocument: dpa-report, said_by: heer",
        "1 origin, 1 way | luftwaffe + heer: 1 Merged (1 2)",
    );
    check(
        "document: pap-report, said_by: sprecherin\ndocument: dpa-report, said_by: ministry",
        "1 origin, 1 way | sprecherin + ministry: 1 Merged (1 2)",
    );
    check(
        "document: pap-report, said_by: boris\ndocument: dpa-report, said_by: ministry",
        "2 origins, 2 ways | boris: 1 Known (1) | ministry: 1 Known (2)",
    );
}

#[test]
fn whoever_spoke_for_a_body_no_longer_does_is_an_origin_of_their_own() {
    check(
        "document: pap-report, said_by: former\ndocument: dpa-report, said_by: ministry",
        "2 origins, 2 ways | former: 1 Known (1) | ministry: 1 Known (2)",
    );
    let old = "documents: {old-report: {title: Alt, type: wire, source: pap, published: 2024-03-06, created: 2022-01-01}}";
    assert_eq!(
        counted_with(old, "document: old-report, said_by: former\ndocument: dpa-report, said_by: ministry"),
        "1 origin, 1 way | former + ministry: 1 Merged (1 2)"
    );
    let undated = "documents: {undated: {title: Alt, type: wire, source: pap}}";
    assert_eq!(
        counted_with(undated, "document: undated, said_by: former\ndocument: dpa-report, said_by: ministry"),
        "1 origin, 1 way | former + ministry: 1 Merged (1 2)"
    );
    // A copy without a date repeats words as old as its original.
    check(
        "document: pap-copy-of-copy, said_by: former\ndocument: dpa-report, said_by: ministry",
        "2 origins, 2 ways | former: 1 Known (1) | ministry: 1 Known (2)",
    );
}

#[test]
fn a_secret_tie_counts_and_is_not_told() {
    check(
        "document: pap-report, said_by: insider, basis: witness\ndocument: dpa-report, said_by: ministry",
        "1 origin, 1 way | insider: 1 Known (1) | ministry: 0 Secret (2)",
    );
    check(
        "document: pap-report, said_by: deep-one, basis: witness\ndocument: dpa-report, said_by: deep-two, basis: witness",
        "1 origin, 1 way | deep-one: 1 Known (1) | deep-two: 0 Secret (2)",
    );
    check(
        "document: pap-report, said_by: insider, basis: witness",
        "1 origin, 1 way | insider: 1 Known (1) | through pap | through pap-report",
    );
}

#[test]
fn what_is_unstated_throughout_never_adds_to_another() {
    check(
        "document: spiegel-piece\ndocument: pap-report\ndocument: rt-recording",
        "1 origin, 1 way | spiegel: 1 OnlyUnstated (1) | pap: 0 Unstated (2) | rt: 0 Unstated (3)",
    );
    check(
        "document: spiegel-piece, basis: own-reporting\ndocument: pap-report",
        "1 origin, 1 way | spiegel: 1 Known (1) | pap: 0 Unstated (2) | through spiegel-piece",
    );
    check(
        "document: spiegel-piece\ndocument: pap-report, said_by: spiegel, basis: witness",
        "1 origin, 1 way | spiegel: 1 Known (1 2)",
    );
}

#[test]
fn round_ups_add_nothing_to_what_is_named_already() {
    check(
        "document: round-up, basis: document\ndocument: spiegel-piece, basis: own-reporting",
        "1 origin, 1 way | spiegel + pap: 0 RoundUpOfNamed (1) | spiegel: 1 Known (2) | through spiegel-piece",
    );
    check(
        "document: round-up, basis: document\ndocument: gazeta-piece, basis: own-reporting",
        "2 origins, 2 ways | spiegel + pap: 1 RoundUp (1) | gazeta: 1 Known (2)",
    );
    check(
        "document: round-up, basis: document\ndocument: round-up-two, basis: document",
        "1 origin, 1 way | spiegel + pap + dpa: 1 RoundUp (1 2)",
    );
    check(
        "document: round-up, basis: document\ndocument: round-up-three, basis: document",
        "2 origins, 2 ways | spiegel + pap: 1 RoundUp (1) | gazeta + committee: 1 RoundUp (2)",
    );
    check(
        "document: official-round-up",
        "1 origin, 1 way | ministry + committee: 1 RoundUp (1) | through dpa | through official-round-up",
    );
    check(
        "document: round-up",
        "1 origin, 1 way | spiegel + pap: 1 RoundUp (1) | through rt | through round-up",
    );
    // One of its roots is an outlet of the same owner as a named origin.
    check(
        "document: round-up-three, basis: document\ndocument: kurier-piece, basis: own-reporting",
        "1 origin, 1 way | gazeta + committee: 0 RoundUpOfNamed (1) | kurier: 1 Known (2) | through kurier-piece",
    );
}

#[test]
fn round_ups_join_nothing_and_count_together_where_their_roots_are_one() {
    check(
        "document: round-up, basis: document\ndocument: spiegel-piece, basis: own-reporting\ndocument: pap-report, basis: own-reporting",
        "2 origins, 2 ways | spiegel + pap: 0 RoundUpOfNamed (1) | spiegel: 1 Known (2) | pap: 1 Known (3)",
    );
    // No root in common, but a paper of one owner in each.
    let other = "documents: {kurier-round-up: {title: Alles zum Leck, type: article, source: rt, derived_from: [kurier-piece, spiegel-piece]}}";
    assert_eq!(
        counted_with(
            other,
            "document: round-up-three, basis: document\ndocument: kurier-round-up, basis: document"
        ),
        "1 origin, 1 way | gazeta + committee + spiegel + kurier: 1 RoundUp (1 2)"
    );
}

#[test]
fn a_circle_has_no_origin() {
    let circle = "documents:\n  one: {title: Eins, type: wire, source: pap, copy_of: two}\n  two: {title: Zwei, type: wire, source: dpa, copy_of: one}";
    assert_eq!(
        counted_with(circle, "document: one, basis: document"),
        "0 origins, 0 ways | nobody: 0 Circle (1)"
    );
    assert_eq!(
        counted_with(circle, "document: one, said_by: spiegel, basis: document"),
        "1 origin, 1 way | spiegel: 1 Known (1) | through dpa | through pap"
    );
    assert_eq!(
        counted_with(circle, "document: one\ndocument: ministry-statement"),
        "1 origin, 1 way | nobody: 0 Circle (1) | ministry: 1 Known (2) | through ministry-statement"
    );
}

#[test]
fn what_was_taken_back_counts_nothing() {
    let taken = "documents:\n  taken: {title: Weg, type: wire, source: pap, withdrawn: {date: 2024-03-09, why: Irrtum}}\n  copy: {title: Kopie, type: article, source: gazeta, copy_of: taken}";
    assert_eq!(
        counted_with(taken, "document: taken, basis: own-reporting"),
        "0 origins, 0 ways | pap: 0 Withdrawn (1)"
    );
    assert_eq!(
        counted_with(
            taken,
            "document: copy, basis: own-reporting\ndocument: spiegel-piece, basis: own-reporting"
        ),
        "1 origin, 1 way | pap: 0 Withdrawn (1) | spiegel: 1 Known (2) | through spiegel-piece"
    );
    // What it tied together stays tied: taking a document back raises nothing.
    let tie = "documents: {tie: {title: Weg, type: article, source: wochenblatt, withdrawn: {date: 2024-03-09, why: Irrtum}}}";
    assert_eq!(
        counted_with(
            tie,
            "document: tie, basis: own-reporting\ndocument: gazeta-piece, basis: own-reporting\ndocument: pap-report, said_by: owner"
        ),
        "1 origin, 1 way | wochenblatt: 0 Withdrawn (1) | gazeta + owner: 1 Merged (2 3)"
    );
}

#[test]
fn a_round_up_does_not_make_up_for_a_named_origin_that_went() {
    let evidence = "document: gazeta-piece, said_by: spiegel, basis: recording, via: [dpa, gazeta]\ndocument: dpa-report, said_by: boris\ndocument: round-up, basis: document";
    check(
        evidence,
        "2 origins, 1 way | spiegel: 1 Known (1) | boris: 1 Known (2) | spiegel + pap: 0 RoundUpOfNamed (3) | through dpa",
    );
    // Counted in its place, it would come in another way than the one that went.
    let record = without(&linked("", "", evidence), "gazeta-piece");
    assert_eq!(
        told(&sides(&record).0, &record.facts),
        "1 origin, 1 way | spiegel: 0 Withdrawn (1) | boris: 1 Known (2) | spiegel + pap: 0 RoundUpOfNamed (3) | through dpa | through dpa-report"
    );
}

#[test]
fn each_side_is_counted_by_itself() {
    let record = linked(
        "",
        "",
        "document: spiegel-piece, basis: own-reporting\ndocument: ministry-statement, stance: disputes\ndocument: pap-report, stance: context",
    );
    let (support, dispute) = sides(&record);
    assert_eq!(
        told(&support, &record.facts),
        "1 origin, 1 way | spiegel: 1 Known (1) | through spiegel-piece"
    );
    assert_eq!(
        told(&dispute, &record.facts),
        "1 origin, 1 way | ministry: 1 Known (2) | through ministry-statement"
    );
    assert_eq!(
        disputed(
            "document: ministry-statement, stance: disputes\ndocument: committee-report, stance: disputes"
        ),
        "2 origins, 2 ways | ministry: 1 Known (1) | committee: 1 Known (2)"
    );
}

#[test]
fn two_origins_that_one_agency_told_us_of_are_on_one_way() {
    check(
        "document: pap-report, said_by: boris\ndocument: pap-report, said_by: committee",
        "2 origins, 1 way | boris: 1 Known (1) | committee: 1 Known (2) | through pap | through pap-report",
    );
    check(
        "document: pap-report, said_by: boris\ndocument: dpa-report, said_by: committee",
        "2 origins, 2 ways | boris: 1 Known (1) | committee: 1 Known (2)",
    );
    check(
        "document: gazeta-piece, said_by: boris, via: [pap]\ndocument: dpa-report, said_by: committee, via: [pap]",
        "2 origins, 1 way | boris: 1 Known (1) | committee: 1 Known (2) | through pap",
    );
    // The agency is an origin itself, and passes another on.
    check(
        "document: pap-report, basis: own-reporting\ndocument: pap-report, said_by: boris",
        "2 origins, 1 way | pap: 1 Known (1) | boris: 1 Known (2) | through pap-report",
    );
    check(
        "document: ministry-statement\ndocument: committee-report\ndocument: pap-report, basis: own-reporting",
        "3 origins, 3 ways | ministry: 1 Known (1) | committee: 1 Known (2) | pap: 1 Known (3)",
    );
}

#[test]
fn speakers_that_are_one_are_one_way() {
    // Two papers of one owner passed on what each of two people said.
    check(
        "document: gazeta-piece, said_by: boris\ndocument: kurier-piece, said_by: committee",
        "2 origins, 1 way | boris: 1 Known (1) | committee: 1 Known (2) | through gazeta",
    );
    // A relay of one piece is the origin of another.
    check(
        "document: spiegel-piece, basis: own-reporting\ndocument: dpa-report, said_by: boris, via: [spiegel, dpa]",
        "2 origins, 1 way | spiegel: 1 Known (1) | boris: 1 Known (2)",
    );
    // An agency's report and its copy have one root, whoever is quoted in them.
    check(
        "document: pap-report, said_by: boris, via: []\ndocument: pap-copy, said_by: committee, via: [gazeta]",
        "2 origins, 1 way | boris: 1 Known (1) | committee: 1 Known (2) | through pap-report",
    );
}

#[test]
fn only_origins_that_count_open_a_way() {
    check(
        "document: pap-report, said_by: boris\ndocument: pap-report, said_by: committee\ndocument: dpa-report",
        "2 origins, 1 way | boris: 1 Known (1) | committee: 1 Known (2) | dpa: 0 Unstated (3) | through pap | through pap-report",
    );
}

#[test]
fn a_round_up_that_counts_is_its_own_root_and_speaks_with_all_voices() {
    check(
        "document: round-up, basis: document\ndocument: dpa-report, said_by: boris, via: [pap, dpa]",
        "2 origins, 1 way | spiegel + pap: 1 RoundUp (1) | boris: 1 Known (2)",
    );
    check(
        "document: round-up, basis: document\ndocument: dpa-report, said_by: boris",
        "2 origins, 2 ways | spiegel + pap: 1 RoundUp (1) | boris: 1 Known (2)",
    );
}

#[test]
fn one_may_stand_above_another_over_any_number_of_steps() {
    let steps = "organisations:\n  referat: {name: Referat, part_of: abteilung}\n  abteilung: {name: Abteilung, part_of: stab}\n  stab: {name: Stab, part_of: ministry}\nsources: {blatt: {name: Żołnierz, owner: referat}}";
    assert_eq!(
        counted_with(
            steps,
            "document: pap-report, said_by: blatt, basis: witness\ndocument: dpa-report, said_by: heer"
        ),
        "1 origin, 1 way | blatt + heer: 1 Merged (1 2)"
    );
}

#[test]
fn what_shows_the_words_itself_may_be_shared() {
    check(
        "document: rt-recording, said_by: boris, shown: true\ndocument: rt-recording, said_by: committee, shown: true",
        "2 origins, 2 ways | boris: 1 Known (1) | committee: 1 Known (2)",
    );
    check(
        "document: rt-recording, said_by: boris\ndocument: rt-recording, said_by: committee",
        "2 origins, 1 way | boris: 1 Known (1) | committee: 1 Known (2) | through rt | through rt-recording",
    );
}

#[test]
fn relays_are_those_given_or_those_on_the_way() {
    assert_eq!(passed_on("", "document: pap-copy-of-copy, said_by: spiegel"), ["pap + gazeta + rt"]);
    assert_eq!(passed_on("", "document: pap-copy-of-copy, said_by: spiegel, via: [dpa]"), ["dpa"]);
    assert_eq!(passed_on("", "document: pap-copy-of-copy, said_by: spiegel, via: []"), ["nobody"]);
    assert_eq!(passed_on("", "document: pap-copy"), ["gazeta"]);
    assert_eq!(passed_on("", "document: rt-recording, said_by: boris, shown: true"), ["nobody"]);
}

#[test]
fn of_origins_that_are_one_it_is_known_what_ties_them_together() {
    let within = |evidence: &str| {
        let record = linked("", "", evidence);
        let groups = sides(&record).0.groups;
        groups.iter().map(|group| names(&group.within, &record.facts)).collect::<Vec<_>>()
    };
    // Whoever stands above the nearest goes without saying.
    let owned = "document: gazeta-piece, basis: own-reporting\ndocument: kurier-piece, basis: own-reporting";
    assert_eq!(within(owned), ["konzern"]);
    let bodies = "document: spiegel-piece, said_by: luftwaffe\ndocument: pap-report, said_by: heer";
    assert_eq!(within(bodies), ["ministry"]);
    let itself = "document: spiegel-piece, said_by: sprecherin\ndocument: pap-report, said_by: ministry";
    assert_eq!(within(itself), ["ministry"]);
    // One speaker twice needs no tie; and one that is kept confidential is not told.
    assert_eq!(
        within("document: spiegel-piece, said_by: boris\ndocument: pap-report, said_by: boris"),
        ["nobody"]
    );
    let secret = "document: spiegel-piece, said_by: insider\ndocument: pap-report, said_by: ministry";
    assert_eq!(within(secret), ["nobody", "nobody"]);
}
