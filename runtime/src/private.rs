//! What expansions call. Outside of semantic versioning: the two crates are released together and pinned.

pub use core::clone::Clone;
pub use core::cmp::PartialEq;
pub use core::convert::{From, Infallible, Into};
pub use core::default::Default;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::iter::IntoIterator;
pub use core::marker::PhantomData;
pub use core::ops::{Deref, FnMut};
pub use core::option::Option;
pub use core::primitive::bool;
pub use core::result::Result;
pub use core::str::FromStr;

pub use serde::de::{Deserialize, Deserializer, MapAccess};
pub use serde::ser::{Serialize, SerializeMap, Serializer};
pub use serde_json::{Map, Value};
pub use std::boxed::Box;
pub use std::string::String;
pub use std::vec::IntoIter;

pub use crate::codec::aside::Aside;
pub use crate::codec::bindings::Bindings;
use crate::codec::compound::Partial;
pub use crate::codec::compound::{Compound, GraphPatch};
use crate::codec::context::ReadMode;
pub use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, WriteForm};
pub use crate::codec::derived::{Applying, Diffing, Structured, StructuredPartial};
pub use crate::codec::held::Held;
pub use crate::codec::inline::Inline;
pub use crate::codec::members::Members;
pub use crate::codec::not_null::NotNull;
use crate::codec::out::Out;
pub use crate::codec::set::{IntoField, IntoForeignField, IntoValue};
pub use crate::codec::slot::{Defaulted, Nullable, Required, Slot, StateVisitor};
pub use crate::codec::unset::{
    AnnotationInPatch, ComplexRelationshipInPatch, CreateOnlyInPatch, ETagInPatch, KeyInPatch, ReadOnlyInPatch,
    RelationshipInPatch,
};
use crate::codec::value::Codec;
pub use crate::codec::value::{CodecOf, GraphValue, State};
pub use crate::codec::visit::debug_partial;
pub use crate::codec::writer::ObjectWriter;
pub use crate::etag::ETag;
pub use crate::field::Field;
pub use crate::odata::names::TYPE_KEY;
pub use crate::odata::path_part::{PathPart, PredicatePart};
pub use crate::odata::reference::Reference;
use crate::odata::table::PropertyInfo;
pub use crate::odata::table::{Flags, TypeInfo, UnionTypes, alias};
pub use crate::resource::address::{At, Collection};
pub use crate::resource::derived_from::{Declares, DerivedFrom};
pub use crate::resource::property::{Many, NavigationProperty, One, Property};
pub use crate::resource::traits::{GraphResource, NewResource};
pub use crate::value::boxed::BoxCodec;
pub use crate::value::complex::{ComplexCodec, GraphComplex};
use crate::value::dictionary::DictionaryCodec;
pub use crate::value::enumeration::flag_set::FlagsEnumeration;
pub use crate::value::enumeration::member::{EnumCodec, GraphEnum};
pub use crate::value::foreign::{ForeignValue, OpaqueCodec, WithCodec, WithModule};
pub use crate::value::holder::{OfPartial, OfPatch, PatchedBy, Said};
pub use crate::value::related::{EntitiesCodec, Related, RelatedCodec, RelatedState};
pub use crate::value::union::discriminator::read_union;
pub use crate::value::union::partial::{apply_union, complete_union, diff_union, start_union};
pub use crate::value::union::types::Projection;
pub use crate::value::union::types::UnionPartial;
pub use crate::value::union::types::{GraphUnion, own_type, same_unknown, union_types, unknown_key};
pub use crate::value::union::variant::Variant;

/// A row of the property table.
#[must_use]
pub const fn row(name: &'static str, flags: u16) -> PropertyInfo {
    PropertyInfo::new(name, Flags::from_bits(flags))
}

/// The local form of a whole value.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_whole<T: Compound, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.write_to(WriteForm::Local, to)
}

/// The local form of a partial.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_partial<P: Partial, S: Serializer>(partial: &P, to: S) -> Result<S::Ok, S::Error> {
    partial.write_to(WriteForm::Local, to)
}

/// The body of a patch.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_patch<P: Partial, S: Serializer>(partial: &P, to: S) -> Result<S::Ok, S::Error> {
    partial.write_to(WriteForm::Patch, to)
}

/// The body of a creation.
///
/// # Errors
///
/// The serializer's own error.
pub fn serialize_new<P: Partial, S: Serializer>(partial: &P, to: S) -> Result<S::Ok, S::Error> {
    partial.write_to(WriteForm::Create, to)
}

/// Reads a whole value of its local form.
///
/// # Errors
///
/// The deserializer's own error.
pub fn deserialize_whole<'de, T: Compound, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::read_from(from, ReadContext::root(ReadMode::Local), None)
}

