//! Several files of a project, written as one: all of them, or none.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::DiskError;
use super::project::{bytes, create};

/// What becomes of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is there, and holds this from now on.
    Replace(PathBuf, Vec<u8>),
    /// It gets another name, and holds this from now on.
    Move(PathBuf, PathBuf, Vec<u8>),
    /// It is new, and holds this.
    Create(PathBuf, Vec<u8>),
}

/// Makes all changes. New bytes are written beside the files first, so that a full disk is noticed before anything is
/// changed; where one of the last steps fails, those before it are taken back.
///
/// # Errors
/// If a file that is to be there is not, one that is to be new is there, or the disk refuses; all files are then as
/// they were.
pub fn change(changes: &[Change]) -> Result<(), DiskError> {
    let mut ready = Vec::with_capacity(changes.len());
    for change in changes {
        ready.push(prepared(change)?);
    }
    let mut done = Vec::with_capacity(ready.len());
    for step in ready {
        match step.finish() {
            Ok(undo) => done.push(undo),
            Err(error) => {
                for undo in done.into_iter().rev() {
                    undo.take_back();
                }
                return Err(error);
            }
        }
    }
    Ok(())
}

/// A change whose new bytes lie beside the file that they are for, and the bytes that it holds now.
enum Ready {
    Replace { written: NamedTempFile, to: PathBuf, old: Vec<u8> },
    Move { written: NamedTempFile, from: PathBuf, to: PathBuf, old: Vec<u8> },
    Create { to: PathBuf, new: Vec<u8> },
}

fn prepared(change: &Change) -> Result<Ready, DiskError> {
    match change {
        Change::Replace(path, new) => {
            let old = bytes(path)?;
            // A link stays, and the file that it leads to is written.
            let to = fs::canonicalize(path).map_err(DiskError::writing(path))?;
            Ok(Ready::Replace { written: beside(&to, new, &to)?, to, old })
        }
        Change::Move(from, to, new) => {
            let old = bytes(from)?;
            if to.exists() {
                return Err(DiskError::Exists(to.clone()));
            }
            Ok(Ready::Move { written: beside(to, new, from)?, from: from.clone(), to: to.clone(), old })
        }
        Change::Create(to, _) if to.exists() => Err(DiskError::Exists(to.clone())),
        Change::Create(to, new) => Ok(Ready::Create { to: to.clone(), new: new.clone() }),
    }
}

/// A new file in the folder of another, with the rights of a third.
fn beside(path: &Path, bytes: &[u8], like: &Path) -> Result<NamedTempFile, DiskError> {
    let folder = path.parent().unwrap_or(path);
    super::create_folder(folder)?;
    let failed = |error| DiskError::Write(path.to_path_buf(), error);
    let rights = fs::metadata(like).map_err(failed)?.permissions();
    // A dot first, so that a watching `serve` does not take it for a sheet.
    let mut file = tempfile::Builder::new().prefix(".casebook-").tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().set_permissions(rights).map_err(failed)?;
    Ok(file)
}

impl Ready {
    fn finish(self) -> Result<Undo, DiskError> {
        match self {
            Self::Replace { written, to, old } => {
                written.persist(&to).map_err(|error| DiskError::Write(to.clone(), error.error))?;
                Ok(Undo { put: Some((to, old)), remove: None })
            }
            Self::Move { written, from, to, old } => {
                written.persist_noclobber(&to).map_err(|error| DiskError::Write(to.clone(), error.error))?;
                if let Err(error) = fs::remove_file(&from) {
                    let _ = fs::remove_file(&to);
                    return Err(DiskError::Write(from, error));
                }
                Ok(Undo { put: Some((from, old)), remove: Some(to) })
            }
            Self::Create { to, new } => {
                create(&to, &new)?;
                Ok(Undo { put: None, remove: Some(to) })
            }
        }
    }
}

/// How to take a step back.
struct Undo {
    put: Option<(PathBuf, Vec<u8>)>,
    remove: Option<PathBuf>,
}

impl Undo {
    /// What cannot be taken back is left: the error that is told names what went wrong first.
    fn take_back(self) {
        let is_back = self.put.is_none_or(|(path, old)| fs::write(path, old).is_ok());
        if let Some(path) = self.remove.filter(|_| is_back) {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Change, change};

    #[test]
    fn all_files_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a"), "old a").unwrap();
        fs::write(path("b"), "old b").unwrap();
        fs::create_dir(path("c")).unwrap();
        let changes = [
            Change::Replace(path("a"), b"new a".to_vec()),
            Change::Move(path("b"), path("d/b"), b"new b".to_vec()),
            Change::Create(path("e"), b"new e".to_vec()),
        ];
        let held = || {
            let mut names: Vec<_> = walkdir::WalkDir::new(folder.path())
                .into_iter()
                .map(Result::unwrap)
                .filter(|entry| entry.file_type().is_file())
                .map(|entry| {
                    (
                        entry.file_name().to_string_lossy().into_owned(),
                        fs::read_to_string(entry.path()).unwrap(),
                    )
                })
                .collect();
            names.sort();
            names
        };
        let before = held();
        // The last one cannot be: a folder is in its place.
        let failing = [&changes[..], &[Change::Create(path("c"), Vec::new())]].concat();
        assert!(change(&failing).is_err());
        assert_eq!(held(), before);
        // Nor can this one, which is seen only once the others are done.
        let twice = [&changes[..], &[Change::Create(path("e"), b"again".to_vec())]].concat();
        assert!(change(&twice).is_err());
        assert_eq!(held(), before);
        change(&changes).unwrap();
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(held(), [pair("a", "new a"), pair("b", "new b"), pair("e", "new e")]);
    }
}
