//! One resource for each shape that a rule of merging depends on: flat, nested, open, generic, recursive.

use std::collections::BTreeMap;

use graph_resource::{DateTimeOffset, ETag, GraphComplex, GraphEnum, GraphResource, GraphValue};
use serde_json::{Map, Value};

/// A resource without nested values, with every kind of single value and every option on one.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/flats/<id>", odata_type = "test.flat")]
pub struct Flat {
    /// The key.
    pub id: String,
    /// A string.
    pub name: String,
    /// A nullable string.
    pub note: Option<String>,
    /// An integer of 32 bits.
    pub count: i32,
    /// A nullable integer of 64 bits.
    pub size: Option<i64>,
    /// A number of double precision.
    pub ratio: f64,
    /// A nullable number of single precision.
    pub share: Option<f32>,
    /// A boolean.
    pub flag: bool,
    /// An enumeration member.
    pub kind: Kind,
    /// A nullable enumeration member.
    pub other_kind: Option<Kind>,
    /// A collection of members.
    pub kinds: Vec<Kind>,
    /// A moment.
    pub at: Option<DateTimeOffset>,
    /// A collection.
    pub tags: Vec<String>,
    /// A nullable collection.
    pub aliases: Option<Vec<i64>>,
    /// A collection of nullable items.
    pub holes: Vec<Option<String>>,
    /// Absent, it is zero.
    #[graph_resource(default)]
    pub revision: i32,
    /// Set by the service.
    #[graph_resource(read_only)]
    pub stamp: Option<String>,
    /// Set at creation.
    #[graph_resource(create_only)]
    pub origin: Option<String>,
    /// Never shown.
    #[graph_resource(write_only)]
    pub secret: Option<String>,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
}

/// An enumeration.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Kind {
    /// One.
    FirstKind,
    /// Another one, whose name the rule does not give.
    #[graph_resource(rename = "second_kind")]
    Second,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A resource with closed complex values: replaced whole, merged, and in a collection.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/desks/<id>")]
pub struct Desk {
    /// The key.
    pub id: String,
    /// Nullable, replaced whole.
    pub home: Option<Place>,
    /// Nullable, member by member.
    #[graph_resource(merge)]
    pub work: Option<Place>,
    /// Non-nullable, replaced whole.
    pub base: Place,
    /// Non-nullable, member by member.
    #[graph_resource(merge)]
    pub yard: Place,
    /// A collection.
    pub spots: Vec<Place>,
    /// Of a type that cannot start empty.
    pub strict: Option<Strict>,
    /// Likewise, member by member.
    #[graph_resource(merge)]
    pub lenient: Option<Strict>,
}

/// A closed complex type with a member of each kind.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.place")]
pub struct Place {
    /// A nullable string.
    pub city: Option<String>,
    /// A collection.
    pub lines: Vec<String>,
    /// A complex value, replaced whole.
    pub spot: Option<Spot>,
    /// A complex value, member by member.
    #[graph_resource(merge)]
    pub pin: Option<Spot>,
    /// Absent, it is zero.
    #[graph_resource(default)]
    pub floor: i32,
    /// Set by the service.
    #[graph_resource(read_only)]
    pub region: Option<String>,
    /// Set at creation.
    #[graph_resource(create_only)]
    pub founded: Option<String>,
    /// Never shown.
    #[graph_resource(write_only)]
    pub code: Option<String>,
}

/// A complex type below another one, without an `@odata.type`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Spot {
    /// East.
    pub x: Option<i32>,
    /// North.
    pub y: Option<i32>,
    /// Set by the service.
    #[graph_resource(read_only)]
    pub region: Option<String>,
}

/// A complex type that cannot start empty.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Strict {
    /// Neither nullable nor with a default.
    pub level: i32,
    /// Nullable.
    pub note: Option<String>,
}

/// An open resource with open complex values.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/folders/<id>", odata_type = "test.folder")]
pub struct Folder {
    /// The key.
    pub id: String,
    /// Replaced whole.
    pub owner: Option<Owner>,
    /// Member by member.
    #[graph_resource(merge)]
    pub editor: Option<Owner>,
    /// A collection.
    pub owners: Vec<Owner>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An open complex type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.owner")]
pub struct Owner {
    /// A nullable string.
    pub name: Option<String>,
    /// An open complex value below an open one.
    pub badge: Option<Badge>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An open complex type below another one.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.badge")]
pub struct Badge {
    /// A nullable number.
    pub number: Option<i64>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A generic resource.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/holders/<id>")]
pub struct Holder<T: GraphValue> {
    /// The key.
    pub id: String,
    /// A nullable value.
    pub value: Option<T>,
    /// The same, member by member where it has members.
    #[graph_resource(merge)]
    pub merged: Option<T>,
    /// A collection.
    pub values: Vec<T>,
    /// A pair.
    pub pair: Option<Pair<T>>,
}

/// A generic complex type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Pair<T>
where
    T: GraphValue,
{
    /// The one.
    pub left: Option<T>,
    /// The other.
    pub right: Option<T>,
}

/// A resource with a recursive complex type.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/trees/<id>")]
pub struct Tree {
    /// The key.
    pub id: String,
    /// Replaced whole.
    pub root: Option<Node>,
    /// Member by member.
    #[graph_resource(merge)]
    pub side: Option<Box<Node>>,
}

/// A recursive complex type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Node {
    /// A nullable string.
    pub name: Option<String>,
    /// Replaced whole.
    pub left: Option<Box<Node>>,
    /// Member by member.
    #[graph_resource(merge)]
    pub right: Option<Box<Node>>,
    /// A collection.
    pub children: Vec<Node>,
}

/// A resource with dictionaries of values of each kind.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/plans/<id>")]
pub struct Plan {
    /// The key.
    pub id: String,
    /// Of complex values.
    pub assignments: BTreeMap<String, Assignment>,
    /// Nullable, of complex values that cannot start empty.
    pub checklist: Option<BTreeMap<String, Strict>>,
    /// Of scalars.
    pub categories: Option<BTreeMap<String, bool>>,
    /// Of collections.
    pub labels: Option<BTreeMap<String, Vec<i32>>>,
    /// Of dictionaries.
    pub nested: Option<BTreeMap<String, BTreeMap<String, String>>>,
}

/// The value of an entry.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.assignment")]
pub struct Assignment {
    /// Nullable.
    pub order_hint: Option<String>,
    /// Set by the service.
    #[graph_resource(read_only)]
    pub region: Option<String>,
}
