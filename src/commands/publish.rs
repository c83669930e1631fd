//! `casebook publish`: a build at which every signature that is asked for must be there, and which is recorded.

use std::io::Write;
use std::path::Path;

use super::build::{make, number};
use super::read::{Read, read};
use super::{CommandError, Outcome, Surroundings};
use crate::diagnostic::Level;
use crate::disk;
use crate::ledger::{self, Publication};

/// Builds the site and, when nothing stands in the way, adds what is new or changed in it to the record in
/// `content/record/`. Where nothing is, the record stays as it is.
///
/// # Errors
/// If the folder cannot be read, the site or the record cannot be written, the clock says that it is earlier than at
/// the last publication, or nobody takes what is said.
pub fn publish(
    project: &Path,
    output: Option<&Path>,
    around: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let mut read = read(project, around)?;
    require_signatures(&mut read);
    if let Some(last) = read.edition.ledger.last().filter(|last| last.at > around.now) {
        return Err(CommandError::Usage(format!(
            "publication {} was at {}, and the clock says that it is earlier now; set the clock right",
            last.number, last.at
        )));
    }
    let next = ledger::next(&read.edition.record, &read.edition.ledger, around.now);
    let next = next.map(|next| {
        let path = ledger::publication_path(&next, &read.edition.record.facts.report.time_zone);
        (path, next)
    });
    let last = read.edition.ledger.last().map(|last| last.number);
    read.edition.ledger.publications.extend(next.iter().map(|(_, next)| next.clone()));
    let outcome = make(read, project, output, around, out, err)?;
    if outcome == Outcome::Findings {
        writeln!(out, "nothing was published")?;
        return Ok(outcome);
    }
    match next {
        Some((path, next)) => {
            disk::create(&project.join(&path), ledger::publication_sheet(&next).as_bytes())?;
            writeln!(out, "publication {}: {}", next.number, changes(&next))?;
            writeln!(out, "recorded in {path}; commit it, and keep its digest: {}", next.sha256)?;
        }
        None => writeln!(
            out,
            "nothing changed since publication {}; nothing was recorded",
            last.unwrap_or_default()
        )?,
    }
    Ok(Outcome::Clean)
}

/// A signature that is missing stops a publication, unless the report itself says why it may be missing.
fn require_signatures(read: &mut Read) {
    let excepted = &read.verdict.excepted;
    for finding in &mut read.verdict.findings {
        let lowered = excepted.iter().any(|one| {
            (one.finding.rule, one.finding.place) == (finding.rule, finding.place)
                && one.finding.message == finding.message
        });
        if finding.rule == "missing-sign-off" && !lowered {
            finding.level = Level::Error;
        }
    }
}

fn changes(publication: &Publication) -> String {
    let claims = number(publication.claims.len(), "claim", "claims");
    let articles = number(publication.articles.len(), "article", "articles");
    let moved = publication.gone.iter().filter(|gone| gone.now.is_some()).count();
    let lost = publication.gone.len() - moved;
    let mut changes = vec![format!("{claims} and {articles} are new or changed")];
    for (count, what) in [(moved, "moved"), (lost, "lost")] {
        changes.extend((count > 0).then(|| format!("{} {what}", number(count, "address", "addresses"))));
    }
    changes.join(", ")
}
