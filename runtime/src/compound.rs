//! Values with members: what resources, complex values and requests ask of one, whether it is a struct, a union of
//! structs or a dictionary.

use core::fmt::Debug;

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::etag::ETag;
use crate::read::{PartialVisitor, ReadContext, WholeVisitor};
use crate::structured::{
    Aspect, Completion, Flags, GraphPatch, Mode, Scope, Structured, StructuredPartial, TypeInfo, apply_partial,
    diff_whole, each_name, is_empty, merge_partial, settle,
};
use crate::value::unread;
use crate::write::{Form, write_partial, write_whole};

/// A value with members, which can be read and changed member by member.
///
/// A struct with `GraphResource` or `GraphComplex` is one, so is an enum with `GraphUnion`, and so is a dictionary. The
/// derives, and this crate, implement it; nothing is left to implement by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type with properties",
    label = "neither an entity type nor a complex type",
    note = "derive `GraphComplex` for it, or `GraphResource` where it has a path of its own"
)]
pub trait Compound: Sized + Clone + Debug + PartialEq {
    /// What an answer says of a value.
    type Partial: Partial<Whole = Self>;
    /// What a patch may say of a value.
    type Patch: GraphPatch<Partial = Self::Partial, Whole = Self>;

    /// The Rust name of the type, for messages.
    const NAME: &'static str;

    /// Whether a difference names the changed members, whatever the field says: a service never replaces the whole.
    const ALWAYS_MEMBERWISE: bool = false;

    /// The table of properties, where the type has one of its own.
    #[must_use]
    fn table() -> Option<&'static TypeInfo> {
        None
    }

    /// Whether a value may hold what no answer shows: then it is in no `Debug` output.
    #[must_use]
    fn has_secrets() -> bool;

    /// Reads a whole value of an object into an empty place, and its `@odata.etag` aside where that is wanted.
    ///
    /// # Errors
    ///
    /// The reader's own error; one that names the missing properties of the innermost value that lacks some.
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        room: &mut Option<Self>,
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
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self, D::Error> {
        let mut whole = None;
        Self::read_into(from, cx, etag, &mut whole)?;
        whole.ok_or_else(unread)
    }

    /// Makes a whole value of a partial; `None`, with the missing properties noted, where too little was said.
    fn complete(partial: Self::Partial, completion: &mut Completion) -> Option<Self>;

    /// Writes the whole value.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_to<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error>;

    /// What changes `self` into `new`, in this scope; member by member, whatever the scope says of values.
    fn difference(&self, new: &Self, scope: Scope<'_>) -> Self::Partial;

    /// Applies what a partial says.
    fn fold(&mut self, partial: Self::Partial, mode: Mode);

    /// A value of which nothing was said but this; `None` where the type has no empty value to begin with.
    #[must_use]
    fn begin(partial: Self::Partial, mode: Mode) -> Option<Self> {
        let mut value = Self::complete(Self::Partial::default(), &mut Completion::of_start())?;
        value.fold(partial, mode);
        Some(value)
    }

    /// Drops what only a body may hold: dynamic members that are null, which stand for "remove".
    fn settle(&mut self);
}

/// What is said of some members of a value: the content of an answer, or of a patch.
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
        etag: Option<&mut Option<ETag>>,
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
        etag: Option<&mut Option<ETag>>,
    ) -> Result<Self, D::Error> {
        let mut partial = Self::default();
        partial.read_into(from, cx, etag)?;
        Ok(partial)
    }

    /// Writes what is said.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_to<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error>;

    /// Composes: this, then `later`.
    fn compose(&mut self, later: Self);

    /// Whether nothing is said.
    #[must_use]
    fn is_empty(&self) -> bool;

    /// Hands over the wire name and the flags of each member that is said.
    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags));
}

/// Replaces a value by a whole new one. What no patch can change stays, where a patch says it.
pub(crate) fn replace<T: Compound>(value: &mut T, mut new: T, mode: Mode) {
    if matches!(mode, Mode::Patch | Mode::Compose) {
        let fixed = new.difference(value, Scope::Inside(Aspect::Fixed));
        new.fold(fixed, Mode::Verbatim);
    }
    if mode != Mode::Compose {
        new.settle();
    }
    *value = new;
}

impl<T: Structured> Compound for T {
    type Partial = T::Partial;
    type Patch = T::Patch;

    const NAME: &'static str = T::TYPE.name;

    #[inline]
    fn table() -> Option<&'static TypeInfo> {
        Some(T::TYPE)
    }

    fn has_secrets() -> bool {
        T::TYPE.properties.iter().any(|property| property.flags.has(Flags::WRITE_ONLY))
    }

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        room: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        from.deserialize_map(WholeVisitor { cx, etag, room })
    }

    #[inline]
    fn complete(partial: T::Partial, completion: &mut Completion) -> Option<Self> {
        <T as Structured>::complete(partial, completion)
    }

    #[inline]
    fn write_to<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        write_whole(self, form, to)
    }

    #[inline]
    fn difference(&self, new: &Self, scope: Scope<'_>) -> T::Partial {
        diff_whole(self, new, scope)
    }

    #[inline]
    fn fold(&mut self, partial: T::Partial, mode: Mode) {
        apply_partial(self, partial, mode);
    }

    #[inline]
    fn settle(&mut self) {
        settle(self);
    }
}

impl<P: StructuredPartial> Partial for P {
    type Whole = <P as StructuredPartial>::Whole;

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
    ) -> Result<(), D::Error> {
        from.deserialize_map(PartialVisitor { cx, etag, partial: self })
    }

    #[inline]
    fn write_to<S: Serializer>(&self, form: Form, to: S) -> Result<S::Ok, S::Error> {
        write_partial(self, form, to)
    }

    #[inline]
    fn compose(&mut self, later: Self) {
        merge_partial(self, later);
    }

    #[inline]
    fn is_empty(&self) -> bool {
        is_empty(self)
    }

    #[inline]
    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags)) {
        each_name(self, to);
    }
}
