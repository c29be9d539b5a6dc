//! Declarations that the metadata of Microsoft Graph contradicts, where `schema` asks for the comparison.

#[macro_use]
extern crate graph_resource;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.user")]
pub struct Sender {
    pub mail: Option<String>,
}

/// A version without metadata.
mod other_version {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "beta")]
    //                                              ^^^^^^ there is no metadata of `beta` to check against; write `schema = "v1.0"`
    pub struct User {
        pub id: String,
    }
}

/// A path that Graph does not have.
mod no_path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/communications/callRecord/<id>", schema = "v1.0")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `microsoft.graph.cloudCommunications` has no `callRecord`; did you mean `callRecords`?
    pub struct CallRecord {
        pub id: String,
    }
}

/// A path to a collection.
mod path_of_a_collection {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users", schema = "v1.0")]
    //                      ^^^^^^^^ `/users` leads to `Collection(microsoft.graph.user)`; add the key, as in `/users/<id>`
    pub struct User {
        pub id: String,
    }
}

/// A second path, which leads to another type.
mod second_path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user", schema = "v1.0")]
    #[graph_resource(path = "/groups/<id>", at = "group")]
    //                      ^^^^^^^^^^^^^^ `/groups/<id>` leads to `microsoft.graph.group`, and `microsoft.graph.user` does not derive from it
    #[graph_resource(path = "/notInTheMetadata/<id>", at = "elsewhere", unchecked)]
    pub struct User {
        pub id: String,
    }
}

/// A type that Graph does not have.
mod no_type {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0", odata_type = "microsoft.graph.emailAdress")]
    //                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Graph has no type `microsoft.graph.emailAdress`; did you mean `microsoft.graph.emailAddress`?
    pub struct EmailAddress {
        pub name: Option<String>,
    }
}

/// A type whose name is that of no type.
mod no_name {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0")]
    //                        ^^^^^^ Graph has no type `whereabouts`; name the type, as in `schema = "v1.0#microsoft.graph.user"`
    pub struct Whereabouts {
        pub name: Option<String>,
    }
}

/// A type whose name is nearly that of a type.
mod near_name {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0")]
    //                        ^^^^^^ Graph has no type `emailAdress`; name the type, as in `schema = "v1.0#microsoft.graph.emailAddress"`
    pub struct EmailAdress {
        pub name: Option<String>,
    }
}

/// A property that Graph does not have, of no name like that of one.
mod no_near_property {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub our_own_thing: Option<String>,
        //  ^^^^^^^^^^^^^ `microsoft.graph.user` has no property `ourOwnThing`; remove it, or mark it `unchecked`
    }
}

/// A type whose name two types have.
mod two_types {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0")]
    //                        ^^^^^^ `mediaStream` may be `microsoft.graph.mediaStream` or `microsoft.graph.callRecords.mediaStream`; name the type, as in `schema = "v1.0#microsoft.graph.mediaStream"`
    pub struct MediaStream {
        pub label: Option<String>,
    }
}

/// An enumeration that is declared as a struct.
mod enumeration_as_struct {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0#microsoft.graph.importance")]
    pub struct Importance {
    //         ^^^^^^^^^^ `microsoft.graph.importance` is an enumeration; declare it by `GraphEnum`
        pub level: Option<String>,
    }
}

