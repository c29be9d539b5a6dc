//! Strings, and values that stand in one.

use core::fmt;

use serde::de::{Deserializer, Unexpected, Visitor};
use serde::ser::Serializer;

use crate::codec::context::{ReadContext, Wanted, WriteForm};
use crate::codec::out::{Out, unread};
use crate::codec::value::{Accept, GraphValue, Replaced};
use crate::etag::ETag;
use crate::value::scalar::{ScalarCodec, ScalarValue};

impl ScalarValue for ETag {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
        read_text(from, cx, "an entity tag", |text| Some(Self::from(text)))
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl GraphValue for ETag {
    type Codec = ScalarCodec<Self>;
}

/// The codec of `String`. Its setters take whatever converts into one.
pub struct TextCodec(());

impl Replaced for TextCodec {
    type Value = String;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<String, D::Error> {
        let mut text = None;
        Self::read_into(from, cx, &mut text)?;
        text.ok_or_else(unread)
    }

    #[inline]
    fn read_into<'de, D: Deserializer<'de>, P: Out<String>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        from.deserialize_string(StringVisitor { cx, out })
    }

    #[inline]
    fn write<S: Serializer>(value: &String, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value)
    }
}

#[diagnostic::do_not_recommend]
impl<V: Into<String>> Accept<V> for TextCodec {
    #[inline]
    fn accept(value: V) -> String {
        value.into()
    }
}

impl GraphValue for String {
    type Codec = TextCodec;
}

/// Reads a text into its place.
struct StringVisitor<'c, 'r, P> {
    cx: ReadContext<'c>,
    out: &'r mut P,
}

impl<P: Out<String>> Visitor<'_> for StringVisitor<'_, '_, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("a string", self.cx.property()), f)
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.out.fill(text.to_owned());
        Ok(())
    }

    #[inline]
    fn visit_string<E>(self, text: String) -> Result<(), E> {
        self.out.fill(text);
        Ok(())
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
