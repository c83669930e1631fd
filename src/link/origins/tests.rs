//! Counting, sentence by sentence of the rules: small reports in, what a reader is told out.

pub(crate) mod generated;
mod rules;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::link::finish::Finished;
use crate::model::{Any, Claim, Count, Date, Facts, Id, Key, Narrow, Record, Speaker, Withdrawal};
use crate::text::{At, Input, Inputs};

/// Those who speak, and what was opened.
const CAST: &str = "
people:
  boris: {name: Boris Pistorius}
  sprecherin: {name: Änne Łoś, speaks_for: ministry}
  former: {name: Jörg Ehemalig, speaks_for: [{organisation: ministry, from: 2020, until: 2023-06-30}]}
  owner: {name: Käthe Eigentümer}
organisations:
  ministry: {name: Ministerium}
  luftwaffe: {name: Luftwaffe, part_of: ministry}
  heer: {name: Heer, part_of: ministry}
  committee: {name: Komisja śledcza}
  konzern: {name: Konzern}
sources:
  spiegel: {name: Der Spiegel}
  pap: {name: PAP}
  dpa: {name: dpa}
  rt: {name: RT}
  gazeta: {name: Gazeta Łódzka, owner: konzern}
  kurier: {name: Kurier, owner: konzern}
  wochenblatt: {name: Wochenblatt, owner: [owner, konzern]}
  online: {name: PAP Online, part_of: pap}
  insider:
    name: Geheim
    counts_with: ministry
    confidential: {described_as: A person briefed on the inquiry, reason: Fears dismissal.}
  deep-one:
    name: Wer
    counts_with: konzern
    confidential: {described_as: A person in the building, reason: Fears dismissal.}
  deep-two:
    name: Anders
    counts_with: konzern
    confidential: {described_as: Another person in the building, reason: Fears dismissal.}
documents:
  spiegel-piece: {title: Das Leck, type: article, source: spiegel, published: 2024-03-05}
  pap-report: {title: Przeciek, type: wire, source: pap, published: 2024-03-06}
  dpa-report: {title: Das Leck, type: wire, source: dpa, published: 2024-03-06}
  rt-recording: {title: Запись, type: recording, source: rt, published: 2024-03-01}
  gazeta-piece: {title: Przeciek, type: article, source: gazeta, published: 2024-03-07}
  kurier-piece: {title: Das Leck, type: article, source: kurier, published: 2024-03-07}
  wochenblatt-piece: {title: Das Leck, type: article, source: wochenblatt, published: 2024-03-07}
  ministry-statement: {title: Erklärung, type: statement, source: ministry, published: 2024-03-04}
  committee-report: {title: Raport, type: report, source: committee, published: 2024-03-11}
  pap-copy: {title: Przeciek, type: article, source: gazeta, copy_of: pap-report, published: 2024-03-07}
  pap-online: {title: Przeciek, type: article, source: online, copy_of: pap-report}
  pap-copy-of-copy: {title: Das Leck, type: article, source: rt, copy_of: pap-copy}
  round-up: {title: Was wir wissen, type: article, source: rt, derived_from: [spiegel-piece, pap-report]}
  round-up-two: {title: Übersicht, type: article, source: kurier, derived_from: [pap-report, dpa-report]}
  round-up-three: {title: Przegląd, type: article, source: dpa, derived_from: [gazeta-piece, committee-report]}
  official-round-up: {title: Übersicht, type: report, source: dpa, derived_from: [ministry-statement, committee-report]}
";

/// Links the cast, another sheet, and a claim `leak` with the evidence.
pub(crate) fn linked(sheet: &str, claim: &str, evidence: &str) -> Record {
    record(&[("cast", CAST), ("more", sheet), ("said", &said(claim, evidence))])
}

/// A sheet with a claim `leak` and the evidence.
fn said(claim: &str, evidence: &str) -> String {
    let mut text = format!(
        "claims:\n  leak:\n    text: Das Gespräch wurde abgehört.\n    status: unverified\n{claim}    evidence:\n"
    );
    for piece in evidence.lines().map(str::trim).filter(|piece| !piece.is_empty()) {
        writeln!(text, "      - {{{piece}}}").unwrap();
    }
    text
}

