//! Field types that the derive refuses by how they are written.

#[macro_use]
extern crate graph_resource;

/// A map of additional properties in an `Option`.
mod additional_nullable {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        #[graph_resource(additional)]
        pub more: Option<serde_json::Map<String, serde_json::Value>>,
        //        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a field marked `additional` is no `Option`; write its type as `serde_json::Map<String, serde_json::Value>`
    }
}

/// An `Option` in an `Option`.
mod doubled_option {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub display_name: Option<Option<String>>,
        //                ^^^^^^^^^^^^^^^^^^^^^^ a doubled `Option` says no more than one; write one, and absent stays apart from null in the patch
    }
}

/// An entity tag that is not in an `Option`.
mod etag_not_nullable {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag)]
        pub etag: graph_resource::ETag,
        //        ^^^^^^^^^^^^^^^^^^^^ a field marked `etag` may be absent; write its type as `Option<ETag>`
    }
}

/// A key in an `Option`.
mod nullable_key {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: Option<String>,
        //      ^^^^^^^^^^^^^^ the key is never null; write its type without `Option`
    }
}

/// An annotation that is not in an `Option`.
mod annotation_not_nullable {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b")]
        pub url: String,
        //       ^^^^^^ a field marked `annotation` may be absent; write its type as `Option<…>`
    }
}

/// `not_null` of what is never null.
mod not_null_without_option {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(not_null)]
        //               ^^^^^^^^ only an `Option` can be marked `not_null`, any other type is never null; remove it
        pub name: String,
    }
}

fn main() {}
