//! An object of which nothing is declared: every member is dynamic. What a value of an unknown type is kept in.

use core::ops::Deref;

use serde::de::{Deserialize, Deserializer, MapAccess};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::codec::compound::{GraphPatch, Partial};
use crate::codec::context::{Completion, ReadContext, ReadMode, WriteForm};
use crate::codec::derived::{Applying, Diffing, Structured, StructuredPartial};
use crate::codec::members::Members;
use crate::codec::slot::StateVisitor;
use crate::codec::value::GraphValue;
use crate::codec::write::write_partial;
use crate::codec::writer::ObjectWriter;
use crate::odata::table::TypeInfo;
use crate::value::complex::{ComplexCodec, GraphComplex};
use crate::value::holder::{OfPatch, Said};
use crate::value::related::Related;

static TYPE: TypeInfo = TypeInfo::untyped("Map");

/// An object of an open type without declared members, patched member by member. Its own `@odata.type` is kept, and so
/// are the nulls in an object that is read whole. In a partial, a null means that there is no such member.
impl Structured for Map<String, Value> {
    type Partial = Self;
    type Patch = ObjectPatch;
    type Props = ();
    const TYPE: &'static TypeInfo = &TYPE;

    fn handles() {}

    fn complete(partial: Self, completion: &mut Completion) -> Option<Self> {
        Some(if completion.of_item { partial } else { completion.additional(partial) })
    }

    fn read_members<'de, A: MapAccess<'de>>(members: &mut Members<'de, A>, out: &mut Option<Self>) {
        while members.next().is_some() {}
        if !members.failed() {
            *out = Some(members.additional());
        }
    }

    fn write_properties<M: SerializeMap>(&self, _: &mut ObjectWriter<'_, M>) {}

    fn apply_properties(&mut self, _: Self, _: &Applying<Self>) {}

    fn diff_properties(&self, new: &Self, diffing: &Diffing<'_, Self>) -> Self {
        diffing.additional(self, new)
    }

    fn additional(&self) -> Option<&Self> {
        Some(self)
    }

    fn additional_mut(&mut self) -> Option<&mut Self> {
        Some(self)
    }
}

/// A member that is null is to be removed.
impl StructuredPartial for Map<String, Value> {
    type Whole = Self;

    fn read_property<'de, A: MapAccess<'de>>(&mut self, _: usize, _: &mut Members<'de, A>) {}

    fn visit_properties<V: StateVisitor>(&self, _: &mut V) {}

    fn merge_properties(&mut self, _: Self) {}

    fn additional(&self) -> Option<&Self> {
        Some(self)
    }

    fn additional_mut(&mut self) -> Option<&mut Self> {
        Some(self)
    }
}

impl GraphValue for Map<String, Value> {
    type Codec = ComplexCodec<Self>;
}

impl GraphComplex for Map<String, Value> {}

impl Related for Map<String, Value> {
    type Codec = ComplexCodec<Self>;
}

/// A patch of an object without declared members.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphComplex, ObjectPatch};
/// use serde_json::{Map, Value, json};
///
/// let mut fields: Map<String, Value> = serde_json::from_value(json!({ "Color": "Red", "Quantity": 7 }))?;
/// fields.apply(ObjectPatch::new().set("Color", "Fuchsia").remove("Quantity"));
/// assert_eq!(Value::Object(fields), json!({ "Color": "Fuchsia" }));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: OData Protocol 4.01, section 11.4.3; OData JSON Format 4.0, section 7.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "a patch changes nothing until it is sent or applied"]
pub struct ObjectPatch(Map<String, Value>);

impl ObjectPatch {
    /// A patch that changes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a member. Null removes it.
    pub fn set(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// Removes a member.
    pub fn remove(self, name: impl Into<String>) -> Self {
        self.set(name, Value::Null)
    }
}

impl GraphPatch for ObjectPatch {
    type Partial = Map<String, Value>;
    type Whole = Map<String, Value>;

    fn from_partial(partial: Self::Partial) -> Self {
        Self(partial)
    }

    fn into_partial(self) -> Self::Partial {
        self.0
    }

    fn partial_mut(&mut self) -> &mut Self::Partial {
        &mut self.0
    }
}

impl Deref for ObjectPatch {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Said for ObjectPatch {
    type Form = OfPatch;
}

impl Serialize for ObjectPatch {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write_partial(&self.0, WriteForm::Patch, to)
    }
}

impl<'de> Deserialize<'de> for ObjectPatch {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Partial::read_from(from, ReadContext::root(ReadMode::Patch), None).map(Self)
    }
}
