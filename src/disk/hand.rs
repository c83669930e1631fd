//! Every change to an output folder, one small step each, so that tests can end a build after any of them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::DiskError;

/// Makes the steps.
#[derive(Debug, Default)]
pub(super) struct Hand {
    #[cfg(test)]
    pub(super) fault: Option<fault::Fault>,
}

impl Hand {
    pub(super) fn create_folder(&self, path: &Path) -> Result<(), DiskError> {
        self.step(true).and_then(|()| fs::create_dir_all(path)).map_err(DiskError::writing(path))
    }

    /// Writes a file and the folders that it needs, with the rights that any new file has. One that is there is
    /// written over.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        self.create(path)
            .and_then(|mut file| {
                self.step(true).inspect_err(|_| drop(file.write_all(bytes.split_at(bytes.len() / 2).0)))?;
                file.write_all(bytes)
            })
            .map_err(DiskError::writing(path))
    }

    /// Writes all that is left of `from`.
    pub(super) fn copy(&self, from: &mut File, path: &Path) -> Result<(), DiskError> {
        self.create(path)
            .and_then(|mut file| self.step(true).and_then(|()| io::copy(from, &mut file)))
            .map(drop)
            .map_err(DiskError::writing(path))
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.step(true)?;
        match File::create(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder)?;
                }
                File::create(path)
            }
            other => other,
        }
    }

    /// Moves a file over another, or a folder to where there is none: all at once, or not at all.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        self.step(false).and_then(|()| fs::rename(from, to)).map_err(DiskError::writing(to))
    }

    /// Removes a file; one that is gone already is fine.
    pub(super) fn remove_file(&self, path: &Path) -> Result<(), DiskError> {
        let removed = self.step(false).and_then(|()| fs::remove_file(path));
        unless(removed, &[io::ErrorKind::NotFound]).map_err(DiskError::writing(path))
    }

    /// Removes a folder if it is empty.
    pub(super) fn remove_empty(&self, path: &Path) -> Result<(), DiskError> {
        let removed = self.step(false).and_then(|()| fs::remove_dir(path));
        let fine = [io::ErrorKind::NotFound, io::ErrorKind::DirectoryNotEmpty, io::ErrorKind::NotADirectory];
        unless(removed, &fine).map_err(DiskError::writing(path))
    }

    /// Removes a folder and all in it.
    pub(super) fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
        let removed = self.step(false).and_then(|()| fs::remove_dir_all(path));
        unless(removed, &[io::ErrorKind::NotFound]).map_err(DiskError::writing(path))
    }

    /// Fails where a test wants it to. `grows` says that the step needs room on the disk.
    #[cfg_attr(not(test), expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "tests fail here"))]
    fn step(&self, grows: bool) -> io::Result<()> {
        #[cfg(test)]
        if let Some(fault) = &self.fault {
            return fault.step(grows);
        }
        let _ = grows;
        Ok(())
    }
}

fn unless(result: io::Result<()>, fine: &[io::ErrorKind]) -> io::Result<()> {
    match result {
        Err(error) if fine.contains(&error.kind()) => Ok(()),
        other => other,
    }
}

#[cfg(test)]
pub(super) mod fault {
    use std::io;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// What happens when the steps are used up.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub(in super::super) enum End {
        /// Nothing more is done, clearing up neither.
        Kill,
        /// Nothing more is written, but files can be moved and removed.
        Full,
    }

    /// Lets so many steps succeed.
    #[derive(Debug)]
    pub(in super::super) struct Fault {
        pub(in super::super) end: End,
        pub(in super::super) left: AtomicUsize,
    }

    impl Fault {
        pub(super) fn step(&self, grows: bool) -> io::Result<()> {
            if self.end == End::Full && !grows {
                return Ok(());
            }
            let left =
                self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
            left.map(drop).map_err(|_| io::ErrorKind::StorageFull.into())
        }
    }
}
