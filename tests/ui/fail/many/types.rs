//! Mistakes of several types.

use graph_resource::{GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Address {
    #[graph_resource(red_only)]
    pub city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Point(pub f64, pub f64);

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    pub home: Option<Address>,
    pub point: Option<Point>,
    #[graph_resource(opaqe)]
    pub color: u32,
}

fn main() {}
