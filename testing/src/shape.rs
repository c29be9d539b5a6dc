//! Which names a resource can have, and those of what its relationships lead to.

use std::sync::Arc;

use crate::errors::Refusal;
use crate::rules::Rules;
use crate::store::{ANY, Store};

/// The names below one point of a resource. Where a relationship leads to several collections, all are looked at.
#[derive(Clone)]
pub(crate) struct Shape<'s> {
    store: &'s Store,
    points: Vec<Point>,
}

#[derive(Clone)]
struct Point {
    /// The path of the entity; keys that are not known are [`ANY`].
    entity: Vec<String>,
    rules: Arc<Rules>,
    /// The path of the property within the entity.
    property: Vec<String>,
}

impl<'s> Shape<'s> {
    /// The entities that have a path, such as `users` and [`ANY`].
    pub(crate) fn of(store: &'s Store, entities: impl IntoIterator<Item = Vec<String>>) -> Self {
        let point = |entity: Vec<String>| Point { rules: store.rules_of(&entity), entity, property: Vec::new() };
        Self { store, points: entities.into_iter().map(point).collect() }
    }

    /// What a property or a relationship holds.
    pub(crate) fn member(&self, name: &str) -> Result<Self, Refusal> {
        let mut points = Vec::new();
        for point in &self.points {
            let related = if point.property.is_empty() { self.store.navigation(&point.entity, name) } else { None };
            if let Some(navigation) = related {
                points.extend(Self::of(self.store, navigation.entities).points);
            } else if point.knows(name) {
                let mut property = point.property.clone();
                property.push(name.to_owned());
                points.push(Point { property, ..point.clone() });
            }
        }
        if points.is_empty() {
            return Err(Refusal::bad_request(format!("there is no property '{name}' on this resource")));
        }
        Ok(Self { store: self.store, points })
    }

    /// Whether nothing but a request body may hold this property.
    pub(crate) fn is_hidden(&self) -> bool {
        self.points.iter().all(|point| point.rules.is_write_only(&texts(&point.property)))
    }

    /// Whether this is an entity, not a property of one.
    pub(crate) fn is_entity(&self) -> bool {
        self.points.iter().any(|point| point.property.is_empty())
    }
}

impl Point {
    fn knows(&self, name: &str) -> bool {
        self.rules.is_known(&texts(&self.property), name)
    }
}

fn texts(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

/// The path of the entities in a collection.
pub(crate) fn item_of(collection: &[String]) -> Vec<String> {
    let mut path = collection.to_vec();
    path.push(ANY.to_owned());
    path
}