/// Reads a partial of its local form.
///
/// # Errors
///
/// The deserializer's own error.
pub fn deserialize_partial<'de, P: Partial, D: Deserializer<'de>>(from: D) -> Result<P, D::Error> {
    P::read_from(from, ReadContext::root(ReadMode::Local), None)
}

/// Reads a patch.
///
/// # Errors
///
/// The deserializer's own error; one of ours where the patch holds what no patch may.
pub fn deserialize_patch<'de, P: GraphPatch, D: Deserializer<'de>>(from: D) -> Result<P, D::Error> {
    P::Partial::read_from(from, ReadContext::root(ReadMode::Patch), None).map(P::from_partial)
}

/// Writes a member of an enumeration by its name.
///
/// # Errors
///
/// What the serializer refuses.
#[inline]
pub fn serialize_member<E: GraphEnum, S: Serializer>(member: &E, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(member.as_str())
}

/// Reads an enumeration member.
///
/// # Errors
///
/// The deserializer's own error.
pub fn deserialize_member<'de, E: GraphEnum, D: Deserializer<'de>>(from: D) -> Result<E, D::Error> {
    <EnumCodec<E> as crate::codec::value::Replaced>::read(from, ReadContext::root(ReadMode::Local))
}

/// Sets a property to what its setter took. Named with a codec, so that only the type of the field can be refused.
#[inline]
pub fn put<C: Codec<Value: GraphValue<Codec = C>>>(
    value: impl IntoValue<C::Value>,
    property: &mut impl From<C::State>,
) {
    value.put(property);
}

/// Makes a state of the entities that the setter of an `inline` relationship took.
#[expect(clippy::needless_pass_by_value, reason = "as setters of collections take it")]
#[inline]
pub fn inline_state<C: Codec>(value: C::Value) -> C::State {
    C::whole(&value)
}

/// Sets a state to what `set_…` took, likewise.
#[inline]
pub fn set<C: Codec<Value: GraphValue<Codec = C>>>(value: impl IntoField<C::Value>, state: &mut Field<C::State>) {
    value.set(state);
}

/// Puts what was read into its place, which is empty.
#[inline]
pub fn fill<T>(out: &mut Option<T>, read: T) {
    out.fill(read);
}

/// Makes the patch of a union of the patch of one of its types.
#[inline]
pub fn patch_of_type<U, P: GraphPatch>(patch: P) -> U
where
    U: GraphPatch<Whole: PatchedBy<P::Whole, State = P::Partial>>,
{
    U::from_partial(U::Whole::within(patch.into_partial()))
}

/// The state of a slot: naming it asks the compiler whether the field's type is a Graph value.
pub type StateOf<S> = <S as Slot>::State;

/// Composes what two partials say of a property.
#[inline]
pub fn merge_slot<S: Slot>(state: &mut S::State, later: S::State) {
    if S::is_absent(&later) {
        // It holds nothing: what would drop it is not even called.
        core::mem::forget(later);
    } else {
        S::merge(state, later);
    }
}

/// Asks the compiler whether values have members that `merge` could tell apart.
pub const fn has_members<C: HasMembers>(_: PhantomData<C>) {}

/// The codec of a value with members.
#[diagnostic::on_unimplemented(
    message = "only a complex value can be marked `merge`; remove it",
    label = "a value of this field's type is replaced whole"
)]
pub trait HasMembers {}

impl<T: Compound> HasMembers for ComplexCodec<T> {}
impl<C> HasMembers for DictionaryCodec<C> {}
impl<C: HasMembers> HasMembers for BoxCodec<C> {}

/// Asks the compiler whether a relationship to one entity can lead to a value of this codec.
pub const fn is_related<C: LeadsTo<One>>(_: PhantomData<C>) {}

/// Asks the compiler whether a relationship to many entities can lead to a value of this codec.
pub const fn are_related<C: LeadsTo<Many>>(_: PhantomData<C>) {}

/// The codec of what a relationship leads to: of an entity, or of a collection of entities.
#[diagnostic::on_unimplemented(
    message = "only an entity, or a `Vec` of entities, can be marked `navigation`; remove it",
    label = "a value of this field's type is no entity",
    note = "a collection of entities: write `Option<Vec<…>>` literally, not through an alias"
)]
pub trait LeadsTo<K> {}

impl<T: Compound> LeadsTo<One> for ComplexCodec<T> {}
impl<T> LeadsTo<Many> for EntitiesCodec<T> {}
impl<K, C: LeadsTo<K>> LeadsTo<K> for BoxCodec<C> {}

