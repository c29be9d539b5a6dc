//! Values with members: what resources, complex values and requests ask of one, whether it is a struct, a union of
//! structs or a dictionary.

use core::fmt::Debug;
use std::vec::IntoIter;

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::codec::aside::Aside;
use crate::codec::bindings::Bindings;
use crate::codec::context::{ApplyMode, Completion, DiffPart, DiffScope, ReadContext, ReadMode, WriteForm};
use crate::codec::decode::{decode, text};
use crate::codec::json::{Body, resolve, unwritten};
use crate::codec::out::unread;
use crate::codec::value::GraphValue;
use crate::error::Error;
use crate::odata::table::{Flags, TypeInfo, UnionTypes};

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

    /// The wire names of what the patch holds, in the order of the fields: properties, relationships that it binds, and
    /// properties that the type does not name. Case-sensitive.
    ///
    /// A patch of a union that replaces the value by a whole new one names all declared properties of the value's type.
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
    ///     pub office: Option<String>,
    /// }
    ///
    /// let patch = UserPatch::new().clear_office().job_title("Auditor");
    /// assert!(patch.names().eq(["jobTitle", "office"]));
    /// ```
    fn names(&self) -> IntoIter<&str> {
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
        write_patch(self, None, to)
    }

    /// Composes this patch with a later one: where both name a property, the later wins; members of a complex value
    /// are composed one by one.
    ///
    /// Applying the result is applying the one, then the other.
    fn merge(&mut self, later: Self) {
        self.partial_mut().merge(later.into_partial());
    }

    /// Applies the patch to a value.
    fn apply_to(self, whole: &mut Self::Whole) {
        whole.apply_in(self.into_partial(), ApplyMode::Patch);
    }
}

/// A value with members, which can be read and changed member by member.
///
/// A struct with `GraphResource` or `GraphComplex` is one, so is an enum with `GraphUnion`, and so is a dictionary. The
/// derives, and this crate, implement it; nothing is left to implement by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type with properties",
    label = "neither an entity type nor a complex type",
    note = "derive `GraphComplex` for it, or `GraphResource` where it has a path of its own"
)]
pub trait Compound: GraphValue {
    /// What an answer holds of a value.
    type Partial: Partial<Whole = Self>;
    /// What a patch may say of a value.
    type Patch: GraphPatch<Partial = Self::Partial, Whole = Self>;

    /// The Rust name of the type, for messages.
    const NAME: &'static str;

    /// Whether a difference always names the changed members, since a service never replaces the whole value.
    const ALWAYS_MEMBERWISE: bool = false;

    /// The table of properties, where the type has one of its own.
    #[must_use]
    fn table() -> Option<&'static TypeInfo> {
        None
    }

    /// The tables of the types of a union.
    #[doc(hidden)]
    #[must_use]
    fn types() -> Option<UnionTypes> {
        None
    }

    /// Takes the fields that are not of the wire from another value.
    #[doc(hidden)]
    fn keep_skipped(&mut self, _from: &Self) {}

    /// Whether the type, or one of the types of a union, declares a property of this name.
    #[doc(hidden)]
    #[must_use]
    fn declares(name: &str) -> bool {
        Self::table().is_some_and(|table| table.property(name).is_some())
            || Self::types().is_some_and(|types| types.declare(name))
    }

    /// Whether a value may hold what no answer shows: then it is in no `Debug` output.
    #[must_use]
    fn has_secrets() -> bool;

    /// Whether a value may have relationships.
    #[doc(hidden)]
    #[must_use]
    fn has_relationships() -> bool {
        Self::table().is_some_and(TypeInfo::has_relationships)
    }

    /// Whether what is said of a value may bind: of a union, its types know.
    #[doc(hidden)]
    #[must_use]
    fn may_bind() -> bool {
        Self::table().is_none_or(TypeInfo::has_relationships)
    }

    /// Reads a whole value of an object into an empty place, and its `@odata.etag` aside where that is wanted.
    ///
    /// # Errors
    ///
    /// The reader's own error; one that names the missing properties of the innermost value that lacks some.
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error>;

    /// The same, without a place.
    ///
    /// # Errors
    ///
    /// As of [`Compound::read_into`].
    #[inline]
    fn read_from<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
    ) -> Result<Self, D::Error> {
        let mut whole = None;
        Self::read_into(from, cx, aside, &mut whole)?;
        whole.ok_or_else(unread)
    }

    /// Makes a whole value of a partial; `None`, with the missing properties noted, where it lacks some.
    fn complete(partial: Self::Partial, completion: &mut Completion) -> Option<Self>;

    /// Writes the whole value.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// What changes `self` into `new`, in this scope. Always member by member, even where the scope has values replaced.
    fn diff_in(&self, new: &Self, scope: DiffScope<'_>) -> Self::Partial;

    /// Applies a partial.
    fn apply_in(&mut self, partial: Self::Partial, mode: ApplyMode);

    /// A value made of this partial alone; `None` where the type has no empty value to begin with.
    #[must_use]
    fn start_in(partial: Self::Partial, mode: ApplyMode) -> Option<Self> {
        let mut value = Self::complete(Self::Partial::default(), &mut Completion::of_start())?;
        value.apply_in(partial, mode);
        Some(value)
    }

    /// Drops what only a body may hold: dynamic members that are null, which stand for "remove".
    fn settle(&mut self);
}

