//! The site on the disk. Until all of it is there nothing is seen of it; only what differs is written; only what
//! builds wrote is removed.
//!
//! Pages that differ are written to `.casebook/staged` in the output folder, in the tree that they will have.
//! When all are there they are moved in, each at once, so that every page is whole at every moment. Before the
//! first is moved, the list of our files names the old ones and the new ones: a build that is killed leaves
//! nothing that the next one would not know as its own.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashSet;

use super::DiskError;
use super::address::Addresses;
use super::hand::Hand;
use super::manifest::{self, Paths};

/// Below the output folder: the list of our files, the lock, and what is being written.
const OURS: &str = ".casebook";

/// Whether builds wrote to this folder.
pub(super) fn is_site(folder: &Path) -> bool {
    folder.join(OURS).join("files").exists()
}

/// What may be beside the site: it is not ours, not a page, and people need it there.
const LEFT_ALONE: [&str; 5] = [".git", ".gitattributes", ".gitignore", ".gitkeep", ".nojekyll"];

/// A build of the site into a folder. Dropped without [`finish`](Output::finish), it leaves the site as it was.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    staged: PathBuf,
    /// What earlier builds wrote, and the bytes of the list as it is on the disk.
    old: Paths,
    old_list: Vec<u8>,
    /// What of that is there.
    present: FxHashSet<String>,
    put: Mutex<Addresses>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    broken: AtomicBool,
    hand: Hand,
    /// Held until all is done; the system lets go of it when a build is killed.
    _lock: File,
}

/// What a build did, in numbers of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// New, or other than before.
    pub written: usize,
    /// There already, byte for byte.
    pub unchanged: usize,
    /// Of an earlier build, and no longer in the site.
    pub removed: usize,
}

impl Output {
    /// Takes a folder for a build, and makes it if there is none. What a killed build left half done is cleared
    /// away.
    ///
    /// # Errors
    /// If the folder holds files that no build wrote, or links, or another build is at work in it: then nothing in
    /// it was changed. If the disk refuses.
    pub fn open(folder: &Path) -> Result<Self, DiskError> {
        Self::open_with(folder, Hand::default())
    }

