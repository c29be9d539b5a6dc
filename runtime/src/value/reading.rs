//! Values on their way from a deserializer: whole ones, and what is said of one; with and without null.

use core::fmt;
use core::marker::PhantomData;
use core::mem::{forget, replace};

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::Codec;
use crate::field::Field;
use crate::read::{ReadContext, Wanted};

/// What is said of a reader that put nothing into the place.
#[cold]
pub(crate) fn unread<E: serde::de::Error>() -> E {
    E::custom("a value was passed over by its reader")
}

/// A place for a value: an `Option`, or a [`Field`]. Empty until the value is read; after an error it may hold a half of
/// one, and is to be discarded.
pub trait Room<T>: sealed::Sealed {
    /// Puts the value into the place, which is empty. A value that is there all the same is not dropped.
    fn put(&mut self, value: T) -> &mut T;
}

mod sealed {
    pub trait Sealed {}
}

impl<T> sealed::Sealed for Option<T> {}

impl<T> sealed::Sealed for Field<T> {}

impl<T> Room<T> for Option<T> {
    #[inline]
    fn put(&mut self, value: T) -> &mut T {
        debug_assert!(self.is_none(), "a place is empty until it is read into");
        // There is nothing to drop, which the compiler cannot know.
        forget(self.take());
        self.insert(value)
    }
}

impl<T> Room<T> for Field<T> {
    #[inline]
    fn put(&mut self, value: T) -> &mut T {
        forget(replace(self, Self::Value(value)));
        match self {
            Self::Value(value) => value,
            Self::Absent | Self::Null => unreachable!(),
        }
    }
}

/// A whole value.
pub(crate) struct ValueOf<C>(PhantomData<C>);

/// What is said of a value.
pub(crate) struct StateOf<C>(PhantomData<C>);

/// What is read, and what is the place for it.
pub(crate) trait Read<P> {
    /// Reads it into the place, which is empty.
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, room: &mut P) -> Result<(), D::Error>;
}

impl<C: Codec> Read<Option<C::Value>> for ValueOf<C> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        room: &mut Option<C::Value>,
    ) -> Result<(), D::Error> {
        C::read_into(from, cx, room)
    }
}

impl<C: Codec, P: Room<C::State>> Read<P> for StateOf<C> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, room: &mut P) -> Result<(), D::Error> {
        C::read_state_into(from, cx, room)
    }
}

/// Reads one of these into a place of its own, so that it is moved no further.
pub(crate) struct Filling<'c, 'r, R, P> {
    cx: ReadContext<'c>,
    room: &'r mut P,
    read: PhantomData<R>,
}

impl<'c, 'r, R, P> Filling<'c, 'r, R, P> {
    #[inline]
    pub(crate) fn new(cx: ReadContext<'c>, room: &'r mut P) -> Self {
        Self { cx, room, read: PhantomData }
    }
}

impl<'de, R: Read<P>, P> DeserializeSeed<'de> for Filling<'_, '_, R, P> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        R::read_into(from, self.cx, self.room)
    }
}

/// The same, or null: then the place keeps what it has.
pub(crate) struct FillingNullable<'c, 'r, R, P>(Filling<'c, 'r, R, P>);

impl<'c, 'r, R, P> FillingNullable<'c, 'r, R, P> {
    #[inline]
    pub(crate) fn new(cx: ReadContext<'c>, room: &'r mut P) -> Self {
        Self(Filling::new(cx, room))
    }
}

impl<'de, R: Read<P>, P> DeserializeSeed<'de> for FillingNullable<'_, '_, R, P> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de, R: Read<P>, P> Visitor<'de> for FillingNullable<'_, '_, R, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("a value or null", self.0.cx.property()), f)
    }

    #[inline]
    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.deserialize(from)
    }
}
