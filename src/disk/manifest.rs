//! The list of the files that builds wrote, kept with them: only what is on it may be written over or removed.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::read::hex;

/// Paths below the output folder, with `/`.
pub(super) type Paths = BTreeSet<String>;

/// A first line with a digest of the others, then a path to a line, in order.
pub(super) fn write(paths: &Paths) -> Vec<u8> {
    let mut lines = String::new();
    for path in paths {
        lines.push_str(path);
        lines.push('\n');
    }
    format!("{}\n{lines}", first_line(&lines)).into_bytes()
}

/// The paths, or `None` where anything was lost or changed: a list that is cut short would still read well.
pub(super) fn read(bytes: &[u8]) -> Option<Paths> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (first, lines) = text.split_once('\n')?;
    (first == first_line(lines)).then(|| lines.lines().map(str::to_owned).collect())
}

fn first_line(lines: &str) -> String {
    format!("# written by casebook, sha256 {}", hex(&Sha256::digest(lines)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_and_any_cut_is_seen() {
        let paths: Paths = ["index.html", "media/Gräfe.jpg"].map(str::to_owned).into();
        let bytes = write(&paths);
        assert_eq!(read(&bytes), Some(paths));
        for cut in 0..bytes.len() {
            assert_eq!(read(&bytes[..cut]), None, "cut at {cut}");
        }
        assert_eq!(read(&write(&Paths::new())), Some(Paths::new()));
    }
}
