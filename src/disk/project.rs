//! Single files of a project: for the commands that write into it, and for pictures that are read as bytes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::DiskError;

/// The bytes of a file. A pipe or a device is refused, not waited for.
///
/// # Errors
/// If it is not a file, or cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, DiskError> {
    if !fs::metadata(path).map_err(DiskError::reading(path))?.is_file() {
        return Err(DiskError::NotAFile(path.to_path_buf()));
    }
    fs::read(path).map_err(DiskError::reading(path))
}

/// The whole path of a file or folder; nothing where there is none.
#[must_use]
pub fn whole_path(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// Asks the desktop to show an address. Where there is no desktop, nothing happens.
pub fn open_in_browser(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = std::process::Command::new(program);
    let quiet = || std::process::Stdio::null();
    // The address stands in the terminal, too.
    let _ = command.arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}

/// Makes a folder, and those above it; one that is there already is fine.
///
/// # Errors
/// If something else is in its place, or the disk refuses.
pub fn create_folder(path: &Path) -> Result<(), DiskError> {
    if path.exists() && !path.is_dir() {
        return Err(DiskError::NotAFolder(path.to_path_buf()));
    }
    fs::create_dir_all(path).map_err(DiskError::writing(path))
}

/// Writes a new file, and makes the folders above it. What is there already is never written over, not even by a
/// second command at the same moment.
///
/// # Errors
/// [`DiskError::Exists`] if it is there; otherwise if the disk refuses, and then no half of it is left.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => DiskError::Exists(path.to_path_buf()),
        _ => DiskError::Write(path.to_path_buf(), error),
    })?;
    file.write_all(bytes).map_err(|error| {
        let _ = fs::remove_file(path);
        DiskError::Write(path.to_path_buf(), error)
    })
}

/// Writes over a file so that it is never seen half done: it holds the old bytes or the new ones, and keeps its
/// permissions. A link stays, and the file that it leads to is written.
///
/// # Errors
/// If there is no such file, or the disk refuses; the old bytes are there then.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let failed = |error| DiskError::Write(path.to_path_buf(), error);
    let real = fs::canonicalize(path).map_err(failed)?;
    let about = fs::metadata(&real).map_err(failed)?;
    if !about.is_file() {
        return Err(DiskError::NotAFile(path.to_path_buf()));
    }
    let folder = real.parent().unwrap_or(&real);
    // A dot first, so that a watching `serve` does not take it for a sheet.
    let mut file = tempfile::Builder::new().prefix(".casebook-").tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().set_permissions(about.permissions()).map_err(failed)?;
    file.persist(&real).map_err(|error| failed(error.error))?;
    Ok(())
}
