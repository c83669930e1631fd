//! What git knows of a report's files. It is run as a program of its own, with no shell between.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Why git could not say what changed.
#[derive(Debug)]
#[non_exhaustive]
pub enum GitError {
    /// There is no git, or it cannot be run.
    NotRun(io::Error),
    /// The folder is in no git checkout.
    NoCheckout(PathBuf),
    /// There is no such revision.
    UnknownRevision(String),
    /// Git gave up, and said why.
    Failed(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRun(error) if error.kind() == io::ErrorKind::NotFound => {
                to.write_str("`git` is not installed, and without it nothing is known of what changed")
            }
            Self::NotRun(error) => write!(to, "`git` could not be run: {error}"),
            Self::NoCheckout(path) => {
                write!(to, "`{}` is in no git checkout, so nothing is known of what changed", path.display())
            }
            Self::UnknownRevision(revision) => write!(
                to,
                "git knows no revision `{revision}` here; in a shallow clone, fetch it first (`fetch-depth: 0`)"
            ),
            Self::Failed(said) => write!(to, "git could not say what changed: {said}"),
        }
    }
}

impl std::error::Error for GitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotRun(error) => Some(error),
            _ => None,
        }
    }
}

/// The files below a folder, as paths in it, that changed since a revision: committed or not, new ones included, and
/// those that are gone. Where histories parted, what the others did in the meantime is not counted.
///
/// # Errors
/// If there is no git, no checkout or no such revision.
pub fn changed_since(folder: &Path, revision: &str) -> Result<BTreeSet<String>, GitError> {
    let git = |arguments: &[&str]| {
        let run = Command::new("git").arg("--no-optional-locks").args(arguments).current_dir(folder).output();
        run.map_err(GitError::NotRun)
    };
    if !git(&["rev-parse", "--is-inside-work-tree"])?.status.success() {
        return Err(GitError::NoCheckout(folder.to_path_buf()));
    }
    let commit = format!("{revision}^{{commit}}");
    let named = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if !named.status.success() {
        return Err(GitError::UnknownRevision(revision.to_owned()));
    }
    let named = first_line(&named);
    // Histories with nothing in common, as in a shallow clone, have no such base.
    let base = git(&["merge-base", &named, "HEAD"])?;
    let base = if base.status.success() { first_line(&base) } else { named };
    let diff =
        git(&["diff", "--name-only", "--relative", "--no-renames", "--no-ext-diff", "-z", &base, "--"])?;
    let new = git(&["ls-files", "--others", "--exclude-standard", "-z"])?;
    let mut paths = BTreeSet::new();
    for output in [diff, new] {
        if !output.status.success() {
            return Err(GitError::Failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
        }
        let listed = output.stdout.split(|byte| *byte == 0).filter(|path| !path.is_empty());
        paths.extend(listed.map(|path| String::from_utf8_lossy(path).into_owned()));
    }
    Ok(paths)
}

fn first_line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned()
}
