//! Whose words count as whose: a spokesman's as his ministry's, an office's as that of the body it is part of.

use crate::model::{Facts, Speaker};

/// Whether what `one` says is said for `other` too, or the other way round: one of them stands above the other, over
/// any number of steps of `speaks_for` and `part_of`.
#[must_use]
pub(super) fn is_one_voice(one: Speaker, other: Speaker, facts: &Facts) -> bool {
    is_above(one, other, facts) || is_above(other, one, facts)
}

/// Whether `above` is `speaker`, or a body that `speaker` speaks for or is part of.
fn is_above(above: Speaker, speaker: Speaker, facts: &Facts) -> bool {
    let mut line = vec![speaker];
    let mut next = 0;
    while let Some(&speaker) = line.get(next) {
        next += 1;
        if speaker == above {
            return true;
        }
        for step in steps(speaker, facts) {
            if !line.contains(&step) {
                line.push(step);
            }
        }
    }
    false
}

/// Whether it was so at the time is not asked: that somebody was a body's voice once is enough to be heard with it.
fn steps(speaker: Speaker, facts: &Facts) -> Vec<Speaker> {
    match speaker {
        Speaker::Person(key) => {
            facts.people[key].speaks_for.iter().map(|span| span.body.value.into()).collect()
        }
        Speaker::Organisation(key) => {
            facts.organisations[key].part_of.iter().map(|body| body.value.into()).collect()
        }
        Speaker::Source(key) => facts.sources[key].part_of.iter().map(|body| body.value.into()).collect(),
    }
}
