//! Structs written by `macro_rules!`, their types and names handed through as fragments.

use graph_resource::{GraphComplex, GraphEnum, GraphResource};

macro_rules! resource {
    ($(#[$attribute:meta])* $vis:vis $name:ident at $path:literal { $($field:ident: $ty:ty),* $(,)? }) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = $path)]
        $vis struct $name {
            pub id: String,
            $(pub $field: $ty,)*
        }
    };
}

resource! {
    /// A user.
    pub User at "/users/<id>" { name: Option<String>, tags: Vec<String>, home: Option<Address>, kind: Kind }
}

macro_rules! address {
    ($($field:ident),*) => {
        #[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
        pub struct Address {
            $(#[graph_resource(rename = "city_name")] pub $field: Option<String>,)*
        }
    };
}

address!(city);

macro_rules! kind {
    ($unknown:ident($ty:ty)) => {
        #[derive(Clone, Debug, PartialEq, GraphEnum)]
        pub enum Kind {
            Member,
            #[graph_resource(unknown)]
            $unknown($ty),
        }
    };
}

kind!(Unknown(String));

/// A value under the names of locals of the caller.
macro_rules! with_local {
    ($value:expr) => {{
        let value = $value;
        UserPatch::new().name(value).clear_name()
    }};
}

fn main() {
    let value = "Ada";
    let patch = with_local!(value).tags(vec![]).home(AddressPatch::new().clear_city()).kind(Kind::Member);
    let _ = User::at("a").update(patch);
}
