//! Structured types: what the derives state of a struct, and what is done with it, one property at a time.
//!
//! OData calls entity types and complex types *structured*: types with properties. A derive states a table of
//! properties and a few functions that name each property once; everything else is generic code here, in
//! [`read`](crate::read) and in [`write`](crate::write).

mod completion;
mod merge;
mod slot;
mod table;
mod visit;

use core::fmt::Debug;

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde_json::{Map, Value};

pub use self::completion::Completion;
pub use self::merge::{Applying, Aspect, Diffing, Mode, Scope, Seen, apply_partial, merge_partial};
pub(crate) use self::merge::{diff_whole, settle};
pub use self::slot::{Defaulted, Nullable, Place, Required, Slot};
pub use self::table::{Flags, PropertyInfo, TypeInfo};
pub use self::visit::{StateVisitor, debug_partial};
pub(crate) use self::visit::{each_name, is_empty};
use crate::compound::{Compound, Partial};
use crate::error::Error;
use crate::etag::ETag;
use crate::navigation::Bindings;
use crate::read::Members;
use crate::write::body::{Body, unwritten};
use crate::write::{Form, ObjectWriter};

/// A struct whose fields are the properties of an OData entity type or complex type.
///
/// `GraphResource` and `GraphComplex` derive it. The methods name each property once and leave the work to the
/// functions they are given.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct with properties",
    label = "without `GraphComplex`",
    note = "derive `GraphComplex` for it, also where it holds the parameters of a function or an action"
)]
pub trait Structured: Sized + Clone + Debug + PartialEq {
    /// What an answer says of a value: every property optional.
    type Partial: StructuredPartial<Whole = Self>;
    /// What a patch may say of a value: the writable properties.
    type Patch: GraphPatch<Partial = Self::Partial, Whole = Self>;
    /// The table of properties.
    const TYPE: &'static TypeInfo;

    /// Makes a whole value of a partial; `None`, with the missing properties noted, where too little was said.
    fn complete(partial: Self::Partial, completion: &mut Completion) -> Option<Self>;

    /// Reads a whole value, member by member. Leaves the place empty where [`Members::failed`], and where a property is
    /// missing; then [`Members::error`] says why.
    fn read_members<'de, A: MapAccess<'de>>(members: &mut Members<'de, A>, room: &mut Option<Self>);

    /// Hands each property to the writer.
    fn write_properties<M: SerializeMap>(&self, to: &mut ObjectWriter<'_, M>);

    /// Applies each property of the partial.
    fn apply_properties(&mut self, partial: Self::Partial, applying: &Applying<Self>);

    /// Compares each property.
    fn diff_properties(&self, new: &Self, diffing: &Diffing<'_, Self>) -> Self::Partial;

    /// The properties that the type does not name.
    #[inline]
    fn additional(&self) -> Option<&Map<String, Value>> {
        None
    }

    /// The same, to change them.
    #[inline]
    fn additional_mut(&mut self) -> Option<&mut Map<String, Value>> {
        None
    }

    /// The `@odata.etag`, where the type has a field for it.
    #[inline]
    fn etag(&self) -> Option<&ETag> {
        None
    }
}

/// The partial of a structured type: its state, whoever holds it (an answer, or a patch).
pub trait StructuredPartial: Clone + Debug + Default + PartialEq {
    /// The whole it is a partial of.
    type Whole: Structured<Partial = Self>;

    /// Reads the property at `index`.
    fn read_property<'de, A: MapAccess<'de>>(&mut self, index: usize, members: &mut Members<'de, A>);

    /// Hands each property to the visitor.
    fn visit_properties<V: StateVisitor>(&self, visitor: &mut V);

    /// Composes each property with the later one's.
    fn merge_properties(&mut self, later: Self);

    /// The properties that the type does not name.
    #[inline]
    fn additional(&self) -> Option<&Map<String, Value>> {
        None
    }

    /// The same, to change them.
    #[inline]
    fn additional_mut(&mut self) -> Option<&mut Map<String, Value>> {
        None
    }

    /// What is bound, where the type has relationships that can be.
    #[inline]
    fn bindings(&self) -> Option<&Bindings> {
        None
    }

    /// The same, to change it.
    #[inline]
    fn bindings_mut(&mut self) -> Option<&mut Bindings> {
        None
    }

    /// The `@odata.etag`, where the type has a field for it.
    #[inline]
    fn etag(&self) -> Option<&ETag> {
        None
    }
}

/// A patch of a value with members: a partial that only its setters can change.
pub trait GraphPatch: Clone + Debug + Default + PartialEq + core::ops::Deref<Target = Self::Partial> {
    /// The state inside.
    type Partial: Partial<Whole = Self::Whole>;
    /// What it patches.
    type Whole: Compound<Partial = Self::Partial, Patch = Self>;

    /// A patch of this state.
    ///
    /// What no patch may say is in no body and changes no value, whatever the state holds.
    #[doc(hidden)]
    fn from_partial(partial: Self::Partial) -> Self;

    /// The state, taken out.
    fn into_partial(self) -> Self::Partial;

    /// The state, to change it.
    #[doc(hidden)]
    fn partial_mut(&mut self) -> &mut Self::Partial;

    /// Whether the patch changes nothing.
    #[must_use]
    fn is_empty(&self) -> bool {
        Partial::is_empty(&**self)
    }

    /// The wire names of what the patch says, in the order of the fields: properties, relationships that it binds, and
    /// properties that the type does not name. Case-sensitive.
    ///
    /// A patch of a union that replaces the value by a whole new one says all declared properties of the value's type.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::GraphResource;
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    ///     pub job_title: Option<String>,
    ///     pub office: Option<String>,
    /// }
    ///
    /// let patch = UserPatch::new().clear_office().job_title("Auditor");
    /// assert!(patch.names().eq(["jobTitle", "office"]));
    /// ```
    fn names(&self) -> impl Iterator<Item = &str> {
        let mut names = Vec::new();
        Partial::each_name(&**self, &mut |name, flags| {
            // An annotation such as `@odata.type` is no name of a property.
            if flags.is_patchable() && !name.starts_with('@') {
                names.push(name);
            }
        });
        names.into_iter()
    }

    /// Appends the body of the `PATCH` that sends this patch: JSON, as `serde_json` writes the patch, and written faster.
    ///
    /// Requests write their bodies so by themselves; this is for those who send by other means.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode): a value cannot be written. The buffer ends as it did before.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{GraphPatch, GraphResource};
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    ///     pub job_title: Option<String>,
    /// }
    ///
    /// let mut body = Vec::new();
    /// UserPatch::new().job_title("Auditor").write_body(&mut body)?;
    /// assert_eq!(body, br#"{"jobTitle":"Auditor"}"#);
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    fn write_body(&self, to: &mut Vec<u8>) -> Result<(), Error> {
        let start = to.len();
        self.write_to(Form::Patch, Body(to)).map_err(|error| {
            to.truncate(start);
            unwritten(&error)
        })
    }

    /// Composes this patch with a later one: where both name a property, the later wins; members of a complex value
    /// are composed one by one.
    ///
    /// Applying the result is applying the one, then the other.
    fn merge(&mut self, later: Self) {
        self.partial_mut().compose(later.into_partial());
    }

    /// Applies the patch to a value.
    fn apply_to(self, whole: &mut Self::Whole) {
        whole.fold(self.into_partial(), Mode::Patch);
    }
}
