//! Single values: booleans, numbers, strings.

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use serde::de::{Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{Accept, GraphValue, Literal, Room, Whole, unread};
use crate::read::{ReadContext, Wanted};
use crate::write::Form;

/// A value with one wire form, whatever body it stands in.
pub trait ScalarValue: Sized + Clone + Debug + PartialEq {
    /// How the value is written in a URL.
    const LITERAL: Literal = Literal::OfJson;

    /// Reads the value. `cx` names the property, for messages.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error>;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

/// The codec of a [`ScalarValue`]. Its setters take a `T`.
pub struct Scalar<T>(PhantomData<T>);

impl<T: ScalarValue> Whole for Scalar<T> {
    type Value = T;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<T, D::Error> {
        T::read(from, cx)
    }

    #[inline]
    fn write<S: Serializer>(value: &T, form: Form, to: S) -> Result<S::Ok, S::Error> {
        if form == Form::Parameter { super::literal::write(value, to) } else { value.write(to) }
    }
}

impl<T: ScalarValue> Accept<T> for Scalar<T> {
    #[inline]
    fn accept(value: T) -> T {
        value
    }
}

/// The codec of `String`. Its setters take whatever converts into one.
pub struct Text(());

impl Whole for Text {
    type Value = String;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<String, D::Error> {
        let mut text = None;
        Self::read_into(from, cx, &mut text)?;
        text.ok_or_else(unread)
    }

    #[inline]
    fn read_into<'de, D: Deserializer<'de>, P: Room<String>>(
        from: D,
        cx: ReadContext<'_>,
        room: &mut P,
    ) -> Result<(), D::Error> {
        from.deserialize_string(StringVisitor { cx, room })
    }

    #[inline]
    fn write<S: Serializer>(value: &String, _: Form, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value)
    }
}

#[diagnostic::do_not_recommend]
impl<V: Into<String>> Accept<V> for Text {
    #[inline]
    fn accept(value: V) -> String {
        value.into()
    }
}

impl GraphValue for String {
    type Codec = Text;
}

/// Reads a text into its place.
struct StringVisitor<'c, 'r, P> {
    cx: ReadContext<'c>,
    room: &'r mut P,
}

impl<P: Room<String>> Visitor<'_> for StringVisitor<'_, '_, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("a string", self.cx.property()), f)
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.room.put(text.to_owned());
        Ok(())
    }

    #[inline]
    fn visit_string<E>(self, text: String) -> Result<(), E> {
        self.room.put(text);
        Ok(())
    }
}

impl ScalarValue for bool {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
        from.deserialize_bool(BoolVisitor(cx))
    }

    #[inline]
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*self)
    }
}

impl GraphValue for bool {
    type Codec = Scalar<Self>;
}

struct BoolVisitor<'c>(ReadContext<'c>);

impl Visitor<'_> for BoolVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("true or false", self.0.property()), f)
    }

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

/// Reads a value that stands in a string. A refusal names the property and the string.
pub(crate) fn read_text<'de, D, T>(
    from: D,
    cx: ReadContext<'_>,
    wanted: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    from.deserialize_str(TextVisitor { cx, wanted, parse })
}

struct TextVisitor<'c, F> {
    cx: ReadContext<'c>,
    wanted: &'static str,
    parse: F,
}

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for TextVisitor<'_, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted(self.wanted, self.cx.property()), f)
    }

    #[inline]
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let wanted = Wanted(self.wanted, self.cx.property());
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &wanted))
    }
}

impl ScalarValue for serde_json::Value {
    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext<'_>) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

/// Untyped JSON, replaced whole.
impl GraphValue for serde_json::Value {
    type Codec = Scalar<Self>;
}
