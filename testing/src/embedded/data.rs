//! What a test does to the data, and sees of it, while the code under test runs.

use bytes::Bytes;
use serde_json::Value;

use super::{EmbeddedGraph, object};
use crate::deep::Tree;
use crate::path::{encode, parse};
use crate::relation::texts;
use crate::service::DEFAULT_ORIGIN;
use crate::shape::item_of;
use crate::store::Kind;

impl EmbeddedGraph {
    /// What is stored at a path, write-only properties included; `None` where nothing is.
    #[must_use]
    pub fn entity(&self, path: &str) -> Option<Value> {
        let place = self.place(path).ok()?;
        self.state().service.store.get(&place.path).map(|entity| Value::Object(entity.value.clone()))
    }

    /// What is stored in a collection, in the order of creation; empty where the collection is not known.
    #[must_use]
    pub fn entities(&self, collection: &str) -> Vec<Value> {
        let Ok(place) = self.place(collection) else { return Vec::new() };
        let state = self.state();
        let entities = state.service.store.list(&place.path);
        entities.into_iter().map(|found| Value::Object(found.entity.value.clone())).collect()
    }

    /// The present tag of what is stored at a path, such as `W/"JzEt000000000001Jw=="`.
    #[must_use]
    pub fn etag(&self, path: &str) -> Option<String> {
        let place = self.place(path).ok()?;
        self.state().service.store.get(&place.path).map(|entity| entity.etag.clone())
    }

    /// Adds an entity as somebody else would, while the code under test is running. Gives its key.
    ///
    /// # Panics
    ///
    /// The collection is not known; or as in [`with_entity`](Self::with_entity).
    #[allow(clippy::must_use_candidate, reason = "called for its effect; the key is mostly known")]
    #[track_caller]
    pub fn insert(&self, collection: &str, entity: Value) -> String {
        let place = self.place(collection).unwrap_or_else(|message| panic!("{collection}: {message}"));
        assert_eq!(place.kind, Kind::Collection, "{collection} is no collection");
        let mut state = self.state();
        let store = &mut state.service.store;
        let mut learned = Vec::new();
        let inserted =
            Tree::of(store, &place, object(entity), DEFAULT_ORIGIN, &|value, _| Ok(value.clone())).and_then(|tree| {
                tree.each(&mut |collection, value| learned.push((collection.to_vec(), value.clone())));
                tree.insert(store)
            });
        for (collection, value) in learned {
            store.learn(&item_of(&collection), &value);
        }
        drop(state);
        self.announce();
        match inserted {
            Ok(path) => path.last().cloned().unwrap_or_default(),
            Err(refusal) => panic!("{collection}: {}", refusal.message),
        }
    }

    /// Changes an entity as somebody else would: no rule is asked, computed properties are set, the tag is a new one.
    ///
    /// An `@odata.etag` that the change puts in becomes the tag.
    ///
    /// # Panics
    ///
    /// Nothing is stored at the path, or the change leaves no object with the same key.
    #[track_caller]
    pub fn change(&self, path: &str, change: impl FnOnce(&mut Value)) {
        let place = self.place(path).ok();
        let Some((place, mut value)) = place.zip(self.entity(path)) else { panic!("there is nothing at {path}") };
        let name = place.rules.key_name();
        let key = value.get(name).cloned();
        // The lock is not held here: the closure may ask the service.
        change(&mut value);
        assert_eq!(value.get(name), key.as_ref(), "the key property of {path} must stay as it is");
        let mut state = self.state();
        let service = &mut state.service;
        let (now, value) = (service.clock.tick(), object(value));
        service.store.learn(&place.path, &value);
        service.store.update(&place.path, value, &place.rules, now);
        drop(state);
        self.announce();
    }

    /// Takes an entity away as somebody else would. Gives what was stored.
    #[allow(clippy::must_use_candidate, reason = "called for its effect")]
    pub fn remove(&self, path: &str) -> Option<Value> {
        self.take_away(path, false)
    }

    /// The same, but it could be brought back: a delta tells it with the reason `changed`, where it would be `deleted`.
    #[allow(clippy::must_use_candidate, reason = "called for its effect")]
    pub fn remove_softly(&self, path: &str) -> Option<Value> {
        self.take_away(path, true)
    }

    fn take_away(&self, path: &str, softly: bool) -> Option<Value> {
        let place = self.place(path).ok()?;
        let removed = self.state().service.store.remove(&place.path, softly);
        self.announce();
        removed.map(|entity| Value::Object(entity.value))
    }

    /// Lets all links of deltas expire that were given so far.
    ///
    /// They are answered with 410, this code, and a `Location` that begins anew: `resyncRequired`,
    /// `resyncChangesApplyDifferences`, `resyncChangesUploadDifferences`. `syncStateNotFound` is a 400 without one.
    pub fn expire_deltas(&self, code: impl Into<String>) {
        self.state().service.deltas.expire(code.into());
    }

    /// The content at a path, with its media type; `None` where there is none.
    #[must_use]
    pub fn content(&self, path: &str) -> Option<(String, Bytes)> {
        let path = texts(&parse(path).ok()?);
        let state = self.state();
        let content = state.service.store.contents.get(&path)?;
        Some((String::from_utf8_lossy(content.media_type.as_bytes()).into_owned(), content.bytes.clone()))
    }

    /// Lets all URLs of downloads, upload sessions and monitors expire: 404.
    pub fn expire_links(&self) {
        self.state().service.outside.expire();
    }

    /// Links an entity to another as somebody else would: `/groups/a/members` to `/users/1`.
    ///
    /// # Panics
    ///
    /// The first path is none of a relationship, or there is no entity at the second one.
    #[track_caller]
    pub fn link(&self, relationship: &str, target: &str) {
        let (path, target) = (self.relationship(relationship), Self::plain_path(target));
        let store = &mut self.state().service.store;
        let is_there = store.get(&target).is_some();
        assert!(is_there, "there is nothing at {}", encode(&target));
        store.link(&path, &target);
    }

    /// Takes a link away as somebody else would. Gives whether there was one.
    ///
    /// # Panics
    ///
    /// The first path is none of a relationship.
    #[allow(clippy::must_use_candidate, reason = "called for its effect")]
    #[track_caller]
    pub fn unlink(&self, relationship: &str, target: &str) -> bool {
        let (path, target) = (self.relationship(relationship), Self::plain_path(target));
        self.state().service.store.unlink(&path, Some(&target))
    }

    /// The paths of the entities that a relationship leads to, in the order in which they were linked.
    ///
    /// # Panics
    ///
    /// The path is none of a relationship.
    #[must_use]
    #[track_caller]
    pub fn links(&self, relationship: &str) -> Vec<String> {
        let path = self.relationship(relationship);
        self.state().service.store.linked(&path).into_iter().map(|found| encode(found.path)).collect()
    }

    #[track_caller]
    fn relationship(&self, path: &str) -> Vec<String> {
        let names = Self::plain_path(path);
        let is_known = self.state().service.store.relation(&names).is_some();
        assert!(is_known, "{path} is no relationship");
        names
    }

    #[track_caller]
    fn plain_path(path: &str) -> Vec<String> {
        texts(&parse(path).unwrap_or_else(|error| panic!("{path}: {error}")))
    }
}
