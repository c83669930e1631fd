//! What these tests need beside Rust: a browser, and the checker of accessibility. They are installed where that can be
//! done without asking, and asked for in a line where it cannot.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex};

/// The version of the checker: another one may find other things.
const AXE: &str = "4.14.1";

/// The browser.
pub(super) fn chromium() -> PathBuf {
    static CHROMIUM: LazyLock<PathBuf> = LazyLock::new(|| {
        if let Some(path) = std::env::var_os("CHROMIUM") {
            return path.into();
        }
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let installed = || names.iter().find_map(|name| program(name));
        installed().unwrap_or_else(|| {
            install("chromium");
            installed().expect("Chromium was installed")
        })
    });
    CHROMIUM.clone()
}

/// The script of the checker, from the npm registry, kept beside what is built.
pub(super) fn axe() -> &'static str {
    static SCRIPT: LazyLock<String> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("axe-core-{AXE}"));
        let script = folder.join("package/axe.min.js");
        if !script.exists() {
            std::fs::create_dir_all(&folder).unwrap();
            let npm = program("npm").unwrap_or_else(|| {
                install("npm");
                program("npm").expect("npm was installed")
            });
            did(Command::new(npm)
                .args(["pack", "--silent", &format!("axe-core@{AXE}")])
                .current_dir(&folder));
            did(Command::new("tar").args(["-xzf", &format!("axe-core-{AXE}.tgz")]).current_dir(&folder));
        }
        std::fs::read_to_string(script).unwrap()
    });
    &SCRIPT
}

fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Takes a package from Debian, where we may.
fn install(package: &str) {
    static ONE_BY_ONE: Mutex<()> = Mutex::new(());
    let _turn = ONE_BY_ONE.lock();
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    assert!(
        is_root && program("apt-get").is_some(),
        "the tests in a browser need `{package}`: sudo apt-get install {package}"
    );
    did(Command::new("apt-get").args(["update", "-qq"]));
    let mut get = Command::new("apt-get");
    did(get
        .args(["install", "-y", "-qq", "--no-install-recommends", package])
        .env("DEBIAN_FRONTEND", "noninteractive"));
}

fn did(command: &mut Command) {
    let run = command.stdin(Stdio::null()).output().unwrap();
    assert!(run.status.success(), "{command:?}: {}", String::from_utf8_lossy(&run.stderr));
}
