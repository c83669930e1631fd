//! Programs that some tests need beside Rust. They are installed where that can be done without asking, and asked for in
//! a line where it cannot.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// The program that is called by one of these names, from Debian's `package` where there is none yet.
pub(crate) fn program(package: &str, names: &[&str]) -> PathBuf {
    static ONE_BY_ONE: Mutex<()> = Mutex::new(());
    let _turn = ONE_BY_ONE.lock().unwrap_or_else(PoisonError::into_inner);
    there(names).unwrap_or_else(|| {
        install(package);
        there(names).unwrap_or_else(|| panic!("`{package}` was installed, and is not on the path"))
    })
}

/// Runs a command that has to succeed.
pub(crate) fn did(command: &mut Command) {
    let run = command.stdin(Stdio::null()).output().unwrap();
    assert!(run.status.success(), "{command:?}: {}", String::from_utf8_lossy(&run.stderr));
}

fn there(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let files = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}

/// Takes a package from Debian, where we may.
fn install(package: &str) {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    assert!(
        is_root && there(&["apt-get"]).is_some(),
        "some tests need `{package}`: sudo apt-get install {package}"
    );
    did(Command::new("apt-get").args(["update", "-qq"]));
    let mut get = Command::new("apt-get");
    did(get
        .args(["install", "-y", "-qq", "--no-install-recommends", package])
        .env("DEBIAN_FRONTEND", "noninteractive"));
}
