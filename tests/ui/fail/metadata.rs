//! Declarations that the metadata of Microsoft Graph contradicts, where `schema` asks for the comparison.

#[macro_use]
extern crate graph_resource;

/// A version without metadata.
mod other_version {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "beta")]
    pub struct User {
        pub id: String,
    }
}

/// A path that Graph does not have.
mod no_path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/communications/callRecord/<id>", schema = "v1.0")]
    pub struct CallRecord {
        pub id: String,
    }
}

/// A second path, which leads to another type.
mod second_path {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user", schema = "v1.0")]
    #[graph_resource(path = "/groups/<id>", at = "group")]
    pub struct User {
        pub id: String,
    }
}

/// A type that Graph does not have.
mod no_type {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0", odata_type = "microsoft.graph.emailAdress")]
    pub struct EmailAddress {
        pub name: Option<String>,
    }
}

/// A type whose name is that of no type.
mod no_name {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0")]
    pub struct Whereabouts {
        pub name: Option<String>,
    }
}

/// A type whose name two types have.
mod two_types {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0")]
    pub struct MediaStream {
        pub label: Option<String>,
    }
}

/// An enumeration that is declared as a struct, and the other way round.
mod other_kind {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(schema = "v1.0#microsoft.graph.importance")]
    pub struct Importance {
        #[graph_resource(unchecked)]
        pub level: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(schema = "v1.0#microsoft.graph.emailAddress")]
    pub enum EmailAddress {
        Name,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// All that can be wrong with a field.
mod fields {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0")]
    pub struct User {
        pub id: String,
        pub dispaly_name: Option<String>,
        #[graph_resource(rename = "jobTitel")]
        pub title: Option<String>,
        pub account_enabled: Option<String>,
        pub created_date_time: Option<i64>,
        pub business_phones: Option<String>,
        pub mail: Option<Vec<String>>,
        pub password_profile: Option<bool>,
        pub manager: Option<serde_json::Value>,
        #[graph_resource(navigation)]
        pub surname: Option<Box<User>>,
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
    }
}

/// A property of a derived type.
mod derived {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/directoryObjects/<id>", schema = "v1.0")]
    pub struct DirectoryObject {
        pub id: String,
        pub mail_nickname: Option<String>,
    }
}

/// A member that the enumeration does not have. One that is left out is no mistake.
mod no_member {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    #[graph_resource(schema = "v1.0")]
    pub enum Importance {
        Low,
        Hihg,
        #[graph_resource(rename = "medium")]
        Normal,
        #[graph_resource(unchecked)]
        Utmost,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// A variant that does not derive from the base, and a base of which there are no values.
mod union {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    #[graph_resource(odata_type = "microsoft.graph.user")]
    pub struct User {
        pub when: Option<graph_resource::DateTimeOffset>,
    }

    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    #[graph_resource(schema = "v1.0", odata_type = "microsoft.graph.outlookItem")]
    pub enum Item {
        #[graph_resource(odata_type = "microsoft.graph.user")]
        User(User),
        #[graph_resource(odata_type = "microsoft.graph.mesage")]
        Message(User),
        Base(User),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A cloud that there is not.
mod no_cloud {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", schema = "v1.0", cloud = "mars")]
    pub struct User {
        pub id: String,
    }
}

fn main() {}