    fn open_with(folder: &Path, hand: Hand) -> Result<Self, DiskError> {
        if folder.exists() && !folder.is_dir() {
            return Err(DiskError::NotAFolder(folder.to_path_buf()));
        }
        let ours = folder.join(OURS);
        if fs::symlink_metadata(&ours).is_err() {
            // Somebody else's folder is refused before anything is made in it.
            if folder.exists() {
                scan(folder, &Paths::new())?;
            }
            hand.create_folder(&ours)?;
        }
        check_ours(folder, &ours)?;
        let lock = lock(folder, &ours.join("lock"))?;
        let list = ours.join("files");
        let old_list = match fs::read(&list) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(DiskError::Read(list, error)),
        };
        let known = if old_list.is_empty() { Some(Paths::new()) } else { manifest::read(&old_list) };
        let old = known.clone().unwrap_or_default();
        let present = scan(folder, &old).map_err(|error| match error {
            DiskError::Foreign { .. } if known.is_none() => DiskError::DamagedList(list),
            error => error,
        })?;
        let staged = ours.join("staged");
        if staged.exists() {
            hand.remove_folder(&staged)?;
        }
        Ok(Self {
            folder: folder.to_path_buf(),
            staged,
            old,
            old_list,
            present,
            put: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            broken: AtomicBool::new(false),
            hand,
            _lock: lock,
        })
    }

    /// Puts a page into the site, at its address: a path below the output folder, with `/`. From any thread.
    ///
    /// # Errors
    /// If the address is none (`..`, a first `/`, a part that begins with a dot, letters that not every disk can
    /// keep) or is taken, be it in other capitals; if the disk refuses. The build cannot be finished then.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        self.mark(self.place(path).and_then(|old| {
            if old.is_some_and(|mut old| same(&mut old, bytes)) {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                return Ok(());
            }
            self.written.fetch_add(1, Ordering::Relaxed);
            self.hand.write(&self.staged.join(path), bytes)
        }))
    }

    /// Keeps what an earlier build wrote at an address, whatever it is. Whether there is something; if not, nothing has
    /// happened.
    pub fn keep(&self, path: &str) -> bool {
        let there = self.present.contains(path);
        let kept = there && self.mark(self.place(path).map(drop)).is_ok();
        self.unchanged.fetch_add(usize::from(kept), Ordering::Relaxed);
        kept
    }

    /// Puts a copy of a file into the site, as [`put`](Output::put) does. The copy has the rights of any new file,
    /// not those of `from`.
    ///
    /// # Errors
    /// As for [`put`](Output::put), and if `from` is not a file that can be read.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), DiskError> {
        self.mark(self.copied(path, from))
    }

    fn copied(&self, path: &str, from: &Path) -> Result<(), DiskError> {
        let old = self.place(path)?;
        if !fs::metadata(from).map_err(DiskError::reading(from))?.is_file() {
            return Err(DiskError::NotAFile(from.to_path_buf()));
        }
        let mut source = File::open(from).map_err(DiskError::reading(from))?;
        if let Some(mut old) = old {
            if same_files(&mut old, &mut source).map_err(DiskError::reading(from))? {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                return Ok(());
            }
            source.rewind().map_err(DiskError::reading(from))?;
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        self.hand.copy(&mut source, &self.staged.join(path))
    }

    /// Takes an address, and finds the file that an earlier build wrote there. One that cannot be read is as good
    /// as none: it is written again.
    fn place(&self, path: &str) -> Result<Option<File>, DiskError> {
        self.put.lock().unwrap_or_else(PoisonError::into_inner).take(path)?;
        let old = self.present.contains(path).then(|| File::open(self.folder.join(path)).ok());
        Ok(old.flatten())
    }

    fn mark(&self, result: Result<(), DiskError>) -> Result<(), DiskError> {
        result.inspect_err(|_| self.broken.store(true, Ordering::Relaxed))
    }

    /// Moves all that was put into the site, and removes what earlier builds wrote and this one did not.
    ///
    /// # Errors
    /// If a page could not be put: the site is as it was. If the disk refuses: every page is whole, old or new,
    /// and the next build does the rest.
    pub fn finish(mut self) -> Result<Written, DiskError> {
        if self.broken.load(Ordering::Relaxed) {
            return Err(DiskError::Incomplete(self.folder.clone()));
        }
        let put = std::mem::take(&mut self.put).into_inner().unwrap_or_else(PoisonError::into_inner);
        let new = put.paths();
        let gone: Vec<_> = self.old.difference(&new).cloned().collect();
        self.list(&self.old.union(&new).cloned().collect())?;

        // A file that is to become a folder, say. It goes now, or the new pages could not come in.
        let (first, last): (Vec<_>, Vec<_>) = gone.iter().partition(|path| put.stands_in_the_way(path));
        self.remove(&first, &put)?;
        if self.written.load(Ordering::Relaxed) > 0 {
            self.move_in(&self.staged, &self.folder)?;
        }
        self.remove(&last, &put)?;
        self.list(&new)?;
        Ok(Written {
            written: self.written.load(Ordering::Relaxed),
            unchanged: self.unchanged.load(Ordering::Relaxed),
            removed: gone.iter().filter(|path| self.present.contains(path.as_str())).count(),
        })
    }

    /// Writes the list of our files, unless it says so already.
    fn list(&mut self, paths: &Paths) -> Result<(), DiskError> {
        let bytes = manifest::write(paths);
        if bytes == self.old_list {
            return Ok(());
        }
        let ours = self.folder.join(OURS);
        self.hand.write(&ours.join("files.new"), &bytes)?;
        self.hand.rename(&ours.join("files.new"), &ours.join("files"))?;
        self.old_list = bytes;
        Ok(())
    }

    /// Moves whole folders where there are none yet, and files one by one where there are.
    fn move_in(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        let entries = fs::read_dir(from).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = entries.map_err(DiskError::reading(from))?;
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        for entry in entries {
            let (from, to) = (entry.path(), to.join(entry.file_name()));
            let folder = entry.file_type().map_err(DiskError::reading(&from))?.is_dir();
            match fs::symlink_metadata(&to) {
                Ok(there) if there.is_symlink() => return Err(DiskError::Link(to)),
                Ok(there) if there.is_dir() && folder => {
                    self.move_in(&from, &to)?;
                    continue;
                }
                Ok(there) if there.is_dir() => self.hand.remove_empty(&to)?,
                _ => {}
            }
            self.hand.rename(&from, &to)?;
        }
        Ok(())
    }

    /// Removes files of earlier builds, and the folders that this leaves empty.
    fn remove(&self, gone: &[&String], put: &Addresses) -> Result<(), DiskError> {
        let mut folders = Paths::new();
        for path in gone {
            if self.present.contains(path.as_str()) {
                self.hand.remove_file(&self.folder.join(path))?;
            }
            folders.extend(above(path).filter(|folder| !put.has_folder(folder)).map(str::to_owned));
        }
        // Inner folders come after those that they are in.
        folders.iter().rev().try_for_each(|folder| self.hand.remove_empty(&self.folder.join(folder)))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if self.staged.exists() {
            let _ = self.hand.remove_folder(&self.staged);
        }
    }
}

