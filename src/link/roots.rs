//! Where documents come from: what stands at the root of `copy_of` and `derived_from`, and the way from there.

use crate::model::{Document, Facts, Key};

/// The roots of every document, and whether it, or anything on the way to it, was taken back.
#[derive(Debug, Clone)]
pub struct Roots {
    roots: Vec<Vec<Key<Document>>>,
    withdrawn: Vec<bool>,
}

impl Roots {
    /// Looks at every document once, originals first; only what hangs on a circle is looked at by itself.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let slots = facts.documents.slots();
        let mut all = Self { roots: vec![Vec::new(); slots], withdrawn: vec![false; slots] };
        let mut made_from_it: Vec<Vec<Key<Document>>> = vec![Vec::new(); slots];
        let mut waits_for = vec![0_usize; slots];
        let mut ready = Vec::new();
        for (key, document) in facts.documents.iter() {
            for base in document.bases() {
                made_from_it[base.value.index()].push(key);
                waits_for[key.index()] += 1;
                // What could not be read has no bases that are known, and so stands at the root.
                if facts.documents.get(base.value).is_none() && all.roots[base.value.index()].is_empty() {
                    all.roots[base.value.index()].push(base.value);
                    ready.push(base.value);
                }
            }
            if waits_for[key.index()] == 0 {
                all.roots[key.index()].push(key);
                ready.push(key);
            }
        }
        while let Some(key) = ready.pop() {
            all.settle(key, facts);
            for &next in &made_from_it[key.index()] {
                waits_for[next.index()] -= 1;
                if waits_for[next.index()] == 0 {
                    ready.push(next);
                }
            }
        }
        for (key, _) in facts.documents.iter().filter(|(key, _)| waits_for[key.index()] > 0) {
            all.roots[key.index()] = roots_of(key, facts);
            all.withdrawn[key.index()] = facts.is_withdrawn(key);
        }
        all
    }

    /// Takes over what is known of everything a document is made from.
    fn settle(&mut self, key: Key<Document>, facts: &Facts) {
        let Some(document) = facts.documents.get(key) else { return };
        let mut roots = std::mem::take(&mut self.roots[key.index()]);
        let mut withdrawn = document.withdrawn.is_some();
        for base in document.bases() {
            roots.extend_from_slice(&self.roots[base.value.index()]);
            withdrawn |= self.withdrawn[base.value.index()];
        }
        roots.sort_unstable();
        roots.dedup();
        self.roots[key.index()] = roots;
        self.withdrawn[key.index()] = withdrawn;
    }

    /// The documents at the root of this one: itself, if it derives from nothing; several for a round-up; none where
    /// it derives from a circle alone.
    #[must_use]
    pub fn roots(&self, document: Key<Document>) -> &[Key<Document>] {
        self.roots.get(document.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether it, or anything it repeats or is made from, was taken back by whoever published it.
    #[must_use]
    pub fn is_withdrawn(&self, document: Key<Document>) -> bool {
        self.withdrawn.get(document.index()).copied().unwrap_or_default()
    }
}

/// The roots of one document, in order.
pub(super) fn roots_of(document: Key<Document>, facts: &Facts) -> Vec<Key<Document>> {
    let is_root = |key: &Key<Document>| {
        facts.documents.get(*key).is_none_or(|document| document.bases().next().is_none())
    };
    let mut roots: Vec<_> = way(document, facts).into_iter().filter(is_root).collect();
    roots.sort_unstable();
    roots
}

/// Every document on the way from the roots to this one: each after what it is made from, and itself last.
pub(super) fn way(document: Key<Document>, facts: &Facts) -> Vec<Key<Document>> {
    let mut way = Vec::new();
    let mut seen = vec![document];
    let mut path = vec![(document, 0)];
    while let Some((here, next)) = path.last_mut() {
        let base = facts.documents.get(*here).and_then(|document| document.bases().nth(*next));
        *next += 1;
        match base {
            Some(base) if seen.contains(&base.value) => {}
            Some(base) => {
                seen.push(base.value);
                path.push((base.value, 0));
            }
            None => {
                way.push(*here);
                path.pop();
            }
        }
    }
    way
}
