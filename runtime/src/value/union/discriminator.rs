//! Which variant an object is: `@odata.type` is looked for, and the members before it are kept until it is found.
//!
//! Services send it first, or after other control information, so that seldom anything is kept.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde_json::Deserializer as SerdeJson;

use crate::codec::aside::Aside;
use crate::codec::context::{ReadContext, ReadMode, Wanted};
use crate::codec::keys::TypeText;
use crate::codec::members::duplicate;
use crate::odata::names::{ETAG_KEY, TYPE_KEY, declared_name, type_name};
use crate::text::cow_str::CowStr;
use crate::value::union::kept::KeptText;
use crate::value::union::types::GraphUnion;

/// Reads an object as one of a union's types into `out`.
pub(crate) fn read_as<'de, R: FillVariant, D: Deserializer<'de>>(
    from: D,
    cx: ReadContext<'_>,
    aside: Option<&mut Aside>,
    out: &mut R::Out,
) -> Result<(), D::Error> {
    from.deserialize_map(UnionVisitor::<R> { cx, aside, out })
}

/// How an object is read once its variant is known.
pub(crate) trait FillVariant {
    /// The union.
    type Union: GraphUnion;
    /// Where the value is read into.
    type Out;

    /// Reads the object.
    fn read_into<'de, A: MapAccess<'de>>(
        found: Found,
        members: Replayed<'de, A>,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        out: &mut Self::Out,
    ) -> Result<(), A::Error>;
}

/// The variant of an object.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    pub(crate) variant: usize,
    /// Whether the object names its type.
    pub(crate) is_named: bool,
}

/// A whole value of a union is read.
struct Whole<U>(PhantomData<U>);

impl<U: GraphUnion> FillVariant for Whole<U> {
    type Union = U;
    type Out = Option<U>;

    fn read_into<'de, A: MapAccess<'de>>(
        found: Found,
        members: Replayed<'de, A>,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        out: &mut Option<U>,
    ) -> Result<(), A::Error> {
        if !found.is_named && U::BASE.is_none() && members.is_empty() && cx.mode().is_order() {
            return Err(A::Error::custom(format_args!("`{}` is abstract: name the type in `{TYPE_KEY}`", U::NAME)));
        }
        U::read_value(found.variant, MapAccessDeserializer::new(members), cx, aside, out)
    }
}

/// See [`Compound::read_into`](crate::codec::compound::Compound::read_into).
///
/// # Errors
///
/// The reader's own error.
pub fn read_union<'de, U: GraphUnion, D: Deserializer<'de>>(
    from: D,
    cx: ReadContext<'_>,
    aside: Option<&mut Aside>,
    out: &mut Option<U>,
) -> Result<(), D::Error> {
    read_as::<Whole<U>, D>(from, cx, aside, out)
}

struct UnionVisitor<'c, 'e, 'r, R: FillVariant> {
    cx: ReadContext<'c>,
    aside: Option<&'e mut Aside>,
    out: &'r mut R::Out,
}

impl<'de, R: FillVariant> Visitor<'de> for UnionVisitor<'_, '_, '_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Self { cx, aside, out } = self;
        let mut kept = Vec::new();
        let mut is_null = false;
        while let Some(CowStr(name)) = access.next_key()? {
            if name == TYPE_KEY {
                if is_null {
                    return Err(duplicate(TYPE_KEY));
                }
                let text = access.next_value_seed(TypeText { of: cx.property() })?;
                let variant = text.as_ref().and_then(|text| variant_of_type::<R::Union>(text));
                let Some((text, variant)) = text.zip(variant) else {
                    is_null = true;
                    continue;
                };
                let found = Found { variant, is_named: true };
                if found.variant == <R::Union>::UNKNOWN {
                    // The object keeps the name, as every value does whose type is not the declared one.
                    kept.push((name, KeptText::of(&text)?));
                    return R::read_into(found, Replayed::new(kept, access), cx, aside, out);
                }
                return R::read_into(found, Replayed::new(kept, access), cx.typed().context(), aside, out);
            }
            if name.starts_with('@') && name != ETAG_KEY {
                access.next_value::<IgnoredAny>()?;
                continue;
            }
            kept.push((name, access.next_value()?));
        }
        let found = Found { variant: variant_of_untyped::<R::Union>(&kept, cx.mode()), is_named: false };
        R::read_into(found, Replayed::new(kept, access), cx, aside, out)
    }
}

/// The variant of the type that an `@odata.type` names; `None` where it names none.
fn variant_of_type<U: GraphUnion>(text: &str) -> Option<usize> {
    let types = U::TYPES;
    // As Graph writes it, it is the very text that is declared.
    let known = types.iter().position(|known| *known == Some(text)).or_else(|| {
        let name = type_name(text);
        types.iter().position(|known| known.is_some_and(|known| declared_name(known) == name))
    });
    known.or_else(|| (!type_name(text).is_empty()).then_some(U::UNKNOWN))
}

/// The variant of an object with these members, and without `@odata.type`.
fn variant_of_untyped<U: GraphUnion>(members: &[Member<'_>], mode: ReadMode) -> usize {
    let Some(base) = U::BASE else { return U::UNKNOWN };
    let table = U::TABLES[base];
    // In a patch, such a member is a mistake of who wrote it.
    if table.open || mode.is_order() {
        return base;
    }
    let is_kept = |name: &str| name.contains('@') || (table.may_declare(name) && table.property(name).is_some());
    if members.iter().all(|(name, value)| is_kept(name) || value.is_null()) { base } else { U::UNKNOWN }
}

/// A member that was kept: its name, and its value as text.
type Member<'de> = (Cow<'de, str>, KeptText<'de>);

/// The members that stand before the type, then the others as they come.
pub(crate) struct Replayed<'de, A> {
    kept: std::vec::IntoIter<Member<'de>>,
    /// The value of the member whose name was given last, where it was kept.
    value: Option<KeptText<'de>>,
    rest: A,
}

impl<'de, A> Replayed<'de, A> {
    fn new(kept: Vec<Member<'de>>, rest: A) -> Self {
        Self { kept: kept.into_iter(), value: None, rest }
    }

    /// Whether an object without a type has no members either.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.as_slice().is_empty()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replayed<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some((name, value)) = self.kept.next() else { return self.rest.next_key_seed(seed) };
        self.value = Some(value);
        match name {
            Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
            Cow::Owned(name) => seed.deserialize(name.into_deserializer()),
        }
        .map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(KeptText(Cow::Borrowed(text))) => replay(seed, &mut SerdeJson::from_str(text)),
            Some(KeptText(Cow::Owned(text))) => replay(seed, &mut SerdeJson::from_reader(text.as_bytes())),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Reads a kept value. It has a reader of its own, so that the depth is counted in the [`ReadContext`].
fn replay<'de, V, R, E>(seed: V, json: &mut SerdeJson<R>) -> Result<V::Value, E>
where
    V: DeserializeSeed<'de>,
    R: serde_json::de::Read<'de>,
    E: serde::de::Error,
{
    seed.deserialize(json).map_err(|error| {
        // The line and the column are those in this text, not in the whole one.
        let message = error.to_string();
        E::custom(&message[..message.rfind(" at line ").unwrap_or(message.len())])
    })
}
