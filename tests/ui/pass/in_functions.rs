//! Structs declared inside of functions and of blocks, and private ones.

use graph_resource::{GraphComplex, GraphEnum, GraphResource};

fn main() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    struct User {
        id: String,
        home: Option<Address>,
        kind: Kind,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Address {
        city: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    enum Kind {
        Member,
        #[graph_resource(unknown)]
        Unknown(String),
    }

    let patch = UserPatch::new().home(AddressPatch::new().city("Oslo")).kind(Kind::Member);
    let _ = User::at("a").update(patch);
    {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/me")]
        struct User {
            home: Option<Address>,
        }
        let _ = User::at().update(UserPatch::new().clear_home());
    }
}
