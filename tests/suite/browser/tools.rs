//! What these tests need beside Rust: a browser, and the checker of accessibility.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::tools::{did, program};

/// The version of the checker: another one may find other things.
const AXE: &str = "4.14.1";

/// The browser.
pub(super) fn chromium() -> PathBuf {
    let given = std::env::var_os("CHROMIUM").map(PathBuf::from);
    given.unwrap_or_else(|| program("chromium", &["chromium", "chromium-browser", "google-chrome"]))
}

/// The script of the checker, from the npm registry, kept beside what is built.
pub(super) fn axe() -> &'static str {
    static SCRIPT: LazyLock<String> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("axe-core-{AXE}"));
        let script = folder.join("package/axe.min.js");
        if !script.exists() {
            std::fs::create_dir_all(&folder).unwrap();
            did(Command::new(program("npm", &["npm"]))
                .args(["pack", "--silent", &format!("axe-core@{AXE}")])
                .current_dir(&folder));
            did(Command::new("tar").args(["-xzf", &format!("axe-core-{AXE}.tgz")]).current_dir(&folder));
        }
        std::fs::read_to_string(script).unwrap()
    });
    &SCRIPT
}
