//! `casebook list`: the record, asked for entries of a kind, as a table or as JSON.
//!
//! Terminals are photographed and logs are kept: a confidential source is called what readers may call it, here too.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::{CommandError, Outcome, Surroundings, kind_of, unknown_id};
use crate::guard::masked;
use crate::model::{Any, Claim, Document, Facts, Id, Kind, Name, Record, Speaker, Status, Withheld};
use crate::text::{At, Inputs, Places, nearest};
use crate::{Vocabulary as _, disk};

/// Which entries are asked for; each thing that is given narrows them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The kind, by its word or the key of its section.
    pub kind: &'a str,
    /// Claims of this status.
    pub status: Option<&'a str>,
    /// What rests on this speaker: claims they said or passed on, documents they published.
    pub source: Option<&'a str>,
    /// What is about this entry, or names it.
    pub about: Option<&'a str>,
    /// Drafts alone.
    pub draft: bool,
    /// As JSON.
    pub json: bool,
}

/// How long the words of an entry are in a table, in characters.
const WIDEST: usize = 72;

/// Stands for words in which a confidential source could be recognised.
const KEPT: &str = "(these words name a confidential source, and stay in their file)";

/// An entry as it is listed. The keys stay what they are: programs read them.
#[derive(Debug, Serialize)]
struct Row<'r> {
    kind: &'static str,
    id: &'r str,
    name: String,
    status: Option<&'static str>,
    origins: Option<u32>,
    ways: Option<u32>,
    date: Option<&'r str>,
    source: Option<&'r str>,
    public: bool,
    withheld: Option<&'static str>,
    path: &'r str,
    line: u32,
}

/// Lists what is asked for, in the order of kinds and sheets.
///
/// # Errors
/// If there is no such kind, status or id, the folder cannot be read, or nobody takes what is said.
pub fn list(
    wanted: Wanted<'_>,
    project: &Path,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let kind = kind_of(wanted.kind)?;
    let (inputs, mut findings) = disk::read(project)?;
    let (drafts, found) = crate::load::load(&inputs);
    findings.extend(found);
    let (record, found) = crate::link::link(&drafts, &inputs, around.now);
    findings.extend(found);
    let unread = findings.iter().filter(|finding| finding.level == crate::diagnostic::Level::Error).count();
    let shown = masked(&inputs, &drafts, &record, &mut findings);
    let asked = Asked {
        status: wanted.status.map(|word| status(word, kind)).transpose()?,
        source: wanted.source.map(|id| speaker(id, &record)).transpose()?,
        about: wanted.about.map(|id| entry(id, &record)).transpose()?,
        draft: wanted.draft,
    };
    let mut places = Places::new(&inputs);
    let facts = &record.facts;
    let entries = facts.entries().filter(|(any, _)| any.kind() == kind && asked.fits(*any, &record));
    let rows: Vec<Row<'_>> = entries
        .filter_map(|(any, entry)| {
            let spot = places.spot(entry.place);
            let claim = if let Any::Claim(key) = any { facts.claims.get(key) } else { None };
            let withheld = record.desk.withheld.get(&any).map(|withheld| match withheld.value {
                Withheld::Draft => "draft",
                Withheld::Embargo(_) => "embargo",
            });
            Some(Row {
                kind: kind.word(),
                id: entry.id.as_str(),
                name: name(facts, any, [&inputs, &shown])?,
                status: claim.map(|claim| claim.status.value.word()),
                origins: claim.map(|claim| claim.support.origins),
                ways: claim.map(|claim| claim.support.ways),
                date: date(facts, any),
                source: publisher(facts, any),
                public: withheld.is_none(),
                withheld,
                path: spot.path,
                line: spot.start.line,
            })
        })
        .collect();
    if wanted.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&rows).unwrap_or_default())?;
    } else {
        table(kind, &rows, out)?;
        if unread > 0 {
            writeln!(out, "not everything could be read: see `casebook check`")?;
        }
    }
    Ok(Outcome::Clean)
}

