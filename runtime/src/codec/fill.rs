//! Reading into a place: values and states, entities of an answer; with and without null.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use crate::codec::context::{ReadContext, Wanted};
use crate::codec::out::Out;
use crate::codec::value::Codec;

/// Read as whole values: of a codec, of a type with members, of a union.
pub struct AsValue<S>(PhantomData<S>);

/// Read as a state, or as a partial.
pub struct AsState<S>(PhantomData<S>);

/// How a value of a codec is read into an empty place.
pub(crate) trait Fill<P> {
    /// Reads one into the place, which is empty.
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, out: &mut P) -> Result<(), D::Error>;
}

impl<C: Codec> Fill<Option<C::Value>> for AsValue<C> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<C::Value>,
    ) -> Result<(), D::Error> {
        C::read_into(from, cx, out)
    }
}

impl<C: Codec, P: Out<C::State>> Fill<P> for AsState<C> {
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>, out: &mut P) -> Result<(), D::Error> {
        C::read_state_into(from, cx, out)
    }
}

/// Reads one of these into a place of its own, so that it is moved no further.
pub(crate) struct Filling<'c, 'r, R, P> {
    cx: ReadContext<'c>,
    out: &'r mut P,
    read: PhantomData<R>,
}

impl<'c, 'r, R, P> Filling<'c, 'r, R, P> {
    #[inline]
    pub(crate) fn new(cx: ReadContext<'c>, out: &'r mut P) -> Self {
        Self { cx, out, read: PhantomData }
    }
}

impl<'de, R: Fill<P>, P> DeserializeSeed<'de> for Filling<'_, '_, R, P> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        R::read_into(from, self.cx, self.out)
    }
}

/// The same, or null: then the place keeps what it has.
pub(crate) struct FillingNullable<'c, 'r, R, P>(Filling<'c, 'r, R, P>);

impl<'c, 'r, R, P> FillingNullable<'c, 'r, R, P> {
    #[inline]
    pub(crate) fn new(cx: ReadContext<'c>, out: &'r mut P) -> Self {
        Self(Filling::new(cx, out))
    }
}

impl<'de, R: Fill<P>, P> DeserializeSeed<'de> for FillingNullable<'_, '_, R, P> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de, R: Fill<P>, P> Visitor<'de> for FillingNullable<'_, '_, R, P> {
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