/// The folders that a path is in, the inner ones first.
fn above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/'))
        .map(|(folder, _)| folder)
}

fn same(old: &mut File, bytes: &[u8]) -> bool {
    if !old.metadata().is_ok_and(|about| about.len() == bytes.len() as u64) {
        return false;
    }
    let mut there = vec![0; bytes.len()];
    old.read_exact(&mut there).is_ok() && there == bytes
}

/// Leaves both anywhere between start and end.
fn same_files(old: &mut File, new: &mut File) -> io::Result<bool> {
    let mut left = new.metadata()?.len();
    if !old.metadata().is_ok_and(|about| about.len() == left) {
        return Ok(false);
    }
    let (mut a, mut b) = (vec![0; 64 << 10], vec![0; 64 << 10]);
    while left > 0 {
        let piece = usize::try_from(left).unwrap_or(usize::MAX).min(a.len());
        let (a, b) = (a.split_at_mut(piece).0, b.split_at_mut(piece).0);
        new.read_exact(b)?;
        if old.read_exact(a).is_err() || a != b {
            return Ok(false);
        }
        left -= piece as u64;
    }
    Ok(true)
}

/// Our own folder must hold what we make in it, and no links: a link there would lead our writing elsewhere.
fn check_ours(folder: &Path, ours: &Path) -> Result<(), DiskError> {
    let about = fs::symlink_metadata(ours).map_err(DiskError::reading(ours))?;
    if about.is_symlink() {
        return Err(DiskError::Link(ours.to_path_buf()));
    }
    if !about.is_dir() {
        return Err(foreign(folder, vec![OURS.to_owned()]));
    }
    let mut others = Vec::new();
    for entry in fs::read_dir(ours).map_err(DiskError::reading(ours))? {
        let entry = entry.map_err(DiskError::reading(ours))?;
        let kind = entry.file_type().map_err(DiskError::reading(ours))?;
        let name = entry.file_name();
        match name.to_str() {
            _ if kind.is_symlink() => return Err(DiskError::Link(entry.path())),
            Some("files" | "files.new" | "lock") if kind.is_file() => {}
            Some("staged") if kind.is_dir() => {}
            _ => others.push(format!("{OURS}/{}", name.to_string_lossy())),
        }
    }
    others.sort();
    if others.is_empty() { Ok(()) } else { Err(foreign(folder, others)) }
}

/// One build at a time. Where a disk knows no locks, we go without.
fn lock(folder: &Path, path: &Path) -> Result<File, DiskError> {
    let opened = File::options().create(true).append(true).open(path);
    let file = opened.map_err(DiskError::writing(path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(DiskError::Busy(folder.to_path_buf())),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(error)) => Err(DiskError::Write(path.to_path_buf(), error)),
    }
}

/// Which of `ours` are there. Anything else that is there is refused; empty folders are nobody's.
fn scan(folder: &Path, ours: &Paths) -> Result<FxHashSet<String>, DiskError> {
    let mut present = FxHashSet::default();
    let mut others = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, above)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(DiskError::reading(&folder))? {
            let entry = entry.map_err(DiskError::reading(&folder))?;
            let kind = entry.file_type().map_err(DiskError::reading(&folder))?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if above.is_empty() && (name == OURS || LEFT_ALONE.contains(&name.as_ref()))
                || name == ".DS_Store"
            {
                continue;
            }
            let path = format!("{above}{name}");
            if kind.is_symlink() {
                return Err(DiskError::Link(entry.path()));
            } else if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else if kind.is_file() && ours.contains(&path) {
                present.insert(path);
            } else {
                others.push(path);
            }
        }
        // Enough to see what they are; they may be a whole disk.
        if others.len() > NAMED {
            break;
        }
    }
    others.sort();
    if others.is_empty() { Ok(present) } else { Err(foreign(folder, others)) }
}

/// How many foreign files are named.
const NAMED: usize = 5;

fn foreign(folder: &Path, mut files: Vec<String>) -> DiskError {
    let more = files.len() > NAMED;
    files.truncate(NAMED);
    DiskError::Foreign { folder: folder.to_path_buf(), files, more }
}

#[cfg(test)]
mod tests;
