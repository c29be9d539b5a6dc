//! The data: entities by path, the collections that are known, and the rules that hold for each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;
use serde_json::Value;

use crate::clock::{Counter, Moment, etag, guid};
use crate::content::Content;
use crate::errors::Refusal;
use crate::log::{Change, Log};
use crate::patch::{Object, type_name};
use crate::path::{Segment, Template};
use crate::relation::{Relation, texts};
use crate::rules::Rules;

const ETAG: &str = "@odata.etag";

/// A key that is not known yet. No entity has it, since keys are not empty.
pub(crate) const ANY: &str = "";

#[derive(Debug, Default)]
pub(crate) struct Store {
    collections: Vec<Template>,
    rules: Vec<(Template, Arc<Rules>)>,
    default_rules: Arc<Rules>,
    /// Decoded segments lead to the entity: two spellings of a path are one entity.
    entities: BTreeMap<Vec<String>, Entity>,
    /// The paths of the entities in each collection, oldest first.
    listed: BTreeMap<Vec<String>, BTreeMap<u64, Vec<String>>>,
    singletons: BTreeSet<Vec<String>>,
    pub(crate) relations: Vec<Relation>,
    /// The path of a relationship leads to the paths of its entities.
    pub(crate) links: BTreeMap<Vec<String>, Vec<Vec<String>>>,
    /// Content by the path that leads to it, `$value` included.
    pub(crate) contents: BTreeMap<Vec<String>, Content>,
    pub(crate) log: Log,
    keys: Counter,
    tags: Counter,
}

#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) value: Object,
    pub(crate) etag: String,
    /// The change that gave it its present state.
    pub(crate) changed: u64,
    /// The change that made it.
    created: u64,
    /// The last change of each property since then, those that are gone included.
    pub(crate) changes: BTreeMap<String, u64>,
}

impl Entity {
    /// The change that gave a property its present value.
    pub(crate) fn change_of(&self, property: &str) -> u64 {
        self.changes.get(property).copied().unwrap_or(self.created)
    }
}

/// An entity and its path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'s> {
    pub(crate) path: &'s [String],
    pub(crate) entity: &'s Entity,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Collection,
    Entity,
    Singleton,
    /// A relationship to many entities that live elsewhere.
    Links,
}

/// Where a path leads.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) path: Vec<String>,
    pub(crate) rules: Arc<Rules>,
    /// The fragment of `@odata.context` that names the collection or the singleton.
    pub(crate) context: String,
}

impl Store {
    pub(crate) fn add_collection(&mut self, template: Template) {
        if !self.collections.contains(&template) {
            self.collections.push(template);
        }
    }

    pub(crate) fn add_rules(&mut self, template: Template, rules: Rules) {
        self.rules.push((template, Arc::new(rules)));
    }

    pub(crate) fn set_default_rules(&mut self, rules: Rules) {
        self.default_rules = Arc::new(rules);
    }

    pub(crate) fn rules(&self, path: &[String]) -> Arc<Rules> {
        let own = self.rules.iter().rev().find(|(template, _)| template.matches_text(path));
        Arc::clone(own.map_or(&self.default_rules, |(_, rules)| rules))
    }

    /// The rules of an entity or a singleton: those of its collection, or its own.
    pub(crate) fn rules_of(&self, entity: &[String]) -> Arc<Rules> {
        match entity.split_last() {
            Some((_, collection)) if self.is_collection(collection) => self.rules(collection),
            _ => self.rules(entity),
        }
    }

    /// Where rules are strict, the names of a value that a test puts in are known from then on.
    pub(crate) fn learn(&mut self, entity: &[String], value: &Object) {
        let at = match entity.split_last() {
            Some((_, collection)) if self.is_collection(collection) => collection,
            _ => entity,
        };
        let own = self.rules.iter_mut().rev().find(|(template, _)| template.matches_text(at));
        let rules = own.map_or(&mut self.default_rules, |(_, rules)| rules);
        if rules.is_strict() {
            Arc::make_mut(rules).learn(value);
        }
    }

    pub(crate) fn is_collection(&self, path: &[String]) -> bool {
        self.collection(path).is_some()
    }

    /// Whether there is a singleton at the path. Keys may be [`ANY`].
    pub(crate) fn is_singleton(&self, path: &[String]) -> bool {
        self.singletons.contains(path)
            || (path.iter().any(|text| text == ANY) && self.singletons.iter().any(|other| matches_any(path, other)))
    }

    /// The names of the relationships that an entity has. Its path may have [`ANY`] as a key.
    pub(crate) fn navigation_names(&self, entity: &[String]) -> Vec<String> {
        let templates = self.collections.iter().chain(self.relations.iter().map(|relation| &relation.template));
        let mut names: Vec<String> = templates.filter_map(|template| template.name_below(entity)).collect();
        let below =
            self.singletons.iter().filter_map(|path| path.split_last().filter(|(_, path)| matches_any(entity, path)));
        names.extend(below.map(|(name, _)| name.clone()));
        names
    }

