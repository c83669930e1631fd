//! Chance that falls the same way for the same seed, on every machine.

use std::ops::Range;

/// A `SplitMix64` generator: eight bytes of state are enough to shuffle words.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number in `range`, which holds at least one.
    pub(crate) fn within(&mut self, range: Range<usize>) -> usize {
        let width = u64::try_from(range.len()).unwrap_or(u64::MAX);
        range.start + usize::try_from(self.roll() % width).unwrap_or_default()
    }

    /// One of `things`, of which there is at least one.
    pub(crate) fn one<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.within(0..things.len())]
    }

    /// Yes, in so many of a hundred cases.
    pub(crate) fn percent(&mut self, cases: usize) -> bool {
        self.within(0..100) < cases
    }

    /// One of `choices`, each as often as its weight says.
    pub(crate) fn weighted<T: Copy>(&mut self, choices: &[(usize, T)]) -> T {
        let all = choices.iter().map(|(weight, _)| weight).sum();
        let mut left = self.within(0..all);
        for (weight, choice) in choices {
            if left < *weight {
                return *choice;
            }
            left -= weight;
        }
        choices[0].1
    }
}
