//! Reading a body, and saying what is wrong with it: where, and no more of its content than numbers and names.

use core::fmt;

use serde::de::Deserialize;
use serde_json::de::StrRead;

use crate::error::{Error, ErrorKind, shortened};
use crate::text::{half_pairs, json_path};

/// Messages quote numbers and names; a long one would carry the body into a log. In characters.
const LONGEST_MESSAGE: usize = 240;

/// The reader of a text.
pub(crate) type Json<'de> = serde_json::Deserializer<StrRead<'de>>;

/// Reads a text that holds one value and no more. A half of a surrogate pair is read as U+FFFD: then the text is read
/// again, so that `read` begins anew each time it is called.
pub(crate) fn decode<V>(
    text: &str,
    mut read: impl for<'de> FnMut(&mut Json<'de>) -> serde_json::Result<V>,
) -> Result<V, Error> {
    let error = match all_of(text, &mut read) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let Some(text) = half_pairs::replaced(text) else {
        return Err(described(text, &error));
    };
    all_of(&text, read).map_err(|error| described(&text, &error))
}

/// Borrowed values only: strings inside stay raw, so that halves are not met.
pub(crate) fn decode_borrowed<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    all_of(text, |json: &mut Json<'de>| T::deserialize(json)).map_err(|error| described(text, &error))
}

fn all_of<'de, V>(
    text: &'de str,
    mut read: impl FnMut(&mut Json<'de>) -> serde_json::Result<V>,
) -> serde_json::Result<V> {
    let mut json = serde_json::Deserializer::from_str(text);
    read(&mut json).and_then(|value| json.end().map(|()| value))
}

#[cold]
fn described(text: &str, error: &serde_json::Error) -> Error {
    let path = json_path::at(text, error.line(), error.column(), error.is_data());
    let said = error.to_string();
    let end = said.rfind(" at line ").unwrap_or(said.len());
    let error = Error::new(ErrorKind::Decode, shortened(without_value(&said[..end]), LONGEST_MESSAGE));
    match path {
        Some(path) => error.at(path),
        None => error,
    }
}

/// serde's messages quote the string that was refused; no message of ours shows content of a body.
fn without_value(said: &str) -> String {
    for what in ["invalid type: string", "invalid value: string"] {
        if let Some(quoted) = said.strip_prefix(what).and_then(|rest| rest.strip_prefix(" \""))
            && let Some((_, wanted)) = quoted.rsplit_once("\", expected ")
        {
            return format!("{what}, expected {wanted}");
        }
    }
    said.to_owned()
}

/// An error in place of one whose message may quote a secret, at the same line and column: `serde_json` takes these from
/// the end of a message, as it writes them there.
#[cold]
pub(crate) fn instead_of<E: serde::de::Error>(error: &E, why: &impl fmt::Display) -> E {
    let said = error.to_string();
    let place = said.rfind(" at line ").map_or("", |start| &said[start..]);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_place = place
        .strip_prefix(" at line ")
        .and_then(|place| place.split_once(" column "))
        .is_some_and(|(line, column)| is_number(line) && is_number(column));
    E::custom(format_args!("{why}{}", if is_place { place } else { "" }))
}

/// The text of a body. Checked once, so that no string in it is checked again.
pub(crate) fn text(body: &[u8]) -> Result<&str, Error> {
    core::str::from_utf8(body).map_err(|error| Error::because(ErrorKind::Decode, "the body is not UTF-8", error))
}
