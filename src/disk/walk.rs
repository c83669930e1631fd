//! Finds the files of a folder, and where its links lead. It opens no file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::DiskError;
use super::read::Remark;

/// How many links to folders are followed in one walk. A few links to one another can make any number of paths.
const MOST_LINKS: usize = 1_000;

/// A regular file.
#[derive(Debug)]
pub(super) struct Found {
    /// Below the project's folder, with `/`.
    pub(super) path: String,
    /// Where its bytes are, links resolved.
    pub(super) real: PathBuf,
}

/// All that a walk came by.
#[derive(Debug)]
pub(super) struct Walk {
    /// The name of the folder in the project: `content`, `themes`.
    name: &'static str,
    /// The folder, links resolved: nothing outside of it is looked at.
    root: PathBuf,
    /// Where links were followed from, on the way to the present folder.
    jumps: Vec<PathBuf>,
    links: usize,
    pub(super) found: Vec<Found>,
    pub(super) remarks: Vec<Remark>,
}

impl Walk {
    /// Walks the folder `name` of the project. Links are followed as long as they stay in it.
    pub(super) fn through(project: &Path, name: &'static str) -> Result<Self, DiskError> {
        let folder = project.join(name);
        let root = fs::canonicalize(&folder).map_err(DiskError::reading(&folder))?;
        let mut walk =
            Self { name, root, jumps: Vec::new(), links: 0, found: Vec::new(), remarks: Vec::new() };
        walk.folder(&walk.root.clone(), name)?;
        Ok(walk)
    }

    fn folder(&mut self, real: &Path, path: &str) -> Result<(), DiskError> {
        let entries = fs::read_dir(real).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(path.to_owned(), real, error),
        };
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let lossy = name.to_string_lossy();
            if ignored(&lossy) {
                continue;
            }
            let path = format!("{path}/{lossy}");
            if name.to_str().is_none() {
                let message = format!("the file name `{lossy}` is not UTF-8");
                let help = "rename it; letters with marks are fine once they are UTF-8";
                self.remarks.push(Remark::error("file-name-not-utf8", path, message).help(help));
                continue;
            }
            let real = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => self.link(&real, path)?,
                Ok(kind) => self.entry(real, path, kind)?,
                Err(error) => self.unreadable(path, &real, error)?,
            }
        }
        Ok(())
    }

    fn entry(&mut self, real: PathBuf, path: String, kind: fs::FileType) -> Result<(), DiskError> {
        if kind.is_dir() {
            return self.folder(&real, &path);
        }
        if kind.is_file() {
            self.found.push(Found { path, real });
        } else {
            let message = "this is neither a file nor a folder, and was not read";
            let help = format!("take pipes, sockets and devices out of `{}/`", self.name);
            self.remarks.push(Remark::warning("not-a-file", path, message).help(help));
        }
        Ok(())
    }

    fn link(&mut self, link: &Path, path: String) -> Result<(), DiskError> {
        let target = match fs::canonicalize(link) {
            Ok(target) => target,
            Err(error) => return self.broken(link, path, error),
        };
        if !target.starts_with(&self.root) {
            let message = format!("this link leads out of `{}/`, and was not followed", self.name);
            let help = format!("put the file itself into `{}/`", self.name);
            self.remarks.push(Remark::error("link-out-of-content", path, message).help(help));
            return Ok(());
        }
        let kind = match fs::metadata(&target) {
            Ok(about) => about.file_type(),
            Err(error) => return self.unreadable(path, &target, error),
        };
        if !kind.is_dir() {
            return self.entry(target, path, kind);
        }
        let here = link.parent().unwrap_or(link).to_path_buf();
        if here.starts_with(&target) || self.jumps.iter().any(|from| from.starts_with(&target)) {
            self.circle(path, "this link leads back to a folder that it is in");
            return Ok(());
        }
        self.links += 1;
        if self.links > MOST_LINKS {
            self.circle(path, &format!("more than {MOST_LINKS} links to folders lead here"));
            return Ok(());
        }
        self.jumps.push(here);
        self.folder(&target, &path)?;
        self.jumps.pop();
        Ok(())
    }

    /// A link without an end: it leads nowhere, in circles, or past what may be seen.
    fn broken(&mut self, link: &Path, path: String, error: io::Error) -> Result<(), DiskError> {
        if error.kind() == io::ErrorKind::NotFound {
            let target = fs::read_link(link).unwrap_or_default();
            let message = format!("this link leads to `{}`, where there is nothing", target.display());
            let help = "put the file there, or take the link away";
            self.remarks.push(Remark::error("unreadable-file", path, message).help(help));
            return Ok(());
        }
        if round(link) {
            self.circle(path, "this link leads back to itself");
            return Ok(());
        }
        self.unreadable(path, link, error)
    }

    fn circle(&mut self, path: String, message: &str) {
        self.remarks.push(Remark::error("link-in-circle", path, message).help("take the link away"));
    }

    /// A file that went away while we looked is not there; one that may not be read is a finding; the rest is the
    /// machine's failure.
    fn unreadable(&mut self, path: String, real: &Path, error: io::Error) -> Result<(), DiskError> {
        match error.kind() {
            io::ErrorKind::NotFound => {}
            io::ErrorKind::PermissionDenied => self.remarks.push(Remark::not_permitted(path)),
            _ => return Err(DiskError::Read(real.to_path_buf(), error)),
        }
        Ok(())
    }
}

/// Hidden files, and what editors leave beside the file they are working on.
pub(super) fn ignored(name: &str) -> bool {
    let swap = Path::new(name).extension().is_some_and(|end| end == "swp" || end == "swo" || end == "swx");
    name.starts_with('.') || name.ends_with('~') || swap || (name.starts_with('#') && name.ends_with('#'))
}

/// Whether a chain of links comes back to itself before it comes to a file. As systems do, it gives up after 40.
fn round(link: &Path) -> bool {
    let mut at = link.to_path_buf();
    for _ in 0..40 {
        let Ok(target) = fs::read_link(&at) else { return false };
        at = at.parent().unwrap_or(&at).join(target);
    }
    true
}
