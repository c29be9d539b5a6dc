//! The parameters of a function, as they stand in its URL.

use core::fmt::Write as _;

use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde::ser::{Error as _, Serialize, SerializeMap};
use serde_json::Error;

use crate::codec::derived::Structured;
use crate::codec::write::write_parameters;
use crate::odata::path::KEY;

/// What stays as it is in a literal that is not a string: the colons of a time, and the quotes of `duration'PT1H'`.
const BARE: &AsciiSet = &KEY.remove(b':').remove(b'\'');

/// Parameters, encoded for the two places where they stand.
///
/// Source: OData URL Conventions 4.01, sections 4.5 and 5.3.
#[derive(Default)]
pub(crate) struct Parameters {
    /// What stands in the parentheses, percent-encoded.
    pub(crate) inline: String,
    /// Names and values of the query options that stand for collections and objects, not yet encoded.
    pub(crate) aliases: Vec<(String, String)>,
    /// Of the parameter that is being written.
    name: String,
}

impl Parameters {
    pub(crate) fn of<F: Structured>(function: &F) -> Result<Self, Error> {
        let mut parameters = Self::default();
        write_parameters(function, &mut parameters)?;
        Ok(parameters)
    }
}

impl SerializeMap for Parameters {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.name = serde_json::from_value(serde_json::to_value(key)?)?;
        if self.name.is_empty() || self.name.contains('@') {
            return Err(Error::custom(format_args!(
                "`{}` cannot be the name of a function's parameter; remove it from `additional`",
                self.name
            )));
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        // JSON, or a literal of another form, which begins like no string, object or array.
        let text = serde_json::to_string(value)?;
        let comma = if self.inline.is_empty() { "" } else { "," };
        let name = utf8_percent_encode(&self.name, KEY);
        // Writing into a `String` does not fail.
        let _ = write!(self.inline, "{comma}{name}=");
        let _ = match text.as_bytes().first() {
            Some(b'"') => {
                let string = serde_json::from_str::<String>(&text)?.replace('\'', "''");
                write!(self.inline, "'{}'", utf8_percent_encode(&string, KEY))
            }
            Some(b'{' | b'[') => {
                self.aliases.push((format!("@{}", self.name), text));
                write!(self.inline, "@{name}")
            }
            _ => write!(self.inline, "{}", utf8_percent_encode(&text, BARE)),
        };
        Ok(())
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}
