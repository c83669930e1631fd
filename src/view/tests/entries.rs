//! What pages of single entries say.

use super::*;

#[test]
fn a_card_says_who_says_so_and_how_they_know() {
    let sheet = format!(
        "{SPEAKERS}
claims:
  gerhartz:
    text: Ingo Gerhartz relied on an unsecured line.
    status: reported
    adverse_to: [ingo, luftwaffe]
    evidence:
      - {{document: copy, said_by: spiegel, via: [pap], basis: unstated, quote: unsecure line, at: paragraph 4}}
      - {{document: rt-film, stance: disputes, basis: recording}}
    responses:
      - {{party: ingo, outcome: not sought, why: The report was compiled from published material.}}
"
    );
    book_of(&sheet, |book| {
        let page = claim(book, "gerhartz");
        assert_eq!(
            page.card.who,
            "Der Spiegel says so; it does not say how it knows. We read it in PAP’s report, as republished by Ein Übernehmer on 12 March 2024. RT says it is not so."
        );
        assert_eq!(
            page.card.replies,
            [
                "Ingo Gerhartz was not asked: The report was compiled from published material.",
                "No reply from Luftwaffe is recorded here.",
            ]
        );
        assert_eq!(page.card.claim.counted, "one origin, passed on by one outlet");
        assert_eq!(
            page.why,
            "One origin says so; we have not seen it for ourselves. We count one origin, passed on by one outlet."
        );
        let support = page.support.as_ref().unwrap();
        assert_eq!(support.sentence, "One origin, passed on by one outlet.");
        assert_eq!(support.groups[0].pieces[0].knows, "it does not say how it knows");
        assert_eq!(page.dispute.as_ref().unwrap().groups[0].speakers[0].words, "RT");
        assert_eq!(page.card.quotes[0].at.as_deref(), Some("paragraph 4"));
        assert_eq!(page.head.root, "../");
        assert_eq!(page.head.canonical.as_deref(), Some("https://example.org/leak/claims/gerhartz.html"));
    });
}

#[test]
fn each_standing_says_why() {
    let sheet = format!(
        "{SPEAKERS}
  show: {{title: Mitschnitt, type: recording, source: rt, accessed: 2026-11-23, archive: {{file: archive/kept.txt}}}}
claims:
  two:
    text: Beide sagen es.
    status: corroborated
    evidence: [{{document: spiegel-piece, basis: own-reporting}}, {{document: rt-film, basis: recording}}]
  modest:
    text: Bescheiden.
    status: reported
    evidence: [{{document: spiegel-piece, basis: own-reporting}}, {{document: rt-film, basis: recording}}]
  seen:
    text: Man hört es.
    status: verified
    evidence: [{{document: show, shown: true, at: 00:12:30}}]
  split:
    text: Umstritten.
    status: disputed
    evidence: [{{document: spiegel-piece}}, {{document: rt-film, stance: disputes}}]
  old:
    text: Nur leichtsinnig.
    status: superseded
    superseded_by: two
    evidence: [{{document: spiegel-piece}}]
  gone:
    text: Falsch.
    status: withdrawn
    evidence: [{{document: spiegel-piece}}]
    history: [{{date: 2024-03-02, status: reported}}, {{date: 2024-03-05, status: withdrawn, why: Wir irrten}}]
"
    );
    book_of(&sheet, |book| {
        let why = |id: &str| claim(book, id).why.clone();
        assert_eq!(
            why("two"),
            "Two or more independent origins agree. We count two independent origins; this report asks for at least two."
        );
        assert_eq!(
            why("modest"),
            "More than one origin says so; we have not seen it for ourselves. We count two independent origins."
        );
        assert_eq!(
            why("seen"),
            "We have seen the proof ourselves. The kept copy of “Mitschnitt” shows it (00:12:30)."
        );
        assert_eq!(
            why("split"),
            "There is evidence on both sides. For it: one origin. Against it: one origin."
        );
        assert_eq!(why("old"), "Replaced by what was found later. We now say: “Beide sagen es.”");
        assert_eq!(why("gone"), "We no longer say this. Wir irrten.");
        assert_eq!(texts(&claim(book, "two").supersedes), ["old"]);
        let View::Claims(all) = view(book, "claims/index.html") else { panic!() };
        let words: Vec<_> = all.standings.iter().map(|group| group.mark.word).collect();
        assert_eq!(words, ["verified", "corroborated", "reported", "disputed", "superseded", "withdrawn"]);
    });
}

