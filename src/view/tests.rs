use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;
use crate::diagnostic::Level;
use crate::link::link;
use crate::load::load;
use crate::publish::{Public, publish};
use crate::speech::Speech;
use crate::text::{Asset, Input, Inputs};

const REPORT: &str = "title: Der Abhörfall
summary: What is known of it.
language: en
base_url: https://example.org/leak/
time_zone: Europe/Berlin
publisher: {name: Redakcja Łódź}
";

/// What the public sees of a report of these files; it must have been read without errors.
fn public_of(files: &[(&str, &str)]) -> Public {
    let assets = ["content/media/gräfe.jpg", "content/archive/kept.txt", "content/archive/open.txt"];
    let assets = assets
        .map(|path| (path.to_owned(), Asset { sha256: Some("0".repeat(64)), size: 4_200, changed: None }));
    let mut inputs: Vec<Input> = files
        .iter()
        .map(|(path, text)| Input { path: format!("content/{path}"), text: (*text).into() })
        .collect();
    inputs.push(Input { path: "content/report.yaml".to_owned(), text: REPORT.into() });
    let inputs = Inputs::new(inputs, BTreeMap::from(assets));
    let (drafts, mut findings) = load(&inputs);
    let now = "2026-11-24T00:00:00Z".parse().unwrap();
    let (record, more) = link(&drafts, &inputs, now);
    findings.extend(more);
    findings.retain(|finding| finding.level == Level::Error);
    assert!(findings.is_empty(), "{findings:#?}");
    publish(record, Vec::new())
}

