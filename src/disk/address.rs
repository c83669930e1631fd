//! The addresses of a site's files: which can be kept on every disk, and which get in each other's way there.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::DiskError;
use super::manifest::Paths;

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

/// The addresses that are taken. Those that a disk without capitals would take for one are one.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// By the address folded; with the address as it is spelled.
    taken: FxHashMap<String, (String, Kind)>,
    paths: Vec<String>,
}

impl Addresses {
    /// Takes an address for a file.
    pub(super) fn take(&mut self, path: &str) -> Result<(), DiskError> {
        check(path)?;
        for (part, kind) in parts(path) {
            match self.taken.get(folded(part).as_ref()) {
                Some((spelled, Kind::Folder)) if kind == Kind::Folder && spelled == part => {}
                Some((spelled, _)) => return Err(DiskError::Clash(spelled.clone(), part.to_owned())),
                None => {
                    self.taken.insert(folded(part).into_owned(), (part.to_owned(), kind));
                }
            }
        }
        self.paths.push(path.to_owned());
        Ok(())
    }

    /// All files.
    pub(super) fn paths(&self) -> Paths {
        self.paths.iter().cloned().collect()
    }

    /// Whether a file is in this folder.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        matches!(self.taken.get(folded(folder).as_ref()), Some((spelled, Kind::Folder)) if spelled == folder)
    }

    /// Whether an old file, or a folder that it is in, has to go before the new files can come: one of these is
    /// to be the other kind, or is spelled in other capitals.
    pub(super) fn stands_in_the_way(&self, old: &str) -> bool {
        parts(old).any(|(part, kind)| {
            let taken = self.taken.get(folded(part).as_ref());
            taken.is_some_and(|(spelled, new)| (spelled.as_str(), *new) != (part, kind))
        })
    }
}

/// The folders of a path from the outermost, and the file itself.
fn parts(path: &str) -> impl Iterator<Item = (&str, Kind)> {
    let folders = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
    folders.map(|folder| (folder, Kind::Folder)).chain([(path, Kind::File)])
}

/// As disks compare names that know no capitals, and join letters and their marks.
fn folded(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return path.into();
    }
    path.nfc().collect::<String>().to_lowercase().into()
}

/// Relative, inside, not hidden, and legal on the usual systems.
fn check(path: &str) -> Result<(), DiskError> {
    let fine = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.contains(|letter: char| letter.is_control() || letter == '\\')
    };
    if path.split('/').all(fine) { Ok(()) } else { Err(DiskError::BadAddress(path.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_lead_out_or_hide_are_refused() {
        let mut addresses = Addresses::default();
        for path in
            ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".casebook/files", "a/.b", "a\\b", "a\nb"]
        {
            assert!(matches!(addresses.take(path), Err(DiskError::BadAddress(_))), "{path:?}");
        }
        assert!(addresses.take("media/Gräfe (1).jpg").is_ok());
    }

    #[test]
    fn two_pages_for_one_place_are_named() {
        let clash = |one: &str, other: &str| {
            let mut addresses = Addresses::default();
            addresses.take(one).unwrap();
            matches!(addresses.take(other), Err(DiskError::Clash(..)))
        };
        assert!(clash("index.html", "index.html"));
        assert!(clash("claims/x.html", "claims/X.html"));
        assert!(clash("claims/x.html", "Claims/y.html"));
        assert!(clash("media/Gra\u{308}fe.jpg", "media/GRÄFE.jpg"));
        assert!(clash("claims", "claims/x.html"));
        assert!(clash("claims/x.html", "claims"));
        assert!(!clash("claims/x.html", "claims/y.html"));
    }
}
