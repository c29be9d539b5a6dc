//! Where a resource is that an answer gave.

use std::sync::{Arc, OnceLock};

use crate::odata::path::ResourcePath;
use crate::resource::traits::GraphResource;

/// Where the items of a collection are.
pub(crate) struct ItemPaths<T> {
    collection: Arc<ResourcePath>,
    of_item: fn(&ResourcePath, &T) -> Option<ResourcePath>,
}

impl<R: GraphResource> ItemPaths<R> {
    /// For resources that are created and deleted in this collection.
    pub(crate) fn of_collection(collection: ResourcePath) -> Self {
        let of_item = |collection: &ResourcePath, item: &R| collection.item(|name| item.key_of(name));
        Self { collection: Arc::new(collection), of_item }
    }
}

impl<T> ItemPaths<T> {
    pub(crate) fn collection(&self) -> &ResourcePath {
        &self.collection
    }

    fn of_item(&self, item: &T) -> Option<ResourcePath> {
        (self.of_item)(&self.collection, item)
    }
}

impl<T> Clone for ItemPaths<T> {
    fn clone(&self) -> Self {
        Self { collection: Arc::clone(&self.collection), of_item: self.of_item }
    }
}

/// Where a resource is.
pub(crate) enum Place<T> {
    /// At this path; `None` where that is not known.
    At(Option<ResourcePath>),
    /// In a collection. Of most items nobody asks for the path, so that it is made when somebody does.
    In(ItemPaths<T>, OnceLock<Option<Box<ResourcePath>>>),
}

impl<T> Place<T> {
    /// In this collection, where one is known.
    pub(crate) fn of_item(paths: Option<&ItemPaths<T>>) -> Self {
        paths.map_or(Self::At(None), |paths| Self::In(paths.clone(), OnceLock::new()))
    }

    /// The path of this resource, which is the one that was given.
    pub(crate) fn path(&self, value: &T) -> Option<&ResourcePath> {
        match self {
            Self::At(path) => path.as_ref(),
            Self::In(paths, path) => path.get_or_init(|| paths.of_item(value).map(Box::new)).as_deref(),
        }
    }

    /// The same, taken.
    pub(crate) fn into_path(self, value: &T) -> Option<ResourcePath> {
        match self {
            Self::At(path) => path,
            Self::In(paths, path) => {
                path.into_inner().map_or_else(|| paths.of_item(value), |path| path.map(|path| *path))
            }
        }
    }
}

impl<T> Clone for Place<T> {
    fn clone(&self) -> Self {
        match self {
            Self::At(path) => Self::At(path.clone()),
            Self::In(paths, path) => Self::In(paths.clone(), path.clone()),
        }
    }
}