    fn collection(&self, path: &[String]) -> Option<&Template> {
        self.collections.iter().rev().find(|template| template.matches_text(path))
    }

    /// Where the segments lead; whether an entity is there is another question, but its parents are.
    pub(crate) fn resolve(&self, segments: &[Segment]) -> Result<Place, Refusal> {
        let segments = &self.follow(segments)?[..];
        let path = texts(segments);
        let unknown = || Refusal::unknown_path(&path.join("/"));
        let Some((last, parent)) = segments.split_last() else { return Err(unknown()) };
        let find = |segments: &[Segment]| self.collections.iter().rev().find(|template| template.matches(segments));
        let is_name = matches!(last, Segment::Name(_));
        let place = if let Some(relation) = self.relation(&path).filter(|relation| relation.many && is_name) {
            let context = relation.template.context(&path);
            Place { kind: Kind::Links, rules: self.rules(&path), context, path }
        } else if let Some(template) = find(segments) {
            Place { kind: Kind::Collection, rules: self.rules(&path), context: template.context(&path), path }
        } else if is_name && self.singletons.contains(&path) {
            Place { kind: Kind::Singleton, rules: self.rules(&path), context: path.join("/"), path }
        } else if let Some(template) = find(parent) {
            let rules = self.rules(&path[..parent.len()]);
            if last.as_key(rules.key_name()).is_none() {
                return Err(unknown());
            }
            Place { kind: Kind::Entity, rules, context: template.context(&path), path }
        } else {
            return Err(unknown());
        };
        self.require_parents(&place.path)?;
        Ok(place)
    }

    /// What belongs to an entity that is not there, is not there.
    pub(crate) fn require_parents(&self, path: &[String]) -> Result<(), Refusal> {
        for end in 2..path.len() {
            let parent = &path[..end];
            let is_entity = self.collection(&parent[..end - 1]).is_some() && self.collection(parent).is_none();
            if is_entity && !self.entities.contains_key(parent) {
                return Err(Refusal::item_not_found(&parent[end - 1]));
            }
        }
        Ok(())
    }

    /// The entity or singleton that a path leads to, or that it is below of.
    pub(crate) fn owner(&self, path: &[String]) -> Option<Vec<String>> {
        (1..=path.len()).rev().map(|end| &path[..end]).find(|path| self.entities.contains_key(*path)).map(<[_]>::to_vec)
    }

    pub(crate) fn put_content(&mut self, path: Vec<String>, media_type: HeaderValue, bytes: Bytes) {
        let etag = Some(etag(self.tags.next()));
        self.contents.insert(path, Content { media_type, bytes, etag });
    }

    pub(crate) fn get(&self, path: &[String]) -> Option<&Entity> {
        self.entities.get(path)
    }

