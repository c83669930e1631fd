//! After any series of edits, a session says what one says that was begun anew.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use proptest::prelude::*;

use super::{Memory, Session};
use crate::model::Record;
use crate::publish::publish;
use crate::render::{Shelf, SiteFile};
use crate::text::{Input, Inputs};

/// What can stand in a file: sound, broken, leading nowhere.
const TEXTS: [&str; 14] = [
    "people: {änne: {name: Änne Łoś}}\n",
    "people:\n  anne: {name: Änne Łoś, summary: Sie war dabei.}\n",
    "sources: {gazeta: {name: Gazeta}}\ndocuments: {letter: {title: Brief, type: letter, source: gazeta}}\n",
    "claims:\n  one: {text: Es war dunkel., status: unverified, about: [anne], evidence: [{document: letter}]}\n",
    "claims: {one: {text: Es war hell., status: reported, evidence: [{document: nowhere}]}}\n",
    "dates: {call: {title: Der Anruf, date: 2024-02-19}}\nclaims: [\n",
    "dates: {call: {title: Der Anruf, date: 2024-02-19}}\n",
    "dates: {call: {title: Der Anruf, date: 2024-02-20}}\nsources: {gazeta: {name: Gazeta, confidential: {reason: Angst}}}\n",
    "claims: {three: {text: Es war grau., status: unverified, about: [call], contradicts: [one]}}\n",
    "documents: {letter: {title: Brief, type: letter, copy_of: other}, other: {title: Abschrift, type: letter, source: gazeta}}\n",
    "claims: {late: {text: Es dauerte., status: unverified, about: [call], embargo: 1970-01-04T00:00:00Z, contradicts: [three]}}\n",
    "---\ntitle: Der Anruf\n---\n[Es war dunkel](@one), sagte [](@anne).\n",
    "---\ntitle: Drei\ndraft: true\n---\nNichts.\n",
    "",
];

const PATHS: [&str; 6] = [
    "content/facts/a.yaml",
    "content/facts/b.yaml",
    "content/facts/tief/c.yml",
    "content/articles/der-anruf.md",
    "content/articles/b/zwei.md",
    "content/report.yaml",
];

fn inputs(files: &BTreeMap<&str, &str>) -> Inputs {
    let input = |(path, text): (&&str, &&str)| Input { path: (*path).to_owned(), text: (*text).into() };
    Inputs::new(files.iter().map(input).collect(), BTreeMap::new())
}