/// The states of some members of a value: the content of an answer, or of a patch.
pub trait Partial: Clone + Debug + Default + PartialEq {
    /// The whole it is a partial of.
    type Whole: Compound<Partial = Self>;

    /// Reads an object into this one, which is empty, and its `@odata.etag` aside where that is wanted.
    ///
    /// # Errors
    ///
    /// The reader's own error.
    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
    ) -> Result<(), D::Error>;

    /// The same, into a new one.
    ///
    /// # Errors
    ///
    /// As of [`Partial::read_into`].
    #[inline]
    fn read_from<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
    ) -> Result<Self, D::Error> {
        let mut partial = Self::default();
        partial.read_into(from, cx, aside)?;
        Ok(partial)
    }

    /// Reads the body of an answer as a resource or a complex value: of an answer that was received by other
    /// means than a request of this crate, such as a change notification's `resourceData`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode): the body is no such object; [`Error::path`] tells where.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{GraphResource, Partial};
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/communications/callRecords/<id>")]
    /// pub struct CallRecord {
    ///     pub id: String,
    ///     pub version: i64,
    /// }
    ///
    /// let partial = CallRecordPartial::from_answer(br#"{"id":"e523d2ed-2966"}"#)?;
    /// assert_eq!((partial.id.as_deref(), partial.version), (Some("e523d2ed-2966"), None));
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    fn from_answer(body: &[u8]) -> Result<Self, Error> {
        decode(text(body)?, |json| {
            let mut partial = Self::default();
            partial.read_into(json, ReadContext::root(ReadMode::Answer), None)?;
            Ok(partial)
        })
    }

    /// What is bound: relationships to entities that are there already.
    fn bindings(&self) -> Option<&Bindings> {
        None
    }

    /// Writes the members.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error>;

    /// Composes: this, then `later`.
    fn merge(&mut self, later: Self);

    /// Whether no member has a state.
    #[must_use]
    fn is_empty(&self) -> bool;

    /// Whether all is said that an answer shows of a resource: of these properties, or of all where none is selected.
    #[doc(hidden)]
    #[must_use]
    fn is_complete(&self, selected: &[&str]) -> bool {
        let _ = selected;
        false
    }

    /// Reads an item of a collection into an empty partial. It has no former state, so that it is of a type even where
    /// nothing is said of it.
    ///
    /// # Errors
    ///
    /// As of [`Partial::read_into`].
    #[doc(hidden)]
    #[inline]
    fn read_item_into<'de, D: Deserializer<'de>>(&mut self, from: D, cx: ReadContext<'_>) -> Result<(), D::Error> {
        self.read_into(from, cx, None)
    }

    /// Notes what the values in this lack to be whole ones, by themselves.
    #[doc(hidden)]
    fn note_lacking(&self, completion: &mut Completion) {
        let _ = completion;
    }

    /// The same of this as a value.
    #[doc(hidden)]
    fn note_missing(&self, completion: &mut Completion) {
        self.note_lacking(completion);
    }

    /// Hands over the wire name and the flags of each member that is stated.
    #[doc(hidden)]
    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags));
}

/// Appends the body of a `PATCH`. References in it are absolute where the service root is known.
pub(crate) fn write_patch<P: GraphPatch>(patch: &P, root: Option<&str>, to: &mut Vec<u8>) -> Result<(), Error> {
    let start = to.len();
    patch.write_to(WriteForm::Patch, Body(to)).map_err(|error| {
        to.truncate(start);
        unwritten(&error)
    })?;
    if P::Whole::may_bind() {
        resolve(to, start, root);
    }
    Ok(())
}

/// Replaces a value by a whole new one. Under a patch, members that no patch can change stay.
pub(crate) fn replace<T: Compound>(value: &mut T, mut new: T, mode: ApplyMode) {
    if matches!(mode, ApplyMode::Patch | ApplyMode::Compose) {
        let fixed = new.diff_in(value, DiffScope::Inside(DiffPart::Fixed));
        new.apply_in(fixed, ApplyMode::Verbatim);
    }
    if mode != ApplyMode::Compose {
        new.settle();
    }
    *value = new;
}