    pub(crate) fn find(&self, path: &[String]) -> Option<Found<'_>> {
        self.entities.get_key_value(path).map(|(path, entity)| Found { path, entity })
    }

    /// The entities of a collection, oldest first.
    pub(crate) fn list(&self, collection: &[String]) -> Vec<Found<'_>> {
        self.part(collection, 0, usize::MAX)
    }

    /// Some of the entities of a collection.
    pub(crate) fn part(&self, collection: &[String], offset: usize, size: usize) -> Vec<Found<'_>> {
        let paths = self.listed.get(collection).into_iter().flat_map(BTreeMap::values);
        paths.skip(offset).take(size).filter_map(|path| self.find(path)).collect()
    }

    /// How many entities a collection has.
    pub(crate) fn count(&self, collection: &[String]) -> usize {
        self.listed.get(collection).map_or(0, BTreeMap::len)
    }

    /// Puts an entity into a collection. One without a key is given a GUID. Gives its path.
    pub(crate) fn insert(&mut self, collection: &Place, mut value: Object) -> Result<Vec<String>, Refusal> {
        let name = collection.rules.key_name();
        if value.get(name).is_none_or(Value::is_null) {
            value.insert(name.to_owned(), Value::String(guid(0xe0, self.keys.next())));
        }
        let key = match &value[name] {
            Value::String(key) if !key.is_empty() => key.clone(),
            Value::Number(key) => key.to_string(),
            _ => return Err(Refusal::bad_request(format!("the key property '{name}' must be a text or a number"))),
        };
        let mut path = collection.path.clone();
        path.push(key);
        if self.entities.contains_key(&path) {
            return Err(Refusal::already_exists(&path[collection.path.len()]));
        }
        self.put(path.clone(), value, false);
        Ok(path)
    }

    /// Puts a value at a path as it is, in place of what was there. A tag in the value is its tag.
    pub(crate) fn put(&mut self, path: Vec<String>, mut value: Object, is_singleton: bool) {
        let etag = self.take_etag(&mut value);
        if let Some(Ok(name)) = value.get("@odata.type").map(type_name) {
            value.insert("@odata.type".to_owned(), Value::String(name));
        }
        let created = self.log.next();
        if is_singleton {
            self.singletons.insert(path.clone());
        } else if let Some((_, collection)) = path.split_last() {
            self.listed.entry(collection.to_vec()).or_default().insert(created, path.clone());
        }
        let changes = BTreeMap::new();
        self.log.happened(Change::Created, &path);
        self.entities.insert(path, Entity { value, etag, changed: created, created, changes });
    }

    fn take_etag(&mut self, value: &mut Object) -> String {
        match value.remove(ETAG) {
            Some(Value::String(etag)) => etag,
            _ => etag(self.tags.next()),
        }
    }

    /// Gives an entity its new state and a new tag. The computed properties are set to `now`.
    pub(crate) fn update(&mut self, path: &[String], mut value: Object, rules: &Rules, now: Moment) {
        compute(&mut value, rules, now);
        let tag = self.take_etag(&mut value);
        if let Some(entity) = self.entities.get_mut(path) {
            entity.changed = self.log.next();
            let names = value.keys().chain(entity.value.keys());
            for name in names.filter(|name| value.get(*name) != entity.value.get(*name)) {
                entity.changes.insert(name.clone(), entity.changed);
            }
            entity.value = value;
            entity.etag = tag;
            self.log.happened(Change::Updated, path);
        }
    }

    /// Marks an entity as changed, without another state.
    pub(crate) fn mark(&mut self, path: &[String], change: u64) {
        if let Some(entity) = self.entities.get_mut(path) {
            entity.changed = change;
        }
    }

    /// Takes an entity away, and everything that belongs to it. `softly` says that it can be brought back.
    pub(crate) fn remove(&mut self, path: &[String], softly: bool) -> Option<Entity> {
        let removed = self.take(path, softly)?;
        let below = self.entities.range(path.to_vec()..).map(|(other, _)| other.clone());
        for other in below.take_while(|other| other.starts_with(path)).collect::<Vec<_>>() {
            self.take(&other, softly);
        }
        self.contents.retain(|other, _| !other.starts_with(path));
        self.forget_links(path);
        Some(removed)
    }

    fn take(&mut self, path: &[String], softly: bool) -> Option<Entity> {
        let removed = self.entities.remove(path)?;
        self.log.removed(path, softly);
        self.singletons.remove(path);
        if let Some(listed) = path.split_last().and_then(|(_, collection)| self.listed.get_mut(collection)) {
            listed.remove(&removed.created);
        }
        Some(removed)
    }

    pub(crate) fn len(&self) -> usize {
        self.entities.len()
    }
}

/// Whether a path is one of those that a path with unknown keys stands for.
pub(crate) fn matches_any(pattern: &[String], path: &[String]) -> bool {
    pattern.len() == path.len() && pattern.iter().zip(path).all(|(part, text)| part == ANY || part == text)
}

pub(crate) fn compute(value: &mut Object, rules: &Rules, now: Moment) {
    for name in rules.computed_names() {
        value.insert(name.clone(), Value::String(now.utc()));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Kind, Store};
    use crate::path::{Template, parse};

    fn store() -> Store {
        let mut store = Store::default();
        for template in ["/users", "/users/{id}/events"] {
            store.add_collection(Template::parse(template).unwrap());
        }
        let users = store.resolve(&parse("/users").unwrap()).unwrap();
        for id in ["b", "a"] {
            let Value::Object(user) = json!({"id": id}) else { unreachable!() };
            store.insert(&users, user).unwrap();
        }
        store
    }

    #[test]
    fn paths_lead_to_places() {
        let store = store();
        let place = |path| store.resolve(&parse(path).unwrap());
        assert_eq!(place("/users").unwrap().kind, Kind::Collection);
        assert_eq!(place("/users/new").unwrap().kind, Kind::Entity);
        assert_eq!(place("/users(id='a')/events").unwrap().context, "users('a')/events");
        assert_eq!(place("/users('a')/events('1')").unwrap().path, ["users", "a", "events", "1"]);
        for (path, code) in [
            ("/", "ResourceNotFound"),
            ("/groups", "ResourceNotFound"),
            ("/users/a/photo", "ResourceNotFound"),
            ("/users/%24count", "ResourceNotFound"),
            ("/users(mail='a')", "ResourceNotFound"),
            ("/users/c/events", "itemNotFound"),
            ("/users/c/events/1", "itemNotFound"),
        ] {
            assert_eq!(place(path).unwrap_err().code, code, "{path}");
        }
    }

    #[test]
    fn collections_keep_the_order_and_what_belongs_to_an_entity_goes_with_it() {
        let mut store = store();
        let events = store.resolve(&parse("/users/a/events").unwrap()).unwrap();
        let path = store.insert(&events, serde_json::Map::new()).unwrap();
        let users = ["users".to_owned()];
        let ids: Vec<_> = store.list(&users).iter().map(|user| user.entity.value["id"].clone()).collect();
        assert_eq!(ids, ["b", "a"]);
        assert_eq!(store.list(&events.path).len(), 1);
        assert!(store.remove(&["users".to_owned(), "a".to_owned()], false).is_some());
        assert!(store.get(&path).is_none());
        assert_eq!(store.len(), 1);
    }
}
