//! What a publication would change: old and new side by side.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Laid;
use crate::ledger::{Published, PublishedArticle, PublishedClaim, next};
use crate::model::{Id, day_words};

/// What changed since the last publication.
#[derive(Debug, Default, Serialize)]
pub(super) struct Changes {
    /// When that was; nothing: nothing was published so far.
    since: Option<String>,
    /// Claims and articles that were published before and are otherwise now.
    changed: Vec<Changed>,
    /// Claims and articles that are new.
    new: Vec<New>,
    /// How many addresses of other entries are new.
    others: usize,
    /// What is gone.
    gone: Vec<Gone>,
}

#[derive(Debug, Serialize)]
struct Changed {
    id: String,
    is_claim: bool,
    /// `unverified → reported`, if that changed.
    standing: Option<String>,
    lines: Vec<Pair>,
    /// That its words are as they were: something that it rests on changed.
    beneath: bool,
}

/// A line as it was and as it is.
#[derive(Debug, Default, Serialize)]
struct Pair {
    old: String,
    new: String,
}

#[derive(Debug, Serialize)]
struct New {
    id: String,
    is_claim: bool,
    words: String,
}

#[derive(Debug, Serialize)]
struct Gone {
    id: String,
    now: Option<String>,
}

/// What a publication of today would change. A first one is not told claim by claim: all of it is new.
pub(super) fn changes(laid: &Laid<'_>) -> Changes {
    let Some(last) = laid.ledger.last() else { return Changes::default() };
    let zone = &laid.record.facts.report.time_zone;
    let since = Some(day_words(zone.to_datetime(last.at).date()));
    let Some(next) = next(laid.record, laid.ledger, laid.now) else {
        return Changes { since, ..Changes::default() };
    };
    let published = Published::after(&laid.ledger.publications);
    let mut changes = Changes {
        since,
        others: next.others.values().map(std::collections::BTreeMap::len).sum(),
        gone: next
            .gone
            .iter()
            .map(|gone| Gone { id: gone.id.to_string(), now: gone.now.as_ref().map(Id::to_string) })
            .collect(),
        ..Changes::default()
    };
    for (id, new) in &next.claims {
        match published.claims.get(id) {
            Some(old) => changes.changed.push(of_claim(id, old, new)),
            None => changes.new.push(New {
                id: id.to_string(),
                is_claim: true,
                words: new.text.clone().unwrap_or_default(),
            }),
        }
    }
    for (id, new) in &next.articles {
        match published.articles.get(id) {
            Some(old) => changes.changed.push(of_article(id, old, new)),
            None => changes.new.push(New {
                id: id.to_string(),
                is_claim: false,
                words: new.text.first().cloned().unwrap_or_default(),
            }),
        }
    }
    changes
}

/// What stands where old words were struck out of the record.
const STRUCK_OUT: &str = "(struck out of the record)";

fn of_claim(id: &Id, old: &PublishedClaim, new: &PublishedClaim) -> Changed {
    let was = old.text.clone().unwrap_or_else(|| STRUCK_OUT.to_owned());
    let lines = if old.words == new.words {
        Vec::new()
    } else {
        vec![Pair { old: was, new: new.text.clone().unwrap_or_default() }]
    };
    let standing =
        (old.status != new.status).then(|| format!("{} → {}", old.status.word(), new.status.word()));
    Changed {
        id: id.to_string(),
        is_claim: true,
        beneath: lines.is_empty() && standing.is_none(),
        standing,
        lines,
    }
}

fn of_article(id: &Id, old: &PublishedArticle, new: &PublishedArticle) -> Changed {
    let lines = if old.words == new.words {
        Vec::new()
    } else if old.text.is_empty() {
        new.text.iter().map(|line| Pair { old: STRUCK_OUT.to_owned(), new: line.clone() }).take(1).collect()
    } else {
        side_by_side(&old.text, &new.text)
    };
    Changed { id: id.to_string(), is_claim: false, standing: None, beneath: lines.is_empty(), lines }
}

/// The lines that differ: one that was changed beside what became of it, one that came or went beside nothing.
fn side_by_side(old: &[String], new: &[String]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for change in capture_diff_slices(Algorithm::Patience, old, new) {
        if matches!(change, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (&old[change.old_range()], &new[change.new_range()]);
        for at in 0..old.len().max(new.len()) {
            let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
            pairs.push(Pair { old: line(old), new: line(new) });
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn a_changed_line_stands_beside_what_became_of_it() {
        let lines = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        let pairs = side_by_side(
            &lines("Titel/Łoś kam./Er ging./Ende"),
            &lines("Titel/Łoś kam spät./Er ging./Neu/Ende"),
        );
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|pair| (pair.old.as_str(), pair.new.as_str())).collect();
        assert_eq!(pairs, [("Łoś kam.", "Łoś kam spät."), ("", "Neu")]);
    }
}
