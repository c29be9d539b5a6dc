//! Unions in which a patch of the base type meets a value of each kind: of types that declare what they inherit, that
//! leave it out, and that keep it undeclared.

use std::collections::BTreeMap;

use graph_resource::edm::Decimal;
use graph_resource::{GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::shapes::{Assignment, Place};
use crate::unions::Agent;

/// A resource that holds such a union in every way.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/panels/<id>")]
pub struct Panel {
    /// The key.
    pub id: String,
    /// Non-nullable, replaced whole.
    pub main: Signal,
    /// Nullable, replaced whole.
    pub spare: Option<Signal>,
    /// Nullable, member by member.
    #[graph_resource(merge)]
    pub backup: Option<Box<Signal>>,
}

/// A base type that cannot start empty, and types derived from it.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum Signal {
    /// The base.
    Plain(Box<PlainSignal>),
    /// Derived: declares all that it inherits, and cannot start empty.
    #[graph_resource(odata_type = "test.longSignal")]
    Long(Box<LongSignal>),
    /// Derived: declares little of it, and is closed.
    #[graph_resource(odata_type = "test.shortSignal")]
    Short(ShortSignal),
    /// Derived: declares little of it, and is open.
    #[graph_resource(odata_type = "test.openSignal")]
    Open(OpenSignal),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// The base type, with a member of each kind.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.signal")]
pub struct PlainSignal {
    /// Not nullable.
    pub label: String,
    /// Nullable.
    pub note: Option<String>,
    /// A number of which each digit counts.
    pub charge: Option<Decimal>,
    /// A collection.
    pub tags: Vec<String>,
    /// A dictionary.
    pub weights: BTreeMap<String, Assignment>,
    /// A complex value.
    pub place: Option<Place>,
    /// A value of several types, none of which can start empty.
    pub agent: Option<Agent>,
    /// Never shown.
    #[graph_resource(write_only)]
    pub secret: Option<String>,
}

/// Declares what it inherits as its base does.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct LongSignal {
    /// Inherited.
    pub label: String,
    /// Inherited.
    pub note: Option<String>,
    /// Inherited.
    pub charge: Option<Decimal>,
    /// Inherited.
    pub tags: Vec<String>,
    /// Inherited.
    pub weights: BTreeMap<String, Assignment>,
    /// Inherited.
    #[graph_resource(merge)]
    pub place: Option<Place>,
    /// Inherited.
    pub agent: Option<Agent>,
    /// Inherited.
    #[graph_resource(write_only)]
    pub secret: Option<String>,
    /// Its own.
    pub depth: Option<i32>,
}

/// Leaves out most of what it inherits.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct ShortSignal {
    /// Inherited.
    pub note: Option<String>,
    /// Its own.
    pub volume: Option<i32>,
}

/// Keeps what it inherits undeclared.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct OpenSignal {
    /// Inherited.
    pub agent: Option<Agent>,
    /// Its own.
    pub volume: Option<i32>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A resource of several types.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/settings/<id>")]
pub enum Setting {
    /// The base.
    Plain(PlainSetting),
    /// Derived.
    #[graph_resource(odata_type = "test.pinSetting")]
    Pin(PinSetting),
    /// Derived, and open.
    #[graph_resource(odata_type = "test.wifiSetting")]
    Wifi(WifiSetting),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// The base type.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/settings/<id>", odata_type = "test.setting")]
pub struct PlainSetting {
    /// The key.
    pub id: String,
    /// Nullable.
    pub display_name: Option<String>,
    /// Not nullable.
    pub version: i32,
    /// A complex value.
    #[graph_resource(merge)]
    pub place: Option<Place>,
}

/// Declares what it inherits.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/settings/<id>")]
pub struct PinSetting {
    /// The key.
    pub id: String,
    /// Inherited.
    pub display_name: Option<String>,
    /// Inherited.
    pub version: i32,
    /// Inherited.
    pub place: Option<Place>,
    /// Its own.
    pub required: bool,
}

/// Keeps what it inherits undeclared.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/settings/<id>")]
pub struct WifiSetting {
    /// The key.
    pub id: String,
    /// Its own.
    pub ssid: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}
