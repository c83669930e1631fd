//! What tells shells and `man` of the command line, made of the same declaration.

use std::io::Write;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::commands::{CommandError, Outcome};
use crate::text::nearest;

/// The script by which a shell completes.
pub(super) fn completions(
    mut all: Command,
    shell: Shell,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    // It is made in memory first: the generator takes a pipe that was closed for a bug.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut all, "casebook", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Clean)
}

/// The page of the manual on the program, or on one of its commands, in the letters of `man`.
pub(super) fn man(
    mut all: Command,
    command: Option<&str>,
    out: &mut dyn Write,
) -> Result<Outcome, CommandError> {
    all.build();
    let page = match command {
        None => all,
        Some(name) => {
            let found = all.get_subcommands().find(|known| known.get_name() == name).cloned();
            found.ok_or_else(|| {
                let near = nearest(name, all.get_subcommands().map(Command::get_name), 1);
                let meant = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                CommandError::Usage(format!("there is no command `{name}`{meant}"))
            })?
        }
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text)?;
    out.write_all(&text)?;
    Ok(Outcome::Clean)
}
