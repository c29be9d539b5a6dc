//! directoryObject: what a relationship in the directory leads to, a user, a group or what else it may be.

use graph_resource::{DateTimeOffset, GraphComplex, GraphFunction, GraphResource};
use serde_json::{Map, Value};

/// Something in the directory. What a derived type adds is kept by name, with the name of the type.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directoryObjects/<id>", schema = "v1.0")]
pub struct DirectoryObject {
    /// The key, a GUID.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// The members of the derived type.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What changed in the directory since the last time.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct DirectoryObjectDelta {}

impl GraphFunction for DirectoryObjectDelta {
    type On = graph_resource::Collection<DirectoryObject>;
    type Output = graph_resource::Page<DirectoryObject>;
    const NAME: &'static str = "delta";
}
