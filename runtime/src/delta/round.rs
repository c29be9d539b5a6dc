//! What a page of changes says.

use core::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::resource::traits::GraphResource;
use crate::response::page_link::PageLink;

/// Where the changes of tomorrow begin: what a round ends with, to be stored once the round is applied.
///
/// It holds the link and the preferences of the request. A link may hold a token, so that it is to be kept like a secret;
/// services take one for seven days and more, or for less.
#[derive(Clone, Eq, PartialEq)]
pub struct DeltaLink(pub(crate) PageLink);

impl fmt::Debug for DeltaLink {
    /// Never shows the link, which may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeltaLink").finish_non_exhaustive()
    }
}

impl Serialize for DeltaLink {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for DeltaLink {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        PageLink::deserialize(from).map(Self)
    }
}

/// A page of a round of changes.
///
/// Source: Microsoft Graph, "use delta query to track changes".
pub enum Round<R: GraphResource> {
    /// More follows.
    Changes(Vec<DeltaItem<R>>, PageLink),
    /// The round is complete.
    End(Vec<DeltaItem<R>>, DeltaLink),
}

impl<R: GraphResource> Round<R> {
    /// What changed, in the service's order. The same may come twice.
    #[must_use]
    pub fn items(&self) -> &[DeltaItem<R>] {
        match self {
            Self::Changes(items, _) | Self::End(items, _) => items,
        }
    }
}

/// A change.
pub enum DeltaItem<R: GraphResource> {
    /// The resource is new, or was changed. What it does not name is as it was, or was never set.
    Entry(R::Partial),
    /// The resource is gone.
    Removed {
        /// Its key.
        key: String,
        /// `deleted`: for good. `changed`: it may come back. Some services give none.
        reason: Option<String>,
    },
}

impl<R: GraphResource> Clone for DeltaItem<R> {
    fn clone(&self) -> Self {
        match self {
            Self::Entry(entry) => Self::Entry(entry.clone()),
            Self::Removed { key, reason } => Self::Removed { key: key.clone(), reason: reason.clone() },
        }
    }
}

impl<R: GraphResource> fmt::Debug for DeltaItem<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(entry) => f.debug_tuple("Entry").field(entry).finish(),
            Self::Removed { key, reason } => {
                f.debug_struct("Removed").field("key", key).field("reason", reason).finish()
            }
        }
    }
}

impl<R: GraphResource> Clone for Round<R> {
    fn clone(&self) -> Self {
        match self {
            Self::Changes(items, link) => Self::Changes(items.clone(), link.clone()),
            Self::End(items, link) => Self::End(items.clone(), link.clone()),
        }
    }
}

impl<R: GraphResource> fmt::Debug for Round<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changes(items, link) => f.debug_tuple("Changes").field(items).field(link).finish(),
            Self::End(items, link) => f.debug_tuple("End").field(items).field(link).finish(),
        }
    }
}
