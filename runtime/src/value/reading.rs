//! Values on their way from a deserializer: whole ones, and what is said of one; with and without null.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::Codec;
use crate::read::{ReadContext, Wanted};

/// What is read.
pub(crate) trait Read {
    /// The result.
    type Output;

    /// Reads it.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self::Output, D::Error>;
}

/// A whole value.
pub(crate) struct ValueOf<C>(PhantomData<C>);

impl<C: Codec> Read for ValueOf<C> {
    type Output = C::Value;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<C::Value, D::Error> {
        C::read(from, cx)
    }
}

/// What is said of a value.
pub(crate) struct StateOf<C>(PhantomData<C>);

impl<C: Codec> Read for StateOf<C> {
    type Output = C::State;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<C::State, D::Error> {
        C::read_state(from, cx)
    }
}

/// Reads one of these.
pub(crate) struct Reading<R> {
    cx: ReadContext,
    read: PhantomData<R>,
}

impl<R> Reading<R> {
    #[inline]
    pub(crate) fn new(cx: ReadContext) -> Self {
        Self { cx, read: PhantomData }
    }
}

impl<'de, R: Read> DeserializeSeed<'de> for Reading<R> {
    type Value = R::Output;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<R::Output, D::Error> {
        R::read(from, self.cx)
    }
}

/// Reads one of these, or null.
pub(crate) struct ReadingNullable<R, N> {
    value: Reading<R>,
    nullable: PhantomData<N>,
}

impl<R, N> ReadingNullable<R, N> {
    #[inline]
    pub(crate) fn new(cx: ReadContext) -> Self {
        Self { value: Reading::new(cx), nullable: PhantomData }
    }
}

impl<'de, R: Read, N: From<Option<R::Output>>> DeserializeSeed<'de> for ReadingNullable<R, N> {
    type Value = N;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<N, D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de, R: Read, N: From<Option<R::Output>>> Visitor<'de> for ReadingNullable<R, N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("a value or null", self.value.cx.property()), f)
    }

    #[inline]
    fn visit_none<E>(self) -> Result<N, E> {
        Ok(None.into())
    }

    #[inline]
    fn visit_unit<E>(self) -> Result<N, E> {
        Ok(None.into())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<N, D::Error> {
        self.value.deserialize(from).map(|value| Some(value).into())
    }
}