/// What is asked for, once its words are known to mean something.
struct Asked {
    status: Option<Status>,
    source: Option<Speaker>,
    about: Option<Any>,
    draft: bool,
}

impl Asked {
    fn fits(&self, any: Any, record: &Record) -> bool {
        let facts = &record.facts;
        let is_draft = || matches!(record.desk.withheld.get(&any), Some(At { value: Withheld::Draft, .. }));
        let claim = if let Any::Claim(key) = any { facts.claims.get(key) } else { None };
        self.status.is_none_or(|status| claim.is_some_and(|claim| claim.status.value == status))
            && self.source.is_none_or(|speaker| rests_on(any, speaker, facts))
            && self.about.is_none_or(|about| is_about(any, about, facts))
            && (!self.draft || is_draft())
    }
}

fn rests_on(any: Any, speaker: Speaker, facts: &Facts) -> bool {
    match any {
        Any::Claim(key) => facts.claims.get(key).is_some_and(|claim| claim_rests_on(claim, speaker, facts)),
        Any::Document(key) => facts.documents.get(key).is_some_and(|document| published(document, speaker)),
        _ => false,
    }
}

fn claim_rests_on(claim: &Claim, speaker: Speaker, facts: &Facts) -> bool {
    let counted = [&claim.support, &claim.dispute];
    let mut origins = counted.iter().flat_map(|count| &count.groups).flat_map(|group| &group.speakers);
    let mut relays = counted.iter().flat_map(|count| &count.relays).flatten();
    let mut documents = claim.evidence.iter().filter_map(|piece| facts.documents.get(piece.document.value));
    let said = |at: &At<Speaker>| at.value == speaker;
    claim.speaker.as_ref().is_some_and(said)
        || claim
            .evidence
            .iter()
            .any(|piece| piece.said_by.as_ref().is_some_and(said) || piece.via.iter().flatten().any(said))
        || origins.any(|origin| *origin == speaker)
        || relays.any(|relay| *relay == speaker)
        || documents.any(|document| published(document, speaker))
}

fn published(document: &Document, speaker: Speaker) -> bool {
    document.source.as_ref().is_some_and(|source| source.value == speaker)
}

fn is_about(any: Any, about: Any, facts: &Facts) -> bool {
    match any {
        Any::Claim(key) => facts.claims.get(key).is_some_and(|claim| {
            claim.about.iter().any(|named| named.value == about)
                || claim.adverse_to.iter().any(|named| Any::from(named.value) == about)
        }),
        Any::Date(key) => facts.dates.get(key).is_some_and(|date| {
            date.people.iter().any(|named| Any::Person(named.value) == about)
                || date.organisations.iter().any(|named| Any::Organisation(named.value) == about)
        }),
        Any::Article(key) => facts.articles.get(key).is_some_and(|article| {
            article.references.iter().flat_map(|tie| &tie.targets).any(|target| target.value == about)
        }),
        _ => false,
    }
}

fn status(word: &str, kind: Kind) -> Result<Status, CommandError> {
    if kind != Kind::Claim {
        let what = kind.with_article();
        return Err(CommandError::Usage(format!(
            "{what} has no status; claims have: `casebook list claims`"
        )));
    }
    Status::parse(word).ok_or_else(|| {
        let known: Vec<_> = Status::ALL.iter().map(|status| status.word()).collect();
        let near = nearest(word, known.iter().copied(), 1);
        let meant = match near.first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it may be {}", known.join(", ")),
        };
        CommandError::Usage(format!("there is no status `{word}`; {meant}"))
    })
}

fn entry(typed: &str, record: &Record) -> Result<Any, CommandError> {
    let known = Id::parse_path(typed).and_then(|id| record.ids.get(&id).copied());
    known.ok_or_else(|| unknown_id(typed, record.facts.entries().map(|(_, entry)| entry)))
}

