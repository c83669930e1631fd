//! The same in a real editor: Neovim, set up as docs/text-editors.md says, in whatever version the machine has.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{ARTICLE, FACTS, SHEET, STORY, project};
use crate::docs::blocks_of;
use crate::tools::program;

#[test]
fn neovim_set_up_as_the_docs_say_finds_mends_completes_and_renames() {
    let project = project();
    let blocks = blocks_of("docs/text-editors.md");
    let blocks: Vec<_> = blocks.iter().filter(|block| block.language == "lua").collect();
    let [new, old] = blocks.as_slice() else { panic!("docs/text-editors.md sets Neovim up in two ways") };
    project.write("init.lua", format!("if vim.lsp.config then\n{}else\n{}end\n", new.text, old.text));
    let nvim = program("neovim", &["nvim"]);
    let run = Command::new(nvim)
        .args(["--headless", "-n", "-i", "NONE", "-u", "init.lua", "-S"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/lsp/neovim.lua"))
        .arg(STORY)
        .current_dir(project.path("."))
        .env("PATH", with_casebook())
        .env("SOURCE_DATE_EPOCH", "1795500000")
        .env("XDG_CONFIG_HOME", project.path("config"))
        .env("XDG_STATE_HOME", project.path("state"))
        .env("XDG_CACHE_HOME", project.path("state"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let seen = std::fs::read_to_string(project.path("seen.txt"));
    let seen = seen.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&run.stderr)));
    let expected = "found: no entry has the id `tolt`: an id belongs here
found: 
offered: weiss
found: no entry has the id `jan`: an id belongs here
found: 
found: 
";
    assert_eq!(seen, expected, "{}", String::from_utf8_lossy(&run.stderr));
    let on_disk = |path: &str| std::fs::read_to_string(project.path(path)).unwrap();
    let article = format!("{ARTICLE}[so](@told)\n[](@weiss)\n[](@jan)\n");
    assert_eq!(on_disk(STORY), article.replace("@told", "@heard"));
    assert_eq!(on_disk(FACTS), SHEET.replace("  told:\n", "  heard:\n"));
    assert!(on_disk("content/facts/people.yaml").starts_with("people:\n  jan:\n    name: Jan\n"));
}

/// The path on which programs are looked for, with this one at its head.
fn with_casebook() -> OsString {
    let own = Path::new(env!("CARGO_BIN_EXE_casebook")).parent().unwrap().to_owned();
    let others = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths([own].into_iter().chain(std::env::split_paths(&others))).unwrap()
}
