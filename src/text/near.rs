//! "Did you mean": the known words nearest to one that is not known.

/// Up to `most` known words that could be meant by `word`, nearest first; equal ones in the order of the alphabet.
///
/// ```
/// let known = ["frank-graefe", "ingo-gerhartz", "pap"];
/// assert_eq!(casebook::text::nearest("frank-grefe", known.into_iter(), 3), ["frank-graefe"]);
/// assert!(casebook::text::nearest("bundestag", known.into_iter(), 3).is_empty());
/// ```
#[must_use]
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>, most: usize) -> Vec<&'k str> {
    let length = word.chars().count();
    let bound = (length / 3).max(1);
    let mut near: Vec<(usize, &str)> = known
        .filter(|candidate| {
            candidate.len().abs_diff(word.len()) <= bound + 2 || shares_words(word, candidate)
        })
        .filter_map(|candidate| {
            let distance = strsim::osa_distance(word, candidate);
            if distance <= bound {
                Some((distance, candidate))
            } else {
                shares_words(word, candidate).then_some((bound + 1, candidate))
            }
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(most);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Whether one is made of some of the words of the other: `graefe` and `frank-graefe`, `reply` and `reply_hours`.
fn shares_words(word: &str, candidate: &str) -> bool {
    let inside = |a: &str, b: &str| a.len() >= 4 && b.split(['-', '_', '/']).any(|part| part == a);
    inside(word, candidate) || inside(candidate, word)
}
