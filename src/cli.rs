//! The command line: the one reader of arguments, environment, working folder and clock.

#![expect(
    clippy::disallowed_methods,
    reason = "here, and nowhere else, the clock and the environment are read"
)]

mod arguments;
mod fields;
mod papers;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use jiff::Timestamp;

use crate::commands::{
    self, Asked, CommandError, Dialogue, Import, NewEntry, NewName, Outcome, Serving, Signing, Subject,
    Surroundings, Tidying, Wanted,
};
use arguments::{Arguments, Bar, Command, Origin, Written};

/// Runs the program with the arguments it was called with.
#[must_use]
pub fn main() -> ExitCode {
    let (out, err) = (&mut std::io::stdout().lock(), &mut std::io::stderr());
    run(std::env::args_os().collect(), out, err)
}

/// Runs a command line. 0: all is well; 1: something in the content is to be mended; 2: it could not be run.
fn run(arguments: Vec<OsString>, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let around = match surroundings() {
        Ok(around) => around,
        Err(message) => return could_not_run(&message, err),
    };
    match called(arguments.command, &around, out, err) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings | Outcome::CutShort) => ExitCode::from(1),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => could_not_run(&error.to_string(), err),
    }
}

/// Runs a command.
fn called(
    command: Command,
    around: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    match command {
        Command::Init { folder } => commands::init(&folder, out),
        Command::New { what, id, fields, project } => {
            let new = NewEntry { kind: what.as_deref(), id: id.as_deref(), fields: fields.given() };
            with_dialogue(new, &project.folder(), out, err)
        }
        Command::List { kind, status, source, about, draft, json, project } => {
            let wanted = Wanted {
                kind: &kind,
                status: status.as_deref(),
                source: source.as_deref(),
                about: about.as_deref(),
                draft,
                json,
            };
            commands::list(wanted, &project.folder(), around, out)
        }
        Command::Rename { old, new, published, project } => {
            let name = NewName { old: &old, new: &new, published };
            commands::rename(name, &project.folder(), around, out)
        }
        Command::Archive { document, file, project } => {
            commands::archive(&document, &file, &project.folder(), around, out)
        }
        Command::Import { file, from, kind, project } => {
            let import = Import { file: &file, from: from.map(Origin::format), kind: kind.as_deref() };
            commands::import(import, &project.folder(), out)
        }
        Command::Export { format, out: file, project } => {
            commands::export(format.exported(), file.as_deref(), &project.folder(), around, out)
        }
        Command::Fmt { check, project } => {
            let tidying = if check { Tidying::Check } else { Tidying::Write };
            commands::fmt(tidying, &project.folder(), out)
        }
        Command::Build { output, threads, project } => {
            if let Some(threads) = threads {
                // It fails only where the pool is made already, and nothing ran before this.
                let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
            }
            commands::build(&project.folder(), output.as_deref(), around, out, err)
        }
        Command::Check { deny, format, only, changed_since, desk, project } => {
            let asked = Asked {
                deny: deny.map(Bar::level),
                format: format.format(),
                only: &only,
                changed_since: changed_since.as_deref(),
                desk: desk.as_deref(),
            };
            commands::check(&project.folder(), asked, around, out)
        }
        Command::Serve { port, open, editor, project } => {
            let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
            let editor = editor.or_else(|| set("VISUAL")).or_else(|| set("EDITOR"));
            let serving = Serving {
                port,
                open,
                editor: editor.as_deref(),
                clock: || now().unwrap_or(Timestamp::UNIX_EPOCH),
                colour: around.colour,
            };
            commands::serve(&project.folder(), serving, out)
        }
        Command::Lsp { project, stdio: _ } => {
            let clock = || now().unwrap_or(Timestamp::UNIX_EPOCH);
            commands::lsp(project.folder.as_deref(), clock, out)
        }
        Command::Explain { all: true, .. } => commands::explain(Subject::All, out),
        Command::Explain { rule, .. } => {
            commands::explain(rule.as_deref().map_or(Subject::List, Subject::Rule), out)
        }
        Command::Schema { what, output } => commands::schema(what.map(Written::word), output.as_deref(), out),
        Command::Sign { ids, publication, name, role, project } => {
            let signing = Signing { ids: &ids, publication, name: &name, role: role.word() };
            commands::sign(signing, &project.folder(), around, out)
        }
        Command::Publish { output, project } => {
            commands::publish(&project.folder(), output.as_deref(), around, out, err)
        }
        Command::Verify { site } => commands::verify(&site, out),
        Command::Completions { shell } => papers::completions(Arguments::command(), shell, out),
        Command::Man { command } => papers::man(Arguments::command(), command.as_deref(), out),
    }
}

/// Asks where somebody sits at the terminal.
fn with_dialogue(
    new: NewEntry<'_>,
    project: &Path,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    let sits_there = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let answers = &mut std::io::stdin().lock();
    commands::new(new, project, sits_there.then_some(Dialogue { answers, questions: err }), out)
}

fn could_not_run(message: &str, err: &mut dyn Write) -> ExitCode {
    let _ = writeln!(err, "casebook: {message}");
    ExitCode::from(2)
}

/// What time it is, or is to be taken to be.
fn now() -> Result<Timestamp, String> {
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(Timestamp::now()) };
    let seconds = epoch.to_str().and_then(|seconds| seconds.parse().ok());
    let instant = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    instant.ok_or_else(|| {
        let typed = epoch.to_string_lossy();
        format!("SOURCE_DATE_EPOCH is `{typed}`, which is not a number of seconds since 1970")
    })
}

fn surroundings() -> Result<Surroundings, String> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let plain = set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    Ok(Surroundings {
        now: now()?,
        colour: std::io::stdout().is_terminal() && !plain,
        progress: std::io::stderr().is_terminal() && !plain,
        started: std::time::Instant::now(),
    })
}
