//! What happened, what was known when, and what changed.

use super::*;

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
    assert_eq!(changed("timeline.html").as_deref(), Some("2024-03-20"), "as the newest of what it shows");
    assert_eq!(changed("method.html"), None);
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
            ["One claim with a new standing", "Two claims with a new standing"]
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
