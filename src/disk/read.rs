//! Reads a project into values: texts, and what is known of pictures and kept copies.
//!
//! What an author can mend is a finding in the file itself; that file is among the [`Inputs`], with what could be
//! read of it, so that the finding has a place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use encoding_rs::{Encoding, UTF_8};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::DiskError;
use super::walk::{Found, Walk};
use crate::diagnostic::{Finding, Level, in_order};
use crate::text::{Asset, Input, Inputs, Place, Span};

/// Texts above this are not read: places in them would not fit, and nobody wrote them by hand.
const LARGEST_TEXT: u64 = 64 << 20;

/// What can be edited as text in a theme; the rest are fonts and pictures.
const THEME_TEXTS: [&str; 10] = ["html", "xml", "css", "js", "svg", "ftl", "yaml", "yml", "json", "txt"];

/// Reads `content/` and, if there is one, `themes/` of a project.
///
/// Texts are the report's file, sheets, articles, signatures, publications and what can be edited in a theme; all
/// other files are assets.
/// Hidden files, and what editors leave beside the file they are working on, are as if they were not there. The
/// same files give the same values, in the order of their paths. There always is a `content/report.yaml`: if there
/// is none on the disk, an empty one and a finding. Findings are in the order of files and places.
///
/// # Errors
/// If there is no such folder, no `content/` in it, or the machine fails. A file that cannot be read is a finding.
pub fn read(project: &Path) -> Result<(Inputs, Vec<Finding>), DiskError> {
    read_again(project, &Digests::default())
}

/// Kept copies whose digest is known: one of the same size and time of change is not read for it again.
#[derive(Debug, Default)]
pub struct Digests(Mutex<FxHashMap<PathBuf, (u64, SystemTime, String)>>);

/// [`read`] for whoever reads a project again and again.
///
/// # Errors
/// As [`read`].
pub fn read_again(project: &Path, digests: &Digests) -> Result<(Inputs, Vec<Finding>), DiskError> {
    if !project.is_dir() {
        return Err(DiskError::NoProject(project.to_path_buf()));
    }
    let content = project.join("content");
    if !content.exists() {
        let around = fs::canonicalize(project).map_err(DiskError::reading(project))?;
        let around = around.ancestors().skip(1).find(|above| above.join("content/report.yaml").is_file());
        return Err(DiskError::NoContent {
            folder: project.to_path_buf(),
            around: around.map(Path::to_path_buf),
        });
    }
    if !content.is_dir() {
        return Err(DiskError::NotAFolder(content));
    }

    let Walk { mut found, mut remarks, .. } = Walk::through(project, "content")?;
    let themes = project.join("themes");
    if themes.is_dir() {
        let walk = Walk::through(project, "themes")?;
        found.extend(walk.found);
        remarks.extend(walk.remarks);
    } else if themes.exists() {
        remarks.push(Remark::not_a_folder("themes".to_owned()));
    }

    let files = found.into_par_iter().map(|found| one(found, digests)).collect::<Result<Vec<_>, _>>()?;
    let mut texts = Vec::with_capacity(files.len());
    let mut assets = BTreeMap::new();
    for file in files {
        match file {
            One::Text(text, remark) => {
                texts.push(text);
                remarks.extend(remark);
            }
            One::Asset(path, asset) => {
                assets.insert(path, asset);
            }
            One::Unread(remark) => remarks.push(remark),
            One::Gone => {}
        }
    }
    remarks.extend(no_report(&content, &texts, &remarks));
    Ok(placed(texts, assets, remarks))
}

/// Findings get their places once all files are numbered.
fn placed(
    mut texts: Vec<Input>,
    assets: BTreeMap<String, Asset>,
    remarks: Vec<Remark>,
) -> (Inputs, Vec<Finding>) {
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    let mut others: Vec<_> = remarks.iter().map(|remark| remark.path.as_str()).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|path| texts.binary_search_by(|text| text.path.as_str().cmp(path)).is_err());
    texts.extend(others.iter().map(|path| Input { path: (*path).to_owned(), text: "".into() }));
    let inputs = Inputs::new(texts, assets);
    let mut findings: Vec<_> = remarks.into_iter().filter_map(|remark| remark.placed(&inputs)).collect();
    in_order(&mut findings);
    (inputs, findings)
}

/// What became of one file.
enum One {
    Text(Input, Option<Remark>),
    Asset(String, Asset),
    Unread(Remark),
    /// Taken away since it was found.
    Gone,
}

