//! The enum of a flags enumeration derives `GraphEnum` as any other.

use graph_resource::{FlagSet, GraphResource};

#[derive(Clone, Debug, PartialEq)]
pub enum Architecture {
    X86,
    X64,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/deviceAppManagement/mobileApps/<id>")]
pub struct MobileApp {
    pub id: String,
    pub applicable_architectures: Vec<FlagSet<Architecture>>,
}

fn main() {}
