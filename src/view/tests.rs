//! What views say, of small reports.

mod entries;
mod time;
mod whole;

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
