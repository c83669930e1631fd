//! Findings for people and programs to read. Only here is it known what a terminal, a workflow or an archive of
//! findings shows.

mod github;
mod human;
mod json;
mod sarif;

pub use github::github;
pub use human::{by_rule, human, summary};
pub use json::json;
pub use sarif::{RuleAbout, sarif};

use std::borrow::Cow;

use crate::diagnostic::{Excepted, Finding};
use crate::text::Inputs;

/// What is to be told.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// What stands, in order.
    pub findings: &'r [Finding],
    /// What an exception lowered, raised or silenced.
    pub excepted: &'r [Excepted],
    /// The texts it is about.
    pub inputs: &'r Inputs,
    /// The way from the folder the command was run in to the report's, with `/`; empty where they are one. Where
    /// findings go to somebody who knows the repository alone, paths begin with it.
    pub folder: &'r str,
}

impl Report<'_> {
    /// A path from where the command was run.
    fn path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        if self.folder.is_empty() { path.into() } else { format!("{}/{path}", self.folder).into() }
    }
}
