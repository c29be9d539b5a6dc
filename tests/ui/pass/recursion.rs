//! Types that hold themselves.

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

fn main() {
    let patch = PersonPatch::new().manager(PersonPatch::new().manager(Person::default()));
    let _ = FolderPatch::new().owner(patch.clone()).above(patch);
}