/// What the public sees of one sheet.
fn book_of<T>(sheet: &str, look: impl FnOnce(&Book<'_>) -> T) -> T {
    let public = public_of(&[("facts/all.yaml", sheet)]);
    look(&Book::new(&public, Speech::english()))
}

/// A page by its address.
fn view(book: &Book<'_>, address: &str) -> View {
    let page = book.pages().into_iter().find(|page| book.address(page) == address);
    book.view(&page.unwrap_or_else(|| panic!("no page at {address}")))
}

fn claim(book: &Book<'_>, id: &str) -> Box<ClaimPage> {
    match view(book, &format!("claims/{id}.html")) {
        View::Claim(page) => page,
        other => panic!("{other:?}"),
    }
}

fn texts(lines: &[std::sync::Arc<ClaimLine>]) -> Vec<&str> {
    lines.iter().map(|line| line.id.as_str()).collect()
}

/// Speakers and documents that most tests share.
const SPEAKERS: &str = "
people:
  ingo: {name: Ingo Gerhartz, roles: [{title: Inspekteur, organisation: luftwaffe, from: 2018, until: ..}]}
organisations:
  luftwaffe: {name: Luftwaffe, kind: air force}
sources:
  spiegel: {name: Der Spiegel, kind: magazine}
  pap: {name: PAP, kind: news agency}
  rt: {name: RT, interested: true}
  republisher: {name: Ein Übernehmer}
documents:
  pap-report: {title: Wyciek, type: wire, source: pap, published: 2024-03-12}
  copy:
    {title: German leak, type: article, source: republisher, copy_of: pap-report, published: 2024-03-12T14:56-04:00, accessed: 2026-11-23}
  spiegel-piece: {title: Der Mitschnitt, type: article, source: spiegel, published: 2024-03-01, accessed: 2026-11-23}
  rt-film: {title: Ruf, type: film, source: rt, published: 2024-03-01, accessed: 2026-11-23}
";

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

const HISTORY: &str = "
sources: {pap: {name: PAP}}
documents: {wire: {title: Wyciek, type: wire, source: pap}}
dates:
  call: {title: Anruf, date: 2024-02-19, inferred: [year]}
  later: {title: Später, date: 2025-01~}
  before: {title: Davor, date: ../2024-03-12}
claims:
  first:
    text: Zuerst.
    status: superseded
    superseded_by: second
    about: [call]
    evidence: [{document: wire}]
    history:
      - {date: 2024-03-02, status: reported}
      - {date: 2024-03-11, status: superseded, why: Mehr bekannt.}
    corrections:
      - {date: 2024-03-11, kind: correction, said: drei, now: vier, why: Verzählt.}
      - {date: 2024-03-20, kind: update, said: vier, now: fünf}
  second:
    text: Danach.
    status: reported
    about: [call, first]
    evidence: [{document: wire}]
    since: 2024-03-11
    corrections: [{date: 2024-03-11, kind: withdrawal, said: niemals}]
  vague: {text: Irgendwann., status: reported, evidence: [{document: wire}], history: [{date: 2024-03, status: reported}]}
  timeless: {text: Ohne Tag., status: unverified, evidence: [{document: wire}]}
";

#[test]
fn what_was_known_on_a_day_counts_no_claim_twice_and_none_too_early() {
    book_of(HISTORY, |book| {
        let days: Vec<_> = book
            .pages()
            .iter()
            .filter(|page| matches!(page, Page::AsKnown(_)))
            .map(|page| book.address(page))
            .collect();
        assert_eq!(days, ["as-known/2024-03-02.html", "as-known/2024-03-11.html"]);
        let View::AsKnown(first) = view(book, &days[0]) else { panic!() };
        let totals = |page: &AsKnownPage| {
            page.totals.iter().map(|mark| format!("{} {}", mark.claims, mark.word)).collect::<Vec<_>>()
        };
        assert_eq!(totals(&first), ["1 reported"]);
        assert_eq!(first.previous, None);
        let View::AsKnown(second) = view(book, &days[1]) else { panic!() };
        assert_eq!(totals(&second), ["1 reported", "1 superseded"]);
        assert_eq!(second.previous.as_ref().unwrap().address, days[0]);
        let changes: Vec<_> = second.changes.iter().map(|change| (change.before, change.status)).collect();
        assert_eq!(changes, [(Some("reported"), Some("superseded")), (None, Some("reported"))]);
        let stood: Vec<_> =
            first.standings.iter().map(|group| (group.mark.word, texts(&group.claims))).collect();
        assert_eq!(stood, [("reported", vec!["first"])]);
        assert_eq!(first.standings[0].claims[0].status, "reported", "as it stood then, not as today");
        assert_eq!(first.head.root, "../");
    });
}

#[test]
fn changes_come_newest_first_and_withdrawals_before_all_else_of_a_day() {
    book_of(HISTORY, |book| {
        let View::Front(front) = view(book, "index.html") else { panic!() };
        let changes: Vec<_> =
            front.changes.iter().map(|change| (change.date.typed.as_str(), change.kind)).collect();
        assert_eq!(
            changes,
            [
                ("2024-03-20", "update"),
                ("2024-03-11", "withdrawal"),
                ("2024-03-11", "correction"),
                ("2024-03-11", "standing"),
            ],
            "how a claim stood first is no change"
        );
        let View::Corrections(page) = view(book, "corrections.html") else { panic!() };
        assert_eq!(page.changes.len(), 3);
        assert_eq!(page.head.changed.as_ref().unwrap().words, "20 March 2024");
        let history: Vec<_> = claim(book, "first").history.iter().map(|change| change.status).collect();
        assert_eq!(history, [Some("superseded"), Some("reported")]);
    });
}

#[test]
fn feeds_count_days_from_their_start_in_the_reports_zone() {
    let article = "---\ntitle: Der Anruf\ndate: 2024-03-12\nupdated: 2024-07-01T12:00+02:00\n---\nZwei Sätze. Über *Leitungen*.\n";
    let public = public_of(&[("facts/all.yaml", HISTORY), ("articles/anruf.md", article)]);
    let book = Book::new(&public, Speech::english());
    let [articles, corrections] = book.feeds().try_into().unwrap();
    assert_eq!(articles.entries[0].published.as_deref(), Some("2024-03-11T23:00:00Z"));
    assert_eq!(articles.updated, "2024-07-01T10:00:00Z");
    assert_eq!(articles.entries[0].summary.as_deref(), Some("Zwei Sätze. Über Leitungen."));
    let titles: Vec<_> = corrections.entries.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(titles, ["Update: Zuerst.", "Withdrawal: Danach.", "Correction: Zuerst."]);
    assert_eq!(corrections.entries[2].id, "claims/first.html#correction-1");
    let sitemap = book.sitemap();
    let changed = |address: &str| sitemap.iter().find(|(one, _)| one == address).unwrap().1.clone();
    assert_eq!(changed("articles/anruf.html").as_deref(), Some("2024-07-01"));
    assert_eq!(changed("timeline.html"), None);
    assert!(sitemap.iter().all(|(address, _)| address != "404.html"));
}

#[test]
fn the_timeline_is_in_order_and_says_what_was_filled_in() {
    book_of(HISTORY, |book| {
        let View::Timeline(timeline, _) = view(book, "timeline.html") else { panic!() };
        let years: Vec<_> = timeline.years.iter().map(|year| year.year.as_str()).collect();
        assert_eq!(years, ["2024", "2025"]);
        assert_eq!(
            timeline.known.iter().map(|line| line.words.as_str()).collect::<Vec<_>>(),
            ["One claim changed its standing", "Two claims changed their standing"]
        );
        let periods: Vec<_> = timeline.periods.iter().map(|period| period.words.as_str()).collect();
        assert_eq!(periods, ["2024", "2025"]);
        let tags: Vec<_> = timeline.years[0].events[0].tags.split(' ').collect();
        assert_eq!(tags[0], "what:happened");
        assert!(tags.contains(&"standing:superseded"), "{tags:?}");
        assert_eq!(timeline.known[0].period.as_deref(), Some("2024"));
        let View::Date(date) = view(book, "dates/call.html") else { panic!() };
        assert_eq!(date.event.date.filled_in.as_deref(), Some("year filled in by us"));
        assert_eq!(date.event.standings, ["reported", "superseded"]);
        assert_eq!(date.next.as_ref().unwrap().title, "Davor");
        assert_eq!(timeline.years[1].events[0].event.date.words, "about January 2025");
        assert_eq!(texts(&date.claims), ["first", "second"]);
    });
}

/// A report with something of every kind, former ids, and what must not come out.
fn everything() -> Public {
    let sheet = "
people:
  frank: {name: Frank Gräfe, also: [Frank Graefe], image: media/gräfe.jpg, was: [graefe], notes: GEHEIM, speaks_for: luftwaffe,
          roles: [{title: General, organisation: luftwaffe, from: 2023}]}
  hidden: {name: GEHEIM, draft: true}
organisations:
  luftwaffe: {name: Luftwaffe, part_of: ministerium}
  ministerium: {name: Ministerium, was: [amt]}
sources:
  spiegel: {name: Der Spiegel, owner: verlag}
  verlag: {name: Verlag}
  insider: {name: GEHEIM Müller, also: [GEHEIM], url: 'https://example.org/GEHEIM', summary: GEHEIM, notes: GEHEIM,
            counts_with: [ministerium], confidential: {described_as: A person briefed on it, reason: Fears dismissal, approved_by: GEHEIM}}
documents:
  open: {title: Offen, type: letter, source: spiegel, authors: [frank, Änne Łoś], was: [offen], accessed: 2026-11-23,
         archive: {file: archive/open.txt, public: true}}
  kept: {title: Verwahrt, type: article, source: spiegel, copy_of: open, archive: {file: archive/kept.txt}}
  embargoed: {title: GEHEIM, type: article, source: spiegel, embargo: '2099-01-01T00:00+01:00'}
dates:
  call: {title: Anruf, date: 2024-02-19, people: [frank], organisations: [luftwaffe], was: [ruf],
         place: {name: Singapore, country: SG, lat: 1.29, lon: 103.85}}
claims:
  mobile:
    text: Er rief vom Telefon an.
    status: reported
    about: [frank, call, kept]
    adverse_to: [frank]
    was: [telefon]
    since: 2024-03-12
    evidence:
      - {document: kept, said_by: insider, basis: witness, quote: vom Telefon}
      - {document: open, said_by: ministerium}
      - {document: open, stance: context}
    responses: [{party: frank, claim: denial}]
    refines: [denial]
  denial: {text: Er bestreitet es., kind: denial, speaker: frank, status: reported, evidence: [{document: open}], contradicts: [mobile]}
  draft-claim: {text: GEHEIM, status: reported, draft: true, evidence: [{document: embargoed}], contradicts: [mobile]}
media:
  media/gräfe.jpg: {alt: Gräfe}
";
    let article = "---\ntitle: Der Anruf\ndate: 2024-03-12\nlead: true\nauthors: [frank, Änne Łoś]\nwas: [alt/anruf]\nnotes: GEHEIM\n---\n# Über die Leitung\n\n[](@frank) [rief an](@mobile) vom [Telefon](@mobile) [@denial; @call]. [Offen](/archive/open.txt), [verwahrt](/archive/kept.txt).\n\n![](/media/gräfe.jpg)\n";
    let translation = "---\ntitle: The call\nlang: en\ntranslation_of: lage/anruf\n---\nA text.\n";
    let draft = "---\ntitle: GEHEIM\ndraft: true\n---\nGEHEIM [x](@draft-claim)\n";
    public_of(&[
        ("facts/all.yaml", sheet),
        ("articles/lage/anruf.md", article),
        ("articles/der-anruf.md", translation),
        ("articles/draft.md", draft),
    ])
}

fn addresses(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(address)) = fields.get("address") {
                into.insert(address.clone());
            }
            fields.values().for_each(|value| addresses(value, into));
        }
        Value::Array(items) => items.iter().for_each(|value| addresses(value, into)),
        _ => {}
    }
}

