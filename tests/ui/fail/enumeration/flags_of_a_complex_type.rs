//! A complex type has no members to choose from.

use graph_resource::{FlagSet, GraphComplex, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Architecture {
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/deviceAppManagement/mobileApps/<id>")]
pub struct MobileApp {
    pub id: String,
    pub applicable_architectures: Option<FlagSet<Architecture>>,
}

fn main() {}
