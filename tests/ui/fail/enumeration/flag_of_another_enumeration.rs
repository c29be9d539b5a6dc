//! A setter takes flags of its own enumeration.

use graph_resource::{FlagSet, GraphEnum, GraphResource};

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Architecture {
    X86,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Browser {
    Edge,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/deviceAppManagement/mobileApps/<id>")]
pub struct MobileApp {
    pub id: String,
    pub applicable_architectures: FlagSet<Architecture>,
}

fn main() {
    MobileAppPatch::new().applicable_architectures(Browser::Edge);
}
