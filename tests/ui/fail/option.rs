//! Options that are unknown, misplaced or not written as options.

#[macro_use]
extern crate graph_resource;

/// An attribute without a list, on a field.
mod bare {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource]
        //^^^^^^^^^^^^^^ `#[graph_resource]` is empty; remove it or name an option
        pub display_name: Option<String>,
    }
}

/// An attribute without a list, on a struct.
mod bare_on_the_struct {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource]
    //^^^^^^^^^^^^^^ `#[graph_resource]` is empty; remove it or name an option
    pub struct Address {
        pub city: Option<String>,
    }
}

/// An empty list of options.
mod empty {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource()]
        //^^^^^^^^^^^^^^^^ `#[graph_resource]` is empty; remove it or name an option
        pub display_name: Option<String>,
    }
}

/// An attribute with a value instead of a list.
mod equals {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource = "read_only"]
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ options stand in parentheses; write `#[graph_resource(…)]`
        pub display_name: Option<String>,
    }
}

/// An option twice in one list.
mod given_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "name", rename = "title")]
        //                                ^^^^^^ `rename` is given twice; remove one
        pub display_name: Option<String>,
    }
}

/// An option in two attributes of one field.
mod given_twice_in_two_attributes {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_only)]
        #[graph_resource(read_only)]
        //               ^^^^^^^^^ `read_only` is given twice; remove one
        pub display_name: Option<String>,
    }
}

/// An option on the value of a variant.
mod inside_a_variant {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        Unknown(#[graph_resource(unknown)] String),
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^ options stand on the variant; move this before its name
    }
}

/// An option in quotes.
mod literal {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource("read_only")]
        //               ^^^^^^^^^^^ an option is a word such as `read_only`; write it without quotes
        pub display_name: Option<String>,
    }
}

/// Two options without a comma between them.
mod missing_comma {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_only default)]
        //                         ^^^^^^^ options are separated by commas; add a `,` before this
        pub display_name: String,
    }
}

/// An option of a field, misspelt; the patch exists all the same.
mod misspelt_on_field {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(read_onyl)]
        //               ^^^^^^^^^ unknown field option `read_onyl`; did you mean `read_only`?
        pub display_name: Option<String>,
    }

    pub fn used() {
        let _ = UserPatch::new().display_name("Ada");
    }
}

/// An option of a resource, misspelt.
mod misspelt_on_resource {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", odata_typ = "microsoft.graph.user")]
    //                                     ^^^^^^^^^ unknown resource option `odata_typ`; did you mean `odata_type`?
    pub struct User {
        pub id: String,
    }
}

/// An option of a variant, misspelt.
mod misspelt_on_variant {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        #[graph_resource(renam = "GROUP")]
        //               ^^^^^ unknown variant option `renam`; did you mean `rename`?
        GroupCall,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// An option of fields on a struct.
mod of_a_field_on_the_struct {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", read_only)]
    //                                     ^^^^^^^^^ `read_only` is an option of fields, not of resources; remove it here
    pub struct User {
        pub id: String,
    }
}

/// An option of structs on a field.
mod of_a_struct_on_a_field {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename_all = "snake_case")]
        //               ^^^^^^^^^^ `rename_all` is an option of resources, complex types and enumerations, not of fields; remove it here
        pub display_name: Option<String>,
    }
}

/// An option of serde's habit, without its underscore.
mod without_underscore {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(readonly)]
        //               ^^^^^^^^ unknown field option `readonly`; did you mean `read_only`?
        pub user_type: Option<String>,
    }
}

/// An option that only serde has.
mod of_serde {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(skip_serializing)]
        //               ^^^^^^^^^^^^^^^^ unknown field option `skip_serializing`; expected one of `additional`, `alias`, `annotation`, `create_only`, `default`, `etag`, `inline`, `merge`, `navigation`, `not_null`, `opaque`, `read_only`, `rename`, `skip`, `unchecked`, `with`, `write_only`
        pub display_name: Option<String>,
    }
}

/// A Rust path instead of an option.
mod path_as_an_option {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(serde::default)]
        //               ^^^^^^^^^^^^^^ unknown field option `serde::default`; expected one of `additional`, `alias`, `annotation`, `create_only`, `default`, `etag`, `inline`, `merge`, `navigation`, `not_null`, `opaque`, `read_only`, `rename`, `skip`, `unchecked`, `with`, `write_only`
        pub display_name: Option<String>,
    }
}

/// A path of a complex type.
mod path_on_complex_type {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(path = "/addresses/<id>")]
    //               ^^^^ `path` is an option of resources and unions, not of complex types; remove it here
    pub struct Address {
        pub city: Option<String>,
    }
}

