//! Flags are members of an enumeration, not bits.

use graph_resource::{FlagSet, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/deviceAppManagement/mobileApps/<id>")]
pub struct MobileApp {
    pub id: String,
    pub applicable_architectures: FlagSet<i32>,
}

fn main() {}
