//! The data: entities by path, the collections that are known, and the rules that hold for each.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::clock::{Counter, Moment, etag, guid};
use crate::errors::Refusal;
use crate::patch::{Object, type_name};
use crate::path::{Segment, Template};
use crate::rules::Rules;

const ETAG: &str = "@odata.etag";

#[derive(Debug, Default)]
pub(crate) struct Store {
    collections: Vec<Template>,
    rules: Vec<(Template, Arc<Rules>)>,
    default_rules: Arc<Rules>,
    /// Decoded segments lead to the entity: two spellings of a path are one entity.
    entities: BTreeMap<Vec<String>, Entity>,
    made: Counter,
    keys: Counter,
    tags: Counter,
}

#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) value: Object,
    pub(crate) etag: String,
    /// Collections are listed in the order in which their entities were made.
    order: u64,
    is_singleton: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Collection,
    Entity,
    Singleton,
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

    fn rules(&self, path: &[String]) -> Arc<Rules> {
        let own = self.rules.iter().rev().find(|(template, _)| template.matches_text(path));
        Arc::clone(own.map_or(&self.default_rules, |(_, rules)| rules))
    }

    fn collection(&self, path: &[String]) -> Option<&Template> {
        self.collections.iter().rev().find(|template| template.matches_text(path))
    }

    /// Where the segments lead; whether an entity is there is another question, but its parents are.
    pub(crate) fn resolve(&self, segments: &[Segment]) -> Result<Place, Refusal> {
        let path: Vec<String> = segments.iter().map(|segment| segment.text().to_owned()).collect();
        let unknown = || Refusal::unknown_path(&path.join("/"));
        let Some((last, parent)) = segments.split_last() else { return Err(unknown()) };
        let find = |segments: &[Segment]| self.collections.iter().rev().find(|template| template.matches(segments));
        let is_singleton = matches!(last, Segment::Name(_)) && self.get(&path).is_some_and(|found| found.is_singleton);
        let place = if let Some(template) = find(segments) {
            Place { kind: Kind::Collection, rules: self.rules(&path), context: template.context(&path), path }
        } else if is_singleton {
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
    fn require_parents(&self, path: &[String]) -> Result<(), Refusal> {
        for end in 2..path.len() {
            let parent = &path[..end];
            let is_entity = self.collection(&parent[..end - 1]).is_some() && self.collection(parent).is_none();
            if is_entity && !self.entities.contains_key(parent) {
                return Err(Refusal::item_not_found(&parent[end - 1]));
            }
        }
        Ok(())
    }

    pub(crate) fn get(&self, path: &[String]) -> Option<&Entity> {
        self.entities.get(path)
    }

    /// The entities of a collection, oldest first.
    pub(crate) fn list(&self, collection: &[String]) -> Vec<&Entity> {
        let below = self.entities.range(collection.to_vec()..).take_while(|(path, _)| path.starts_with(collection));
        let of_it = below.filter(|(path, entity)| path.len() == collection.len() + 1 && !entity.is_singleton);
        let mut entities: Vec<&Entity> = of_it.map(|(_, entity)| entity).collect();
        entities.sort_by_key(|entity| entity.order);
        entities
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
        let order = self.made.next();
        self.entities.insert(path, Entity { value, etag, order, is_singleton });
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
            entity.value = value;
            entity.etag = tag;
        }
    }

    /// Takes an entity away, and everything that belongs to it.
    pub(crate) fn remove(&mut self, path: &[String]) -> Option<Entity> {
        let removed = self.entities.remove(path)?;
        self.entities.retain(|other, _| !other.starts_with(path));
        Some(removed)
    }

    pub(crate) fn len(&self) -> usize {
        self.entities.len()
    }
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
        let ids: Vec<_> = store.list(&users).iter().map(|user| user.value["id"].clone()).collect();
        assert_eq!(ids, ["b", "a"]);
        assert_eq!(store.list(&events.path).len(), 1);
        assert!(store.remove(&["users".to_owned(), "a".to_owned()]).is_some());
        assert!(store.get(&path).is_none());
        assert_eq!(store.len(), 1);
    }
}
