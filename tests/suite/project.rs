//! A small project on the disk, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A project in a folder of its own, gone when dropped.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// What the program said and how it ended.
pub(crate) struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub said: String,
    /// Standard error.
    pub complained: String,
}

impl Project {
    /// A project with a `report.yaml` that says as little as it may.
    pub(crate) fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        project.with("content/report.yaml", "title: The leak\n")
    }

    /// With a file.
    pub(crate) fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.write(path, bytes);
        self
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// A place in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs the program in it.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(self.folder.path(), arguments)
    }

    /// Runs the program in it at another time: so many seconds after 1970 began.
    pub(crate) fn run_at(&self, seconds: &str, arguments: &[&str]) -> Run {
        run_at(seconds, self.folder.path(), arguments)
    }

    /// Every file below a folder of it, by path.
    pub(crate) fn files(&self, below: &str) -> Vec<(String, Vec<u8>)> {
        files_below(&self.path(below))
    }

    /// The text of a page of the site.
    pub(crate) fn page(&self, address: &str) -> String {
        let path = self.path("output").join(address);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{address}: {error}"))
    }
}

/// Runs the program in a folder, in surroundings that are the same everywhere.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Run {
    run_at("1795500000", folder, arguments)
}

fn run_at(seconds: &str, folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_casebook"))
        .args(arguments)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", seconds)
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        said: String::from_utf8(output.stdout).unwrap(),
        complained: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Every file below a folder, by path.
pub(crate) fn files_below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    gather(folder, "", &mut files);
    files.sort();
    files
}

fn gather(folder: &Path, above: &str, files: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push((name, fs::read(entry.path()).unwrap()));
        }
    }
}
