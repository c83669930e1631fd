//! Signatures and publications as text: plain YAML that can be read, compared and merged line by line.

use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::digest::sha256;
use super::publication::{OTHERS, Publication};
use crate::model::{Digest, Id, SigningRole};

/// The file of a publication. Publications follow one another: two that were made side by side get in each other's
/// way here, and should.
#[must_use]
pub fn publication_path(publication: &Publication, zone: &TimeZone) -> String {
    let day = zone.to_datetime(publication.at).date();
    format!("content/record/{:04}-{day}.yaml", publication.number)
}

/// The file of somebody's signatures. Each has one of their own, so that colleagues can sign side by side.
#[must_use]
pub fn sign_offs_path(name: &str) -> String {
    let file = Id::plain(&name.replace('/', " ")).map_or_else(
        // A name without a Latin letter.
        || sha256(name).to_string().chars().take(12).collect(),
        |id| id.to_string(),
    );
    format!("content/sign-offs/{file}.yaml")
}

/// A signature in a line of its own; without an id, one under all that is to be published.
#[must_use]
pub fn signature_line(
    id: Option<&Id>,
    role: SigningRole,
    name: &str,
    at: Timestamp,
    digest: Digest,
) -> String {
    let what = id.map_or_else(|| "publication: true".to_owned(), |id| format!("id: {id}"));
    let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
    format!("- {{{what}, role: {}, name: {}, at: {at}, sha256: {digest}}}\n", role.word(), quoted(name))
}

/// A publication as a sheet. What reads back from it is the publication.
#[must_use]
pub fn publication_sheet(publication: &Publication) -> String {
    let mut text = format!(
        "# What publication {} changed, as `casebook publish` wrote it. It is not to be changed: every build compares.\n\
         number: {}\nat: {}\n",
        publication.number, publication.number, publication.at
    );
    write_all(&mut text, publication).unwrap_or_default();
    text
}

fn write_all(text: &mut String, publication: &Publication) -> std::fmt::Result {
    if let Some(previous) = publication.previous {
        writeln!(text, "previous: {previous}")?;
    }
    if !publication.claims.is_empty() {
        writeln!(text, "claims:")?;
    }
    for (id, claim) in &publication.claims {
        writeln!(text, "  {id}:\n    status: {}\n    sha256: {}", claim.status.word(), claim.sha256)?;
        writeln!(text, "    words: {}\n    history: {}", claim.words, claim.history)?;
        writeln!(text, "    corrections: {}", claim.corrections)?;
        if let Some(words) = &claim.text {
            writeln!(text, "    text: {}", quoted(words))?;
        }
    }
    if !publication.articles.is_empty() {
        writeln!(text, "articles:")?;
    }
    for (id, article) in &publication.articles {
        writeln!(text, "  {id}:\n    sha256: {}\n    words: {}", article.sha256, article.words)?;
        writeln!(text, "    corrections: {}", article.corrections)?;
        if !article.text.is_empty() {
            writeln!(text, "    text:")?;
        }
        for line in &article.text {
            writeln!(text, "      - {}", quoted(line))?;
        }
    }
    for kind in OTHERS {
        let Some(ids) = publication.others.get(&kind).filter(|ids| !ids.is_empty()) else { continue };
        writeln!(text, "{}:", kind.section())?;
        for id in ids.keys() {
            writeln!(text, "  - {id}")?;
        }
    }
    if !publication.gone.is_empty() {
        writeln!(text, "gone:")?;
    }
    for gone in &publication.gone {
        match &gone.now {
            Some(now) => writeln!(text, "  - {{id: {}, now: {now}}}", gone.id)?,
            None => writeln!(text, "  - {{id: {}}}", gone.id)?,
        }
    }
    writeln!(text, "sha256: {}", publication.sha256)
}

/// Words in double quotes, so that whatever they are they read back as they were.
fn quoted(words: &str) -> String {
    let mut quoted = String::with_capacity(words.len() + 2);
    quoted.push('"');
    for letter in words.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // Letters that YAML does not take as they are, or that nobody would see.
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
