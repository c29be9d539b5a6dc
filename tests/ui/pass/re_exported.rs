//! The crate under another name, and re-exported by another.

#![no_implicit_prelude]

pub mod facade {
    pub use ::graph_resource as graph;
}

pub mod model {
    use ::std::clone::Clone;
    use ::std::cmp::PartialEq;
    use ::std::fmt::Debug;
    use ::std::option::Option;
    use ::std::string::String;

    use crate::facade::graph::{GraphComplex, GraphEnum, GraphResource};

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", crate = crate::facade::graph)]
    pub struct User {
        pub id: String,
        pub home: Option<Address>,
        #[graph_resource(navigation)]
        pub manager: Option<::std::boxed::Box<User>>,
        pub kind: Kind,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(crate = "crate::facade::graph")]
    pub struct Address {
        pub city: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(crate = crate::facade::graph)]
    pub enum Kind {
        Member,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

fn main() {
    let _ = model::UserPatch::new().bind_manager("users/1");
    let _ = model::User::at("a").update(model::UserPatch::new().home(model::AddressPatch::new().clear_city()));
}
