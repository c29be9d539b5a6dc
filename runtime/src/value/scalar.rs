//! Single values: booleans, numbers, strings.

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use serde::de::{Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{Accept, GraphValue, Whole};
use crate::read::{ReadContext, Wanted};
use crate::write::Form;

/// A value with one wire form, whatever body it stands in.
pub trait ScalarValue: Sized + Clone + Debug + PartialEq {
    /// Reads the value. `cx` names the property, for messages.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error>;

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
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<T, D::Error> {
        T::read(from, cx)
    }

    #[inline]
    fn write<S: Serializer>(value: &T, _: Form, to: S) -> Result<S::Ok, S::Error> {
        value.write(to)
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
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<String, D::Error> {
        from.deserialize_string(StringVisitor(cx))
    }

    #[inline]
    fn write<S: Serializer>(value: &String, _: Form, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value)
    }
}

impl<V: Into<String>> Accept<V> for Text {
    #[inline]
    fn accept(value: V) -> String {
        value.into()
    }
}

impl GraphValue for String {
    type Codec = Text;
}

struct StringVisitor(ReadContext);

impl Visitor<'_> for StringVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("a string", self.0.property), f)
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    #[inline]
    fn visit_string<E>(self, text: String) -> Result<String, E> {
        Ok(text)
    }
}

impl ScalarValue for bool {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
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

struct BoolVisitor(ReadContext);

impl Visitor<'_> for BoolVisitor {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("true or false", self.0.property), f)
    }

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

/// A number on its way in: a JSON number, or the string form of one.
///
/// A service that negotiated `IEEE754Compatible=true` sends `Int64` and `Decimal` as strings.
/// Source: OData JSON Format 4.0, section 7.1.
struct NumberVisitor<N> {
    cx: ReadContext,
    number: PhantomData<N>,
}

trait Number: Sized {
    const WANTED: &'static str;
    fn from_i64(value: i64) -> Option<Self>;
    fn from_u64(value: u64) -> Option<Self>;
    fn from_f64(value: f64) -> Option<Self>;
    fn from_text(text: &str) -> Option<Self>;
}

impl<N: Number> Visitor<'_> for NumberVisitor<N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted(N::WANTED, self.cx.property), f)
    }

    #[inline]
    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<N, E> {
        N::from_i64(value).ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    #[inline]
    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<N, E> {
        N::from_u64(value).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    #[inline]
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<N, E> {
        N::from_f64(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<N, E> {
        N::from_text(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

macro_rules! integers {
    ($($integer:ident: $wanted:literal, $read:ident, $write:ident;)*) => {$(
        impl Number for $integer {
            const WANTED: &'static str = $wanted;

            #[inline]
            fn from_i64(value: i64) -> Option<Self> {
                value.try_into().ok()
            }

            #[inline]
            fn from_u64(value: u64) -> Option<Self> {
                value.try_into().ok()
            }

            fn from_f64(_: f64) -> Option<Self> {
                None
            }

            fn from_text(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }

        impl ScalarValue for $integer {
            #[inline]
            fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
                from.$read(NumberVisitor { cx, number: PhantomData })
            }

            #[inline]
            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.$write(*self)
            }
        }

        impl GraphValue for $integer {
            type Codec = Scalar<Self>;
        }
    )*};
}

// The integers of OData (CSDL 4.0, section 4.4), and `u16` and `u32`, in which users like to hold non-negative ones.
integers! {
    i8: "an integer from -128 to 127", deserialize_any, serialize_i8;
    u8: "an integer from 0 to 255", deserialize_any, serialize_u8;
    i16: "an integer of 16 bits", deserialize_any, serialize_i16;
    u16: "a non-negative integer of 16 bits", deserialize_any, serialize_u16;
    i32: "an integer of 32 bits", deserialize_any, serialize_i32;
    u32: "a non-negative integer of 32 bits", deserialize_any, serialize_u32;
    i64: "an integer of 64 bits", deserialize_any, serialize_i64;
}

macro_rules! floats {
    ($($float:ident: $wanted:literal, $write:ident;)*) => {$(
        impl Number for $float {
            const WANTED: &'static str = $wanted;

            #[inline]
            #[allow(clippy::cast_precision_loss, reason = "a float keeps the nearest value by definition")]
            fn from_i64(value: i64) -> Option<Self> {
                Some(value as Self)
            }

            #[inline]
            #[allow(clippy::cast_precision_loss, reason = "a float keeps the nearest value by definition")]
            fn from_u64(value: u64) -> Option<Self> {
                Some(value as Self)
            }

            #[inline]
            #[allow(clippy::allow_attributes, clippy::cast_possible_truncation, reason = "checked just below")]
            fn from_f64(value: f64) -> Option<Self> {
                let float = value as Self;
                (float.is_finite() || !value.is_finite()).then_some(float)
            }

            fn from_text(text: &str) -> Option<Self> {
                match text {
                    "INF" => Some(Self::INFINITY),
                    "-INF" => Some(Self::NEG_INFINITY),
                    "NaN" => Some(Self::NAN),
                    // The standard parser also takes "inf", "infinity" and "nan", which are no OData values.
                    _ => text.parse().ok().filter(|float: &Self| float.is_finite()),
                }
            }
        }

        impl ScalarValue for $float {
            #[inline]
            fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
                from.deserialize_any(NumberVisitor { cx, number: PhantomData })
            }

            // A JSON number cannot be infinite or not a number, and serde_json would write null: an order to clear.
            #[inline]
            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                if self.is_finite() {
                    to.$write(*self)
                } else if self.is_nan() {
                    to.serialize_str("NaN")
                } else if *self > 0.0 {
                    to.serialize_str("INF")
                } else {
                    to.serialize_str("-INF")
                }
            }
        }

        impl GraphValue for $float {
            type Codec = Scalar<Self>;
        }
    )*};
}

// OData JSON Format 4.0, section 7.1: `INF`, `-INF` and `NaN` are strings.
floats! {
    f32: "a number of single precision, \"INF\", \"-INF\" or \"NaN\"", serialize_f32;
    f64: "a number of double precision, \"INF\", \"-INF\" or \"NaN\"", serialize_f64;
}

/// Reads a value that stands in a string. A refusal names the property and the string.
pub(crate) fn read_text<'de, D, T>(
    from: D,
    cx: ReadContext,
    wanted: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    from.deserialize_str(TextVisitor { cx, wanted, parse })
}

struct TextVisitor<F> {
    cx: ReadContext,
    wanted: &'static str,
    parse: F,
}

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for TextVisitor<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted(self.wanted, self.cx.property), f)
    }

    #[inline]
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let wanted = Wanted(self.wanted, self.cx.property);
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &wanted))
    }
}

impl ScalarValue for serde_json::Value {
    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext) -> Result<Self, D::Error> {
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
