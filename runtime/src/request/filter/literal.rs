//! A value as a literal of a URL.

use core::fmt::{Display, Write as _};

use serde::ser::{Error as _, Impossible, Serialize, SerializeStruct, Serializer};
use serde_json::Error;

use crate::odata::literal::Literal;
use crate::request::filter::term::Term;
use crate::value::scalar::ScalarValue;

/// The structs in which `serde_json` gives a number by its digits.
const PRIVATE: &str = "$serde_json::private::";

/// Appends the literal of a value.
pub(crate) fn push_literal<T: ScalarValue>(to: &mut Term, value: &T) {
    if value.write(Writer { to, form: T::LITERAL }).is_err() {
        to.refuse("a value in a filter has no literal; give its text to `Filter::raw`");
    }
}

/// Writes what a value writes as JSON, as the literal of this form.
struct Writer<'t> {
    to: &'t mut Term,
    form: Literal,
}

impl Writer<'_> {
    fn text(self, text: &str) {
        match self.form {
            Literal::OfJson => self.to.quote(text),
            Literal::Bare => self.to.push(text),
            Literal::Duration => {
                self.to.mark("duration");
                self.to.quote(text);
            }
            Literal::Binary => {
                self.to.mark("binary");
                self.to.quote(&text.replace('+', "-").replace('/', "_"));
            }
        }
    }

    fn bare(self, value: impl Display) -> Result<(), Error> {
        write!(self.to, "{value}").map_err(Error::custom)
    }
}

fn no_literal<T>() -> Result<T, Error> {
    Err(Error::custom("no literal"))
}

macro_rules! bare {
    ($($method:ident($type:ty))*) => {$(
        fn $method(self, value: $type) -> Result<(), Error> {
            self.bare(value)
        }
    )*};
}

impl<'t> Serializer for Writer<'t> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Raw<'t>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.to.mark(if value { "true" } else { "false" });
        Ok(())
    }

    bare! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_u128(u128)
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        // As JSON has it, with an exponent where `Display` writes three hundred digits.
        self.bare(serde_json::to_string(&value)?)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.bare(serde_json::to_string(&value)?)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        no_literal()
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.to.mark("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        no_literal()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Error> {
        no_literal()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        no_literal()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        no_literal()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        no_literal()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        no_literal()
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Raw<'t>, Error> {
        if name.starts_with(PRIVATE) { Ok(Raw(self.to)) } else { no_literal() }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        no_literal()
    }
}

/// A number that is given by its digits.
struct Raw<'t>(&'t mut Term);

impl SerializeStruct for Raw<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(Writer { to: self.0, form: Literal::Bare })
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}
