//! The key that a partial holds.

use core::fmt::{Display, Error};

use serde::ser::{Impossible, Serialize, SerializeMap, Serializer};

use crate::codec::compound::{Compound, Partial};
use crate::codec::context::WriteForm;
use crate::odata::table::Flags;

/// The name of the key on the wire.
pub(crate) fn key_name<R: Compound>() -> &'static str {
    let rows = R::table().map(|table| table.properties).unwrap_or_default();
    rows.iter().find(|row| row.flags.has(Flags::KEY)).map_or("id", |row| row.name)
}

/// The key of a partial, as text; `None` where it names none.
pub(crate) fn key_in<R: Compound>(partial: &R::Partial) -> Option<String> {
    let mut finder = Finder { name: key_name::<R>(), is_next: false, found: None };
    // It ends with an error where the key is found, too.
    let _ = partial.write_to(WriteForm::Local, &mut finder);
    finder.found
}

/// Looks for one member of an object, and stops there; the others are not written.
struct Finder {
    name: &'static str,
    is_next: bool,
    found: Option<String>,
}

impl SerializeMap for &mut Finder {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.is_next = key.serialize(Name(self.name))?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if !self.is_next {
            return Ok(());
        }
        self.found = Some(value.serialize(Text)?);
        Err(Error)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

/// Whether a name is this one.
struct Name(&'static str);

/// A string or a number as text.
struct Text;

/// For what is neither a text nor a number.
fn other<T>() -> Result<T, Error> {
    Err(Error)
}

macro_rules! refused {
    ($ok:ty; $($method:ident($($type:ty),*) -> $of:ty;)*) => {$(
        fn $method(self, $(_: $type),*) -> Result<$of, Error> {
            other()
        }
    )*};
}

macro_rules! refused_numbers {
    ($ok:ty) => {
        refused! { $ok;
            serialize_i8(i8) -> $ok; serialize_i16(i16) -> $ok; serialize_i32(i32) -> $ok; serialize_i64(i64) -> $ok;
            serialize_u8(u8) -> $ok; serialize_u16(u16) -> $ok; serialize_u32(u32) -> $ok; serialize_u64(u64) -> $ok;
            serialize_char(char) -> $ok;
        }
    };
}

macro_rules! numbers {
    ($($method:ident($type:ty))*) => {$(
        fn $method(self, value: $type) -> Result<String, Error> {
            Ok(value.to_string())
        }
    )*};
}

macro_rules! serializer {
    ($for:ty, $ok:ty, $map:ty; $($own:tt)*) => {
        impl Serializer for $for {
            type Ok = $ok;
            type Error = Error;
            type SerializeSeq = Impossible<$ok, Error>;
            type SerializeTuple = Impossible<$ok, Error>;
            type SerializeTupleStruct = Impossible<$ok, Error>;
            type SerializeTupleVariant = Impossible<$ok, Error>;
            type SerializeMap = $map;
            type SerializeStruct = Impossible<$ok, Error>;
            type SerializeStructVariant = Impossible<$ok, Error>;

            $($own)*

            refused! { $ok;
                serialize_bool(bool) -> $ok;
                serialize_f32(f32) -> $ok;
                serialize_f64(f64) -> $ok;
                serialize_bytes(&[u8]) -> $ok;
                serialize_none() -> $ok;
                serialize_unit() -> $ok;
                serialize_unit_struct(&'static str) -> $ok;
                serialize_unit_variant(&'static str, u32, &'static str) -> $ok;
                serialize_seq(Option<usize>) -> Self::SerializeSeq;
                serialize_tuple(usize) -> Self::SerializeTuple;
                serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
                serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
                serialize_struct(&'static str, usize) -> Self::SerializeStruct;
                serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
            }

            fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<$ok, Error> {
                value.serialize(self)
            }

            fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<$ok, Error> {
                value.serialize(self)
            }

            fn serialize_newtype_variant<T: Serialize + ?Sized>(
                self,
                _: &'static str,
                _: u32,
                _: &'static str,
                _: &T,
            ) -> Result<$ok, Error> {
                other()
            }
        }
    };
}

serializer! { Name, bool, Impossible<bool, Error>;
    refused_numbers! { bool }
    refused! { bool; serialize_map(Option<usize>) -> Self::SerializeMap; }

    fn serialize_str(self, name: &str) -> Result<bool, Error> {
        Ok(name == self.0)
    }

    /// Only the name of an annotation is put together.
    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<bool, Error> {
        Ok(false)
    }
}

serializer! { Text, String, Impossible<String, Error>;
    numbers! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_char(char) serialize_str(&str)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        other()
    }
}

serializer! { &mut Finder, (), Self;
    refused_numbers! { () }
    refused! { (); serialize_str(&str) -> (); }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        Ok(self)
    }
}
