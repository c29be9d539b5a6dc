//! Options that exclude each other on one field or type.

#[macro_use]
extern crate graph_resource;

/// `create_only` on the map of additional properties.
mod additional_and_create_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, create_only)]
        //                           ^^^^^^^^^^^ `create_only` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `default` on the map of additional properties.
mod additional_and_default {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, default)]
        //                           ^^^^^^^ `default` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `etag` on the map of additional properties.
mod additional_and_etag {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, etag)]
        //                           ^^^^ `etag` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `merge` on the map of additional properties.
mod additional_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, merge)]
        //                           ^^^^^ `merge` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `opaque` on the map of additional properties.
mod additional_and_opaque {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, opaque)]
        //                           ^^^^^^ `opaque` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `read_only` on the map of additional properties.
mod additional_and_read_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, read_only)]
        //                           ^^^^^^^^^ `read_only` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `rename` on the map of additional properties.
mod additional_and_rename {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, rename = "rest")]
        //                           ^^^^^^ `rename` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `with` on the map of additional properties.
mod additional_and_with {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, with = "m")]
        //                           ^^^^ `with` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// `write_only` on the map of additional properties.
mod additional_and_write_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, write_only)]
        //                           ^^^^^^^^^^ `write_only` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub more: serde_json::Map<String, serde_json::Value>,
    }
}

/// A name for the collection of a path that ends in no key.
mod collection_of_a_singleton {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me", collection = "all")]
    //                                          ^^^^^ a singleton is in no collection; remove `collection`, or end the path in a placeholder such as `<id>`
    pub struct Me {
        pub display_name: Option<String>,
    }
}

/// `create_only` and `merge` on one field.
mod create_only_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        pub city: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(create_only, merge)]
        //                            ^^^^^ `merge` cannot be combined with `create_only`: what no patch names has no difference to send; remove one
        pub home: Option<Address>,
    }
}

/// `create_only` on the entity tag.
mod etag_and_create_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, create_only)]
        //                     ^^^^^^^^^^^ `create_only` cannot be combined with `etag`: the tag is read from the answer and never sent in a body; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `default` on the entity tag.
mod etag_and_default {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, default)]
        //                     ^^^^^^^ `default` cannot be combined with `etag`: without a tag it is `None`; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `merge` on the entity tag.
mod etag_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, merge)]
        //                     ^^^^^ `merge` cannot be combined with `etag`: the tag is read from the answer and never sent in a body; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `opaque` on the entity tag.
mod etag_and_opaque {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, opaque)]
        //                     ^^^^^^ `opaque` cannot be combined with `etag`: its type is `Option<ETag>`; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `read_only` on the entity tag.
mod etag_and_read_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, read_only)]
        //                     ^^^^^^^^^ `read_only` cannot be combined with `etag`: the tag is read from the answer and never sent in a body; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `rename` on the entity tag.
mod etag_and_rename {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, rename = "tag")]
        //                     ^^^^^^ `rename` cannot be combined with `etag`: its name is `@odata.etag`; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `with` on the entity tag.
mod etag_and_with {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, with = "m")]
        //                     ^^^^ `with` cannot be combined with `etag`: its type is `Option<ETag>`; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `write_only` on the entity tag.
mod etag_and_write_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, write_only)]
        //                     ^^^^^^^^^^ `write_only` cannot be combined with `etag`: the tag is read from the answer and never sent in a body; remove one
        pub etag: Option<graph_resource::ETag>,
    }
}

/// An entity tag in a complex type.
mod etag_on_complex_type {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        #[graph_resource(etag)]
        //               ^^^^ `etag` is an option of fields of resources, not of complex types; remove it here
        pub etag: Option<graph_resource::ETag>,
    }
}

/// `create_only` on the key.
mod key_and_create_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(create_only)]
        //               ^^^^^^^^^^^ the key cannot be marked `create_only`: no patch names it anyway; remove it
        pub id: String,
    }
}

