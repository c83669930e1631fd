//! What can go wrong with a disk, in words that say what to do. An author's mistake is not in here: it is a finding.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A failure of the machine, or a folder that is not what it should be. Each names its path.
#[derive(Debug)]
#[non_exhaustive]
pub enum DiskError {
    /// There is no such project folder.
    NoProject(PathBuf),
    /// The project folder has no `content/`.
    NoContent {
        /// The folder.
        folder: PathBuf,
        /// The folder around it that has one.
        around: Option<PathBuf>,
    },
    /// There is no such folder of a site.
    NoSite(PathBuf),
    /// Something else stands where a folder should be.
    NotAFolder(PathBuf),
    /// Something else stands where a file should be.
    NotAFile(PathBuf),
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file or folder could not be written, moved or removed.
    Write(PathBuf, io::Error),
    /// The output folder holds what no build wrote there.
    Foreign {
        /// The output folder.
        folder: PathBuf,
        /// The first few, below the folder.
        files: Vec<String>,
        /// Whether there are others.
        more: bool,
    },
    /// The list of what earlier builds wrote does not add up, and there are files that it should account for.
    DamagedList(PathBuf),
    /// A link in the output folder, through which pages would be written to another place.
    Link(PathBuf),
    /// Another build is writing to this folder.
    Busy(PathBuf),
    /// The file is there already, and is not to be written over.
    Exists(PathBuf),
    /// A file that is not public would lie in a site.
    Public(PathBuf),
    /// A page's address cannot be a path below the output folder.
    BadAddress(String),
    /// Two pages want one place: the same address twice, addresses that differ in capitals only, or a page where
    /// another needs a folder.
    Clash(String, String),
    /// A page could not be put into the site, so that the site is not complete and must not be finished.
    Incomplete(PathBuf),
}

impl DiskError {
    /// For `map_err` on reading.
    pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |error| Self::Read(path.to_path_buf(), error)
    }

    /// For `map_err` on writing.
    pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |error| Self::Write(path.to_path_buf(), error)
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProject(path) => {
                write!(f, "there is no folder `{}`; `casebook init` starts a new report", path.display())
            }
            Self::NoContent { folder, around: Some(around) } => write!(
                f,
                "`{}` is inside the report in `{}`, and commands are for the whole report: go there first",
                folder.display(),
                around.display()
            ),
            Self::NoContent { folder, around: None } => write!(
                f,
                "there is no folder `content` in `{}`, so no report is kept there; go to the folder of a report, or \
                 start one with `casebook init`",
                folder.display()
            ),
            Self::NoSite(path) => write!(
                f,
                "there is no folder `{}`; name the one that the site is in, such as `output`",
                path.display()
            ),
            Self::NotAFolder(path) => {
                write!(f, "`{}` is not a folder; move it away, or name another place", path.display())
            }
            Self::NotAFile(path) if path.is_dir() => {
                write!(f, "`{}` is a folder; name a file in it", path.display())
            }
            Self::NotAFile(path) => write!(f, "`{}` is not a file with bytes to read", path.display()),
            Self::Read(path, error) if error.kind() == io::ErrorKind::NotFound => {
                write!(
                    f,
                    "there is no file `{}`; look at how its name is written, and where it lies",
                    path.display()
                )
            }
            Self::Read(path, error) => {
                write!(f, "`{}` could not be read: {error}{}", path.display(), advice(error))
            }
            Self::Write(path, error) => {
                write!(f, "`{}` could not be written: {error}{}", path.display(), advice(error))
            }
            Self::Foreign { folder, files, more } => {
                write!(f, "`{}` holds what no build wrote there: ", folder.display())?;
                for (index, file) in files.iter().enumerate() {
                    write!(f, "{}`{file}`", if index == 0 { "" } else { ", " })?;
                }
                let others = if *more { " and others" } else { "" };
                write!(f, "{others}; nothing was changed: move that away, or build into another folder")
            }
            Self::DamagedList(path) => write!(
                f,
                "`{}`, the list of the files that earlier builds wrote, is damaged, so that they cannot be told from \
                 other files; nothing was changed: keep what you need from the folder, empty it, and build again",
                path.display()
            ),
            Self::Link(path) => write!(
                f,
                "`{}` is a link, and pages are never written through links; nothing was changed: remove the link, \
                 and build again",
                path.display()
            ),
            Self::Busy(path) => write!(
                f,
                "another build is writing to `{}`; nothing was changed: wait for it to end, and build again",
                path.display()
            ),
            Self::Exists(path) => {
                write!(f, "`{}` is there already, and was left as it is; choose another name", path.display())
            }
            Self::Public(path) => write!(
                f,
                "`{}` would lie in a site, and what is in it is not public; name a place outside of it",
                path.display()
            ),
            Self::BadAddress(address) => {
                write!(f, "`{address}` cannot be the address of a page; rename what it is made from")
            }
            Self::Clash(one, other) if one == other => {
                write!(f, "two pages have the address `{one}`; rename one")
            }
            Self::Clash(one, other) => write!(
                f,
                "`{one}` and `{other}` would be one file on many disks, or a file where a folder is needed; rename one"
            ),
            Self::Incomplete(path) => write!(
                f,
                "a page could not be written, so that the site in `{}` was left as it was; build again",
                path.display()
            ),
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read(_, error) | Self::Write(_, error) => Some(error),
            _ => None,
        }
    }
}

/// What can be done about it, where we know.
fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "; make room on the disk, and run it again"
        }
        io::ErrorKind::PermissionDenied => "; give yourself the right to it, and run it again",
        io::ErrorKind::ReadOnlyFilesystem => "; choose a place that can be written to",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_said_in_words_with_the_way_out() {
        let error = DiskError::Write("output/index.html".into(), io::ErrorKind::StorageFull.into());
        let words = error.to_string();
        assert!(words.starts_with("`output/index.html` could not be written: "), "{words}");
        assert!(words.ends_with("make room on the disk, and run it again"), "{words}");
    }

    #[test]
    fn foreign_files_are_named() {
        let files = vec!["notes.txt".to_owned(), "bilder/Gräfe.jpg".to_owned()];
        let words = DiskError::Foreign { folder: "output".into(), files, more: true }.to_string();
        assert_eq!(
            words,
            "`output` holds what no build wrote there: `notes.txt`, `bilder/Gräfe.jpg` and others; nothing was \
             changed: move that away, or build into another folder"
        );
    }
}
