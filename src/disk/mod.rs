//! Files in, files out: the one place that touches the disk.
//!
//! It knows paths and bytes. What is in a sheet or on a page is nothing to it: it tells a text from a picture by
//! its name alone. What git knows of files is asked here, too.

#![expect(clippy::disallowed_methods, reason = "this is the module that the others leave the disk to")]

mod address;
mod aside;
mod error;
mod git;
mod hand;
mod manifest;
mod project;
mod read;
mod together;
mod walk;
mod watch;
mod write;

pub use aside::write_aside;
pub use error::DiskError;
pub use git::{GitError, changed_since};
pub use project::{bytes, create, create_folder, open_in_browser, replace, whole_path};
pub use read::{Digests, read, read_again};
pub use together::{Change, change};
pub use watch::Watch;
pub use write::{Output, Written};
