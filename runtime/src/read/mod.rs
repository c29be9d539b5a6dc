//! Reading an object: one visitor and one key look-up for every structured type.
//!
//! The derives state the property table and, for a partial and for a whole value each, one `match` that reads a property
//! by its index; the loop over the members of the object, the control information and the rules for undeclared members
//! are here.

mod keys;
mod members;
mod name;

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

pub(crate) use self::keys::type_name;
pub use self::members::Members;
pub(crate) use self::name::Name;
use crate::compound::{Compound, Partial};
use crate::etag::ETag;
use crate::navigation::BIND_SUFFIX;
use crate::structured::{Flags, PropertyInfo, Structured, StructuredPartial};
use crate::value::Room;

/// What is being read: an answer, in which anything may stand, or a patch, in which only changes may.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReadMode {
    /// The local form: everything that is there.
    Local,
    /// The same, of values alone: what is there of a complex value is the whole of it.
    Values,
    /// A service's representation: everything but the values of write-only properties, which are nulls or masks.
    Answer,
    /// A `PATCH` body. The key, read-only properties, and properties that a closed type does not name, are refused.
    Patch,
}

/// Where a value is read: in what, and as the value of which property. One pointer, since few values look.
///
/// It is handed on as it came to the readers of what is inside of a value.
#[derive(Clone, Copy, Debug)]
pub struct ReadContext<'c>(&'c Position);

impl ReadContext<'static> {
    /// The context of a document of its own.
    #[must_use]
    pub const fn root(mode: ReadMode) -> Self {
        Self(match mode {
            ReadMode::Local => &const { Position::root(ReadMode::Local) },
            ReadMode::Values => &const { Position::root(ReadMode::Values) },
            ReadMode::Answer => &const { Position::root(ReadMode::Answer) },
            ReadMode::Patch => &const { Position::root(ReadMode::Patch) },
        })
    }
}

#[cfg(test)]
impl ReadContext<'static> {
    /// The context of a property's value in an answer.
    pub(crate) fn of_answer(property: &'static str) -> Self {
        let property = Box::leak(Box::new(PropertyInfo::new(property, Flags::NONE)));
        Self(Box::leak(Box::new(Position::new(ReadMode::Answer, property))))
    }
}

impl ReadContext<'_> {
    /// What is being read.
    #[inline]
    #[must_use]
    pub const fn mode(self) -> ReadMode {
        self.0.mode
    }

    /// The wire name of the property, for messages; empty outside of one.
    #[inline]
    #[must_use]
    pub const fn property(self) -> &'static str {
        self.0.property.name
    }
}

/// Where it is read: in what, and as the value of which property.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position {
    mode: ReadMode,
    property: &'static PropertyInfo,
}

impl Position {
    pub(crate) const fn new(mode: ReadMode, property: &'static PropertyInfo) -> Self {
        Self { mode, property }
    }

    const fn root(mode: ReadMode) -> Self {
        Self::new(mode, const { &PropertyInfo::new("", Flags::NONE) })
    }

    #[inline]
    pub(crate) const fn context(&self) -> ReadContext<'_> {
        ReadContext(self)
    }
}

/// What a reader hoped to find, and for which property: the text of serde's "expected …".
#[derive(Clone, Copy, Debug)]
pub struct Wanted(pub &'static str, pub &'static str);

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        if !self.1.is_empty() {
            write!(f, " for property `{}`", self.1)?;
        }
        Ok(())
    }
}

impl serde::de::Expected for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Reads an object into the partial of a struct, and its `@odata.etag` aside where that is wanted.
pub(crate) struct PartialVisitor<'c, 'p, 'e, P> {
    pub(crate) cx: ReadContext<'c>,
    pub(crate) etag: Option<&'e mut Option<ETag>>,
    /// Of which nothing is said yet.
    pub(crate) partial: &'p mut P,
}

