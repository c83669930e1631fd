//! Reports of any size to measure with: made of chance, and yet without an error.
//!
//! A report of `n` claims has `n / 5` people, organisations, sources, documents and dates, and `n / 10` articles. Each
//! claim has the evidence that its status takes, so that the whole report builds. A plain site has articles and people
//! alone, and can be written for other generators too.

mod articles;
mod cast;
mod claims;
mod dice;
mod documents;
mod entry;
mod evidence;
mod plain;
mod prose;

pub(crate) use plain::{Generator, plain_site};

use cast::{Cast, Size};
use dice::Dice;
use documents::Library;

const REPORT: &str = "\
title: Die Überflutung von Görlitz
summary: What is known of it, who says so, and how they know.
language: en
base_url: https://report.example/
publisher: {name: Redaktion Süd, url: https://redaktion.example, contact: redaktion@redaktion.example}
licence: CC-BY-4.0
time_zone: Europe/Warsaw
policy: {corroborated_origins: 2, stale_days: 36500, reply_hours: 48}
rules:
  - {rule: no-kept-copy, level: off, why: Copies of one document in ten are enough to measure with.}
";

/// The files of a report with so many claims: paths below the project's folder, and texts. The same seed gives the
/// same report.
pub(crate) fn report(claims: usize, seed: u64) -> Vec<(String, String)> {
    let dice = &mut Dice::new(seed);
    let size = Size::of_report(claims);
    let cast = Cast::new(&size, dice);
    let mut library = Library::new(size.documents, &cast, dice);
    let claims = claims::claims(claims, &cast, &mut library, dice);

    let mut files = vec![("content/report.yaml".to_owned(), REPORT.to_owned())];
    files.extend(cast.sheets());
    files.extend(library.into_files(dice));
    files.extend(articles::articles(&cast, &claims, dice));
    let claims: Vec<String> = claims.into_iter().map(|claim| claim.entry).collect();
    files.extend(entry::sheets("claims", &claims));
    files
}
