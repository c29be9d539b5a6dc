//! The body of a request: JSON, byte for byte as `serde_json` writes it. (It refuses a raw text as the key of a map; here,
//! one that is a string is a key.)
//!
//! A body is mostly names, and texts without anything to escape. They are written here, each in one piece; what else
//! there is, numbers and what is to be escaped, `serde_json` writes into the same buffer.

use core::fmt::Display;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::{Error, Serializer as SerdeJson};

use crate::error;
use crate::odata::reference::RELATIVE;
use crate::text::scan::{below, equal, is_found};

/// The name by which `RawValue` asks a reader for the text of a value.
///
/// A reader that does not know it gives the number itself: no more than digits are lost.
pub(crate) const RAW: &str = "$serde_json::private::RawValue";

/// Room for a small body: most are one.
pub(crate) const ROOM: usize = 512;

/// Stands where the service root belongs in a body that is not finished. No JSON has this byte in it.
const ROOT: u8 = 0;

/// Puts the service root before each relative reference in the body that begins at `start`; nothing, without one.
pub(crate) fn resolve(to: &mut Vec<u8>, start: usize, root: Option<&str>) {
    let below = |byte: u64| byte.wrapping_sub(0x0101_0101_0101_0101) & !byte & 0x8080_8080_8080_8080;
    if !is_found(&to[start..], below, |byte| byte == ROOT) {
        return;
    }
    let unfinished = to.split_off(start);
    let mut parts = unfinished.split(|byte| *byte == ROOT);
    to.extend(parts.next().into_iter().flatten());
    for part in parts {
        if let Some(root) = root {
            to.extend_from_slice(root.as_bytes());
            to.push(b'/');
        }
        to.extend_from_slice(part);
    }
}

/// The bytes of a body.
pub(crate) fn body(write: impl FnOnce(Body<'_>) -> Result<(), Error>) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::with_capacity(ROOM);
    write(Body(&mut bytes)).map(|()| bytes)
}

/// What stands between the name of a property and the reason, where a body cannot say what was asked for.
pub(crate) const UNSENDABLE: &str = " cannot be sent: ";

/// The error of a body that cannot be written.
#[cold]
pub(crate) fn unwritten(why: &impl Display) -> error::Error {
    let why = why.to_string();
    let unsendable =
        why.strip_prefix('`').and_then(|why| why.split_once('`')).filter(|(_, why)| why.starts_with(UNSENDABLE));
    match unsendable.map(|(path, _)| path.to_owned()) {
        Some(path) => error::Error::new(error::ErrorKind::Unsendable, why).at(path),
        None => error::Error::new(error::ErrorKind::Encode, why),
    }
}

/// Appends one value.
pub(crate) struct Body<'b>(pub(crate) &'b mut Vec<u8>);

/// The members of an object, or the items of an array, one after the other.
pub(crate) struct Members<'b> {
    to: &'b mut Vec<u8>,
    end: &'static str,
}

/// Names of structs that `serde_json` writes as the text in their one field.
const PRIVATE: &str = "$serde_json::private::";

impl<'b> Body<'b> {
    fn text(self, text: &str) {
        let Self(to) = self;
        to.reserve(text.len() + 2);
        to.push(b'"');
        to.extend_from_slice(text.as_bytes());
        to.push(b'"');
    }

    #[inline]
    fn begin(self, begin: &str, end: &'static str) -> Members<'b> {
        self.0.extend_from_slice(begin.as_bytes());
        Members { to: self.0, end }
    }

    /// Begins `{"name":`.
    fn name(&mut self, name: &'static str) -> Result<(), Error> {
        self.0.push(b'{');
        Body(self.0).serialize_str(name)?;
        self.0.push(b':');
        Ok(())
    }
}

macro_rules! by_serde_json {
    ($($method:ident($type:ty))*) => {$(
        fn $method(self, value: $type) -> Result<(), Error> {
            Serializer::$method(&mut SerdeJson::new(self.0), value)
        }
    )*};
}

impl<'b> Serializer for Body<'b> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Members<'b>;
    type SerializeTuple = Members<'b>;
    type SerializeTupleStruct = Members<'b>;
    type SerializeTupleVariant = Members<'b>;
    type SerializeMap = Members<'b>;
    type SerializeStruct = Members<'b>;
    type SerializeStructVariant = Members<'b>;

    by_serde_json! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_u128(u128)
        serialize_f32(f32) serialize_f64(f64)
        serialize_char(char)
        serialize_bytes(&[u8])
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if !is_clean(text.as_bytes()) {
            return Serializer::serialize_str(&mut SerdeJson::new(self.0), text);
        }
        self.text(text);
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        Serializer::collect_str(&mut SerdeJson::new(self.0), value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Error> {
        let Self(to) = self;
        let start = to.len();
        value.serialize(Body(to))?;
        if name == RELATIVE {
            // After the quote.
            to.insert(start + 1, ROOT);
        }
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.name(variant)?;
        value.serialize(Body(self.0))?;
        self.0.push(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'b>, Error> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'b>, Error> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members<'b>, Error> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_tuple_variant(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'b>, Error> {
        self.name(variant)?;
        Ok(self.begin("[", "]}"))
    }

    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Members<'b>, Error> {
        Ok(self.begin("{", "}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members<'b>, Error> {
        Ok(if name.starts_with(PRIVATE) { self.begin("", "") } else { self.begin("{", "}") })
    }

    fn serialize_struct_variant(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'b>, Error> {
        self.name(variant)?;
        Ok(self.begin("{", "}}"))
    }
}

/// Whether nothing in a text is to be escaped.
fn is_clean(text: &[u8]) -> bool {
    let in_eight = |word| below(word, b' ') | equal(word, b'"') | equal(word, b'\\');
    !is_found(text, in_eight, |byte| byte < b' ' || byte == b'"' || byte == b'\\')
}

impl Members<'_> {
    /// No value ends as an object or an array begins.
    #[inline]
    fn separate(&mut self, begin: u8) {
        if self.to.last() != Some(&begin) {
            self.to.push(b',');
        }
    }

    #[inline]
    fn close(self) {
        self.to.extend_from_slice(self.end.as_bytes());
    }

    /// Writes a key that is no text. If it can be a name, it gets quotes. If not, `serde_json` says what is wrong with it.
    #[cold]
    fn quote<T: Serialize + ?Sized>(&mut self, start: usize, key: &T) -> Result<(), Error> {
        self.to.truncate(start);
        let mut named = Vec::new();
        SerdeJson::new(&mut named).collect_map([(key, ())])?;
        let name = named.strip_prefix(b"{").and_then(|rest| rest.strip_suffix(b":null}"));
        self.to.extend_from_slice(name.unwrap_or_default());
        Ok(())
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate(b'{');
        let start = self.to.len();
        match key.serialize(Body(self.to)) {
            Ok(()) if self.to.get(start) == Some(&b'"') => Ok(()),
            _ => self.quote(start, key),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.to.push(b':');
        value.serialize(Body(self.to))
    }

    #[inline]
    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

macro_rules! arrays {
    ($($array:ident::$method:ident)*) => {$(
        impl $array for Members<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.separate(b'[');
                value.serialize(Body(self.to))
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )*};
}

arrays! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
    SerializeTupleVariant::serialize_field
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        if name.starts_with(PRIVATE) {
            let mut json = SerdeJson::new(&mut *self.to);
            let mut text = json.serialize_struct(name, 1)?;
            SerializeStruct::serialize_field(&mut text, name, value)?;
            return SerializeStruct::end(text);
        }
        self.serialize_entry(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeStructVariant for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.serialize_entry(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
