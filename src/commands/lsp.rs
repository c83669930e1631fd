//! `casebook lsp`: a language server for editors, on standard input and output.

use std::io::{BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{CommandError, Outcome};
use crate::diagnostic::Finding;
use crate::disk;
use crate::lsp::{Ended, Host, Start, serve};
use crate::text::Inputs;

/// Serves an editor until it ends. Without a project, the report is looked for in what is open in the editor.
///
/// # Errors
/// If what comes in is not the protocol, or nobody takes what is said.
pub fn lsp(
    project: Option<&Path>,
    clock: fn() -> Timestamp,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let machine = Machine { project, clock, digests: disk::Digests::default() };
    match serve(&machine, BufReader::new(std::io::stdin()), out) {
        Ok(Ended::Properly) => Ok(Outcome::Clean),
        Ok(Ended::CutShort) => Ok(Outcome::CutShort),
        Err(error) if error.kind() == ErrorKind::InvalidData => Err(CommandError::Usage(format!(
            "what comes in is not what editors say to a language server ({error}); docs/text-editors.md shows how an \
             editor starts it"
        ))),
        Err(error) => Err(error.into()),
    }
}

struct Machine<'p> {
    project: Option<&'p Path>,
    clock: fn() -> Timestamp,
    digests: disk::Digests,
}

impl Host for Machine<'_> {
    fn start(&self) -> Start<'_> {
        self.project.map_or(Start::Anywhere(Path::new(".")), Start::Here)
    }

    fn read(&self, project: &Path) -> Result<(Inputs, Vec<Finding>), String> {
        disk::read_again(project, &self.digests).map_err(|error| error.to_string())
    }

    fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        disk::bytes(path).ok()
    }

    fn whole(&self, path: &Path) -> Option<PathBuf> {
        disk::whole_path(path)
    }

    fn now(&self) -> Timestamp {
        (self.clock)()
    }
}