/// The entries of the cast, each in a sheet of its own.
fn cast_entry_by_entry() -> Vec<String> {
    let (mut kind, mut entries) = ("", Vec::<String>::new());
    for line in CAST.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => kind = line,
            Some(more) if more.starts_with(' ') => entries.last_mut().unwrap().extend([line, "\n"]),
            Some(_) => entries.push(format!("{kind}\n{line}\n")),
        }
    }
    entries
}

fn record(sheets: &[(&str, &str)]) -> Record {
    let mut files = vec![Input { path: "content/report.yaml".into(), text: "title: Das Leck".into() }];
    files.extend(
        sheets
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(name, text)| Input { path: format!("content/facts/{name}.yaml"), text: (*text).into() }),
    );
    let inputs = Inputs::new(files, BTreeMap::new());
    let (drafts, mut findings) = crate::load::load(&inputs);
    let (record, found) = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
    findings.extend(found);
    assert!(findings.is_empty(), "{findings:#?}");
    record
}

/// What supports the claim, as a reader is told.
fn counted(evidence: &str) -> String {
    counted_with("", evidence)
}

/// The same with another sheet.
fn counted_with(sheet: &str, evidence: &str) -> String {
    let record = linked(sheet, "", evidence);
    let (support, _) = sides(&record);
    told(&support, &record.facts)
}

/// What disputes the claim.
fn disputed(evidence: &str) -> String {
    let record = linked("", "", evidence);
    let (_, dispute) = sides(&record);
    told(&dispute, &record.facts)
}

/// Who passed each piece on.
fn passed_on(sheet: &str, evidence: &str) -> Vec<String> {
    let record = linked(sheet, "", evidence);
    let (support, _) = sides(&record);
    support.relays.iter().map(|relays| names(relays, &record.facts)).collect()
}

fn sides(record: &Record) -> (Count, Count) {
    let claim = &record.facts.claims[leak(record)];
    (claim.support.clone(), claim.dispute.clone())
}

/// The claim.
pub(crate) fn leak(record: &Record) -> Key<Claim> {
    let Any::Claim(key) = record.ids[&Id::parse("leak").unwrap()] else { unreachable!("a claim") };
    key
}

/// The record after a document was taken back by whoever published it.
pub(crate) fn without(record: &Record, document: &str) -> Record {
    let mut record = record.clone();
    let Any::Document(gone) = record.ids[&Id::parse(document).unwrap()] else { unreachable!("a document") };
    let place = record.facts.documents[gone].entry.place;
    let date = At::new(Date::parse("2024-03-20").unwrap(), place);
    let why = At::new("Irrtum".to_owned(), place);
    record.facts.documents[gone].withdrawn = Some(At::new(Withdrawal { date, why }, place));
    record.facts = Finished::of(&record.facts, &record.desk, &record.broken, None).facts;
    record
}

/// `2 origins, 1 way | spiegel: 1 Known (1 2) | pap: 0 Unstated (3) | through rt`.
fn told(count: &Count, facts: &Facts) -> String {
    let s = |number: u32| if number == 1 { "" } else { "s" };
    let mut text =
        format!("{} origin{}, {} way{}", count.origins, s(count.origins), count.ways, s(count.ways));
    for group in &count.groups {
        let pieces: Vec<String> = group.evidence.iter().map(|piece| (piece + 1).to_string()).collect();
        let speakers = names(&group.speakers, facts);
        write!(text, " | {speakers}: {} {:?} ({})", group.counts, group.why, pieces.join(" ")).unwrap();
    }
    for narrow in &count.narrow {
        match narrow {
            Narrow::Speaker(speaker) => write!(text, " | through {}", names(&[*speaker], facts)).unwrap(),
            Narrow::Document(key) => write!(text, " | through {}", facts.documents[*key].entry.id).unwrap(),
        }
    }
    text
}

fn names(speakers: &[Speaker], facts: &Facts) -> String {
    let name = |speaker: &Speaker| {
        facts.entry((*speaker).into()).map_or("?".to_owned(), |entry| entry.id.to_string())
    };
    if speakers.is_empty() {
        "nobody".to_owned()
    } else {
        speakers.iter().map(name).collect::<Vec<_>>().join(" + ")
    }
}
