//! `casebook new`: an entry or an article with its fields in place.

use std::io::Write;
use std::path::Path;

use super::{CommandError, Outcome, kind_of};
use crate::disk;
use crate::load::{Draft, load};
use crate::model::{Id, Kind};
use crate::text::Inputs;

/// Adds an entry to a sheet of its own kind, or an article.
///
/// # Errors
/// If there is no such kind, the id is none or is taken, there is no report, or the disk refuses.
pub fn new(kind: &str, id: &str, project: &Path, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    let kind = kind_of(kind)?;
    let id = id_of(kind, id)?;
    let (inputs, _) = disk::read(project)?;
    if let Some(path) = taken(&id, &inputs) {
        return Err(CommandError::Usage(format!("`{id}` is taken: it stands in {path}; choose another id")));
    }
    let path = match kind {
        Kind::Article => {
            let path = format!("content/articles/{id}.md");
            disk::create(&project.join(&path), article(&id).as_bytes())?;
            path
        }
        _ => add_to_sheet(kind, &id, &inputs, project)?,
    };
    writeln!(out, "added {} `{id}` to {path}; fill its fields in, then `casebook check`", kind.word())?;
    Ok(Outcome::Clean)
}

pub(super) fn id_of(kind: Kind, typed: &str) -> Result<Id, CommandError> {
    let id = if kind == Kind::Article { Id::parse_path(typed) } else { Id::parse(typed) };
    id.ok_or_else(|| {
        let meant = Id::plain(typed).map_or_else(String::new, |id| format!("; `{id}` would be one"));
        CommandError::Usage(format!(
            "`{typed}` is not an id: ids are lower-case letters a to z and digits, joined by hyphens{meant}"
        ))
    })
}

/// The file in which an id is taken.
fn taken(id: &Id, inputs: &Inputs) -> Option<String> {
    let (drafts, _) = load(inputs);
    let file = drafts.iter().find_map(|(file, draft)| match draft {
        Draft::Report(_) => None,
        Draft::Sheet(sheet) => sheet.ids().any(|known| known == id).then_some(*file),
        Draft::Article(article) => {
            article.id.as_ref().is_some_and(|known| known.value == *id).then_some(*file)
        }
    })?;
    Some(inputs.file(file).path.clone())
}

/// Writes an entry at the end of the sheet `content/facts/<section>.yaml` where that sheet ends with this section,
/// and into a sheet of its own otherwise.
fn add_to_sheet(kind: Kind, id: &Id, inputs: &Inputs, project: &Path) -> Result<String, CommandError> {
    let section = kind.section();
    let path = format!("content/facts/{section}.yaml");
    let Some(file) = inputs.find(&path) else {
        let text = format!("{section}:\n{}", entry(kind, id));
        disk::create(&project.join(&path), text.as_bytes())?;
        return Ok(path);
    };
    let text = &inputs.file(file).text;
    if ends_with_section(text, section) {
        let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
        disk::replace(&project.join(&path), format!("{text}{gap}{}", entry(kind, id)).as_bytes())?;
        return Ok(path);
    }
    let path = format!("content/facts/{id}.yaml");
    disk::create(&project.join(&path), format!("{section}:\n{}", entry(kind, id)).as_bytes())?;
    Ok(path)
}

/// Whether the last key that stands at the left edge opens this section, with entries below it two spaces in.
fn ends_with_section(text: &str, section: &str) -> bool {
    let lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    let mut last = None;
    let mut two_in = true;
    for line in lines {
        if line.starts_with(' ') {
            let indent = line.len() - line.trim_start().len();
            two_in &= indent != 1 && indent != 3;
        } else {
            last = Some(line);
            two_in = true;
        }
    }
    two_in && last.is_some_and(|line| line.strip_suffix(':') == Some(section))
}

/// An id as words: `first-call` is `First call`.
fn words(id: &Id) -> String {
    let words = id.as_str().rsplit('/').next().unwrap_or_default().replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn entry(kind: Kind, id: &Id) -> String {
    let name = words(id);
    let fields = match kind {
        Kind::Person => format!(
            "name: {name}
    # also: [another spelling]
    # summary: Who they are, in a line.
    # roles:
    #   - {{title: Spokesperson, organisation: an-organisation, from: 2024, until: ..}}
    # speaks_for: an-organisation      # if their words count as its words"
        ),
        Kind::Organisation => format!(
            "name: {name}
    # kind: ministry
    # country: DE
    # part_of: another-organisation
    # summary: What it is, in a line."
        ),
        Kind::Source => format!(
            "name: {name}
    # kind: newspaper
    # country: DE
    # url: https://example.org
    # owner: who-owns-it
    # confidential: {{described_as: A person briefed on the inquiry, reason: Why they are not named., approved_by: desk}}"
        ),
        Kind::Document => format!(
            "title: {name}
    type: article                      # wire broadcast recording film transcript statement interview letter report …
    source:                            # the id of who published it
    # published: 2024-03-12
    # accessed: 2024-03-13             # without it: known of, not opened by us
    # language: en
    # url: https://example.org/article
    # copy_of: another-document        # or derived_from: [several]
    # archive: {{file: archive/copy.txt, sha256: its digest, public: false}}"
        ),
        Kind::Date => format!(
            "title: {name}
    date:                              # 2024-03-12, 2024-03, 2024-03-01/2024-03-11, 2024-03~, ../2024-03-12
    # people: [ids]
    # organisations: [ids]
    # place: Where"
        ),
        Kind::Claim | Kind::Article => format!(
            "text: {name}.
    status: unverified                 # reported corroborated verified disputed refuted superseded withdrawn
    # kind: utterance                  # then `speaker` too; occurrence if not given
    # about: [ids]
    # adverse_to: [ids]                # whom it may harm; then `responses` too
    evidence: []
    #  - document: what-we-opened
    #    said_by: who-said-it-first
    #    basis: own-reporting          # witness own-reporting document recording statement unstated
    #    quote: the words relied on
    #    at: paragraph 4
    # since: 2024-03-12"
        ),
    };
    format!("  {id}:\n    {fields}\n")
}

fn article(id: &Id) -> String {
    format!(
        "---\ntitle: {}\n# date: 2024-03-12\n# summary: What it tells, in a line or two.\n# authors: [a name]\ndraft: true\n---\n\n\
         Write here. `[these words](@claim-id)` state a claim, `[](@person-id)` writes a name, and `[@claim-id]` cites a claim.\n",
        words(id)
    )
}