#[test]
fn every_link_leads_to_a_page_or_a_published_file() {
    let public = everything();
    let book = Book::new(&public, Speech::english());
    let pages = book.pages();
    let mut known: BTreeSet<String> = pages.iter().map(|page| book.address(page)).collect();
    assert_eq!(known.len(), pages.len(), "no two pages stand at one address");
    known.extend(["media/gräfe.jpg".to_owned(), "archive/open.txt".to_owned()]);
    for page in &pages {
        let view = book.view(page);
        let mut linked = BTreeSet::new();
        addresses(&serde_json::to_value(&view).unwrap(), &mut linked);
        if let View::Article(_, text) = &view {
            for tie in text.ties.iter().flatten() {
                if let Tie::Page(link) | Tie::File(link) = tie {
                    linked.insert(link.address.clone());
                }
            }
        }
        let page_of = |link: &String| link.split('#').next().unwrap_or_default().to_owned();
        let lost: Vec<_> = linked.iter().filter(|link| !known.contains(&page_of(link))).collect();
        assert!(lost.is_empty(), "{} leads to {lost:?}", book.address(page));
    }
    let mut menu = BTreeSet::new();
    addresses(&serde_json::to_value(book.site()).unwrap(), &mut menu);
    assert!(menu.is_subset(&known), "{menu:?}");
    for old in ["people/graefe.html", "claims/telefon.html", "articles/alt/anruf.html", "dates/ruf.html"] {
        let View::Redirect(page) = view(&book, old) else { panic!("{old}") };
        assert!(known.contains(&page.to.address));
    }
}