/// `default` on the key.
mod key_and_default {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(default)]
        //               ^^^^^^^ the key cannot be marked `default`: an empty key addresses nothing; remove it
        pub id: String,
    }
}

/// `etag` on the key.
mod key_and_etag {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(etag)]
        //               ^^^^ the key cannot be marked `etag`: a version is no key; remove it
        pub id: String,
    }
}

/// `merge` on the key.
mod key_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(merge)]
        //               ^^^^^ the key cannot be marked `merge`: no patch names it; remove it
        pub id: String,
    }
}

/// `write_only` on the key.
mod key_and_write_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(write_only)]
        //               ^^^^^^^^^^ the key cannot be marked `write_only`: it is in each answer; remove it
        pub id: String,
    }
}

/// `opaque` and `merge` on one field.
mod opaque_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(opaque, merge)]
        //                       ^^^^^ `merge` cannot be combined with `opaque`: a foreign type is replaced whole; remove one
        pub home: Option<String>,
    }
}

/// `opaque` and `with` on one field.
mod opaque_and_with {
    mod module {}

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(opaque, with = "module")]
        //                       ^^^^ `with` cannot be combined with `opaque`: both say how the value is read and written; remove one
        pub home: Option<String>,
    }
}

/// `read_only` and `create_only` on one field.
mod read_only_and_create_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_only, create_only)]
        //                          ^^^^^^^^^^^ `create_only` cannot be combined with `read_only`: one is never sent, the other at creation; remove one
        pub home: Option<String>,
    }
}

/// `read_only` and `merge` on one field.
mod read_only_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        pub city: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_only, merge)]
        //                          ^^^^^ `merge` cannot be combined with `read_only`: what is never sent has no difference to send; remove one
        pub home: Option<Address>,
    }
}

/// `read_only` and `write_only` on one field.
mod read_only_and_write_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_only, write_only)]
        //                          ^^^^^^^^^^ `write_only` cannot be combined with `read_only`: one is never sent, the other never shown; remove one
        pub home: Option<String>,
    }
}

/// Two maps of additional properties.
mod second_additional {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        #[graph_resource(additional)]
        pub more: serde_json::Map<String, serde_json::Value>,
        #[graph_resource(additional)]
        //               ^^^^^^^^^^ only one field can be marked `additional`; remove one
        pub rest: serde_json::Map<String, serde_json::Value>,
    }
}

/// Two entity tags.
mod second_etag {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag)]
        pub etag: Option<graph_resource::ETag>,
        #[graph_resource(etag)]
        //               ^^^^ only one field can be marked `etag`; remove one
        pub tag: Option<graph_resource::ETag>,
    }
}

/// `create_only` before `read_only`: the caret is on the second option, in either order.
mod second_is_marked {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(create_only)]
        #[graph_resource(read_only)]
        //               ^^^^^^^^^ `read_only` cannot be combined with `create_only`: one is never sent, the other at creation; remove one
        pub home: Option<String>,
    }
}

/// `with` and `merge` on one field.
mod with_and_merge {
    mod text {
        pub fn serialize<S: serde::Serializer>(value: &str, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(value)
        }

        pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
            serde::Deserialize::deserialize(from)
        }
    }

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(merge, with = "text")]
        //                      ^^^^ `with` cannot be combined with `merge`: a foreign type is replaced whole; remove one
        pub home: Option<String>,
    }
}

/// A relationship that is never null.
mod navigation_and_not_null {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, not_null)]
        //                           ^^^^^^^^ `not_null` cannot be combined with `navigation`: a relationship that is not expanded is `None` anyway; remove one
        pub it: Option<Box<User>>,
    }
}

/// A name for an annotation, which has one.
mod annotation_and_rename {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", rename = "x")]
        //                                    ^^^^^^ `rename` cannot be combined with `annotation`: it states the name; remove one
        pub it: Option<String>,
    }
}

