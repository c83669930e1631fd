//! The docs as a site: `cargo run --example docs` makes `target/docs-site/`, plain files that open from the disk.

#![expect(clippy::disallowed_methods, reason = "this is where the docs are read and the site is written")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

mod markdown;
mod site;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder: PathBuf =
        std::env::args_os().nth(1).map_or_else(|| root.join("target/docs-site"), Into::into);
    let mut texts = BTreeMap::new();
    for path in site::PAGES_BESIDE {
        texts.insert(path.to_owned(), fs::read_to_string(root.join(path))?);
    }
    let mut others = Vec::new();
    gather(root, "docs", &mut texts, &mut others)?;
    let pages = site::site(&texts)?;
    if folder == root.join("target/docs-site") && folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for (address, html) in &pages {
        write(&folder.join(address), html.as_bytes())?;
    }
    for path in &others {
        if let Some(address) = site::address_of_file(path) {
            write(&folder.join(address), &fs::read(root.join(path))?)?;
        }
    }
    writeln!(std::io::stdout(), "{} pages in {}: open index.html", pages.len(), folder.display())?;
    Ok(())
}

/// Takes the pages of a folder, and the names of all other files in it, by their paths from the root.
fn gather(
    root: &Path,
    folder: &str,
    texts: &mut BTreeMap<String, String>,
    others: &mut Vec<String>,
) -> std::io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_name() == "node_modules" {
            // What the extension for VS Code is packaged with.
        } else if entry.file_type()?.is_dir() {
            gather(root, &path, texts, others)?;
        } else if path.strip_suffix(".md").is_some() {
            texts.insert(path, fs::read_to_string(entry.path())?);
        } else {
            others.push(path);
        }
    }
    others.sort();
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(above) = path.parent() {
        fs::create_dir_all(above)?;
    }
    fs::write(path, bytes)
}
