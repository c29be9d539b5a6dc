//! Unions of each kind: with a base and without, closed and open, boxed, with members that cannot start empty.

use graph_resource::edm::Decimal;
use graph_resource::{ETag, GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

/// A resource that holds a union in every way.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/calls/<id>")]
pub struct Call {
    /// The key.
    pub id: String,
    /// Non-nullable, replaced whole.
    pub caller: Endpoint,
    /// Nullable, replaced whole.
    pub callee: Option<Endpoint>,
    /// Nullable, member by member.
    #[graph_resource(merge)]
    pub bridge: Option<Endpoint>,
    /// Nullable and boxed, member by member.
    #[graph_resource(merge)]
    pub relay: Option<Box<Endpoint>>,
    /// A collection.
    pub others: Vec<Endpoint>,
    /// Of an abstract base type.
    pub agent: Option<Agent>,
    /// Of an abstract base type, member by member.
    #[graph_resource(merge)]
    pub other_agent: Option<Agent>,
}

/// A base type that is not abstract, and types derived from it.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Endpoint {
    /// The base.
    Base(PlainEndpoint),
    /// Derived, boxed and open.
    #[graph_resource(odata_type = "test.participantEndpoint")]
    Participant(Box<ParticipantEndpoint>),
    /// Derived, and holds a union in turn.
    #[graph_resource(odata_type = "#test.serviceEndpoint")]
    Service(ServiceEndpoint),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// The base type, which names itself.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.endpoint")]
pub struct PlainEndpoint {
    /// A string.
    pub name: Option<String>,
}

/// A derived type with members of its own.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ParticipantEndpoint {
    /// Of the base.
    pub name: Option<String>,
    /// A number.
    pub cores: Option<i32>,
    /// A number of which each digit counts.
    pub charge: Option<Decimal>,
    /// Set by the service.
    #[graph_resource(read_only)]
    pub region: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A derived type below which there is another union.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ServiceEndpoint {
    /// Of the base.
    pub name: Option<String>,
    /// Not nullable: a value of this type cannot start empty.
    pub role: String,
    /// Of an abstract type.
    pub agent: Option<Agent>,
}

/// An abstract base type, and types derived from it. Neither can start empty.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Agent {
    /// Derived.
    #[graph_resource(odata_type = "test.clientAgent")]
    Client(ClientAgent),
    /// Derived.
    #[graph_resource(odata_type = "test.serviceAgent")]
    Service(ServiceAgent),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Other(Map<String, Value>),
}

/// Cannot start empty.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ClientAgent {
    /// Not nullable.
    pub platform: String,
    /// Nullable.
    pub version: Option<String>,
}

/// Cannot start empty.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ServiceAgent {
    /// Not nullable.
    pub role: String,
    /// Nullable.
    pub version: Option<String>,
}

/// A profile for one platform.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/profiles/<id>")]
pub struct AndroidProfile {
    /// The key.
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// Of the base.
    pub display_name: Option<String>,
    /// Of this type.
    pub camera_blocked: bool,
    /// Never shown.
    #[graph_resource(write_only)]
    pub pass_code: Option<String>,
}

/// A profile for another platform.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/profiles/<id>")]
pub struct AppleProfile {
    /// The key.
    pub id: String,
    /// Of the base.
    pub display_name: Option<String>,
    /// Of this type.
    pub siri_blocked: Option<bool>,
}

/// A resource of which there is no more to say than that it has a profile of one platform.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/profiles/<id>")]
#[graph_resource(path = "/users/<user_id>/profiles/<id>", at = "at_user")]
pub enum Profile {
    /// For one platform.
    #[graph_resource(odata_type = "test.androidProfile")]
    Android(AndroidProfile),
    /// For another one.
    #[graph_resource(odata_type = "test.appleProfile")]
    Apple(Box<AppleProfile>),
    /// For one that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}