fn speaker(typed: &str, record: &Record) -> Result<Speaker, CommandError> {
    let any = entry(typed, record)?;
    Speaker::of(any).ok_or_else(|| {
        let what = any.kind().with_article();
        CommandError::Usage(format!(
            "`{typed}` is {what}; people, organisations and sources are sources of something"
        ))
    })
}

/// What an entry is called, unless a confidential source could be recognised in it: `texts` are the files as they are
/// and as they can be shown.
fn name(facts: &Facts, any: Any, texts: [&Inputs; 2]) -> Option<String> {
    let name = match any {
        Any::Person(key) => &facts.people.get(key)?.name,
        Any::Organisation(key) => &facts.organisations.get(key)?.name,
        Any::Source(key) => match &facts.sources.get(key)?.name {
            Name::Known(name) => name,
            Name::Confidential { described_as: Some(words), .. } => words,
            Name::Confidential { .. } => return Some("a confidential source".to_owned()),
        },
        Any::Document(key) => &facts.documents.get(key)?.title,
        Any::Date(key) => &facts.dates.get(key)?.title,
        Any::Claim(key) => &facts.claims.get(key)?.text,
        Any::Article(key) => &facts.articles.get(key)?.title,
    };
    let [typed, shown] = texts.map(|inputs| inputs.words(name.place));
    Some(if typed == shown { name.value.clone() } else { KEPT.to_owned() })
}

fn date(facts: &Facts, any: Any) -> Option<&str> {
    let date = match any {
        Any::Document(key) => facts.documents.get(key)?.published.as_ref(),
        Any::Date(key) => Some(&facts.dates.get(key)?.date),
        Any::Claim(key) => facts.claims.get(key)?.date.as_ref(),
        Any::Article(key) => facts.articles.get(key)?.date.as_ref(),
        Any::Person(_) | Any::Organisation(_) | Any::Source(_) => None,
    };
    date.map(|date| date.value.as_typed())
}

fn publisher(facts: &Facts, any: Any) -> Option<&str> {
    let Any::Document(key) = any else { return None };
    let source = facts.documents.get(key)?.source.as_ref()?;
    facts.entry(source.value.into()).map(|entry| entry.id.as_str())
}

fn table(kind: Kind, rows: &[Row<'_>], out: &mut dyn Write) -> Result<(), CommandError> {
    let cells: Vec<Vec<String>> = rows.iter().map(|row| cells(kind, row)).collect();
    let mut widths = Vec::new();
    for row in &cells {
        widths.resize(row.len(), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    for row in &cells {
        let padded = row
            .iter()
            .zip(&widths)
            .filter(|(_, width)| **width > 0)
            .map(|(cell, width)| format!("{cell:width$}", width = *width));
        writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    let word = if rows.len() == 1 { kind.word() } else { kind.section() };
    writeln!(out, "{} {word}", rows.len())?;
    Ok(())
}

fn cells(kind: Kind, row: &Row<'_>) -> Vec<String> {
    let words = |word: Option<&str>| word.unwrap_or_default().to_owned();
    let mut cells = vec![row.id.to_owned()];
    match kind {
        Kind::Claim => {
            cells.push(words(row.status));
            cells.push(super::build::number(row.origins.unwrap_or(0) as usize, "origin", "origins"));
        }
        Kind::Document => cells.extend([words(row.date), words(row.source)]),
        Kind::Date | Kind::Article => cells.push(words(row.date)),
        Kind::Person | Kind::Organisation | Kind::Source => {}
    }
    cells.push(words(row.withheld));
    cells.push(short(&row.name));
    cells
}

/// Words that fit on a line of a terminal.
fn short(words: &str) -> String {
    if words.chars().count() <= WIDEST {
        return words.to_owned();
    }
    let kept: String = words.chars().take(WIDEST - 1).collect();
    format!("{}…", kept.trim_end())
}
