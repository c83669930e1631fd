//! After any series of edits, a session says what one says that was begun anew.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::prelude::*;

use super::Session;
use crate::link::link_file;
use crate::publish::publish;
use crate::reading::Readings;
use crate::render::SiteFile;
use crate::text::{Input, Inputs};

/// What can stand in a file: sound, broken, leading nowhere.
const TEXTS: [&str; 9] = [
    "people: {änne: {name: Änne Łoś}}\n",
    "people:\n  anne: {name: Änne Łoś, summary: Sie war dabei.}\n",
    "sources: {gazeta: {name: Gazeta}}\ndocuments: {letter: {title: Brief, type: letter, source: gazeta}}\n",
    "claims:\n  one: {text: Es war dunkel., status: unverified, about: [anne], evidence: [{document: letter}]}\n",
    "claims: {one: {text: Es war hell., status: reported, evidence: [{document: nowhere}]}}\n",
    "dates: {call: {title: Der Anruf, date: 2024-02-19}}\nclaims: [\n",
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

/// All that comes of it: what is found, and every byte of the site.
fn told(session: &mut Session, files: &BTreeMap<&str, &str>) -> (String, BTreeMap<String, Vec<u8>>) {
    let edition = session.edition(inputs(files), Vec::new(), Timestamp::UNIX_EPOCH, |_| None);
    let verdict = edition.verdict(|_| None);
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
    (findings, pages.into_inner().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn after_any_edits_it_is_as_if_begun_anew(
        edits in proptest::collection::vec((0..PATHS.len(), proptest::option::of(0..TEXTS.len())), 1..8)
    ) {
        let mut files = BTreeMap::from([("content/report.yaml", "title: Bericht\n")]);
        let mut session = Session::default();
        for (path, text) in edits {
            match text {
                Some(text) => files.insert(PATHS[path], TEXTS[text]),
                None => files.remove(PATHS[path]),
            };
            prop_assert_eq!(told(&mut session, &files), told(&mut Session::default(), &files));
        }
    }

    #[test]
    fn what_is_told_while_somebody_types_is_what_a_check_says(
        edits in proptest::collection::vec((0..PATHS.len(), proptest::option::of(0..TEXTS.len())), 1..8)
    ) {
        let mut files = BTreeMap::from([("content/report.yaml", "title: Bericht\n")]);
        let mut session = Session::default();
        let mut readings = Readings::default();
        for (path, text) in edits {
            match text {
                Some(text) => files.insert(PATHS[path], TEXTS[text]),
                None => files.remove(PATHS[path]),
            };
            let now = Timestamp::UNIX_EPOCH;
            let edition = session.edition(inputs(&files), Vec::new(), now, |_| None);
            let anew = Session::default().edition(inputs(&files), Vec::new(), now, |_| None).verdict(|_| None);
            prop_assert_eq!(edition.findings(&mut readings, |_| None), anew.findings);
            for (file, _) in edition.inputs.iter() {
                for early in link_file(file, &edition.loaded.drafts, &edition.inputs, now) {
                    prop_assert!(edition.findings.contains(&early), "{early:?}");
                }
            }
        }
    }
}
