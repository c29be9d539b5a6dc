//! What a property can be compared with, by the codec of its type: where a query makes no sense, it does not compile.

use crate::codec::compound::Compound;
use crate::codec::value::{Codec, GraphValue};
use crate::request::filter::literal::push_literal;
use crate::request::filter::term::Term;
use crate::resource::derived_from::DerivedFrom;
use crate::value::boxed::BoxCodec;
use crate::value::complex::ComplexCodec;
use crate::value::enumeration::flag_set::FlagsEnumeration;
use crate::value::enumeration::member::{EnumCodec, FlagSet, GraphEnum};
use crate::value::scalar::{ScalarCodec, ScalarValue};
use crate::value::text::TextCodec;
use crate::value::vec::{Item, VecCodec};

/// The type of a property that queries know: a Graph value, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "a property of type `{Self}` cannot be queried",
    label = "its literals are not known",
    note = "write the condition as text: `Filter::raw(…)`, with `Filter::literal(…)` for the value"
)]
pub trait Operand {
    /// The codec of the value inside of `Option`.
    type Codec: Codec;
}

#[diagnostic::do_not_recommend]
impl<T: GraphValue> Operand for T {
    type Codec = T::Codec;
}

#[diagnostic::do_not_recommend]
impl<T: GraphValue> Operand for Option<T> {
    type Codec = T::Codec;
}

/// How a literal is written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum EnumForm {
    /// `'normal'`
    #[default]
    Bare,
    /// `microsoft.graph.importance'normal'`
    Qualified,
}

/// The codec of a property that can be compared with a `V`.
#[diagnostic::on_unimplemented(
    message = "a property of this type cannot be compared with `{V}`",
    label = "not a value of this property",
    note = "give a value of the type inside of `Option`; for null, call `is_null()` or `is_not_null()`",
    note = "a collection is asked by `any(…)`, a complex value by its members: `.member(…)`"
)]
pub trait Compare<V>: Codec {
    /// Appends the literal.
    #[doc(hidden)]
    fn push(value: &V, form: EnumForm, to: &mut LiteralOut<'_>);
}

/// Where a literal is written to.
pub struct LiteralOut<'t>(pub(crate) &'t mut Term);

impl<T: ScalarValue> Compare<T> for ScalarCodec<T> {
    fn push(value: &T, _: EnumForm, to: &mut LiteralOut<'_>) {
        push_literal(to.0, value);
    }
}

#[diagnostic::do_not_recommend]
impl<T: ScalarValue> Compare<&T> for ScalarCodec<T> {
    fn push(value: &&T, _: EnumForm, to: &mut LiteralOut<'_>) {
        push_literal(to.0, *value);
    }
}

#[diagnostic::do_not_recommend]
impl<V: AsRef<str>> Compare<V> for TextCodec {
    fn push(value: &V, _: EnumForm, to: &mut LiteralOut<'_>) {
        to.0.quote(value.as_ref());
    }
}

fn push_member<E: GraphEnum>(write: impl FnOnce(&mut Term), form: EnumForm, to: &mut Term) {
    if form == EnumForm::Qualified {
        match E::ODATA_TYPE {
            Some(name) => to.push(name),
            None => to.refuse("the type of an enumeration is not known; give its enum `odata_type = \"…\"`"),
        }
    }
    to.mark("'");
    write(to);
    to.mark("'");
}