#[test]
fn words_that_tell_of_a_speaker_are_not_shown_as_theirs() {
    let sheet = format!(
        "{SPEAKERS}
claims:
  told:
    text: RT habe es bestätigt.
    kind: utterance
    speaker: rt
    status: reported
    evidence:
      - {{document: pap-report, quote: RT bestätigte es, indirect: true}}
      - {{document: pap-report, quote: Wir bestätigen es}}
      - {{document: pap-report, said_by: spiegel, quote: RT bestätigt, indirect: true}}
"
    );
    book_of(&sheet, |book| {
        let shown = |index: usize| {
            let quote = &claim(book, "told").card.quotes[index];
            (quote.said_by.as_ref().map(|named| named.words.clone()), quote.indirect)
        };
        assert_eq!(shown(0), (Some("RT".to_owned()), true));
        assert_eq!(shown(1), (Some("RT".to_owned()), false));
        // Spiegel's own words, and shown as Spiegel's.
        assert_eq!(shown(2), (Some("Der Spiegel".to_owned()), false));
    });
}

#[test]
fn a_source_shows_what_rests_on_it_alone() {
    let sheet = format!(
        "{SPEAKERS}
claims:
  alone: {{text: Nur PAP., status: reported, evidence: [{{document: pap-report, basis: own-reporting}}]}}
  both:
    text: Beide.
    status: reported
    evidence: [{{document: pap-report, basis: own-reporting}}, {{document: spiegel-piece, basis: own-reporting}}]
  passed: {{text: Von Spiegel., status: reported, evidence: [{{document: pap-report, said_by: spiegel, basis: unstated}}]}}
  against:
    text: RT sagt nein.
    status: disputed
    evidence: [{{document: spiegel-piece}}, {{document: pap-report, stance: disputes}}]
  either:
    text: Einer von beiden.
    status: reported
    evidence: [{{document: pap-report}}, {{document: spiegel-piece}}]
"
    );
    book_of(&sheet, |book| {
        let View::Source(pap) = view(book, "sources/pap.html") else { panic!() };
        assert_eq!(texts(&pap.alone), ["alone"]);
        assert_eq!(texts(&pap.shared), ["both", "either"]);
        assert_eq!(texts(&pap.passed_on), ["passed"]);
        assert_eq!(texts(&pap.disputed), ["against"]);
        assert_eq!(
            pap.weight,
            "One of the report’s five claims rests on it alone; two claims rest on it and on others; it passed on one claim that others had said first."
        );
        assert!(pap.contested.is_empty());
        let View::Source(spiegel) = view(book, "sources/spiegel.html") else { panic!() };
        let contested = spiegel.contested.iter().map(|one| (one.claim.id.as_str(), one.by[0].words.as_str()));
        assert_eq!(contested.collect::<Vec<_>>(), [("against", "PAP")]);
        let View::Attribution(all, _) = view(book, "attribution.html") else { panic!() };
        let rows: Vec<_> = all
            .rows
            .iter()
            .map(|row| (row.speaker.words.as_str(), row.alone, row.shared, row.passed_on))
            .collect();
        assert_eq!(rows, [("Der Spiegel", 2, 2, 0), ("PAP", 1, 2, 1)]);
        assert_eq!(all.rows[0].through[0].words, "PAP");
    });
}

