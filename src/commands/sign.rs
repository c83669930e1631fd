//! `casebook sign`: that somebody read claims or articles, as they stand now.

use std::io::Write;
use std::path::Path;

use super::build::number;
use super::read::{Read, read};
use super::{CommandError, Outcome, Surroundings};
use crate::Vocabulary as _;
use crate::disk;
use crate::ledger::{Ledger, Signature, Signed, sign_offs_path, signature_line};
use crate::model::{Any, Id, Kind, Record, SigningRole};
use crate::text::nearest;

/// What is to be signed, by whom and as what.
#[derive(Debug, Clone, Copy)]
pub struct Signing<'s> {
    /// The ids of claims and articles.
    pub ids: &'s [String],
    /// Whether all that would be published is signed as a whole.
    pub publication: bool,
    /// Who read it.
    pub name: &'s str,
    /// `fact-check`, `legal` or `editor`.
    pub role: &'s str,
}

/// Records that somebody read something, bound to what it says now, in a file of their own.
///
/// # Errors
/// If there is nothing to sign, something has no such id or could not be read whole, the file cannot be written, or
/// nobody takes what is said.
pub fn sign(
    signing: Signing<'_>,
    project: &Path,
    around: &Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let name = signing.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(CommandError::Usage("a signature needs the name of whoever read it".to_owned()));
    }
    let role = SigningRole::parse(signing.role)
        .ok_or_else(|| CommandError::Usage(format!("nobody signs as `{}`", signing.role)))?;
    let read = read(project, around)?;
    let path = sign_offs_path(&name);
    let mut text = signatures(&path, &name, &read)?;
    let before = text.len();
    let whole = signing.publication.then_some(Signed::Publication);
    let entries = signing.ids.iter().map(|id| entry(id, &read).map(Signed::Entry));
    for what in entries.chain(whole.map(Ok)) {
        let what = what?;
        let Some(digest) = Ledger::digest(what, &read.edition.record) else { continue };
        let shown = shown(what, &read.edition.record);
        let signed = read.edition.ledger.signature(what, role);
        if let Signature::Fresh(sign_off) = signed
            && sign_off.name == name
        {
            writeln!(out, "signed already, as it stands: {shown}")?;
            continue;
        }
        let id = match what {
            Signed::Entry(any) => read.edition.record.facts.entry(any).map(|entry| &entry.id),
            Signed::Publication => None,
        };
        text.push_str(&signature_line(id, role, &name, around.now, digest));
        writeln!(out, "signed as {}: {shown}", role.word())?;
    }
    if text.len() == before {
        return Ok(Outcome::Clean);
    }
    let file = project.join(&path);
    if read.edition.inputs.find(&path).is_some() {
        disk::replace(&file, text.as_bytes())?;
    } else {
        disk::create(&file, text.as_bytes())?;
    }
    writeln!(
        out,
        "added to {path}, with today's digest: if any of it is changed later, `casebook check` asks to read it again"
    )?;
    Ok(Outcome::Clean)
}

/// What stands in somebody's file, ready for another line.
fn signatures(path: &str, name: &str, read: &Read) -> Result<String, CommandError> {
    let Some(file) = read.edition.inputs.find(path) else {
        return Ok(format!(
            "# What {name} read and signed. `casebook sign` adds a line for each; take out a line to take it back.\n"
        ));
    };
    if read
        .verdict
        .findings
        .iter()
        .any(|finding| finding.place.file == file && finding.rule != "stale-sign-off")
    {
        let message = format!("something is wrong in {path}: see `casebook check`, mend it, and sign again");
        return Err(CommandError::Usage(message));
    }
    let mut text = read.edition.inputs.file(file).text.to_string();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

/// The claim or article with an id, if all of it could be read.
fn entry(typed: &str, read: &Read) -> Result<Any, CommandError> {
    let facts = &read.edition.record.facts;
    let known = Id::parse_path(typed).and_then(|id| read.edition.record.ids.get(&id).copied());
    let signable = |any: Any| matches!(any.kind(), Kind::Claim | Kind::Article);
    let Some(any) = known else {
        let ids = facts.entries().filter(|(any, _)| signable(*any)).map(|(_, entry)| entry.id.as_str());
        let near = nearest(typed, ids, 1);
        let meant = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        return Err(CommandError::Usage(format!("no claim or article has the id `{typed}`{meant}")));
    };
    if !signable(any) {
        let kind = any.kind().with_article();
        return Err(CommandError::Usage(format!("`{typed}` is {kind}; claims and articles are signed")));
    }
    if !read.edition.record.is_whole(any) {
        let message =
            format!("`{typed}` could not be read whole: see `casebook check`, mend it, and sign then");
        return Err(CommandError::Usage(message));
    }
    Ok(any)
}

/// What is signed, in a line.
fn shown(what: Signed, record: &Record) -> String {
    let facts = &record.facts;
    match what {
        Signed::Publication => "all that would be published now".to_owned(),
        Signed::Entry(Any::Claim(key)) => facts.claims.get(key).map_or_else(String::new, |claim| {
            let evidence = number(claim.evidence.len(), "piece of evidence", "pieces of evidence");
            let (id, status) = (&claim.entry.id, claim.status.value.word());
            format!("{id} ({status}, {evidence}): {}", claim.text.value)
        }),
        Signed::Entry(any) => facts.entry(any).map_or_else(String::new, |entry| {
            let title = if let Any::Article(key) = any { facts.articles.get(key) } else { None };
            let title = title.map(|article| article.title.value.as_str()).unwrap_or_default();
            format!("{} (article): {title}", entry.id)
        }),
    }
}
