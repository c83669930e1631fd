//! The largest number of sets of which no two share anything.

/// From how many sets on in one knot the number is only a lower bound.
const MOST_EXACT: usize = 128;
/// How many steps of the search are taken before the best found so far has to do.
const MOST_STEPS: u32 = 50_000;
/// From how many sets on no set is held against every other.
const MOST_COMPARED: usize = 2_000;

/// How many of `sets` can be chosen so that no two share a token. Sets are in order and without repetitions.
///
/// Exact unless very many sets hang together; then never more than there are. Looks no further than `enough`.
pub(super) fn most_apart<T: Ord + Copy>(mut sets: Vec<Vec<T>>, enough: usize) -> usize {
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    if sets.len() <= MOST_COMPARED {
        // A set that holds another whole is never the better choice.
        let mut kept: Vec<Vec<T>> = Vec::with_capacity(sets.len());
        for set in sets {
            if !kept.iter().any(|smaller| holds(&set, smaller)) {
                kept.push(set);
            }
        }
        sets = kept;
    }
    let mut most = 0;
    for knot in knots(&sets) {
        if most >= enough {
            break;
        }
        most += if knot.len() <= MOST_EXACT { exact(&knot) } else { greedy(&knot) };
    }
    most.min(enough)
}

/// Whether `set` holds all of `smaller`.
fn holds<T: Ord>(set: &[T], smaller: &[T]) -> bool {
    smaller.iter().all(|token| set.binary_search(token).is_ok())
}

/// Sets that hang together by shared tokens, knot by knot.
fn knots<T: Ord + Copy>(sets: &[Vec<T>]) -> Vec<Vec<&[T]>> {
    let mut tokens: Vec<(T, usize)> = sets
        .iter()
        .enumerate()
        .flat_map(|(index, set)| set.iter().map(move |token| (*token, index)))
        .collect();
    tokens.sort_unstable();
    let mut parent: Vec<usize> = (0..sets.len()).collect();
    for pair in tokens.windows(2) {
        if let [(one, a), (other, b)] = pair
            && one == other
        {
            let (a, b) = (first(&mut parent, *a), first(&mut parent, *b));
            parent[a.max(b)] = a.min(b);
        }
    }
    let mut knots: Vec<Vec<&[T]>> = vec![Vec::new(); sets.len()];
    for (index, set) in sets.iter().enumerate() {
        knots[first(&mut parent, index)].push(set);
    }
    knots.retain(|knot| !knot.is_empty());
    knots
}

fn first(parent: &mut [usize], mut index: usize) -> usize {
    while parent[index] != index {
        parent[index] = parent[parent[index]];
        index = parent[index];
    }
    index
}

fn share<T: Ord>(a: &[T], b: &[T]) -> bool {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => return true,
        }
    }
    false
}

/// Small sets first: they are in the way of the fewest.
fn greedy<T: Ord + Copy>(knot: &[&[T]]) -> usize {
    let mut taken: Vec<T> = Vec::new();
    let mut most = 0;
    for set in knot {
        if set.iter().all(|token| taken.binary_search(token).is_err()) {
            taken.extend_from_slice(set);
            taken.sort_unstable();
            most += 1;
        }
    }
    most
}

fn exact<T: Ord>(knot: &[&[T]]) -> usize {
    let mut shares = vec![0_u128; knot.len()];
    for (a, set) in knot.iter().enumerate() {
        for (b, other) in knot.iter().enumerate().skip(a + 1) {
            if share(set, other) {
                shares[a] |= 1 << b;
                shares[b] |= 1 << a;
            }
        }
    }
    let all = if knot.len() == MOST_EXACT { u128::MAX } else { (1 << knot.len()) - 1 };
    let mut search = Search { shares, best: 0, steps: 0 };
    search.look(all, 0);
    search.best as usize
}

/// A search that takes or leaves one set after the other.
struct Search {
    /// For each set, those it shares a token with.
    shares: Vec<u128>,
    best: u32,
    steps: u32,
}

