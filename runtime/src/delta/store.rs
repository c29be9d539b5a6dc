//! A copy of a collection, and how rounds of changes are applied to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::codec::compound::Partial;
use crate::delta::round::{DeltaItem, DeltaLink, Round};
use crate::error::{Error, ErrorKind};
use crate::resource::traits::GraphResource;
use crate::response::page_link::PageLink;

/// A copy of a collection that is kept up to date. Implemented for `BTreeMap<String, R::Partial>`; a database implements it
/// with a transaction a page.
///
/// Each change may come twice, and a removal may be of what was never there. Who is linked to a resource changes by parts,
/// which add up: see [`LinkChanges`](crate::delta::LinkChanges). Of a relationship that no field of that type is for, a
/// delta says nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no copy that can be kept",
    label = "without `DeltaStore`",
    note = "keep the copy in a `BTreeMap<String, …Partial>`, or implement `DeltaStore`"
)]
pub trait DeltaStore {
    /// What a service says of a resource: `R::Partial`.
    type Entry;

    /// Folds what a service says of a resource into the copy of it, or begins with that.
    fn upsert(&mut self, key: &str, entry: Self::Entry);

    /// Begins the copy of a resource anew, with what a round that tells everything says of it first: what it does not name
    /// was never set. As [`upsert`](Self::upsert), where the copy cannot do better.
    fn replace(&mut self, key: &str, entry: Self::Entry) {
        self.upsert(key, entry);
    }

    /// Forgets a resource. A reason `changed` says that it may come back.
    fn remove(&mut self, key: &str, reason: Option<&str>);

    /// A round begins that tells everything.
    fn begin_full(&mut self) {}

    /// The round has told everything: what is not among these keys is gone.
    fn end_full(&mut self, seen: &BTreeSet<String>);
}

impl<P: Partial> DeltaStore for BTreeMap<String, P> {
    type Entry = P;

    fn upsert(&mut self, key: &str, entry: P) {
        match self.get_mut(key) {
            Some(known) => known.merge(entry),
            None => {
                self.insert(key.to_owned(), entry);
            }
        }
    }

    fn replace(&mut self, key: &str, entry: P) {
        self.insert(key.to_owned(), entry);
    }

    fn remove(&mut self, key: &str, _: Option<&str>) {
        BTreeMap::remove(self, key);
    }

    fn end_full(&mut self, seen: &BTreeSet<String>) {
        self.retain(|key, _| seen.contains(key));
    }
}

/// How the pages of a round are applied: a value without I/O.
#[derive(Clone, Debug, Default)]
pub struct Applied {
    /// Of a round that tells everything, the keys that it told.
    seen: Option<BTreeSet<String>>,
}

/// What follows a page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Next {
    /// The next page of the round.
    Page(PageLink),
    /// The round is applied; the link of the next one is to be stored.
    Done(DeltaLink),
}

impl Applied {
    /// For a round of changes since another one.
    #[must_use]
    pub fn changes() -> Self {
        Self { seen: None }
    }

    /// For a round that tells everything: the first one, and one after [`Resync`](crate::delta::Resync). What it does not tell is
    /// gone when it ends.
    pub fn everything(store: &mut impl DeltaStore) -> Self {
        store.begin_full();
        Self { seen: Some(BTreeSet::new()) }
    }

    /// Applies a page.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`]: an entry names no key. What stood before it was applied, which does no harm: the round is asked
    /// for again.
    pub fn apply<R: GraphResource>(
        &mut self,
        round: Round<R>,
        store: &mut impl DeltaStore<Entry = R::Partial>,
    ) -> Result<Next, Error> {
        let (items, next) = match round {
            Round::Changes(items, link) => (items, Next::Page(link)),
            Round::End(items, link) => (items, Next::Done(link)),
        };
        for item in items {
            match item {
                DeltaItem::Entry(entry) => {
                    let Some(key) = R::key_in(&entry) else {
                        return Err(Error::new(ErrorKind::Decode, "an entry of the changes names no key"));
                    };
                    match &mut self.seen {
                        Some(seen) if !seen.contains(&key) => {
                            store.replace(&key, entry);
                            seen.insert(key);
                        }
                        _ => store.upsert(&key, entry),
                    }
                }
                DeltaItem::Removed { key, reason } => store.remove(&key, reason.as_deref()),
            }
        }
        if let (Next::Done(_), Some(seen)) = (&next, self.seen.take_if(|_| matches!(next, Next::Done(_)))) {
            store.end_full(&seen);
        }
        Ok(next)
    }
}
