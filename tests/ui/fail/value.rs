//! Options with a wrong value, without a value, or with one too many.

#[macro_use]
extern crate graph_resource;

/// A number as the path of the crate.
mod crate_no_path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", crate = 5)]
    //                                             ^ `crate` needs a value; write `crate = ::graph_resource`
    pub struct User {
        pub id: String,
    }
}

/// A function for `default`, as serde takes it.
mod flag_with_list {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(default("f"))]
        //               ^^^^^^^ `default` takes no value; write `default` alone
        pub display_name: String,
    }
}

/// A value for `read_only`.
mod flag_with_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_only = true)]
        //               ^^^^^^^^^ `read_only` takes no value; write `read_only` alone
        pub display_name: Option<String>,
    }
}

/// An empty name for the partial.
mod generated_name_empty {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", partial = "")]
    //                                               ^^ `partial = ""` is no Rust name; write an identifier that is no keyword
    pub struct User {
        pub id: String,
    }
}

/// A keyword as the name of a function.
mod generated_name_keyword {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", at = "move")]
    //                                          ^^^^^^ `at = "move"` is no Rust name; write an identifier that is no keyword
    pub struct User {
        pub id: String,
    }
}

/// A name for the patch with a space in it.
mod generated_name_no_identifier {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", patch = "User Patch")]
    //                                             ^^^^^^^^^^^^ `patch = "User Patch"` is no Rust name; write an identifier that is no keyword
    pub struct User {
        pub id: String,
    }
}

/// A case rule, misspelt.
mod misspelt_case {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(rename_all = "camelcase")]
    //                            ^^^^^^^^^^^ unknown case `camelcase`; did you mean `camelCase`?
    pub struct Address {
        pub city: Option<String>,
    }
}

/// An OData type without its namespace.
mod odata_type_unqualified {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", odata_type = "user")]
    //                                                  ^^^^^^ `user` is no qualified OData name; write it like `microsoft.graph.user`
    pub struct User {
        pub id: String,
    }
}

/// A constant instead of a literal as the path.
mod path_of_another_kind {
    const PATH: &str = "/users/<id>";

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = PATH)]
    //                      ^^^^ `path` needs a value; write `path = "/users/<id>"`
    pub struct User {
        pub id: String,
    }
}

/// A case rule that does not exist.
mod unknown_case {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(rename_all = "Title Case")]
    //                            ^^^^^^^^^^^^ unknown case `Title Case`; expected one of `PascalCase`, `SCREAMING_SNAKE_CASE`, `UPPERCASE`, `camelCase`, `kebab-case`, `lowercase`, `snake_case`
    pub struct Address {
        pub city: Option<String>,
    }
}

/// A value in parentheses.
mod value_in_parentheses {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename("name"))]
        //               ^^^^^^ `rename` needs a value; write `rename = "wireName"`
        pub display_name: Option<String>,
    }
}

/// No value after `=`.
mod value_left_out {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename =, read_only)]
        //               ^^^^^^ `rename` needs a value; write `rename = "wireName"`
        pub display_name: Option<String>,
    }
}

/// A number instead of a string.
mod value_of_another_kind {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = 5)]
        //                        ^ `rename` needs a value; write `rename = "wireName"`
        pub display_name: Option<String>,
    }
}

/// An expression instead of a literal.
mod value_with_more {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "a" + "b")]
        //                        ^^^^^^^^^ `rename` needs a value; write `rename = "wireName"`
        pub display_name: Option<String>,
    }
}

/// A module whose name is no Rust path.
mod with_no_module {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(with = "my module")]
        //                      ^^^^^^^^^^^ `my module` is no path; name a module with `serialize` and `deserialize`, as for serde's `with`
        pub display_name: String,
    }
}

/// No `=` and no value.
mod without_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename)]
        //               ^^^^^^ `rename` needs a value; write `rename = "wireName"`
        pub display_name: Option<String>,
    }
}

/// An alias without a name.
mod alias_without_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(alias)]
        //               ^^^^^ `alias` needs a value; write `alias = "OtherName"`
        pub title: Option<String>,
    }
}

/// `not_null` with a value.
mod not_null_with_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(not_null = true)]
        //               ^^^^^^^^ `not_null` takes no value; write `not_null` alone
        pub title: Option<String>,
    }
}

fn main() {}