impl<'de, P: StructuredPartial> Visitor<'de> for PartialVisitor<'_, '_, '_, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let partial = self.partial;
        let (info, binds) = (<P::Whole as Structured>::TYPE, partial.bindings().is_some());
        let mut members = Members::of_partial(info, self.cx, self.etag.is_some(), binds, access);
        while let Some(index) = members.next() {
            partial.read_property(index, &mut members);
        }
        if members.failed() {
            *partial = P::default();
            return Err(members.error());
        }
        members.put(partial.additional_mut());
        if let (Some(bound), Some(bindings)) = (partial.bindings_mut(), members.bindings()) {
            *bound = bindings;
        }
        if let Some(aside) = self.etag {
            *aside = members.etag().or_else(|| partial.etag().cloned());
        }
        Ok(())
    }
}

/// The same, into the place for a whole one.
pub(crate) struct WholeVisitor<'c, 'r, 'e, T> {
    pub(crate) cx: ReadContext<'c>,
    pub(crate) etag: Option<&'e mut Option<ETag>>,
    /// The place, which is empty.
    pub(crate) room: &'r mut Option<T>,
}

impl<'de, T: Structured> Visitor<'de> for WholeVisitor<'_, '_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        debug_assert!(self.room.is_none(), "a place is empty until it is read into");
        let mut members = Members::of_whole(T::TYPE, self.cx, self.etag.is_some(), access);
        T::read_members(&mut members, self.room);
        let whole = match self.room {
            Some(whole) if !members.failed() => whole,
            _ => return Err(members.error()),
        };
        if let Some(aside) = self.etag {
            *aside = members.etag().or_else(|| whole.etag().cloned());
        }
        Ok(())
    }
}

/// An entity in an answer: what is said of it, or the whole of it.
pub(crate) trait Entity {
    /// What is read.
    type Value;

    /// Reads it into an empty place, and its `@odata.etag` aside.
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        etag: &mut Option<ETag>,
        room: &mut Option<Self::Value>,
    ) -> Result<(), D::Error>;
}

/// What is said of an entity.
pub(crate) struct Said<P>(PhantomData<P>);

impl<P: Partial> Entity for Said<P> {
    type Value = P;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        etag: &mut Option<ETag>,
        room: &mut Option<P>,
    ) -> Result<(), D::Error> {
        room.put(P::default()).read_into(from, ReadContext::root(ReadMode::Answer), Some(etag))
    }
}

/// The whole of an entity.
pub(crate) struct Whole<T>(PhantomData<T>);

impl<T: Compound> Entity for Whole<T> {
    type Value = T;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        etag: &mut Option<ETag>,
        room: &mut Option<T>,
    ) -> Result<(), D::Error> {
        T::read_into(from, ReadContext::root(ReadMode::Answer), Some(etag), room)
    }
}

/// Reads an entity into its place, and its `@odata.etag` beside it.
pub(crate) struct EntitySeed<'r, E: Entity> {
    etag: &'r mut Option<ETag>,
    room: &'r mut Option<E::Value>,
}

impl<'r, E: Entity> EntitySeed<'r, E> {
    pub(crate) fn new(room: &'r mut Option<E::Value>, etag: &'r mut Option<ETag>) -> Self {
        Self { etag, room }
    }
}

impl<'de, E: Entity> DeserializeSeed<'de> for EntitySeed<'_, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        E::read_into(from, self.etag, self.room)
    }
}

/// `@odata.type`, the control information that says which type a value really has.
pub(crate) const TYPE_KEY: &str = "@odata.type";
pub(crate) const ETAG_KEY: &str = "@odata.etag";
pub(crate) const TYPE_SUFFIX: &str = "@odata.type";

pub(crate) fn duplicate<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("property `{name}` occurs twice in one object"))
}

fn refused_in_patch<E: serde::de::Error>(property: &PropertyInfo, binds: bool) -> E {
    let why = if property.flags.has(Flags::KEY) {
        "is the key, which no patch can change"
    } else if property.flags.has(Flags::READ_ONLY) {
        "is read-only"
    } else if property.flags.has(Flags::CREATE_ONLY) {
        "can be set at creation only"
    } else if !binds {
        "is a navigation property of a complex type, which no patch can change"
    } else {
        return E::custom(format_args!(
            "property `{0}` is a navigation property, which a patch cannot set; bind it with `{0}{BIND_SUFFIX}`",
            property.name
        ));
    };
    E::custom(format_args!("property `{}` {why}", property.name))
}