/// What a file is, by its path.
enum Kind {
    Text,
    /// Known by its size.
    Asset,
    /// Known by its digest too.
    Kept,
    /// A text that nobody will look for where it is; with what to do.
    Misplaced(String),
    /// What somebody wrote, under a name or in a program's format that is not read; with how its name should end.
    Foreign(&'static str),
    /// A file that has the name of one of our folders.
    Blocking,
}

fn one(Found { path, real }: Found, digests: &Digests) -> Result<One, DiskError> {
    let read = match kind(&path) {
        Kind::Text => text(&path, &real),
        Kind::Misplaced(help) => text(&path, &real).map(|one| match one {
            One::Text(input, None) => {
                let message = "this file is not read where it is";
                let remark = Remark::warning("misplaced-file", path.clone(), message).help(help);
                One::Text(input, Some(remark))
            }
            one => one,
        }),
        Kind::Foreign(end) => {
            let message = format!("this file is not read: its name does not end in `{end}`");
            let help = format!("save it as a plain text, under a name that ends in `{end}`");
            Ok(One::Unread(Remark::warning("misplaced-file", path.clone(), message).help(help)))
        }
        Kind::Asset => fs::metadata(&real).map(|about| {
            One::Asset(
                path.clone(),
                Asset { sha256: None, size: about.len(), changed: about.modified().ok() },
            )
        }),
        Kind::Kept => kept(&real, digests).map(|asset| One::Asset(path.clone(), asset)),
        Kind::Blocking => Ok(One::Unread(Remark::not_a_folder(path.clone()))),
    };
    read.or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(One::Gone),
        io::ErrorKind::PermissionDenied => Ok(One::Unread(Remark::not_permitted(path))),
        _ => Err(DiskError::Read(real, error)),
    })
}

fn kind(path: &str) -> Kind {
    let name = path.rsplit('/').next().unwrap_or(path);
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    if path.starts_with("themes/") {
        let known = THEME_TEXTS.iter().any(|text| text.eq_ignore_ascii_case(end));
        return if known { Kind::Text } else { Kind::Asset };
    }
    let mut parts = path.split('/').skip(1);
    let (folder, inner) = (parts.next().unwrap_or_default(), parts.next().is_some());
    // Programs that write plain texts hang an ending of their own on what they are told.
    let named = name.rsplit_once('.').filter(|(_, end)| is_plain_text(end)).map_or(name, |(name, _)| name);
    let named = named.rsplit_once('.').map_or("", |(_, end)| end);
    let sheet = named.eq_ignore_ascii_case("yaml") || named.eq_ignore_ascii_case("yml");
    let article = end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown");
    match (folder, inner) {
        ("articles" | "facts" | "media" | "archive" | "record" | "sign-offs", false) => Kind::Blocking,
        ("archive", true) => Kind::Kept,
        ("media", true) => Kind::Asset,
        ("articles", true) if end == "md" => Kind::Text,
        ("facts" | "record" | "sign-offs", true) if end == "yaml" || end == "yml" => Kind::Text,
        (_, false) if name == "report.yaml" => Kind::Text,
        (_, false) if name == "report.yml" => Kind::Misplaced("rename it to `report.yaml`".to_owned()),
        ("articles", true) if article => Kind::Misplaced("let its name end in `.md`".to_owned()),
        ("facts", true) if sheet => Kind::Misplaced("let its name end in `.yaml`".to_owned()),
        ("articles" | "facts", true) if name.to_ascii_uppercase().starts_with("README") => Kind::Asset,
        ("articles", true) if is_writing(end) => Kind::Foreign(".md"),
        ("facts", true) if is_writing(end) => Kind::Foreign(".yaml"),
        // Notes to colleagues, by a name that everybody knows them by.
        _ if name == "README.md" => Kind::Asset,
        _ if article => {
            Kind::Misplaced("articles are read from `content/articles/`: move it there".to_owned())
        }
        _ if sheet => Kind::Misplaced("fact sheets are read from `content/facts/`: move it there".to_owned()),
        _ => Kind::Asset,
    }
}

/// Whether names of what people write end so, in a plain text or in a word processor.
fn is_writing(end: &str) -> bool {
    is_plain_text(end) || ["doc", "docx", "odt", "rtf"].iter().any(|known| known.eq_ignore_ascii_case(end))
}

fn is_plain_text(end: &str) -> bool {
    ["txt", "text"].iter().any(|known| known.eq_ignore_ascii_case(end))
}

fn text(path: &str, real: &Path) -> io::Result<One> {
    let mut file = File::open(real)?;
    let size = file.metadata()?.len();
    let input = |text: &str| Input { path: path.to_owned(), text: text.into() };
    if size > LARGEST_TEXT {
        let message = format!("this text has more than {} MiB, and was not read", LARGEST_TEXT >> 20);
        let remark = Remark::error("file-too-large", path.to_owned(), message);
        let remark = remark.help("split it into several files");
        return Ok(One::Text(input(""), Some(remark)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    // A file that grows while it is read is still read only so far.
    (&mut file).take(LARGEST_TEXT).read_to_end(&mut bytes)?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(One::Text(input(text), None)),
        Err(error) => {
            // What stands in it can be read all the same: only this is told, and not a mistake at every letter.
            let (text, remark) = if let Some(text) = utf16(&bytes) {
                (text, Remark::utf16(path.to_owned()))
            } else {
                let remark = Remark::not_utf8(path.to_owned(), &bytes, error.valid_up_to());
                (String::from_utf8_lossy(&bytes), remark)
            };
            Ok(One::Text(input(&text), Some(remark)))
        }
    }
}

/// The text of a file that begins as one in UTF-16 does.
fn utf16(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, _) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8)?;
    Some(encoding.decode_with_bom_removal(bytes).0)
}

