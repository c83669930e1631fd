//! Why a command could not run.

use std::fmt;

use crate::disk::{DiskError, GitError};

/// Why a command could not run, in words for whoever typed it.
#[derive(Debug)]
pub enum CommandError {
    /// The disk, or what lies on it.
    Disk(DiskError),
    /// Git, where it is asked what changed.
    Git(GitError),
    /// Something typed on the command line.
    Usage(String),
    /// The terminal, file or pipe that was to take what we say.
    Say(std::io::Error),
}

impl CommandError {
    /// Whether whoever read our output simply stopped reading, as `head` does.
    #[must_use]
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Say(error) if error.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl From<DiskError> for CommandError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

impl From<GitError> for CommandError {
    fn from(error: GitError) -> Self {
        Self::Git(error)
    }
}

impl From<std::io::Error> for CommandError {
    fn from(error: std::io::Error) -> Self {
        Self::Say(error)
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => error.fmt(to),
            Self::Git(error) => error.fmt(to),
            Self::Usage(message) => to.write_str(message),
            Self::Say(error) => write!(to, "the output could not be written: {error}"),
        }
    }
}

impl std::error::Error for CommandError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk(error) => Some(error),
            Self::Git(error) => Some(error),
            Self::Usage(_) => None,
            Self::Say(error) => Some(error),
        }
    }
}
