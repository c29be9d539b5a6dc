//! Relationships in every spelling.

#![deny(warnings)]

use graph_resource::{Compound, Expand, Fetched, GraphComplex, GraphResource, GraphValue, NavigationProperty, Related, navigation};

macro_rules! group {
    ($($field:ident: $ty:ty),*) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/groups/<id>")]
        pub struct Group {
            pub id: String,
            $(#[graph_resource(navigation)] pub $field: Option<$ty>,)*
        }
    };
}

group!(members: Vec<Group>, owner: Box<Group>, r#type: Team);

/// Related and never addressed, so that it needs no path.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Team {
    pub name: Option<String>,
    #[graph_resource(navigation)]
    pub group: Option<Box<Group>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/lists/<id>")]
pub struct List<T: Compound + Related, U>
where
    U: GraphValue,
{
    pub id: String,
    #[graph_resource(navigation)]
    pub items: std::option::Option<std::vec::Vec<T>>,
    #[graph_resource(navigation)]
    pub first: Option<U>,
    pub bind_items_of: Option<U>,
    #[graph_resource(read_only)]
    pub bind_items: Option<String>,
}

fn members<R>(of: NavigationProperty<R, Group, navigation::Many>, fetched: &Fetched<Group>) -> bool
where
    R: graph_resource::Structured,
{
    fetched.next_page_of(of).is_some()
}

fn name_of<T: Compound>(_: &T) -> &'static str {
    T::NAME
}

fn main() {
    let props = Group::props();
    let fetched = Group::at("a").get().expand(Expand::of(props.members).expand(props.owner)).expand(props.r#type);
    let body = graph_resource::Bytes::from_static(br#"{"id":"a"}"#);
    let fetched = fetched.parse(graph_resource::http::Response::new(body)).unwrap();
    assert!(!members(props.members, &fetched));
    assert_eq!(name_of(&*fetched), "Group");
    let references: Vec<String> = vec!["groups/b".into()];
    let _ = GroupPatch::new().bind_members(references).bind_owner(Group::at("c")).bind_type("teams/d").unbind_type();
    let _ = Group::at("a").navigation(props.r#type).set("teams/e");
    let _ = ListPatch::<Group, Team>::new().bind_items(["x"]).bind_first("y");
    let _ = List::<Group, Team>::at("a").get().expand(List::<Group, Team>::props().items);
}
