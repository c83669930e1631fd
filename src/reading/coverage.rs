//! How much of what can be checked is carried by claims.

use super::Sentence;

/// How many sentences can be checked, and how many of them a claim carries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Sentences that state something that can be checked.
    pub checkable: u32,
    /// Those of them that a claim carries.
    pub carried: u32,
}

impl Coverage {
    /// Of these sentences.
    pub(super) fn of<'s>(sentences: impl Iterator<Item = &'s Sentence>) -> Self {
        let mut coverage = Self::default();
        for sentence in sentences.filter(|sentence| sentence.is_checkable()) {
            coverage.checkable += 1;
            coverage.carried += u32::from(sentence.is_carried());
        }
        coverage
    }

    /// Of two together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { checkable: self.checkable + other.checkable, carried: self.carried + other.carried }
    }

    /// The share that is carried, from 0 to 1; nothing where nothing can be checked.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.checkable > 0).then(|| f64::from(self.carried) / f64::from(self.checkable))
    }

    /// The share in whole percent, rounded down: 100 says that nothing is missing.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        (self.carried * 100).checked_div(self.checkable)
    }
}