/// A complex type that is declared as an enumeration.
mod complex_type_as_enumeration {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(schema = "v1.0#microsoft.graph.emailAddress")]
    pub enum EmailAddress {
    //       ^^^^^^^^^^^^ `microsoft.graph.emailAddress` is no enumeration; declare it by another derive
        Name,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// A property that Graph does not have.
mod no_property {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub dispaly_name: Option<String>,
        //  ^^^^^^^^^^^^ `microsoft.graph.user` has no property `dispalyName`; did you mean `displayName`?
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// The same by its wire name.
mod no_property_renamed {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "jobTitel")]
        //                        ^^^^^^^^^^ `microsoft.graph.user` has no property `jobTitel`; did you mean `jobTitle`?
        pub title: Option<String>,
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A text for a truth value.
mod other_scalar {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub account_enabled: Option<String>,
        //                   ^^^^^^^^^^^^^^ `accountEnabled` is `Edm.Boolean`; write `bool`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A number for a moment.
mod other_moment {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub created_date_time: Option<i64>,
        //                     ^^^^^^^^^^^ `createdDateTime` is `Edm.DateTimeOffset`; write `DateTimeOffset`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// One value for a collection.
mod one_for_many {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub business_phones: Option<String>,
        //                   ^^^^^^^^^^^^^^ `businessPhones` is a collection, `Collection(Edm.String)`; write `Vec<…>`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A collection for one value.
mod many_for_one {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub mail: Option<Vec<String>>,
        //        ^^^^^^^^^^^^^^^^^^^ `mail` is one value, `Edm.String`; write no `Vec<…>`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A scalar for a complex value.
mod scalar_for_complex {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub password_profile: Option<bool>,
        //                    ^^^^^^^^^^^^ `passwordProfile` is `microsoft.graph.passwordProfile`; write a struct with `GraphComplex`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A relationship that is not marked.
mod relationship_as_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        #[graph_resource(opaque)]
        pub manager: Option<serde_json::Value>,
        //  ^^^^^^^ `manager` is a relationship; mark it `navigation`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A property that is marked as a relationship.
mod value_as_relationship {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        #[graph_resource(navigation)]
        pub surname: Option<Box<User>>,
        //  ^^^^^^^ `surname` is no relationship; remove `navigation`
        #[graph_resource(unchecked)]
        pub not_in_the_metadata: Option<String>,
    }
}

/// A key that is none.
mod no_key {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<display_name>", schema = "v1.0")]
    pub struct User {
        pub display_name: String,
        //  ^^^^^^^^^^^^ `displayName` is no key of `microsoft.graph.user`; that is `id`
    }
}

/// A property of a derived type.
mod derived {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/directoryObjects/<id>", schema = "v1.0")]
    pub struct DirectoryObject {
        pub id: String,
        pub mail_nickname: Option<String>,
        //  ^^^^^^^^^^^^^ `microsoft.graph.directoryObject` has no property `mailNickname`; `microsoft.graph.group`, which derives from it, has: state that as `odata_type`
    }
}

/// A member that Graph does not have. One that is left out is no mistake.
mod no_member {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(schema = "v1.0")]
    pub enum Importance {
        Low,
        Hihg,
//      ^^^^ `microsoft.graph.importance` has no member `hihg`; did you mean `high`?
        #[graph_resource(unchecked)]
        Utmost,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// The same by its wire name.
mod no_member_renamed {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(schema = "v1.0")]
    pub enum Importance {
        Low,
        #[graph_resource(rename = "medium")]
        //                        ^^^^^^^^ `microsoft.graph.importance` has no member `medium`; remove it, or mark it `unchecked`
        Normal,
        #[graph_resource(unchecked)]
        Utmost,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// A variant that does not derive from the base.
mod other_variant {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    #[graph_resource(schema = "v1.0", odata_type = "microsoft.graph.outlookItem")]
    pub enum Item {
        #[graph_resource(odata_type = "microsoft.graph.user")]
        //                            ^^^^^^^^^^^^^^^^^^^^^^ `microsoft.graph.user` does not derive from `microsoft.graph.outlookItem`
        User(super::Sender),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A variant of a type that Graph does not have.
mod no_variant {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    #[graph_resource(schema = "v1.0", odata_type = "microsoft.graph.outlookItem")]
    pub enum Item {
        #[graph_resource(odata_type = "microsoft.graph.mesage")]
        //                            ^^^^^^^^^^^^^^^^^^^^^^^^ Graph has no type `microsoft.graph.mesage`; did you mean `microsoft.graph.message`?
        Message(super::Sender),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A variant for an abstract base.
mod abstract_base {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    #[graph_resource(schema = "v1.0", odata_type = "microsoft.graph.outlookItem")]
    pub enum Item {
        Base(super::Sender),
//      ^^^^ `microsoft.graph.outlookItem` is abstract, so that no value is of it; state the variant's `odata_type`
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A cloud that there is not.
mod no_cloud {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0", cloud = "mars")]
    //                                                              ^^^^^^ there is no cloud `mars`; expected one of `china`, `usgov`, `usgovdod`
    pub struct User {
        pub id: String,
    }
}

fn main() {}
