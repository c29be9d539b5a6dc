//! Documentation and deprecation go where the property goes.

#![deny(deprecated)]

use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[doc = "The name."]
    #[doc(alias = "display")]
    #[deprecated(since = "1.0", note = "use `display_name`")]
    pub name: Option<String>,
    #[cfg(true)]
    pub display_name: Option<String>,
    #[cfg_attr(all(), graph_resource(read_only))]
    pub mail: Option<String>,
    #[cfg(any())]
    pub never: NoSuchType,
}

fn main() {
    let _ = UserPatch::new().display_name("Ada");
    #[allow(deprecated)]
    let _ = UserPatch::new().name("Ada").clear_name();
}
