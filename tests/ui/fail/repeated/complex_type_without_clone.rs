//! `GraphComplex` asks for `Clone` beside it.

use graph_resource::GraphComplex;

#[derive(Debug, PartialEq, GraphComplex)]
pub struct User {
    pub id: String,
    pub name: Option<String>,
}

fn main() {}