impl Search {
    /// With `taken` sets chosen, and `open` those that could still be.
    fn look(&mut self, mut open: u128, mut taken: u32) {
        self.steps += 1;
        // A set that shares with one other at most can always be taken; of the rest, the most entangled decides.
        let entangled = loop {
            let (mut free, mut most) = (None, None);
            for index in ones(open) {
                let degree = (self.shares[index] & open).count_ones();
                if degree <= 1 {
                    free = Some(index);
                    break;
                }
                if most.is_none_or(|(_, known)| degree > known) {
                    most = Some((index, degree));
                }
            }
            let Some(index) = free else { break most };
            taken += 1;
            open &= !(self.shares[index] | 1 << index);
        };
        self.best = self.best.max(taken);
        let Some((index, _)) = entangled else { return };
        if taken + self.bound(open) <= self.best {
            return;
        }
        self.look(open & !(self.shares[index] | 1 << index), taken + 1);
        // The first descent is always finished, so that there is something to fall back on.
        if self.steps < MOST_STEPS {
            self.look(open & !(1 << index), taken);
        }
    }

    /// No more than this can be taken of `open`: of sets that all share with one another, only one can.
    fn bound(&self, mut open: u128) -> u32 {
        let mut cliques = 0;
        while open != 0 {
            let first = open.trailing_zeros() as usize;
            let (mut clique, mut others) = (1_u128 << first, self.shares[first] & open);
            while others != 0 {
                let next = others.trailing_zeros() as usize;
                clique |= 1 << next;
                others &= self.shares[next];
            }
            open &= !clique;
            cliques += 1;
        }
        cliques
    }
}

fn ones(mut bits: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let index = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(index)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn most(sets: &[&str]) -> usize {
        most_apart(sets.iter().map(|set| set.chars().collect()).collect(), usize::MAX)
    }

    #[test]
    fn sets_that_share_nothing_are_all_taken() {
        assert_eq!(most(&[]), 0);
        assert_eq!(most(&["a"]), 1);
        assert_eq!(most(&["ab", "cd", "e"]), 3);
        assert_eq!(most(&["ab", "bc", "cd"]), 2, "the two ends of a chain");
        assert_eq!(most(&["ab", "bc", "ac"]), 1, "a triangle");
        assert_eq!(most(&["ab", "bc", "cd", "de", "ae"]), 2, "a ring of five");
        assert_eq!(most(&["a", "ab", "abc", "ac"]), 1, "all hold the first");
    }

    #[test]
    fn no_more_is_looked_for_than_is_enough() {
        assert_eq!(most_apart(vec![vec![1], vec![2], vec![3]], 2), 2);
    }

    #[test]
    fn knots_too_large_for_a_search_are_never_overstated() {
        let chain: Vec<Vec<u32>> = (0..400).map(|index| vec![index, index + 1]).collect();
        let most = most_apart(chain, usize::MAX);
        assert!((134..=200).contains(&most), "{most}");
        let star: Vec<Vec<u32>> = (1..400).map(|index| vec![0, index]).collect();
        assert_eq!(most_apart(star, usize::MAX), 1);
    }

    #[test]
    fn a_dense_knot_of_the_largest_size_ends() {
        let sets = (0_u32..128).map(|index| {
            let mut set: Vec<u32> = (1..6).map(|step| (index * 7 * step + step * step) % 96).collect();
            set.sort_unstable();
            set.dedup();
            set
        });
        assert!(most_apart(sets.collect(), usize::MAX) > 3);
    }

    proptest! {
        #[test]
        fn it_is_what_trying_everything_gives(
            sets in prop::collection::vec(prop::collection::btree_set(0_u8..14, 1..5), 0..13)
        ) {
            let sets: Vec<Vec<u8>> = sets.into_iter().map(|set| set.into_iter().collect()).collect();
            let apart = |chosen: u32| {
                let chosen: Vec<&Vec<u8>> = ones(chosen.into()).map(|index| &sets[index]).collect();
                chosen.iter().enumerate().all(|(index, set)| chosen[index + 1..].iter().all(|other| !share(set, other)))
            };
            let all = 0..1_u32 << sets.len();
            let most = all.filter(|chosen| apart(*chosen)).map(u32::count_ones).max().unwrap_or(0);
            prop_assert_eq!(most_apart(sets.clone(), usize::MAX), most as usize);
        }
    }
}