impl<E: GraphEnum> Compare<E> for EnumCodec<E> {
    fn push(value: &E, form: EnumForm, to: &mut LiteralOut<'_>) {
        push_member::<E>(|to| to.inside_quotes(value.as_str()), form, to.0);
    }
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum> Compare<&E> for EnumCodec<E> {
    fn push(value: &&E, form: EnumForm, to: &mut LiteralOut<'_>) {
        <Self as Compare<E>>::push(value, form, to);
    }
}

fn push_flags<E: GraphEnum>(flags: &FlagSet<E>, form: EnumForm, to: &mut Term) {
    push_member::<E>(|to| to.inside_quotes(&flags.to_string()), form, to);
}

impl<E: GraphEnum> Compare<FlagSet<E>> for FlagsEnumeration<E>
where
    Self: Codec,
{
    fn push(value: &FlagSet<E>, form: EnumForm, to: &mut LiteralOut<'_>) {
        push_flags(value, form, to.0);
    }
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum> Compare<&FlagSet<E>> for FlagsEnumeration<E>
where
    Self: Codec,
{
    fn push(value: &&FlagSet<E>, form: EnumForm, to: &mut LiteralOut<'_>) {
        push_flags(value, form, to.0);
    }
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum> Compare<E> for FlagsEnumeration<E>
where
    Self: Codec,
{
    fn push(value: &E, form: EnumForm, to: &mut LiteralOut<'_>) {
        push_flags(&FlagSet::from(value.clone()), form, to.0);
    }
}

#[diagnostic::do_not_recommend]
impl<V, C: Compare<V>> Compare<V> for BoxCodec<C> {
    fn push(value: &V, form: EnumForm, to: &mut LiteralOut<'_>) {
        C::push(value, form, to);
    }
}

/// The codec of single values, which have an order. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "values of type `{T}` have no order",
    label = "neither one number, one text, one moment nor one member of an enumeration",
    note = "a collection is asked by `any(…)`, and a complex value by its members: `.member(…)`"
)]
pub trait Ordered<T>: Codec {}

#[diagnostic::do_not_recommend]
impl<V: ScalarValue, T> Ordered<T> for ScalarCodec<V> {}
impl<T> Ordered<T> for TextCodec {}
#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Ordered<T> for EnumCodec<E> {}
#[diagnostic::do_not_recommend]
impl<C: Ordered<T>, T> Ordered<T> for BoxCodec<C> {}

/// The codec of texts. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "text cannot be searched for in a `{T}`",
    label = "not a text",
    note = "`starts_with`, `ends_with`, `contains` and `search` are asked of a property of type `String`"
)]
pub trait Textual<T>: Codec {}

impl<T> Textual<T> for TextCodec {}
#[diagnostic::do_not_recommend]
impl<C: Textual<T>, T> Textual<T> for BoxCodec<C> {}

/// The codec of sets of flags. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "a `{T}` has no flags",
    label = "not a set of flags",
    note = "`has` is asked of a property of type `FlagSet<…>`; a single member is compared with `eq`"
)]
pub trait Flagged<T>: Codec {}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Flagged<T> for FlagsEnumeration<E> where Self: Codec {}
#[diagnostic::do_not_recommend]
impl<C: Flagged<T>, T> Flagged<T> for BoxCodec<C> {}

/// The codec of enumerations and of sets of their members. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "a `{T}` has no qualified literal",
    label = "not an enumeration",
    note = "only the literals of an enumeration can be qualified with its type"
)]
pub trait Enumerated<T>: Codec {}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Enumerated<T> for EnumCodec<E> {}
#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Enumerated<T> for FlagsEnumeration<E> where Self: Codec {}
#[diagnostic::do_not_recommend]
impl<C: Enumerated<T>, T> Enumerated<T> for BoxCodec<C> {}

/// The codec of collections. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "a `{T}` is no collection",
    label = "not a collection",
    note = "`any` and `is_empty` are asked of a `Vec`; a single value is compared with `eq`"
)]
pub trait Items<T>: Codec {
    /// What is in it.
    type Item;
}

#[diagnostic::do_not_recommend]
impl<I: Item, T> Items<T> for VecCodec<I> {
    type Item = I;
}
#[diagnostic::do_not_recommend]
impl<C: Items<T>, T> Items<T> for BoxCodec<C> {
    type Item = C::Item;
}

/// The codec of values with members of `S`.
#[diagnostic::on_unimplemented(
    message = "a property of this type has no member of a `{S}`",
    label = "not a member of its value",
    note = "`member` takes a property of the complex type itself: `Identity::props().id`",
    note = "a collection is asked by `any(…)`"
)]
pub trait HasMember<S>: Codec {}

#[diagnostic::do_not_recommend]
impl<T: Compound + DerivedFrom<S>, S> HasMember<S> for ComplexCodec<T> {}
#[diagnostic::do_not_recommend]
impl<C: HasMember<S>, S> HasMember<S> for BoxCodec<C> {}