fn kept(path: &Path, digests: &Digests) -> io::Result<Asset> {
    let mut file = File::open(path)?;
    let about = file.metadata()?;
    let known = || digests.0.lock().unwrap_or_else(PoisonError::into_inner);
    let changed = about.modified().ok();
    if let Some((size, when, digest)) = known().get(path)
        && (*size, Some(*when)) == (about.len(), changed)
    {
        return Ok(Asset { sha256: Some(digest.clone()), size: *size, changed: None });
    }
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 << 10];
    let mut size = 0;
    loop {
        let length = match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(piece.get(..length).unwrap_or_default());
        size += length as u64;
    }
    let digest = hex(&hash.finalize());
    if let Some(when) = changed {
        known().insert(path.to_owned(), (about.len(), when, digest.clone()));
    }
    Ok(Asset { sha256: Some(digest), size, changed: None })
}

/// Bytes in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn no_report(content: &Path, texts: &[Input], remarks: &[Remark]) -> Option<Remark> {
    let path = "content/report.yaml";
    if texts.iter().any(|text| text.path == path) || remarks.iter().any(|remark| remark.path == path) {
        return None;
    }
    let (message, help) = if content.join("report.yaml").is_dir() {
        (
            "`content/report.yaml` is a folder, and should be a file",
            "move it away, and write a file with a `title`",
        )
    } else if texts.iter().any(|text| text.path == "content/report.yml") {
        ("there is no `content/report.yaml`", "rename `content/report.yml` to `content/report.yaml`")
    } else {
        (
            "there is no `content/report.yaml`, which says what the report is",
            "write one with a `title`; `casebook init` shows what else can be in it",
        )
    };
    Some(Remark::error("missing-report", path.to_owned(), message).help(help))
}

/// The letter or sign that a byte is in Windows-1252, if it is one that people type.
fn windows_letter(byte: u8) -> Option<char> {
    match byte {
        0x80 => Some('€'),
        0x84 => Some('„'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0xA0..=0xFF => Some(char::from(byte)).filter(|letter| letter.is_alphabetic()),
        _ => None,
    }
}

/// A finding in a file that has no number yet.
#[derive(Debug)]
pub(super) struct Remark {
    path: String,
    level: Level,
    rule: &'static str,
    message: String,
    help: String,
    span: Span,
}

impl Remark {
    pub(super) fn error(rule: &'static str, path: String, message: impl Into<String>) -> Self {
        let (message, help) = (message.into(), String::new());
        Self { path, level: Level::Error, rule, message, help, span: Span::default() }
    }

    pub(super) fn warning(rule: &'static str, path: String, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(rule, path, message) }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: help.into(), ..self }
    }

    pub(super) fn not_permitted(path: String) -> Self {
        let message = "the system does not let this be read";
        Self::error("unreadable-file", path, message).help("give yourself the right to read it")
    }

    fn not_a_folder(path: String) -> Self {
        let message = format!("`{path}` should be a folder");
        Self::error("not-a-folder", path, message).help("move this file away, or into a folder of that name")
    }

    fn utf16(path: String) -> Self {
        let message = "this file is saved as UTF-16";
        Self::error("not-utf8", path, message)
            .help("save it as UTF-8: look for the encoding where your editor saves")
    }

    /// The bad byte became a replacement character in the text, at the same place.
    fn not_utf8(path: String, bytes: &[u8], at: usize) -> Self {
        let byte = bytes.get(at).copied().unwrap_or_default();
        let message = format!("the byte 0x{byte:02X} is not UTF-8");
        let help = match windows_letter(byte) {
            Some(letter) => format!(
                "in Windows-1252 it is `{letter}`; save the file as UTF-8: look for the encoding where your editor saves"
            ),
            None => "save the file as UTF-8: look for the encoding where your editor saves".to_owned(),
        };
        let span = Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
        Self { span, ..Self::error("not-utf8", path, message).help(help) }
    }

    fn placed(self, inputs: &Inputs) -> Option<Finding> {
        let place = Place { file: inputs.find(&self.path)?, span: self.span };
        let finding = match self.level {
            Level::Error => Finding::error(self.rule, place, self.message),
            Level::Warning => Finding::warning(self.rule, place, self.message),
            Level::Note => Finding::note(self.rule, place, self.message),
        };
        Some(finding.help(self.help))
    }
}

#[cfg(test)]
mod tests;
