//! A copy that is kept up to date is a map in order, of partials.

use std::collections::{BTreeMap, HashMap};

use graph_resource::delta::DeltaStore;
use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
}

fn main() {
    let mut wholes = BTreeMap::<String, User>::new();
    DeltaStore::remove(&mut wholes, "1", None);
    let mut unordered = HashMap::<String, UserPartial>::new();
    DeltaStore::remove(&mut unordered, "1", None);
}
