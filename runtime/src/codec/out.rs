//! Where a value is read into.

use core::mem::{forget, replace};

use crate::field::Field;

/// The message for a reader that put nothing into the place.
#[cold]
pub(crate) fn unread<E: serde::de::Error>() -> E {
    E::custom("a value was passed over by its reader")
}

/// A place for a value: an `Option`, or a [`Field`]. Empty until the value is read; after an error it may hold a half of
/// one, and is to be discarded.
pub trait Out<T>: sealed::Sealed {
    /// Puts the value into the place, which is empty. A value that is there all the same is not dropped.
    fn fill(&mut self, value: T) -> &mut T;
}

mod sealed {
    pub trait Sealed {}
}

impl<T> sealed::Sealed for Option<T> {}

impl<T> sealed::Sealed for Field<T> {}

impl<T> Out<T> for Option<T> {
    #[inline]
    fn fill(&mut self, value: T) -> &mut T {
        debug_assert!(self.is_none(), "a place is empty until it is read into");
        // There is nothing to drop, which the compiler cannot know.
        forget(self.take());
        self.insert(value)
    }
}

impl<T> Out<T> for Field<T> {
    #[inline]
    fn fill(&mut self, value: T) -> &mut T {
        forget(replace(self, Self::Value(value)));
        match self {
            Self::Value(value) => value,
            Self::Absent | Self::Null => unreachable!(),
        }
    }
}
