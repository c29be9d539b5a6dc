//! `GraphComplex` asks for `Debug` beside it.

use graph_resource::GraphComplex;

#[derive(Clone, PartialEq, GraphComplex)]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {}
