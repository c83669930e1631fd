//! Files that people ask for beside the site. What is in them is not public, so that they are never put into a site.

use std::fs;
use std::path::{Path, PathBuf};

use super::{DiskError, create, replace};

/// Writes a file that is not public, over one that is there; for whoever asked for it alone, where the system knows
/// of such rights.
///
/// # Errors
/// If it would lie in the site of the project, or in any other that was built; if the disk refuses.
pub fn write_aside(project: &Path, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let real = real(path)?;
    let output = fs::canonicalize(project.join("output")).ok();
    let is_site = |folder: &Path| Some(folder) == output.as_deref() || super::write::is_site(folder);
    if real.ancestors().skip(1).any(is_site) {
        return Err(DiskError::Public(path.to_path_buf()));
    }
    match create(path, bytes) {
        Err(DiskError::Exists(_)) => replace(path, bytes),
        other => other,
    }
}

/// Where a file lies or would lie, links followed as far as there is anything.
fn real(path: &Path) -> Result<PathBuf, DiskError> {
    if let Ok(real) = fs::canonicalize(path) {
        return Ok(real);
    }
    let name = path.file_name().ok_or_else(|| DiskError::NotAFile(path.to_path_buf()))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let real = fs::canonicalize(folder).map_err(DiskError::writing(path))?;
    Ok(real.join(name))
}
