//! A member of an enumeration is no relationship.

use graph_resource::GraphEnum;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Kind {
    #[graph_resource(navigation)]
    Manager,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {}
