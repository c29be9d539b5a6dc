//! What a property can be compared with, by the codec of its type: where a query makes no sense, it does not compile.

use crate::codec::compound::Compound;
use crate::codec::value::{Codec, GraphValue};
use crate::request::filter::literal::push_literal;
use crate::request::filter::term::Term;
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

/// The codec of single values, which are compared as a whole. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be compared as a whole",
    label = "neither one number, one text, one moment nor members of an enumeration",
    note = "a collection is asked by `any(…)`, and a complex value by its members: `.member(…)`"
)]
pub trait Comparable<T>: Codec {
    /// The codec itself.
    type Single: Codec;
}

/// The codec of a property that can be compared with a `V`.
#[diagnostic::on_unimplemented(
    message = "a property of this type cannot be compared with `{V}`",
    label = "not a value of this property",
    note = "give a value of the type inside of `Option`; for null, call `is_null()` or `is_not_null()`"
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

#[diagnostic::do_not_recommend]
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

#[diagnostic::do_not_recommend]
impl<V: ScalarValue, T> Comparable<T> for ScalarCodec<V> {
    type Single = Self;
}
impl<T> Comparable<T> for TextCodec {
    type Single = Self;
}
#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Comparable<T> for EnumCodec<E> {
    type Single = Self;
}
#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Comparable<T> for FlagsEnumeration<E>
where
    Self: Codec,
{
    type Single = Self;
}
#[diagnostic::do_not_recommend]
impl<C: Comparable<T>, T> Comparable<T> for BoxCodec<C> {
    type Single = C::Single;
}

/// The codec of values that have an order. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no order",
    label = "neither one number, one text, one moment nor one member of an enumeration",
    note = "a collection is asked by `any(…)`, and a complex value by its members: `.member(…)`"
)]
pub trait Ordered<T>: Codec {
    /// The codec itself.
    type Single: Codec;
}

#[diagnostic::do_not_recommend]
impl<V: ScalarValue, T> Ordered<T> for ScalarCodec<V> {
    type Single = Self;
}
impl<T> Ordered<T> for TextCodec {
    type Single = Self;
}
#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Ordered<T> for EnumCodec<E> {
    type Single = Self;
}
#[diagnostic::do_not_recommend]
impl<C: Ordered<T>, T> Ordered<T> for BoxCodec<C> {
    type Single = C::Single;
}

/// The codec of texts. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` is no text",
    label = "text cannot be searched for in it",
    note = "`starts_with`, `ends_with`, `contains` and `search` are asked of a property of type `String`"
)]
pub trait Textual<T>: Codec {}

impl<T> Textual<T> for TextCodec {}
#[diagnostic::do_not_recommend]
impl<C: Textual<T>, T> Textual<T> for BoxCodec<C> {}

/// A text that is searched for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no text to search for",
    label = "not a text",
    note = "give a `&str` or a `String`"
)]
pub trait Phrase {
    #[doc(hidden)]
    fn text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<V: AsRef<str>> Phrase for V {
    fn text(&self) -> &str {
        self.as_ref()
    }
}

/// The codec of sets of flags. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no flags",
    label = "not a set of flags",
    note = "`has` is asked of a property of type `FlagSet<…>`; a single member is compared with `eq`"
)]
pub trait Flagged<T>: Codec {
    /// The codec itself.
    type Single: Codec;
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum, T> Flagged<T> for FlagsEnumeration<E>
where
    Self: Codec,
{
    type Single = Self;
}
#[diagnostic::do_not_recommend]
impl<C: Flagged<T>, T> Flagged<T> for BoxCodec<C> {
    type Single = C::Single;
}

/// The codec of enumerations and of sets of their members. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` is no enumeration",
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
    message = "`{T}` is no collection",
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

/// The codec of values with members. `T` is the property's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no members",
    label = "not a complex value",
    note = "a collection is asked by `any(…)`, and a single value is compared with `eq`"
)]
pub trait HasMembers<T>: Codec {
    /// The type that declares them.
    type Of;
}

#[diagnostic::do_not_recommend]
impl<C: Compound, T> HasMembers<T> for ComplexCodec<C> {
    type Of = C;
}
#[diagnostic::do_not_recommend]
impl<C: HasMembers<T>, T> HasMembers<T> for BoxCodec<C> {
    type Of = C::Of;
}
