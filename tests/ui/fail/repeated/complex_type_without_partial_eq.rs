//! `GraphComplex` asks for `PartialEq` beside it.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, GraphComplex)]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {}
