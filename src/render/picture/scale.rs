//! Days on a line: at true scale, but for long stretches in which nothing happened. Those are cut, and the cut is drawn.

use jiff::civil::Date as Day;

/// How long a stretch is drawn that was cut out.
const CUT: f64 = 44.0;

/// Where days stand on a line.
#[derive(Debug)]
pub(super) struct Scale {
    /// Days that have a place of their own, in order, each with it.
    fixed: Vec<(Day, f64)>,
    /// Where something was cut out: the beginning and the end of the cut.
    pub(super) cuts: Vec<[f64; 2]>,
}

impl Scale {
    /// A scale on which these days fill a line of that length. Stretches much longer than most are cut.
    pub(super) fn new(mut days: Vec<Day>, length: f64) -> Self {
        days.sort_unstable();
        days.dedup();
        let gaps: Vec<f64> = days.windows(2).map(distance).collect();
        let mut sorted = gaps.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(1.0);
        let whole: f64 = gaps.iter().sum();
        let longest = (middle * 5.0).max(whole / 4.0);
        let kept: f64 = gaps.iter().filter(|gap| **gap <= longest).sum();
        let cut = gaps.iter().filter(|gap| **gap > longest).map(|_| CUT).sum::<f64>();
        let day = if kept > 0.0 { (length - cut).max(0.0) / kept } else { 0.0 };
        let mut scale = Self { fixed: Vec::with_capacity(days.len()), cuts: Vec::new() };
        let mut at = 0.0;
        for (index, one) in days.iter().enumerate() {
            if let Some(gap) = index.checked_sub(1).and_then(|before| gaps.get(before)) {
                if *gap > longest {
                    scale.cuts.push([at, at + CUT]);
                    at += CUT;
                } else {
                    at += gap * day;
                }
            }
            scale.fixed.push((*one, at));
        }
        scale
    }

    /// Where a day stands; one before the first or after the last stands at the edge.
    pub(super) fn at(&self, day: Day) -> f64 {
        let after = self.fixed.partition_point(|(fixed, _)| *fixed < day);
        let before = after.checked_sub(1).and_then(|before| self.fixed.get(before));
        match (before, self.fixed.get(after)) {
            (_, Some((fixed, at))) if *fixed == day => *at,
            (Some((from, start)), Some((to, end))) => {
                let share = distance(&[*from, day]) / distance(&[*from, *to]).max(1.0);
                start + (end - start) * share
            }
            (Some((_, at)), None) | (None, Some((_, at))) => *at,
            (None, None) => 0.0,
        }
    }
}

fn distance(pair: &[Day]) -> f64 {
    match pair {
        [from, to] => f64::from(from.until(*to).map_or(0, |span| span.get_days())),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_stand_at_true_scale() {
        let scale = Scale::new(vec![date(2024, 3, 12), date(2024, 2, 19), date(2024, 3, 1)], 220.0);
        assert!(scale.cuts.is_empty());
        let places = [(2024, 2, 19), (2024, 3, 1), (2024, 3, 12), (2024, 2, 20)];
        let places = places.map(|(year, month, day)| format!("{:.0}", scale.at(date(year, month, day))));
        assert_eq!(places, ["0", "110", "220", "10"]);
    }

    #[test]
    fn long_stretches_are_cut_and_order_is_kept() {
        let days = vec![
            date(1989, 11, 9),
            date(2024, 2, 19),
            date(2024, 3, 1),
            date(2024, 3, 11),
            date(2024, 3, 12),
        ];
        let scale = Scale::new(days.clone(), 400.0);
        assert!(matches!(scale.cuts[..], [[from, to]] if from < 1.0 && to > 40.0));
        let places: Vec<f64> = days.iter().map(|day| scale.at(*day)).collect();
        assert!(places.is_sorted() && (places.last().unwrap() - 400.0).abs() < 0.1, "{places:?}");
    }

    #[test]
    fn one_day_and_none_have_a_place() {
        assert!(Scale::new(vec![date(2024, 3, 1)], 400.0).at(date(2024, 3, 1)).abs() < 0.1);
        assert!(Scale::new(Vec::new(), 400.0).at(date(2024, 3, 1)).abs() < 0.1);
    }
}
