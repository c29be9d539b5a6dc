//! The expansion in a crate that forbids every warning.

#![deny(warnings, missing_docs, unreachable_pub, unused, nonstandard_style, future_incompatible, rust_2018_idioms)]
#![deny(missing_copy_implementations, missing_debug_implementations, single_use_lifetimes, trivial_casts)]
#![deny(trivial_numeric_casts, unsafe_code, unused_lifetimes, unused_qualifications, unused_results, let_underscore_drop)]
#![deny(elided_lifetimes_in_paths, explicit_outlives_requirements, redundant_lifetimes, unnameable_types)]
#![deny(unused_import_braces, variant_size_differences, non_local_definitions, clippy::all, clippy::pedantic)]

/// Public items.
pub mod public {
    use graph_resource::{DateTimeOffset, ETag, GraphComplex, GraphEnum, GraphResource};
    use serde_json::{Map, Value};

    /// A user.
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/groups/<group>/users/<id>", odata_type = "microsoft.graph.user")]
    pub struct User {
        /// The key.
        pub id: String,
        /// The number of changes.
        pub version: i64,
        /// The name.
        pub display_name: Option<String>,
        /// The password.
        #[graph_resource(write_only)]
        pub password: Option<String>,
        /// When it was made.
        #[graph_resource(read_only)]
        pub created: DateTimeOffset,
        /// Where the user lives.
        #[graph_resource(merge)]
        pub home: Option<Address>,
        /// Where the user works.
        pub work: Option<Box<Address>>,
        /// What kind of user it is.
        pub kind: Kind,
        /// The tags.
        #[graph_resource(default)]
        pub tags: Vec<String>,
        /// The manager.
        #[graph_resource(navigation)]
        pub manager: Option<Box<User>>,
        /// The groups.
        #[deprecated = "use `manager`"]
        #[graph_resource(navigation)]
        pub groups: Option<Vec<User>>,
        /// Gone.
        #[deprecated = "use `tags`"]
        pub labels: Option<String>,
        /// The settings.
        #[graph_resource(opaque)]
        pub settings: Option<Value>,
        /// The tag.
        #[graph_resource(etag)]
        pub etag: Option<ETag>,
        /// Everything else.
        #[graph_resource(additional)]
        pub additional: Map<String, Value>,
    }

    /// An address.
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        /// The city.
        pub city: Option<String>,
        /// Who lives there.
        #[graph_resource(navigation)]
        pub residents: Option<Vec<User>>,
        /// The floor.
        pub floor: u8,
        /// Gone.
        #[deprecated]
        pub fax: String,
    }

    /// A complex type of a single property.
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Single<T> {
        /// The property.
        pub value: T,
    }

    /// A type without properties.
    #[derive(Clone, Copy, Debug, PartialEq, GraphComplex)]
    pub struct Empty {}

    /// A kind.
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum Kind {
        /// A member.
        Member,
        /// Gone.
        #[deprecated]
        Guest,
        /// Another.
        #[graph_resource(unknown)]
        Unknown(String),
    }

    /// A singleton.
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me")]
    pub struct Me {
        /// The name.
        pub display_name: Option<String>,
    }
}

/// Private items of which next to nothing is used.
mod private {
    use graph_resource::{GraphComplex, GraphEnum, GraphResource};

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub(crate) struct User {
        pub(crate) id: String,
        display_name: Option<String>,
        home: Option<Address>,
        kind: Kind,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Address {
        city: Option<String>,
        #[graph_resource(additional)]
        additional: serde_json::Map<String, serde_json::Value>,
    }

    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    enum Kind {
        Member,
        #[graph_resource(unknown)]
        Unknown(String),
    }

    pub(crate) fn id(user: User) -> String {
        user.id
    }
}

fn main() {
    let record: Result<private::User, _> = serde_json::from_str(r#"{ "id": "a", "kind": "x" }"#);
    assert_eq!(record.map(private::id).ok().as_deref(), Some("a"));
}
