//! Numbers: those of Rust, and how any number is read.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Unexpected, Visitor};
use serde::ser::Serializer;

use crate::codec::context::{ReadContext, Wanted};
use crate::codec::json::RAW;
use crate::codec::value::GraphValue;
use crate::odata::literal::Literal;
use crate::value::scalar::{ScalarCodec, ScalarValue};

/// What a number is made of.
pub(crate) trait Number: Sized {
    const WANTED: &'static str;
    fn from_i64(value: i64) -> Option<Self>;
    fn from_u64(value: u64) -> Option<Self>;
    fn from_f64(value: f64) -> Option<Self>;
    fn from_text(text: &str) -> Option<Self>;
}

/// Reads a JSON number, or a string that holds one.
///
/// A service that negotiated `IEEE754Compatible=true` sends `Int64` and `Decimal` as strings.
/// Source: OData JSON Format 4.0, section 7.1.
#[inline]
pub(crate) fn read_number<'de, N: Number, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<N, D::Error> {
    from.deserialize_any(NumberVisitor { cx, number: PhantomData })
}

/// The same, of the digits as they are written, where the reader is one of `serde_json`'s.
///
/// It hands out numbers as 64-bit integers and floats; a raw value is the text of a value, unread. The feature
/// `arbitrary_precision` would do as well, but changes numbers for every crate of the program.
#[inline]
pub(crate) fn read_digits<'de, N: Number, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<N, D::Error> {
    from.deserialize_newtype_struct(RAW, NumberVisitor { cx, number: PhantomData })
}

/// The name under which numbers come where some crate of the program turned `arbitrary_precision` on.
const ARBITRARY: &str = "$serde_json::private::Number";

struct NumberVisitor<'c, N> {
    cx: ReadContext<'c>,
    number: PhantomData<N>,
}

impl<'de, N: Number> Visitor<'de> for NumberVisitor<'_, N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted(N::WANTED, self.cx.property()), f)
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

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<N, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<N, A::Error> {
        match access.next_key::<String>()?.as_deref() {
            Some(RAW | ARBITRARY) => access.next_value_seed(JsonText(self)),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// Reads the text of a JSON value, which may be any.
struct JsonText<'c, N>(NumberVisitor<'c, N>);

impl<'de, N: Number> DeserializeSeed<'de> for JsonText<'_, N> {
    type Value = N;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<N, D::Error> {
        from.deserialize_str(self)
    }
}

impl<N: Number> Visitor<'_> for JsonText<'_, N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: serde::de::Error>(self, json: &str) -> Result<N, E> {
        let Self(visitor) = self;
        let unexpected = match json.as_bytes().first() {
            Some(b'"') => return visitor.visit_str(&serde_json::from_str::<String>(json).map_err(E::custom)?),
            Some(b'{') => Unexpected::Map,
            Some(b'[') => Unexpected::Seq,
            Some(b't') => Unexpected::Bool(true),
            Some(b'f') => Unexpected::Bool(false),
            Some(b'n') => Unexpected::Unit,
            _ => return N::from_text(json).ok_or_else(|| E::invalid_value(Unexpected::Other(json), &visitor)),
        };
        Err(E::invalid_type(unexpected, &visitor))
    }
}

macro_rules! integers {
    ($($integer:ident: $wanted:literal, $write:ident;)*) => {$(
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

            // A JSON reader has no negative zero among its integers: `-0` arrives as a float.
            fn from_f64(value: f64) -> Option<Self> {
                (value == 0.0 && value.is_sign_negative()).then_some(0)
            }

            fn from_text(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }

        impl ScalarValue for $integer {
            #[inline]
            fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
                read_number(from, cx)
            }

            #[inline]
            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.$write(*self)
            }
        }

        impl GraphValue for $integer {
            type Codec = ScalarCodec<Self>;
        }
    )*};
}

// The integers of OData (CSDL 4.0, section 4.4), and `u16` and `u32`, in which users like to hold non-negative ones.
integers! {
    i8: "an integer from -128 to 127", serialize_i8;
    u8: "an integer from 0 to 255", serialize_u8;
    i16: "an integer of 16 bits", serialize_i16;
    u16: "a non-negative integer of 16 bits", serialize_u16;
    i32: "an integer of 32 bits", serialize_i32;
    u32: "a non-negative integer of 32 bits", serialize_u32;
    i64: "an integer of 64 bits", serialize_i64;
}

macro_rules! floats {
    ($($float:ident: $wanted:literal, $nearest:path, $write:ident;)*) => {$(
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
            fn from_f64(value: f64) -> Option<Self> {
                let float = $nearest(value);
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
            const LITERAL: Literal = Literal::Bare;

            #[inline]
            fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
                read_number(from, cx)
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

            #[inline]
            #[allow(clippy::float_cmp, reason = "every other value is another one")]
            fn differs(&self, other: &Self) -> bool {
                self != other && !(self.is_nan() && other.is_nan())
            }
        }

        impl GraphValue for $float {
            type Codec = ScalarCodec<Self>;
        }
    )*};
}

// OData JSON Format 4.0, section 7.1: `INF`, `-INF` and `NaN` are strings.
floats! {
    f32: "a number of single precision, \"INF\", \"-INF\" or \"NaN\"", single, serialize_f32;
    f64: "a number of double precision, \"INF\", \"-INF\" or \"NaN\"", core::convert::identity, serialize_f64;
}

/// The single that was meant by digits which a reader has made a double of.
///
/// Digits are rounded twice on this way. It matters where the double is in the middle between two singles: then the
/// one is meant whose own digits make this double. 7.038531e-26 would become its neighbour otherwise.
#[allow(clippy::cast_possible_truncation, reason = "beyond the range it is infinite, which is refused afterwards")]
fn single(value: f64) -> f32 {
    let nearest = value as f32;
    let other = if f64::from(nearest) < value { nearest.next_up() } else { nearest.next_down() };
    let is_in_the_middle = f64::midpoint(nearest.into(), other.into()).to_bits() == value.to_bits();
    if is_in_the_middle && !makes(nearest, value) && makes(other, value) { other } else { nearest }
}

#[cold]
fn makes(single: f32, value: f64) -> bool {
    single.to_string().parse().is_ok_and(|digits: f64| digits.to_bits() == value.to_bits())
}