/// The type of a field marked `additional`.
#[diagnostic::on_unimplemented(
    message = "a field marked `additional` cannot be a `{Self}`; write its type as `serde_json::Map<String, serde_json::Value>`",
    label = "not a JSON object"
)]
pub trait AdditionalField: Sized {
    /// The map.
    fn map(&self) -> &Map<String, Value>;
    /// The map, to change it.
    fn map_mut(&mut self) -> &mut Map<String, Value>;
    /// The field.
    fn of(map: Map<String, Value>) -> Self;
}

impl AdditionalField for Map<String, Value> {
    #[inline]
    fn map(&self) -> &Map<String, Value> {
        self
    }

    #[inline]
    fn map_mut(&mut self) -> &mut Map<String, Value> {
        self
    }

    #[inline]
    fn of(map: Map<String, Value>) -> Self {
        map
    }
}

/// The type in the `Option` of a field marked `etag`.
#[diagnostic::on_unimplemented(
    message = "a field marked `etag` cannot hold a `{Self}`; write its type as `Option<ETag>`",
    label = "not an `ETag`"
)]
pub trait ETagField: Sized {
    /// The tag that a partial holds.
    fn stated(field: &Field<Self>) -> Option<&ETag>;
    /// The tag that a whole holds.
    fn held(field: &Option<Self>) -> Option<&ETag>;
    /// The same, to change it.
    fn held_mut(field: &mut Option<Self>) -> &mut Option<ETag>;
}

impl ETagField for ETag {
    #[inline]
    fn stated(field: &Field<Self>) -> Option<&ETag> {
        field.as_ref().value()
    }

    #[inline]
    fn held(field: &Option<Self>) -> Option<&ETag> {
        field.as_ref()
    }

    #[inline]
    fn held_mut(field: &mut Option<Self>) -> &mut Option<ETag> {
        field
    }
}

/// The state of a variant, as it is shown.
#[must_use]
pub fn shown<T: Debug>(state: &T) -> &dyn Debug {
    state
}

/// The key, as it is written into a path. Named with a codec, so that what is no Graph value is refused for that alone.
pub fn shown_key<C: Codec<Value: ShownKey>>(key: &C::Value) -> &dyn Display {
    key
}

/// The same of a nullable property, which is no key, and a part of a path all the same.
pub fn shown_nullable_key<C: Codec<Value: ShownKey>>(key: &Option<C::Value>) -> Option<&dyn Display> {
    match key {
        Some(key) => Some(key),
        None => None,
    }
}

/// Refuses an entity as the value of another entity's property. Asked in a constant, at the type of the field. Named with
/// a codec, so that what is no Graph value is refused for that alone.
#[track_caller]
pub const fn is_no_entity<C: Codec<Value: GraphValue>>() {
    assert!(
        !<C::Value as GraphValue>::IS_ENTITY,
        "an entity is no value of another entity's property; mark the field `#[graph_resource(navigation)]`, as an `Option`"
    );
}

/// What can be a key.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a key",
    label = "cannot be written into a path",
    note = "a key is a string, an integer or another type that implements `Display`"
)]
pub trait ShownKey: Display + Sized {}

#[diagnostic::do_not_recommend]
impl<K: Display> ShownKey for K {}

/// serde's traits for a type with a derive of ours. The compiler names this macro where serde's derives stand beside it.
#[doc(hidden)]
#[macro_export]
macro_rules! __remove_the_derives_of_serde {
    ($serialize:ident $deserialize:ident [$($generics:tt)*] [$($with_lifetime:tt)*] [$type:ty] [$($clause:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private_0_1_0::Serialize for $type $($clause)* {
            #[inline]
            fn serialize<__GraphS: $crate::__private_0_1_0::Serializer>(
                &self,
                __graph_to: __GraphS,
            ) -> $crate::__private_0_1_0::Result<__GraphS::Ok, __GraphS::Error> {
                $crate::__private_0_1_0::$serialize(self, __graph_to)
            }
        }
        #[automatically_derived]
        impl $($with_lifetime)* $crate::__private_0_1_0::Deserialize<'__graph_de> for $type $($clause)* {
            #[inline]
            fn deserialize<__GraphD: $crate::__private_0_1_0::Deserializer<'__graph_de>>(
                __graph_from: __GraphD,
            ) -> $crate::__private_0_1_0::Result<Self, __GraphD::Error> {
                $crate::__private_0_1_0::$deserialize(__graph_from)
            }
        }
    };
}

