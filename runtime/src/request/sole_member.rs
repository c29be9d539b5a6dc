//! Objects with one member: `{"error":{…}}`, which is no resource, and `{"value":…}`, in which a value stands.

use core::fmt;

use memchr::{memchr, memchr2};
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::odata::names::VALUE;
use crate::text::cow_str::CowStr;

/// The member that holds the service's error.
pub(crate) const ERROR: &str = "error";
/// The same in OData 3.
const ODATA_ERROR: &str = "odata.error";

/// A member that an answer may have alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sole {
    Value,
    Error,
}

impl Sole {
    fn of(name: &[u8]) -> Option<Self> {
        let known = [(VALUE, Self::Value), (ERROR, Self::Error), (ODATA_ERROR, Self::Error)];
        known.into_iter().find(|(known, _)| known.as_bytes() == name).map(|(_, sole)| sole)
    }
}

/// The text of the member, where an object has this one and annotations alone, and it is wanted: a member of this name,
/// whose value begins with this byte.
///
/// Of most objects, only the beginning is looked at: up to the first name that is no annotation's.
pub(crate) fn sole_member(text: &str, is_wanted: impl Fn(Sole, u8) -> bool) -> Option<(Sole, &str)> {
    if let Some((name, first)) = first_member(text.as_bytes())
        && !Sole::of(name).is_some_and(|sole| is_wanted(sole, first))
    {
        return None;
    }
    sole_member_of(text).filter(|(sole, value)| value.bytes().next().is_some_and(|first| is_wanted(*sole, first)))
}

/// The first member that is no annotation, and the first byte of its value; `None` where it is not found in simple ways.
fn first_member(text: &[u8]) -> Option<(&[u8], u8)> {
    let after = |text: &'_ [u8], byte: u8| -> Option<usize> {
        let at = text.iter().position(|byte| !byte.is_ascii_whitespace())?;
        (text[at] == byte).then_some(at + 1)
    };
    let mut rest = &text[after(text, b'{')?..];
    loop {
        rest = &rest[after(rest, b'"')?..];
        let end = string_end(rest)?;
        let name = &rest[..end];
        rest = &rest[end + 1..];
        rest = rest[after(rest, b':')?..].trim_ascii_start();
        let first = *rest.first()?;
        if name.first() != Some(&b'@') && memchr(b'@', name).is_none() {
            return Some((name, first));
        }
        // Numbers and words end where the next member begins.
        let end = match first {
            b'"' => string_end(&rest[1..])? + 2,
            b'{' | b'[' => return None,
            _ => memchr(b',', rest)?,
        };
        rest = &rest[end..];
        rest = &rest[after(rest, b',')?..];
    }
}

/// Where a string ends; `None` where something in it is escaped.
fn string_end(text: &[u8]) -> Option<usize> {
    let end = memchr2(b'"', b'\\', text)?;
    (text[end] == b'"').then_some(end)
}

fn sole_member_of(text: &str) -> Option<(Sole, &str)> {
    let mut json = serde_json::Deserializer::from_str(text);
    let found = json.deserialize_map(Alone).ok()?;
    json.end().ok()?;
    found
}

struct Alone;

impl<'de> Visitor<'de> for Alone {
    type Value = Option<(Sole, &'de str)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(CowStr(name)) = map.next_key::<CowStr<'de>>()? {
            if name.contains('@') {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            match Sole::of(name.as_bytes()) {
                Some(sole) if found.is_none() => found = Some((sole, map.next_value::<&RawValue>()?.get())),
                // Whatever it is, it has more than one member.
                _ => return Err(serde::de::Error::custom("more than one member")),
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::{Sole, first_member, sole_member};

    #[test]
    fn an_object_with_one_member_is_found() {
        for (text, sole, value) in [
            (r#"{"error":{"code":"a"}}"#, Sole::Error, r#"{"code":"a"}"#),
            (r#" { "@odata.context" : "x\"y" , "error" : 7 , "error@a.b" : [] } "#, Sole::Error, "7"),
            (r#"{"@odata.count":5,"@a.b":{"c":1},"value":[1]}"#, Sole::Value, "[1]"),
            (r#"{"odata.error":"e"}"#, Sole::Error, r#""e""#),
            (r#"{"\u0065rror":null}"#, Sole::Error, "null"),
        ] {
            assert_eq!(sole_member(text, |_, _| true), Some((sole, value)), "{text}");
        }
    }

    #[test]
    fn another_object_is_not() {
        for text in [
            "",
            "{",
            "{}",
            "[]",
            "7",
            "null",
            "\"error\"",
            r#"{"error":{},"id":"1"}"#,
            r#"{"id":"1","error":{}}"#,
            r#"{"@odata.context":"x","id":"1","value":[]}"#,
            r#"{"error":{"#,
            r#"{"error":{}} {}"#,
            r#"{"error":1,"error":2}"#,
            r#"{"@odata.context":"x"}"#,
            r#"{"errors":[]}"#,
        ] {
            assert_eq!(sole_member(text, |_, _| true), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_looked_for_is_not_found() {
        let errors = |sole, first| sole == Sole::Error && first == b'{';
        // Such a text is not read to its end.
        for text in [r#"{"@odata.context":"x","value":[1]}"#, r#"{"value":[1"#, r#"{"error":null}"#] {
            assert_eq!(sole_member(text, errors), None, "{text}");
        }
        assert_eq!(sole_member(r#"{"error":{}}"#, errors), Some((Sole::Error, "{}")));
    }

    #[test]
    fn the_first_member_is_found_behind_annotations() {
        for (text, member) in [
            (r#"{"id":1}"#, Some(("id", b'1'))),
            (r#" {"@odata.context" : "c", "@odata.count":5 ,"a@b":null,"é" : [1]}"#, Some(("é", b'['))),
            (r#"{"@a":"\"","b":1}"#, None),
            (r#"{"@a":{},"b":1}"#, None),
            (r#"{"@a":1}"#, None),
            (r#"{"a":"#, None),
            ("{", None),
        ] {
            assert_eq!(first_member(text.as_bytes()), member.map(|(name, first)| (name.as_bytes(), first)), "{text}");
        }
    }
}