#[test]
fn an_articles_ties_are_in_the_order_of_its_text() {
    let public = everything();
    let book = Book::new(&public, Speech::english());
    let View::Article(page, text) = view(&book, "articles/lage/anruf.html") else { panic!() };
    let ties: Vec<Vec<String>> = text
        .ties
        .iter()
        .map(|ties| {
            let tie = |tie: &Tie| match tie {
                Tie::Claim(card) => text.cards[*card].claim.id.clone(),
                Tie::Page(link) => link.words.clone(),
                Tie::File(link) => link.address.clone(),
            };
            ties.iter().map(tie).collect()
        })
        .collect();
    let expected: [&[&str]; 6] = [
        &["Frank Gräfe"],
        &["mobile"],
        &["mobile"],
        &["denial", "Anruf"],
        &["archive/open.txt"],
        &["documents/kept.html"],
    ];
    assert_eq!(ties, expected);
    assert_eq!(text.cards.len(), 2, "each claim has one card");
    assert_eq!(text.images[0].alt, "Gräfe");
    assert_eq!(page.head.root, "../../");
    assert_eq!(page.contents[0].words, "Über die Leitung");
    assert_eq!(page.translations[0].words, "The call");
    assert_eq!(
        page.citation,
        "Frank Gräfe and Änne Łoś: “Der Anruf”. Der Abhörfall. Redakcja Łódź, 12 March 2024. https://example.org/leak/articles/lage/anruf.html"
    );
    let View::Front(front) = view(&book, "index.html") else { panic!() };
    assert_eq!(front.lead.as_ref().unwrap().title, "Der Anruf");
    assert_eq!(front.articles.len(), 1);
}

#[test]
fn a_document_is_cited_and_its_kept_copy_shown_only_where_it_is_public() {
    let public = everything();
    let book = Book::new(&public, Speech::english());
    let View::Document(open) = view(&book, "documents/open.html") else { panic!() };
    assert_eq!(open.citation, "Frank Gräfe and Änne Łoś: “Offen”. Der Spiegel. Opened 23 November 2026.");
    assert_eq!(open.copy.as_ref().unwrap().address.as_deref(), Some("archive/open.txt"));
    assert_eq!(open.copies[0].title, "Verwahrt");
    assert_eq!(texts(&open.claims), ["mobile", "denial"]);
    let View::Document(kept) = view(&book, "documents/kept.html") else { panic!() };
    assert_eq!(kept.citation, "“Verwahrt”. Der Spiegel. Known of, not opened by us.");
    let copy = kept.copy.as_ref().unwrap();
    assert_eq!((copy.address.as_ref(), copy.size.as_str()), (None, "4.2 kB"));
    assert_eq!(kept.passages[0].words, "vom Telefon");
    let View::Person(frank) = view(&book, "people/frank.html") else { panic!() };
    assert_eq!(frank.replies[0].sentence, "Frank Gräfe answers: “Er bestreitet es.”");
    assert_eq!(frank.roles[0].time.as_deref(), Some("from 2023"));
    let View::Search(index) = view(&book, "search.html") else { panic!() };
    let letters: String = index.letters.iter().map(|letter| letter.letter.as_str()).collect();
    assert_eq!(letters, "ADFLMOTV");
}

#[test]
fn a_glance_says_what_it_is_and_of_a_claim_who_says_so() {
    let told = book_of(&returning("call", "We asked.", "a call", ""), |book| {
        let glances = book.glances().into_iter();
        glances
            .map(|one| [one.name, one.what, one.words, one.status.unwrap_or_default().to_owned()].join(" | "))
            .collect::<BTreeSet<_>>()
    });
    let expected = [
        "A call | 19 February 2024, Łódź | They spoke. | ",
        "Das Blatt | Newspaper, a party to the matter | It prints. | ",
        "Das Stück | Article, Das Blatt, 1 March 2024 |  | ",
        "Änne Łoś | Person |  | ",
    ];
    for one in expected {
        assert!(told.contains(one), "{one} is not in {told:#?}");
    }
    let claim = told.iter().find(|one| one.starts_with("There was a call. |  | ")).unwrap();
    assert!(claim.contains("Das Blatt says so") && claim.ends_with("| reported"), "{claim}");
}
