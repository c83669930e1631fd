//! Knows when something below `content/` or `themes/` has changed, however an editor, git or a file manager does it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::DiskError;
use super::walk::ignored;

/// Many files change at once, and an editor writes one in several steps: they count as one change when it has been
/// quiet for so long.
const QUIET: Duration = Duration::from_millis(12);

/// Where it never is quiet, what there is by then is read.
const LONGEST: u32 = 25;

/// The two folders that a site is made from.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Waits for changes.
#[derive(Debug)]
pub struct Watch {
    project: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Watch {
    /// Over a project's folder.
    ///
    /// # Errors
    /// If there is no such folder, or the system lets no more be watched.
    pub fn new(project: &Path) -> Result<Self, DiskError> {
        let project =
            std::fs::canonicalize(project).map_err(|_| DiskError::NoProject(project.to_path_buf()))?;
        let failed = |error: notify::Error| DiskError::Read(project.clone(), std::io::Error::other(error));
        let (tell, events) = channel();
        let mut watcher = notify::recommended_watcher(tell).map_err(failed)?;
        // The folder itself, since the two in it can be taken away, and come back.
        watcher.watch(&project, RecursiveMode::NonRecursive).map_err(failed)?;
        let mut watch = Self { project, watcher, events };
        watch.folders();
        Ok(watch)
    }

    fn folders(&mut self) {
        for folder in FOLDERS {
            let folder = self.project.join(folder);
            let _ = self.watcher.unwatch(&folder);
            // Where there is none, the project's folder tells when it comes.
            let _ = self.watcher.watch(&folder, RecursiveMode::Recursive);
        }
    }

    /// Waits until something has changed, and it has been quiet again for a moment. Whether there will be more.
    pub fn wait(&mut self) -> bool {
        loop {
            let Ok(first) = self.events.recv() else { return false };
            let mut changed = self.concerns(first);
            for _ in 0..LONGEST {
                match self.events.recv_timeout(QUIET) {
                    Ok(event) => changed |= self.concerns(event),
                    Err(RecvTimeoutError::Timeout) if changed => return true,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return changed,
                }
            }
            if changed {
                return true;
            }
        }
    }

    /// Whether an event is of something that a site is made from. That a file was read is none: we read them all.
    fn concerns(&mut self, event: notify::Result<Event>) -> bool {
        // Where the system lost count, anything may have changed.
        let Ok(event) = event else { return true };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        let mut concerns = event.need_rescan();
        for path in &event.paths {
            let Ok(below) = path.strip_prefix(&self.project) else { continue };
            let mut parts = below.iter().map(|part| part.to_string_lossy());
            let Some(folder) = parts.next() else { continue };
            if !FOLDERS.contains(&&*folder) {
                continue;
            }
            let mut rest = parts.peekable();
            if rest.peek().is_none()
                && !matches!(event.kind, EventKind::Modify(notify::event::ModifyKind::Metadata(_)))
            {
                self.folders();
            }
            concerns |= !rest.any(|part| ignored(&part));
        }
        concerns
    }
}
