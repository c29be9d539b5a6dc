//! What is changed: entities made, updated and removed.

use http::StatusCode;
use http::header::LOCATION;
use serde_json::Value;

use super::call::{Call, origin};
use super::reply::Reply;
use super::{ODATA_ENTITY_ID, Service};
use crate::clock::Moment;
use crate::deep::{Tree, bindings};
use crate::errors::Refusal;
use crate::headers::{Return, require_json};
use crate::patch::{Mode, Object, write};
use crate::path::encode;
use crate::query::Options;
use crate::relation::child;
use crate::render::Renderer;
use crate::rules::{PatchAnswer, Rules};
use crate::store::{Entity, Place, compute};
use crate::view::{changed, show};

impl Service {
    fn entity(&self, place: &Place) -> Result<&Entity, Refusal> {
        let key = place.path.last().map(String::as_str).unwrap_or_default();
        self.store.get(&place.path).ok_or_else(|| Refusal::item_not_found(key))
    }

    /// Makes an entity, and those that the body holds within it. The answer shows both.
    ///
    /// Source: OData Protocol 4.01, section 11.4.2.2 (create related entities).
    pub(super) fn create(&mut self, call: &Call<'_>) -> Result<Reply, Refusal> {
        require_json(call.request.headers())?;
        let tree = Tree::of(&self.store, &call.place, call.body()?, &origin(call.request), &|body, rules: &Rules| {
            prepare(body, rules, call.now)
        })?;
        let expand = tree.expansions();
        let path = tree.insert(&mut self.store)?;
        let found = self.store.find(&path).ok_or_else(|| Refusal::unknown_path(&path.join("/")))?;
        let location = format!("{}{}", call.root, encode(&path));
        let mut reply = if call.prefer.content == Some(Return::Minimal) {
            let mut reply = call.nothing(StatusCode::NO_CONTENT, &found.entity.etag);
            reply.set(ODATA_ENTITY_ID, &location);
            reply
        } else {
            let options = Options { expand, ..Options::default() };
            let shown = Renderer { store: &self.store, root: &call.root }.entity(found, &options)?;
            call.one(StatusCode::CREATED, shown, &found.entity.etag, "")
        };
        reply.set(LOCATION, &location);
        Ok(call.applied(reply))
    }

    pub(super) fn update(&mut self, call: &Call<'_>) -> Result<Reply, Refusal> {
        let rules = &call.place.rules;
        let entity = self.entity(&call.place)?;
        require_json(call.request.headers())?;
        call.check_condition(entity)?;
        let mut body = call.body()?;
        let path = &call.place.path;
        let bound = bindings(&self.store, path, &mut body, &origin(call.request))?;
        let inline = self.inline(path, &mut body, rules, call.now)?;
        if let Some(name) = body.keys().find(|name| self.store.navigation(path, name).is_some()) {
            return Err(Refusal::bad_request(format!("the relationship '{name}' cannot be updated inline; bind it")));
        }
        let before = entity.value.clone();
        let mut value = before.clone();
        write(&mut value, &body, rules, Mode::Update)?;
        self.store.update(path, value, rules, call.now);
        for binding in bound {
            binding.apply(&mut self.store, path);
        }
        for Inline { collection, path, is_new, value } in inline {
            match path.filter(|_| !is_new) {
                Some(path) => self.store.update(&path, value, &collection.rules, call.now),
                None => drop(self.store.insert(&collection, value)?),
            }
        }
        let entity = self.entity(&call.place)?;
        let answer = match call.prefer.content {
            Some(Return::Representation) => PatchAnswer::Representation,
            Some(Return::Minimal) => PatchAnswer::NoContent,
            None => rules.patch_answer,
        };
        let one = |shown| call.one(StatusCode::OK, shown, &entity.etag, "");
        Ok(call.applied(match answer {
            PatchAnswer::Representation => one(show(&entity.value, rules, None)),
            PatchAnswer::Changed => one(changed(&before, &entity.value, &body, rules)),
            PatchAnswer::Empty => call.nothing(StatusCode::OK, &entity.etag),
            PatchAnswer::NoContent => call.nothing(StatusCode::NO_CONTENT, &entity.etag),
        }))
    }

    /// Takes the entities out of a PATCH that may stand in it.
    fn inline(&self, entity: &[String], body: &mut Object, rules: &Rules, now: Moment) -> Result<Vec<Inline>, Refusal> {
        let mut all: Vec<Inline> = Vec::new();
        for name in rules.inline_names() {
            let items = match body.remove(name) {
                None => continue,
                Some(Value::Array(items)) => items,
                Some(_) => {
                    return Err(Refusal::bad_request(format!("the relationship '{name}' needs a list of entities")));
                }
            };
            let collection = self.store.collection_place(child(entity, name));
            let rules = &collection.rules;
            for item in items {
                let Value::Object(item) = item else {
                    return Err(Refusal::bad_request(format!("an item of '{name}' must be an object")));
                };
                let key = item.get(rules.key_name()).and_then(Value::as_str);
                let path = key.map(|key| child(&collection.path, key));
                if path.is_some() && all.iter().any(|other| other.path == path) {
                    return Err(Refusal::bad_request(format!("an item of '{name}' occurs twice")));
                }
                let present = path.as_ref().and_then(|path| self.store.get(path)).map(|entity| entity.value.clone());
                let is_new = present.is_none();
                let value = match present {
                    Some(mut value) => {
                        write(&mut value, &item, rules, Mode::Update)?;
                        value
                    }
                    None => prepare(&item, rules, now)?,
                };
                all.push(Inline { collection: collection.clone(), path, is_new, value });
            }
        }
        Ok(all)
    }

    pub(super) fn delete(&mut self, call: &Call<'_>) -> Result<Reply, Refusal> {
        call.check_condition(self.entity(&call.place)?)?;
        self.store.remove(&call.place.path, false);
        Ok(Reply::new(StatusCode::NO_CONTENT, None))
    }
}

/// An entity within a PATCH, to be updated or made. Without a key it has no path yet.
struct Inline {
    collection: Place,
    path: Option<Vec<String>>,
    is_new: bool,
    value: Object,
}

/// The body of a creation as it is stored.
fn prepare(body: &Object, rules: &Rules, now: Moment) -> Result<Object, Refusal> {
    let mut value = Object::new();
    write(&mut value, body, rules, Mode::Create)?;
    compute(&mut value, rules, now);
    Ok(value)
}
