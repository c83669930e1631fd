//! What each stage of a build takes, and all of them together: in memory, from texts to bytes.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use casebook::check::{Matter, check};
use casebook::copies::{Copies, Known};
use casebook::diagnostic::{Finding, Level};
use casebook::ledger::Ledger;
use casebook::link::link;
use casebook::load::{Loaded, load};
use casebook::model::Record;
use casebook::publish::{Public, publish};
use casebook::reading::{self, Reading};
use casebook::render::{SiteFile, Theme, site};
use casebook::session::{Edition, Memory, Session};
use casebook::text::{Asset, Input, Inputs};
use casebook::view::Book;
use criterion::{BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

mod generator;

use generator::Generator;

const SEED: u64 = 1;

/// Files as they come from the disk: kept copies are known by their digest, all else by its text. The copies' bytes
/// are fetched by whoever compares them.
fn inputs(files: Vec<(String, String)>) -> (Inputs, Kept) {
    let (kept, texts): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(path, _)| path.starts_with("content/archive/"));
    let asset = |text: &str| {
        let digest: Vec<String> = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        Asset { sha256: Some(digest.concat()), size: text.len() as u64, changed: None }
    };
    let assets = kept.iter().map(|(path, text)| (path.clone(), asset(text))).collect();
    let texts = texts.into_iter().map(|(path, text)| Input { path, text: text.into() }).collect();
    (Inputs::new(texts, assets), kept.into_iter().collect())
}

/// The texts of kept copies, by path.
type Kept = BTreeMap<String, String>;

fn copies(record: &Record, inputs: &Inputs, kept: &Kept) -> Copies {
    Copies::gather(&record.facts.claims, &record.facts, inputs, &mut Known::default(), |path| {
        kept.get(path).map(|text| text.clone().into_bytes())
    })
}

fn linked(inputs: &Inputs) -> Record {
    let (drafts, findings) = load(inputs);
    no_errors(&findings);
    let (record, findings) = link(&drafts, inputs, Timestamp::UNIX_EPOCH);
    no_errors(&findings);
    record
}

/// Makes every page and file, and counts the bytes.
fn rendered(public: &Public, theme: &Theme) -> usize {
    let size = AtomicUsize::new(0);
    let findings = site(public, theme, &|file| {
        if let SiteFile::Made { bytes, .. } = file {
            size.fetch_add(bytes.len(), Ordering::Relaxed);
        }
    });
    no_errors(&findings);
    size.into_inner()
}

/// What a build does between its first and last touch of the disk.
fn whole(inputs: &Inputs, kept: &Kept) -> usize {
    let record = linked(inputs);
    let read = reading::read(&record, inputs);
    let copies = copies(&record, inputs, kept);
    no_errors(&check(&matter(&record, &read, inputs, &copies, &Ledger::default())).findings);
    let (theme, findings) = Theme::new(inputs, &record.facts.report);
    no_errors(&findings);
    rendered(&publish(record, Vec::new()), &theme)
}

/// What is laid before the rules, on a day long after all that is in the report.
fn matter<'m>(
    record: &'m Record,
    reading: &'m Reading,
    inputs: &'m Inputs,
    copies: &'m Copies,
    ledger: &'m Ledger,
) -> Matter<'m> {
    Matter {
        record,
        part: None,
        reading,
        inputs,
        copies,
        ledger,
        sound: true,
        today: jiff::civil::date(2026, 11, 24),
    }
}

/// A report with errors would be measured on the way to its findings, not to its site.
fn no_errors(findings: &[Finding]) {
    let error = findings.iter().find(|finding| finding.level == Level::Error);
    assert!(error.is_none(), "the made-up report is wrong: {error:?}");
}

