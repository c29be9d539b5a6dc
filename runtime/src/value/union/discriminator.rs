//! Which type an object is of: `@odata.type` is looked for, and what stands before it is kept until it is found.
//!
//! Services send it first, or after other control information, so that as a rule nothing is kept.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde_json::value::{RawValue, to_raw_value};

use crate::codec::context::{ReadContext, ReadMode, Wanted};
use crate::etag::ETag;
use crate::odata::names::{ETAG_KEY, TYPE_KEY, type_name};
use crate::text::cow_str::CowStr;
use crate::value::union::types::GraphUnion;

/// How many values in each other may be kept before their types are known. Each is read by a reader of its own, whose
/// limit of nesting begins anew.
const DEEPEST: u8 = 16;

thread_local! {
    static DEPTH: Cell<u8> = const { Cell::new(0) };
}

/// A kept value that is being read.
struct Deeper(());

impl Deeper {
    fn enter<E: serde::de::Error>() -> Result<Self, E> {
        let depth = DEPTH.get();
        if depth == DEEPEST {
            return Err(E::custom("values that do not begin with their `@odata.type` are nested too deeply"));
        }
        DEPTH.set(depth + 1);
        Ok(Self(()))
    }
}

impl Drop for Deeper {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Reads an object as one of a union's types, into its place.
pub(crate) fn read_as<'de, R: FillVariant, D: Deserializer<'de>>(
    from: D,
    cx: ReadContext<'_>,
    etag: Option<&mut Option<ETag>>,
    out: &mut R::Out,
) -> Result<(), D::Error> {
    from.deserialize_map(UnionVisitor::<R> { cx, etag, out })
}

/// What is read, once its type is known.
pub(crate) trait FillVariant {
    /// The union.
    type Union: GraphUnion;
    /// The place for it.
    type Out;

    /// Reads it of an object that names the variant at `named`, or none.
    fn read_into<'de, A: MapAccess<'de>>(
        named: Option<usize>,
        members: Replayed<A>,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        out: &mut Self::Out,
    ) -> Result<(), A::Error>;
}

/// A whole value of a union is read.
struct Whole<U>(PhantomData<U>);

impl<U: GraphUnion> FillVariant for Whole<U> {
    type Union = U;
    type Out = Option<U>;

    fn read_into<'de, A: MapAccess<'de>>(
        named: Option<usize>,
        members: Replayed<A>,
        cx: ReadContext<'_>,
        etag: Option<&mut Option<ETag>>,
        out: &mut Option<U>,
    ) -> Result<(), A::Error> {
        if named.is_none() && U::BASE.is_none() && members.is_empty() && cx.mode() == ReadMode::Patch {
            return Err(A::Error::custom(format_args!("`{}` is abstract: name the type in `{TYPE_KEY}`", U::NAME)));
        }
        U::read_value(variant::<U>(named), MapAccessDeserializer::new(members), cx, etag, out)
    }
}

/// See [`Compound::read_into`](crate::compound::Compound::read_into).
///
/// # Errors
///
/// The reader's own error.
pub fn read_union<'de, U: GraphUnion, D: Deserializer<'de>>(
    from: D,
    cx: ReadContext<'_>,
    etag: Option<&mut Option<ETag>>,
    out: &mut Option<U>,
) -> Result<(), D::Error> {
    read_as::<Whole<U>, D>(from, cx, etag, out)
}

struct UnionVisitor<'c, 'e, 'r, R: FillVariant> {
    cx: ReadContext<'c>,
    etag: Option<&'e mut Option<ETag>>,
    out: &'r mut R::Out,
}

impl<'de, R: FillVariant> Visitor<'de> for UnionVisitor<'_, '_, '_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let mut kept = Vec::new();
        let mut place = None;
        while let Some(CowStr(name)) = access.next_key()? {
            if name == TYPE_KEY {
                let Some(text) = access.next_value_seed(TypeText(self.cx))? else { continue };
                let found = place_of_type::<R::Union>(type_name(&text));
                if found == <R::Union>::UNKNOWN {
                    // Kept in the object, as it is in that of any type that is not the declared one.
                    kept.push((name.into_owned(), to_raw_value(&text).map_err(A::Error::custom)?));
                }
                place = Some(found);
                break;
            }
            if name.starts_with('@') && name != ETAG_KEY {
                access.next_value::<IgnoredAny>()?;
                continue;
            }
            // As text, so that no digit of a number is lost.
            kept.push((name.into_owned(), access.next_value()?));
        }
        let members = Replayed { kept: kept.into_iter(), value: None, rest: access };
        R::read_into(place, members, self.cx, self.etag, self.out)
    }
}

/// The variant that an object is of which names this one, or none.
pub(crate) fn variant<U: GraphUnion>(named: Option<usize>) -> usize {
    named.or(U::BASE).unwrap_or(U::UNKNOWN)
}

/// The variant of a qualified name.
fn place_of_type<U: GraphUnion>(name: &str) -> usize {
    U::TYPES.iter().position(|known| known.is_some_and(|known| type_name(known) == name)).unwrap_or(U::UNKNOWN)
}

/// The text of an `@odata.type`; `None` of a null.
struct TypeText<'c>(ReadContext<'c>);

impl<'de> DeserializeSeed<'de> for TypeText<'_> {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TypeText<'_> {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("the name of a type in `@odata.type`", self.0.property()), f)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

/// The members that stand before the type, then the others as they come.
pub(crate) struct Replayed<A> {
    kept: std::vec::IntoIter<(String, Box<RawValue>)>,
    /// The value of the member whose name was given last, where it was kept.
    value: Option<Box<RawValue>>,
    rest: A,
}

impl<A> Replayed<A> {
    /// Of an object without a type: whether it has no members either.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.as_slice().is_empty()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replayed<A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.kept.next() {
            Some((name, value)) => {
                self.value = Some(value);
                seed.deserialize(name.into_deserializer()).map(Some)
            }
            None => self.rest.next_key_seed(seed),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => {
                let _deeper = Deeper::enter::<A::Error>()?;
                let mut json = serde_json::Deserializer::from_reader(value.get().as_bytes());
                seed.deserialize(&mut json).map_err(|error| {
                    // Where in this text says nothing of where in the whole one.
                    let state = error.to_string();
                    A::Error::custom(&state[..state.rfind(" at line ").unwrap_or(state.len())])
                })
            }
            None => self.rest.next_value_seed(seed),
        }
    }
}
