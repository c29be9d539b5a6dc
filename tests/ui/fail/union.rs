//! Mistakes in unions and their variants.

#[macro_use]
extern crate graph_resource;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Client {
    pub version: Option<String>,
}

/// A name for the address function of a union without a path.
mod at_without_path {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    #[graph_resource(at = "one")]
    pub enum Profile {
    //       ^^^^^^^ `Profile` has no path; add `#[graph_resource(path = "/…/<id>")]`
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// No unknown variant; conversions into the union are no second mistake.
mod converted_into_a_broken_union {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
    //       ^^^^^ `Agent` has no variant for types that Graph adds later; add `#[graph_resource(unknown)] Unknown(serde_json::Map<String, serde_json::Value>)`
        Client(Box<super::Client>),
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Call {
        pub agent: Option<Agent>,
    }

    pub fn agent() -> Agent {
        super::Client { version: None }.into()
    }

    pub fn patch() -> CallPatch {
        CallPatch::new().agent(super::Client { version: None }).agent(agent()).agent(AgentPatch::new())
    }
}

/// A struct for a union.
mod of_a_struct {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub struct Agent {
    //  ^^^^^^ `GraphUnion` needs an enum; `Agent` is a struct, for which there is `GraphComplex`
        pub client: super::Client,
        pub unknown: serde_json::Map<String, serde_json::Value>,
    }
}

/// The partial named like the union.
mod partial_named_as_the_union {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    #[graph_resource(partial = "Agent")]
    //                         ^^^^^^^ `Agent` is already the name of the enum; choose another with `partial = "…"`
    pub enum Agent {
        Client(super::Client),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A wire name for a variant.
mod rename_of_variant {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        #[graph_resource(rename = "microsoft.graph.client")]
        //               ^^^^^^ `rename` is an option of fields and variants, not of variants of unions; remove it here
        Client(super::Client),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// Two variants without an OData type.
mod two_bases {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Base(super::Client),
        Client(super::Client),
//      ^^^^^^ a variant without `odata_type` is the base type, which is `Base` already; add `#[graph_resource(odata_type = "microsoft.graph.…")]`
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// Two variants with one OData type.
mod type_twice {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        #[graph_resource(odata_type = "microsoft.graph.client")]
        One(super::Client),
//      ^^^ type `microsoft.graph.client` is first bound here
        #[graph_resource(odata_type = "#microsoft.graph.client")]
        //                            ^^^^^^^^^^^^^^^^^^^^^^^^^ type `microsoft.graph.client` is already bound by `One`; rename one
        Other(super::Client),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// An OData type without its namespace.
mod type_without_namespace {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        #[graph_resource(odata_type = "client")]
        //                            ^^^^^^^^ `client` is no qualified OData name; write it like `microsoft.graph.user`
        Client(super::Client),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// An unknown variant that cannot hold the object.
mod unknown_as_unit {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client(super::Client),
        #[graph_resource(unknown)]
        Unknown,
//      ^^^^^^^ the `unknown` variant keeps the whole object; write it as `Unknown(serde_json::Map<String, serde_json::Value>)`
    }
}

/// An unknown variant that holds a `String`, as in an enumeration.
mod unknown_of_string {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client(super::Client),
        #[graph_resource(unknown)]
        Unknown(String),
        //      ^^^^^^ the `unknown` variant keeps the whole object; write it as `Unknown(serde_json::Map<String, serde_json::Value>)`
    }
}

/// Two unknown variants.
mod unknown_twice {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client(super::Client),
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
        #[graph_resource(unknown)]
        Other(serde_json::Map<String, serde_json::Value>),
//      ^^^^^ only one variant can be marked `unknown`; remove one
    }
}

/// An OData type for the unknown variant.
mod unknown_with_type {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client(super::Client),
        #[graph_resource(unknown, odata_type = "microsoft.graph.other")]
        //               ^^^^^^^ `odata_type` cannot be combined with `unknown`: it keeps the types that have no variant; remove one
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A variant with named fields.
mod variant_with_fields {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client { version: Option<String> },
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a variant of a union holds one value; write it like `Client(SomeType)`
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A variant with two values.
mod variant_with_two_values {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client(super::Client, super::Client),
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a variant of a union holds one value; write it like `Client(SomeType)`
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// A variant without a value.
mod variant_without_value {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
        Client,
//      ^^^^^^ a variant of a union holds one value; write it like `Client(SomeType)`
        #[graph_resource(unknown)]
        Unknown(serde_json::Map<String, serde_json::Value>),
    }
}

/// No unknown variant.
mod without_unknown {
    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub enum Agent {
    //       ^^^^^ `Agent` has no variant for types that Graph adds later; add `#[graph_resource(unknown)] Unknown(serde_json::Map<String, serde_json::Value>)`
        #[graph_resource(odata_type = "microsoft.graph.client")]
        Client(super::Client),
    }
}

fn main() {}
