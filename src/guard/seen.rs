//! What was looked at already. Most of what a page says stands on others too, and is looked at once.

use std::hash::Hasher;
use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxHashSet, FxHasher};

/// Pieces of text in which nothing was found, by their digest. In parts, so that threads seldom wait for each other.
#[derive(Debug)]
pub(super) struct Seen([Mutex<FxHashSet<u64>>; 64]);

impl Default for Seen {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Mutex::default()))
    }
}

impl Seen {
    /// Asks `is_clean` of a piece, unless it said so of the same before.
    pub(super) fn once(&self, piece: &[u8], is_clean: impl FnOnce() -> bool) {
        let digest = digest(piece);
        let part = || {
            let part = &self.0[(digest >> 32) as usize % self.0.len()];
            part.lock().unwrap_or_else(PoisonError::into_inner)
        };
        let is_known = part().contains(&digest);
        if !is_known && is_clean() {
            part().insert(digest);
        }
    }
}

fn digest(piece: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(piece);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn only_a_piece_in_which_nothing_was_found_is_not_looked_at_again() {
        let seen = Seen::default();
        let mut looks = Vec::new();
        for (piece, is_clean) in [("a", true), ("a", true), ("b", false), ("b", true), ("b", true)] {
            seen.once(piece.as_bytes(), || {
                looks.push(piece);
                is_clean
            });
        }
        assert_eq!(looks, ["a", "b", "b"]);
    }
}