/// What is done at a keystroke in a sheet, as a language server does it: at once what concerns that file alone, then a
/// new edition, then all rules.
fn typing(criterion: &mut Criterion) {
    for claims in [1_000, 10_000] {
        let (inputs, kept) = inputs(generator::report(claims, SEED));
        let (file, sheet) = inputs
            .iter()
            .find(|(_, input)| input.path.starts_with("content/facts/claims"))
            .expect("a report has a sheet of claims");
        let texts = ["", "# one more line\n"].map(|line| format!("{}{line}", sheet.text));
        let states = texts.map(|text| {
            let typed = |(_, input): (_, &Input)| {
                let text = if input.path == sheet.path { text.as_str().into() } else { input.text.clone() };
                Input { path: input.path.clone(), text }
            };
            inputs.with_files(inputs.iter().map(typed).collect())
        });
        let now = Timestamp::UNIX_EPOCH;
        let bytes = |path: &str| kept.get(path).map(|text| text.clone().into_bytes());
        let mut group = criterion.benchmark_group(format!("typing/{claims}"));
        group.sample_size(10);
        let mut loaded = Arc::new(Loaded::default().again(&states[0]));
        let mut next = states.iter().cycle();
        let mut read = || {
            let state = next.next().unwrap_or(&inputs);
            loaded = Arc::new(Loaded::clone(&loaded).again(state));
            (state.clone(), Arc::clone(&loaded))
        };
        group.bench_function("file", |bencher| bencher.iter(|| black_box(read())));
        let mut session = Session::default();
        group.bench_function("edition", |bencher| {
            let make = |(state, loaded)| session.linked(state, loaded, Vec::new(), now, bytes);
            bencher.iter_batched(&mut read, make, BatchSize::PerIteration);
        });
        let mut memory = Memory::default();
        group.bench_function("rules", |bencher| {
            let make = || {
                let (state, loaded) = read();
                session.linked(state, loaded, Vec::new(), now, bytes)
            };
            let ask = |edition: Edition| edition.findings(&mut memory, bytes);
            bencher.iter_batched(make, ask, BatchSize::PerIteration);
        });
        let mut memory = Memory::default();
        group.bench_function("rules of the file", |bencher| {
            let make = || {
                let (state, loaded) = read();
                session.linked(state, loaded, Vec::new(), now, bytes)
            };
            let ask = |edition: Edition| edition.findings_in(file, &mut memory, bytes);
            bencher.iter_batched(make, ask, BatchSize::PerIteration);
        });
        group.finish();
    }
}

fn stages(criterion: &mut Criterion) {
    for claims in [1_000, 10_000] {
        let (inputs, kept) = inputs(generator::report(claims, SEED));
        let (drafts, _) = load(&inputs);
        let record = linked(&inputs);
        let read = reading::read(&record, &inputs);
        let kept_words = copies(&record, &inputs, &kept);
        let (theme, _) = Theme::new(&inputs, &record.facts.report);
        let public = publish(record.clone(), Vec::new());
        let ledger = Ledger::default();
        let now = Timestamp::UNIX_EPOCH;

        let mut group = criterion.benchmark_group("stages");
        group.sample_size(10);
        stage(&mut group, "load", claims, || load(&inputs));
        stage(&mut group, "link", claims, || link(&drafts, &inputs, now));
        stage(&mut group, "reading", claims, || reading::read(&record, &inputs));
        stage(&mut group, "copies", claims, || copies(&record, &inputs, &kept));
        stage(&mut group, "check", claims, || check(&matter(&record, &read, &inputs, &kept_words, &ledger)));
        group.bench_function(BenchmarkId::new("publish", claims), |bencher| {
            bencher.iter_batched(
                || record.clone(),
                |record| publish(record, Vec::new()),
                BatchSize::PerIteration,
            );
        });
        stage(&mut group, "view", claims, || {
            let book = Book::new(&public, theme.speech());
            book.pages().par_iter().for_each(|page| drop(black_box(book.view(page))));
        });
        stage(&mut group, "render", claims, || rendered(&public, &theme));
        stage(&mut group, "whole", claims, || whole(&inputs, &kept));
        group.finish();
    }
}

fn plain(criterion: &mut Criterion) {
    let (inputs, kept) = inputs(generator::plain_site(1_000, SEED, Generator::Casebook));
    let mut group = criterion.benchmark_group("plain");
    group.sample_size(10);
    stage(&mut group, "whole", 1_000, || whole(&inputs, &kept));
    group.finish();
}

fn stage<T>(
    group: &mut BenchmarkGroup<'_, criterion::measurement::WallTime>,
    name: &str,
    size: usize,
    mut work: impl FnMut() -> T,
) {
    group.bench_function(BenchmarkId::new(name, size), |bencher| bencher.iter(&mut work));
}

criterion_group!(benches, stages, typing, plain);
criterion_main!(benches);
