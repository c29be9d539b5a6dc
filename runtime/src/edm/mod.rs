//! The primitive types of OData that Rust has no type for.
//!
//! EDM is OData's entity data model. Each type here keeps what came over the wire to the digit, so that a value that
//! was read and not changed is written as it was.
//!
//! | EDM | Rust |
//! |---|---|
//! | `Edm.Boolean` | `bool` |
//! | `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32`, `Edm.Int64` | `u8`, `i8`, `i16`, `i32`, `i64` |
//! | `Edm.Single`, `Edm.Double` | `f32`, `f64` |
//! | `Edm.String` | `String` |
//! | `Edm.Decimal` | [`Decimal`] |
//! | `Edm.Date`, `Edm.TimeOfDay`, `Edm.DateTimeOffset` | [`Date`], [`TimeOfDay`], [`DateTimeOffset`] |
//! | `Edm.Duration` | [`Duration`] |
//! | `Edm.Guid` | [`Guid`], which is `uuid::Uuid` |
//! | `Edm.Binary` | [`Binary`] |
//! | `Edm.Untyped` | `serde_json::Value` |
//!
//! A property of the type `Edm.Stream` has no value in JSON: its content is read and written at a URL of its own.
//!
//! # Conversions
//!
//! To and from the types of `time` and of the standard library always; to and from those of `chrono`, `jiff` and
//! `rust_decimal` with the features of these names. A conversion that could lose something is a `TryFrom`, and fails
//! where it would. One exception: the moment of a [`DateTimeOffset`] is always a `time::OffsetDateTime`.

mod binary;
mod convert;
mod date;
mod date_time_offset;
mod decimal;
mod duration;
mod guid;
mod line;
mod rest;
mod time_of_day;
mod written;

pub use self::binary::{Binary, ParseBinaryError};
pub use self::convert::ConvertValueError;
pub use self::date::{Date, ParseDateError};
pub use self::date_time_offset::{DateTimeOffset, ParseDateTimeOffsetError};
pub use self::decimal::{Decimal, ParseDecimalError};
pub use self::duration::{Duration, ParseDurationError};
pub use self::guid::Guid;
pub use self::time_of_day::{ParseTimeOfDayError, TimeOfDay};

/// Makes a value of Graph of a `ScalarValue`, and gives it serde's traits.
macro_rules! serde_value {
    ($type:ident) => {
        impl $crate::value::GraphValue for $type {
            type Codec = $crate::value::Scalar<Self>;
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::value::ScalarValue::write(self, to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let cx = $crate::read::ReadContext::root($crate::read::ReadMode::Local);
                $crate::value::ScalarValue::read(from, cx)
            }
        }
    };
}

/// The same for a value that stands in a string, as a method gives it, and that is shown to developers so as well.
macro_rules! text_value {
    ($type:ident, $literal:ident, $text:ident, $wanted:literal) => {
        impl $crate::value::ScalarValue for $type {
            const LITERAL: $crate::value::Literal = $crate::value::Literal::$literal;

            fn read<'de, D>(from: D, cx: $crate::read::ReadContext<'_>) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                $crate::value::read_text(from, cx, $wanted, |text| text.parse().ok())
            }

            fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.$text())
            }
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self, f)
            }
        }

        $crate::edm::serde_value!($type);
    };
}

/// Makes an error of a struct that holds what it says.
macro_rules! worded_error {
    ($type:ident) => {
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.0)
            }
        }

        impl ::core::error::Error for $type {}
    };
}

use {serde_value, text_value, worded_error};

#[cfg(test)]
mod tests;
