//! `casebook init`: a small report that builds and checks clean, with an example of each kind of entry.

use std::io::Write;
use std::path::Path;

use super::{CommandError, Outcome, schema};
use crate::disk::{self, DiskError};

/// The files of a new report, by their paths.
pub(super) const STARTER: [(&str, &str); 8] = [
    ("content/report.yaml", include_str!("starter/report.yaml")),
    ("content/facts/speakers.yaml", include_str!("starter/speakers.yaml")),
    ("content/facts/documents.yaml", include_str!("starter/documents.yaml")),
    ("content/facts/claims.yaml", include_str!("starter/claims.yaml")),
    ("content/articles/what-happened.md", include_str!("starter/what-happened.md")),
    ("content/archive/gazette.txt", include_str!("starter/gazette.txt")),
    ("content/archive/notice.txt", include_str!("starter/notice.txt")),
    ("output/.gitignore", "*\n!.gitignore\n"),
];

/// Tells VS Code which schema is of which file (other editors read the line at the top of a sheet), and to offer ids while
/// somebody types.
const SETTINGS: &str = include_str!("starter/settings.json");

/// Starts a report in `folder`, which is made if there is none.
///
/// # Errors
/// If there is a report in it already, or the disk refuses.
pub fn init(folder: &Path, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    disk::create_folder(folder)?;
    for (path, text) in STARTER {
        disk::create(&folder.join(path), text.as_bytes())?;
    }
    for (name, text) in schema::files(None) {
        disk::create(&folder.join(schema::FOLDER).join(name), text.as_bytes())?;
    }
    // Settings that are there already are somebody's own.
    match disk::create(&folder.join(".vscode/settings.json"), SETTINGS.as_bytes()) {
        Err(DiskError::Exists(_)) => {}
        other => other?,
    }
    let shown = folder.display();
    // Whoever is in the folder already has nowhere to go.
    let first = if folder == Path::new(".") {
        String::new()
    } else {
        format!("cd {}, then ", in_a_shell(&shown.to_string()))
    };
    writeln!(out, "a new report is in {shown}; an invented incident shows what goes where")?;
    writeln!(out, "next: {first}`casebook build`, and open output/index.html")?;
    Ok(Outcome::Clean)
}

/// A path as it can be pasted into a shell.
fn in_a_shell(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-+:\\".contains(letter);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}