/// An option of complex types that does not exist.
mod unknown_on_complex_type {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(tag = "type")]
    //               ^^^ unknown complex type option `tag`; expected one of `cloud`, `crate`, `odata_type`, `partial`, `patch`, `props`, `rename_all`, `schema`
    pub struct Address {
        pub city: Option<String>,
    }
}

/// An option of enumerations that does not exist.
mod unknown_on_enumeration {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(untagged)]
    //               ^^^^^^^^ unknown enumeration option `untagged`; expected one of `cloud`, `crate`, `odata_type`, `rename_all`, `schema`
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// An option of fields that does not exist.
mod unknown_on_field {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(foo)]
        //               ^^^ unknown field option `foo`; expected one of `additional`, `alias`, `annotation`, `create_only`, `default`, `etag`, `inline`, `merge`, `navigation`, `not_null`, `opaque`, `read_only`, `rename`, `skip`, `unchecked`, `with`, `write_only`
        pub display_name: Option<String>,
    }
}

/// An option of resources that does not exist.
mod unknown_on_resource {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", table = "users")]
    //                                     ^^^^^ unknown resource option `table`; expected one of `at`, `cloud`, `collection`, `crate`, `odata_type`, `partial`, `patch`, `path`, `props`, `rename_all`, `schema`, `unchecked`
    pub struct User {
        pub id: String,
    }
}

/// An option of variants that does not exist.
mod unknown_on_variant {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        #[graph_resource(other)]
        //               ^^^^^ unknown variant option `other`; expected one of `rename`, `unchecked`, `unknown`
        GroupCall,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

fn main() {}

/// The option `path`, misspelt. It is not missing then.
mod misspelt_path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(pth = "/users/<name>")]
    //               ^^^ unknown resource option `pth`; did you mean `path`?
    pub struct User {
        pub name: String,
    }

    pub fn at() -> graph_resource::At<User> {
        User::at("1")
    }
}

/// The option `path` under a name that is not near. It is not missing then.
mod path_called_otherwise {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(served = "/users/<id>")]
    //               ^^^^^^ unknown resource option `served`; expected one of `at`, `cloud`, `collection`, `crate`, `odata_type`, `partial`, `patch`, `path`, `props`, `rename_all`, `schema`, `unchecked`
    pub struct User {
        pub id: String,
    }
}

/// The path without the name of the option. It is not missing then.
mod path_alone {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource("/users/<id>")]
    //               ^^^^^^^^^^^^^ a path is given by name; write `path = ` before it
    pub struct User {
        pub id: String,
    }
}

/// The option `navigation`, misspelt. The field is a relationship all the same.
mod misspelt_navigation {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(navgation)]
        //               ^^^^^^^^^ unknown field option `navgation`; did you mean `navigation`?
        pub manager: Option<Box<Self>>,
    }
}

/// The option `unknown`, misspelt. The variant is there all the same.
mod misspelt_unknown {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknwon)]
        //               ^^^^^^^ unknown variant option `unknwon`; did you mean `unknown`?
        Unknown(String),
    }
}

/// The option `unknown`, as serde calls it.
mod other {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(other)]
        //               ^^^^^ unknown variant option `other`; expected one of `rename`, `unchecked`, `unknown`
        Unknown(String),
    }
}

/// The option `odata_type` under a name that is not near. The variant is not a second base then.
mod type_of_variant {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Identity {
        pub id: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct UserIdentity {
        pub id: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum AnyIdentity {
        Base(Identity),
        #[graph_resource(kind = "microsoft.graph.userIdentity")]
        //               ^^^^ unknown variant option `kind`; expected one of `odata_type`, `unchecked`, `unknown`
        User(UserIdentity),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// An attribute of serde's with an option that we have too.
mod serde_rename {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[serde(rename = "displayName")]
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the derive implements serde's traits; remove serde's derives, and write this as `#[graph_resource(rename = …)]`
        pub name: Option<String>,
    }
}

/// An attribute of serde's, beside serde's derives.
mod serde_beside_its_derives {
    #[derive(Clone, Debug, PartialEq, GraphComplex, serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the derive implements serde's traits; remove serde's derives, and write this as `#[graph_resource(rename_all = …)]`
    pub struct Address {
        pub city: Option<String>,
    }
}

/// An attribute of serde's that we call otherwise.
mod serde_other {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[serde(other)]
        //^^^^^^^^^^^^ the derive implements serde's traits; remove serde's derives, and write this as `#[graph_resource(unknown)]`
        Unknown(String),
    }
}

/// An attribute of serde's that says nothing here.
mod serde_skip {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address {
        #[serde(skip_serializing_if = "Option::is_none")]
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the derive implements serde's traits; remove serde's derives, and this attribute
        pub city: Option<String>,
    }
}

/// The type's name by another word.
mod type_by_another_word {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", type = "microsoft.graph.user")]
    //                                     ^^^^ unknown resource option `type`; did you mean `odata_type`?
    pub struct User {
        pub id: String,
    }
}
