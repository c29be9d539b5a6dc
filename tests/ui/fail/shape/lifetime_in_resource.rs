//! A value that was read owns its data.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User<'a> {
    pub id: String,
    pub city: std::borrow::Cow<'a, str>,
}

fn main() {}
