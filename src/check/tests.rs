//! What a rule finds in a small report, without a disk: for tests of rules.

use std::collections::BTreeMap;

use jiff::civil::date;
use sha2::{Digest, Sha256};

use super::{Matter, check};
use crate::copies::{Copies, Known};
use crate::ledger::Ledger;
use crate::text::{Asset, Input, Inputs};

/// What `rule` finds in one sheet, a line to a finding: level, line, what is said.
pub(super) fn found(rule: &str, sheet: &str) -> String {
    found_in(rule, &[("content/facts/leak.yaml", sheet)])
}

/// What `rule` finds in the files of a report. Kept copies and pictures are known by their digest, as from the disk.
pub(super) fn found_in(rule: &str, files: &[(&str, &str)]) -> String {
    let is_asset = |path: &str| path.starts_with("content/archive/") || path.starts_with("content/media/");
    let assets: BTreeMap<String, Asset> = files
        .iter()
        .filter(|(path, _)| is_asset(path))
        .map(|(path, text)| {
            let digest: Vec<String> = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
            (
                (*path).to_owned(),
                Asset { sha256: Some(digest.concat()), size: text.len() as u64, changed: None },
            )
        })
        .collect();
    let mut texts: Vec<Input> = files
        .iter()
        .filter(|(path, _)| !is_asset(path))
        .map(|(path, text)| Input { path: (*path).to_owned(), text: (*text).into() })
        .collect();
    if !texts.iter().any(|input| input.path == "content/report.yaml") {
        texts.push(Input { path: "content/report.yaml".to_owned(), text: "title: Das Leck".into() });
    }
    let inputs = Inputs::new(texts, assets);
    let (drafts, _) = crate::load::load(&inputs);
    let (record, _) = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
    let copies =
        Copies::gather(&record.facts.claims, &record.facts, &inputs, &mut Known::default(), |path| {
            let (_, text) = files.iter().find(|(file, _)| *file == path)?;
            Some(text.as_bytes().to_vec())
        });
    let reading = crate::reading::read(&record, &inputs);
    let (ledger, _) = Ledger::read(&inputs, &drafts, &record);
    let matter = Matter {
        record: &record,
        part: None,
        reading: &reading,
        inputs: &inputs,
        copies: &copies,
        ledger: &ledger,
        sound: true,
        today: date(2026, 11, 24),
    };
    let mut findings = check(&matter).findings;
    crate::diagnostic::in_order(&mut findings);
    let lines = findings.iter().filter(|finding| finding.rule == rule).map(|finding| {
        let text = &inputs.file(finding.place.file).text;
        let line =
            text.bytes().take(finding.place.span.start as usize).filter(|byte| *byte == b'\n').count() + 1;
        format!("{:?} {line}: {}", finding.level, finding.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}
