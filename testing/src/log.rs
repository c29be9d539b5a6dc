//! What changed, and in which order: for deltas and for notifications.

use std::collections::BTreeMap;

use crate::clock::Counter;

/// Changes have numbers; the later one is the greater.
#[derive(Debug, Default)]
pub(crate) struct Log {
    changes: Counter,
    last: u64,
    /// When an entity went last, and whether it could be brought back. One that was made anew is told as both.
    gone: BTreeMap<Vec<String>, (u64, bool)>,
    /// The last change of each link, by the relationship and then by the entity. Why it was removed, if it was.
    links: BTreeMap<Vec<String>, BTreeMap<Vec<String>, LinkChange>>,
    /// What was not announced yet; `None` where nobody announces.
    unannounced: Option<Vec<(Change, Vec<String>)>>,
}

/// What happened to an entity.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Change {
    Created,
    Updated,
    Deleted,
}

impl Change {
    const ALL: [Self; 3] = [Self::Created, Self::Updated, Self::Deleted];

    /// Its name in `changeType`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.name() == name)
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkChange {
    pub(crate) change: u64,
    pub(crate) removed: Option<&'static str>,
}

impl Log {
    /// The number of the last change.
    pub(crate) fn last(&self) -> u64 {
        self.last
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.last = self.changes.next();
        self.last
    }

    /// From now on, changes are kept until they are taken.
    pub(crate) fn watch(&mut self) {
        self.unannounced.get_or_insert_default();
    }

    pub(crate) fn happened(&mut self, change: Change, path: &[String]) {
        if let Some(unannounced) = &mut self.unannounced {
            unannounced.push((change, path.to_vec()));
        }
    }

    /// The changes since they were taken last.
    pub(crate) fn take(&mut self) -> Vec<(Change, Vec<String>)> {
        self.unannounced.as_mut().map(std::mem::take).unwrap_or_default()
    }

    pub(crate) fn removed(&mut self, path: &[String], softly: bool) {
        let change = self.next();
        self.happened(Change::Deleted, path);
        self.gone.insert(path.to_vec(), (change, softly));
        self.links.retain(|from, _| !from.starts_with(path));
    }

    pub(crate) fn linked(&mut self, path: &[String], target: &[String], removed: Option<&'static str>) -> u64 {
        let change = self.next();
        self.links.entry(path.to_vec()).or_default().insert(target.to_vec(), LinkChange { change, removed });
        change
    }

    /// The entities of a collection that are gone since a change: path, change, and whether softly.
    pub(crate) fn gone_since(&self, collection: &[String], since: u64) -> Vec<(&[String], u64, bool)> {
        let below = self.gone.range(collection.to_vec()..).take_while(|(path, _)| path.starts_with(collection));
        let of_it = below.filter(|(path, (change, _))| path.len() == collection.len() + 1 && *change > since);
        of_it.map(|(path, (change, softly))| (path.as_slice(), *change, *softly)).collect()
    }

    /// The links of a relationship that changed since a change.
    pub(crate) fn links_since(&self, path: &[String], since: u64) -> Vec<(&[String], LinkChange)> {
        let all = self.links.get(path).into_iter().flatten();
        all.filter(|(_, link)| link.change > since).map(|(target, link)| (target.as_slice(), *link)).collect()
    }
}
