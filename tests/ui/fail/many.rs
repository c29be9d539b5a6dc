//! Several mistakes in one type: each is reported, in source order.

#[macro_use]
extern crate graph_resource;

/// Mistakes of the struct, of the path and of the fields.
mod everywhere {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "users/<key>", odata_type = "user", foo)]
    //                      ^^^^^^^^^^^^^ the path does not begin with `/`; add one
    //                                                  ^^^^^^ `user` is no qualified OData name; write it like `microsoft.graph.user`
    //                                                          ^^^ unknown resource option `foo`; expected one of `at`, `cloud`, `collection`, `crate`, `odata_type`, `partial`, `patch`, `path`, `props`, `rename_all`, `schema`, `unchecked`
    pub struct User {
        #[graph_resource(etag)]
        pub id: Option<String>,
        #[graph_resource(rename = "")]
        //                        ^^ a wire name is not empty; write the name as it stands in JSON
        pub name: String,
    }
}

/// Mistakes of several fields.
mod fields {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_onyl)]
        //               ^^^^^^^^^ unknown field option `read_onyl`; did you mean `read_only`?
        pub created: Option<String>,
        #[graph_resource(rename)]
        //               ^^^^^^ `rename` needs a value; write `rename = "wireName"`
        pub name: String,
        #[graph_resource(read_only, write_only)]
        //                          ^^^^^^^^^^ `write_only` cannot be combined with `read_only`: one is never sent, the other never shown; remove one
        pub secret: Option<String>,
        pub tags: Option<Option<String>>,
        //        ^^^^^^^^^^^^^^^^^^^^^^ a doubled `Option` says no more than one; write one, and absent stays apart from null in the patch
    }
}

/// Mistakes of several relationships.
mod navigation {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, read_only, merge)]
        //                           ^^^^^^^^^ `read_only` cannot be combined with `navigation`: a relationship is in no patch anyway; remove one
        //                                      ^^^^^ `merge` cannot be combined with `read_only`: what is never sent has no difference to send; remove one
        //                                      ^^^^^ `merge` cannot be combined with `navigation`: a relationship is changed by references; remove one
        pub manager: Option<Box<User>>,
        #[graph_resource(navigation)]
        pub reports: Vec<User>,
        //           ^^^^^^^^^ a field marked `navigation` may be absent; write its type as `Option<Vec<…>>`
        #[graph_resource(default, navigation)]
        //                        ^^^^^^^^^^ `navigation` cannot be combined with `default`: a relationship that is not expanded is `None` anyway; remove one
        pub groups: Option<Vec<User>>,
    }
}

/// Mistakes in one list of options.
mod one_list {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(foo, read_only = true, rename = 5, rename = "a", bar(1, 2), default, default)]
        //               ^^^ unknown field option `foo`; expected one of `additional`, `alias`, `annotation`, `create_only`, `default`, `etag`, `inline`, `merge`, `navigation`, `not_null`, `opaque`, `read_only`, `rename`, `skip`, `unchecked`, `with`, `write_only`
        //                    ^^^^^^^^^ `read_only` takes no value; write `read_only` alone
        //                                               ^ `rename` needs a value; write `rename = "wireName"`
        //                                                                ^^^ unknown field option `bar`; expected one of `additional`, `alias`, `annotation`, `create_only`, `default`, `etag`, `inline`, `merge`, `navigation`, `not_null`, `opaque`, `read_only`, `rename`, `skip`, `unchecked`, `with`, `write_only`
        //                                                                                    ^^^^^^^ `default` is given twice; remove one
        pub name: String,
    }
}

/// Mistakes of one path.
mod path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "users//<>/")]
    //                      ^^^^^^^^^^^^ the path does not begin with `/`; add one
    //                      ^^^^^^^^^^^^ the path ends in `/`; remove it
    //                      ^^^^^^^^^^^^ segment 2 of the path is empty; remove the doubled `/`
    //                      ^^^^^^^^^^^^ the placeholder in segment 3 of the path has no name; write it like `<id>`
    pub struct User {
        pub id: String,
    }
}

/// A wire name of three fields: each field after the first is reported.
mod properties {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub version: i64,
        //  ^^^^^^^ property `version` is first bound here
        #[graph_resource(rename = "version")]
        //                        ^^^^^^^^^ property `version` is already bound by `version`; rename one
        pub revision: i64,
        #[graph_resource(rename = "version")]
        //                        ^^^^^^^^^ property `version` is already bound by `version`; rename one
        pub edition: i64,
    }
}

/// Mistakes of several types.
mod types {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        #[graph_resource(red_only)]
        //               ^^^^^^^^ unknown field option `red_only`; did you mean `read_only`?
        pub city: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Point(pub f64, pub f64);
    //              ^^^^^^^^^^^^^^^^^^ `GraphComplex` needs a struct with named fields; `Point` is a tuple struct

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub home: Option<Address>,
        pub point: Option<Point>,
        #[graph_resource(opaqe)]
        //               ^^^^^ unknown field option `opaqe`; did you mean `opaque`?
        pub color: u32,
    }
}

/// Mistakes of an enumeration and its variants.
mod variants {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(rename_all = "camelcase")]
    //                            ^^^^^^^^^^^ unknown case `camelcase`; did you mean `camelCase`?
    pub enum CallType {
        #[graph_resource(read_only)]
        //               ^^^^^^^^^ `read_only` is an option of fields, not of variants; remove it here
        GroupCall,
        PeerToPeer(u8),
        //        ^^^^ a member of an enumeration has no data; remove the fields of `PeerToPeer`, or mark it `#[graph_resource(unknown)]`
        #[graph_resource(rename)]
        //               ^^^^^^ `rename` needs a value; write `rename = "wireName"`
        Other,
        #[graph_resource(unknown)]
        Unknown,
//      ^^^^^^^ the `unknown` variant keeps the member's name; write it as `Unknown(String)`
    }
}

/// Types of the standard library for which there is another one.
mod of_std {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: std::borrow::Cow<'static, str>,
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a Graph property is no `Cow`; write `String`, or mark the field `opaque` or `with`
        pub labels: Option<std::collections::HashMap<String, String>>,
        //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a Graph property is no `HashMap`; write `BTreeMap<String, …>`, or mark the field `opaque` or `with`
        pub seen: Vec<std::time::SystemTime>,
        //            ^^^^^^^^^^^^^^^^^^^^^ a Graph property is no `SystemTime`; write `graph_resource::DateTimeOffset`, or mark the field `opaque` or `with`
    }
}

fn main() {}
