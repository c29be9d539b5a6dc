//! Mistakes at relationships, the fields marked `navigation`.

#[macro_use]
extern crate graph_resource;

/// `additional` on a relationship.
mod and_additional {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, additional)]
        //               ^^^^^^^^^^ `navigation` cannot be combined with `additional`: it holds properties of every name and kind; remove one
        pub rest: serde_json::Map<String, serde_json::Value>,
    }
}

/// `create_only` on a relationship.
mod and_create_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, create_only)]
        //                           ^^^^^^^^^^^ `create_only` cannot be combined with `navigation`: a relationship is in no patch anyway; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `default` on a relationship.
mod and_default {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, default)]
        //                           ^^^^^^^ `default` cannot be combined with `navigation`: a relationship that is not expanded is `None` anyway; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `etag` on a relationship.
mod and_etag {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, etag)]
        //                           ^^^^ `etag` cannot be combined with `navigation`: a tag is no relationship; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `merge` on a relationship.
mod and_merge {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, merge)]
        //                           ^^^^^ `merge` cannot be combined with `navigation`: a relationship is changed by references; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `opaque` on a relationship.
mod and_opaque {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, opaque)]
        //                           ^^^^^^ `opaque` cannot be combined with `navigation`: a relationship leads to entities, which are read and written as such; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `read_only` on a relationship.
mod and_read_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, read_only)]
        //                           ^^^^^^^^^ `read_only` cannot be combined with `navigation`: a relationship is in no patch anyway; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `with` on a relationship.
mod and_with {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, with = "module")]
        //                           ^^^^ `with` cannot be combined with `navigation`: a relationship leads to entities, which are read and written as such; remove one
        pub manager: Option<Box<User>>,
    }
}

/// `write_only` on a relationship.
mod and_write_only {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation, write_only)]
        //                           ^^^^^^^^^^ `write_only` cannot be combined with `navigation`: a relationship is read, where it is expanded; remove one
        pub manager: Option<Box<User>>,
    }
}

/// A relationship to many, not in an `Option`.
mod no_option {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation)]
        pub reports: Vec<User>,
        //           ^^^^^^^^^ a field marked `navigation` may be absent; write its type as `Option<Vec<…>>`
    }
}

/// A relationship to one, not in an `Option`.
mod no_option_to_one {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation)]
        pub manager: Box<User>,
        //           ^^^^^^^^^ a field marked `navigation` may be absent; write its type as `Option<…>`
    }
}

/// A relationship to entities that may be null.
mod of_nullable_entities {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation)]
        pub reports: Option<Vec<Option<User>>>,
        //                      ^^^^^^^^^^^^ a related entity is never null; write `Option<Vec<…>>`
    }
}

/// `navigation` on a variant.
mod on_a_variant {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum Kind {
        #[graph_resource(navigation)]
        //               ^^^^^^^^^^ `navigation` is an option of fields, not of variants; remove it here
        Manager,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// `navigation` on the key.
mod on_the_key {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        #[graph_resource(navigation)]
        //               ^^^^^^^^^^ the key cannot be marked `navigation`: it is no relationship; remove it
        pub id: String,
    }
}

/// `navigation` on a struct.
mod on_the_struct {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", navigation)]
    //                                     ^^^^^^^^^^ `navigation` is an option of fields, not of resources; remove it here
    pub struct User {
        pub id: String,
    }
}

/// A field named like the setter that unbinds a relationship.
mod setter_of_unbinding_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub unbind_manager: Option<String>,
        #[graph_resource(navigation)]
        pub manager: Option<Box<User>>,
        //  ^^^^^^^ the setter `unbind_manager` of this field clashes with field `unbind_manager`; rename the field, and keep the wire name with `rename`
    }
}

/// A field named like the setter that binds a relationship.
mod setter_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub bind_manager: Option<String>,
        #[graph_resource(navigation)]
        pub manager: Option<Box<User>>,
        //  ^^^^^^^ the setter `bind_manager` of this field clashes with field `bind_manager`; rename the field, and keep the wire name with `rename`
    }
}

/// `navigation` with a value.
mod with_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation = true)]
        //               ^^^^^^^^^^ `navigation` takes no value; write `navigation` alone
        pub manager: Option<Box<User>>,
    }
}

fn main() {}
