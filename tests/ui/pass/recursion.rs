//! Types that hold themselves.

use std::collections::BTreeMap;

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Person {
    pub name: Option<String>,
    pub manager: Option<Box<Person>>,
    pub reports: Vec<Person>,
    pub friend: Option<Box<Friend>>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Friend {
    #[graph_resource(merge)]
    pub person: Option<Box<Person>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/folders/<id>")]
pub struct Folder {
    pub id: String,
    pub owner: Option<Person>,
    pub above: Option<std::boxed::Box<Person>>,
}

/// `Self` in the type of a field is the type itself, as clippy's `use_self` asks.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Node {
    pub parent: Option<Box<Self>>,
    pub children: Vec<Self>,
    pub by_name: BTreeMap<String, Self>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Tree<T: Clone>
where
    Self: Sized,
{
    pub value: T,
    #[graph_resource(merge)]
    pub next: Option<Box<Self>>,
    pub branches: Vec<Self>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(navigation)]
    pub manager: Option<Box<Self>>,
    #[graph_resource(navigation)]
    pub reports: Option<Vec<Self>>,
}

fn main() {
    let patch = PersonPatch::new().manager(PersonPatch::new().manager(Person::default()));
    let _ = FolderPatch::new().owner(patch.clone()).above(patch);

    let node = Node { parent: None, children: vec![], by_name: BTreeMap::new() };
    let patch = NodePatch::new().parent(NodePatch::new().children(vec![node.clone()]));
    let _ = patch.by_name(BTreeMap::from([("a".to_owned(), node)]));
    let tree = Tree { value: 1, next: None, branches: vec![] };
    let _ = TreePatch::new().next(TreePatch::new().value(2)).branches(vec![tree]);
    let _ = UserPatch::new().bind_manager(User::at("1")).bind_reports([User::at("2")]);
}
