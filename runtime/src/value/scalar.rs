//! Single values with one wire form.

use core::fmt::{self, Debug};
use core::marker::PhantomData;

use serde::de::{Deserializer, Visitor};
use serde::ser::{Error as _, Serialize, SerializeStruct, Serializer};

use crate::codec::context::{DiffScope, ReadContext, Wanted, WriteForm};
use crate::codec::json::RAW;
use crate::codec::value::{Accept, GraphValue, Replaced};
use crate::odata::literal::Literal;

/// Writes the literal of a value: unquoted, where it is not the JSON. Whoever asks for it takes the text as it is.
pub(crate) fn write_literal<T: ScalarValue, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    if T::LITERAL == Literal::OfJson {
        return value.write(to);
    }
    let json = serde_json::to_string(&AsJson(value)).map_err(S::Error::custom)?;
    let text = if json.starts_with('"') { serde_json::from_str(&json).map_err(S::Error::custom)? } else { json };
    let literal = match T::LITERAL {
        Literal::OfJson | Literal::Bare => text,
        Literal::Duration => format!("duration'{text}'"),
        Literal::Binary => format!("binary'{}'", text.replace('+', "-").replace('/', "_")),
    };
    let mut raw = to.serialize_struct(RAW, 1)?;
    raw.serialize_field(RAW, &literal)?;
    raw.end()
}

struct AsJson<'v, T>(&'v T);

impl<T: ScalarValue> Serialize for AsJson<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

/// A value with one wire form, whatever body it stands in.
pub trait ScalarValue: Sized + Clone + Debug + PartialEq {
    /// How the value is written in a URL.
    const LITERAL: Literal = Literal::OfJson;

    /// Reads the value. `cx` names the property, for messages.
    ///
    /// # Errors
    ///
    /// The reader's own error, where the input is no such value.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error>;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// The writer's own error.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;

    /// Whether the two are different values. A number that is not itself is the same as another such one.
    #[inline]
    fn differs(&self, other: &Self) -> bool {
        self != other
    }
}

/// The codec of a [`ScalarValue`]. Its setters take a `T`.
pub struct ScalarCodec<T>(PhantomData<T>);

impl<T: ScalarValue> Replaced for ScalarCodec<T> {
    type Value = T;

    #[inline]
    fn differ(old: &T, new: &T, _: DiffScope<'_>) -> bool {
        old.differs(new)
    }

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<T, D::Error> {
        T::read(from, cx)
    }

    #[inline]
    fn write<S: Serializer>(value: &T, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        if form == WriteForm::Parameter { write_literal(value, to) } else { value.write(to) }
    }
}

impl<T: ScalarValue> Accept<T> for ScalarCodec<T> {
    #[inline]
    fn accept(value: T) -> T {
        value
    }
}

impl ScalarValue for bool {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
        from.deserialize_bool(BoolVisitor(cx))
    }

    #[inline]
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*self)
    }
}

impl GraphValue for bool {
    type Codec = ScalarCodec<Self>;
}

struct BoolVisitor<'c>(ReadContext<'c>);

impl Visitor<'_> for BoolVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("true or false", self.0.property()), f)
    }

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

impl ScalarValue for serde_json::Value {
    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext<'_>) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

/// Untyped JSON, replaced whole.
impl GraphValue for serde_json::Value {
    type Codec = ScalarCodec<Self>;
}