#[test]
fn nothing_that_is_not_public_is_in_any_view() {
    let public = everything();
    let book = Book::new(&public, Speech::english());
    for page in book.pages() {
        let view = book.view(&page);
        let mut seen = format!("{view:?} {}", serde_json::to_string(&view).unwrap()).to_lowercase();
        seen.push_str(&book.address(&page));
        for secret in ["geheim", "müller", "kept.txt", "draft-claim", "embargoed"] {
            assert!(!without_prose(&seen).contains(secret), "`{secret}` stands in {}", book.address(&page));
        }
    }
    let View::Source(insider) = view(&book, "sources/insider.html") else { panic!() };
    assert_eq!(insider.subject.name, "A person briefed on it");
    assert_eq!(insider.confidential.as_deref(), Some("Fears dismissal."));
    let page = claim(&book, "mobile");
    assert_eq!(
        page.card.claim.counted, "one origin, passed on by one outlet",
        "what counts with a body in secret does not add to it"
    );
    assert_eq!(
        claim(&book, "denial").card.who,
        "Frank Gräfe says so, in their own name. We read it in Der Spiegel’s letter."
    );
    let support = page.support.as_ref().unwrap();
    let secret = support.groups.iter().find(|group| group.why.contains("confidential")).unwrap();
    assert!(!secret.why.contains("Ministerium"), "{}", secret.why);
}