/// All that comes of it on a day: what is read, what is found, and every byte of the site.
fn told(
    session: &mut Session,
    files: &BTreeMap<&str, &str>,
    day: i64,
) -> (String, String, BTreeMap<String, Vec<u8>>) {
    let now = Timestamp::from_second(day * 24 * 60 * 60).unwrap();
    let edition = session.edition(inputs(files), Vec::new(), now, |_| None);
    let Record { facts, desk, ids, broken } = &edition.record;
    let sorted = |words: Vec<String>| BTreeSet::from_iter(words);
    let desk = format!(
        "{:?} {:?} {:?} {:?}",
        sorted(desk.withheld.iter().map(|one| format!("{one:?}")).collect()),
        sorted(desk.secrets.iter().map(|one| format!("{one:?}")).collect()),
        sorted(ids.iter().map(|one| format!("{one:?}")).collect()),
        sorted(broken.iter().map(|one| format!("{one:?}")).collect()),
    );
    let record = format!("{facts:?} {desk}");
    let verdict = edition.verdict(&mut Memory::default(), |_| None);
    let findings = format!("{:?}", verdict.findings);
    let pages = std::sync::Mutex::new(BTreeMap::new());
    if edition.is_sound() {
        let public = publish(edition.record, Vec::new());
        crate::render::site(&public, &edition.theme, &|file| {
            if let SiteFile::Made { address, bytes } = file {
                pages.lock().unwrap().insert(address.to_owned(), bytes.to_vec());
            }
        });
    }
    (record, findings, pages.into_inner().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn after_any_edits_it_is_as_if_begun_anew(
        edits in proptest::collection::vec((0..PATHS.len(), proptest::option::of(0..TEXTS.len())), 1..8)
    ) {
        let mut files = BTreeMap::from([("content/report.yaml", "title: Bericht\n")]);
        let mut session = Session::default();
        for (day, (path, text)) in (0..).zip(edits) {
            match text {
                Some(text) => files.insert(PATHS[path], TEXTS[text]),
                None => files.remove(PATHS[path]),
            };
            prop_assert_eq!(told(&mut session, &files, day), told(&mut Session::default(), &files, day));
        }
    }

    #[test]
    fn what_is_told_while_somebody_types_is_what_a_check_says(
        edits in proptest::collection::vec((0..PATHS.len(), proptest::option::of(0..TEXTS.len())), 1..8)
    ) {
        let mut files = BTreeMap::from([("content/report.yaml", "title: Bericht\n")]);
        let mut session = Session::default();
        let (mut memory, mut near) = (Memory::default(), Memory::default());
        for (path, text) in edits {
            match text {
                Some(text) => files.insert(PATHS[path], TEXTS[text]),
                None => files.remove(PATHS[path]),
            };
            let now = Timestamp::UNIX_EPOCH;
            let edition = session.edition(inputs(&files), Vec::new(), now, |_| None);
            let anew = Session::default().edition(inputs(&files), Vec::new(), now, |_| None);
            let anew = anew.verdict(&mut Memory::default(), |_| None);
            let all = anew.findings;
            prop_assert_eq!(edition.findings(&mut memory, |_| None), all.as_slice());
            for (file, _) in edition.inputs.iter() {
                let sooner = edition.findings_in(file, &mut near, |_| None);
                let of_file = all.iter().filter(|finding| finding.place.file == file);
                let expected = of_file.filter(|finding| edition.is_near(finding)).cloned();
                prop_assert_eq!(sooner, expected.collect::<Vec<_>>());
            }
        }
    }
}

#[test]
fn every_file_of_a_site_is_where_it_is_asked_for() {
    let mut files: BTreeMap<&str, &str> =
        PATHS.into_iter().zip([1, 2, 6, 11, 12].map(|text| TEXTS[text])).collect();
    files.insert("content/facts/d.yaml", TEXTS[3]);
    files.insert("content/report.yaml", "title: Bericht\nbase_url: https://example.org/bericht\n");
    let edition = Session::default().edition(inputs(&files), Vec::new(), Timestamp::UNIX_EPOCH, |_| None);
    assert_eq!(edition.findings, []);
    let public = publish(edition.record, Vec::new());
    let made = std::sync::Mutex::new(BTreeMap::new());
    crate::render::site(&public, &edition.theme, &|file| {
        made.lock().unwrap().insert(address_of(&file).to_owned(), format!("{file:?}"));
    });
    let shelf = Shelf::new(&public, &edition.theme);
    let made = made.into_inner().unwrap();
    for kind in [
        "claims/one.html",
        "claims/one.oembed.json",
        "feed.xml",
        "sitemap.xml",
        "data/since.js",
        "data/claims.json",
    ] {
        assert!(made.contains_key(kind), "{kind}");
    }
    for (address, file) in made {
        let there = shelf.file(&address, |file| format!("{file:?}")).unwrap();
        assert_eq!(there, Some(file), "{address}");
    }
}

fn address_of<'f>(file: &'f SiteFile<'f>) -> &'f str {
    match file {
        SiteFile::Made { address, .. }
        | SiteFile::Drawn { address, .. }
        | SiteFile::Copied { address, .. } => address,
    }
}

#[test]
fn what_has_not_changed_is_not_linked_again() {
    let mut files = BTreeMap::from([(PATHS[0], TEXTS[1]), (PATHS[1], TEXTS[2]), (PATHS[2], TEXTS[3])]);
    let mut session = Session::default();
    let mut facts = |files: &BTreeMap<&str, &str>| {
        session.edition(inputs(files), Vec::new(), Timestamp::UNIX_EPOCH, |_| None).record.facts
    };
    files.insert(PATHS[3], TEXTS[11]);
    let before = facts(&files);
    files.insert(PATHS[3], "---\ntitle: Ein anderer\n---\nNichts.\n");
    let after = facts(&files);
    assert!(after.claims.shares_all(&before.claims));
    assert!(after.documents.shares_all(&before.documents));
    assert!(!after.articles.shares_all(&before.articles));
    let (before, document) =
        (after, "documents: {letter: {title: Ein Brief, type: letter, source: gazeta}}\n");
    let sheet = format!("sources: {{gazeta: {{name: Gazeta}}}}\n{document}");
    files.insert(PATHS[1], &sheet);
    let after = facts(&files);
    assert!(!after.documents.shares_all(&before.documents));
    assert!(after.claims.shares_all(&before.claims), "its origin is the same");
}