/// The functions of `Structured` for a struct whose derive found a mistake. They are never called.
#[doc(hidden)]
#[macro_export]
macro_rules! __broken_struct {
    () => {
        fn handles() -> Self::Props {
            Self::props()
        }
        fn complete(
            _: Self::Partial,
            _: &mut $crate::__private_0_1_0::Completion,
        ) -> $crate::__private_0_1_0::Option<Self> {
            $crate::__private_0_1_0::Option::None
        }
        fn read_members<'de, __GraphA: $crate::__private_0_1_0::MapAccess<'de>>(
            _: &mut $crate::__private_0_1_0::Members<'de, __GraphA>,
            _: &mut $crate::__private_0_1_0::Option<Self>,
        ) {
        }
        fn write_properties<__GraphM: $crate::__private_0_1_0::SerializeMap>(
            &self,
            _: &mut $crate::__private_0_1_0::ObjectWriter<'_, __GraphM>,
        ) {
        }
        fn apply_properties(&mut self, _: Self::Partial, _: &$crate::__private_0_1_0::Applying<Self>) {}
        fn diff_properties(&self, _: &Self, _: &$crate::__private_0_1_0::Diffing<'_, Self>) -> Self::Partial {
            $crate::__private_0_1_0::Default::default()
        }
    };
}

/// The constants and functions of `GraphUnion` for an enum whose derive found a mistake. The functions are never called.
#[doc(hidden)]
#[macro_export]
macro_rules! __broken_union {
    () => {
        const TYPES: &'static [$crate::__private_0_1_0::Option<&'static str>] = &[];
        const TABLES: &'static [&'static $crate::__private_0_1_0::TypeInfo] = &[];
        const BASE: $crate::__private_0_1_0::Option<usize> = $crate::__private_0_1_0::Option::None;
        const UNKNOWN: usize = 0;
        fn variant_index(&self) -> usize {
            loop {}
        }
        fn variant_index_of(_: &Self::State) -> usize {
            loop {}
        }
        fn read_state<'de, __GraphD: $crate::__private_0_1_0::Deserializer<'de>>(
            _: usize,
            _: __GraphD,
            _: $crate::__private_0_1_0::ReadContext<'_>,
            _: $crate::__private_0_1_0::Option<&mut $crate::__private_0_1_0::Aside>,
            _: &mut $crate::__private_0_1_0::Option<Self::State>,
        ) -> $crate::__private_0_1_0::Result<(), __GraphD::Error> {
            loop {}
        }
        fn read_value<'de, __GraphD: $crate::__private_0_1_0::Deserializer<'de>>(
            _: usize,
            _: __GraphD,
            _: $crate::__private_0_1_0::ReadContext<'_>,
            _: $crate::__private_0_1_0::Option<&mut $crate::__private_0_1_0::Aside>,
            _: &mut $crate::__private_0_1_0::Option<Self>,
        ) -> $crate::__private_0_1_0::Result<(), __GraphD::Error> {
            loop {}
        }
        fn write_state<__GraphS: $crate::__private_0_1_0::Serializer>(
            _: &Self::State,
            _: bool,
            _: $crate::__private_0_1_0::WriteForm,
            _: __GraphS,
        ) -> $crate::__private_0_1_0::Result<__GraphS::Ok, __GraphS::Error> {
            loop {}
        }
        fn write_value<__GraphS: $crate::__private_0_1_0::Serializer>(
            &self,
            _: $crate::__private_0_1_0::WriteForm,
            _: __GraphS,
        ) -> $crate::__private_0_1_0::Result<__GraphS::Ok, __GraphS::Error> {
            loop {}
        }
        fn own_type(_: &Self::State) -> $crate::__private_0_1_0::Option<&$crate::__private_0_1_0::Value> {
            loop {}
        }
        fn each_name<'s>(
            _: &'s Self::State,
            _: &mut dyn $crate::__private_0_1_0::FnMut(&'s str, $crate::__private_0_1_0::Flags),
        ) {
            loop {}
        }
        fn complete_state(
            _: Self::State,
            _: &mut $crate::__private_0_1_0::Completion,
        ) -> $crate::__private_0_1_0::Option<Self> {
            loop {}
        }
        fn start_state(_: Self::State, _: $crate::__private_0_1_0::ApplyMode) -> $crate::__private_0_1_0::Option<Self> {
            loop {}
        }
        fn diff_state(
            &self,
            _: &Self,
            _: $crate::__private_0_1_0::DiffScope<'_>,
        ) -> $crate::__private_0_1_0::Option<Self::State> {
            loop {}
        }
        fn apply_state(
            &mut self,
            _: Self::State,
            _: $crate::__private_0_1_0::ApplyMode,
        ) -> $crate::__private_0_1_0::Result<(), Self::State> {
            loop {}
        }
        fn merge_state(_: &mut Self::State, _: Self::State) -> $crate::__private_0_1_0::Result<(), Self::State> {
            loop {}
        }
        fn project_state(_: &Self::State, _: &mut $crate::__private_0_1_0::Projection<'_>) {
            loop {}
        }
        fn settle_value(&mut self) {
            loop {}
        }
    };
}

pub use crate::{
    __broken_struct as broken_struct, __broken_union as broken_union,
    __remove_the_derives_of_serde as remove_the_derives_of_serde,
};
