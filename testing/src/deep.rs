//! An entity with related ones inside it, and links that a body binds.
//!
//! Source: OData JSON Format 4.0, section 8.5 (bind operation); OData Protocol 4.01, sections 11.4.2.1 and 11.4.2.2.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::errors::Refusal;
use crate::expand::Expand;
use crate::patch::Object;
use crate::relation::child;
use crate::rules::Rules;
use crate::shape::item_of;
use crate::store::{ANY, Kind, Place, Store};

const BIND: &str = "@odata.bind";

/// An entity that is to be made, with everything that is made along with it.
pub(crate) struct Tree {
    collection: Place,
    value: Object,
    children: Vec<(String, Vec<Tree>)>,
    bound: Vec<Binding>,
}

/// The links that one `name@odata.bind` asks for.
pub(crate) struct Binding {
    name: String,
    targets: Vec<Vec<String>>,
}

impl Binding {
    /// Links the entity at `path`. Nothing to link means that a relationship to one entity is cleared.
    pub(crate) fn apply(self, store: &mut Store, path: &[String]) {
        let path = child(path, &self.name);
        if self.targets.is_empty() {
            store.unlink(&path, None);
        }
        for target in self.targets {
            store.link(&path, &target);
        }
    }
}

/// Takes the bindings out of a body. What they name must be there.
pub(crate) fn bindings(
    store: &Store,
    entity: &[String],
    body: &mut Object,
    origin: &str,
) -> Result<Vec<Binding>, Refusal> {
    let names: Vec<String> = body.keys().filter_map(|name| name.strip_suffix(BIND)).map(str::to_owned).collect();
    let mut bindings = Vec::new();
    for name in names {
        let urls = body.remove(&format!("{name}{BIND}")).unwrap_or_default();
        let relation = store
            .relation(&child(entity, &name))
            .ok_or_else(|| Refusal::bad_request(format!("'{name}' is no relationship that can be bound")))?;
        let urls = match (urls, relation.many) {
            (Value::Array(urls), true) => urls,
            (Value::Null, false) => Vec::new(),
            (Value::Array(_), false) => {
                return Err(Refusal::bad_request(format!("'{name}' leads to one entity; bind one URL, not a list")));
            }
            (url, false) => vec![url],
            (_, true) => {
                return Err(Refusal::bad_request(format!("'{name}' leads to many entities; bind a list of URLs")));
            }
        };
        let targets = urls.iter().map(|url| store.reference(url, relation, origin)).collect::<Result<_, _>>()?;
        bindings.push(Binding { name, targets });
    }
    Ok(bindings)
}

impl Tree {
    /// Takes a body apart. `prepare` gives what is stored of each entity.
    pub(crate) fn of(
        store: &Store,
        collection: &Place,
        mut body: Object,
        origin: &str,
        prepare: &dyn Fn(&Object, &Rules) -> Result<Object, Refusal>,
    ) -> Result<Self, Refusal> {
        let entity = item_of(&collection.path);
        let bound = bindings(store, &entity, &mut body, origin)?;
        let mut children = Vec::new();
        let names: Vec<String> = body.keys().cloned().collect();
        for name in names {
            let Some(navigation) = store.navigation(&entity, &name) else { continue };
            let items = match (body.remove(&name), navigation.many) {
                (Some(Value::Array(items)), true) => items,
                (Some(item @ Value::Object(_)), false) if navigation.linked => vec![item],
                (Some(Value::Null), false) => continue,
                _ => {
                    let what = if navigation.many { "a list of entities" } else { "an entity that can be made here" };
                    return Err(Refusal::bad_request(format!("the relationship '{name}' needs {what}")));
                }
            };
            let target = navigation.entities.first().and_then(|path| path.split_last()).map(|(_, path)| path.to_vec());
            let place = store.collection_place(target.unwrap_or_default());
            let mut trees = Vec::new();
            for item in items {
                let Value::Object(item) = item else {
                    return Err(Refusal::bad_request(format!(
                        "an item of the relationship '{name}' must be an object"
                    )));
                };
                trees.push(Self::of(store, &place, item, origin, prepare)?);
            }
            children.push((name, trees));
        }
        let value = prepare(&body, &collection.rules)?;
        Ok(Self { collection: collection.clone(), value, children, bound })
    }

    /// Expansions of the relationships that the body filled, at every depth.
    pub(crate) fn expansions(&self) -> Vec<Expand> {
        expansions(&[self])
    }

    /// Visits every entity and the collection that it is for.
    pub(crate) fn each(&self, visit: &mut dyn FnMut(&[String], &Object)) {
        visit(&self.collection.path, &self.value);
        for tree in self.children.iter().flat_map(|(_, trees)| trees) {
            tree.each(visit);
        }
    }

    /// Puts everything into the store, or nothing. Gives the path of the entity.
    pub(crate) fn insert(self, store: &mut Store) -> Result<Vec<String>, Refusal> {
        let mut made = Vec::new();
        let inserted = self.insert_below(store, &mut made);
        if inserted.is_err() {
            for path in made.iter().rev() {
                store.remove(path, false);
            }
        }
        inserted
    }

    fn insert_below(self, store: &mut Store, made: &mut Vec<Vec<String>>) -> Result<Vec<String>, Refusal> {
        let path = store.insert(&self.collection, self.value)?;
        made.push(path.clone());
        for (name, trees) in self.children {
            let relationship = child(&path, &name);
            let linked = store.relation(&relationship).is_some();
            for mut tree in trees {
                if !linked {
                    tree.collection = store.collection_place(relationship.clone());
                }
                let item = tree.insert_below(store, made)?;
                if linked {
                    store.link(&relationship, &item);
                }
            }
        }
        for binding in self.bound {
            binding.apply(store, &path);
        }
        Ok(path)
    }
}

fn expansions(trees: &[&Tree]) -> Vec<Expand> {
    let mut below: BTreeMap<&str, Vec<&Tree>> = BTreeMap::new();
    for (name, children) in trees.iter().flat_map(|tree| &tree.children) {
        below.entry(name).or_default().extend(children);
    }
    below.into_iter().map(|(name, trees)| Expand::of(name.to_owned(), expansions(&trees))).collect()
}

impl Store {
    /// A collection that is known by its path. Keys in it may be unknown.
    pub(crate) fn collection_place(&self, path: Vec<String>) -> Place {
        debug_assert!(path.last().is_some_and(|name| name != ANY), "a collection has a name");
        Place { kind: Kind::Collection, rules: self.rules(&path), context: path.join("/"), path }
    }
}
