//! `set_…` of a foreign type takes an `Option` or a `Field` of that type.

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/hosts/<id>")]
pub struct Host {
    pub id: String,
    #[graph_resource(opaque)]
    pub address: Option<std::net::IpAddr>,
}

fn main() {
    let _ = HostPatch::new().set_address(std::net::IpAddr::from([127, 0, 0, 1]));
}