/// The words of an article as typed hold the paths its author typed; they are not shown.
fn without_prose(seen: &str) -> String {
    match (seen.find("prose: prose"), seen.find("ties: [")) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}", &seen.get(..start).unwrap(), &seen.get(end..).unwrap())
        }
        _ => seen.to_owned(),
    }
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
fn an_empty_report_has_all_its_pages_and_says_why_they_are_empty() {
    let public = public_of(&[]);
    let book = Book::new(&public, Speech::english());
    let menu: Vec<_> = book.site().menu.iter().map(|link| link.words.as_str()).collect();
    assert_eq!(menu, ["Front page", "Corrections", "How we verify", "Search"]);
    for page in book.pages() {
        let view = serde_json::to_value(book.view(&page)).unwrap();
        let description = view["head"]["description"].as_str().unwrap();
        assert!(!description.is_empty() && description.chars().count() <= 160, "{description}");
    }
    let View::NotFound(page) = view(&book, "404.html") else { panic!() };
    assert_eq!(page.head.root, "/leak/");
    assert_eq!(book.feeds()[0].updated, "1970-01-01T00:00:00Z");
}

const RETURNING: &str = "\
sources: {blatt: {name: Das Blatt, kind: newspaper, interested: true, summary: It prints.}}
people: {anna: {name: Änne Łoś}}
documents: {stueck: {title: Das Stück, type: article, source: blatt, published: 2024-03-01, accessed: 2024-03-02}}
dates: {anruf: {title: A call, date: 2024-02-19, place: Łódź, summary: They spoke.}}
claims:
  ID:
    text: There was a call.
    status: reported
    history: [{date: 2024-03-01, status: unverified}, {date: 2024-03-10, status: reported, why: WHY}]
    corrections: [{date: 2024-03-11, kind: clarification, said: a talk, now: NOW, why: Closer to it.}]
    evidence: [{document: stueck, said_by: blatt, basis: own-reporting}]
    WAS
";

fn returning(id: &str, why: &str, now: &str, was: &str) -> String {
    RETURNING.replace("ID", id).replace("WHY", why).replace("NOW", now).replace("WAS", was)
}

fn since(sheet: &str) -> Since {
    let public = public_of(&[("facts/all.yaml", sheet)]);
    Book::new(&public, Speech::english()).since()
}

#[test]
fn a_change_is_known_again_until_it_is_another() {
    let first = since(&returning("call", "We asked.", "a call", ""));
    assert_eq!((first.site.as_str(), first.count), ("https://example.org/leak/", 2));
    let told: Vec<_> = first.changes.iter().map(|one| (one.kind, one.status, one.address.as_str())).collect();
    assert_eq!(
        told,
        [("clarification", None, "claims/call.html"), ("standing", Some("reported"), "claims/call.html"),]
    );
    let marks = |since: &Since| since.changes.iter().map(|one| one.mark.clone()).collect::<Vec<_>>();
    let moved = since(&returning("phone-call", "We asked again.", "a call", "was: [call]"));
    assert_eq!(marks(&moved), marks(&first), "neither an address nor the words of a reason make it new");
    let other = since(&returning("call", "We asked.", "a phone call", ""));
    assert_ne!(marks(&other)[0], marks(&first)[0]);
    assert_eq!(marks(&other)[1], marks(&first)[1]);
}

#[test]
fn browsers_are_told_of_the_newest_hundred_changes() {
    let corrections: Vec<String> = (1..=130)
        .map(|number| {
            format!("{{date: 2024-03-11, kind: update, said: words, now: words {number}, why: News.}}")
        })
        .collect();
    let sheet = returning("call", "We asked.", "a call", "")
        .replace("corrections: [", &format!("corrections: [{}, ", corrections.join(", ")));
    let told = since(&sheet);
    assert_eq!((told.count, told.changes.len()), (132, 100));
    let marks: BTreeSet<&str> = told.changes.iter().map(|one| one.mark.as_str()).collect();
    assert_eq!(marks.len(), 100, "no two have the same mark");
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
