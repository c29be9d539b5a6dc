//! The versions of resources that were seen already.

use core::fmt;
use core::mem::take;
use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// The versions of resources that were seen already, by id: what a change that is announced twice, or late, is told by.
///
/// It remembers a number of resources: at least as many as its capacity says, and at most twice as many. Those that were
/// seen longest ago are forgotten first; a resource that is forgotten is news again, so that what is done with it must
/// bear to be done twice. It is stored with serde; an entry takes the bytes of its id and some 50 more.
///
/// # Examples
///
/// ```
/// use graph_resource::notifications::Seen;
///
/// let mut seen = Seen::new(10_000);
/// assert!(seen.is_news("1f3a", 1));
/// // The record is stored. Then:
/// seen.insert("1f3a", 1);
/// assert!(!seen.is_news("1f3a", 1));
/// assert!(seen.is_news("1f3a", 2));
///
/// let stored = serde_json::to_string(&seen)?;
/// assert_eq!(serde_json::from_str::<Seen>(&stored)?, seen);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Seen {
    capacity: usize,
    /// The latest ones, at most `capacity`.
    recent: BTreeMap<Box<str>, i64>,
    /// Those before: as many as the capacity, or none yet.
    before: BTreeMap<Box<str>, i64>,
}

impl Seen {
    /// Nothing is seen yet. The capacity is the number of resources to remember, at least 1.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), recent: BTreeMap::new(), before: BTreeMap::new() }
    }

    /// The newest version of the resource that was seen.
    #[must_use]
    pub fn version_of(&self, id: &str) -> Option<i64> {
        self.recent.get(id).or_else(|| self.before.get(id)).copied()
    }

    /// Whether this version is newer than what was seen of the resource, or the first.
    #[must_use]
    pub fn is_news(&self, id: &str, version: i64) -> bool {
        self.version_of(id).is_none_or(|seen| version > seen)
    }

    /// Marks the version as seen. Whether it was news; an older one than what was seen is not, and changes nothing.
    pub fn insert(&mut self, id: &str, version: i64) -> bool {
        if !self.is_news(id, version) {
            return false;
        }
        if let Some(seen) = self.recent.get_mut(id) {
            *seen = version;
            return true;
        }
        if self.recent.len() >= self.capacity {
            self.before = take(&mut self.recent);
        }
        let (id, _) = self.before.remove_entry(id).unwrap_or_else(|| (id.into(), version));
        self.recent.insert(id, version);
        true
    }

    /// The number of resources that are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.recent.len() + self.before.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The resources and their versions, those first that are forgotten first.
    fn entries(&self) -> impl Iterator<Item = (&str, i64)> {
        self.before.iter().chain(&self.recent).map(|(id, version)| (&**id, *version))
    }
}

impl PartialEq for Seen {
    /// Whether both remember the same.
    fn eq(&self, other: &Self) -> bool {
        self.capacity == other.capacity
            && self.len() == other.len()
            && self.entries().all(|(id, version)| other.version_of(id) == Some(version))
    }
}

impl Eq for Seen {}

impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seen").field("len", &self.len()).field("capacity", &self.capacity).finish_non_exhaustive()
    }
}

impl Serialize for Seen {
    /// Writes the capacity and the entries, those first that are forgotten first.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.capacity, self.entries().collect::<Vec<_>>()).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (capacity, entries) = <(usize, Vec<(Box<str>, i64)>)>::deserialize(from)?;
        let mut seen = Self::new(capacity);
        for (id, version) in entries {
            seen.insert(&id, version);
        }
        Ok(seen)
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn only_a_newer_version_is_news() {
        let mut seen = Seen::new(2);
        assert!(seen.insert("a", 3));
        assert!(!seen.insert("a", 3) && !seen.insert("a", 2));
        assert!(seen.insert("a", 4) && seen.insert("b", i64::MIN));
        assert_eq!((seen.version_of("a"), seen.version_of("c"), seen.len()), (Some(4), None, 2));
    }

    #[test]
    fn the_last_ones_are_remembered_and_never_more_than_twice_as_many() {
        let mut seen = Seen::new(10);
        for number in 0..1_000 {
            seen.insert(&number.to_string(), 1);
            // It is in use, and so it stays, although it was first.
            seen.insert("0", number + 2);
            assert!(seen.len() <= 20);
            assert!((number - 9..=number).all(|number| number < 1 || seen.version_of(&number.to_string()).is_some()));
            assert_eq!(seen.version_of("0"), Some(number + 2));
        }
        assert!(seen.is_news("500", 1));
    }

    #[test]
    fn what_is_stored_is_remembered_and_stays_bounded() {
        let mut seen = Seen::new(10);
        for number in 0..34 {
            seen.insert(&number.to_string(), i64::from(number));
        }
        let stored = serde_json::to_string(&seen).unwrap();
        let again: Seen = serde_json::from_str(&stored).unwrap();
        assert_eq!(again, seen);
        assert_eq!(serde_json::to_string(&again).unwrap(), stored);
        let entries: Vec<_> = (0..100).map(|number| (number.to_string(), 1)).collect();
        let read: Seen = serde_json::from_str(&serde_json::to_string(&(0, entries)).unwrap()).unwrap();
        assert_eq!((read.len(), read.version_of("99")), (2, Some(1)));
        assert!(serde_json::from_str::<Seen>("[1]").is_err());
    }
}