/// A further spelling of an annotation.
mod annotation_and_alias {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", alias = "x")]
        //                                    ^^^^^ `alias` cannot be combined with `annotation`: it states the name; remove one
        pub it: Option<String>,
    }
}

/// An annotation that is marked `read_only`.
mod annotation_and_read_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", read_only)]
        //                                    ^^^^^^^^^ `read_only` cannot be combined with `annotation`: an annotation is read from the answer and never sent; remove one
        pub it: Option<String>,
    }
}

/// An annotation that is sent at creation.
mod annotation_and_create_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", create_only)]
        //                                    ^^^^^^^^^^^ `create_only` cannot be combined with `annotation`: an annotation is read from the answer and never sent; remove one
        pub it: Option<String>,
    }
}

/// An annotation that is sent.
mod annotation_and_write_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", write_only)]
        //                                    ^^^^^^^^^^ `write_only` cannot be combined with `annotation`: an annotation is read from the answer and never sent; remove one
        pub it: Option<String>,
    }
}

/// An annotation whose members are compared.
mod annotation_and_merge {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", merge)]
        //                                    ^^^^^ `merge` cannot be combined with `annotation`: an annotation is read from the answer and never sent; remove one
        pub it: Option<String>,
    }
}

/// An annotation that is never null.
mod annotation_and_not_null {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", not_null)]
        //                                    ^^^^^^^^ `not_null` cannot be combined with `annotation`: an annotation that is not there is `None`; remove one
        pub it: Option<String>,
    }
}

/// An annotation as a relationship.
mod annotation_and_navigation {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", navigation)]
        //                                    ^^^^^^^^^^ `navigation` cannot be combined with `annotation`: an annotation is no relationship; remove one
        pub it: Option<Box<User>>,
    }
}

/// An annotation whose entities stand in bodies.
mod annotation_and_inline {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b", inline)]
        //                                    ^^^^^^ `inline` cannot be combined with `annotation`: an annotation is no relationship; remove one
        pub it: Option<String>,
    }
}

/// A tag that is another annotation.
mod etag_and_annotation {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, annotation = "@a.b")]
        //                     ^^^^^^^^^^ `annotation` cannot be combined with `etag`: its name is `@odata.etag`; remove one
        pub it: Option<graph_resource::ETag>,
    }
}

/// A further spelling of the tag.
mod etag_and_alias {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, alias = "x")]
        //                     ^^^^^ `alias` cannot be combined with `etag`: its name is `@odata.etag`; remove one
        pub it: Option<graph_resource::ETag>,
    }
}

/// A tag that is never null.
mod etag_and_not_null {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, not_null)]
        //                     ^^^^^^^^ `not_null` cannot be combined with `etag`: without a tag it is `None`; remove one
        pub it: Option<graph_resource::ETag>,
    }
}

/// A tag as a relationship.
mod etag_and_inline {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(etag, inline)]
        //                     ^^^^^^ `inline` cannot be combined with `etag`: a tag is no relationship; remove one
        pub it: Option<graph_resource::ETag>,
    }
}

/// A further spelling of the map of additional properties.
mod additional_and_alias {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(additional, alias = "x")]
        //                           ^^^^^ `alias` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub it: serde_json::Map<String, serde_json::Value>,
    }
}

/// `inline` of what is no relationship.
mod inline_without_navigation {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(inline)]
        //               ^^^^^^ only a relationship can be marked `inline`; add `navigation`, or remove it
        pub it: Option<String>,
    }
}

/// A key that is marked `not_null`.
mod key_and_not_null {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(not_null)]
        //               ^^^^^^^^ the key cannot be marked `not_null`: it is never null anyway; remove it
        pub id: String,
    }
}

/// `rename` on a field that is not of the wire.
mod skip_and_rename {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        pub city: Option<String>,
        #[graph_resource(skip, rename = "seen")]
        //                     ^^^^^^ `rename` cannot be combined with `skip`: the field is neither read nor sent; remove one
        pub seen: bool,
    }
}

fn main() {}
