//! Typed numbers of entries. A key can only come of a reserved slot, and every slot is filled before there is a
//! table: so every key resolves (invariant 3).

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

/// The number of a `T` in its [`Table`].
pub struct Key<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The place in the table, from 0, in the order of the sheets.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Key<T> {}

impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "#{}", self.index)
    }
}

/// Hands out the keys of a table that is yet to be filled.
#[derive(Debug)]
pub struct Slots<T> {
    reserved: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { reserved: 0, kind: PhantomData }
    }
}

impl<T> Slots<T> {
    /// The next key.
    pub fn reserve(&mut self) -> Key<T> {
        let index = self.reserved;
        self.reserved += 1;
        Key { index, kind: PhantomData }
    }

    /// The table, in which the reserved keys resolve. A slot without an entry stands for one that could not be read.
    ///
    /// # Panics
    /// When there are not as many slots as were reserved.
    #[must_use]
    pub fn fill(&self, entries: Vec<Option<Arc<T>>>) -> Table<T> {
        assert_eq!(entries.len(), self.reserved as usize, "every reserved slot is filled");
        Table { entries }
    }
}

/// The entries of one kind, in the order of the sheets. What is withheld leaves an empty slot.
///
/// Records of one report share what has not changed between them: a copy of a table costs next to nothing, and an entry
/// is copied when it is changed.
#[derive(Debug)]
pub struct Table<T> {
    entries: Vec<Option<Arc<T>>>,
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self { entries: self.entries.clone() }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<T> Table<T> {
    /// Every entry there is, with its key.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Key<T>, &T)> {
        self.entries.iter().enumerate().filter_map(|(index, entry)| Some((key_at(index), &**entry.as_ref()?)))
    }

    /// Every entry there is.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.entries.iter().flatten().map(|entry| &**entry)
    }

    /// The keys of all entries there are, in order.
    #[must_use]
    pub fn keys(&self) -> Vec<Key<T>> {
        self.iter().map(|(key, _)| key).collect()
    }

    /// The entry, unless it could not be read or is withheld.
    #[must_use]
    pub fn get(&self, key: Key<T>) -> Option<&T> {
        self.entries.get(key.index())?.as_deref()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values().count()
    }

    /// How many slots there are, empty ones included: one more than the largest [`Key::index`].
    #[must_use]
    pub fn slots(&self) -> usize {
        self.entries.len()
    }

    /// The keys of all slots, in order.
    pub fn slot_keys(&self) -> impl Iterator<Item = Key<T>> + use<T> {
        (0..self.slots()).map(key_at)
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values().next().is_none()
    }

    /// The entry itself, to be shared.
    #[must_use]
    pub fn shared(&self, key: Key<T>) -> Option<&Arc<T>> {
        self.entries.get(key.index())?.as_ref()
    }

    /// Puts an entry in the place of the one there.
    pub fn replace(&mut self, key: Key<T>, entry: Arc<T>) {
        if let Some(there) = self.entries.get_mut(key.index()) {
            *there = Some(entry);
        }
    }

    /// Whether both share every entry.
    #[must_use]
    pub fn shares_all(&self, other: &Self) -> bool {
        let same = |(one, other): (&Option<Arc<T>>, &Option<Arc<T>>)| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        self.entries.len() == other.entries.len() && self.entries.iter().zip(&other.entries).all(same)
    }

    /// The same table with none but these entries: the keys of all others no longer resolve.
    #[must_use]
    pub fn only(&self, is_kept: impl Fn(&T) -> bool) -> Self {
        let kept = |entry: &Option<Arc<T>>| entry.as_ref().filter(|entry| is_kept(entry)).map(Arc::clone);
        Self { entries: self.entries.iter().map(kept).collect() }
    }

    /// Takes an entry out for good; its key no longer resolves.
    pub fn withhold(&mut self, key: Key<T>) {
        if let Some(entry) = self.entries.get_mut(key.index()) {
            *entry = None;
        }
    }
}

fn key_at<T>(index: usize) -> Key<T> {
    Key { index: u32::try_from(index).unwrap_or(u32::MAX), kind: PhantomData }
}

impl<T> Index<Key<T>> for Table<T> {
    type Output = T;

    /// # Panics
    /// When the entry is withheld or could not be read: `link` drops references to the one, and a report with
    /// references to the other is not published.
    fn index(&self, key: Key<T>) -> &T {
        self.entries[key.index()].as_deref().expect("a reference leads to an entry that can be seen")
    }
}

impl<T: Clone> IndexMut<Key<T>> for Table<T> {
    fn index_mut(&mut self, key: Key<T>) -> &mut T {
        let entry =
            self.entries[key.index()].as_mut().expect("a reference leads to an entry that can be seen");
        Arc::make_mut(entry)
    }
}
